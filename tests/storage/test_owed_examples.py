"""The examples of the rules on reminders, day by day (New York, 09:00 each)."""

from __future__ import annotations

from datetime import date

from storage import applications, interviews, progress, reminders
from storage.records import Entry
from storage.status import Status
from storage.users import change_settings
from tests.storage.search import Search, at

MONDAY = at("2026-11-02 10:00")


def test_applied_and_nothing_since(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    assert search.owed(MONDAY) == ["follow_up first 09 Nov 09:00"]
    assert search.tick(at("2026-11-09 08:59")) == []
    assert search.tick(at("2026-11-09 09:00")) == ["follow_up first 09 Nov 09:00"]
    assert search.tick(at("2026-11-09 09:00")) == []
    assert search.owed(at("2026-11-09 09:01")) == ["follow_up second 16 Nov 09:00"]
    assert search.tick(at("2026-11-16 09:00")) == ["follow_up second 16 Nov 09:00"]
    assert search.tick(at("2026-12-02 09:00")) == ["follow_up ghosted 02 Dec 09:00"]
    assert search.owed(at("2026-12-02 09:01")) == []
    assert search.tick(at("2027-06-01 09:00")) == []


def done(search: Search, now: str) -> None:
    """Presses Done on the follow-up sent last."""
    with search.database.read() as db:
        sent = reminders.find(db, search.user.id, at(now), statuses=("sent",), kinds=("follow_up",))
    with search.message(at(now)) as journal:
        reminders.done(journal, sent[-1].id, at(now))


def test_done_counts_anew_twice_at_most(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    done(search, "2026-11-09 09:05")
    assert search.tick(at("2026-11-16 09:00")) == ["follow_up first 16 Nov 09:00"]
    assert search.tick(at("2026-11-23 09:00")) == ["follow_up second 23 Nov 09:00"]
    assert search.owed(at("2026-11-23 10:00")) == ["follow_up ghosted 09 Dec 09:00"]


def test_done_the_second_time_leaves_ghosted(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    done(search, "2026-11-09 09:05")
    search.tick(at("2026-11-16 09:00"))
    done(search, "2026-11-16 09:05")
    assert search.owed(at("2026-11-16 09:06")) == ["follow_up ghosted 16 Dec 09:00"]
    assert search.tick(at("2026-12-16 09:00")) == ["follow_up ghosted 16 Dec 09:00"]
    assert search.owed(at("2026-12-16 09:01")) == []


def snooze(search: Search, now: str, days: int) -> None:
    """Presses a snooze button of the follow-up sent last."""
    with search.database.read() as db:
        sent = reminders.find(db, search.user.id, at(now), statuses=("sent",), kinds=("follow_up",))
    with search.message(at(now)) as journal:
        reminders.snooze(journal, sent[-1].id, at(now), days=days)


def test_snoozed_a_week_coincides_with_day_14(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    snooze(search, "2026-11-09 11:00", 7)
    assert search.owed(at("2026-11-09 11:01")) == ["follow_up second 16 Nov 09:00"]
    assert search.tick(at("2026-11-16 09:00")) == ["follow_up second 16 Nov 09:00"]
    assert search.owed(at("2026-11-16 09:01")) == ["follow_up ghosted 02 Dec 09:00"]


def test_snoozed_a_day_leaves_day_14(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    snooze(search, "2026-11-09 11:00", 1)
    assert search.owed(at("2026-11-09 11:01")) == ["follow_up first 10 Nov 09:00"]
    assert search.tick(at("2026-11-10 09:00")) == ["follow_up first 10 Nov 09:00"]
    assert search.owed(at("2026-11-10 09:01")) == ["follow_up second 16 Nov 09:00"]


def test_a_snooze_taken_back(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    snooze(search, "2026-11-09 11:00", 14)
    assert search.owed(at("2026-11-09 11:01")) == ["follow_up second 23 Nov 09:00"]
    undone = search.undo(at("2026-11-09 11:02"))
    assert undone.kept == []
    assert search.owed(at("2026-11-09 11:03")) == ["follow_up second 16 Nov 09:00"]


def test_screening(search: Search) -> None:
    search.add(Status.SCREENING, at("2026-11-04 15:00"))
    assert search.owed(at("2026-11-04 15:01")) == ["follow_up working 11 Nov 09:00"]
    assert search.tick(at("2026-11-11 09:00")) == ["follow_up working 11 Nov 09:00"]
    assert search.owed(at("2026-11-11 09:01")) == ["follow_up ghosted 04 Dec 09:00"]


def with_interview(search: Search) -> tuple[int, int]:
    """Applied on 2 Nov; on 10 Nov an interview is set for Fri 20 Nov 15:00."""
    found = search.add(Status.APPLIED, MONDAY)
    now = at("2026-11-10 12:00")
    with search.message(now) as journal:
        meeting = interviews.add_interview(journal, found.id, at("2026-11-20 15:00"), now, kind="onsite")
        progress.set_status(journal, found.id, Entry(Status.INTERVIEW, now))
    return found.id, meeting.id


def test_interview(search: Search) -> None:
    with_interview(search)
    assert search.owed(at("2026-11-10 12:01")) == [
        "interview day 19 Nov 15:00",
        "interview hour 20 Nov 14:00",
        "thank_you 21 Nov 09:00",
    ]
    assert search.tick(at("2026-11-18 09:00")) == []
    assert search.tick(at("2026-11-19 15:00")) == ["interview day 19 Nov 15:00"]
    assert search.tick(at("2026-11-20 14:00")) == ["interview hour 20 Nov 14:00"]
    assert search.owed(at("2026-11-20 15:00")) == ["thank_you 21 Nov 09:00", "follow_up working 27 Nov 09:00"]
    assert search.tick(at("2026-11-21 09:00")) == ["thank_you 21 Nov 09:00"]
    assert search.tick(at("2026-11-27 09:00")) == ["follow_up working 27 Nov 09:00"]
    assert search.owed(at("2026-11-27 09:01")) == ["follow_up ghosted 20 Dec 09:00"]


def test_interview_cancelled(search: Search) -> None:
    _, meeting = with_interview(search)
    now = at("2026-11-18 11:00")
    with search.message(now) as journal:
        interviews.cancel_interview(journal, meeting, now)
    assert search.owed(now) == ["follow_up working 25 Nov 09:00"]


def test_rejected_and_undone(search: Search) -> None:
    found = search.add(Status.APPLIED, MONDAY)
    search.tick(at("2026-11-09 09:00"))
    with search.message(at("2026-11-12 12:00")) as journal:
        progress.set_status(journal, found.id, Entry(Status.REJECTED, at("2026-11-12 12:00")))
    assert search.owed(at("2026-11-12 12:01")) == []
    assert search.undo(at("2026-11-13 12:00")).kept == []
    assert search.owed(at("2026-11-13 12:01")) == ["follow_up second 16 Nov 09:00"]


def test_what_passed_while_rejected_is_not_owed_again(search: Search) -> None:
    found = search.add(Status.APPLIED, MONDAY)
    with search.message(at("2026-11-08 12:00")) as journal:
        progress.set_status(journal, found.id, Entry(Status.REJECTED, at("2026-11-08 12:00")))
    search.undo(at("2026-11-13 12:00"))
    assert search.owed(at("2026-11-13 12:01")) == ["follow_up second 16 Nov 09:00"]


def test_down_for_some_days(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    assert search.tick(at("2026-11-12 10:00")) == ["follow_up first 09 Nov 09:00"]
    assert search.owed(at("2026-11-12 10:01")) == ["follow_up second 16 Nov 09:00"]


def test_down_for_long_tells_the_latest_only(search: Search) -> None:
    search.add(Status.APPLIED, MONDAY)
    assert search.tick(at("2026-11-20 10:00")) == ["follow_up second 16 Nov 09:00"]
    with search.database.read() as db:
        expired = reminders.find(db, search.user.id, at("2026-11-20 10:00"), statuses=("expired",))
    assert [one.step for one in expired] == ["first"]
    assert search.owed(at("2026-11-20 10:01")) == ["follow_up ghosted 02 Dec 09:00"]


def test_what_was_due_before_it_was_logged_comes_next_morning(search: Search) -> None:
    now = at("2026-11-17 12:00")
    entries = [Entry(Status.APPLIED, at("2026-11-02 12:00"))]
    with search.message(now) as journal:
        applications.add(journal, "Acme", Status.APPLIED, now, entries=entries)
    assert search.owed(now) == ["follow_up second 18 Nov 09:00"]
    assert search.pending(now)[0].catch_up
    assert search.tick(at("2026-11-17 20:00")) == []
    assert search.tick(at("2026-11-18 09:00")) == ["follow_up second 18 Nov 09:00"]
    assert search.owed(at("2026-11-18 09:01")) == ["follow_up ghosted 02 Dec 09:00"]


def test_a_changed_setting_leaves_what_was_passed_over(search: Search) -> None:
    now = at("2026-11-20 12:00")
    entries = [Entry(Status.APPLIED, at("2026-10-12 12:00")), Entry(Status.SCREENING, at("2026-10-22 12:00"))]
    with search.message(now) as journal:
        applications.add(journal, "Acme", Status.SCREENING, now, entries=entries)
    assert search.owed(now) == ["follow_up ghosted 21 Nov 09:00"]
    with search.message(now) as journal:
        search.user = change_settings(journal, search.user, weekly_goal=5)
    assert search.owed(now) == ["follow_up ghosted 21 Nov 09:00"]


def test_what_a_step_adds_and_changes_owes_as_if_it_were_looked_up(search: Search) -> None:
    now = at("2026-11-17 12:00")
    with search.message(now) as journal:
        dated = applications.add(journal, "Acme", Status.SAVED, now, deadline_on=date(2026, 11, 20))
        muted = applications.add(journal, "Umbra", Status.APPLIED, now)
        applications.change(journal, dated.id, now, deadline_on=date(2026, 11, 25))
        applications.change(journal, muted.id, now, muted=True)
        applications.remove(journal, applications.add(journal, "Gone", Status.APPLIED, now).id)
        assert [*journal.bare_applications] == [dated.id, muted.id]
    found = search.owed(now)
    assert {one.split(" Nov")[0] for one in found} == {"deadline before 22", "deadline day 25"}
    with search.database.write() as db:
        reminders.refresh(db, search.user, None, now)
    assert search.owed(now) == found
