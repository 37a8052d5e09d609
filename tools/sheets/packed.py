"""Cells that hold several things, as this program's own table packs them: notes, contacts, interviews; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.records import Contact, Interview, Note

# What a spreadsheet would take for a formula when a cell begins so.
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
DEFUSED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
NOTE = re.compile(r"^\[(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d)\] ", re.M)
BAR = " | "


def defused(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; `restored` gives back what it was."""
    return "'" + text if FORMULA.match(text) else text


def restored(cell: str) -> str:
    """What a cell held before `defused`."""
    return cell[1:] if DEFUSED.match(cell) else cell


def notes_cell(notes: Sequence[Note], zone: Any) -> str:
    """Notes one below the other, each with its instant."""
    return "\n".join(f"[{_stamp(note.at, zone)}] {note.text}" for note in notes)


def contacts_cell(contacts: Sequence[Contact]) -> str:
    """Contacts one a line: name, role, e-mail, phone."""
    return "\n".join(_line(c.name, c.role, c.email, c.phone) for c in contacts)


def interviews_cell(interviews: Sequence[Interview], zone: Any) -> str:
    """Interviews one a line: instant, kind, minutes, with whom, where."""
    return "\n".join(
        _line(_stamp(i.starts_at, zone), i.kind, str(i.duration_minutes or ""), i.with_, i.location) for i in interviews
    )


def notes(cell: str) -> list[dict[str, Any]]:
    """The notes of such a cell; what stands before the first instant is a note without one."""
    pieces = NOTE.split(cell)
    found: list[dict[str, Any]] = [{"text": pieces[0].strip()}] if pieces[0].strip() else []
    for stamp, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found.append({"at": datetime.fromisoformat(stamp), "text": text.removesuffix("\n")})
    return found


def contacts(cell: str) -> list[dict[str, Any]]:
    """The contacts of such a cell."""
    return _read(cell, ("name", "role", "email", "phone"))


def interviews(cell: str) -> list[dict[str, Any]]:
    """The interviews of such a cell, as the export form has them."""
    found = _read(cell, ("starts_at", "kind", "duration_minutes", "with", "location"))
    return [{**one, "starts_at": datetime.fromisoformat(one["starts_at"] or "")} for one in found]


def _read(cell: str, names: Sequence[str]) -> list[dict[str, Any]]:
    parts = ([part.strip().replace("¦", "|") or None for part in line.split("|")] for line in cell.split("\n"))
    return [dict(zip(names, found, strict=False)) for found in parts if any(found)]


def _line(*parts: str | None) -> str:
    return BAR.join(" ".join((part or "").split()).replace("|", "¦") for part in parts).rstrip(" |")


def _stamp(at: datetime, zone: Any) -> str:
    return at.astimezone(zone).isoformat(sep=" ", timespec="seconds")
