"""What a list's filter may mean beyond one plain value: several names, forms of a word, facts that are noted or not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from storage import applications, contacts, notes
from storage.filters import Filter
from storage.records import Application
from tools.context import Context
from tools.money import Money
from tools.which import everything

Detail = Literal[
    "title", "pay", "location", "deadline", "source", "url", "tags", "notes", "contact", "work_mode", "employment_type",
    "applied_on",
]  # fmt: skip
# Before a value: all but those.
NOT = "not "
MANY = 1_000_000
# Forms of a trade's word: "nursing jobs" are those of nurses, "drivers" those of a driver.
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("s", ""))
SHORTEST = 4
# An amount without a period, up to which it is pay by the hour or by the month; above, by the year.
HOURLY, MONTHLY = 250, 9_999
PER_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}


def either(said: str) -> tuple[str, ...]:
    """The names parted by "or"."""
    return tuple(part for part in re.split(r"\s+or\s+", said.strip()) if part)


def narrowed(
    ctx: Context, wanted: Filter, names: Mapping[str, tuple[str, ...]], having: Detail | None, missing: Detail | None
) -> Filter:
    """The filter with these names: one is a condition, of several any holds, of "not …" none; and what is noted."""
    ids: list[set[int]] = []
    for field, values in names.items():
        if len(values) == 1 and not values[0].startswith(NOT):
            wanted = replace(wanted, **_condition(field, values[0]))
        else:
            ids.append(_any_of(ctx, field, values))
    ids += [_noted(ctx, having)] if having else []
    ids += [{a.id for a in everything(ctx)} - _noted(ctx, missing)] if missing else []
    return replace(wanted, ids=tuple(set.intersection(*ids))) if ids else wanted


def yearly_pay(pay: Money | None, end: str) -> float | None:
    """An end of a pay as an amount a year; without a period a small one is by the hour, a middling one by the month."""
    if pay is None:
        return None
    amount = getattr(pay, end) or pay.minimum or pay.maximum or 0
    return float(amount) * PER_YEAR[pay_period(pay)]


def pay_period(pay: Money) -> str:
    """For how long an amount is paid, as said or as its size tells."""
    amount = pay.minimum or pay.maximum or 0
    return str(pay.period or ("hour" if amount <= HOURLY else "month" if amount <= MONTHLY else "year"))


def _any_of(ctx: Context, field: str, values: tuple[str, ...]) -> set[int]:
    """The applications to which one of the values applies; behind "not" those to which none does."""
    plain = [value.removeprefix(NOT) for value in values]
    found = set().union(*(_found(ctx, _condition(field, value)) for value in plain))
    return {a.id for a in everything(ctx)} - found if values[0].startswith(NOT) else found


def _condition(field: str, value: str) -> dict[str, Any]:
    if field == "role":
        return {"role_words": stems(value)}
    return {field: value}


def stems(value: str) -> tuple[str, ...]:
    """The words of a title's words as all their forms begin."""
    return tuple(_stem(word) for word in value.casefold().split())


def _stem(word: str) -> str:
    """The part of a word that its forms share."""
    for ending, plain in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and not word.endswith("ss"):
            return word.removesuffix(ending) + plain
    return word


def _found(ctx: Context, condition: dict[str, Any]) -> set[int]:
    return {a.id for a in applications.find(ctx.db, ctx.user.id, Filter(limit=None, **condition)).items}


def _noted(ctx: Context, detail: Detail) -> set[int]:
    """The applications of which a fact is known."""
    if detail == "contact":
        return {c.application_id for c in contacts.find_contacts(ctx.db, ctx.user.id, limit=MANY)}
    if detail == "notes":
        return {n.application_id for n in notes.search_notes(ctx.db, ctx.user.id, "", limit=MANY)}
    return {a.id for a in everything(ctx) if _value(a, detail)}


def _value(a: Application, detail: Detail) -> object:
    if detail == "pay":
        return a.salary_min or a.salary_max
    column = {"deadline": "deadline_on"}.get(detail, detail)
    return getattr(a, column)
