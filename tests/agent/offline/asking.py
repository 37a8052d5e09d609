"""The person whose questions are in the tables, and what calls mean apart from how they are put; no test of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agent.offline.briefing import Briefing, Known
from agent.offline.pipeline import understand
from storage.companies import decide
from tools import catalog, command
from tools.context import Reading
from tools.focus import Focus
from tools.matching import yearly_pay
from tools.result import Call, Refusal
from tools.which import like

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("America/New_York"))  # a Wednesday
KNOWN = (
    ("Halford Logistics", "Forklift Driver", "applied"),
    ("Nordlicht Klinik", "Pflegefachkraft", "interview"),
    ("Pizza Roma", "Line Cook", "rejected"),
    ("Brightwater School", "Maths Teacher", "offer"),
    ("Kestrel Aerospace", "Systems Engineer", "screening"),
    ("Copperfield Bank", "Data Analyst", "applied"),
    ("Copperfield Bank", "Fraud Investigator", "rejected"),
    ("Verde Hoteles", "Recepcionista", "assessment"),
    ("Atelier Lumière", "Graphiste", "saved"),
    ("Tindale Vets", "Veterinary Nurse", "ghosted"),
    ("Orbit Studios", "Motion Designer", "withdrawn"),
    ("Maple & Rye", "Barista", "declined"),
    ("Stadtwerke Lindau", "Elektroniker", "applied"),
    ("Harbor Freight Lines", "Truck Driver", "saved"),
)
APPLICATIONS = tuple(Known(number, *facts) for number, facts in enumerate(KNOWN, 1))
CONTACTS = ("Imogen Baptiste", "Tomasz Wolny", "Mrs Okafor")
TAGS = ("night shift", "plan b", "urgente", "visa")
CATALOG = catalog.default()


@dataclass(frozen=True)
class Row:
    """A question, what was asked before it, and the calls expected."""

    said: str
    before: str
    expected: str


def rows(path: Path) -> Iterator[Row]:
    """The questions of a table."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            said, expected = line.split("\t")
            leaning = re.fullmatch(r"\[(.+?)\] (.+)", said)
            yield Row(leaning[2], leaning[1], expected) if leaning else Row(said, "", expected)


def asked(row: Row) -> list[Call]:
    """The calls that the interpreter makes of a question."""
    last = _call(row.before) if row.before else None
    focus = Focus(find=last, last=(last,), listed=_listed()) if last else Focus()
    return list(understand(row.said, Briefing(NOW, APPLICATIONS, CONTACTS, TAGS, focus)).calls)


def _listed() -> tuple[str, ...]:
    return tuple(f"application:{known.id}" for known in APPLICATIONS)


def expected(row: Row) -> list[Call]:
    """The calls that the table expects."""
    return [_call(part) for part in row.expected.split(" + ")]


def _call(text: str) -> Call:
    call = command.parse(text, CATALOG)
    assert call is not None, text
    return call


def meaning(calls: Sequence[Call]) -> list[tuple[str, dict[str, Any]]]:
    """What calls do: arguments as their tools read them, names as the applications they mean, defaults left out."""
    return [(call.name, _meant(call)) for call in calls]


def _meant(call: Call) -> dict[str, Any]:
    tool = CATALOG.find(call.name)
    try:
        read, _ = tool.read(call.args, Reading(NOW))
    except Refusal as refusal:
        return {"refused": refusal.text}
    defaults = tool.arguments.model_construct()
    found = {name: value for name, value in read.items() if value != getattr(defaults, name, None)}
    if call.name in ("show", "agenda") and ("company" in found or "title" in found):
        found["which"] = _which(found.pop("company", None), found.pop("title", None))
    if call.name == "find":
        found = _of_list(found)
    return found


def _of_list(found: dict[str, Any]) -> dict[str, Any]:
    for name, end in (("pay_at_least", "minimum"), ("pay_at_most", "maximum")):
        if name in found:
            found[name] = yearly_pay(found[name], end)
    if "company" in found:
        found["company"] = _which(found["company"], None)
    found |= {name: found[name].casefold() for name in ("role", "location", "text") if name in found}
    if "status" in found:
        found["status"] = set(found["status"])
    if found.get("state") == "all" and len(found) > 1:
        del found["state"]
    silent = found.keys() & {"unanswered", "silent_days"}
    if found.get("state") == "open" and (silent or found.keys() <= {"state", "sort", "descending", "page"}):
        del found["state"]
    return found


def _which(company: str | None, title: str | None) -> Any:
    if company and company.startswith("#"):
        return {int(company[1:])}
    pool = APPLICATIONS
    if company:
        decision = decide(company, tuple(dict.fromkeys(known.company for known in APPLICATIONS)))
        near = {match.name for match in decision.matches} if decision.kind == "one" else set()
        if not near:
            return company.casefold()
        pool = tuple(known for known in APPLICATIONS if known.company in near)
    if title:
        pool = tuple(known for known in pool if like(title.casefold(), (known.title or "").casefold())) or pool
    return {known.id for known in pool}
