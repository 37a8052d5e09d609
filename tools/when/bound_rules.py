"""How two days bound a stretch: "since October", "between 5 and 9 November", "older than 3 weeks"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from tools.when.nodes import Bounds, DayOfMonth, Expr, Length, MonthDay, Numeric, Rolling, Shift, Today, YearOf
from tools.when.rules import Layer, Rule

ENDS = "DAY|EXPR|PERIOD"


def _day_of(node: Any) -> Any:
    return node.day if isinstance(node, Expr) else node


def _pair(first: Any, last: Any) -> Bounds | None:
    if isinstance(last, Expr) and last.clock is not None and not isinstance(first, Expr):
        return None  # "next week - Monday at 10": the first of several
    first, last = _same_order(_day_of(first), _day_of(last))
    return Bounds(first, last) if first is not None and last is not None else None


def _same_order(first: Any, last: Any) -> tuple[Any, Any]:
    """Two numeric dates are written in one order: if one shows it, the other follows."""
    if isinstance(first, Numeric) and isinstance(last, Numeric) and min(first.b, last.b) > 0:
        if max(first.a, last.a) > 12:
            return replace(first, b=-first.b), replace(last, b=-last.b)
        if max(first.b, last.b) > 12:
            return replace(first, a=first.b, b=-first.a), replace(last, a=last.b, b=-last.a)
    return first, last


def _years(first: int, last: int) -> Bounds:
    return Bounds(YearOf(first), YearOf(last))


def _same_month(first: Any, day: int) -> Bounds | None:
    """`Oct 1-15`."""
    if not isinstance(first, MonthDay) or day <= first.day:
        return None
    return Bounds(first, replace(first, day=day, weekday=None))


def _shared_month(first: int, last: Any) -> Bounds | None:
    """`between 5 and 9 November`."""
    if not isinstance(last, MonthDay | DayOfMonth) or last.day <= first:
        return None
    return Bounds(replace(last, day=first, weekday=None), last)


def _since(node: Any) -> Bounds | None:
    return Bounds(_day_of(node), None) if _day_of(node) is not None else None


def _until(node: Any) -> Bounds | None:
    return Bounds(None, _day_of(node)) if _day_of(node) is not None else None


def _timed(node: Any) -> bool:
    """With an hour ("before 5pm tomorrow") it bounds no stretch of days."""
    return isinstance(node, Expr) and (node.clock is not None or node.day is None)


def _before(node: Any) -> Bounds | None:
    return None if _timed(node) else Bounds(None, _day_of(node), open_last=True)


def _after(node: Any) -> Bounds | None:
    return None if _timed(node) else Bounds(_day_of(node), None, open_first=True)


def _older(length: Length) -> Bounds | None:
    return Bounds(None, Shift(length, -1), open_last=True) if not length.minutes else None


def _older_than(day: Any) -> Bounds | None:
    return Bounds(None, day, open_last=True) if isinstance(day, Shift) and day.sign < 0 else None


def _at_least(length: Length) -> Bounds | None:
    return Bounds(None, Shift(length, -1)) if not length.minutes else None


def _since_length(length: Length) -> Bounds | None:
    return Bounds(Shift(length, -1), Today(0)) if not length.minutes else None


def _within(length: Length) -> Rolling | None:
    return Rolling(length, 1) if not length.minutes else None


RUNNING: list[Rule] = [
    Rule("RANGE", f"BETWEEN {ENDS} THROUGH {ENDS}", _pair),
    Rule("RANGE", "BETWEEN ON? DOM|ORD DOT? THROUGH ON? DAY", _shared_month),
    Rule("RANGE", "BETWEEN YEAR THROUGH YEAR", _years),
    Rule("RANGE", f"{ENDS} DASH {ENDS}", _pair),
    Rule("RANGE", "DOM DASH DAY", _shared_month),
    Rule("RANGE", "DAY DASH DOM", _same_month),
    Rule("RANGE", f"SINCE ART? {ENDS}", _since),
    Rule("RANGE", "SINCE YEAR", lambda year: _since(YearOf(year))),
    Rule("RANGE", "SINCE DUR", _since_length),
    Rule("RANGE", f"BEFORE ART? {ENDS}", _before),
    Rule("RANGE", "BEFORE YEAR", lambda year: _before(YearOf(year))),
    Rule("RANGE", f"AFTER ART? {ENDS}", _after),
    Rule("RANGE", "AFTER YEAR", lambda year: _after(YearOf(year))),
    Rule("RANGE", "OLDER DUR AGO|OLD?", _older),
    Rule("RANGE", "OLDER DAY", _older_than),
    Rule("RANGE", "ATLEAST DUR AGO", _at_least),
    Rule("RANGE", "DUR OROLDER", _at_least),
    Rule("RANGE", "WITHIN ART? DUR", _within),
]
# In running text these name two days of which something is moved, or a limit: "from Monday to Friday", "by Monday".
ALONE: list[Rule] = [
    Rule("RANGE", f"FROMTO {ENDS} THROUGH {ENDS}", _pair),
    Rule("RANGE", "FROMTO ON? DOM|ORD THROUGH DAY", _shared_month),
    Rule("RANGE", "FROMTO YEAR THROUGH YEAR", _years),
    Rule("RANGE", f"FROMTO ART? {ENDS}", _since),
    Rule("RANGE", f"UNTIL ART? {ENDS}", _until),
    Rule("RANGE", f"{ENDS} THROUGH {ENDS}", _pair),
]


@cache
def layer(*, running_text: bool) -> Layer:
    """The rules made ready: those for running text, or all for an expression that stands alone."""
    return Layer(RUNNING if running_text else RUNNING + ALONE, mixed=True)
