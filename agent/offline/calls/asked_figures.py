"""Words that can only be about figures: how one is counted, which ones, groups, comparisons, weeks, chances."""

from __future__ import annotations

import re

from agent.offline import phrases, questions, references
from agent.offline.calls import apart, compared_figures, figure_groups, figures, going, periods, weekly_goal
from agent.offline.clause import Clause
from tools.result import Call

SAID_BEFORE = ("stats", "counted", "meaning")
MOST_WORDS = 16
SHORT = 7
SET_SIDE_BY_SIDE = ("figure.all", "counting", "submitted", "best", "rate", "see", "versus", "split")
BEFORE_THAT = re.compile(r"\bthe (?P<unit>day|week|month|year) before(?: that| last)?\b", re.I)
BEFORE = {"this month": "last month", "this week": "last week", "this year": "last year", "today": "yesterday"}
WANTS_GOAL = re.compile(r"\d|\b(?:goal|target)\s*[:=]|\b(?:set|make|change|want|goal is|target is)\b", re.I)

WHICH = re.compile(r"\W*(?:(?:and|so|ok|y|et|und)\s+)?(?:which|what|who|welche|wer|cuál|quién|lesquel)", re.I)
WHICH_KIND = re.compile(
    rf"(?:and |so |y |et |und )?(?:at |from |in )?(?:which|what|welche[rn]?|qué|quel(?:le)?s?) "
    rf"{phrases.pattern('workplace', 'generic').pattern}"
    r"(?: (?:are|were|was|is|did|sind|waren|son|fueron|sont|étaient)(?: (?:they|those|these|that|it|das|say|it|ce))*)?",
    re.I,
)
A_RATE = re.compile(r"\b(?:respon[sd]e|reply|answer|conversion|offer|success|ghost\w*|reject\w*)[\s-]rates?\b", re.I)
COUNTED_AS = {"owing": "waiting", "past_screening": "screenings"}
ONLY = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|now)\b\W*)*(?:only|just|nur|solo|seulement)(?: for| the| my| with| on)*"
    r"(?:\s\S+){1,4}\W*$|"
    r"^\W*(?:and|what about|how about|y|und|et)\s+(?:for|with|from|via|through|by|on|für|bei|con|para|pour)"
    r"(?: the| my)*(?:\s\S+){1,4}\W*$",
    re.I,
)
SUPERLATIVE = re.compile(r"\W*(?:(?:my|the|and|so)\s+)*(?:best|top|worst|most|beste\w*|mejor\w*|meilleure?s?)\b", re.I)


def whole(clause: Clause) -> list[Call] | None:
    """What a whole message asks of figures, before it is cut into clauses; None where it is none or holds more."""
    text = clause.text.strip()
    if re.search(r"[.;\n]\s*\w", text) or questions.AND_ASKS.search(text) or len(text.split()) > MOST_WORDS:
        return None
    asked = of(clause) or (_counted_as(clause) if apart.HOW_MANY.search(text) else None)
    if asked:
        return asked
    ways = (apart.by_period, apart.by_group, apart.counted, apart.is_count)
    return figures.stats(clause) if any(way(clause) for way in ways) else None


def of(clause: Clause) -> list[Call] | None:
    """The calls of a clause that is surely about figures, or about the weekly goal, read once."""
    if clause.figured is None:
        clause.figured = (weekly_goal.of(clause) or _of(clause),)
    return clause.figured[0]


def _of(clause: Clause) -> list[Call] | None:
    text = clause.text
    if phrases.has(text, "picture", "reminderish") or questions.COMMAND.match(text) or clause.of("url", "email"):
        return None
    for read in (
        _meaning, _which_ones, _narrowed, _chances, weekly_goal.asked, _before_that,
        compared_figures.of, _weekly, _stages, _counted_as, _of_trade, _pay, _grouped,
    ):  # fmt: skip
        calls = read(clause)
        if calls:
            return calls
    if clause.of("source") and phrases.has(text, "worth_it") and _asks(clause) and not clause.slots.known:
        return [_call(clause, "all")]
    if phrases.has(text, "insight") and not clause.slots.known and _asks(clause):
        return [_call(clause, "insight")]
    if going.asked(clause):
        return figures.stats(clause)
    named = phrases.has(text, "figures_named") or figures.step_named(text)
    if named and not clause.slots.known and not phrases.has(text, "telling_figures"):
        return figures.stats(clause)
    return None


def is_plain(clause: Clause, calls: list[Call]) -> bool:
    """Whether no language model could read it otherwise: what leans on a figure just said, and a few plain words."""
    leans = all(call.name in ("counted", "meaning") for call in calls)
    return len(clause.text.split()) <= SHORT and (leans or phrases.has(clause.text, "figures_named"))


def _asks(clause: Clause) -> bool:
    """Whether words ask, or are too few to tell anything."""
    return questions.asks(clause.text) or clause.text.rstrip().endswith("?") or len(clause.text.split()) <= SHORT


def _last(clause: Clause) -> Call | None:
    """The figure said just before."""
    found = clause.before[-1:] or list(clause.briefing.focus.last[-1:])
    return found[0] if found and found[0].name in SAID_BEFORE else None


def _call(clause: Clause, figure: str) -> Call:
    return Call(name="stats", args=figures.args(clause, figure=figure))


def _meaning(clause: Clause) -> list[Call]:
    """How a figure is counted: the one named, else the one just said."""
    if not phrases.has(clause.text, "meaning") or clause.slots.known:
        return []
    named, last = figures.named(clause), _last(clause)
    figure = named or (str(last.args.get("figure", "all")) if last else None)
    return [Call(name="meaning", args={"figure": figure})] if figure else []


def _which_ones(clause: Clause) -> list[Call]:
    """The applications behind the figure just said."""
    last = _last(clause)
    said = (clause.full or clause.text).strip(" ?!.")
    listed = clause.briefing.focus.last[-1:]
    if WHICH.match(said) and listed and listed[0].name == "find" and phrases.pattern("which_ones").fullmatch(said):
        return [listed[0]]
    asked = phrases.pattern("which_ones").fullmatch(said) or WHICH_KIND.fullmatch(said)
    if last is None or last.args.get("figure") in figures.NO_LIST or not asked:
        return []
    kept = {name: last.args[name] for name in ("figure", "period", "only") if last.args.get(name)}
    if kept.get("figure", "all") == "all":
        kept["figure"] = "submitted"
    return [Call(name="counted", args=kept)]


def _narrowed(clause: Clause) -> list[Call]:
    """The figure just said for one group: "only referrals", "just the nurse jobs"."""
    last = _last(clause)
    said = ONLY.match(clause.full or clause.text)
    narrows = last is not None and last.name == "stats" and said and periods.mention(clause) is None
    group = figure_groups.only(clause) if narrows else None
    return [last.model_copy(update={"args": {**last.args, "only": group}})] if last and group else []


def _counted_as(clause: Clause) -> list[Call]:
    """How many have yet to answer, or came past a stage."""
    if clause.slots.known or not phrases.has(clause.text, "counting"):
        return []
    figure = next((figure for said, figure in COUNTED_AS.items() if phrases.has(clause.text, said)), None)
    return [_call(clause, figure)] if figure else []


def _of_trade(clause: Clause) -> list[Call]:
    """How many "driving jobs" there were."""
    asked = phrases.has(clause.text, "counting") and figure_groups.trade(clause) and not clause.slots.known
    return figures.stats(clause) if asked else []


def _chances(clause: Clause) -> list[Call]:
    """An estimate for a job, or for any one."""
    text = clause.text
    expected = phrases.has(text, "expected") and clause.slots.known
    asked = (
        phrases.has(text, "chances")
        and not A_RATE.search(text)
        and (_asks(clause) or phrases.leads(text, "chance_asked"))
    )
    if not (expected or asked) or periods.mention(clause) is not None:
        return []
    targets = clause.targets() if clause.slots.known or clause.refs or references.ONE_OF.search(text) else []
    unknown = clause.slots.company if clause.slots.sure and not clause.slots.known else None
    who = targets[0]["company"] if targets else unknown
    return [Call(name="stats", args={"figure": "chances"} | ({"only": who} if who else {}))]


def _before_that(clause: Clause) -> list[Call]:
    """The same figure over the stretch before the one just said: "and the month before?"."""
    last, said = _last(clause), BEFORE_THAT.search(clause.text)
    if last is None or said is None or len(clause.text.split()) > SHORT:
        return []
    known = str(last.args.get("period", "")).casefold()
    unit = said["unit"].casefold()
    period = BEFORE.get(known) or (f"{unit} before last" if known == f"last {unit}" else f"last {unit}")
    return [last.model_copy(update={"args": {**last.args, "period": period}})]


def _weekly(clause: Clause) -> list[Call]:
    """By week, streaks."""
    text = clause.text
    if not phrases.has(text, "weekly") or clause.slots.known or WANTS_GOAL.search(text):
        return []
    named = phrases.has(text, "counting", "submitted", "figure.all", "figure.time_to_response", "streak")
    mine = named or len(text.split()) <= 4
    return [_call(clause, "weekly")] if mine and not phrases.has(text, "settings_of_weeks") else []


def _stages(clause: Clause) -> list[Call]:
    asked = phrases.has(clause.text, "between_stages") and not clause.slots.known
    timed = phrases.has(clause.text, "figure.time_to_response") or re.search(
        r"\b(?:time|days|long|tage|lange)\b", clause.text, re.I
    )
    return [_call(clause, "stages")] if asked and timed and _asks(clause) else []


def _pay(clause: Clause) -> list[Call]:
    asked = phrases.has(clause.text, "pay_asked") and not clause.slots.known and not clause.of("money")
    alone = phrases.leads(clause.text, "pay_asked")
    return [_call(clause, "pay")] if asked and (alone or _asks(clause)) else []


def _grouped(clause: Clause) -> list[Call]:
    """By source, role, company, industry, way of working, place."""
    facet = figures.facet(clause)
    if facet is None or clause.slots.known or not _asks_groups(clause):
        return []
    return [Call(name="stats", args=figures.args(clause, by=facet, only=None))]


def _asks_groups(clause: Clause) -> bool:
    """Whether groups are set side by side: "by …", or which of them does best."""
    text = clause.text
    if re.search(r"\b(?:by|per|nach|je|pro|por|par)\b|\b(?:vs|versus)\b", text, re.I):
        return (
            phrases.has(text, "figure.all", "counting", "submitted", "best", "rate", "see", "versus", "split")
            or len(text.split()) <= SHORT
        )
    asks = phrases.leads(text, "wh") or SUPERLATIVE.match(text) is not None
    return (
        asks
        and phrases.has(text, "best")
        and not re.search(r"\b(?:did|have|do) i (?:apply|find|see|use)\b", text, re.I)
    )
