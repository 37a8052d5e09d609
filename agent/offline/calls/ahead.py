"""Questions about what lies ahead: interviews, deadlines, reminders; of a period, of a company, with somebody."""

from __future__ import annotations

from typing import Any

from agent.offline import phrases, references
from agent.offline.calls import details, filters, people_asked, periods
from agent.offline.clause import Clause
from tools.focus import numbers
from tools.result import Call


def agenda(clause: Clause, what: str) -> list[Call]:
    """One call of the agenda."""
    named = phrases.has(clause.text, "interviewish")
    args: dict[str, Any] = {"what": "all" if what == "interviews" and not named and _open(clause) else what}
    period = periods.words(clause)
    if period and periods.readable(period, clause):
        args["period"] = period
    args |= _whose(clause)
    if "period" not in args and phrases.has(clause.text, "next_one") and not phrases.has(clause.text, "counting"):
        args["only_next"] = True
    return [Call(name="agenda", args=args)]


def _open(clause: Clause) -> bool:
    """Whether anything on those days is meant, and nothing that is named."""
    return not clause.slots.known and people_asked.known(clause) is None and details.role(clause) is None


def _whose(clause: Clause) -> dict[str, str]:
    """The company, role or person that the question is limited to."""
    if clause.slots.known:
        return {"company": str(clause.slots.company)}
    person = people_asked.known(clause)
    if person:
        return {"person": person}
    title = details.role(clause)
    if title:
        hits = references.described_by(title, list(clause.briefing.applications))
        return {"company": f"#{hits[0].id}"} if len(hits) == 1 else {"title": title}
    unknown = filters.company(clause)
    if unknown:
        return unknown
    about = numbers(clause.briefing.focus.subject, "application")
    return {"company": f"#{clause.refs[0]}"} if clause.refs and about and not clause.of("when", "range") else {}
