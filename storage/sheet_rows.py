"""What was last written into the rows of a person's sheet, and what is open about them; knows no sheet itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.rows import NotThere
from storage.sheet_tables import sheet_rows, sheets

W = sheet_rows.c
AT_ONCE = 400
THERE, GONE, OUT = "there", "gone", "out"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as we know it. `number` is the application's; `cells`: what we wrote last, by column; `open`: cells changed
    by hand, as (the sheet's words, ours when that was seen). `state`: there; gone, which the person is asked about;
    or out, left out for good.
    """

    number: int
    state: str = THERE
    cells: Mapping[str, str] = field(default_factory=dict)
    open: Mapping[str, Sequence[str]] = field(default_factory=dict)


def of_sheet(db: Connection, user_id: int) -> dict[int, Row]:
    """All rows of a person's sheet by their numbers."""
    query = select(W.number, W.state, W.cells, W.open).where(W.user_id == user_id).order_by(W.number)
    return {row.number: Row(row.number, row.state, row.cells, row.open) for row in db.execute(query)}


def keep(db: Connection, user_id: int, rows: Sequence[Row]) -> None:
    """Keeps rows as they are now, in the place of what was known of them. Raises NotThere without a sheet."""
    number = db.scalar(select(sheets.c.id).where(sheets.c.user_id == user_id))
    if number is None:
        raise NotThere(f"no sheet of user {user_id}")
    for start in range(0, len(rows), AT_ONCE):
        part = rows[start : start + AT_ONCE]
        forget(db, user_id, [one.number for one in part])
        db.execute(insert(sheet_rows), [_values(user_id, number, one) for one in part])


def forget(db: Connection, user_id: int, numbers: Sequence[int] | None = None) -> None:
    """Forgets rows, or all of them."""
    for start in range(0, 1 if numbers is None else len(numbers), AT_ONCE):
        some = () if numbers is None else (W.number.in_(numbers[start : start + AT_ONCE]),)
        db.execute(delete(sheet_rows).where(W.user_id == user_id, *some))


def mark(db: Connection, user_id: int, state: str, to: str) -> int:
    """Moves all rows of one state to another; gives how many."""
    return db.execute(update(sheet_rows).where(W.user_id == user_id, W.state == state).values(state=to)).rowcount


def _values(user_id: int, sheet_id: int, one: Row) -> dict[str, Any]:
    return {
        "user_id": user_id, "sheet_id": sheet_id, "number": one.number, "state": one.state, "cells": dict(one.cells),
        "open": {name: list(words) for name, words in one.open.items()},
    }  # fmt: skip
