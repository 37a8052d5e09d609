"""What a person says against the reading of a table ("column Firma is the company"): told apart from all else, read."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz

from storage.status import Status
from tools import vocabulary
from tools.result import Refusal
from tools.sheets import status_words
from tools.sheets.columns import LABELS, normal
from tools.sheets.headers_table import HEADERS
from tools.sheets.plan import Plan
from tools.sheets.reading import Table
from tools.sheets.rows import index_of
from tools.words import clipped, joined

LONGEST = 200
NEAR = 75  # of 100: a slip of the finger in a short name
COLUMN = r"(?:column|columna|colonne|spalte|kolumne|col)"
THE = r"(?:(?:the|a|an|my|die|der|das|ein|eine|le|la|les|un|une|el|los|las)\s+|l['’]\s?)?"
IS = r"(?:is|are|=|->|→|means?|should be|holds?|contains?|has|ist|sind|heißt|bedeutet|est|sont|es|son|significa)"
IS_FIELD = re.compile(
    rf"(?P<lead>{THE}{COLUMN}\s+)?(?P<name>.{{1,80}}?)\s*(?:\s{IS}\s+|[=→]\s*)(?P<the>{THE})(?:{COLUMN}\s+)?"
    rf"(?P<what>.{{1,40}}?)(?P<tail>\s+{COLUMN})?",
    re.I,
)
FIELD_IS = re.compile(rf"(?P<the>the )(?P<what>.{{1,40}}?) is (?:in )?{COLUMN}\s+(?P<name>.{{1,80}})", re.I)
LEAVE = re.compile(
    rf"(?:please )?(?:leave out|ignore|skip|drop|forget|lass|ignoriere|ignore|ignora)\s+{THE}(?P<lead>{COLUMN}\s+)?"
    rf"(?P<name>.{{1,80}}?)(?:\s+{COLUMN})?(?:\s+weg)?",
    re.I,
)
DAY_FIRST = re.compile(
    r"(?:the )?day (?:comes |is )?first|dd?[/.-]mm?(?:[/.-]y+)?|der tag zuerst|tag zuerst|european|uk dates", re.I
)
MONTH_FIRST = re.compile(
    r"(?:the )?month (?:comes |is )?first|mm?[/.-]dd?(?:[/.-]y+)?|monat zuerst|american|us dates", re.I
)
SHEET = re.compile(r"(?:use |take |it's |the )*(?:sheet|tab|blatt|feuille|hoja)\s+(?P<name>.{1,60})", re.I)
MEANS = re.compile(r"(?P<word>.{1,60}?)\s+(?:means?|heißt|bedeutet|=|veut dire|significa)\s+(?P<what>.{1,40})", re.I)
QUOTES = " \"'“”„‘’«».,!;"


def is_one(text: str) -> bool:
    """Whether words are a correction of a table's reading, and no news of an application."""
    said = _said(text)
    if len(said) > LONGEST or "\n" in text.strip():
        return False
    if DAY_FIRST.fullmatch(said) or MONTH_FIRST.fullmatch(said) or SHEET.fullmatch(said):
        return True
    means = MEANS.fullmatch(said)
    if means and _status(means["what"]):
        return True
    found = _column_named(said)
    if found:
        return found.re is FIELD_IS or bool(found["the"] or found["lead"] or found["tail"] or "=" in said)
    leave = LEAVE.fullmatch(said)
    return bool(leave and (leave["lead"] or re.search(COLUMN, said, re.I)))


def applied(text: str, plan: Plan, table: Table) -> Plan:
    """The plan with what was said. Raises Refusal whose words say what is not understood."""
    said = _said(text)
    if DAY_FIRST.fullmatch(said) or MONTH_FIRST.fullmatch(said):
        return replace(plan, dates="day" if DAY_FIRST.fullmatch(said) else "month")
    sheet = SHEET.fullmatch(said)
    if sheet:
        return Plan(plan.file, sheet=_sheet(sheet["name"], table))
    means = MEANS.fullmatch(said)
    status = _status(means["what"]) if means else None
    if means and status and not _place(means["word"], table):
        return replace(plan, words={**plan.words, status_words.normal(means["word"]): status})
    found = _column_named(said)
    field = _field(found["what"]) if found else None
    if found and field:
        return plan.with_column(_known_place(found["name"], table), field)
    leave = LEAVE.fullmatch(said)
    if leave:
        return plan.with_column(_known_place(leave["name"], table), "nothing")
    raise Refusal("I do not understand that. Say for example: column “Name” is the company.")


def _said(text: str) -> str:
    return " ".join(text.split()).strip(" .!")


def _column_named(said: str) -> re.Match[str] | None:
    """Words that say which field a column is, in either order."""
    matches = (pattern.fullmatch(said) for pattern in (FIELD_IS, IS_FIELD))
    return next((match for match in matches if match and _field(match["what"])), None)


def _field(what: str) -> str | None:
    return _fields().get(normal(what.strip(QUOTES)))


@cache
def _fields() -> dict[str, str]:
    own = {normal(label): field for field, label in LABELS.items()}
    named = {normal(name): field for field, names in HEADERS.items() for name in names.split("|")}
    more = {"date": "applied_on", "day": "applied_on", "role": "title", "e mail": "contact_email", "link": "url"}
    return named | own | more


def _status(what: str) -> Status | None:
    said = " ".join(what.strip(QUOTES).casefold().split())
    found = vocabulary.STATUSES.get(said)
    return Status(found) if found else status_words.read(said)


def _known_place(name: str, table: Table) -> int:
    place = _place(name, table)
    if place is None:
        known = joined([f"“{one}”" for one in table.named[:12]])
        raise Refusal(f"I see no column “{clipped(name.strip(QUOTES), 40)}”. There are: {known}.")
    return place


def _place(name: str, table: Table) -> int | None:
    """The column of a name, a letter or a number, also of a name nearly so."""
    said = normal(re.sub(rf"^{THE}{COLUMN}\s+", "", name.strip(QUOTES), flags=re.I))
    names = [normal(header) for header in table.headers]
    if said and said in names:
        return names.index(said)
    if re.fullmatch(r"[a-z]{1,2}", said) and index_of(said) < len(names):
        return index_of(said)
    if said.isdecimal() and 1 <= int(said[:4]) <= len(names):
        return int(said[:4]) - 1
    near = max(range(len(names)), key=lambda place: fuzz.ratio(said, names[place]), default=None)
    return near if near is not None and said and fuzz.ratio(said, names[near]) >= NEAR else None


def _sheet(name: str, table: Table) -> int:
    said = name.strip(QUOTES).casefold()
    names = [one.casefold() for one in table.sheets]
    if said in names:
        return names.index(said) + 1
    if said.isdecimal() and 1 <= int(said[:4]) <= len(names):
        return int(said[:4])
    raise Refusal(f"I see no sheet “{clipped(name, 40)}”. There are: {joined([f'“{one}”' for one in table.sheets])}.")
