"""Reminders that hang on an interview that is known: "the day before the interview", "2 hours before Lidl"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from agent.offline.briefing import Ahead
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from tools import when
from tools.focus import numbers

# Hours at which a part of a day is meant; a day without one is at nine.
HOURS = {"night": "19:00", "evening": "18:00", "afternoon": "15:00", "morning": "08:00", "day": "09:00"}
LENGTH = (
    r"(?P<length>(?:an?|one|two|three|four|five|six|half an?|\d{1,3})\s*(?:and a half\s+)?(?:hours?|hrs?|h|"
    r"minutes?|mins?|min|days?))"
)
PART = r"(?:(?P<day>(?:the\s+|a\s+|one\s+)?(?:day|night|evening|afternoon|morning)s?)|" + LENGTH + ")"
BEFORE = re.compile(
    rf"(?:\b(?:on|in|at)\s+)?\b{PART}\s+(?P<side>before|prior to|ahead of|of)\s+(?:(?:the|my|our|that|this|it's|"
    rf"its)\s+)?"
    r"(?P<what>[^,.;:!?]*?)(?P<rest>(?:\s+(?:to|that|and)\s|[,.;:!?]).*)?$",
    re.I,
)
MEETING = re.compile(r"\b(?:interview|call|meeting|it|trial|shift|appointment|screening|chat)\b", re.I)
# "That morning at 7": the day of the interview that is spoken of.
ON_ITS_DAY = re.compile(
    r"\b(?:on |in )?(?:that|the same) (?P<part>morning|afternoon|evening|day)\b|\bon the (?:same |very )?(?P<day>day)"
    r"(?: itself)?\b(?! (?:of|before|after|i|we|they|you|it)\b)",
    re.I,
)
# "At 8 on the day of the interview": the hour before the words of the day.
CLOCK = re.compile(r"\bat\s+\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?(?=\s*(?:$|on\b|in\b|the\b|to\b))", re.I)
BARE = re.compile(r"\bremind me\s+before\b", re.I)
NONE_AHEAD = "I know of no interview ahead{at}. Tell me its day and hour first, then I can remind you before it."

SEVERAL = "There are several interviews ahead: which company do you mean?"


def match(clause: Clause) -> re.Match[str] | None:
    """The words that hang a reminder on an interview; None where its own day is said, or nothing speaks of one."""
    found = BEFORE.search(right(clause.text))
    if found is None or (found["side"].casefold() == "of" and not re.search("morning|day", found["day"] or "", re.I)):
        return None
    if any(m.start <= found.start("side") < m.end and m.value == "day" for m in clause.of("when")):
        return None  # "2 days before the 30th": a day of its own
    said = found["what"].strip()
    named = clause.slots.known and any(m.text.casefold() in said.casefold() for m in clause.of("company"))
    return found if named or MEETING.search(said) else None


def with_its_day(clause: Clause) -> Clause:
    """The clause with "that morning" put as the morning of the interview, where one is known that it can mean."""
    found = ON_ITS_DAY.search(clause.text)
    if found is None or len(_meant(clause)) != 1 or any(m.value == "day" for m in clause.of("when")):
        return clause
    part = (found["part"] or found["day"]).casefold()
    lead, tail = clause.text[: found.start()].rstrip(), clause.text[found.end() :]
    return replace(clause, text=f"{lead} the {part} of the interview{tail}")


def moment(clause: Clause, found: re.Match[str]) -> tuple[str, Ahead] | str:
    """The date and hour at which to remind, with the interview; or words where none is known, or several are."""
    ahead = _meant(clause)
    if len(ahead) != 1:
        whose = f" at {clause.of('company')[0].value}" if clause.slots.known else ""
        return SEVERAL if ahead else NONE_AHEAD.format(at=whose)
    moment_of = _at(clause, found, ahead[0].starts_at.astimezone(clause.briefing.now.tzinfo))
    return f"{moment_of:%Y-%m-%d %H:%M}", ahead[0]


def _meant(clause: Clause) -> tuple[Ahead, ...]:
    if clause.slots.known:
        return clause.briefing.ahead_at(clause.of("company")[0].value)[:1]
    about = {*numbers(clause.briefing.focus.subject, "application")}
    return tuple(m for m in clause.briefing.ahead if m.application in about)[:1] or clause.briefing.ahead


def _at(clause: Clause, found: re.Match[str], starts: datetime) -> datetime:
    if found["length"]:
        minutes = when.read_duration(found["length"])
        return starts - timedelta(minutes=minutes)
    part = re.sub(r"^(?:the|a|one)\s+|s$", "", found["day"].casefold())
    hour, minute = map(int, HOURS[part].split(":"))
    day = starts if found["side"].casefold() == "of" else starts - timedelta(days=1)
    spoken = [m.text for m in clause.of("when") if m.value == "time"]
    spoken = spoken or CLOCK.findall(clause.text[: found.start()])[-1:]
    if spoken:
        half = f" in the {part}" if part in ("morning", "evening") and re.search(r"\d\W*$", spoken[0]) else ""
        spoken[0] += half
        read = when.read_moment(f"{day:%Y-%m-%d} {spoken[0]}", clause.briefing.now, "future", default_time=None)
        return read.local
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def text(clause: Clause, found: re.Match[str], start: int, company: str) -> str:
    """What the reminder says: the words beside those of its time, else whose interview it is."""
    before = clause.text[start : found.start()]
    behind = found["rest"] or ""
    words = " ".join(f"{before} {behind}".split()).strip(" ,.;:!?")
    words = re.sub(r"^(?:to|that|about|and|of)\s+|\s+(?:please|pls)$", "", words, flags=re.I).strip(" ,.;:!?")
    spoken = [m.text for m in clause.of("when")]
    for time in spoken:
        words = words.replace(time, "").strip(" ,")
    words = CLOCK.sub("", words).strip(" ,") if CLOCK.search(before) else words
    words = re.sub(r"^(?:to|that|about|and|of|at)\s+", "", words, flags=re.I)
    return words if len(words) > 1 and not re.fullmatch(r"(?:at|on|me|it)", words, re.I) else f"interview at {company}"
