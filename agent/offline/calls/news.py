"""News that moves nothing: kept as a note; where an answer is promised for a day, the person is asked that day."""

from __future__ import annotations

from agent.offline import verbatim
from agent.offline.calls.details import targets
from agent.offline.clause import Clause
from tools import when
from tools.result import Call


def kept(clause: Clause) -> list[Call]:
    """The note in the person's own words."""
    return [noted(clause, _target(clause))]


def noted(clause: Clause, target: dict[str, str]) -> Call:
    """A whole clause as a note at the application meant."""
    return Call(name="note", args={"text": verbatim.restored(clause.text.strip(" ,;"), clause.said), **target})


def awaited(clause: Clause) -> list[Call]:
    """The note and, where a day to come was said, a reminder to look for the answer then."""
    day = clause.text_of("when")
    if not day or not _is_ahead(day, clause):
        return kept(clause)
    asked = Call(name="remind", args={"text": "has the answer come?", "when": day, **_target(clause)})
    return [*kept(clause), asked]


def _target(clause: Clause) -> dict[str, str]:
    return next(iter(targets(clause)), {})


def _is_ahead(day: str, clause: Clause) -> bool:
    now = clause.briefing.now
    try:
        return when.read_moment(day, now, "future", default_time=now.time()).at > now
    except when.Unclear:
        return False
