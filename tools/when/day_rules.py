"""How days and stretches of days are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tools.when.lexeme import FRENCH, GERMAN, SPANISH, Lexeme
from tools.when.nodes import (
    Calendar,
    DayNode,
    DayOfMonth,
    Edge,
    Exact,
    Length,
    MonthDay,
    MonthOf,
    NthWeekday,
    Numeric,
    PeriodNode,
    Rolling,
    Shift,
    Today,
    Vague,
    Weekday,
    YearOf,
)
from tools.when.rules import Layer, Rule

OFFSETS = {"this": 0, "next": 1, "coming": 1, "last": -1, "before_last": -2, "after_next": 2}
LONG_UNITS = ("week", "weekend", "month", "quarter", "year")
# "the 2nd round", "the 1st one": no days of a month.
COUNTED = frozenset(
    "one ones round rounds interview interviews stage step call time place floor job application role company position phase half "
    "part option choice line person candidate offer question thing screen party choice year week month day quarter grade grader "
    "century degree rate class attempt try message email opportunity".split()
)


def _offset(rel: str, unit: str) -> Calendar | None:
    return Calendar(unit, OFFSETS[rel]) if unit in LONG_UNITS else None  # type: ignore[arg-type]


def _rel_unit(rel: str, unit: str) -> DayNode | PeriodNode | None:
    if unit == "day":
        return Today(OFFSETS[rel]) if rel in ("this", "next", "coming", "last") else None
    if unit == "fortnight":
        return Rolling(Length(days=14), -1 if rel == "last" else 1) if rel in ("last", "next", "coming") else None
    return _offset(rel, unit)


def _rolling(rel: str, length: Length) -> Rolling | None:
    if rel not in ("last", "next", "coming") or length.minutes:
        return None
    return Rolling(length, -1 if rel == "last" else 1)


def _week_day(weekday: int, rel: str, unit: str) -> Weekday | None:
    return Weekday(weekday, None, OFFSETS[rel]) if unit == "week" else None


def _in_weeks(weekday: int, length: Length, sign: int) -> Weekday | None:
    weeks, rest = divmod(length.days, 7)
    plain = not (length.months or length.minutes or length.workdays or rest)
    return Weekday(weekday, None, sign * weeks) if plain and weeks else None


def _month_day(month: int, day: int, year: int | None = None, weekday: int | None = None, rel: Any = None) -> MonthDay:
    return MonthDay(month, day, year, weekday, rel)


def _with_weekday(weekday: int, day: Any) -> Any:
    return replace(day, weekday=weekday) if isinstance(day, MonthDay | DayOfMonth | Numeric | Exact) else None


def _number_after(weekday: int, article: Any, day: int) -> DayOfMonth | None:
    """`Tuesday 24` is a day; `Tuesday 5` can be an hour, and is left alone."""
    return DayOfMonth(day, None, weekday) if article or day > 12 else None


def _of_month(day: int, rel: str, unit: str) -> DayOfMonth | None:
    return DayOfMonth(day, OFFSETS[rel]) if unit == "month" else None


def _stands_alone(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`the 5th` is a day unless a thing follows that is counted."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    return not following.is_word or bool(following.kinds) or following.key in AFTER_DAY


AFTER_DAY = frozenset(
    "i we they he she it my the for with and or but so then please pls is was are at on in by to from about because where when "
    "which that re not ok thanks thx y o con para mit und fur oder bei avec et pour ou chez instead also too hopefully via as".split()
)


def _not_counted(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    return end >= len(lexemes) or lexemes[end].key not in COUNTED and "UNIT" not in lexemes[end].kinds


def _digits_stand(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`el 12`, `am 12.`, `le 12`: a number after an article, with nothing that it counts after it."""
    if end < len(lexemes) and (lexemes[end].number or lexemes[end].kinds.keys() & {"UNIT", "MONTH", "DASH", "OCLOCK", "REL"}):
        return False
    return _stands_alone(lexemes, start, end)


def _not_fraction(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    if lexemes[end - 1].key in ("24/7", "1/2", "50/50"):
        return False
    return end >= len(lexemes) or lexemes[end].key not in (
        "of", "stars", "star", "rounds", "done", "points", "inch", "stages", "questions", "tests", "cup",
    )  # fmt: skip


def _slash(prefix: Any, day: Numeric) -> Numeric | None:
    possible = (1 <= day.a <= 31 and 1 <= day.b <= 12) or (1 <= day.a <= 12 and 1 <= day.b <= 31)
    return day if possible or prefix else None


def _back(length: Length, *_: Any) -> Shift:
    return Shift(length, -1)


BASE_RULES = [
    Rule("DAY", "ON? DAYWORD", lambda _, days: Today(days)),
    Rule("DAY", "ON? SLASH", _slash, _not_fraction),
    Rule("DAY", "ON? DATE", lambda _, day: day),
    Rule("DAY", "VAGUE", lambda _: Vague()),
    Rule("DAY", "N|REL WDS AGO?", lambda *_: Vague()),
    Rule("DAY", "EVERY WD|UNIT|PART", lambda *_: Vague(repeats=True)),
    Rule("DAY", "ON WDS", lambda *_: Vague(repeats=True)),
    Rule("DAY", "ART? REL SEASON", lambda *_: Vague()),
    Rule("DAY", "ART? SEASON REL|RELPOST", lambda *_: Vague()),
    Rule("DAY", "IN ART? SEASON", lambda *_: Vague()),
    Rule("DAY", "WITHIN|IN? ART? REL FEW UNIT", lambda *_: Vague()),
    Rule("DAY", "WITHIN|IN? ART? FEW REL UNIT", lambda *_: Vague()),
    Rule("DAY", "ART? ORDW|REL U_week OF ART? MONTH", lambda *_: Vague()),
    Rule("DAY", "ON? HOLIDAY YEAR?", lambda _, day, year: MonthDay(day[0], day[1], year)),
    Rule("DAY", "FEW UNIT AGO", lambda *_: Vague()),
    Rule("DAY", "PREAGO|IN FEW UNIT", lambda *_: Vague()),
    Rule("DAY", "ON? MONTH ART? DOM|ORD|ORDW|BADDOM COMMA? YEAR?", lambda _o, m, _a, d, _c, y: _month_day(m, d, y)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW|BADDOM OF? MONTH OF|COMMA? YEAR?", lambda _o, _a, d, _f, m, _g, y: _month_day(m, d, y)),
    Rule("DAY", "ON? ART? DOM DOT|DASH? MONTH OF|COMMA|DASH? YEAR?", lambda _o, _a, d, _f, m, _g, y: _month_day(m, d, y)),
    Rule("DAY", "MONTH DOT|DASH DOM|ORD COMMA|DASH? YEAR?", lambda m, _, d, _c, y: _month_day(m, d, y)),
    Rule("DAY", "ON? REL MONTH ART? DOM|ORD", lambda _o, rel, m, _a, d: _month_day(m, d, None, None, rel)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF? REL MONTH", lambda _o, _a, d, _f, rel, m: _month_day(m, d, None, None, rel)),
    Rule("DAY", "YEAR DASH? MONTH DASH? DOM", lambda y, _, m, _d, d: _month_day(m, d, y)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF? ART? REL UNIT", lambda _o, _a, d, _f, _b, rel, unit: _of_month(d, rel, unit)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF? ART? UNIT REL", lambda _o, _a, d, _f, _b, unit, rel: _of_month(d, rel, unit)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF ART U_month", lambda _o, _a, d, _f, _b, _u: DayOfMonth(d, 0)),
    Rule("DAY", "ON ART? ORD", lambda _o, _a, d: DayOfMonth(d), _not_counted),
    Rule("DAY", "ART ORD", lambda _a, d: DayOfMonth(d), _stands_alone),
    Rule("DAY", "ON ART? ORDW", lambda _o, _a, d: DayOfMonth(d), _stands_alone),
    Rule("DAY", "DAYPREP ART? DOM DOT?", lambda _o, _a, d, _: DayOfMonth(d), _digits_stand),
    Rule("PERIOD", "ART? REL UNIT", lambda _, rel, unit: _rel_unit(rel, unit)),
    Rule("PERIOD", "ART? UNIT REL|RELPOST", lambda _, unit, rel: _rel_unit(rel, unit)),
    Rule("PERIOD", "WITHIN|ART? REL DUR", lambda _, rel, length: _rolling(rel, length)),
    Rule("PERIOD", "WITHIN|ART? N REL UNIT", lambda _, n, rel, unit: _counted(n, rel, unit)),
    Rule("PERIOD", "WITHIN|ART? DUR REL", lambda _, length, rel: _rolling(rel, length)),
    Rule("PERIOD", "ON|WITHIN|ART|AT ART? U_weekend", lambda *_: Calendar("weekend", 0)),
    Rule("PERIOD", "REL MONTH", lambda rel, month: MonthOf(month, None, rel)),
    Rule("PERIOD", "MONTH REL|RELPOST", lambda month, rel: MonthOf(month, None, rel)),
    Rule("PERIOD", "MONTH OF|COMMA? YEAR", lambda month, _, year: MonthOf(month, year)),
    Rule("PERIOD", "MONTH OF? REL U_year", lambda month, _, rel, _u: MonthOf(month, None, rel)),
]


def _counted(n: int, rel: str, unit: str) -> Rolling | None:
    from tools.when.clock_rules import scaled

    length = scaled(n, unit)
    return _rolling(rel, length) if length else None


WEEKDAY_RULES = [
    Rule("DAY", "ON? WD", lambda _, wd: Weekday(wd)),
    Rule("DAY", "ON? ART? REL WD", lambda _o, _a, rel, wd: Weekday(wd, rel)),
    Rule("DAY", "ON? ART? WD REL|RELPOST", lambda _o, _a, wd, rel: Weekday(wd, rel)),
    Rule("DAY", "ON? ART? WD OF? PERIOD", lambda _o, _a, wd, _f, period: _of_period(wd, period)),
    Rule("DAY", "PERIOD COMMA? ON? WD", lambda period, _c, _o, wd: _of_period(wd, period)),
    Rule("DAY", "ON? ART? WD COMMA? DAY", lambda _o, _a, wd, _c, day: _with_weekday(wd, day)),
    Rule("DAY", "ON? WD ART? ORD", lambda _o, wd, _a, d: DayOfMonth(d, None, wd), _digits_stand),
    Rule("DAY", "ON? WD ART? DOM", lambda _o, wd, art, d: _number_after(wd, art, d), _digits_stand),
    Rule("DAY", "ON? WD DOM", lambda _o, wd, d: DayOfMonth(d, None, wd), _digits_stand, SPANISH | GERMAN | FRENCH),
    Rule("DAY", "ON? ART? WD IN DUR", lambda _o, _a, wd, _i, length: _in_weeks(wd, length, 1)),
    Rule("DAY", "ON? ART? ORDW|ORD WD OF ART? PERIOD", lambda _o, _a, n, wd, _f, _b, of: NthWeekday(n, wd, of) if n < 6 else None),
    Rule("DAY", "ON? ART? ORDW|ORD WD OF MONTH YEAR?", lambda _o, _a, n, wd, _f, m, y: NthWeekday(n, wd, MonthOf(m, y)) if n < 6 else None),
    Rule("DAY", "ON? ART? REL WD OF ART? PERIOD", lambda _o, _a, rel, wd, _f, _b, of: NthWeekday(-1, wd, of) if rel == "last" else None),
    Rule("DAY", "ON? ART? REL WD OF MONTH YEAR?", lambda _o, _a, r, wd, _f, m, y: NthWeekday(-1, wd, MonthOf(m, y)) if r == "last" else None),
    Rule("DAY", "ON? WD U_week", lambda _, wd, _w: Shift(Length(days=7), 1, Weekday(wd))),
    Rule("PERIOD", "IN MONTH", lambda _, month: MonthOf(month)),
    Rule("PERIOD", "IN YEAR", lambda _, year: YearOf(year)),
    Rule("PERIOD", "MONTH", lambda month: MonthOf(month)),
]


def _of_period(weekday: int, period: Any) -> Weekday | None:
    if isinstance(period, Calendar) and period.unit == "week":
        return Weekday(weekday, None, period.offset)
    return None


SHIFT_RULES = [
    Rule("DAY", "IN DUR", lambda _, length: Shift(length, 1)),
    Rule("DAY", "DUR AGO", _back),
    Rule("DAY", "PREAGO DUR", lambda _, length: Shift(length, -1)),
    Rule("DAY", "IN? DUR HENCE", lambda _, length, _h: Shift(length, 1)),
    Rule("DAY", "DUR FROM DAY", lambda length, _, day: Shift(length, 1, day)),
    Rule("DAY", "DUR BEFORE DAY", lambda length, _, day: Shift(length, -1, day)),
    Rule("DAY", "DUR AGO ON? DAY", lambda length, _, _o, day: _ago_on(length, day)),
    Rule("DAY", "DUR ON? DAY", lambda length, _, day: _week_on(length, day)),
    Rule("DAY", "DAY IN DUR", lambda day, _, length: Shift(length, 1, day) if isinstance(day, Today) else None),
    Rule("DAY", "DAY PREAGO DUR", lambda day, _, length: Shift(length, -1, day) if isinstance(day, Today) else None),
    Rule("DAY", "SOFAR|EDGE ART? PERIOD", lambda edge, _, period: Edge(edge, period)),
    Rule("DAY", "EDGE ART? UNIT", lambda edge, _, unit: Edge(edge, Calendar(unit, 0)) if unit in LONG_UNITS else None),
    Rule("DAY", "ART? UNIT EDGE", lambda _, unit, edge: Edge(edge, Calendar(unit, 0)) if unit in LONG_UNITS else None),
    Rule("DAY", "EDGE ART? YEAR", lambda edge, _, year: Edge(edge, YearOf(year))),
    Rule("DAY", "EOW", lambda unit: Edge("end", Calendar(unit, 0))),
]


def _ago_on(length: Length, day: Any) -> Shift | None:
    if isinstance(day, Weekday) and day.rel is None and day.week is None and length.days and not length.days % 7:
        return Shift(length, -1, None, day.weekday)
    if isinstance(day, Today) and length.days:
        return Shift(length, -1, day)
    return None


def _week_on(length: Length, day: Any) -> Shift | None:
    """British "a week on Monday", "a week tomorrow"."""
    whole_weeks = length.days and not length.days % 7 and not (length.months or length.minutes)
    plain = isinstance(day, Today) and day.days >= 0 or isinstance(day, Weekday) and day.rel is None and day.week is None
    return Shift(length, 1, day) if whole_weeks and plain else None



@cache
def layers() -> tuple[Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried."""
    return Layer(BASE_RULES), Layer(WEEKDAY_RULES), Layer(SHIFT_RULES)
