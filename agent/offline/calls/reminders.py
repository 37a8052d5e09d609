"""Reminders of the person's own: set, done, later, cancelled; what they say stays in the person's words."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from agent.offline import verbatim
from agent.offline.calls import before as relative
from agent.offline.calls import before_meeting, preferences
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
    r"must)\s+to\s+remember|(?:help me |please )?remember"
    r"|recuérd[ae]me|recordame|acuérdame|avísame|ponme un recordatorio|"
    r"erinner[en]*\s+(?:sie\s+)?mich(?:\s+bitte)?(?:\s+daran)?|denk\w* (?:bitte )?daran|erinnerung|"
    r"recordatorio|rappel|rappelle[- ]moi|rappelez[- ]moi|fais[- ]moi penser|préviens[- ]moi"
    r")\b",
    re.I,
)
LINK = re.compile(
    r"^\W*(?:(?:that|about|of|for|regarding|re|concerning|because|to|i (?:need|have|want|should|must) to|"
    r"i've got to|i gotta|dass|daran|an|zu|para|que|de|d'|à|sobre|pour|me to)(?:[\s,]+|(?<='))|[:,;-]\s*)+",
    re.I,
)
JOINT = re.compile(r"^[\s,]*(?:(?:at|on|by|in|around|about|and|then|,|um|am|gegen|a las?|el|le|à|vers|@)\s*)*$", re.I)
AND_THEN = re.compile(
    r"(?:,|\band\b|\bund\b|\by\b|\bet\b|\bthen\b)[\s,]*(?:and\s+)?(?:then\s+)?(?:again\s+)?(?:on\s+|at\s+)?$", re.I
)
AND = re.compile(r"^\s*(?:,|and|and then|und|y|et|&|,\s*and)\s*(?:again\s+)?(?:on\s+|am\s+|el\s+)?$", re.I)
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
    r"should|to come))\b",
    re.I,
)
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
    if found := before_meeting.match(clause):
        return _before_meeting(clause, found)
    two = _two(clause)
    if two:
        return two
    times = _times(clause)
    args: dict[str, str | None] = {"text": what(clause, times), **_about(clause)}
    said: list[str | None] = [" ".join(m.text for m in group) for group in times] or [_loose_time(clause)]
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
    times = _times(clause)
    return bool(times or _loose_time(clause)) and (what(clause, times) or "").casefold() in (
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


def _loose_time(clause: Clause) -> str | None:
    return clause.text_of("range") or (
        f"in {clause.text_of('duration')}"
        if clause.of("duration") and clause.has(r"\bin (?:an?|\d|one|two|half|ein\w*|un\w*)\b")
        else None
    )


def _start(clause: Clause) -> int:
    head = HEAD.match(clause.text)
    return head.end() if head else 0


def _times(clause: Clause) -> list[list[Mention]]:
    """The times at which to remind: those beside the head, else those at the end; a time within the words stays there.

    "Remind me tomorrow to call at 3" has its day beside the head and its hour at the end: they are one.
    """
    start, found = _start(clause), clause.of("when")
    ahead = [m for m in found if m.end <= start]
    runs = _runs(clause, [m for m in found if m.start >= start])
    near = [
        run
        for run in runs
        if not LINK.sub("", clause.text[start : run[0].start]).strip(" ,:;-")
        or JOINT.match(clause.text[start : run[0].start])
    ][:1]
    last = [
        run for run in runs if not clause.text[run[-1].end :].strip(" ,.;:!?)-") or _polite(clause.text[run[-1].end :])
    ][-1:]
    if ahead:
        near = [[*ahead, *near[0]] if near and not _has_day(near[0]) else ahead]
    if (
        near
        and last
        and near[0] is not last[0]
        and _has_day(near[0])
        and not _has_hour(near[0])
        and not _has_day(last[0])
    ):
        return [near[0] + last[0]]
    chosen = near or last or runs[:1]
    return _several(clause, chosen[0]) if chosen else []


def _polite(text: str) -> bool:
    return (
        re.fullmatch(
            r"\W*(?:please|pls|plz|thanks|thank you|thx|ok|cheers|bitte|danke|por favor|gracias|s'il te plaît|"
            r"merci)\W*",
            text,
            re.I,
        )
        is not None
    )


def _runs(clause: Clause, found: list[Mention]) -> list[list[Mention]]:
    runs: list[list[Mention]] = []
    for m in found:
        if runs and JOINT.match(clause.text[runs[-1][-1].end : m.start]):
            runs[-1].append(m)
        else:
            runs.append([m])
    return runs


def _several(clause: Clause, run: list[Mention]) -> list[list[Mention]]:
    """ "Tomorrow and on Friday" are two reminders; "Friday, at 3pm" is one."""
    groups = [[run[0]]]
    for before, m in itertools.pairwise(run):
        if m.value == "day" and AND.match(clause.text[before.end : m.start]):
            groups.append([m])
        else:
            groups[-1].append(m)
    return groups


def _has_day(run: list[Mention]) -> bool:
    return any(m.value == "day" for m in run)


def _has_hour(run: list[Mention]) -> bool:
    return any(m.value == "time" for m in run) or any(
        re.search(r"\d\s*(?:am|pm|h\b|uhr|:\d\d)|noon|midnight|mittag|midi|mediodía|at \d", m.text, re.I) for m in run
    )


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
