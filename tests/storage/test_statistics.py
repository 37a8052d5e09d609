"""The figures, on both databases."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from storage import applications, groups, outcomes, stages, statistics
from storage.outcomes import Outcomes
from storage.percentiles import percentile
from storage.records import Entry
from storage.status import Status
from tests.storage.search import NEW_YORK, Search, at

S = Status
NOW = at("2026-11-20 10:00")
TODAY = date(2026, 11, 20)


def log(search: Search, days_ago: int | None, *moves: tuple[Status, int], source: str | None = None) -> None:
    """An application of so many days ago, and what happened, each so many days ago."""
    entries = [Entry(status, NOW - timedelta(days=ago)) for status, ago in moves]
    on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    with search.message(NOW) as journal:
        applications.add(journal, "Acme", moves[-1][0], NOW, entries=entries, applied_on=on, source=source)


@pytest.fixture
def logged(search: Search) -> Search:
    """Six submitted ones and a saved one."""
    log(search, None, (S.SAVED, 3))
    log(search, 5, (S.APPLIED, 5), source="referral")
    log(search, 30, (S.APPLIED, 30))
    log(search, 20, (S.APPLIED, 20), (S.SCREENING, 16), (S.REJECTED, 10), source="referral")
    log(search, 10, (S.APPLIED, 10), (S.REJECTED, 8))
    log(search, 40, (S.APPLIED, 40), (S.INTERVIEW, 30), (S.OFFER, 20), (S.DECLINED, 19))
    log(search, 60, (S.APPLIED, 60), (S.GHOSTED, 20))
    return search


def test_figures(logged: Search) -> None:
    with logged.database.read() as db:
        found = statistics.figures(db, logged.user.id, NOW, NEW_YORK)
    assert found.submitted == 6
    assert (found.answered, found.converted, found.offers, found.ghosted) == (3, 2, 1, 2)
    assert [found.reached[status] for status in (S.APPLIED, S.SCREENING, S.INTERVIEW, S.OFFER, S.ACCEPTED)] == [
        6,
        2,
        1,
        1,
        0,
    ]
    assert found.by_status == {S.APPLIED: 2, S.REJECTED: 2, S.DECLINED: 1, S.GHOSTED: 1}


def test_ranges(logged: Search) -> None:
    with logged.database.read() as db:
        found = statistics.figures(
            db, logged.user.id, NOW, NEW_YORK, first=TODAY - timedelta(days=20), last=TODAY - timedelta(days=6)
        )
        nothing = statistics.figures(db, logged.user.id, NOW, NEW_YORK, first=TODAY)
        by_day = statistics.submitted_by_day(db, logged.user.id, first=TODAY - timedelta(days=10))
    assert (found.submitted, found.answered) == (2, 2)
    assert (nothing.submitted, nothing.by_status) == (0, {})
    assert by_day == [(TODAY - timedelta(days=10), 1), (TODAY - timedelta(days=5), 1)]


def test_time_to_response(logged: Search) -> None:
    with logged.database.read() as db:
        found = statistics.time_to_response(db, logged.user.id, NEW_YORK)
        nobody = statistics.time_to_response(db, logged.user.id, NEW_YORK, first=TODAY)
    # 4, 2 and 10 days.
    assert (found.answered, found.median, found.waiting) == (3, 4, 2)
    assert found.p90 == pytest.approx(8.8)
    assert (nobody.answered, nobody.median, nobody.p90, nobody.waiting) == (0, None, None, 0)


def test_by_status_and_source(logged: Search) -> None:
    with logged.database.read() as db:
        everyone = statistics.by_status(db, logged.user.id)
        sources = [(g.name, g.submitted, g.answered) for g in groups.by(db, logged.user.id, "source")]
    assert everyone[S.SAVED] == 1
    assert list(everyone) == [status for status in Status if status in everyone]
    assert sorted(sources, key=str) == sorted([(None, 4, 2), ("referral", 2, 1)], key=str)


def test_silence_counts_days_of_the_calendar(search: Search) -> None:
    with search.message(NOW) as journal:
        when = datetime.fromisoformat("2026-10-21T23:00:00-04:00")
        applications.add(
            journal, "Acme", S.APPLIED, NOW, entries=[Entry(S.APPLIED, when)], applied_on=date(2026, 10, 21)
        )
    with search.database.read() as db:
        me = search.user.id
        assert statistics.figures(db, me, at("2026-11-19 23:30"), NEW_YORK).ghosted == 0
        assert statistics.figures(db, me, at("2026-11-20 00:30"), NEW_YORK).ghosted == 1


def test_steps_that_begin_in_the_year_before(search: Search) -> None:
    # Saved in summer time, shortly after midnight; nothing was submitted in that year.
    saved, applied = at("2025-07-02 00:30"), at("2026-01-02 12:00")
    with search.message(NOW) as journal:
        entries = [Entry(S.SAVED, saved), Entry(S.APPLIED, applied)]
        applications.add(journal, "Acme", S.APPLIED, NOW, entries=entries, applied_on=date(2026, 1, 2))
    with search.read() as db:
        (step,) = stages.steps(db, search.user.id, NEW_YORK)
    assert step.days == ((184, 1),)


def test_one_logged_as_rejected_had_been_applied_to(search: Search) -> None:
    log(search, 90, (S.REJECTED, 80))
    log(search, 5, (S.GHOSTED, 1))
    # Heard of before the day that was given as the day of application.
    log(search, 70, (S.APPLIED, 70), (S.INTERVIEW, 72))
    with search.read() as db:
        of_all = outcomes.outcomes(db, search.user.id, NOW, NEW_YORK, S.APPLIED, 0, 0)
        of_late = outcomes.outcomes(db, search.user.id, NOW, NEW_YORK, S.APPLIED, 10, 0)
        further = outcomes.outcomes(db, search.user.id, NOW, NEW_YORK, S.SCREENING, 0, 0)
    assert of_all == Outcomes(3, 1, 0) and of_late == Outcomes(2, 0, 0) and further == Outcomes(1, 1, 0)


def test_percentiles() -> None:
    assert percentile([], 0.5) is None
    assert percentile([(7, 1)], 0.9) == 7
    assert percentile([(1, 1), (2, 1), (3, 2)], 0.5) == 2.5
