"""Pay out of running text: only a range of two amounts in a currency, as laws on pay ask for; pure."""

from __future__ import annotations

import re
from typing import Any

from tools.postings import values

SIGNS = {"$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD"} | {"€": "EUR", "£": "GBP"}
CODES = "USD|CAD|AUD|NZD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|INR|SGD"
SIGN = rf"(?:US\$|CA?\$|AU?\$|[$€£]|{CODES})"
AMOUNT = r"\d{1,3}(?:[,.']\d{3})+(?:\.\d{2})?|\d+(?:\.\d{1,2})?"
RANGE = re.compile(
    rf"(?P<sign>{SIGN})?\s?(?P<low>{AMOUNT})\s?(?P<lowk>[kK]\b)?\s?(?P<mid>{CODES}|€|£)?"
    rf"(?:\s*/\s*\w+)?\s*(?:-|–|—|to|and|bis|à)\s*(?P<again>{SIGN})?\s?(?P<high>{AMOUNT})\s?(?P<highk>[kK]\b)?"
    rf"(?P<tail>[^.\n;]{{0,40}})"
)
IN_TAIL = re.compile(rf"^\s?({CODES}|€|£)(?!\w)")
DOLLARS = ((re.compile(r"\bcanad", re.I), "CAD"), (re.compile(r"\baustralia|\bNSW\b", re.I), "AUD"))
WIDEST = 4.0  # the upper end of a real range is not further from the lower


def pay_in(text: str | None, place: str | None) -> dict[str, Any]:
    """The first range of pay in a text, as fields of a Posting; empty for none. `place`: whose dollars they are."""
    for found in RANGE.finditer((text or "")[:20_000]):
        money = _currency(found, place)
        low, high = _amount(found, "low", found["lowk"] or found["highk"]), _amount(found, "high", found["highk"])
        if money is None or low is None or high is None or not low < high <= WIDEST * low:
            continue
        period = values.period(found["tail"]) or values.likely_period(low)
        if period is not None:
            return {"salary_min": low, "salary_max": high, "salary_currency": money, "salary_period": period}
    return {}


def _currency(found: re.Match[str], place: str | None) -> str | None:
    tail = IN_TAIL.match(found["tail"])
    said = (tail[1] if tail else None) or found["sign"] or found["again"] or found["mid"]
    if said is None:
        return None
    if said == "$":
        return next((code for pattern, code in DOLLARS if place and pattern.search(place)), "USD")
    return SIGNS.get(said, said)


def _amount(found: re.Match[str], name: str, thousands: str | None) -> float | None:
    amount = values.number(found[name])
    return amount * 1000 if amount is not None and thousands else amount
