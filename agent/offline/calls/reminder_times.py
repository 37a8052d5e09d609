"""At which times a person wants to be reminded: those beside "remind me" or at the end, one or several; no words."""

from __future__ import annotations

import itertools
import re
from datetime import datetime

from agent.offline import hours
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools import when

LINK = re.compile(
    r"^\W*(?:(?:that|about|of|for|regarding|re|concerning|because|to|i (?:need|have|want|should|must) to|"
    r"i've got to|i gotta|dass|daran|an|zu|para|que|de|d'|à|sobre|pour|me to)(?:[\s,]+|(?<='))|[:,;-]\s*)+",
    re.I,
)
JOINT = re.compile(
    r"^[\s,]*(?:(?:at|on|by|in|around|about|and|then|again|,|um|am|gegen|a las?|el|le|à|vers|@)\s*)*$", re.I
)
AND = re.compile(r"^\s*(?:,|and|and then|und|y|et|&|,\s*and)\s*(?:again\s+)?(?:on\s+|am\s+|el\s+)?$", re.I)
# The hours of "at 9 and at 5", found as one time.
TWO_HOURS = re.compile(r"\s+(?:and|&|und|y|et)\s+(?:again\s+)?(?=(?:(?:at|@|um|a las?|à)\s*)?\d)", re.I)


def said(groups: list[list[Mention]], now: datetime) -> list[str]:
    """The words of each time; an hour alone behind another time is of the same day ("tomorrow at 9 and at 5")."""
    found: list[str] = []
    dated = False
    for group in groups:
        for words in TWO_HOURS.split(" ".join(m.text for m in group)):
            day = any(said.has_day for said in when.find(words))
            found.append(hours.replaced(found[-1], words, now) if dated and not day else words)
            dated = dated or day
    return found


def loose(clause: Clause) -> str | None:
    """A time that is said more loosely: "this week", "in an hour"."""
    return clause.text_of("range") or (
        f"in {clause.text_of('duration')}"
        if clause.of("duration") and clause.has(r"\bin (?:an?|\d|one|two|half|ein\w*|un\w*)\b")
        else None
    )


def times(clause: Clause, start: int) -> list[list[Mention]]:
    """The times at which to remind: those beside the head, else those at the end; a time within the words stays there.

    "Remind me tomorrow to call at 3" has its day beside the head and its hour at the end: they are one.
    """
    found = clause.of("when")
    ahead = [m for m in found if m.end <= start]
    found_runs = runs(clause, [m for m in found if m.start >= start])
    near = [
        run
        for run in found_runs
        if not LINK.sub("", clause.text[start : run[0].start]).strip(" ,:;-")
        or JOINT.match(clause.text[start : run[0].start])
    ][:1]
    last = [
        run
        for run in found_runs
        if not clause.text[run[-1].end :].strip(" ,.;:!?)-") or _polite(clause.text[run[-1].end :])
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
    if not near and _is_day_then_hour(found_runs):
        return [found_runs[0] + last[0]] if last else [found_runs[0] + found_runs[1]]
    chosen = near or last or found_runs[:1]
    return _several(clause, chosen[0]) if chosen else []


def _is_day_then_hour(found: list[list[Mention]]) -> bool:
    """Whether the only two times are a day and, further on, an hour: "call them Friday after my shift, 8pm"."""
    if len(found) != len(("day", "hour")):
        return False
    day, hour = found
    return _has_day(day) and not _has_hour(day) and not _has_day(hour)


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


def runs(clause: Clause, found: list[Mention]) -> list[list[Mention]]:
    """The times that stand together, as one each."""
    made: list[list[Mention]] = []
    for m in found:
        if made and JOINT.match(clause.text[made[-1][-1].end : m.start]):
            made[-1].append(m)
        else:
            made.append([m])
    return made


def _several(clause: Clause, run: list[Mention]) -> list[list[Mention]]:
    """ "Tomorrow and on Friday" are two reminders, and so is "at 9 and at 5"; "Friday, at 3pm" is one."""
    groups = [[run[0]]]
    for before, m in itertools.pairwise(run):
        hours_said = _has_hour(groups[-1]) and _has_hour([m])
        if (m.value == "day" or hours_said) and AND.match(clause.text[before.end : m.start]):
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
