"""Questions about figures: which one, over which days, of which group; two where two are asked for."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.calls import periods
from agent.offline.calls.figure_groups import groups, only
from agent.offline.clause import Clause
from tools.result import Call

MOST = 4
# A count of these asked for as a share is another figure.
AS_RATE = {"offers": "offer_rate", "submitted": "all"}
# Figures that count no single applications.
NO_LIST = ("weekly", "stages", "pay", "insight", "chances")
STEPS = {"interview": "interviews", "offer": "offer_rate", "screening": "conversion_rate", "screen": "conversion_rate"}
_RATE = r"(?:conversions?|rates?|ratios?|percentage|yield)"
STEP = re.compile(
    r"\b(?:(?P<start>interview|screen(?:ing)?|assessment)s?|applications?|apps?|applied|applying|cv|resume)?[\s-]*"
    rf"(?:to|2|→|->|/)[\s-]*(?:an? |the )?(?P<step>interview|offer|screen(?:ing)?)s?\b[\s-]*{_RATE}\b",
    re.I,
)
STEP_BEHIND = re.compile(
    rf"\b{_RATE}\b (?:from |of |for )?(?:my )?(?:(?P<start>interview|screen(?:ing)?|assessment)s?|applications?|apps?|"
    r"applied|applying)?[\s-]*(?:to|into|→|->)[\s-]*(?:an? |the )?(?P<step>interview|offer|screen(?:ing)?)s?\b",
    re.I,
)
STEP_NAMED = re.compile(r"\b(?P<step>interview|offer)s? conversions?\b", re.I)
# Two days that bound a stretch: "from 1 October to 31 October".
BETWEEN = re.compile(
    r"\b(?:from|between|von|vom|desde|del?|du|entre)\s+"
    r"(?P<days>[\w .]{3,20}?\s(?:to|and|till|until|bis|hasta|al|y|au|et)\s[\w .]{3,20})",
    re.I,
)
# A day of the calendar said by how often it comes.
REPORTS = {"weekly": "this week", "monthly": "this month", "yearly": "this year"}
MONTH = re.compile(r"\b(?:for|of|during)\s+(?P<month>march|april|may|june|july|august)\b", re.I)
REPORT = re.compile(
    r"\b(?P<which>weekly|monthly|yearly) (?:report|numbers?|figures?|stats|statistics|total|progress)", re.I
)


def stats(clause: Clause) -> list[Call]:
    """The figure asked for, over each of the periods said."""
    figure = _figure(clause)
    between = BETWEEN.search(clause.text)
    said = [words for m in periods.mentions(clause) if (words := periods.words(clause, m))]
    if between and len(said) == 2 and periods.readable(between["days"], clause):
        said = [between["days"]]
    spans = [words for words in said if periods.readable(words, clause)] or said[:1]
    vague = periods.words(clause) or _report(clause.text)
    spans = spans or ([vague] if vague else [])
    if phrases.has(clause.text, "goal"):
        figure, spans = "submitted", spans or ["this week"]
    if not spans and phrases.has(clause.text, "of_those"):
        spans = _period_before(clause)
    group = only(clause)
    if group and phrases.has(group, "figure.time_to_response", "figure.by_status", "weekly"):
        group = None  # "90th pct" is no role, nor is the funnel
    if group and figure == "all" and phrases.has(clause.text, "rate"):
        figure = "submitted"  # "what share is remote"
    return [Call(name="stats", args=_args(figure, words, group)) for words in spans[:MOST] or [""]]


def args(clause: Clause, **more: Any) -> dict[str, Any]:
    """The period and the group that words name, as arguments, and `more`."""
    period = periods.words(clause)
    group = only(clause)
    given = {"period": period if period and periods.readable(period, clause) else None, "only": group, **more}
    return {name: value for name, value in given.items() if value}


def facet(clause: Clause) -> str | None:
    """By what groups are told apart."""
    return next((name for name in phrases.named("facet") if phrases.has(clause.text, f"facet.{name}")), None)


def _report(text: str) -> str | None:
    """The period of a "monthly report", or a month whose name is a person's too."""
    said, month = REPORT.search(text), MONTH.search(text)
    if said:
        return REPORTS[said["which"].casefold()]
    return month["month"] if month else None


def _args(figure: str, period: str, group: str | None) -> dict[str, Any]:
    given = {"figure": figure, "period": period, "only": group}
    return {name: value for name, value in given.items() if value}


def step_named(text: str) -> str | None:
    """The figure of a step: "application to interview rate"; one between later stages stands in the funnel."""
    said = STEP.search(text) or STEP_BEHIND.search(text) or STEP_NAMED.search(text)
    if said is None:
        return None
    started = said.groupdict().get("start")
    return "by_status" if started else STEPS[said["step"].casefold()]


def named(clause: Clause) -> str | None:
    """The figure that words name; None where they name none."""
    text = clause.text
    if step := step_named(text):
        return step
    rate = "%" in text or phrases.has(text, "rate")
    for name in phrases.named("figure"):
        if name not in ("by_source", "all") and phrases.has(text, f"figure.{name}"):
            return AS_RATE.get(name, name) if rate else name
    return "rejection_rate" if phrases.has(text, "rejected") else None


def _figure(clause: Clause) -> str:
    text = clause.text
    if step := step_named(text):
        return step
    counted = phrases.has(text, "counting")
    rate = "%" in text or phrases.has(text, "rate")
    for name in phrases.named("figure"):
        if phrases.has(text, f"figure.{name}") and not (name == "all" and counted):
            return AS_RATE.get(name, name) if rate else name
    if rate and phrases.has(text, "rejected"):
        return "rejection_rate"
    return "submitted" if counted or phrases.has(text, "submitted") else "all"


def compared(clause: Clause) -> str:
    """The figure by which two things are compared."""
    text = clause.text
    if phrases.has(text, "replying"):
        return "time_to_response"
    found = named(clause)
    if found and found != "by_status":
        return found
    if phrases.has(text, "speed") and len(groups(clause)) > 1:
        return "time_to_response"  # "is Indeed slower than an agency"
    return "submitted" if phrases.has(text, "pace") else "all"


def _period_before(clause: Clause) -> list[str]:
    """The period of the figure asked for just before ("how many of those …")."""
    last = clause.before[-1:] or list(clause.briefing.focus.last[-1:])
    period = last[0].args.get("period") if last and last[0].name == "stats" else None
    return [str(period)] if period else []
