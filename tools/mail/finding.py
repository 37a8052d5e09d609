"""What one mail says about one application; the values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# What a mail can say; `screening` and `accepted` are said by systems for applicants alone.
Status = Literal[
    "applied", "screening", "assessment", "interview", "offer", "accepted", "rejected", "withdrawn", "update", "not_job"
]
STATUSES: tuple[Status, ...] = (
    *("applied", "assessment", "interview", "offer"),
    *("rejected", "withdrawn", "update", "not_job"),
)
Meeting = Literal["set", "moved", "cancelled"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a mail says. `not_job` is no finding at all: alerts, newsletters, cold mail, and all the rest of life.

    `interview_at` is aware, in the zone that the mail means; `meeting` says what becomes of an interview. `evidence`
    is one line of the mail, word for word. `confidence` is 0 to 1; 95 of 100 findings with `sure` are right.
    `decided_by`: phrases, the small model that ships with the project, or a language model that was asked.
    `agency`: it writes for an employer whom it does not name.
    """

    status: Status
    company: str | None = None
    title: str | None = None
    requisition: str | None = None
    interview_at: datetime | None = None
    interview_kind: str | None = None
    duration_minutes: int | None = None
    meeting: Meeting | None = None
    link: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None
    evidence: str = ""
    confidence: float = 0.0
    sure: bool = False
    decided_by: Literal["rules", "model", "language"] = "rules"
    agency: bool = False
