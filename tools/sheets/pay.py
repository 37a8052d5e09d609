"""Pay as the cells of a table tell it: in words, or its ends, currency and period in columns of their own; pure."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tools import money
from tools import pay as corrections
from tools.receipts import pay_fields
from tools.sheets.words_table import PERIODS

MOST = 1e9
PLAIN = re.compile(r"\d{1,9}(?:\.\d{1,2})?")


def pay_of(name: str, cell: str) -> dict[str, Any]:
    """The columns of pay that a cell tells; empty where it tells none ("competitive")."""
    if name == "salary_currency":
        return _currency(cell)
    if name == "salary_period":
        said = cell.casefold()
        period = next((one for one, words in PERIODS.items() if said in words.split("|")), None)
        return {"salary_period": period} if period else {}
    if PLAIN.fullmatch(cell):
        return {key: float(cell) for key in ("salary_min", "salary_max") if name in ("salary", key)}
    try:
        found = pay_fields(money.read(cell))
    except ValueError:
        return {}
    if name == "salary":
        return found
    amount = found.get(name) or found.get("salary_min") or found.get("salary_max")
    return {key: value for key, value in found.items() if key.startswith(("salary_c", "salary_p"))} | {name: amount}


@cache
def _currency(cell: str) -> dict[str, Any]:
    try:
        found = corrections.read(cell).currency
    except ValueError:
        found = None
    return {"salary_currency": found} if found else {}
