"""Reminders of the person's own: set, list, done, later, cancelled."""

from __future__ import annotations

import re

from agent.offline.clause import Clause
from tools.result import Call

HEAD = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|hey|and|also|then|oh)\s+)*(?:set (?:me )?(?:up )?an?\s+)?(?:remind(?:er)?(?:\s+me)?|ping me|nudge me|poke me|tell me|wake me|don't let me forget|make sure i|i need to remember|recuérdame|recordame|acuérdame|erinner(?:e)?\s+mich|rappelle[- ]moi|fais-moi penser)\b",
    re.I,
)
TO = re.compile(r"^\W*(?:(?:to|that|about|of|for|i (?:need|have|want) to|dass|daran|an|zu|de|d'|que|à)\s+|:)\s*", re.I)
TAIL = re.compile(r"\s+(?:on|at|by|in|am|um|el|a las|le|à|the|this|for)\s*$", re.I)


def remind(clause: Clause) -> list[Call]:
    """Set a reminder: the words without the time are what it says."""
    text = what(clause)
    args = {"text": text, "when": clause.moment}
    if clause.slots.known:
        args["company"] = clause.slots.company
    elif clause.refs:
        args["company"] = f"#{clause.refs[0]}"
    return [Call(name="remind", args={k: v for k, v in args.items() if v})]


def what(clause: Clause) -> str:
    """What to be reminded of, in the person's words."""
    head = HEAD.match(clause.text)
    start = head.end() if head else 0
    parts, at = [], start
    for m in clause.of("when"):
        if m.start >= start:
            parts.append(TAIL.sub(" ", clause.text[at : m.start].rstrip() + " ").rstrip() if parts or at else clause.text[at : m.start])
            at = m.end
    parts.append(clause.text[at:])
    words = " ".join(" ".join(TAIL.sub("", p).strip(" ,.;:-") for p in parts).split())
    words = TO.sub("", words)
    return TO.sub("", words).strip(" ,.;:-\"'") or "Reminder"


def change(clause: Clause, action: str) -> list[Call]:
    """Done, snooze or cancel of the reminder that the words describe."""
    args: dict[str, object] = {"action": action}
    which = described(clause)
    if which:
        args["which"] = which
    if action == "snooze":
        args["until"] = clause.text_of("duration") and f"in {clause.text_of('duration')}" or clause.moment or "tomorrow"
    if clause.sweeps and not which:
        args["every"] = True
    return [Call(name="change_reminder", args=args)]


SMALL = re.compile(
    r"\b(?:please|pls|cancel|delete|remove|drop|stop|kill|forget|scrap|turn off|snooze|postpone|push|delay|later|done|did|finished|completed?|mark|tick off|i|i've|i've|have|the|my|that|this|it|a|an|reminders?|remind(?:ing)?|me|about|to|for|of|off|as|with|back|by|until|on|again|already|just|all|don't|need|anymore|any more|no longer|one|call off|borra|cancela|el|la|recordatorio|lösche?|erinnerung|die|den|das|an|supprime|annule|le|rappel)\b",
    re.I,
)


def described(clause: Clause) -> str | None:
    """The words that tell one reminder from the others."""
    if clause.slots.known:
        return clause.slots.company
    parts, at = [], 0
    for m in clause.of("when", "duration"):
        parts.append(clause.text[at : m.start])
        at = m.end
    parts.append(clause.text[at:])
    words = re.sub(r"[^\w\s'-]", " ", SMALL.sub(" ", " ".join(parts)))
    return " ".join(words.split()) or None
