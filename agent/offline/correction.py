"""Corrections: "no wait, it was Tuesday", "sorry, I meant Globex": the last change is made again with the right facts."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import hours
from agent.offline.calls.interviews import SCREEN, details
from agent.offline.calls.logging import facts_of
from agent.offline.calls.retitle import new_title
from agent.offline.calls.statuses import named_status
from agent.offline.clause import Clause
from agent.offline import lexicon, roles
from tools.focus import numbers
from tools.result import Call

HEAD = re.compile(
    r"^\W*(?:(?:oh|oops|ups|um|uh|ah|hm+|wait|no|nope|sorry|my bad|my mistake|mistake|correction|actually|hang on|hold on|scratch that|strike that|i mean(?:t)?|make that|rather|perdón|perdon|espera|no,|nein|warte|quatsch|sorry|pardon|non|attends|en fait|eigentlich|mejor dicho)\b[\s,.:!-]*)+",
    re.I,
)
NOT_THIS = re.compile(r",?\s*\b(?:not|instead of|rather than|statt|nicht|no|pas)\s+(?:on\s+|the\s+|a\s+|an\s+|at\s+|with\s+|for\s+)*[^,.;]+$", re.I)
STATUS_CUES = {
    "rejected": r"\breject|turned down",
    "offer": r"\boffer",
    "withdrawn": r"\bwithdr",
    "declined": r"\bdeclin",
    "ghosted": r"\bghost",
    "screening": r"\bscreen",
    "assessment": r"\bassess|\btest\b",
    "interview": r"\binterview stage|interviewing",
    "accepted": r"\baccept",
    "saved": r"\bsaved?\b|not applied",
    "applied": r"\bapplied\b",
}


def head(text: str) -> int:
    """How many characters at the start only say that a correction follows."""
    match = HEAD.match(text)
    if match is None or match.group().strip().casefold() in ("no", "non", "nein"):
        return 0  # "no messages before 9" corrects nothing
    return match.end() if match.end() < len(text) else 0


def is_one(clause: Clause) -> bool:
    """Whether the words begin as a correction does and there is something to correct."""
    return HEAD.match(clause.text) is not None and bool(clause.briefing.focus.calls)


def calls(clause: Clause) -> list[Call]:
    """The calls that put the last change right; empty where the words do not say how."""
    focus = clause.briefing.focus
    if not focus.calls:
        return []
    last = focus.calls[-1]
    about = numbers(focus.subject, "application")
    who = {"company": f"#{about[-1]}"} if about else {}
    company = _other_company(clause, last)
    if company:
        return [Call(name="undo"), last.model_copy(update={"args": {**last.args, **company}})]
    if last.name == "log":
        return _of_log(clause, last, who)
    if last.name == "status":
        return _of_status(clause, last, who)
    if last.name in ("schedule", "reschedule"):
        return _of_interview(clause, who)
    return _again(clause, last)


def _right(clause: Clause) -> str:
    """The words without the head and without "not that"."""
    return NOT_THIS.sub("", HEAD.sub("", clause.text))


def _other_company(clause: Clause, last: Call) -> dict[str, Any] | None:
    """The company that was meant instead, as arguments; None where none is named."""
    if "company" not in last.args or clause.has(r"\b(?:spelled|spelt|called|name is)\b"):
        return None
    right = _right(clause)
    named = [m for m in clause.of("company") if m.text in right]
    if named:
        said = str(last.args["company"])
        return {"company": named[0].text, "title": None} if named[0].text.casefold() != said.casefold() else None
    ids = clause.refs
    if ids and re.search(r"\bone\b", right, re.I) and f"#{ids[0]}" != last.args["company"] and last.name != "log":
        return {"company": f"#{ids[0]}", "title": None}
    if last.name == "log" and re.search(r"\b(?:meant|mean|to|at|company (?:is|was))\b", clause.text, re.I):
        pairs = [c for c, _ in clause.slots.pairs if c in right or c.casefold() in right.casefold()]
        if pairs and roles.score(pairs[0]) < 0.5 and not clause.of("when"):
            return {"company": pairs[0]}
    return None


def _of_log(clause: Clause, last: Call, who: dict[str, str]) -> list[Call]:
    facts = facts_of(clause)
    facts.pop("tags", None)
    days = [m.text for m in clause.of("when") if m.value == "day" and m.text in _right(clause)]
    if days and not clause.deadline:
        facts["applied_on"] = days[0]
    status = _status_said(clause)
    if status and status != last.args.get("status", "applied"):
        return [Call(name="status", args={**who, "status": status, "correct": True})]
    title = new_title(clause, facts) or _title_alone(clause)
    if title:
        facts["new_title"] = title
    return [Call(name="update", args={**who, **facts})] if facts else []


def _of_status(clause: Clause, last: Call, who: dict[str, str]) -> list[Call]:
    days = [m.text for m in clause.of("when") if m.value == "day" and m.text in _right(clause)]
    status = _status_said(clause)
    if not status and not days:
        return []
    args = {**who, "status": status or last.args.get("status"), "correct": bool(status) or None}
    return [Call(name="status", args={k: v for k, v in {**args, "on": days[0] if days else None}.items() if v})]


def _of_interview(clause: Clause, who: dict[str, str]) -> list[Call]:
    right = _right(clause)
    _, new = hours.old_and_new(clause.text, hours.times(clause.text, clause.mentions))
    when = " ".join(m.text for m in clause.of("when") if m.text in right) or new or _bare_hour(right)
    known = {k: v for k, v in details(clause).items() if v}
    args: dict[str, Any] = {**who, "when": when, **known}
    made = {k: v for k, v in args.items() if v}
    if len(made) <= len(who):
        return []
    found = [Call(name="reschedule", args=made)]
    if SCREEN.search(clause.text):
        found.append(Call(name="status", args={**who, "status": "screening", "correct": True}))
    return found


def _bare_hour(right: str) -> str | None:
    """The hour of "meant 4 not 3"."""
    match = re.search(r"(?<![\w:.])(\d{1,2}(?:[:.]\d\d)?)(?:\s*(am|pm|h|uhr))?(?![\w:.])", right, re.I)
    return f"at {match.group(1)} {match.group(2) or ''}".strip() if match else None


def _again(clause: Clause, last: Call) -> list[Call]:
    """Any other call made anew with the time or words now said."""
    if clause.moment and "when" in last.args:
        return [Call(name="undo"), last.model_copy(update={"args": {**last.args, "when": clause.moment}})]
    if last.name == "update":
        facts = facts_of(clause)
        return [last.model_copy(update={"args": {**last.args, **facts}})] if facts else []
    return []


def _status_said(clause: Clause) -> str | None:
    right = _right(clause)
    named = named_status(clause)
    if named:
        return named
    return next((status for status, cue in STATUS_CUES.items() if re.search(cue, right, re.I)), None)


def _title_alone(clause: Clause) -> str | None:
    words = roles.tidy(re.sub(r"^(?:it's|it was|it is|for|as|i meant|meant)\s+", "", _right(clause).strip(" .!"), flags=re.I))
    if roles.score(words) >= 0.8 and len(words.split()) <= 6 and words.casefold() not in lexicon.words("not_companies.txt"):
        return words
    return None
