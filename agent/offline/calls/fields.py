"""Facts of an application corrected or added: pay, place, ways of working, link, source, days, title and name."""

from __future__ import annotations

import itertools
import re
from typing import Any

from agent.offline.calls import pays_said, places_said, retitle, sources_said
from agent.offline.calls.fieldwords import ANY_FIELD, DATE, EDITS, FIELDS, cleared
from agent.offline.calls.said import first, right, standing
from agent.offline.calls.whom import fitting, narrowed
from agent.offline.clause import CLOSING, Clause
from agent.offline.entities import Mention
from tools.result import Call

# Nobody tells facts at this length: it is a text of another kind.
MAX_LENGTH = 1000
APPLIED = re.compile(
    r"\b(?:appl(?:ied|ying|y|ication)|sent|submitted|handed|put in|went in|beworben|bewerbung|abgeschickt|"
    r"mand\w+|envi\w+|postul\w+|apliqu\w+|solicit\w+|soumis|candidat\w+)\b",
    re.I,
)
CLOSES = re.compile(
    rf"\b(?:{FIELDS['deadline']}|clos(?:es|ing|e|ed)|due|apply by|apply before|applications? (?:end|close|"
    rf"shut)\w*|to (?:decide|answer|respond|accept|sign|think)|decide|decision|"
    r"answer|runs? out|expires?|ends?|extended|cierra|endet|läuft|se termine|entscheid\w*|décider|decidir)\b",
    re.I,
)
# "Until Friday" is a deadline only where something is to be done by then.
WEAK = re.compile(r"\b(?:until|till|by|before|bis|hasta|avant|jusqu'au)\W*(?:\w+\W+){0,2}$", re.I)
GIVEN = re.compile(
    r"\b(?:have|has|had|got|gave|given|give|giving|open|opened|appl\w+|answer|decide|decision|sign|respond|"
    r"reply|know|accept|hear|deadline|clos\w+|frist\w*|zeit|antwort\w*|plazo|tengo|contestar|"
    r"responder|límite|délai|répondre|limite|candidater|postuler)\b",
    re.I,
)
TEMP = re.compile(r"\b(?:is|it's|its|as|only|just|be)\s+(?:a\s+|only\s+|just\s+)*temp\b", re.I)


def update(clause: Clause) -> list[Call]:
    """A call with all the facts said, for each application meant."""
    if len(clause.text) > MAX_LENGTH:
        return []
    facts = _facts(clause)
    named = retitle.new_name(clause) if "pay" not in facts else None
    if named:
        facts = {k: v for k, v in facts.items() if k not in ("new_title", "location", "source")} | {
            "new_company": named[1]
        }
    tags = ",".join(m.value for m in clause.of("hashtag"))
    targets = [{"company": named[0]}] if named and named[0] else _targets(clause, facts)
    # What is to be changed is named, but not to what: the tool asks.
    asked = not facts and is_half(clause) and clause.slots.known
    made = [Call(name="update", args={**target, **facts}) for target in targets] if facts or asked else []
    return made + ([Call(name="label", args={**target, "add": tags}) for target in targets] if tags else [])


def corrected(clause: Clause) -> list[Call]:
    """A correction that answers no change just made: it is one of the facts of the application that it names."""
    return update(clause) if clause.slots.known or clause.refs else []


def is_half(clause: Clause) -> bool:
    """Whether a clause says which fact is to change, and the next one to what."""
    if len(clause.text) > MAX_LENGTH:
        return False
    field = re.search(rf"\b(?:{ANY_FIELD})\b", clause.text, re.I) or DATE.search(clause.text)
    return EDITS.search(clause.text) is not None and field is not None and not _facts(clause).keys() - {"clear"}


REST = re.compile(
    r"^\W*(?:it|it's|its|that|that's|should|make|now|to|the (?:right|correct|new|real)|needs|they|es|eso|"
    r"c'est|ça|ist|sollte|richtig|actually|really|set|put|instead)\b",
    re.I,
)


def is_rest(clause: Clause) -> bool:
    """Whether a clause tells the new value of a fact named before: "it is now the 4th"."""
    return not clause.slots.known and (REST.match(clause.text) is not None or len(clause.text.split()) <= 3)


def _facts(clause: Clause) -> dict[str, Any]:
    mode, kind, url = first(clause, "mode"), first(clause, "type"), first(clause, "url")
    facts: dict[str, Any] = {
        "source": sources_said.said(clause),
        "location": places_said.said(clause),
        "work_mode": mode.value if mode else None,
        "employment_type": kind.value if kind else "temporary" if TEMP.search(right(clause.text)) else None,
        "pay": pays_said.said(clause),
        "url": url.text if url else None,
        **_days(clause),
    }
    facts = {name: value for name, value in facts.items() if value}
    if title := retitle.new_title(clause, facts):
        facts["new_title"] = title
    if not facts:
        days = standing(clause, "when")
        facts = {"applied_on": days[0].text} if days and days[0].value == "day" else {}
    empty = [name for name in (cleared(clause) or "").split(",") if name and _column(name) not in facts]
    return facts | ({"clear": ",".join(empty)} if empty else {})


def _column(name: str) -> str:
    return {
        "title": "new_title",
        "applied on": "applied_on",
        "work mode": "work_mode",
        "employment type": "employment_type",
    }.get(name, name)


def _days(clause: Clause) -> dict[str, str]:
    """The applied day and the deadline, each by the nearest word before it that speaks of one of them."""
    found: dict[str, str] = {}
    for mention in standing(clause, "when"):
        if mention.value == "day" and (name := _day_of(clause, mention)):
            found.setdefault(name, mention.text)
    return found


def _day_of(clause: Clause, mention: Mention) -> str | None:
    ahead = clause.text[: mention.start]
    closes = [m.start() for m in CLOSES.finditer(ahead)]
    applied = [m.start() for m in APPLIED.finditer(ahead)]
    if CLOSING.search(ahead) and (not WEAK.search(ahead) or GIVEN.search(clause.text)):
        return "deadline"
    if closes or applied:
        return "deadline" if max(closes, default=-1) > max(applied, default=-1) else "applied_on"
    behind = clause.text[mention.end :]
    if CLOSES.search(behind):
        return "deadline"
    return "applied_on" if APPLIED.search(behind) else None


def _targets(clause: Clause, facts: dict[str, Any]) -> list[dict[str, str]]:
    """The applications meant; a title told beside the name says which one only if the person has that one."""
    taken = {str(v).casefold() for k, v in facts.items() if k in ("location", "source", "new_title")}
    named = [t for t in clause.targets() if not _is_part(t.get("company", ""), taken)]
    if not clause.slots.known and clause.refs:
        named = [{"company": f"#{i}"} for i in clause.refs]
    named = named or clause.implied(None if "new_title" in facts else clause.slots.title)
    if len(named) > 1 and clause.slots.known:
        named = [t for t in named if _is_listed(clause, t["company"])] or named[:1]
    if "new_title" in facts:
        named = [{"company": t["company"]} if "company" in t else t for t in named]
    return _distinct([fitting(clause, target) for target in narrowed(clause, named)]) or [{}]


def _is_part(company: str, taken: set[str]) -> bool:
    return any(company.casefold() == part or company.casefold() in part.split(", ") for part in taken)


def _distinct(targets: list[dict[str, str]]) -> list[dict[str, str]]:
    return [target for number, target in enumerate(targets) if target not in targets[:number]]


def _is_listed(clause: Clause, company: str) -> bool:
    """Whether a company stands in the list that the first one begins: "Sage and Bosch", not "Sage, through Bosch"."""
    named = clause.of("company")
    for before, mention in itertools.pairwise(named):
        between = clause.text[before.end : mention.start]
        if not re.fullmatch(r"(?:'s)?\W*(?:and|und|y|et|e|as well as|plus|or|n|both|the|\W)*\W*", between, re.I):
            return company == named[0].value or company in [m.value for m in named[: named.index(mention)]]
    return True
