"""A day or an hour put right of a company that is named: "Lidl was Monday not today"; it touches no other company."""

from __future__ import annotations

import re

from agent.offline import hours, openers
from agent.offline.briefing import Ahead
from agent.offline.calls.meeting_words import MEETING
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from storage.companies import company_key
from tools import when
from tools.focus import numbers
from tools.result import Call

IS = (
    r"(?:is|are|was|were|its|it's|it is|it was|that's|should be|should have been|happened|isn't|wasn't|ist|war|es|era|"
    r"fue|est|était|c'est|c'était)"
)
SAYS = re.compile(rf"(?:'s)?\W+(?:[\w-]+\W+)?{IS}\b", re.I)
# What was meant instead of the last company begins with these: "it was Lidl".
MEANT = re.compile(r"\b(?:it|it's|its|that|that's|this|i|meant|mean|not|meine|meinte|c'était|era|war)\b", re.I)
# All that may stand around the name and the times.
AROUND = re.compile(
    rf"\b(?:{IS}|the|my|one|ones|on|at|in|for|with|to|from|of|application|applications|app|job|cv|i|we|did|applied|sent|"
    r"apply|send|actually|really|tho|though|sorry|no|not|and|but|so|pls|please|day|date|interview|call|meeting|"
    r"bei|am|um|nicht|sondern|el|la|en|no|le|chez|pas|mais)\b",
    re.I,
)
APPLIED = re.compile(r"\b(?:application|app|cv|applied|apply|sent|send)\b", re.I)


def calls(clause: Clause) -> list[Call]:
    """The call that puts the named company's own day or hour right; empty where the words say anything else."""
    name = _named(clause)
    if name is None or clause.asks or "?" in clause.text or _is_last(clause, name):
        return []
    found = hours.times(clause.text, clause.mentions)
    gone = [t for t in found if _is_gone(clause, t.start, t.end)]
    old, new = hours.old_and_new(clause.text, [t for t in found if t not in gone])
    wrong = hours.joined(gone)
    if new is None:  # "it was Tuesday" tells the right day
        old, new = None, old
    wrong = wrong or old
    if new is None:
        return []
    ahead = clause.briefing.ahead_at(name)
    if len(ahead) == 1 and _is_of_meeting(clause, ahead[0], wrong, new):
        company = f"#{ahead[0].application}"
        return [Call(name="reschedule", args={"company": company, "when": new} | ({"was": wrong} if wrong else {}))]
    if MEETING.search(clause.text) or not _is_past_day(clause, new):
        return []
    return [Call(name="update", args={"company": name, "applied_on": new})]


def is_subject(clause: Clause) -> bool:
    """Whether a known company stands first and something is said of it: "no, Lidl is on Zoom"."""
    return _at(clause) is not None


def _named(clause: Clause) -> str | None:
    """The company that stands first, where words say hardly more of it than a time; None for all other words."""
    found = _at(clause)
    return found[0] if found and not _says_more(clause, *found[1:]) else None


def _at(clause: Clause) -> tuple[str, int, int, int] | None:
    """The company that stands first with something said of it; where the words begin, and where it does and ends."""
    opening = openers.HEAD.match(clause.text) if openers.NO_NEWS.match(clause.text) is None else None
    start = opening.end() if opening else 0
    named = [m for m in clause.of("company") if right(clause.text)[m.start : m.end].strip()]
    if len({m.value for m in named}) > 1 or (not named and not clause.slots.named):
        return None
    name = named[0].value if named else clause.slots.company
    words = named[0].text if named else str(clause.slots.company)
    at = clause.text.casefold().find(words.casefold(), start)
    if name is None or at < 0 or MEANT.search(clause.text[start:at]):
        return None
    says = SAYS.match(clause.text[at + len(words) :])
    return (name, start, at, at + len(words)) if says else None


def _says_more(clause: Clause, start: int, at: int, end: int) -> bool:
    """Whether more is said than a name and times."""
    text = " " * start + clause.text[start:at] + " " * (end - at) + clause.text[end:]
    for time in hours.times(clause.text, clause.mentions):
        text = text[: time.start] + " " * (time.end - time.start) + text[time.end :]
    return re.search(r"[^\W_]{2,}", AROUND.sub(" ", text.replace("'s ", " "))) is not None


def _is_last(clause: Clause, name: str) -> bool:
    """Whether the last change was about that company, so that it is this change that is put right."""
    focus = clause.briefing.focus
    about = {f"#{i}" for i in numbers(focus.subject, "application")}
    ids = {f"#{k.id}" for k in clause.briefing.applications if company_key(k.company) == company_key(name)}
    said = {str(c.args.get("company", "")) for c in focus.calls}
    return any(company_key(s) == company_key(name) for s in said) or bool(said & about & ids)


def _is_gone(clause: Clause, start: int, end: int) -> bool:
    """Whether the words call a time wrong."""
    return not right(clause.text)[start:end].strip()


def _is_of_meeting(clause: Clause, meeting: Ahead, wrong: str | None, new: str) -> bool:
    """Whether the time is that of the interview to come rather than of the day of applying."""
    if APPLIED.search(clause.text) or (
        _is_past_day(clause, new) and re.search(r"\b(?:was|war|era|était)\b", clause.text)
    ):
        return False
    if MEETING.search(clause.text) or hours.has_hour(new) or wrong is None:
        return True
    try:
        before = when.read_day(wrong, clause.briefing.now, "future")
    except when.Unclear:
        return True
    return before == meeting.starts_at.astimezone(clause.briefing.now.tzinfo).date()


def _is_past_day(clause: Clause, words: str) -> bool:
    """Whether words name a day, and one that may lie behind."""
    try:
        day = when.read_day(words, clause.briefing.now, "past")
    except when.Unclear:
        return False
    return day <= clause.briefing.now.date() and not hours.has_hour(words)
