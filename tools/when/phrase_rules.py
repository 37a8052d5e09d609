"""How days, parts of the day, hours, zones and bounds come together to the largest expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tools.when.clock_rules import FOLLOWERS
from tools.when.lexeme import Lexeme
from tools.when.nodes import Bounds, Clock, DayOfMonth, Expr, Length, MonthDay, Rolling, Shift, Today, Weekday, YearOf
from tools.when.rules import Layer, Rule


def _joined(day: Any, clock: Clock | None, part: str | None = None) -> Expr | None:
    """A day with an hour; an elapsed shift ("in 2 hours") has its own hour already."""
    if isinstance(day, Expr):
        if day.clock is not None and clock is not None:
            return None
        return Expr(day.day, part or day.part, clock or day.clock)
    if isinstance(day, Shift) and day.length.minutes:
        return None
    return Expr(day, part, clock)


def _this_part(rel: str, part: str) -> Expr | None:
    return Expr(Today(0), part) if rel == "this" else Expr(Today(-1), part) if rel == "last" else None


def _slang(day: Any, hour: int, minute: int | None) -> Expr | None:
    """`tmrw 3`, `monday ten thirty`."""
    if minute is None and not isinstance(day, Today) or isinstance(day, Today) and day.days < -7 or minute and minute < 10:
        return None
    return _joined(day, Clock(hour, minute or 0, "24" if hour > 12 or hour == 0 else "bare")) if hour <= 24 else None


def _ends(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """The number counts nothing: "tmrw 3 pls", not "tmrw 3 interviews"."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    return not following.number and following.key not in ("/", "%", "-") and (not following.is_word or following.key in FOLLOWERS)


def _begins(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`2 tomorrow` at the very start, or after a mark."""
    return start == 0 or not (lexemes[start - 1].is_word or lexemes[start - 1].number or lexemes[start - 1].key in "#$/-.")


PART_RULES = [
    Rule("EXPR", "ON? WDPART", lambda _, value: Expr(Weekday(value[0]), value[1])),
    Rule("EXPR", "ON? REL WDPART", lambda _, rel, value: Expr(Weekday(value[0], rel), value[1])),
    Rule("EXPR", "TONIGHT", lambda value: Expr(Today(value[0]), value[1])),
    Rule("EXPR", "ART? REL PART", lambda _, rel, part: _this_part(rel, part)),
    Rule("EXPR", "ART? PART REL", lambda _, part, rel: _this_part(rel, part)),
    Rule("EXPR", "DAY COMMA? PART|PARTP", lambda day, _, part: _joined(day, None, part)),
    Rule("EXPR", "ON DAY COMMA? PART|PARTP", lambda _o, day, _, part: _joined(day, None, part)),
    Rule("EXPR", "PART|PARTP OF? DAY", lambda part, _, day: _joined(day, None, part)),
    Rule("EXPR", "ART PART OF DAY", lambda _a, part, _, day: _joined(day, None, part)),
    Rule("EXPR", "PART|PARTP ON DAY", lambda part, _, day: _joined(day, None, part)),
    Rule("EXPR", "EOD", lambda _: Expr(None, "eod")),
    Rule("EXPR", "DAY COMMA? EOD", lambda day, _, __: _joined(day, None, "eod")),
    Rule("EXPR", "EOD ON? DAY", lambda _, _o, day: _joined(day, None, "eod")),
    Rule("EXPR", "DATETIME", lambda value: Expr(value[0], None, value[1])),
]
HOUR_RULES = [
    Rule("EXPR", "DAY|EXPR COMMA|DASH|AND|OPEN|ON? TIME", lambda day, _, clock: _joined(day, clock)),
    Rule("EXPR", "TIME COMMA|DASH|ON|OF|IN? DAY|EXPR", lambda clock, _, day: _joined(day, clock)),
    Rule("EXPR", "DAY|EXPR COMMA? CLKH", lambda day, _, clock: _joined(day, clock)),
    Rule("EXPR", "CLKH DAY|EXPR", lambda clock, day: _joined(day, clock)),
    Rule("EXPR", "DAY COMMA? TIME COMMA? PART", lambda day, _, clock, _c, part: _joined(day, replace(clock, part=part))),
    Rule("EXPR", "PARTP", lambda part: Expr(None, part)),
    Rule("EXPR", "PERIOD COMMA|ON? TIME", lambda period, _, clock: Expr(period, None, clock)),
    Rule("EXPR", "NOW", lambda _: Expr(Shift(Length(), 1))),
    Rule("EXPR", "DAY OPEN TIME CLOSE", lambda day, _, clock, _c: _joined(day, clock)),
    Rule("EXPR", "DAY HOUR MIN?", lambda day, hour, minute: _slang(day, hour, minute), _ends),
    Rule("EXPR", "HOUR DAY", lambda hour, day: _slang(day, hour, None), _begins),
    Rule("EXPR", "DAY MILITARY", lambda day, clock: _joined(day, clock) if isinstance(day, Today | Weekday) else None, _ends),
]
LAST_RULES = [
    Rule("EXPR", "EXPR COMMA? PART|PARTP", lambda expr, _, part: _more_part(expr, part)),
    Rule("EXPR", "EXPR COMMA? DAY", lambda expr, _, day: Expr(day, expr.part, expr.clock) if expr.day is None else None),
    Rule("EXPR", "DAY COMMA? EXPR", lambda day, _, expr: Expr(day, expr.part, expr.clock) if expr.day is None else None),
    Rule("EXPR", "EXPR HOUR", lambda expr, hour: _joined(expr, Clock(hour)) if expr.part and 0 < hour <= 12 else None, _ends),
    Rule("EXPR", "EXPR PART|PARTP? COMMA? TIME", lambda expr, part, _, clock: _joined(expr, clock, part)),
]


def _more_part(expr: Any, part: str) -> Expr | None:
    if isinstance(expr, Expr) and expr.part == "first" and part == "morning":
        return expr
    if not isinstance(expr, Expr) or expr.part or expr.clock is None or expr.clock.part:
        return None
    return Expr(expr.day, None, replace(expr.clock, part=part))


def _older(length: Length) -> Bounds | None:
    return Bounds(None, Shift(length, -1), open_last=True) if not length.minutes else None


def _since_length(length: Length) -> Bounds | None:
    return Bounds(Shift(length, -1), Today(0)) if not length.minutes else None


def _pair(first: Any, last: Any) -> Bounds | None:
    first, last = _day_of(first), _day_of(last)
    return Bounds(first, last) if first is not None and last is not None else None


def _day_of(node: Any) -> Any:
    return node.day if isinstance(node, Expr) else node


def _since(node: Any) -> Bounds:
    return Bounds(_day_of(node), None)


ENDS = "DAY|EXPR|PERIOD"
RANGE_RULES = [
    Rule("RANGE", f"BETWEEN {ENDS} THROUGH {ENDS}", lambda _, a, _t, b: _pair(a, b)),
    Rule("RANGE", "BETWEEN ON? DOM|ORD THROUGH DAY", lambda _, _o, a, _t, b: _shared_month(a, b)),
    Rule("RANGE", "BETWEEN YEAR THROUGH YEAR", lambda _, a, _t, b: Bounds(YearOf(a), YearOf(b))),
    Rule("RANGE", f"{ENDS} DASH {ENDS}", lambda a, _, b: _pair(a, b)),
    Rule("RANGE", "DOM DASH DAY", lambda a, _, b: _shared_month(a, b)),
    Rule("RANGE", "DAY DASH DOM", lambda a, _, d: _same_month(a, d)),
    Rule("RANGE", f"SINCE ART? {ENDS}", lambda _, _a, node: _since(node)),
    Rule("RANGE", "SINCE YEAR", lambda _, year: _since(YearOf(year))),
    Rule("RANGE", "SINCE DUR", lambda _, length: _since_length(length)),
    Rule("RANGE", f"BEFORE ART? {ENDS}", lambda _, _a, node: Bounds(None, _day_of(node), open_last=True)),
    Rule("RANGE", f"AFTER ART? {ENDS}", lambda _, _a, node: Bounds(_day_of(node), None, open_first=True)),
    Rule("RANGE", "BEFORE YEAR", lambda _, year: Bounds(None, YearOf(year), open_last=True)),
    Rule("RANGE", "AFTER YEAR", lambda _, year: Bounds(YearOf(year), None, open_first=True)),
    Rule("RANGE", "OLDER DUR AGO?", lambda _, length, _a: _older(length)),
    Rule("RANGE", "OLDER DAY", lambda _, day: _older_than(day)),
    Rule("RANGE", "WITHIN ART? DUR", lambda _, _a, length: Rolling(length, 1) if not length.minutes else None),
]
# In running text these name two days of which something is moved, or a limit: "from Monday to Friday", "by Monday".
EXPRESSION_RULES = [
    Rule("RANGE", f"FROMTO {ENDS} THROUGH {ENDS}", lambda _, a, _t, b: _pair(a, b)),
    Rule("RANGE", "FROMTO ON? DOM|ORD THROUGH DAY", lambda _, _o, a, _t, b: _shared_month(a, b)),
    Rule("RANGE", "FROMTO YEAR THROUGH YEAR", lambda _, a, _t, b: Bounds(YearOf(a), YearOf(b))),
    Rule("RANGE", f"FROMTO ART? {ENDS}", lambda _, _a, node: _since(node)),
    Rule("RANGE", f"UNTIL ART? {ENDS}", lambda _, _a, node: Bounds(None, _day_of(node))),
    Rule("RANGE", f"{ENDS} THROUGH {ENDS}", lambda a, _, b: _pair(a, b)),
]


def _older_than(day: Any) -> Bounds | None:
    return Bounds(None, day, open_last=True) if isinstance(day, Shift) and day.sign < 0 else None


def _same_month(first: Any, day: int) -> Bounds | None:
    return _pair(first, replace(first, day=day, weekday=None)) if isinstance(first, MonthDay) and day > first.day else None


def _shared_month(first: int, last: Any) -> Bounds | None:
    if isinstance(last, MonthDay | DayOfMonth) and last.day > first:
        return Bounds(replace(last, day=first, weekday=None), last)
    return None


@cache
def layers() -> tuple[Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried."""
    return Layer(PART_RULES, mixed=True), Layer(HOUR_RULES, mixed=True), Layer(LAST_RULES, mixed=True)


@cache
def bounds(running_text: bool) -> Layer:
    """The rules for stretches between two ends."""
    return Layer(RANGE_RULES if running_text else RANGE_RULES + EXPRESSION_RULES, mixed=True)
