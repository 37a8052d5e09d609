"""What a look at a posting means beside what was seen before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from storage.checks import Watched
from tools.postings.posting import Posting, ReadPosting
from tools.postings.watch import Verdict, judged

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BEFORE = Watched(
    id=1, user_id=1, application_id=1, url="u", etag=None, state="open", seen_closed=0, closed_seen_at=None, pay=None,
    deadline_on=None, failures=0, trouble=None, checked_at=NOW - timedelta(days=1), next_check_at=NOW,
)  # fmt: skip
GONE = ReadPosting(Posting("u"), closed=True)
THERE = ReadPosting(Posting("u", title="Cook"), etag='"a"')


def after(*looks: tuple[ReadPosting, float], before: Watched = BEFORE) -> tuple[Watched, list[dict[str, Any]]]:
    """What stands after looks that are so many hours after the one before, and the news of each."""
    now, told = NOW, []
    for seen, hours in looks:
        now += hours * HOUR
        verdict = judged(before, seen, now)
        before = replace(before, **verdict.kept)
        told.append(verdict.news)
    return before, told


def verdict(seen: ReadPosting, **before: Any) -> Verdict:
    """The verdict of one look."""
    return judged(replace(BEFORE, **before), seen, NOW)


def test_gone_is_believed_the_second_time_some_hours_later() -> None:
    assert after((GONE, 0), (GONE, 6))[1] == [{}, {"closed": True}]
    assert after((GONE, 0), (GONE, 1), (GONE, 3))[1] == [{}, {}, {"closed": True}]
    assert after((GONE, 0), (THERE, 6), (GONE, 6), (GONE, 1))[1] == [{}, {}, {}, {}]
    assert after((GONE, 0), (GONE, 6), (GONE, 24), (THERE, 24))[1] == [{}, {"closed": True}, {}, {"reopened": True}]


def test_a_page_that_was_never_there_is_no_news() -> None:
    missing = ReadPosting(Posting("u", source="page"), closed=True)
    new = replace(BEFORE, state="unknown")
    assert after(*[(missing, 24)] * 4, before=new)[1] == [{}] * 4
    assert after((THERE, 24), (missing, 24), (missing, 24), before=new)[1] == [{}, {}, {"closed": True}]


def test_doubt_between_takes_nothing_back_and_adds_nothing() -> None:
    doubt = ReadPosting(Posting("u"), "it refuses to be read by a program")
    assert after((GONE, 0), *[(doubt, 6)] * 9)[1] == [{}] * 10
    assert after((GONE, 0), (doubt, 6), (GONE, 6))[1][-1] == {"closed": True}


def test_pauses_grow_and_the_sites_own_wish_counts() -> None:
    doubt = ReadPosting(Posting("u"), "x")
    pauses = [(verdict(doubt, failures=n).kept["next_check_at"] - NOW) / HOUR for n in (0, 1, 2, 5, 99)]
    assert pauses == [1, 2, 4, 24, 24]
    assert verdict(replace(doubt, wait=7200.0)).kept["next_check_at"] == NOW + 2 * HOUR
    assert verdict(replace(doubt, wait=1e12)).kept["next_check_at"] == NOW + 24 * HOUR


def test_what_has_not_changed_keeps_all_that_is_known() -> None:
    seen = ReadPosting(Posting("u"), etag='"a"', unchanged=True)
    kept = verdict(seen, pay="40,000 EUR a year", deadline_on=date(2026, 12, 24)).kept
    assert (kept["pay"], kept["deadline_on"], kept["state"]) == ("40,000 EUR a year", date(2026, 12, 24), "open")


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        (None, 50_000, {}),
        ("40,000 EUR a year", 40_000, {}),
        ("40,000 EUR a year", 50_000, {"pay": ["40,000 EUR a year", "50,000 EUR a year"]}),
        ("40,000 EUR a year", None, {}),
    ],
)
def test_pay(before: str | None, now: float | None, news: dict[str, Any]) -> None:
    money = {} if now is None else {"salary_currency": "EUR", "salary_period": "year"}
    seen = ReadPosting(Posting("u", title="Cook", salary_min=now, salary_max=now, **money))  # type: ignore[arg-type]
    assert verdict(seen, pay=before).news == news


@pytest.mark.parametrize(
    ("known", "day", "news"),
    [
        (None, 25, {}),
        (None, 23, {"deadline": "2026-11-23"}),
        (23, 23, {"deadline": "2026-11-23"}),
        (22, 22, {}),
        (22, 21, {"deadline": "2026-11-21"}),
        (None, 19, {}),
    ],
)
def test_a_deadline_is_told_once_when_it_comes_near(known: int | None, day: int, news: dict[str, Any]) -> None:
    seen = ReadPosting(Posting("u", title="Cook", deadline_on=date(2026, 11, day)))
    before = {} if known is None else {"deadline_on": date(2026, 11, known)}
    assert verdict(seen, **before).news == news
