"""Questions whose days or whose thing to be counted stand apart from the question: "October, how many was that"."""

from __future__ import annotations

import re

from agent.offline import phrases
from agent.offline.calls import figure_groups, figures, periods
from agent.offline.clause import Clause

# What leads in to days at the head of a question, and what parts them from it.
HEAD = re.compile(r"\W*(?:(?:and|so|ok|okay|for|in|then|the|my|during|over|what about)\b\W*)*", re.I)
AFTER_HEAD = re.compile(r"\s*(?:applications?|apps|jobs)?\s*[,:;–—-]+\s*(?P<rest>.+)$", re.I)
# "Of the agency ones, how many": the group stands before the question.
OF_GROUP = re.compile(
    r"^\W*(?:(?:and|so|ok|now)\s+)?(?P<head>(?:of|for|in|from|among|with|at|out of|via|through|bei|von|für|im|de|para|"
    r"pour|dans|sur|chez)\b[^,:;]+?)\s*[,:;–—]+\s*(?P<rest>.+)$",
    re.I,
)
_SENT = (
    r"sent|submitted|made|done|put in|verschickt|gesendet|geschrieben|abgeschickt|enviad[ao]s|mandadas|hechas|envoyées|"
    r"faites"
)
_BESIDE = (
    r"i|we|ich|que|j'ai|he|that|out|in|on|for|during|over|since|until|from|von|im|in den|en|de|desde|durant|pendant|"
    r"depuis|du|des|seit|dans"
)
# English words without "sent" ask for the list.
SENT_ONES = re.compile(
    rf"\W*(?:(?:my|the|all|total|meine|alle|mis|las|mes|les|number of|nb de|#)\s+)*"
    rf"(?:(?:job )?(?:applications?|apps|cvs)(?:\s+(?:{_BESIDE}))*\s+(?:{_SENT})|"
    rf"bewerbungen|solicitudes|candidaturas|postulaciones|candidatures)(?:\W+(?:{_SENT}|{_BESIDE}))*\W*",
    re.I,
)
MOST_OF_HEAD = 6
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


def by_group(clause: Clause) -> bool:
    """Whether the group comes first, and the question behind it: "of the agency ones, how many …"."""
    head = OF_GROUP.match(clause.text)
    if head is None or clause.slots.known or len(head["head"].split()) > MOST_OF_HEAD:
        return False
    group = figure_groups.only(clause)
    asked = phrases.has(head["rest"], "counting", "rate", "figures_named", "figure.all", "figure.time_to_response")
    return asked and group is not None and group.split()[0].casefold()[:4] in head["head"].casefold()


def is_count(clause: Clause) -> bool:
    """Whether words are nothing but what was sent and days: "applications sent in May", "Bewerbungen im Mai"."""
    m = periods.mention(clause)
    if m is None or clause.slots.known or not periods.readable(m.text, clause):
        return False
    return SENT_ONES.fullmatch(f"{clause.text[: m.start]} {clause.text[m.end :]}") is not None


def counted(clause: Clause) -> bool:
    """Whether "how many" stands behind the thing to be counted."""
    return HOW_MANY.search(clause.text) is not None and figures.named(clause) is not None and not clause.slots.known
