"""What a look at a posting means beside what was seen before: closed, reopened, other pay, closing soon; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from storage.checks import Watched
from tools.pauses import growing
from tools.postings.posting import Posting, ReadPosting
from tools.words import pay_words

DAY = timedelta(days=1)
FIRST_PAUSE = timedelta(hours=1)
LOOK_AGAIN = timedelta(hours=6)  # a posting that seems gone
APART = timedelta(hours=3)  # at least so far apart it must have been gone twice
SURE = 2
NEAR = 3  # days before a deadline


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to keep of a look, and the news for the person, if any: closed, reopened, pay (was, is), deadline."""

    kept: dict[str, Any]
    news: dict[str, Any]


def judged(before: Watched, seen: ReadPosting, now: datetime) -> Verdict:
    """The verdict on a look at `now`. What could not be read means nothing but that it is tried again later."""
    # A page that was never there may be a link that was mistyped, or a site that hides from us.
    never_there = before.state == "unknown" and seen.posting.source == "page"
    if seen.closed and not never_there:
        return _gone(before, now)
    if seen.closed or (seen.trouble and not seen.unchanged):
        asked = timedelta(seconds=min(seen.wait or 0, 86_400))
        pause = growing(FIRST_PAUSE, before.failures, DAY, asked)
        return Verdict(
            {
                "failures": before.failures + 1,
                "trouble": seen.trouble or "it was never there",
                "checked_at": now,
                "next_check_at": now + pause,
            },
            {},
        )
    return _there(before, seen, now)


def _gone(before: Watched, now: datetime) -> Verdict:
    first = before.closed_seen_at or now
    times = before.seen_closed + 1
    kept: dict[str, Any] = {
        "seen_closed": times, "closed_seen_at": first, "checked_at": now, "failures": 0, "trouble": None, "etag": None,
    }  # fmt: skip
    if before.state == "closed":
        return Verdict({**kept, "next_check_at": now + DAY}, {})
    if times < SURE or now - first < APART:
        return Verdict({**kept, "next_check_at": now + LOOK_AGAIN}, {})
    return Verdict({**kept, "state": "closed", "next_check_at": now + DAY}, {"closed": True})


def _there(before: Watched, seen: ReadPosting, now: datetime) -> Verdict:
    pay = before.pay if seen.unchanged else _pay(seen.posting) or before.pay
    deadline = before.deadline_on if seen.unchanged else seen.posting.deadline_on
    kept = {
        "state": "open", "seen_closed": 0, "closed_seen_at": None, "failures": 0, "trouble": None, "etag": seen.etag,
        "pay": pay, "deadline_on": deadline, "checked_at": now, "next_check_at": now + DAY,
    }  # fmt: skip
    news: dict[str, Any] = {"reopened": True} if before.state == "closed" else {}
    if before.pay and pay != before.pay:
        news["pay"] = [before.pay, pay]
    if deadline is not None and _near(deadline, now.date()) and not _was_near(before, deadline):
        news["deadline"] = deadline.isoformat()
    return Verdict(kept, news)


def _near(deadline: date, today: date) -> bool:
    return 0 <= (deadline - today).days <= NEAR


def _was_near(before: Watched, deadline: date) -> bool:
    """Whether it was as near already when it was looked at last: then it has been told."""
    return (
        before.deadline_on == deadline and before.checked_at is not None and _near(deadline, before.checked_at.date())
    )


def _pay(posting: Posting) -> str | None:
    words = pay_words(posting.salary_min, posting.salary_max, posting.salary_currency, posting.salary_period)
    return words or None
