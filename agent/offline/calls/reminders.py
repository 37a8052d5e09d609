"""Reminders of the person's own: set, done, later, cancelled; what they say stays in the person's words."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.offline import verbatim
from agent.offline.calls import before as relative
from agent.offline.calls import before_meeting, preferences, reminder_times
from agent.offline.calls.reminder_times import JOINT, LINK
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools.result import Call

HEAD = re.compile(
    r"^\W*(?:\S+\s+){0,8}?(?:"
    r"(?:set|make|add|create|put|schedule|give|leave|need|want|like|get|pop|stick)\s+(?:me\s+|"
    r"us\s+)?(?:up\s+|in\s+)?(?:an?|the|another)?\s*(?:quick\s+|new\s+)?(?:reminders?|alarms?|alert|"
    r"nudge)(?:\s+(?:in|up))?(?:\s+for me)?"
    r"|remind(?:er|ing)?(?:\s+(?:me|myself|us))?(?:\s+(?:again|please|pls))?|(?:ping|nudge|poke|prod|tell|"
    r"wake|alert|text|buzz|notify|warn|message|bug|chase)\s+me"
    r"|(?:give|drop)\s+me\s+an?\s+(?:shout|nudge|buzz|ping|poke|heads[- ]up|bell)"
    r"|(?:don't|do not|dont)\s+let\s+me\s+forget|(?:make|"
    r"making)\s+sure\s+(?:that\s+)?i(?:\s+(?:don't forget|remember))?|(?:need|have|want|"
    r"must)\s+to\s+remember|(?:help me |please )?remember(?:\s+me)?"
    r"|recuérd[ae]me|recordame|acuérdame|avísame|ponme un recordatorio|"
    r"erinner[en]*\s+(?:sie\s+)?mich(?:\s+bitte)?(?:\s+daran)?|denk\w* (?:bitte )?daran|erinnerung|"
    r"recordatorio|rappel|rappelle[- ]moi|rappelez[- ]moi|fais[- ]moi penser|préviens[- ]moi"
    r")\b",
    re.I,
)
AND_THEN = re.compile(
    r"(?:,|\band\b|\bund\b|\by\b|\bet\b|\bthen\b)[\s,]*(?:and\s+)?(?:then\s+)?(?:again\s+)?(?:on\s+|at\s+)?$", re.I
)
EDGE = re.compile(
    r"(?:\s+|^)(?:,?\s*due|on|at|by|in|around|am|um|el|a las|le|à|this|for|from|till|until|@|gegen|vers)\s*$", re.I
)
REPEATS = re.compile(
    r"\b(?:every|each)\s+(?:day|week|month|morning|evening|night|weekday|other|\d+|mon\w*|tue\w*|wed\w*|thu\w*|"
    r"fri\w*|sat\w*|sun\w*)|\bonce a (?:day|week|month)|\b(?:daily|weekly|monthly)\b|\bjede[nrs]?\b|\btäglich|"
    r"\bwöchentlich|\bcada (?:d[ií]a|semana|lunes|martes|viernes|mañana)|\btodos los\b|\bchaque\b|\btous les\b",
    re.I,
)
# An hour for all reminders, not one of them.
MORNINGS = re.compile(
    r"\b(?:mornings|from now on|instead of (?:at )?\d|rather than (?:at )?\d|(?:my|the|all) reminders (?:at|"
    r"should|to come)|(?:erinnerungen|recordatorios|rappels)\s+(?:\w+\s+){0,2}(?:um|a las|à)\s+\d+)\b",
    re.I,
)
# News of a job that a bare "remind me" may follow.
TOLD = frozenset(("update", "schedule", "reschedule", "log", "status", "note"))
LEAST_HEAD = 9  # letters of "remind me", by which a clause is found in the words as typed
SENTENCES = re.compile(r"[.!?;\n]\s+")
EDGE_OF_TOLD = re.compile(r"(?:[\s,;]+(?:so|and|then|please|pls|can you|could you|but))+$", re.I)
NO_REPEAT = "I can't repeat a reminder. Tell me the day and hour of the next one, and I set that."


def remind(clause: Clause) -> list[Call] | str:
    """Set a reminder for each time said: the words without the time are what it says."""
    if MORNINGS.search(clause.text):
        return preferences.settings(clause)
    if REPEATS.search(clause.text):
        return NO_REPEAT
    before = relative.found(clause)
    if before:
        words = what(replace(clause, text=before.rest, mentions=[]), [])
        given = {"text": words, "when": before.when, "company": before.company}
        return [Call(name="remind", args={k: v for k, v in given.items() if v})]
    on_its_day = before_meeting.with_its_day(clause)
    if found := before_meeting.match(on_its_day):
        return _before_meeting(on_its_day, found)
    two = _two(clause)
    if two:
        return two
    times = reminder_times.times(clause, _start(clause))
    args: dict[str, str | None] = {"text": what(clause, times), **_about(clause)}
    if args["text"] is None and (told := _told_before(clause)):
        args = {**args, **told}
    said: list[str | None] = [*reminder_times.said(times, clause.briefing.now)] or [reminder_times.loose(clause)]
    return [Call(name="remind", args={k: v for k, v in {**args, "when": when}.items() if v}) for when in said]


def _before_meeting(clause: Clause, found: re.Match[str]) -> list[Call] | str:
    """A reminder at a time that hangs on an interview that is known."""
    at = before_meeting.moment(clause, found)
    if isinstance(at, str):
        return at
    words, meeting = at
    company = next(k.company for k in clause.briefing.applications if k.id == meeting.application)
    text = verbatim.restored(before_meeting.text(clause, found, _start(clause), company), clause.said)
    return [Call(name="remind", args={"text": text, "when": words, "company": f"#{meeting.application}"})]


def only_time(clause: Clause) -> bool:
    """Whether a clause asks to be reminded at another time and says of nothing: "remind me this evening instead"."""
    if not HEAD.match(clause.text) or relative.found(clause) or REPEATS.search(clause.text):
        return False
    times = reminder_times.times(clause, _start(clause))
    return bool(times or reminder_times.loose(clause)) and (what(clause, times) or "").casefold() in (
        "",
        "instead",
        "again",
        "then",
    )


def _two(clause: Clause) -> list[Call] | None:
    """Two reminders in one breath, each with its time and words."""
    start = _start(clause)
    times = [m for m in clause.of("when") if m.start >= start]
    for m in times[1:]:
        before = AND_THEN.search(clause.text[start : m.start])
        if before and re.match(r"\s*(?:to|that|about|zu|para|de|d'|que)\b", clause.text[m.end :]):
            parts = (_part(clause, 0, start + before.start()), _part(clause, m.start, len(clause.text)))
            made = [call for calls in map(remind, parts) if isinstance(calls, list) for call in calls]
            return made if all("text" in call.args for call in made) else None
    return None


def _part(clause: Clause, start: int, end: int) -> Clause:
    inside = [replace(m, start=m.start - start, end=m.end - start) for m in clause.mentions if start <= m.start < end]
    return replace(clause, text=clause.text[start:end], full=clause.text[start:end], mentions=inside)


def _about(clause: Clause) -> dict[str, str | None]:
    if clause.slots.known:
        return {"company": clause.of("company")[0].value}
    return {"company": f"#{clause.refs[0]}" if clause.refs else None}


def _told_before(clause: Clause) -> dict[str, str | None]:
    """What the message told just before is what to be reminded of: "Acme closes Friday, remind me Thursday evening"."""
    head, sep, _ = clause.said.casefold().partition(clause.text.casefold()[:LEAST_HEAD])
    last = clause.before[-1] if clause.before else None
    if last is None or last.name not in TOLD or not sep:
        return {}
    words = EDGE_OF_TOLD.sub("", SENTENCES.split(clause.said[: len(head)].strip(" ,;:.!-"))[-1]).strip(" ,;:.!-")
    company = last.args.get("company")
    return {"text": words, "company": str(company) if company else None} if words else {}


def _start(clause: Clause) -> int:
    head = HEAD.match(clause.text)
    return head.end() if head else 0


def what(clause: Clause, times: list[list[Mention]]) -> str | None:
    """What to be reminded of, in the person's words; None where nothing is said."""
    start = _start(clause)
    taken = [m for run in times for m in run if m.start >= start] or ([] if times else clause.of("range"))
    parts, at = [], start
    for m in sorted(taken, key=lambda m: m.start):
        parts.append(clause.text[at : m.start])
        at = m.end
    parts.append(clause.text[at:])
    pieces = [EDGE.sub("", part.rstrip(" ,")) if i + 1 < len(parts) else part for i, part in enumerate(parts)]
    kept = [piece.strip(" ,.;:-\"'") for piece in pieces]
    words = " ".join(LINK.sub("", " ".join(" ".join(part for part in kept if not JOINT.match(part)).split())).split())
    words = re.sub(
        r"[\s,]+(?:please|pls|plz|thanks|thx|bitte|por favor|s'il te plaît|ok|later)$", "", words, flags=re.I
    )
    words = words.rstrip("?") if clause.text.rstrip().endswith("?") else words
    return verbatim.restored(words.strip(" ,.;:-\"'"), clause.said) or None
