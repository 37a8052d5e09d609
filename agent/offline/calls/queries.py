"""Questions become calls that only read: the one way in for lists, one application, what lies ahead, figures."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.offline import phrases, places, questions
from agent.offline.calls import (
    ahead,
    asked_figures,
    details,
    figure_groups,
    figure_talk,
    figures,
    filters,
    kind,
    lists,
    periods,
)
from agent.offline.clause import Clause
from tools.result import Call

BUILDERS: dict[str, Callable[[Clause], list[Call]]] = {
    "find": lists.find,
    "show": details.show,
    "agenda.interviews": lambda clause: ahead.agenda(clause, "interviews"),
    "agenda.deadlines": lambda clause: ahead.agenda(clause, "deadlines"),
    "remind.list": lambda clause: ahead.agenda(clause, "reminders"),
    "stats": figures.stats,
    "settings": lambda clause: [Call(name="settings")],
    "help": lambda clause: [Call(name="help")],
}
MORE_OF_IT = re.compile(
    r"^\W*(?:(?:and|und|y|et|ok(?:ay)?|what about|how about|same for|same but|und was ist mit|et pour)\b[\s,]*)+", re.I
)
ABOUT = re.compile(r"\W*(?:and\s+)?(?:what about|how about|same (?:for|but)|und was ist mit|et pour)\b", re.I)
PLACES = re.compile(r"\W*(?:\w+\s+)?(?:in|near|around)\s+[^\W\d_][\w'-]*(?:\s+(?:or|and)\s+[^\W\d_][\w'-]*)*\W*", re.I)
# Words that narrow a list and say nothing else.
FILTERS = ("open", "ended", "saved", "favorite", "archived", "generic", "only")
LIKELY = 0.3
SHORT = 3
MOST_WORDS = 7


def ask(clause: Clause) -> list[Call] | None:
    """The calls of words that can only be a question; None where they may be something else."""
    # In one message a sentence behind a figure may name which one is meant: "… I want the median".
    more = asked_figures.of(clause) or follow_up(clause) or (figure_talk.calls(clause) if clause.before else [])
    if more:
        return [call for call in more if call not in clause.before]
    if _bare_filter(clause) or lists.leaves_out(clause):
        return lists.find(clause)
    if not questions.asks(clause.text) and not lists.is_paging(clause):
        return None
    calls = built(clause, clause.guesses[0].intent)
    if calls == [Call(name="find")] and _unlikely(clause):
        return None
    return [call for call in calls if call not in clause.before] if calls else calls


def _unlikely(clause: Clause) -> bool:
    """Whether nothing but a guess says that the whole list is wanted."""
    likely = max(guess.probability for guess in clause.guesses if guess.intent in kind.KINDS)
    return likely < LIKELY and not phrases.has(clause.text, "generic", "submitted")


def _bare_filter(clause: Clause) -> bool:
    """Whether the words are nothing but filters, and no job is spoken of whose facts they could be."""
    focus = clause.briefing.focus
    if clause.before or focus.subject or focus.wanted:
        return False
    if PLACES.fullmatch(clause.text):
        return "location" in filters.of(clause)
    left = list(phrases.pattern(*FILTERS).sub(lambda m: " " * len(m.group()), questions.plain(clause.text)))
    for m in clause.of("mode", "type", "money"):
        left[m.start : m.end] = " " * (m.end - m.start)
    if re.search(r"\w", "".join(left)):
        return False
    return any(m.text[:1].isalpha() or m.text.endswith("+") for m in clause.of("money")) or len(clause.mentions) > 1


def built(clause: Clause, intent: str) -> list[Call] | None:
    """The calls of a question under an intent."""
    found = kind.of(clause, intent)
    return BUILDERS[found](clause) or None if found else None


def follow_up(clause: Clause) -> list[Call]:
    """The last question again, with the one thing changed that is named: "and last month?", "what about York?"."""
    last = clause.briefing.focus.last[-1:]
    full = clause.full or clause.text
    if not last or clause.before or len(full.split()) > MOST_WORDS:
        return []
    head = MORE_OF_IT.match(full)
    rest = full[head.end() :] if head else full
    of_fact = head and last[0].name == "show" and len(rest.split()) <= SHORT and details.about(clause)
    if (questions.asks(rest) and not of_fact) or not (head or _only_days(clause)):
        return []
    if not full.rstrip().endswith("?") and not ABOUT.match(full) and clause.guesses[0].intent not in kind.KINDS:
        return []
    call = last[0]
    changed = _changed(clause, call, rest.strip(" ?!."))
    return [call.model_copy(update={"args": {**_kept(call), **changed}})] if changed else []


def _kept(call: Call) -> dict[str, object]:
    return {key: value for key, value in call.args.items() if key not in ("page", "only_next")}


def _only_days(clause: Clause) -> bool:
    """Whether a clause names days and nothing else."""
    m = periods.mention(clause)
    if m is None or "?" not in clause.full + clause.text:
        return False
    return not re.search(r"\w", clause.text[: m.start] + clause.text[m.end :])


def _changed(clause: Clause, call: Call, rest: str) -> dict[str, object]:
    period = periods.words(clause) or (rest if periods.readable(rest, clause) else None)
    what = details.about(clause)
    if call.name == "show" and what and not clause.slots.known and not period:
        return {"about": what}
    if call.name in ("stats", "agenda", "counted") and period and not clause.slots.known:
        return {"period": period}
    if call.name == "stats":
        group, figure = figure_groups.only(clause), figures.named(clause)
        return {"only": group} if group else {"figure": figure} if figure else {}
    if call.name in ("show", "agenda") and clause.slots.known:
        return {"company": clause.slots.company, "title": None}
    if call.name == "find" and places.is_city(rest):
        return {"location": rest}
    if call.name == "find":
        return filters.of(clause) if not phrases.has(clause.text, "leaning") else {}
    return {}


def find(clause: Clause) -> list[Call]:
    """A question that the model took for one after a list."""
    return built(clause, "find") or []


def show(clause: Clause) -> list[Call]:
    """A question that the model took for one about an application."""
    return built(clause, "show") or []


def agenda(clause: Clause, what: str) -> list[Call]:
    """A question that the model took for one about what lies ahead."""
    return built(clause, {"reminders": "remind.list"}.get(what, f"agenda.{what}")) or []


def stats(clause: Clause) -> list[Call]:
    """A question that the model took for one about figures."""
    return built(clause, "stats") or []
