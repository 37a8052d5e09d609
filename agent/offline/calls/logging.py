"""Jobs that were applied to, or kept for later."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import clauses
from agent.offline.calls import pays_said, sources_said
from agent.offline.clause import Clause
from tools import money as amounts
from tools.result import Call

OLD = re.compile(r"\b(?:already|again|also|too|as well|likewise)\b", re.I)
SAME = re.compile(r"\b(?:the )?same(?: role| job| position| thing| title| kind| work)?\b", re.I)
TOO = re.compile(r"\b(?:too|as well|also|auch|también|aussi)\b|^\s*and\b", re.I)
VERB = re.compile(rf"\b(?:{clauses.VERBS})", re.I)
NOTE = re.compile(r"\bnote(?:s)?\s*[:\-]\s*(?P<text>.+)$", re.I)


def applied(clause: Clause) -> list[Call]:
    """One call to log for each company; a bare reference marks that application as applied."""
    pairs = clause.slots.pairs
    if not pairs and clause.refs:
        return [_status(f"#{i}", clause) for i in clause.refs]
    facts = facts_of(clause) | ({"on": clause.day} if clause.day else {})
    if not pairs:
        title = {"title": clause.slots.title} if clause.slots.title else {}
        company = {"company": clause.earlier[-1]} if clause.earlier else {}
        return [Call(name="log", args={**company, **title, **facts})] if title or company else []
    days = _days(clause, len(pairs))
    return [
        Call(name="log", args={**_job(clause, company, title), **facts, **({"on": day} if day else {})})
        for (company, title), day in zip(pairs, days, strict=True)
    ]


def _days(clause: Clause, number: int) -> list[str | None]:
    """The day of each company, where as many days as companies are said; else none beside the common one."""
    days = [m.text for m in clause.of("when") if m is not clause.deadline and m.value == "day"]
    return list(days) if number > 1 and len(days) == number else [None] * number


def saved(clause: Clause) -> list[Call]:
    """One call to keep each job for later."""
    facts = {**facts_of(clause), "status": "saved"}
    pairs = clause.slots.pairs
    if not pairs:
        title = {"title": clause.slots.title} if clause.slots.title else {}
        return [Call(name="log", args={**title, **facts})] if title or "url" in facts else []
    return [Call(name="log", args={**_job(clause, company, title), **facts}) for company, title in pairs]


def facts_of(clause: Clause) -> dict[str, Any]:
    """The facts of a job that a clause tells besides its name, as arguments."""
    money = _readable(clause.text_of("money")) or pays_said.hourly(clause)
    tags = ",".join(m.value for m in clause.of("hashtag"))
    given = {
        "source": sources_said.said(clause) or clause.slots.agent,
        "location": clause.slots.place,
        "work_mode": clause.value_of("mode"),
        "employment_type": clause.value_of("type"),
        "pay": money,
        "url": clause.text_of("url"),
        "deadline": clause.deadline.text if clause.deadline else None,
        "tags": tags or None,
    }
    return {name: value for name, value in given.items() if value}


def _readable(pay: str | None) -> str | None:
    """The pay if it can be read: a figure that only looks like one must not lose the job told with it."""
    try:
        return pay if pay and amounts.read(pay) else None
    except amounts.BadMoney:
        return None


def _job(clause: Clause, company: str, title: str | None) -> dict[str, Any]:
    if title is None:
        title = _title_of_before(clause)
    return {"company": company, "title": title} if title else {"company": company}


def _title_of_before(clause: Clause) -> str | None:
    """The title of the job logged just before, where this one is said to be the same ("and to Kuka too")."""
    same = SAME.search(clause.text) or (TOO.search(clause.text) and not VERB.search(clause.text))
    last = [*clause.briefing.focus.calls, *clause.before]
    if not same or not last or last[-1].name != "log" or last[-1].args.get("status") == "saved":
        return None
    return last[-1].args.get("title") if "title" in last[-1].args else None


def _status(company: str, clause: Clause) -> Call:
    args = {"company": company, "status": "applied"} | ({"on": clause.day} if clause.day else {})
    return Call(name="status", args=args)
