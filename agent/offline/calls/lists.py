"""Questions that a list answers: with all their filters, narrowing the last list, or turning its page."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.calls import filters, ordering
from agent.offline.clause import Clause
from tools.result import Call

PAGE = re.compile(r"\b(?:page|seite|página|pagina)\s*(?P<number>\d{1,4})\b", re.I)
POLITE = re.compile(r"\b(?:please|pls|plz|thanks|bitte|por favor|s'il te plaît|stp)\b", re.I)
LEAVES_OUT = re.compile(
    r"\W*(?:(?:and|but|ok|just|so)\s+)*(?:not|without|except(?: for)?|minus|leave out|hide|but not|ohne|nicht|außer|"
    r"sin|no|menos|sauf|sans|pas)\s+(?:(?:the|die|las|los|les)\s+)?[\w ]+?"
    r"(?:\s+(?:ones|jobs|applications|please|pls))*\W*$",
    re.I,
)
NOT_SENT = frozenset(("status", "applied", "news", "unanswered", "silent_days", "submitted"))


def find(clause: Clause) -> list[Call]:
    """A list with all the filters that the words name."""
    page = _page(clause)
    last = clause.briefing.focus.find
    if page is not None:
        last = last or Call(name="find")
        return [last.model_copy(update={"args": {**last.args, "page": page}})]
    args = filters.of(clause)
    if last is not None and (leans(clause, args) or leaves_out(clause)):
        args = {key: value for key, value in last.args.items() if key != "page"} | args
    elif _sent(clause, args):
        args = {key: value for key, value in args.items() if key != "state"} | {"submitted": True}
    return [Call(name="find", args=args)]


def _sent(clause: Clause, args: dict[str, Any]) -> bool:
    """Whether only what was applied to is asked for, and no other filter says so already."""
    if NOT_SENT & args.keys() or args.get("state", "all") != "all":
        return False
    return phrases.has(phrases.pattern("when_sent").sub("", clause.text), "sent")


def is_paging(clause: Clause) -> bool:
    """Whether the words only turn a page of the last list."""
    return _page(clause) is not None


def _page(clause: Clause) -> int | None:
    """The page asked for: by its number, the next, the one before; None where the words turn no page."""
    words = POLITE.sub("", clause.text).strip(" .!?,")
    last = clause.briefing.focus.find
    now = int(str(last.args.get("page", 1))) if last is not None else 1
    numbered = PAGE.search(words)
    if numbered and len(words.split()) <= 6:
        return int(numbered["number"])
    if phrases.pattern("more").fullmatch(words):
        return now + 1
    if phrases.pattern("previous").fullmatch(words) and last is not None and _just_listed(clause):
        return max(now - 1, 1)
    return None


def leaves_out(clause: Clause) -> bool:
    """Whether words only take some away from the list on the screen: "not the rejected ones"."""
    return _just_listed(clause) and LEAVES_OUT.match(clause.text) is not None and "status" in filters.of(clause)


def leans(clause: Clause, args: dict[str, Any]) -> bool:
    """Whether the words narrow or order the list on the screen rather than ask for another one."""
    if clause.slots.known and not phrases.has(clause.text, "leaning"):
        return False
    if phrases.has(clause.text, "leaning") or (_just_listed(clause) and phrases.has(clause.text, "pointing")):
        return True
    only_order = bool(ordering.of(clause)) and args.keys() <= {"sort", "descending"}
    head = phrases.pattern("leaning_head").match(clause.text.lstrip(" ,.")) is not None
    return _just_listed(clause) and (head or (only_order and not phrases.has(clause.text, "whole")))


def _just_listed(clause: Clause) -> bool:
    last = clause.briefing.focus.last
    return bool(last) and last[-1].name == "find"
