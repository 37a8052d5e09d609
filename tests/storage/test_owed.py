"""The other rules of reminders: short notice, deadlines, corrections, settings, the digest, custom ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from storage import applications, delivery, interviews, progress, reminders
from storage.database import Database
from storage.localtime import local_instant
from storage.owed import priority
from storage.reconcile import BY_PERSON
from storage.records import Entry
from storage.rows import NotThere
from storage.status import Status
from storage.users import change_settings
from tests.storage.search import NEW_YORK, Search, at, new_search

NOW = at("2026-11-17 12:00")


def meet(search: Search, starts: str, now: str = "2026-11-17 12:00", status: Status = Status.INTERVIEW) -> int:
    """Logs an application with an interview; gives the interview's id."""
    found = search.add(status, at(now))
    with search.message(at(now)) as journal:
        return interviews.add_interview(journal, found.id, at(starts), at(now)).id


def test_an_interview_at_short_notice_is_told_at_once(search: Search) -> None:
    meet(search, "2026-11-18 09:00")
    assert search.owed(NOW) == [
        "interview day 17 Nov 12:00",
        "interview hour 18 Nov 08:00",
        "thank_you 19 Nov 09:00",
    ]
    assert search.tick(at("2026-11-17 12:05")) == ["interview day 17 Nov 12:00"]


def test_an_interview_within_the_hour_is_told_once(search: Search) -> None:
    meet(search, "2026-11-17 12:30")
    assert search.owed(NOW, "interview") == ["interview day 17 Nov 12:00"]


def test_missed_reminders_of_an_interview(search: Search) -> None:
    meet(search, "2026-11-20 15:00")
    assert search.tick(at("2026-11-20 14:30")) == ["interview hour 20 Nov 14:00"]
    meet(search, "2026-11-24 15:00", now="2026-11-20 15:00")
    assert "interview" not in " ".join(search.tick(at("2026-11-24 15:01")))


def test_a_moved_interview_moves_its_reminders(search: Search) -> None:
    number = meet(search, "2026-11-20 15:00")
    search.tick(at("2026-11-19 15:00"))
    now = at("2026-11-19 16:00")
    with search.message(now) as journal:
        interviews.change_interview(journal, number, now, starts_at=at("2026-11-25 10:00"))
    assert search.owed(now) == ["interview day 24 Nov 10:00", "interview hour 25 Nov 09:00", "thank_you 26 Nov 09:00"]
    search.undo(at("2026-11-19 16:01"))
    assert search.owed(now) == ["interview hour 20 Nov 14:00", "thank_you 21 Nov 09:00"]


def test_an_interview_reported_as_held(search: Search) -> None:
    meet(search, "2026-11-17 10:00")
    assert search.owed(NOW) == ["thank_you 18 Nov 09:00", "follow_up working 24 Nov 09:00"]


def test_an_interview_held_long_ago_owes_no_thanks(search: Search) -> None:
    meet(search, "2026-11-12 10:00")
    assert search.owed(NOW, "thank_you") == []


def test_two_interviews_on_one_day_owe_one_thank_you(search: Search) -> None:
    found = search.add(Status.INTERVIEW, NOW)
    with search.message(NOW) as journal:
        for hour in ("10:00", "14:00"):
            interviews.add_interview(journal, found.id, at(f"2026-11-20 {hour}"), NOW)
    assert search.owed(NOW, "thank_you") == ["thank_you 21 Nov 09:00"]


@pytest.mark.parametrize("status", [Status.SAVED, Status.OFFER])
def test_deadlines(search: Search, status: Status) -> None:
    search.add(status, NOW, deadline_on=date(2026, 12, 4))
    assert search.owed(NOW) == ["deadline before 01 Dec 09:00", "deadline day 04 Dec 09:00"]


def test_a_deadline_owes_nothing_in_applied(search: Search) -> None:
    found = search.add(Status.SAVED, NOW, deadline_on=date(2026, 12, 4))
    with search.message(NOW) as journal:
        progress.set_status(journal, found.id, Entry(Status.APPLIED, NOW))
    assert search.owed(NOW) == ["follow_up first 24 Nov 09:00"]


def test_a_near_deadline(search: Search) -> None:
    search.add(Status.SAVED, NOW, deadline_on=date(2026, 11, 19))
    assert search.owed(NOW) == ["deadline before 18 Nov 09:00", "deadline day 19 Nov 09:00"]
    search.add(Status.SAVED, NOW, deadline_on=date(2026, 11, 18), company="Globex")
    assert search.owed(NOW, "deadline").count("deadline day 18 Nov 09:00") == 1
    search.add(Status.SAVED, NOW, deadline_on=date(2026, 11, 10), company="Initech")
    assert len(search.owed(NOW, "deadline")) == 3


def test_an_offer_drops_the_deadline_of_the_posting(search: Search) -> None:
    found = search.add(Status.SAVED, NOW, deadline_on=date(2026, 12, 4))
    with search.message(NOW) as journal:
        progress.set_status(journal, found.id, Entry(Status.OFFER, NOW))
        assert applications.get(journal.db, journal.user_id, found.id).deadline_on is None
    assert search.owed(NOW) == []


def test_a_corrected_day_owes_what_the_right_one_would(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW, applied_on=date(2026, 11, 17))
    with search.message(NOW) as journal:
        progress.move_applied(journal, found.id, date(2026, 11, 12), now=NOW)
    assert search.owed(NOW) == ["follow_up first 19 Nov 09:00"]
    search.undo(NOW)
    assert search.owed(NOW) == ["follow_up first 24 Nov 09:00"]


def test_settings_move_what_is_ahead(search: Search) -> None:
    search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        search.user = change_settings(journal, search.user, morning="08:30", follow_up_days=(10, 20, 40))
    assert search.owed(NOW) == ["follow_up first 27 Nov 08:30"]


def test_an_archived_one_is_not_followed_up(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        applications.change(journal, found.id, NOW, archived=True)
    assert search.owed(NOW) == []


def test_a_follow_up_cancelled_by_the_person_stays_away(search: Search) -> None:
    search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        assert reminders.cancel(journal, search.pending(NOW)[0].id).reason == BY_PERSON
    assert search.owed(NOW) == []
    assert search.tick(at("2027-01-01 09:00")) == []


def test_refresh_twice_writes_nothing(search: Search) -> None:
    meet(search, "2026-11-20 15:00")
    before = search.pending(NOW)
    with search.database.write() as db:
        reminders.refresh(db, search.user, None, NOW)
    assert search.pending(NOW) == before


def test_deleting_and_undoing_brings_reminders_back(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW)
    before = search.pending(NOW)
    with search.message(NOW) as journal:
        applications.remove(journal, found.id)
    assert search.pending(NOW) == []
    search.undo(NOW)
    assert search.pending(NOW) == before


def test_custom_reminders(search: Search) -> None:
    due = at("2026-11-18 22:30")
    with search.message(NOW) as journal:
        made = reminders.set_custom(journal, "call", due, NOW, timezone="America/New_York", named_hour=True)
    assert (made.local_time, made.named_hour, made.status) == ("2026-11-18T22:30", True, "pending")
    with search.message(NOW) as journal:
        assert reminders.snooze(journal, made.id, NOW, days=3).due_at == at("2026-11-20 22:30")
    with search.message(NOW) as journal:
        assert reminders.change_custom(journal, made.id, text="write", due_at=due).text == "write"
    with search.message(NOW) as journal:
        assert reminders.done(journal, made.id, NOW).status == "done"
    assert search.undo(NOW, steps=4).kept == []
    with search.database.read() as db, pytest.raises(NotThere):
        reminders.get(db, search.user.id, made.id)


def test_an_end_cancels_custom_reminders_until_undone(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        reminders.set_custom(journal, "call", at("2026-12-18 10:00"), NOW, application_id=found.id)
    with search.message(NOW) as journal:
        progress.set_status(journal, found.id, Entry(Status.REJECTED, NOW))
    assert search.owed(NOW) == []
    with search.message(NOW) as journal:
        reminders.set_custom(journal, "try again", at("2027-05-18 10:00"), NOW, application_id=found.id)
    assert search.owed(NOW) == ["custom after_end 18 May 10:00"]
    search.undo(NOW, steps=2)
    assert search.owed(NOW) == ["follow_up first 24 Nov 09:00", "custom 18 Dec 10:00"]


def test_the_digest(search: Search) -> None:
    search.tick(NOW)
    with search.database.write() as db:
        reminders.refresh(db, search.user, None, NOW)
        (one,) = reminders.find(db, search.user.id, NOW)
        assert (one.kind, one.due_at) == ("digest", at("2026-11-23 09:00"))
        monday = at("2026-11-23 09:00")
        assert delivery.delivered(db, search.user, [one.id], monday, "fake", "ok") == 1
        assert [row.due_at for row in reminders.find(db, search.user.id, monday)] == [at("2026-11-30 09:00")]
    with search.message(NOW) as journal:
        search.user = change_settings(journal, search.user, digest="daily")
    with search.database.write() as db:
        assert [row.due_at for row in reminders.find(db, search.user.id, NOW)] == [at("2026-11-18 09:00")]
    with search.message(NOW) as journal:
        search.user = change_settings(journal, search.user, digest="off")
    with search.database.write() as db:
        assert reminders.find(db, search.user.id, NOW) == []


def test_sent_once(search: Search) -> None:
    search.add(Status.APPLIED, NOW)
    due = at("2026-11-24 09:00")
    with search.database.write() as db:
        ids = [one.id for one in delivery.due_of(db, search.user.id, due) if one.kind == "follow_up"]
        assert delivery.delivered(db, search.user, ids, due, "fake", "ok") == 1
        assert delivery.delivered(db, search.user, ids, due, "fake", "ok") == 0


@pytest.mark.parametrize(
    ("zone", "applied", "due"),
    [
        ("America/New_York", "2026-10-26 10:00", "2026-11-02T14:00:00+00:00"),
        ("America/New_York", "2026-10-25 10:00", "2026-11-01T14:00:00+00:00"),
        ("Europe/Berlin", "2026-10-20 10:00", "2026-10-27T08:00:00+00:00"),
        ("Asia/Kolkata", "2026-11-02 10:00", "2026-11-09T03:30:00+00:00"),
    ],
)
def test_over_a_change_of_the_clocks(sqlite_database: Database, zone: str, applied: str, due: str) -> None:
    search = new_search(sqlite_database, timezone=zone)
    search.add(Status.APPLIED, at(applied, zone))
    assert [one.due_at.isoformat() for one in search.pending(at(applied, zone))] == [due]


def test_hours_that_do_not_exist_or_come_twice() -> None:
    clock = at("2026-01-01 02:30").time()
    assert local_instant(date(2027, 3, 14), clock, NEW_YORK).isoformat() == "2027-03-14T07:00:00+00:00"
    first = local_instant(date(2026, 11, 1), clock.replace(hour=1), NEW_YORK)
    assert first.isoformat() == "2026-11-01T05:30:00+00:00"


def test_elapsed_hours_before_an_interview(search: Search) -> None:
    meet(search, "2026-11-01 15:00", now="2026-10-30 12:00")
    (day, *_) = search.pending(at("2026-10-30 12:00"), "interview")
    assert at("2026-11-01 15:00") - day.due_at == timedelta(hours=24)


def test_priorities() -> None:
    assert priority("follow_up", "working", Status.SCREENING) == "high"
    assert priority("deadline", "day", Status.OFFER) == "high"
    assert priority("follow_up", "first", Status.APPLIED) == "low"
    assert priority("follow_up", "second", Status.APPLIED) == "medium"
