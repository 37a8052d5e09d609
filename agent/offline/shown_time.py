"""A new time for the interview on the screen: "change the time to 10", "make it 11 instead", "same day, just at 9"."""

from __future__ import annotations

import re

from agent.offline import hours, shifts
from agent.offline.clause import Clause
from tools import when
from tools.focus import numbers
from tools.result import Call

NOUN = (
    r"(?:time|hour|start(?:ing|s)?(?: time)?|interview|interview time|trial|trial (?:shift|day)|appointment|meeting|"
    r"date|day|slot)"
)
# Words by which a time is called another one than that on the screen.
CHANGES = re.compile(
    r"\b(?:chang\w*|set|make|mov\w*|put|switch\w*|shift\w*|instead|now|wrong|should|no|not|actually|sorry|new|correct\w*|"
    r"still|same|stays?|only|just|later|earlier|"
    r"fix|update|resched\w*|rather|push\w*|bring)\b",
    re.I,
)
OF_TIME = re.compile(rf"\b(?:the|my|its|their|that|new)\s+(?:new\s+)?{NOUN}\b|^\W*{NOUN}\b", re.I)
# The day is said again, and stays: it tells which interview is meant.
STAYS = re.compile(r"\b(?:still|same|stays?|stayed|remains?|unchanged)\b", re.I)
# All that may stand around the time.
AROUND = re.compile(
    rf"\b(?:{NOUN}|it|it's|its|it'll|is|was|be|will|should|has|have|been|are|they|i|the|a|my|their|that|this|to|at|on|for|of|"
    r"from|by|can|could|you|would|please|pls|plz|chang\w*|set|make|mov\w*|put|switch\w*|shift\w*|instead|now|wrong|no|not|"
    r"actually|sorry|new|correct\w*|fix|update|resched\w*|rather|push\w*|bring|and|but|oh|wait|ok|hey|just|in|up|back|"
    r"still|same|stays?|stayed|only|just|as|before|planned|later|earlier|the|then|so|th|st|nd|rd|"
    r"forward|o'clock|oclock|clock|am|pm)\b",
    re.I,
)
# The last figure of a wish is an hour, where nothing marks it as one.
TO = re.compile(
    r"\b(?:to|at|is|it's|its|it|be|make)\s+(?P<hour>\d{1,2}(?:[:.]\d\d)?)\W*(?:instead|now|please|pls)?\W*$", re.I
)
READS = frozenset(("agenda", "show", "find"))
MEETS = frozenset(("schedule", "reschedule"))
WORDS = 14


def calls(clause: Clause) -> list[Call]:
    """The interview on the screen moved to the time said; without its company where several are there: it is asked."""
    focus = clause.briefing.focus
    last = focus.last[-1].name if focus.last else ""
    plain = (
        focus.wanted is None and not clause.slots.known and "?" not in clause.text and len(clause.text.split()) <= WORDS
    )
    stays = STAYS.search(clause.text) is not None
    named = stays or OF_TIME.search(clause.text) is not None
    if not plain or not CHANGES.search(clause.text) or not _fits(last, stays, named):
        return []
    found = hours.times(clause.text, clause.mentions)
    old, new = hours.old_and_new(clause.text, found)
    if shift := shifts.by_length(clause.text, clause.mentions):
        found, new = [*found, hours.Time("", shift[1].start, shift[1].end, False, True)], shift[0]
    lone = None if found else TO.search(clause.text)
    if lone:
        new, found = (
            f"at {lone['hour'].replace('.', ':')}",
            [hours.Time("", lone.start("hour"), lone.end("hour"), False, True)],
        )
    ahead = (_of_day(clause, found) if stays else set()) or _shown(clause)
    if new is None or not ahead or _says_more(clause, found):
        return []
    which = {"company": f"#{next(iter(ahead))}"} if len(ahead) == 1 else {}
    return [Call(name="reschedule", args={**which, "when": new} | ({"was": old} if old and not which else {}))]


def _fits(last: str, stays: bool, named: bool) -> bool:
    """Whether an interview is on the screen; where the day is said again, it may also be told out of the blue."""
    return stays or last in READS or (named and last in MEETS)


def _of_day(clause: Clause, found: list[hours.Time]) -> set[int]:
    """The applications with an interview on the day that is said."""
    named = hours.joined([t for t in found if t.day])
    try:
        day = when.read_day(named or "", clause.briefing.now, "future")
    except when.Unclear:
        return set()
    zone = clause.briefing.now.tzinfo
    return {m.application for m in clause.briefing.ahead if m.starts_at.astimezone(zone).date() == day}


def _shown(clause: Clause) -> set[int]:
    """The applications on the screen that have an interview to come; where none has, all that have."""
    focus, ahead = clause.briefing.focus, {meeting.application for meeting in clause.briefing.ahead}
    shown = {*numbers(focus.subject, "application")} & ahead or {*numbers(focus.listed, "application")} & ahead
    return shown or ahead


def _says_more(clause: Clause, found: list[hours.Time]) -> bool:
    """Whether more is said than a time and that it changes."""
    text = clause.text
    for time in found:
        text = text[: time.start] + " " * (time.end - time.start) + text[time.end :]
    return re.search(r"[^\W_]{2,}", AROUND.sub(" ", text)) is not None
