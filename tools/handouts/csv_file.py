"""Writes the applications as CSV, line by line."""

from __future__ import annotations

from pathlib import Path

from storage import wholes
from tools.handouts.order import Order, reading
from tools.sheets import table


def write(order: Order, path: Path, url: str) -> str:
    """Write the file; there is nothing to say of it. Raises OSError, DatabaseProblem."""
    with reading(url) as db, path.open("w", encoding="utf-8", newline="") as file:
        table.write(file, wholes.each(db, order.user_id, order.wanted), order.zone)
    return ""
