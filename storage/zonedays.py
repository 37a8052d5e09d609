"""The day of the calendar on which an instant falls in a time zone, as SQL that both databases work out alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Integer

_STEP = timedelta(days=7)
_SECOND = timedelta(seconds=1)
EARLIEST, LATEST = 1900, 2200


class day_number(FunctionElement[int]):
    """The number of the local day of an instant; arguments: the instant, the seconds its clocks are ahead of UTC."""

    type = Integer()
    inherit_cache = True


class date_number(FunctionElement[int]):
    """The number of a day, in the same count."""

    type = Integer()
    inherit_cache = True


@compiles(day_number, "sqlite")
def _instant_sqlite(element: day_number, compiler: Any, **options: Any) -> str:
    instant, offset = (compiler.process(one, **options) for one in element.clauses)
    # A Julian day begins at noon. A quarter of a second keeps midnight from falling to the day before by rounding.
    return f"CAST(julianday(substr({instant}, 1, 19)) + 0.5 + (({offset}) + 0.25) / 86400 AS INTEGER)"


@compiles(day_number, "postgresql")
def _instant_postgres(element: day_number, compiler: Any, **options: Any) -> str:
    instant, offset = (compiler.process(one, **options) for one in element.clauses)
    return f"(CAST(timezone('UTC', {instant}) + ({offset}) * interval '1 second' AS date) - date '2000-01-01')"


@compiles(date_number, "sqlite")
def _date_sqlite(element: date_number, compiler: Any, **options: Any) -> str:
    return f"CAST(julianday({compiler.process(element.clauses, **options)}) + 0.5 AS INTEGER)"


@compiles(date_number, "postgresql")
def _date_postgres(element: date_number, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - date '2000-01-01')"


def day_of(at: ColumnElement[Any], zone: ZoneInfo, span: tuple[int, int] | None) -> ColumnElement[int]:
    """The number of the day in `zone` of an instant within the years of `span` (None: there is no instant)."""
    return day_number(at, offset_of(at, zone, span))


def days_until(
    day: ColumnElement[Any], at: ColumnElement[Any], zone: ZoneInfo, span: tuple[int, int] | None
) -> ColumnElement[int]:
    """Days from `day` to the day in `zone` of the instant `at`."""
    return day_of(at, zone, span) - date_number(day)


def offset_of(at: ColumnElement[Any], zone: ZoneInfo, span: tuple[int, int] | None) -> ColumnElement[int]:
    """The seconds by which clocks in `zone` are ahead of UTC at an instant."""
    changes, last = offsets(zone, *span) if span else ((), 0)
    if not changes:
        return literal(last, Integer())
    return case(*((at < instant, literal(seconds, Integer())) for instant, seconds in changes), else_=last)


@lru_cache(maxsize=256)
def offsets(zone: ZoneInfo, first: int, last: int) -> tuple[tuple[tuple[datetime, int], ...], int]:
    """The changes of a zone's clocks within some years: (instant, seconds east of UTC before it), and those after."""
    # Before, every town had a time of its own.
    at, end = datetime(max(first, EARLIEST), 1, 1, tzinfo=UTC), datetime(min(last, LATEST), 12, 31, tzinfo=UTC)
    found: list[tuple[datetime, int]] = []
    while at < end:
        after = min(at + _STEP, end)
        if _offset(zone, at) != _offset(zone, after):
            change = _change(zone, at, after)
            found.append((change, _offset(zone, at)))
            after = change
        at = after
    return tuple(found), _offset(zone, end)


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first instant from which another offset holds than at `before`."""
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle == before:
            break
        before, after = (middle, after) if _offset(zone, middle) == _offset(zone, before) else (before, middle)
    return after


def _offset(zone: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
