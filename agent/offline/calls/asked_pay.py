"""The pay asked for: at least, at most or between, by the amount's own words or by those around it."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools import money

NUMBER = re.compile(r"\s+(?P<amount>\d[\d.,]*k?)\b", re.I)

# "What did they offer me", "what was the offer": of the one just spoken of.
OFFERS_ME = re.compile(
    r"\b(?:what|how much)\s+(?:did|do|are|were|have|had|was|is|'s)\s+(?:they|he|she|it|(?:the|their) (?=offer))\s*"
    r"(?:offer(?:ed|ing)?|pay(?:ing)?)\b|\b(?:was|wie ?viel) (?:bieten|zahlen|haben|hatten) (?:sie|die)\b[^?]*|"
    r"\b(?:qué|cuánto) (?:me )?(?:ofrec|pag)\w+|"
    r"\bcombien (?:ils |elle |il )?(?:me |m'ont |m'a )?(?:propos|offr|pai)\w+|"
    r"\bqu'est-ce qu'(?:ils|elle|il) (?:m'ont |me |m'a )?(?:propos|offr|offert)\w*",
    re.I,
)


def of(clause: Clause) -> dict[str, Any]:
    """The arguments `pay_at_least` and `pay_at_most`."""
    found = clause.of("money")
    if not found:
        return _bare(clause)
    args: dict[str, Any] = {}
    for m in found[:2]:
        args |= _bounds(clause, m)
    if len(found) == 2 and re.search(r"\b(?:between|zwischen|entre)\b", clause.text[: found[0].start], re.I):
        return {"pay_at_least": found[0].text, "pay_at_most": found[1].text}
    return args


def _bare(clause: Clause) -> dict[str, Any]:
    """An amount without a sign, where the words speak of pay: "which pay more than 1800"."""
    if not phrases.has(clause.text, "by_pay"):
        return {}
    for name, argument in (("more_than", "pay_at_least"), ("less_than", "pay_at_most")):
        for lead in phrases.pattern(name).finditer(clause.text):
            if number := NUMBER.match(clause.text, lead.end()):
                return {argument: number["amount"]}
    return {}


def _ends_with_less(before: str) -> bool:
    """Whether "less than" and its like stand just before an amount."""
    return any(not re.search(r"\w", before[lead.end() :]) for lead in phrases.pattern("less_than").finditer(before))


def _bounds(clause: Clause, m: Mention) -> dict[str, Any]:
    """At least or at most that much, by the amount's own words or by those around it."""
    try:
        pay = money.read(m.text)
    except money.BadMoney:
        return {}
    before, after = clause.text[: m.start], clause.text[m.end :]
    if pay.maximum is None:
        return {"pay_at_least": m.text}
    if pay.minimum is None or _ends_with_less(before) or phrases.pattern("or_less").match(after.lstrip()):
        return {"pay_at_most": m.text}
    if pay.minimum != pay.maximum:
        return {"pay_at_least": m.text, "pay_at_most": m.text}
    return {"pay_at_least": m.text}
