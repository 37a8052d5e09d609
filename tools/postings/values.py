"""The values that all platforms name in their own words: ways of working, kinds of employment, days; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

EARLIEST = date(1990, 1, 1)  # before it nothing was posted on the web: platforms mean "none" by such days
LATEST = date(2100, 1, 1)
NAMES = 12  # places named of a posting with more of them
WORK_MODES = (
    ("hybrid", re.compile(r"\bhybrid", re.I)),
    (
        "remote",
        re.compile(
            r"(?<![a-z])remote(?![a-z])|\btelecommut|\bwork from home\b|\bwfh\b|\bhome ?office\b|\banywhere\b", re.I
        ),
    ),
    ("onsite", re.compile(r"\bon[-_ ]?site\b|\bin[-_ ]?(?:office|person)\b|\bORA_ON_SITE\b", re.I)),
)
EMPLOYMENT = (
    (
        "internship",
        re.compile(r"intern(?!al|ation)|trainee|praktik|werkstudent|working.student|co-?op\b|stage\b", re.I),
    ),
    ("part_time", re.compile(r"part[-_ ]?time|teilzeit|minijob|parttime", re.I)),
    ("temporary", re.compile(r"\btemp|seasonal|fixed[-_ ]?term|befristet|interim", re.I)),
    ("contract", re.compile(r"contract|freelance|consultan", re.I)),
    ("full_time", re.compile(r"full[-_ ]?time|vollzeit|permanent|fulltime|regular|\bfte\b", re.I)),
)
PERIODS = (
    ("hour", re.compile(r"hour|\bhr\b|/ ?h\b|stunde|HUR", re.I)),
    ("day", re.compile(r"\bdaily\b|\bday|/ ?d\b|\bDAY\b|\btag\b", re.I)),
    ("week", re.compile(r"week|\bWEE\b|woche", re.I)),
    ("month", re.compile(r"month|\bmo\b|\bMON\b|monat", re.I)),
    ("year", re.compile(r"year|annual|annum|\byr\b|\bANN\b|salary|jahr|\bp\.?a\b", re.I)),
)
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def work_mode(*said: str | None) -> str | None:
    """remote, hybrid or onsite, by the first words that say one."""
    return _named(WORK_MODES, said)


def employment_type(*said: str | None) -> str | None:
    """full_time, part_time, contract, internship or temporary, by the first words that say one."""
    return _named(EMPLOYMENT, said)


def period(*said: str | None) -> str | None:
    """year, month, week, day or hour, by the first words that say one."""
    return _named(PERIODS, said)


def likely_period(amount: float) -> str | None:
    """year or hour, by an amount that can be nothing else; None between them."""
    return "year" if amount >= 15_000 else "hour" if amount < 300 else None


def day(said: Any) -> date | None:
    """The calendar day of an ISO instant or day, or of an epoch in seconds or milliseconds; None for none, and for
    the days by which platforms mean "none"."""
    found = _epoch(said) if isinstance(said, int | float) and not isinstance(said, bool) else _iso(said)
    return found if found is not None and EARLIEST < found < LATEST else None


def number(said: Any) -> float | None:
    """An amount, from a number or from digits with commas; None for none and for zero."""
    if isinstance(said, str):
        cleaned = re.sub(r"[,\s'’]|(?<=\d)[.](?=\d{3}(?:\D|$))", "", said)
        found = re.search(r"\d+(?:\.\d+)?", cleaned)
        said = float(found[0]) if found and len(found[0]) < 15 else None
    if isinstance(said, bool) or not isinstance(said, int | float) or not 0 < said < 1e12:
        return None
    return float(said)


def currency(said: str | None) -> str | None:
    """A currency's three letters; None for other words."""
    cleaned = (said or "").strip().upper()
    return cleaned if re.fullmatch(r"[A-Z]{3}", cleaned) else None


def places(said: Sequence[str | None]) -> str | None:
    """Several places as one line, none of them twice, at most a dozen."""
    kept = list(dict.fromkeys(part for part in said if part))
    more = f" and {len(kept) - NAMES} more" if len(kept) > NAMES else ""
    return "; ".join(kept[:NAMES]) + more or None


def _named(table: Sequence[tuple[str, re.Pattern[str]]], said: Sequence[str | None]) -> str | None:
    for words in said:
        name = next((name for name, pattern in table if words and pattern.search(words)), None)
        if name is not None:
            return name
    return None


def _iso(said: Any) -> date | None:
    found = DAY.search(said[:40]) if isinstance(said, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _epoch(said: float) -> date | None:
    seconds = said / 1000 if said > 1e11 else said
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    except (OverflowError, ValueError):
        return None
