"""What a posting adds to an application that is logged by its link, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from storage import postings
from tools.context import Context
from tools.result import Call, Receipt, Result, Wanted
from tools.visits import Visited, link_key

FACTS = ("location", "work_mode", "employment_type")
PAY = ("salary_min", "salary_max", "salary_currency", "salary_period")
NO_NAME = "Unknown company"


def filled(fields: Mapping[str, Any], seen: Visited, today: date) -> dict[str, Any]:
    """The fields that were said, and those of the posting that were not; pay stays whole. The link is the clean one."""
    told = {**fields, "url": seen.link.url}
    kept = seen.kept
    if kept is None:
        return told
    names = FACTS + (() if fields.get("salary_min") or fields.get("salary_max") else PAY)
    read = {name: getattr(kept, name) for name in names}
    if kept.deadline_on is not None and kept.deadline_on >= today:
        read["deadline_on"] = kept.deadline_on
    return {name: value for name, value in read.items() if value is not None} | told


def unknown(seen: Visited) -> str:
    """What stands for an employer that neither the page nor the link names."""
    return f"{NO_NAME} ({seen.link.platform or 'link'})"


def rounded_off(ctx: Context, result: Result, seen: Visited, *, by_itself: bool, named: bool) -> Result:
    """The receipt with what a person should know of the reading; the posting now belongs to the application."""
    if not isinstance(result, Receipt) or not result.refs:
        return result
    number = int(result.refs[0].partition(":")[2])
    postings.attach(ctx.db, ctx.user.id, link_key(seen.link), number)
    told = result.text.split("\n")
    asked = [line for line in told if line.startswith("What is the role at ")]
    lines = [*(line for line in told if line not in asked), *_notes(seen, by_itself=by_itself, named=named)]
    if named or not by_itself:
        return result.model_copy(update={"text": "\n".join([*lines, *asked])})
    wanted = Wanted(call=Call(name="update", args={"company": f"#{number}"}), param="new_company")
    return result.model_copy(update={"text": "\n".join([*lines, "Which company is it?"]), "wanted": wanted})


def _notes(seen: Visited, *, by_itself: bool, named: bool) -> list[str]:
    if seen.closed:
        return ["The posting is gone from its page."]
    if seen.kept is not None or not by_itself:
        return []
    whence = " The company is what the link says; tell me if it is another." if named else ""
    return [f"I could not read the page ({seen.trouble}), so I kept the link.{whence}"]
