"""A new time for the one interview that lies ahead at an application: it is changed, and no second one is set."""

from __future__ import annotations

import re

from agent.offline import hours
from agent.offline.briefing import Ahead
from agent.offline.calls.meeting_words import COMMAND, SCREEN
from agent.offline.clause import Clause
from tools import when
from tools.result import Call
from tools.words import clipped

NOUN = (
    r"(?:interview|int|call|chat|meeting|appointment|phone ?screen|screening|panel|zoom|trial(?: shift| day)?|slot|"
    r"\w*gespräch|termin|entrevista|cita|entretien|rendez-vous|rdv)"
)
# Words by which somebody tells of one more, or of a first one.
NEW = re.compile(
    r"\b(?:another|second|2nd|third|3rd|fourth|4th|final|last|further|follow-?up|new|one more|additional|extra|also|"
    r"too|as well|rounds?|stages?|invit\w*|offered|booked|got|gave|want\w*|would like|asked|zweite\w*|dritte\w*|"
    r"weitere\w*|noch ein\w*|auch|eingeladen|otra|segunda|tercera|también|invitad\w*|deuxième|troisième|autre|aussi)\b|"
    rf"\b(?:next|an?|one|eine?n?|una?|une)\s+(?:[\w-]+\s+){{0,2}}{NOUN}\b",
    re.I,
)
# Words that speak of one that is known: "the interview", "interview at Lidl is at 3", "their call will be …".
DEFINITE = re.compile(
    rf"\b(?:the|my|our|that|this|their|mein\w*|das|der|la|mi|el|l'|le|mon|ma)\s*(?:[\w'-]+\s+){{0,3}}?{NOUN}\b|"
    rf"\b{NOUN}\b[^.;,]{{0,40}}?(?:\b(?:is|are|it's|its|will be|should be|ist|es|est|será|sera)\b|'s\b)|"
    r"\b(?:actually|really|now|instead|eigentlich|jetzt|ahora|en realidad|maintenant|en fait)\b",
    re.I,
)


def calls(clause: Clause, made: list[Call]) -> list[Call] | None:
    """The one call that sets an interview, as a change of the one that is there; None where it is a new one."""
    if len(made) != 1 or made[0].name != "schedule" or not made[0].args.get("when"):
        return None
    args, old = made[0].args, hours.old_and_new(clause.text, hours.times(clause.text, clause.mentions))
    definite = DEFINITE.search(clause.text) is not None
    ahead = clause.briefing.ahead_at(str(args.get("company", "")))
    elsewhere = not ahead and not clause.slots.pairs and not clause.refs and definite
    ahead = clause.briefing.ahead if elsewhere else ahead
    if len(ahead) > 1 and old[0] and old[1] and not elsewhere:  # "is at 10, not 9" tells which of them
        return [Call(name="reschedule", args={"company": args["company"], "when": old[1], "was": old[0]})]
    if len(ahead) != 1 or not (old[0] or definite or _is_bare(clause, args, ahead[0])):
        return None
    if not old[0] and (NEW.search(clause.text) or _is_there(clause, str(old[1] or args["when"]))):
        return None
    told = {k: v for k, v in args.items() if k in ("kind", "minutes", "people", "location")}
    target = {"company": f"#{ahead[0].application}"}
    times = {"when": old[1] or args["when"]} | ({"was": old[0]} if old[0] else {})
    change = Call(name="reschedule", args={**target, **told, **times})
    return [_asked(clause, change, made[0])] if elsewhere and args.get("company") else [change]


def _asked(clause: Clause, change: Call, new: Call) -> Call:
    """The question which interview is meant: the one that is known, or one where the talk is about another job."""
    names = {f"#{k.id}": k.company for k in clause.briefing.applications}
    known, other = (clipped(names.get(str(c.args["company"]), str(c.args["company"])), 30) for c in (change, new))
    guesses = [
        {"label": f"Change the one at {known}", "calls": [change.model_dump(mode="json")]},
        {"label": f"Set one at {other}", "calls": [new.model_dump(mode="json")]},
    ]
    words = f"Which interview do you mean: the one at {known}, or a new one at {other}?"
    return Call(name="ask_back", args={"said": clause.said[:200], "guesses": guesses, "text": words})


def _is_bare(clause: Clause, args: dict[str, object], known: Ahead) -> bool:
    """Whether words that only name an employer and an hour may be about the interview known for that day."""
    other = args.get("kind") and known.kind != "other" and args["kind"] != known.kind
    first_call = any(k.status == "screening" for k in clause.briefing.applications if _is_meant(k.id, k.company, args))
    if other or COMMAND.match(clause.text) or (first_call and not SCREEN.search(clause.text)):
        return False
    zone = clause.briefing.now.tzinfo
    try:
        day = when.read_day(str(args["when"]), clause.briefing.now, "future")
    except when.Unclear:
        return False
    return day == known.starts_at.astimezone(zone).date()


def _is_meant(number: int, company: str, args: dict[str, object]) -> bool:
    return args.get("company") in (f"#{number}", company)


def _is_there(clause: Clause, words: str) -> bool:
    """Whether an interview is known for that very time: then nothing changes."""
    try:
        at = when.read_moment(words, clause.briefing.now, "future", default_time=None).at
    except when.Unclear:
        return False
    return any(meeting.starts_at == at for meeting in clause.briefing.ahead)
