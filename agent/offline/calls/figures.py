"""Questions about figures: which one, over which days; two where two are asked for."""

from __future__ import annotations

from typing import Any

from agent.offline import phrases
from agent.offline.calls import periods
from agent.offline.clause import Clause
from tools.result import Call

MOST = 4
# A count of these asked for as a share is another figure.
AS_RATE = {"offers": "offer_rate", "submitted": "all"}


def stats(clause: Clause) -> list[Call]:
    """The figure asked for, over each of the periods said."""
    figure = _figure(clause)
    said = [words for m in periods.mentions(clause) if (words := periods.words(clause, m))]
    spans = [words for words in said if periods.readable(words, clause)] or said[:1]
    vague = periods.words(clause)
    spans = spans or ([vague] if vague else [])
    if phrases.has(clause.text, "goal"):
        figure, spans = "submitted", spans or ["this week"]
    if not spans and phrases.has(clause.text, "of_those"):
        spans = _period_before(clause)
    return [Call(name="stats", args=_args(figure, words)) for words in spans[:MOST] or [""]]


def _args(figure: str, period: str) -> dict[str, Any]:
    return {"figure": figure} | ({"period": period} if period else {})


def _figure(clause: Clause) -> str:
    text = clause.text
    counted = phrases.has(text, "counting")
    rate = "%" in text or phrases.has(text, "rate")
    for name in phrases.named("figure"):
        if phrases.has(text, f"figure.{name}") and not (name == "all" and counted):
            return AS_RATE.get(name, name) if rate else name
    if rate and phrases.has(text, "rejected"):
        return "rejection_rate"
    return "submitted" if counted or phrases.has(text, "submitted") else "all"


def _period_before(clause: Clause) -> list[str]:
    """The period of the figure asked for just before ("how many of those …")."""
    last = clause.before[-1:] or list(clause.briefing.focus.last[-1:])
    period = last[0].args.get("period") if last and last[0].name == "stats" else None
    return [str(period)] if period else []
