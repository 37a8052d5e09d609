"""Reads one expression as a day, an instant, a range or a length; what is left over makes it unclear."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tools.when import nodes
from tools.when.days import resolve
from tools.when.errors import Unclear
from tools.when.frame import Frame
from tools.when.hours import hour_of
from tools.when.lexeme import Lexeme
from tools.when.model import DateRange, Direction, Moment
from tools.when.moments import home_of, moment
from tools.when.parse import parse_short
from tools.when.stretches import PERIODS, stretch

LONGEST = 200
EXAMPLE = "Say for example: tomorrow, next Tuesday, 24 November or 3 days ago."
# Words around an expression that do not change it.
FILLERS = frozenset(
    ", . ! ? ( ) \" ' : ; on by for at the around about approx maybe probably like please pls and so well "
    "actually it was is be um at el la le am den dem der the of de in from no wait ok okay yes yeah until till "
    "bis just only already exactly roughly oops im en au du dans des vom para pour fur bei back".split()
)
RANGE_KINDS = ("RANGE", "PERIOD", "DAY", "EXPR", "INSTANT", "YEAR", "ORD")
DAY_KINDS = ("EXPR", "DAY", "TIME", "PERIOD", "RANGE", "DUR", "INSTANT", "ORD")


def read_day(text: str, now: datetime, direction: Direction, *, day_first: bool | None = None) -> date:
    """The date that the words name, in the zone of `now` (aware). `day_first` decides what 03/04 is; None: by what is
    possible and sensible. Raises `Unclear`."""
    expr = _expression(text)
    frame = Frame(now, direction, day_first)
    home_of(now)
    if expr.day is None and (expr.clock is not None or expr.part is None):
        raise Unclear(f'"{_short(text)}" names no day. {EXAMPLE}')
    if isinstance(expr.day, PERIODS):
        raise Unclear("Which day exactly? " + EXAMPLE, between=stretch(expr.day, frame))
    # The hour decides where a weekday was said on that same day, or only a part of the day.
    if expr.day is None or (isinstance(expr.day, nodes.Weekday) and expr.clock is not None):
        return moment(expr, frame, time(9)).local.date()
    return resolve(expr.day, frame)


def read_moment(
    text: str, now: datetime, direction: Direction, *, default_time: time | None, day_first: bool | None = None
) -> Moment:
    """The instant that the words name; `now` is aware, in the person's zone. Without an hour `default_time` is taken
    (`time_given` False); without that too it is `Unclear`."""
    return moment(_expression(text), Frame(now, direction, day_first), default_time)


def read_range(text: str, now: datetime, *, direction: Direction = "any", day_first: bool | None = None) -> DateRange:
    """The days that the words span, both ends included; None is an open end. Raises `Unclear`."""
    home_of(now)
    frame = Frame(now, direction, day_first)
    lexeme = _single(text, RANGE_KINDS, bounds=True)
    kind, value = next((kind, value) for kind, (value, _) in lexeme.kinds.items() if kind in RANGE_KINDS)
    if kind == "EXPR" and isinstance(value, nodes.Expr):
        if value.day is None:
            raise Unclear(f'"{_short(text)}" names no days. Say for example: last week, or since October.')
        return stretch(value.day, frame)
    if kind in ("YEAR", "ORD"):
        value = nodes.YearOf(value) if kind == "YEAR" else nodes.DayOfMonth(value)
    return stretch(value, frame)


def read_duration(text: str) -> int:
    """A length of time in whole minutes ("an hour and a half": 90; a day is 1440). Raises `Unclear`."""
    example = "Say for example: 45 minutes, or an hour and a half."
    lexeme = _single(text, ("DUR", "TIME"), example)
    length = lexeme.value("DUR")
    clock = lexeme.value("TIME")
    if isinstance(length, nodes.Length) and not length.months and not length.workdays:
        return length.minutes + 1440 * length.days
    if isinstance(clock, nodes.Clock) and clock.until is not None:
        first, last = hour_of(clock, None), hour_of(clock.until, None)
        minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
        if minutes > 0:
            return minutes
    raise Unclear(f'"{_short(text)}" is no length of time that I can count. {example}')


def _expression(text: str) -> nodes.Expr:
    lexeme = _single(text, DAY_KINDS)
    for kind in ("EXPR", "DAY", "PERIOD", "INSTANT"):
        value = lexeme.value(kind)
        if isinstance(value, nodes.Expr):
            return value
        if value is not None:
            return nodes.Expr(value)
    clock = lexeme.value("TIME")
    if isinstance(clock, nodes.Clock):
        return nodes.Expr(None, None, clock)
    if "ORD" in lexeme.kinds:
        return nodes.Expr(nodes.DayOfMonth(int(lexeme.value("ORD"))))
    raise Unclear(f'I did not understand "{_short(text)}" as one day or time. {EXAMPLE}')


def _single(text: str, kinds: tuple[str, ...], example: str = EXAMPLE, *, bounds: bool = False) -> Lexeme:
    """The one expression of the text, if nothing of weight is left beside it."""
    if len(text) > LONGEST:
        raise Unclear(f"That is too long for a date. {example}")
    found: Lexeme | None = None
    for lexeme in parse_short(text, bounds=bounds):
        if any(kind in lexeme.kinds for kind in kinds) and not lexeme.is_word:
            if found is not None:
                raise Unclear(f'I see more than one date or time in "{_short(text)}". {example}')
            found = lexeme
        elif "MER" in lexeme.kinds or (lexeme.key not in FILLERS and "UNTIL" not in lexeme.kinds):
            raise Unclear(
                f'I did not understand "{_short(text[lexeme.start : lexeme.end])}" as a date or time. {example}'
            )
    if found is None:
        raise Unclear(f'I did not understand "{_short(text)}" as a date or time. {example}')
    return found


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"


__all__ = ["read_day", "read_duration", "read_moment", "read_range", "timedelta"]
