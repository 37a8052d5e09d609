"""Writes all that a person has in the export form, entry by entry."""

from __future__ import annotations

from pathlib import Path

from tools import everything, portable
from tools.handouts.order import Order, reading


def write(order: Order, path: Path, url: str) -> str:
    """Write the file; there is nothing to say of it. Raises OSError, DatabaseProblem."""
    with reading(url) as db, path.open("w", encoding="utf-8") as file:
        file.writelines(portable.pieces(everything.form(db, order.user_id, order.zone_key, order.now)))
    return ""
