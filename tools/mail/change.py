"""What a finding may change at an application by itself, what it must ask about, and what only goes on record; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from storage.status import ENDED, ORDER, Source, Status, may_move
from tools.mail.finding import Finding

TARGETS = {
    "applied": Status.APPLIED,
    "screening": Status.SCREENING,
    "assessment": Status.ASSESSMENT,
    "interview": Status.INTERVIEW,
    "offer": Status.OFFER,
    "accepted": Status.ACCEPTED,
    "rejected": Status.REJECTED,
    "withdrawn": Status.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an application stands: its status, when that last changed, and every status that it ever held."""

    status: Status
    changed_at: datetime | None = None
    held: Collection[Status] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """`status`: the new one, None where it stays; `asks`: only with the person's word, `why` says for what reason."""

    status: Status | None = None
    asks: bool = False
    why: str = ""


def change(finding: Finding, standing: Standing, news_at: datetime) -> Change:
    """What the news come to: a mail moves forward or to `rejected`, never with news older than the last change."""
    target = TARGETS.get(finding.status)
    now = standing.status
    if target is None or target is now:
        return Change()
    if target is Status.WITHDRAWN:
        return Change() if now in ENDED else Change(target, True, "A withdrawal is yours to say.")
    if may_move(now, target, Source.EMAIL, news_at=news_at, last_change_at=standing.changed_at):
        return Change(target)
    why = _why_asked(target, standing, news_at)
    return Change(target, True, why) if why else Change()


def _why_asked(target: Status, standing: Standing, news_at: datetime) -> str:
    """Why news that may not move the application matter all the same; empty where they do not."""
    now = standing.status
    if now in ENDED and now is not Status.GHOSTED:
        settled = target is Status.APPLIED or (target is Status.REJECTED and now is not Status.ACCEPTED)
        return "" if settled else f"It has ended: {now}."
    if target is not Status.REJECTED and now in ORDER and ORDER.index(target) <= ORDER.index(now):
        return ""
    if target is Status.OFFER:
        return "An offer counts when you say so."
    if target is Status.ACCEPTED:
        return "That you take the job is yours to say."
    old = standing.changed_at is not None and news_at < standing.changed_at
    known = target in standing.held or target is Status.APPLIED
    return "It is older than the last change." if old and not known else ""
