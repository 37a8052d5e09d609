"""The statuses of an application, their order, and who may move it where; pure, knows no database."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Where an application stands; the one list used by every floor."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    GHOSTED = "ghosted"


class Source(StrEnum):
    """Who brought a change of status."""

    USER = "user"
    EMAIL = "email"
    ATS = "ats"
    IMPORT = "import"
    SYSTEM = "system"


# The main row, in its order; the other ends stand beside it.
ORDER = (
    Status.SAVED,
    Status.APPLIED,
    Status.SCREENING,
    Status.ASSESSMENT,
    Status.INTERVIEW,
    Status.OFFER,
    Status.ACCEPTED,
)
ACTIVE = frozenset(ORDER[:-1])
ENDED = frozenset(Status) - ACTIVE
# In these the employer has answered and the next word is awaited.
IN_PROCESS = frozenset({Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW})
NEEDS_THE_PERSON = frozenset({Status.OFFER, Status.ACCEPTED})

_RANK = {status: rank for rank, status in enumerate(ORDER)}
# A ghosted one had been applied to; any answer counts as forward from there.
_RANK_WHEN_REVIVED = _RANK[Status.APPLIED]


def may_move(
    current: Status,
    new: Status,
    source: Source,
    *,
    news_at: datetime | None = None,
    last_change_at: datetime | None = None,
) -> bool:
    """Whether `source` may move an application from `current` to `new` without asking the person.

    The person, and an import (which is the person's own record), may set anything. Mail and ATS move only
    forward or to `rejected`, never with news older than the last change, never to `offer` or `accepted`.
    """
    if source in (Source.USER, Source.IMPORT):
        return True
    if news_at is not None and last_change_at is not None and news_at < last_change_at:
        return False
    if new in NEEDS_THE_PERSON or (current in ENDED and current is not Status.GHOSTED):
        return False
    return new is Status.REJECTED or _is_forward(current, new)


def _is_forward(current: Status, new: Status) -> bool:
    if new not in _RANK:
        return False
    return _RANK[new] > _RANK.get(current, _RANK_WHEN_REVIVED)


def reached(status: Status) -> tuple[Status, ...]:
    """`status` and what lies behind it in the main row: holding any of these means having reached it."""
    return ORDER[_RANK[status] :] if status in _RANK else (status,)
