"""Answers as plain text: for the stdio channel and the terminal; pure."""

from __future__ import annotations

from tools.result import Table
from tools.turn import Answer


def text_of(answer: Answer) -> str:
    """The answer's words with its table in lines, without buttons."""
    parts = [answer.text, lines_of(answer.table) if answer.table else "", answer.after]
    return "\n".join(part for part in parts if part)


def lines_of(table: Table) -> str:
    """A table as one line a row, cells parted by " · ", empty ones left out."""
    return "\n".join(_line(row) for row in table.rows)


def _line(row: tuple[str, ...]) -> str:
    first, *rest = row
    return f"{first}. " + " · ".join(cell for cell in rest if cell and cell != "–")
