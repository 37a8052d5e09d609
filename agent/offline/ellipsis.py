"""Clauses that lean on the one before: "and so did Globex", "Lidl too", and facts that belong to the job just told."""

from __future__ import annotations

import re

from agent.offline.clause import Clause
from agent.offline.entities import mask
from tools.result import Call

LEANS = re.compile(r"^\W*(?:and|also|plus|ditto|same|so|y|und|et|auch|también|aussi|then|as well as|likewise)\b|\b(?:too|as well|also|ditto|so did|same (?:for|with|goes)|auch|también|aussi|likewise)\b\W*$", re.I)
FILLER = re.compile(
    r"<\w+>|\b(?:and|also|plus|ditto|same|so|did|has|have|does|do|is|was|the|one|ones|to|at|with|for|from|by|of|goes|thing|y|und|et|auch|también|tampoco|aussi|too|as|well|likewise|then|a|an|in|on|en|bei|con|chez|à|role|job|position|de|la|el|der|die|das|le|les|i|they|it|todo|same)\b",
    re.I,
)
REPEATABLE = frozenset({"log", "status", "schedule", "label", "delete", "show", "note"})
FACTS = frozenset({"source", "location", "work_mode", "employment_type", "pay", "url", "deadline"})


def again(clause: Clause) -> list[Call]:
    """The last call made for other companies, where the clause names hardly more than those."""
    last = clause.before[-1:] or clause.briefing.focus.last[-1:]
    if not last or last[0].name not in REPEATABLE or not LEANS.search(clause.text) or "every" in last[0].args:
        return []
    pairs = clause.slots.pairs
    left = FILLER.sub(" ", mask(clause.text, clause.mentions))
    for company, title in pairs:
        left = re.sub(re.escape(company), " ", left, flags=re.I)
        left = re.sub(re.escape(title), " ", left, flags=re.I) if title else left
    if not pairs or re.search(r"[^\W\d_]{2,}", left):
        return []
    return [_for(last[0], company, title, clause) for company, title in pairs]


def _for(call: Call, company: str, title: str | None, clause: Clause) -> Call:
    args = {k: v for k, v in call.args.items() if k not in ("url", "note", "deadline")}
    if call.name != "log" or title:
        args.pop("title", None)
    args["company"] = company
    if title:
        args["title"] = title
    if call.name == "schedule" and clause.moment:
        args["when"] = clause.moment
    if call.name in ("log", "status") and clause.day:
        args["on"] = clause.day
    return Call(name=call.name, args=args)


def adds_facts(clause: Clause, made: list[Call], before: list[Call]) -> bool:
    """Whether a clause only tells facts of the job that the clause before it logged ("Remote, 90k")."""
    if not before or before[-1].name != "log" or len(made) != 1 or made[0].name != "update":
        return False
    args = made[0].args
    named = args.get("company")
    same = named is None or named == before[-1].args.get("company") or str(named).startswith("#")
    return same and all(key in FACTS or key in ("company", "title", "new_title") for key in args)


def with_facts(call: Call, update: Call) -> Call:
    """The log call with the facts of the update that belongs to it."""
    facts = {k: v for k, v in update.args.items() if k in FACTS}
    if "new_title" in update.args:
        facts["title"] = update.args["new_title"]
    return call.model_copy(update={"args": {**facts, **{k: v for k, v in call.args.items() if v}}})
