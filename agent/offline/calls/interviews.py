"""Interviews set, moved, cancelled, held; and questions about them."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import lexicon
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools.result import Call

SCREEN = re.compile(r"\b(?:recruiter|screen(?:ing)?|hr|headhunter|intro(?:ductory)?|personalabteilung|rrhh)\b", re.I)
MEET = re.compile(
    r"\b(?:recruiter|hiring manager|manager|interviewer|meet(?:ing)?|seeing|interviewer(?:s)? (?:is|are|will be)|interviewed by|by|mit|con|avec)\s+(?P<who>(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?[A-ZÀ-Þ][\w'.-]+(?:\s+(?:and\s+)?[A-ZÀ-Þ][\w'.-]+){0,5})"
)
FROM_TO = re.compile(r"\b(?:from|instead of|rather than|not|statt|von|en vez de|del|de|au lieu de|du)\s+(?:the\s+)?$", re.I)
NEGATED = re.compile(r"(?:,|\bnot\b|\binstead of\b|\brather than\b|\bstatt\b)\s*$", re.I)


def schedule(clause: Clause) -> list[Call]:
    """Set an interview at the company meant; several companies each with the time behind them."""
    named = clause.of("company")
    if len(named) > 1 and len(clause.of("when")) >= len(named):
        return [Call(name="schedule", args={"company": m.value, "when": w}) for m, w in beside(clause, "company")]
    args: dict[str, Any] = {"when": clause.moment, **details(clause), **_target(clause)}
    if clause.has(SCREEN.pattern) and args.get("kind", "phone") == "phone" and not clause.has(r"\bpanel|technical|onsite\b"):
        args |= {"screening": True, "kind": "phone"}
    return [Call(name="schedule", args={k: v for k, v in args.items() if v})]


def beside(clause: Clause, kind: str) -> list[tuple[Mention, str]]:
    """Each mention of a kind with the words of the times that stand between it and the next one."""
    named = clause.of(kind)
    ends = [m.start for m in named[1:]] + [len(clause.text)]
    pairs = []
    for mention, end in zip(named, ends, strict=True):
        times = [m.text for m in clause.of("when") if mention.end <= m.start < end]
        if times:
            pairs.append((mention, " ".join(times[:2])))
    return pairs


def held(clause: Clause) -> list[Call]:
    """An interview that is over; without its day it was today's or the one on record."""
    call = schedule(clause)[0]
    if not call.args.get("when"):
        return []
    return [call.model_copy(update={"args": {**call.args, "held": True}})]


def move(clause: Clause) -> list[Call]:
    """Move an interview: "from X to Y", or to the one time said; other details said are corrected too."""
    old, new = old_and_new(clause)
    args: dict[str, Any] = {**_target(clause), "when": new, "was": old, **details(clause)}
    return [Call(name="reschedule", args={k: v for k, v in args.items() if v})]


def cancel(clause: Clause) -> list[Call]:
    """Cancel an interview; a day said tells which."""
    args = {**_target(clause), "was": clause.day, "cancel": True}
    return [Call(name="reschedule", args={k: v for k, v in args.items() if v})]


def old_and_new(clause: Clause) -> tuple[str | None, str | None]:
    """The time that was and the time that shall be, as said."""
    found = clause.of("when")
    olds = [m for m in found if FROM_TO.search(clause.text[: m.start])]
    news = [m for m in found if m not in olds]
    if not olds and len(news) > 1 and re.search(r"\b(?:was|interview|call|meeting)\b[^,]*$", clause.text[: news[0].start], re.I):
        first_to = re.search(r"\b(?:to|auf|a|al|para|à|au)\b", clause.text[news[0].end : news[1].start], re.I)
        if first_to and all(m.value == "day" for m in news[:2]):
            olds, news = news[:1], news[1:]
    new = " ".join(m.text for m in news[:2]) if len({m.value for m in news[:2]}) > 1 else news[0].text if news else None
    return (olds[0].text if olds else None), new


def details(clause: Clause) -> dict[str, Any]:
    """Kind, length, people and place of an interview."""
    kinds = [m.value for m in clause.of("kind") if m.value]
    specific = next((k for k in kinds if k in ("panel", "technical", "behavioral")), kinds[0] if kinds else None)
    length = clause.text_of("duration")
    place = clause.slots.place or clause.text_of("url")
    return {"kind": specific or _kind_by_word(clause), "minutes": length, "people": people(clause), "location": place}


def _kind_by_word(clause: Clause) -> str | None:
    if clause.has(r"\b(?:call|ring|phone|telefon\w*|llamada|appel)\b"):
        return "phone"
    return "onsite" if clause.value_of("mode") == "onsite" else None


def people(clause: Clause) -> str | None:
    """Who will be there, as said."""
    if clause.meeting.people:
        return " and ".join(clause.meeting.people)
    for match in MEET.finditer(clause.text):
        who = match.group("who")
        low = who.casefold()
        if clause.slots.company and low in clause.slots.company.casefold():
            continue
        if low.split()[0] not in lexicon.words("not_companies.txt") and not _mentioned(clause, match.start("who")):
            return who
    return None


def _mentioned(clause: Clause, at: int) -> bool:
    return any(m.start <= at < m.end for m in clause.mentions)


def _target(clause: Clause) -> dict[str, str]:
    targets = clause.targets(clause.meeting)
    return targets[0] if targets else {}
