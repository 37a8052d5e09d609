"""Questions whose days or whose thing to be counted stand apart from the question: "October, how many was that"."""

from __future__ import annotations

import re

from agent.offline import phrases
from agent.offline.calls import figures, periods
from agent.offline.clause import Clause

# What leads in to days at the head of a question, and what parts them from it.
HEAD = re.compile(r"\W*(?:(?:and|so|ok|okay|for|in|then|the|my|during|over|what about)\b\W*)*", re.I)
AFTER_HEAD = re.compile(r"\s*(?:applications?|apps|jobs)?\s*[,:;–—-]+\s*(?P<rest>.+)$", re.I)
# "Any offers, how many": what is counted stands before the question.
HOW_MANY = re.compile(
    r"[,;?–—-]+\s*(?:and |but )?(?:how many|wie viele|cuánt[oa]s|combien)"
    r"(?: (?:of (?:them|those)|exactly|(?:was|is) (?:that|it)|in (?:all|total)|so far|altogether|overall))?\W*$",
    re.I,
)


def by_period(clause: Clause) -> bool:
    """Whether the days come first, and what is to be counted behind them: "October, how many was that"."""
    m = periods.mention(clause)
    if m is None or clause.slots.known or not HEAD.fullmatch(clause.text[: m.start]):
        return False
    rest = AFTER_HEAD.match(clause.text[m.end :])
    return rest is not None and phrases.has(rest["rest"], "counting", "rate", "figure.all", "figures_named")


def counted(clause: Clause) -> bool:
    """Whether "how many" stands behind the thing to be counted."""
    return HOW_MANY.search(clause.text) is not None and figures.named(clause) is not None and not clause.slots.known
