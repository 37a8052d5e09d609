"""In which order a list is asked for: the best paid, the oldest, by name, by deadline, and which end comes first."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.clause import Clause

BY_PAY = re.compile(r"\b(?:by|nach|por|par)\s+(?:the\s+|dem\s+|el\s+|le\s+)?(?P<what>\w+)", re.I)
REVERSED = re.compile(r"\b(?:z[- ]to[- ]a|z-a|revers\w*|descending|absteigend|descendente|décroissant)\b", re.I)
AT_THE_BOTTOM = re.compile(r"\b(?:at the bottom|last|zuletzt|al final|en dernier)\b", re.I)


def of(clause: Clause) -> dict[str, Any]:
    """The arguments `sort` and `descending`; empty where no order is asked for."""
    text = clause.text
    ordering = phrases.has(text, "ordering")
    if phrases.has(text, "by_deadline"):
        return {"sort": "deadline"}
    if phrases.has(text, "by_status") and ordering:
        return {"sort": "status"}
    if phrases.has(text, "by_name") and (ordering or not clause.of("when", "range")):
        return {"sort": "company"} | ({"descending": True} if REVERSED.search(text) else {})
    return _by_pay(clause, ordering) or _by_date(text, ordering)


def _by_pay(clause: Clause, ordering: bool) -> dict[str, Any]:
    text = clause.text
    lowest = phrases.has(text, "lowest") != (AT_THE_BOTTOM.search(text) is not None and phrases.has(text, "lowest"))
    if phrases.has(text, "best_paid"):
        return {"sort": "salary"}
    about = phrases.has(text, "by_pay")
    by = BY_PAY.search(text)
    named = by is not None and phrases.has(by["what"], "by_pay")
    if (about and ordering and not clause.of("money")) or named or (lowest and about) or _cheapest(text):
        return {"sort": "salary"} | ({"descending": False} if lowest else {})
    return {}


def _cheapest(text: str) -> bool:
    return re.search(r"\bcheapest\b", text, re.I) is not None


def _by_date(text: str, ordering: bool) -> dict[str, Any]:
    if phrases.has(text, "oldest"):
        return {"sort": "applied_on", "descending": False}
    if phrases.has(text, "newest") and (ordering or re.fullmatch(r"\W*(?:the\s+)?\S+(?:\s+\S+){0,3}\W*", text)):
        return {"sort": "applied_on"}
    if phrases.has(text, "by_date"):
        oldest = re.search(r"\b(?:ascending|aufsteigend|ascendente|croissant|first to last)\b", text, re.I)
        return {"sort": "applied_on"} | ({"descending": False} if oldest else {})
    return {}
