"""A reader of mails that is sure of everything it sees, for tests of what comes after the reading; dates in English."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent.offline import pasted
from tools.findings import letters
from tools.mail.finding import Finding, Meeting, Status
from tools.mail.mail import Mail

LINES: dict[Status, str] = {
    "withdrawn": r"withdrawn",
    "rejected": r"unfortunately|turned down",
    "offer": r"delighted to offer|you are hired",
    "assessment": r"coding test",
    "interview": r"interview",
    "applied": r"thank you for applying",
    "update": r"still reviewing",
}
COMPANY = re.compile(r"\b(?:at|to|in) ((?!Anna)[A-Z/][\w&/'-]*(?: (?:[A-Z][\w&'-]+|\W+\w+))*)")
TITLE = re.compile(r"\b(?:for the|in the|of) ([A-Z<][\w </>]{2,40}?) (?:role|position|at)\b|position of (\w[\w ]+) at")
MOMENT = re.compile(r"(\d{1,2} [A-Z][a-z]+ 20\d\d) at (\d{1,2}:\d\d [ap]m)")
NUMBER = re.compile(r"\bRef\. (\S+)")


def read(mail: Mail, zone: ZoneInfo | None = None) -> Finding:
    """What a mail says, by its plainest words; "perhaps" makes it unsure, "oddly" a riddle."""
    text = f"{mail.subject}\n{mail.text}"
    status = next((status for status, words in LINES.items() if re.search(words, mail.text, re.I)), None)
    if status is None:
        return Finding("not_job", confidence=0.4 if "oddly" in text else 0.95)
    line = next(one.strip() for one in mail.text.split("\n") if re.search(LINES[status], one, re.I))
    return _finding(mail, text, status, line, zone)


def _finding(mail: Mail, text: str, status: Status, line: str, zone: ZoneInfo | None) -> Finding:
    company, title, when = COMPANY.search(mail.text), TITLE.search(text), MOMENT.search(mail.text)
    number = NUMBER.search(text)
    at = None
    if when is not None:
        naive = datetime.strptime(f"{when[1]} {when[2]}", "%d %B %Y %I:%M %p")  # noqa: DTZ007 - the zone comes next
        at = naive.replace(tzinfo=zone or ZoneInfo("UTC"))
    doubt = "perhaps" in text
    return Finding(
        status,
        company[1].strip(" .") if company else None,
        (title[1] or title[2]) if title else None,
        number[1] if number else None,
        interview_at=at if status == "interview" else None,
        meeting=_meeting(text) if status == "interview" else None,
        evidence=line,
        confidence=0.5 if doubt else 0.97,
        sure=not doubt,
        agency="our client" in text,
    )


def _meeting(text: str) -> Meeting:
    if "cancelled" in text:
        return "cancelled"
    return "moved" if "rescheduled" in text else "set"


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mails are read by this reader."""
    monkeypatch.setattr(letters, "read", read)
    monkeypatch.setattr(pasted, "read", read)
