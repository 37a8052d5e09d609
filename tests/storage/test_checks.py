"""The watch over postings as rows: who is put under it, who holds what is due, and what happens to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage import applications, checks, progress
from storage.database import Database
from storage.models import reminders
from storage.openings import checks as table
from storage.records import Entry
from storage.status import Status
from tests.storage.search import Search, at, new_search

NOW = at("2026-11-17 12:00")
DAY = timedelta(days=1)


@pytest.fixture
def search(database: Database) -> Search:
    """A person with three saved applications with a link, and one without."""
    found = new_search(database, "owner")
    for number in range(3):
        found.add(Status.SAVED, NOW, company=f"Inn {number}", url=f"https://jobs.lever.co/inn/{number}")
    found.add(Status.SAVED, NOW, company="Bare")
    return found


def claimed(search: Search, when: object = NOW + DAY, holder: str = "one", limit: int = 100) -> list[str]:
    """The links that are claimed at an instant, in the order of their numbers."""
    with search.database.write() as db:
        checks.enroll(db, NOW)
        return [one.url[-1] for one in checks.claim(db, when, holder, limit)]  # type: ignore[arg-type]


def test_all_with_a_link_come_once_a_day_at_hours_of_their_own(search: Search) -> None:
    assert claimed(search, NOW - DAY) == []
    assert sorted(claimed(search)) == ["0", "1", "2"]
    with search.database.read() as db:
        hours = {one for one in db.scalars(table.select().with_only_columns(table.c.next_check_at))}
    assert len(hours) == 3 and all(NOW <= one < NOW + DAY for one in hours)


def test_what_one_holds_no_other_gets_until_the_lease_ends(search: Search) -> None:
    assert claimed(search, holder="one", limit=2) != []
    assert len(claimed(search, holder="two")) == 1
    assert claimed(search, holder="three") == []
    with search.database.write() as db:
        db.execute(update(table).values(leased_until=at("2020-01-01 00:00")))
    assert sorted(claimed(search, holder="four")) == ["0", "1", "2"]


def test_only_the_holder_keeps_what_was_seen(search: Search) -> None:
    with search.database.write() as db:
        checks.enroll(db, NOW)
        [one, *_] = checks.claim(db, NOW + DAY, "one")
        seen = {"state": "open", "next_check_at": NOW + 2 * DAY}
        assert not checks.settle(db, one, "other", seen)
        assert checks.settle(db, one, "one", seen)
        assert not checks.settle(db, one, "one", seen)
    assert str(one.url[-1]) not in claimed(search, holder="two")


def test_the_ended_the_archived_and_those_who_stay_offline_are_left_alone(search: Search) -> None:
    first, second, *_ = applications_of(search)
    with search.message(NOW, "change") as journal:
        progress.set_status(journal, first, Entry(Status.REJECTED, NOW), now=NOW)
        applications.change(journal, second, NOW, archived=True)
    assert claimed(search) == ["2"]


def test_another_link_begins_anew(search: Search) -> None:
    first, *_ = applications_of(search)
    claimed(search)
    with search.message(NOW, "change") as journal:
        applications.change(journal, first, NOW, url="https://jobs.lever.co/inn/9")
    assert claimed(search, holder="two") == ["9"]


def test_a_later_message_takes_the_place_of_one_not_sent(search: Search) -> None:
    first, *_ = applications_of(search)
    with search.database.write() as db:
        for text in ("closed", "reopened"):
            checks.tell(db, search.user.id, first, text, NOW)
        waiting = db.execute(reminders.select().where(reminders.c.kind == "posting")).all()
    assert [(one.text, one.status) for one in waiting] == [("closed", "cancelled"), ("reopened", "pending")]


def applications_of(search: Search) -> list[int]:
    """The numbers of those with a link, the first one first."""
    with search.database.read() as db:
        found = applications.everything(db, search.user.id)
    return sorted(one.id for one in found if one.url)
