"""Which reminder the words move or call off: "move the dentist one to Friday", "make it 5", "not today, Monday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, timedelta

from rapidfuzz import fuzz

from agent.offline import forms, hours, listed_reminders, shifts
from agent.offline.briefing import Owed
from agent.offline.calls import reminder_change
from agent.offline.clause import Clause
from tools import when
from tools.focus import Focus, numbers
from tools.result import Call

MOVES = re.compile(
    r"\b(?:mov\w*|shift\w*|push\w*|put|chang\w*|postpon\w*|delay\w*|resched\w*|snooz\w*|bump\w*|bring|make|set|switch|"
    r"instead|later|earlier|rather|(?:should|needs? to|has to|can|could) (?:be|come|go)|verschieb\w*|mueve|cambia\w*|"
    r"déplace|décale|reporte)\b",
    re.I,
)
CALLS_OFF = re.compile(
    r"\b(?:cancel\w*|delet\w*|remov\w*|drop|stop\w*|kill|forget|scrap|call off|get rid|bin|skip|clear|"
    r"(?:don't|do not|no longer) need|no need|never ?mind|lösch\w*|borra\w*|quita\w*|supprime\w*|annule\w*)\b",
    re.I,
)
# Who deletes everything means no reminder, whatever word of it stands there.
ALL = re.compile(r"\b(?:every\w*|all)\b", re.I)
# "Not today, Monday": a time that is ruled out.
RULED_OUT = re.compile(r"\bnot\s+(?:today|tonight|now|tomorrow|yet|this \w+|at the moment)\b", re.I)
# What may stand around a time that answers a reminder, and says nothing more.
AROUND = re.compile(
    r"\b(?:no|nope|nah|not|ok|okay|oh|hey|sorry|please|pls|plz|maybe|perhaps|better|rather|instead|actually|again|"
    r"busy|later|then|let's|lets|do|did|it|it's|its|that|this|make|made|can|could|you|u|i|i'll|ask|try|ping|tell|nudge|"
    r"remind|snooze|wait|until|till|til|on|at|in|for|by|to|the|a|an|me|one|more|say|but|and|with|"
    r"thanks|thank|move|push|put|change|shift|set|off|back|would|is|fine|works|good|suits)\b",
    re.I,
)
MAX_WORDS = 14


def may_be_meant(text: str, focus: Focus) -> bool:
    """Whether words may move or call off a reminder, so that it is worth to look which ones there are."""
    if len(text.split()) > MAX_WORDS:
        return False
    told = bool(numbers(focus.subject, "reminder"))
    return told or MOVES.search(text) is not None or CALLS_OFF.search(text.replace("’", "'")) is not None


def calls(clause: Clause) -> list[Call]:
    """The change of the reminder that the words describe, or that the talk is about; none where neither is sure."""
    if pointed := listed_reminders.calls(clause):
        return pointed
    owed = clause.briefing.owed
    waits = clause.briefing.focus.wanted is not None
    if not owed or waits or clause.asks or clause.slots.known or forms.of(clause) == "remind.set":
        return []
    words = reminder_change.described(clause) or ""
    described = " ".join(AROUND.sub(" ", CALLS_OFF.sub(" ", MOVES.sub(" ", words))).split())
    found = [r for r in owed if described and r.kind == "custom" and _fits(described, r.text)]
    if not found:
        return _answered(clause, owed)
    if CALLS_OFF.search(clause.text):
        return [] if ALL.search(clause.text) else [_call("cancel", found, described)]
    until = _time(clause, found[0]) if MOVES.search(clause.text) else None
    return [_call("move", found, described, until=until)] if until else []


def _call(action: str, found: Sequence[Owed], described: str, **more: str) -> Call:
    which = f"#{found[0].id}" if len(found) == 1 else described
    return Call(name="change_reminder", args={"action": action, "which": which, **more})


def _fits(described: str, text: str) -> bool:
    """Whether every word that describes one stands in its text; a long one may be a slip or a form of it."""
    have = re.findall(r"\w+", text.casefold())
    return all(
        any(h == w or (len(w) > 3 and (h.startswith(w) or w.startswith(h) or fuzz.ratio(h, w) >= 85)) for h in have)
        for w in re.findall(r"\w+", described.casefold())
    )


def _answered(clause: Clause, owed: Sequence[Owed]) -> list[Call]:
    """A time and hardly a word more: the reminder that the talk is about comes then."""
    focus = clause.briefing.focus
    about = numbers(focus.subject, "reminder")
    found = [r for r in owed if r.id in about and r.kind != "interview"]
    if len(found) != 1 or "?" in clause.text or _says_more(clause):
        return []
    until = _time(clause, found[0])
    return [_call("move" if found[0].kind == "custom" else "snooze", found, "", until=until)] if until else []


def _says_more(clause: Clause) -> bool:
    text = clause.text
    for m in sorted(clause.of("when", "duration", "range"), key=lambda m: -m.start):
        text = text[: m.start] + " " + text[m.end :]
    return re.search(r"[^\W\d_]{2,}", AROUND.sub(" ", RULED_OUT.sub(" ", text))) is not None


def _time(clause: Clause, r: Owed) -> str | None:
    """When it shall come, in words: where a length moves it, as a date and an hour."""
    shift = shifts.by_length(clause.text, clause.mentions)
    if shift and r.due_at > clause.briefing.now:
        return _shifted(shift[0], r, clause)
    out = RULED_OUT.search(clause.text)
    times = [t for t in hours.times(clause.text, clause.mentions) if not (out and out.start() <= t.start < out.end())]
    new = hours.old_and_new(clause.text, times)[1]
    length = clause.text_of("duration")
    return f"in {length}" if new is None and length else new


def _shifted(words: str, r: Owed, clause: Clause) -> str | None:
    """So much later or earlier than it was due: days on the calendar, hours and minutes as they pass."""
    length, _, way = words.rpartition(" ")
    try:
        minutes = when.read_duration(length)
    except when.Unclear:
        return None
    delta = timedelta(minutes=-minutes if way == "earlier" else minutes)
    zone = clause.briefing.now.tzinfo
    at = r.due_at.astimezone(zone) + delta if minutes % (24 * 60) == 0 else (r.due_at.astimezone(UTC) + delta)
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
