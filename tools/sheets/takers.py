"""How each field takes its cell into an application; a taker that cannot says so, and the cell is kept in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tools import when
from tools.sheets import packed, status_words
from tools.sheets.columns import normal
from tools.sheets.entry import A_URL, BadRow, Entry
from tools.sheets.headers_table import HEADERS
from tools.sheets.pay import pay_of
from tools.sheets.words_table import EMPLOYMENT_TYPES, WORK_MODES, YES

Taker = Callable[[Entry, str], bool]
A_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.I)
AN_EMAIL = re.compile(r"[^@\s<>;,]+@[^@\s<>;,]+\.[^@\s.<>;,]+")
REMOTE = re.compile(r"\b(remote|hybrid|hybride|híbrido|télétravail|remoto|homeoffice)\b", re.I)
NOTES = frozenset(normal(name) for name in HEADERS["note"].split("|"))
# In a column of places these name none, in one of ways to work they do.
BARE = frozenset(("yes", "no", "ja", "nein", "oui", "non", "sí", "si", "x", "✓", "✔", "true", "false"))


def take(entry: Entry, name: str, header: str, cell: str) -> None:
    """A cell of the field `name`. Raises BadRow where the application makes no sense without it."""
    if name == "note":
        entry.kept.append(cell if normal(header) in NOTES else f"{header}: {cell}")
    elif name in TAKERS:
        if not TAKERS[name](entry, cell):
            entry.kept.append(f"{header}: {cell}")
    else:
        entry.data[name] = " ".join(cell.split())


def _applied_on(entry: Entry, cell: str) -> bool:
    day, _ = entry.day(cell)
    if (day - entry.manner.now.date()).days > 1:
        raise BadRow(f"the day applied is still to come: {cell[:40]}")
    entry.data["applied_on"] = day
    return True


def _news_on(entry: Entry, cell: str) -> bool:
    day = _day_or_none(entry, cell)
    if day is None or day > entry.manner.now.date():
        return False
    entry.news_on = day
    return True


def _deadline_on(entry: Entry, cell: str) -> bool:
    day = _day_or_none(entry, cell)
    if day is not None:
        entry.data["deadline_on"] = day
    return day is not None


def _day_or_none(entry: Entry, cell: str) -> date | None:
    try:
        return entry.day(cell)[0]
    except BadRow:
        return None


def _interview_at(entry: Entry, cell: str) -> bool:
    """An interview needs its hour; without one it is only a note."""
    day = _day_or_none(entry, cell)
    hour = entry.day(cell)[1] if day else ""
    try:
        words = f"{day.isoformat()} {hour}" if day and hour else cell
        at = when.read_moment(words, entry.manner.now, "any", default_time=None)
    except ValueError:
        return False
    entry.data["interviews"] = [{"starts_at": at.at}]
    return True


def _status(entry: Entry, cell: str) -> bool:
    found = entry.manner.words.get(status_words.normal(cell)) or status_words.read(cell)
    entry.said_status, entry.meant = cell, found
    if found is not None:
        entry.data["status"] = str(found)
    return found is not None


def _location(entry: Entry, cell: str) -> bool:
    mode = _listed(WORK_MODES, cell)
    if mode and cell.casefold() not in BARE:
        entry.data.setdefault("work_mode", mode)
        return True
    entry.data["location"] = " ".join(cell.split())
    said = REMOTE.search(cell)
    if said and (mode := _listed(WORK_MODES, said[1])):
        entry.data.setdefault("work_mode", mode)
    return True


def _url(entry: Entry, cell: str) -> bool:
    found = A_URL.search(cell)
    behind = next((link for link in entry.row.links.values() if A_URL.match(link)), "")
    if found:
        entry.data["url"] = found[0] if "://" in found[0] else f"https://{found[0]}"
    elif behind or A_HOST.fullmatch(cell):
        entry.data["url"] = behind or f"https://{cell}"
    return found[0] == cell if found else "url" in entry.data


def _tags(entry: Entry, cell: str) -> bool:
    entry.data["tags"] = [tag.strip(" #\n") for tag in re.split("[,;]", cell) if tag.strip(" #\n")]
    return True


def _contact(entry: Entry, cell: str) -> bool:
    email = AN_EMAIL.search(cell)
    if email:
        entry.contact.setdefault("email", email[0])
    name = " ".join((cell.replace(email[0], " ") if email else cell).split()).strip(" ,;()<>|-")
    if name:
        entry.contact["name"] = name
    return True


def _contact_part(name: str) -> Taker:
    def take(entry: Entry, cell: str) -> bool:
        entry.contact[name] = cell
        return True

    return take


def _choice(name: str, table: Mapping[str, str]) -> Taker:
    def take(entry: Entry, cell: str) -> bool:
        found = _listed(table, cell)
        if found:
            entry.data[name] = found
        return found is not None

    return take


def _listed(table: Mapping[str, str], cell: str) -> str | None:
    said = " ".join(cell.casefold().replace("_", " ").split())
    return next((name for name, words in table.items() if said == name or said in words.split("|")), None)


def _flag(name: str) -> Taker:
    def take(entry: Entry, cell: str) -> bool:
        entry.data[name] = cell.casefold() in YES
        return True

    return take


def _pay(name: str) -> Taker:
    def take(entry: Entry, cell: str) -> bool:
        found = pay_of(name, cell)
        entry.data |= {key: value for key, value in found.items() if entry.data.get(key) is None}
        return bool(found)

    return take


def _packed(name: str, read: Callable[[str], list[dict[str, Any]]]) -> Taker:
    def take(entry: Entry, cell: str) -> bool:
        try:
            entry.data[name] = read(cell)
        except ValueError:
            return False
        return True

    return take


TAKERS: dict[str, Taker] = {
    "applied_on": _applied_on,
    "status_on": _news_on,
    "deadline_on": _deadline_on,
    "interview_at": _interview_at,
    "status": _status,
    "location": _location,
    "url": _url,
    "tags": _tags,
    "contact": _contact,
    "contact_email": _contact_part("email"),
    "contact_phone": _contact_part("phone"),
    "contact_role": _contact_part("role"),
    "work_mode": _choice("work_mode", WORK_MODES),
    "employment_type": _choice("employment_type", EMPLOYMENT_TYPES),
    "favorite": _flag("favorite"),
    "archived": _flag("archived"),
    "salary": _pay("salary"),
    "salary_min": _pay("salary_min"),
    "salary_max": _pay("salary_max"),
    "salary_currency": _pay("salary_currency"),
    "salary_period": _pay("salary_period"),
    "notes_packed": _packed("notes", packed.notes),
    "contacts_packed": _packed("contacts", packed.contacts),
    "interviews_packed": _packed("interviews", packed.interviews),
}
