"""The time of a reminder said by what it comes before: "2 hours before my interview at Acme", "the day before"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.offline.clause import Clause
from tools.relative import LENGTH

OF = r"(?:(?:the|my|our|that|this|their|its|a)\s+)?"
EVENT = rf"{OF}(?:[\w&'.-]+\s+){{0,3}}?(?:interviews?|deadline|closing date|due date|call|meeting)\b|it(?:\s+closes)?\b"
BEFORE = re.compile(
    rf"(?:\bon\s+)?\b(?P<length>{LENGTH})\s+(?P<side>before|prior to|ahead of)\b(?:\s+(?P<event>{EVENT}))?", re.I
)
BESIDE = re.compile(r"\s*(?:(?:at|with|for|from|of|in)\s+)?", re.I)
HOUR = re.compile(
    r"[\s,]*(?:(?:at|by|around)\s+(?P<at>\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?|uhr|h)?|noon)|"
    r"(?P<bare>\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?))(?![\w:])",
    re.I,
)
DEADLINE = re.compile(r"deadline|clos|due", re.I)


@dataclass(frozen=True, slots=True)
class Before:
    """The time as the tool reads it, the application as far as it is named, and the words without both."""

    when: str
    company: str | None
    rest: str


def found(clause: Clause) -> Before | None:
    """The time said so in a clause; None where none is."""
    match = BEFORE.search(clause.text)
    dated = match and any(m.start <= match.start("length") and m.end > match.end("side") for m in clause.of("when"))
    if match is None or dated:
        return None  # "2 days before the 30th" is a day like any other
    end, company = match.end(), None
    for mention in clause.of("company"):
        inside = match.start() <= mention.start < match.end()
        if inside or BESIDE.fullmatch(clause.text[end : mention.start] if mention.start >= end else "-"):
            company, end = mention.value, max(end, mention.end)
    hour = HOUR.match(clause.text, end)
    event = match["event"] or ""
    what = "" if not event else " the deadline" if DEADLINE.search(event) else " the interview"
    when = f"{match['length']} before{what}" + (f" at {(hour['at'] or hour['bare']).strip()}" if hour else "")
    rest = f"{clause.text[: match.start()].rstrip()} {clause.text[hour.end() if hour else end :].lstrip()}"
    return Before(when, company or _implied(clause), rest.strip())


def _implied(clause: Clause) -> str | None:
    """The application that the conversation is about."""
    return next((target["company"] for target in clause.implied() if "company" in target), None)
