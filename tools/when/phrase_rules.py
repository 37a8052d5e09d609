"""How days, parts of the day and hours come together to the largest expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tools.when.clock_build import FOLLOWERS
from tools.when.lexeme import Lexeme
from tools.when.nodes import Clock, Expr, Length, Mark, Shift, Today, Weekday
from tools.when.rules import Layer, Rule

COSTS = frozenset("paid pay pays for cost costs earn earned made got gpa score scored rated version $ £ €".split())
NOW = Shift(Length(), 1)  # "it is now at 4": two things


def _with_clock(day: Any, clock: Clock) -> Expr | None:
    """A day with an hour; an elapsed shift ("in 2 hours") has its own hour already."""
    if isinstance(day, Expr):
        return None if day.clock is not None or day.day == NOW else replace(day, clock=clock)
    if isinstance(day, Shift) and day.length.minutes:
        return None
    return Expr(day, None, clock)


def _clock_first(clock: Clock, day: Any) -> Expr | None:
    return _with_clock(day, clock)


def _with_part(day: Any, part: str) -> Expr | None:
    return None if isinstance(day, Shift) and day.length.minutes else Expr(day, part)


def _this_part(rel: str, part: str) -> Expr | None:
    """`this morning`, `la noche pasada`."""
    return Expr(Today(0), part) if rel == "this" else Expr(Today(-1), part) if rel == "last" else None


def _slang(day: Any, hour: int, minute: int | None = None) -> Expr | None:
    """`tmrw 3`, `monday ten thirty`."""
    if (minute is None and not isinstance(day, Today)) or (minute is not None and minute < 10):
        return None
    return _with_clock(day, Clock(hour, minute or 0, "24" if hour > 12 or hour == 0 else "bare"))


def _dotted(day: Any, clock: Clock) -> Expr | None:
    """`tomorrow 9.30`, `friday 8.45`; "friday 9.10" may be the ninth of October."""
    return _with_clock(day, clock) if isinstance(day, Today) or not 1 <= clock.minute <= 12 else None


def _military(day: Any, clock: Clock) -> Expr | None:
    """`0800 monday`; after a date such a number is a year."""
    return _with_clock(day, clock) if isinstance(day, Today | Weekday) else None


def _marked_datetime(value: tuple[Any, Clock], mark: Mark) -> Expr | None:
    """`2026-12-03 10:30 pm`."""
    day, clock = value
    return Expr(day, None, replace(clock, mark=mark)) if 0 < clock.hour <= 12 else None


def _ends(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """The number counts nothing: "tmrw 3 pls", not "tmrw 3 interviews"."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    if following.number or following.key in ("/", "%", "-"):
        return False
    return not following.is_word or following.key in FOLLOWERS


def _begins(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`2 tomorrow` at the very start, or after a mark."""
    if start == 0:
        return True
    before = lexemes[start - 1]
    return not (before.is_word or before.number or before.key in "#$/-.")


def _begins_or_follows(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`4.30 on Thursday`, but not the price of "paid 4.30 on Thursday"."""
    return start == 0 or lexemes[start - 1].key not in COSTS


def _more_part(expr: Expr, part: str) -> Expr | None:
    """`friday at 8 in the evening`, `first thing tomorrow morning`."""
    if expr.part == "first" and part == "morning":
        return expr
    if expr.part or expr.clock is None or expr.clock.part:
        return None
    return replace(expr, clock=replace(expr.clock, part=part))


def _day_for(expr: Expr, day: Any) -> Expr | None:
    return replace(expr, day=day) if expr.day is None else None


def _some_time(edge: str, day: Any) -> Expr | None:
    """`sometime tomorrow afternoon`."""
    if edge != "all":
        return None
    return day if isinstance(day, Expr) else Expr(day)


def _hour_for(expr: Expr, hour: int) -> Expr | None:
    """`friday afternoon 3`."""
    return _with_clock(expr, Clock(hour)) if expr.part and 0 < hour <= 12 else None


PARTS: list[Rule] = [
    Rule("EXPR", "ON? WDPART", lambda value: Expr(Weekday(value[0]), value[1])),
    Rule("EXPR", "ON? REL WDPART", lambda rel, value: Expr(Weekday(value[0], rel), value[1])),
    Rule("EXPR", "TONIGHT", lambda value: Expr(Today(value[0]), value[1])),
    Rule("EXPR", "ART? REL PART", _this_part),
    Rule("EXPR", "ART? PART REL", lambda part, rel: _this_part(rel, part)),
    Rule("EXPR", "ON? DAY COMMA? PART|PARTP", _with_part),
    Rule("EXPR", "ART? PART|PARTP OF|ON? DAY", lambda part, day: _with_part(day, part)),
    Rule("EXPR", "EOD", lambda: Expr(None, "eod")),
    Rule("EXPR", "DAY COMMA? EOD", lambda day: _with_part(day, "eod")),
    Rule("EXPR", "EOD ON? DAY", lambda day: _with_part(day, "eod")),
    Rule("EXPR", "DATETIME", lambda value: Expr(value[0], None, value[1])),
    Rule("EXPR", "DATETIME MER", _marked_datetime),
    Rule("EXPR", "NOW", lambda: Expr(NOW)),
]
HOURS: list[Rule] = [
    Rule("EXPR", "DAY|EXPR COMMA|DASH|AND|OPEN|ON? TIME", _with_clock),
    Rule("EXPR", "DAY|EXPR OPEN TIME CLOSE", _with_clock),
    Rule("EXPR", "TIME COMMA|DASH|ON|OF|IN? DAY|EXPR", _clock_first),
    Rule("EXPR", "DAY|EXPR COMMA? CLKH", _with_clock),
    Rule("EXPR", "CLKH DAY|EXPR", _clock_first),
    Rule("EXPR", "DAY COMMA? TIME COMMA? PART", lambda day, clock, part: _with_clock(day, replace(clock, part=part))),
    Rule("EXPR", "PERIOD COMMA|ON? TIME", _with_clock),
    Rule("EXPR", "PARTP", lambda part: Expr(None, part)),
    Rule("EXPR", "DAY HOUR MIN?", _slang, _ends),
    Rule("EXPR", "DAY COMMA? DOTCLK", _dotted, _ends),
    Rule("EXPR", "DOTCLK ON DAY", lambda clock, day: _dotted(day, clock), _begins_or_follows),
    Rule("EXPR", "HOUR DAY", lambda hour, day: _slang(day, hour), _begins),
    Rule("EXPR", "MILITARY DAY", lambda clock, day: _military(day, clock), _begins),
    Rule("EXPR", "DAY MILITARY", _military, _ends),
]
LAST: list[Rule] = [
    Rule("EXPR", "SOFAR DAY|EXPR", _some_time),
    Rule("EXPR", "EXPR COMMA? PART|PARTP", _more_part),
    Rule("EXPR", "EXPR COMMA? DAY", _day_for),
    Rule("EXPR", "DAY COMMA? EXPR", lambda day, expr: _day_for(expr, day)),
    Rule("EXPR", "EXPR HOUR", _hour_for, _ends),
    Rule("EXPR", "EXPR COMMA? TIME", _with_clock),
]


@cache
def layers() -> tuple[Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried."""
    return Layer(PARTS, mixed=True), Layer(HOURS, mixed=True), Layer(LAST, mixed=True)
