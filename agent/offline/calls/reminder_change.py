"""What becomes of a reminder: done, later, cancelled; and which one the words mean."""

from __future__ import annotations

import re

from agent.offline import references
from agent.offline.calls import preferences
from agent.offline.clause import Clause
from tools.focus import numbers
from tools.result import Call


def listed(clause: Clause) -> list[Call]:
    """The reminders that lie ahead, of a period or of a company where one is named."""
    period = clause.text_of("range") or clause.text_of("when")
    company = clause.of("company")[0].value if clause.slots.known else None
    args = {"what": "reminders", "period": period, "company": company}
    return [Call(name="agenda", args={name: value for name, value in args.items() if value})]


def change(clause: Clause, action: str) -> list[Call]:
    """Done, snooze or cancel of the reminder that the words describe."""
    if action == "cancel" and not CANCELS.search(clause.text):
        return []
    if action == "cancel" and preferences.pauses(clause):
        return preferences.settings(clause)
    which = described(clause) if clause.sweeps else pointed(clause) or described(clause)
    args: dict[str, object] = {"action": action, **({"which": which} if which else {})}
    if action == "snooze":
        args["until"] = _until(clause)
    if action == "done" and CONTACTED.search(clause.text) and clause.day and not clause.deadline:
        args["on"] = clause.day
    if not which and (clause.sweeps or clause.has(r"\b(?:both|them|beide|ambos|les deux)\b")):
        args["every"] = True
    return [Call(name="change_reminder", args=args)]


CANCELS = re.compile(
    r"\b(?:cancel\w*|delet\w*|remov\w*|drop|stop\w*|kill|forget|scrap|turn off|call off|no need|"
    r"don't (?:need|remind|bother|want)|do not remind|not need|no longer|no more|never ?mind|get rid|bin|"
    r"off|skip|dismiss|unset|clear|wipe|"
    r"borra\w*|cancel\w*|quita\w*|elimina\w*|olvida\w*|ya no|lösch\w*|streich\w*|vergiss|entfern\w*|"
    r"nicht mehr|keine|weg|supprime\w*|annule\w*|enlève\w*|oublie\w*|plus besoin|ne me rappelle)\b",
    re.I,
)


def _until(clause: Clause) -> str:
    length = clause.text_of("duration")
    if length:
        return f"in {length}"
    if clause.has(
        r"\b(?:an?|one) (?:more )?week\b|\bnext week\b|nächste woche|la semana que viene|la semaine prochaine"
    ):
        return "in 1 week"
    said = clause.moment or ""
    return "tomorrow" if said.casefold() in ("", "today", "now") else said


def pointed(clause: Clause) -> str | None:
    """The reminder on the screen that is meant: "the second one", "it"; as its number."""
    if clause.slots.known:
        return None
    listed, about = (
        numbers(refs, "reminder") for refs in (clause.briefing.focus.listed, clause.briefing.focus.subject)
    )
    ordinal = references.ORDINAL.search(clause.text)
    if ordinal and listed:
        number = int(ordinal["digit"]) if ordinal["digit"] else references.ORDINALS[ordinal["word"].casefold()]
        chosen = listed[-1:] if number == -1 else listed[number - 1 : number]
        return f"#{chosen[0]}" if chosen else None
    return f"#{about[0]}" if len(about) == 1 and not described(clause) else None


SMALL = re.compile(
    r"\b(?:nag\w*|pester\w*|bug(?:ging)?|bother\w*|hassl\w*|ping\w*|nudg\w*|ask(?:ing)?|maybe|perhaps|yet|today|tell|instead|skip|ignore|dismiss|wrote|written|write|"
    r"e?-?mailed|called|rang|phoned|texted|messaged|contacted|sent|reached|followed|chased|him|her|"
    r"morning|any ?more|no longer|please|pls|can|could|would|"
    r"cancel\w*|delete|remove|drop|stop|kill|forget|"
    r"scrap|turn off|snooze\w*|postpone\w*|push\w*|delay\w*|move|shift|bump|later|done|did|do|finished|"
    r"finish|completed?|mark\w*|tick\w*|check|cross|took|taken|care|sorted|dealt|"
    r"i(?:'m|'ve|'d|'ll)?|you|have|has|the|my|that|this|it|its|them|those|both|a|an|reminders?|"
    r"remind(?:ing|ed)?|me|about|to|for|of|off|as|with|back|by|until|till|on|in|at|up|again|already|just|"
    r"now|not|all|any|every|everything|don't|do not|need\w*|want|anymore|any more|no longer|no|"
    r"one|call off|get rid|never ?mind|and|is|was|were|going|gonna|would|will|so|ok|hey|thing|stuff|"
    r"borra\w*|cancela\w*|el|la|los|las|lo|de|que|mi|ya|hecho|recordatorios?|lösche?\w*|erinnerung\w*|die|"
    r"den|das|der|dem|an|auf|verschieb\w*|erledigt|"
    r"supprime\w*|annule\w*|le|les|du|des|rappels?|reporte\w*|fait|c'est|à|sur|mon)\b|\bd'",
    re.I,
)


THANKED = re.compile(r"\bthank", re.I)
# "I chased them on Friday": the day is that of what was done, and tells no reminder from another.
CONTACTED = re.compile(
    r"\b(?:followed|chased|e-?mailed|mailed|called|rang|phoned|wrote|texted|messaged|nudged|contacted|pinged)\b", re.I
)


def described(clause: Clause) -> str | None:
    """The words that tell one reminder from the others."""
    if clause.slots.known:
        company = clause.of("company")[0].value
        return f"thank {company}" if THANKED.search(clause.text) else company
    parts, at = [], 0
    for m in clause.of("when", "duration", "range"):
        parts.append(clause.text[at : m.start])
        at = m.end
    parts.append(clause.text[at:])
    text = " ".join(parts)
    if references.ORDINAL.search(text):
        text = references.ORDINAL.sub(" ", text)
    words = re.sub(r"[^\w\s'-]", " ", SMALL.sub(" ", text))
    return " ".join(word for word in words.split() if word.strip("'-")) or None
