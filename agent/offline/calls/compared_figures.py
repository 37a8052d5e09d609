"""Two periods or two groups that are set against each other in words."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.calls import figure_groups, figures, periods
from agent.offline.clause import Clause
from tools.result import Call

SIDES = re.compile(
    r"^(?:.*\bbetter (?:with|in|at|on|off with)\s+(?P<left>.+?)\s+than (?:(?:with|in|at|on)\s+)?(?P<right>.+)|"
    r"(?P<first>.+?)\s+(?:vs\.?|versus|against|compared (?:to|with)|(?:better|worse) than|gegen|frente a|contre)\s+"
    r"(?P<second>.+))$",
    re.I,
)
EITHER = re.compile(r"^\W*(?:and |is it )?\S+(?: jobs| ones)? or \S+(?: jobs| ones)?\W*$", re.I)
COMPARED = re.compile(
    r"^\W*(?:compare|vergleiche?|compara|comparer?|difference between)\s+(?P<first>.+?)\s+"
    r"(?:and|with|to|against|und|mit|y|con|et|avec)\s+(?P<second>.+)$",
    re.I,
)
_RATE = r"(?:(?:response|reply|answer|conversion|offer|ghost\w*|reject\w*|success|interview) )?rates?"
LEAD = re.compile(
    rf"^\W*(?:(?:{_RATE}|how(?: many| much)?|in|at|what|is|are|do|does|did|was|were|about|show|me|stats|for|my|the|i|"
    r"on|doing|compare|of|about)\b\W*)+",
    re.I,
)
NOUNS = re.compile(
    rf"\s+(?:{_RATE}|applications?|jobs?|ones?|roles?|do|doing|work|working|perform\w*|breakdown|split|please|pls|"
    r"for me)\b.*$",
    re.I,
)
UNITS = {
    "month": r"month|monat|\bmes(?:es)?\b|\bmois\b", "week": r"week|woche|semanas?|semaines?",
    "year": r"year|jahr|años?|années?",
}  # fmt: skip
LAST_TWO = re.compile(r"\b(?:last|past|letzten|últim[oa]s|derni[eè]re?s) (?:two|2|couple of|zwei|dos|deux)\b", re.I)
THIS = re.compile(r"\b(?:this|current|diese\w*|est[ea]|ce(?:tte)?)\b", re.I)
# "More than before", "getting faster": set against the month that ended last.
BEFORE = re.compile(
    r"\b(?:than (?:before|earlier|usual|normal)|than i used to|getting (?:better|worse|faster|slower|quicker)|"
    r"improv\w+|slow(?:ed|ing)? down|sped up|speed(?:ing)? up|slack\w*|eas(?:ed|ing) off|"
    r"als (?:vorher|früher|sonst)|que (?:antes|de costumbre|avant|d'habitude))\b",
    re.I,
)
THIS_ONE = re.compile(r"^this (?P<unit>day|week|month|year)$", re.I)
MORE = re.compile(r"\b(?:more|less|fewer|better|worse|slower|faster|busier)\b(?! than)", re.I)
# "More than 5", "more than 2 weeks ago" set nothing against another.
THAN_NUMBER = re.compile(
    r"\b(?:than|as many as)\s+(?:\d+|ten|twenty|a dozen|a couple)\b(?!\s*(?:days?|weeks?|months?))|"
    r"\b(?:more|less|longer) than (?:an?|one|two|three|four|six|\d+) (?:days?|weeks?|months?|years?) ago\b",
    re.I,
)
OTHERS = re.compile(r"\b(?:the )?(?:others?|rest|everything else|all (?:the )?others)\b", re.I)


# "Leeds or York, where is more luck", "where is more luck, Leeds or York".
_ONE = r"[^\W\d_][\w.'& -]{1,25}?"
_OR = r"or|vs\.?|versus|against|oder|o|ou|contre|gegen"
CHOICE = re.compile(
    rf"^\W*(?:and |so )?(?P<first>{_ONE}) (?:{_OR}) (?P<second>{_ONE})\s*[,:;–—-]+\s*(?:which|where|what|who|how|is)\b|"
    rf"^\W*(?:and |so )?(?:which|where|what|who)\b[^,:;]*[,:;–—]\s*(?P<left>{_ONE}) (?:{_OR}) (?P<right>{_ONE})\W*$",
    re.I,
)


def of(clause: Clause) -> list[Call]:
    """Two periods, two groups, or one against the others."""
    text = clause.text
    found = figure_groups.groups(clause)
    if not (_either(text, found) or phrases.has(text, "versus")) or clause.slots.known or THAN_NUMBER.search(text):
        return []
    figure = figures.compared(clause)
    one = {"only": found[0]} if len(found) == 1 else {}
    spans, sides = _spans(clause), _sides(text)
    if len(spans) > 1:
        return [_stats(figure=figure, period=spans[0], versus=spans[1], **one)]
    # "August" alone may be a person's name: beside another month it is none.
    if sides and spans and all(periods.readable(side, clause) for side in sides):
        return [_stats(figure=figure, period=sides[0], versus=sides[1])]
    if len(found) > 2 or (found and OTHERS.search(text)):
        return [_stats(**figures.args(clause, by=figures.facet(clause) or "source", only=None))]
    if len(found) == 2:
        return [_stats(**{**figures.args(clause, figure=figure), "only": found[0], "versus": found[1]})]
    return _with_before(text, figure, spans, one) or (
        [_stats(figure=figure, only=sides[0], versus=sides[1])] if sides else []
    )


def _stats(**args: Any) -> Call:
    return Call(name="stats", args=args)


def _either(text: str, found: list[str]) -> bool:
    """Whether one of two is asked for: "Leeds or York, where is more luck"."""
    best = phrases.has(text, "best") and (len(found) > 1 or CHOICE.match(text) is not None)
    return best or (len(found) == 2 and EITHER.match(text) is not None)


def _spans(clause: Clause) -> list[str]:
    """The periods named; two where one of them has no name."""
    said = (words for m in periods.mentions(clause) if (words := periods.words(clause, m)))
    spans = [words for words in said if periods.readable(words, clause)]
    pair = _pair(clause.text, spans[0]) if len(spans) == 1 else None
    return list(pair) if pair else spans


def _with_before(text: str, figure: str, spans: list[str], one: dict[str, str]) -> list[Call]:
    """What is now, set against a period named after "than", or against last month where only "before" is said."""
    if len(spans) == 1 and (running := THIS_ONE.search(spans[0])) and MORE.search(text):
        return [_stats(figure=figure, period=spans[0], versus=f"last {running['unit']}", **one)]
    if not spans and BEFORE.search(text):
        return [_stats(figure=figure, versus="last month", **one)]
    return [_stats(figure=figure, versus=spans[0], **one)] if spans and _compares_periods(text) else []


def _pair(text: str, span: str) -> tuple[str, str] | None:
    """Two periods of which one has no name: "this month with the last one", "the last two months"."""
    unit = next((unit for unit, words in UNITS.items() if re.search(words, span, re.I)), None)
    if unit is None:
        return None
    rest = text.casefold().replace(span.casefold(), " ")
    if LAST_TWO.search(span):
        return f"this {unit}", f"last {unit}"
    this = THIS.search(span) is not None
    return (span, f"last {unit}") if this and phrases.has(rest, "the_one_before") else None


def _compares_periods(text: str) -> bool:
    """Whether a period stands for what it is compared with: "than last month"."""
    return (
        re.search(
            r"\b(?:(?<!older )(?<!newer )than|vs|versus|compar\w*|vergl\w*|frente a|against|als|que|gegen\w*|"
            r"rapport)\b",
            text,
            re.I,
        )
        is not None
    )


def _sides(text: str) -> tuple[str, str] | None:
    """The two things that words set side by side, as they name them: "nurse vs cook"."""
    match = CHOICE.match(text) or SIDES.match(text.strip(" ?!.")) or COMPARED.match(text.strip(" ?!."))
    if match is None:
        return None
    names = match.groupdict()
    sides = (names.get("left") or names["first"], names.get("right") or names["second"])
    first, second = (NOUNS.sub("", LEAD.sub("", side)).strip(" ,?!.") for side in sides)
    if not first or not second or max(len(first.split()), len(second.split())) > 3:
        return None
    return first, second
