"""The pay asked for: at least, at most or between, by the amount's own words or by those around it."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools import money

UNDER = re.compile(
    r"(?:under|below|less than|up to|at most|max(?:imum)?(?: of)?|<=?|lower than|no more than|not more than|beneath|unter|"
    r"weniger als|bis(?: zu)?|höchstens|menos de|hasta|por debajo de|como mucho|moins de|jusqu'à|au plus|en dessous de)\W*$",
    re.I,
)
BARE = re.compile(
    r"\b(?:(?P<over>over|above|more than|at least|über|mehr als|mindestens|más de|por encima de|plus de|au moins)|"
    r"(?P<under>under|below|less than|unter|weniger als|menos de|moins de))\s+(?P<amount>\d[\d.,]*k?)\b",
    re.I,
)
OR_LESS = re.compile(r"\s*(?:or (?:less|under|below)|oder weniger|o menos|ou moins)", re.I)


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
    number = BARE.search(clause.text)
    if number is None or not phrases.has(clause.text, "by_pay"):
        return {}
    return {"pay_at_most" if number["under"] else "pay_at_least": number["amount"]}


def _bounds(clause: Clause, m: Mention) -> dict[str, Any]:
    """At least or at most that much, by the amount's own words or by those around it."""
    try:
        pay = money.read(m.text)
    except money.BadMoney:
        return {}
    before, after = clause.text[: m.start], clause.text[m.end :]
    if pay.maximum is None:
        return {"pay_at_least": m.text}
    if pay.minimum is None or UNDER.search(before) or OR_LESS.match(after):
        return {"pay_at_most": m.text}
    if pay.minimum != pay.maximum:
        return {"pay_at_least": m.text, "pay_at_most": m.text}
    return {"pay_at_least": m.text}
