"""Tests and tasks that an employer sets, with the day by which they are owed; not when one is sat or talked through."""

from __future__ import annotations

import re
from functools import cache

from agent.offline import hours, lexicon
from agent.offline.calls.meeting_words import MEETING
from agent.offline.clause import Clause
from agent.offline.entities import Mention

OWED = re.compile(
    r"\b(?:due|deadline|(?:hand|turn|give|send|get|have) (?:it |them |that |this )?(?:in|back)|submit|return|finish|"
    r"complete|abgeben|abzugeben|abgabe\w*|einreichen|einzureichen|fällig|entreg\w+|plazo|fecha límite|rendre|remettre|"
    r"date limite)\b",
    re.I,
)
HANDED_IN = re.compile(
    r"\b(?:handed|turned|submitted|finished|completed|did|done|(?:i|i've|i have|just) (?:\w+ )?sent|"
    r"abgegeben|eingereicht|entregad[oa]|entregué|rendue?|remise?)\b|^\W*sent\b",
    re.I,
)
OUTCOME = re.compile(r"\b(?:passed|failed|went|bestanden|aprobé|suspendí|réussi|raté)\b", re.I)

FAILED = re.compile(
    r"\b(?:failed|flunked|bombed|(?:didn'?t|did not|haven'?t|have not) pass(?:ed)?|durchgefallen|nicht bestanden|"
    r"suspend(?:í|i|ido)|no (?:he )?(?:aprobé|aprobado|pasé|pasado)|raté|échoué)\b(?! to\b)",
    re.I,
)
# It came, or was sat, on that day: the day lies behind.
GOT = re.compile(
    r"\b(?:got|received|sent|had|sat|took|was|were|came|arrived|emailed|yesterday|last|ago|bekommen|erhalten|geschickt|"
    r"hatte|recibí|mandaron|enviaron|tuve|reçu|envoyé|eu)\b",
    re.I,
)


def failed(clause: Clause) -> bool:
    """Whether a clause tells that the test of a known application was failed, which ends it."""
    told = FAILED.search(clause.text) and _named().search(clause.text) and not MEETING.search(clause.text)
    return bool(told) and not clause.asks and bool(clause.targets())


def day(clause: Clause) -> Mention | None:
    """The day on which a test is to be done or handed in; None where none is said, or one gone by."""
    return due(clause) or (next(iter(clause.of("when")), None) if is_ahead(clause) else None)


def is_ahead(clause: Clause) -> bool:
    """Whether the day beside a test is the one on which it is to be done."""
    over = GOT.search(clause.text) or HANDED_IN.search(clause.text) or OUTCOME.search(clause.text)
    return bool(clause.of("when")) and not over and not clause.asks and _named().search(clause.text) is not None


def has_hour(clause: Clause) -> bool:
    """Whether a test is to be done at an hour, and not by then: it is an appointment like an interview."""
    timed = any(t.hour for t in hours.times(clause.text, clause.mentions))
    return timed and due(clause) is None and is_ahead(clause)


def due(clause: Clause) -> Mention | None:
    """The day by which the test of a clause is to be handed in; None where it names no test, day or owing."""
    text = clause.text
    over = HANDED_IN.search(text) or OUTCOME.search(text)
    if clause.asks or not _named().search(text) or MEETING.search(text) or over:
        return None
    if clause.deadline:
        return clause.deadline
    return next(iter(clause.of("when")), None) if OWED.search(text) else None


def is_owed(clause: Clause) -> bool:
    """Whether a clause says by when the test of an application is to be handed in, and wants no reminder of it."""
    reminds = bool(clause.guesses) and clause.guesses[0].intent.startswith("remind.")
    return not reminds and due(clause) is not None and bool(clause.targets())


def is_handed_in(clause: Clause) -> bool:
    """Whether a clause tells that the test of a known application was handed in: an application has moved on to it."""
    text = clause.text
    told = not clause.asks and _named().search(text) and HANDED_IN.search(text) and not OUTCOME.search(text)
    return bool(told and not MEETING.search(text)) and stands_at(clause) is not None


def stands_at(clause: Clause) -> str | None:
    """The status of the one application that a clause means; None where it means none, or several."""
    named = {target.get("company") for target in clause.targets()}
    found = [k.status for k in clause.briefing.applications if {k.company, f"#{k.id}"} & named]
    return found[0] if len(found) == 1 else None


@cache
def _named() -> re.Pattern[str]:
    names = [name for name, status in lexicon.table("statuses.txt").items() if status == "assessment"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b", re.I)
