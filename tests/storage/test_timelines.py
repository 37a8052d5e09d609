"""Where all stood at instants, and applications read with all that hangs on them, on both databases."""

from __future__ import annotations

from datetime import timedelta

from storage import applications, contacts, interviews, notes, wholes
from storage.filters import Filter
from storage.records import Entry
from storage.status import Status
from storage.timelines import first_news, standing_at
from tests.storage.search import Search, at

S = Status
NOW = at("2026-11-20 10:00")
DAY = timedelta(days=1)


def log(search: Search, company: str, *moves: tuple[Status, int]) -> int:
    """An application and what happened, each so many days ago."""
    entries = [Entry(status, NOW - ago * DAY) for status, ago in moves]
    with search.message(NOW) as journal:
        return applications.add(journal, company, moves[-1][0], NOW, entries=entries).id


def test_where_they_stood(search: Search) -> None:
    log(search, "Acme", (S.SAVED, 30), (S.APPLIED, 20), (S.REJECTED, 5))
    log(search, "Bolt", (S.APPLIED, 12))
    # Written down later, but it happened before: it counts from its own day on.
    log(search, "Core", (S.INTERVIEW, 4), (S.APPLIED, 9))
    with search.read() as db:
        found = standing_at(db, search.user.id, [NOW - 40 * DAY, NOW - 25 * DAY, NOW - 10 * DAY, NOW - 3 * DAY])
        assert first_news(db, search.user.id) == NOW - 30 * DAY
    assert found == [{}, {S.SAVED: 1}, {S.APPLIED: 2}, {S.REJECTED: 1, S.APPLIED: 1, S.INTERVIEW: 1}]


def test_an_entry_counts_from_its_own_instant_on(search: Search) -> None:
    log(search, "Acme", (S.APPLIED, 10))
    instant = NOW - 10 * DAY
    with search.read() as db:
        found = standing_at(db, search.user.id, [instant, instant + timedelta(seconds=1)])
    assert found == [{}, {S.APPLIED: 1}]


def test_nobody_has_no_past(search: Search) -> None:
    with search.read() as db:
        assert standing_at(db, search.user.id, [NOW]) == [{}] and standing_at(db, search.user.id, []) == []
        assert first_news(db, search.user.id) is None


def test_applications_come_whole(search: Search) -> None:
    first = log(search, "Acme", (S.APPLIED, 20), (S.SCREENING, 6))
    second = log(search, "Bolt", (S.SAVED, 3))
    with search.message(NOW) as journal:
        notes.add_note(journal, first, "nice", NOW)
        contacts.add_contact(journal, first, "Jane")
        held = interviews.add_interview(journal, first, NOW + DAY, NOW)
        gone = interviews.add_interview(journal, first, NOW + 2 * DAY, NOW)
        interviews.cancel_interview(journal, gone.id, NOW)
        applications.add_tags(journal, second, ["x"])
    with search.read() as db:
        one, two = wholes.each(db, search.user.id, Filter(sort="added", limit=1))
    assert (one.application.id, two.application.id, two.application.tags) == (first, second, ("x",))
    assert [n.text for n in one.notes] == ["nice"] and [c.name for c in one.contacts] == ["Jane"]
    assert [i.id for i in one.interviews] == [held.id] and two.notes == []
    assert (one.news_at, two.news_at) == (NOW - 6 * DAY, NOW - 3 * DAY)


def test_more_than_are_read_at_once(search: Search) -> None:
    for number in range(wholes.AT_ONCE // 100):
        with search.message(NOW) as journal:
            for more in range(101):
                applications.add(journal, f"Firm {number}.{more}", S.SAVED, NOW)
    with search.read() as db:
        found = [one.application.company for one in wholes.each(db, search.user.id, Filter(sort="added"))]
    assert len(found) == len(set(found)) == 505 and found[0] == "Firm 0.0"


def test_employers(search: Search) -> None:
    for moves in (((S.APPLIED, 20), (S.REJECTED, 5)), ((S.APPLIED, 12),)):
        log(search, "Acme", *moves)
    log(search, "Bolt Inc", (S.SAVED, 1))
    with search.read() as db:
        first, second = wholes.employers(db, search.user.id, Filter())
        (active,) = wholes.employers(db, search.user.id, Filter(statuses=(S.SAVED,)))
    assert (first.company, first.applications, first.active, first.first_on) == ("Acme", 2, 1, None)
    assert first.news_at == NOW - 5 * DAY and (second.company, second.active) == ("Bolt Inc", 1) and active == second
