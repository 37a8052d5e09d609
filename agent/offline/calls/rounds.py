"""Several interviews at one company in one breath, each with its own hour, kind and people; the week heads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from agent.offline.calls.meetings import details, target
from agent.offline.clause import Clause
from agent.offline.hours import Time
from tools import when as reader
from tools.result import Call

WEEK = timedelta(days=7)
# Which of several that lie ahead: "the second Tesco interview", "das erste Gespräch bei Lidl".
NUMBERED = re.compile(
    r"\b(?:the|my|das|die|den|la|el|le|mi|mon)\s+(?:(?P<first>first|1st|next|erste\w*|primer[ao]?|premi\w+)|"
    r"(?P<second>second|2nd|zweite\w*|segund[ao]|deuxième)|(?P<last>last|final|letzte\w*|última|último|derni\w+))\s+"
    r"(?:[\w&'.-]+\s+){0,3}?(?:interview|round|call|meeting|one|gespräch|vorstellungsgespräch|termin|entrevista|entretien|cita)\b",
    re.I,
)


def calls(clause: Clause, times: Sequence[Time]) -> list[Call]:
    """One call for each time, with what is said beside it; what stands on the far side of all times is of each."""
    leads = _lead(clause, times)
    edges = [0, *(t.end for t in times)] if leads else [*(t.start for t in times), len(clause.text)]
    rest = (edges[-1], len(clause.text)) if leads else (0, edges[0])
    common: dict[str, Any] = {**_details(clause, *rest), **target(clause)}
    return [
        Call(name="schedule", args={**common, **_details(clause, *edges[i : i + 2]), "when": in_week(clause, time)})
        for i, time in enumerate(times)
    ]


def _lead(clause: Clause, times: Sequence[Time]) -> bool:
    """Whether what each one is stands before its time: "technical Monday at 10, panel Tuesday at 2"."""
    kinds = clause.of("kind", "mode")
    return len(kinds) == len(times) and kinds[-1].start < times[-1].start


def _details(clause: Clause, start: int, end: int) -> dict[str, Any]:
    """What a part of the clause says of a meeting."""
    inside = [replace(m, start=m.start - start, end=m.end - start) for m in clause.mentions if start <= m.start < end]
    part = replace(clause, text=clause.text[start:end].rstrip(" ,;-"), mentions=inside)
    return {k: v for k, v in details(part, named=False).items() if v}


def in_week(clause: Clause, time: Time) -> str:
    """The words of a weekday and hour, or their date where they belong to a week that is said before them."""
    now = clause.briefing.now
    ahead = [m for m in clause.of("range") if m.end <= time.start]
    try:
        moment = reader.read_moment(time.text, now, "future", default_time=None)
        week = reader.read_range(ahead[-1].text, now) if ahead else None
    except reader.Unclear:
        return time.text
    if week is None or week.first is None or week.last is None or week.last - week.first >= WEEK:
        return time.text
    later = moment.local + WEEK
    outside = not week.first <= moment.local.date() <= week.last
    return f"{later:%Y-%m-%d %H:%M}" if outside and week.first <= later.date() <= week.last else time.text


def numbered(clause: Clause) -> str | None:
    """The time of the one that is meant by its number, where a company has several interviews ahead."""
    match = NUMBERED.search(clause.text) if clause.slots.known else None
    ahead = sorted(clause.briefing.ahead_at(clause.of("company")[0].value), key=lambda m: m.starts_at) if match else []
    if match is None or len(ahead) < 2 or len({m.application for m in ahead}) > 1:
        return None
    meant = ahead[0] if match["first"] else ahead[1] if match["second"] else ahead[-1]
    return f"{meant.starts_at.astimezone(clause.briefing.now.tzinfo):%Y-%m-%d %H:%M}"
