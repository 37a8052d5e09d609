"""Stage 4c: the guesses settled by what the words tell of an interview, or of a status in its very word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.calls import assessments, meetings
from agent.offline.calls.meeting_words import (
    AGREED,
    LIKELY,
    MEETING,
    POSSIBLE,
    QUERIES,
    RECRUITER,
    SPEAKS_OF_ONE,
    SURE,
    TO_ME,
)
from agent.offline.clause import Clause
from agent.offline.entities import mask
from agent.offline.intent import Guess
from agent.offline.statuswords import names

# "Said yes to Thursday": to a day, not to a job.
YES_TO_DAY = re.compile(r"\b(?:yes|ok\w*) to\s+<(?:when|range)>", re.I)


def told(guesses: Sequence[Guess], clause: Clause) -> list[Guess]:
    """The guesses with what the words tell of an interview for sure; those that come to the same count together."""
    if _agrees(clause) and assessments.stands_at(clause) == "offer":
        return [Guess("status.accepted", LIKELY), *guesses]
    together: dict[str, float] = {}
    for guess in guesses:
        name = meetings.news(clause, guess.intent) if guess.probability >= POSSIBLE else guess.intent
        if name is not None and not _unfounded(clause, name, guess.probability):
            together[name] = together.get(name, 0.0) + guess.probability
    ranked = sorted((Guess(name, p) for name, p in together.items()), key=lambda g: -g.probability)
    wavers = bool(ranked) and ranked[0].probability < SURE
    name = _decided(clause, ranked) if wavers else _told_me(clause, ranked)
    return [Guess(name, SURE), *(g for g in ranked if g.intent != name)] if name else ranked


def _unfounded(clause: Clause, name: str, probability: float) -> bool:
    """Whether nothing in the words speaks of an interview, or of an offer to say yes to."""
    if name == "status.interview":
        return probability < LIKELY and not SPEAKS_OF_ONE.search(clause.text)
    if name != "status.accepted":
        return False
    agreed = _agrees(clause) and not _is_offered(clause)
    return agreed or YES_TO_DAY.search(mask(clause.text, clause.mentions)) is not None


def _agrees(clause: Clause) -> bool:
    """Whether the person says to have said yes, and nothing more."""
    return AGREED.match(mask(clause.text, clause.mentions)) is not None


def _told_me(clause: Clause, ranked: Sequence[Guess]) -> str | None:
    """The status that is told, where a question is only a little likelier ("me han rechazado")."""
    asks = clause.asks or "?" in clause.text or not TO_ME.search(clause.text)
    if not ranked or asks or ranked[0].intent not in QUERIES or ranked[0].probability >= LIKELY:
        return None
    status = next((g.intent for g in ranked[1:3] if g.intent.startswith("status.")), "")
    return status if names(clause.text, status.removeprefix("status.")) else None


def _decided(clause: Clause, ranked: Sequence[Guess]) -> str | None:
    """What it is where the model wavers: by the very word for a status, or by what is told of a meeting."""
    if names(clause.text, ranked[0].intent.removeprefix("status.")):
        return ranked[0].intent
    if meetings.is_more(clause):
        return "interview.move"
    spoken = RECRUITER.search(clause.text) or MEETING.search(clause.text)
    if clause.slots.known and spoken and meetings.is_over(clause):
        return "interview.held"
    of_meetings = [g for g in ranked if g.intent.startswith("interview.")]
    enough = clause.slots.sure and sum(g.probability for g in of_meetings) >= SURE
    return of_meetings[0].intent if enough else None


def _is_offered(clause: Clause) -> bool:
    """Whether there is an offer to say yes to."""
    named = {m.value for m in clause.of("company")}
    pool = [k for k in clause.briefing.applications if not named or k.company in named]
    return any(k.status == "offer" for k in pool)
