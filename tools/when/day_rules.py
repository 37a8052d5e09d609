"""How days and stretches of days are put together from words; `day_build` says what they become."""

from __future__ import annotations

from functools import cache

from tools.when import day_build as build
from tools.when.lexeme import ENGLISH, FRENCH, GERMAN, SPANISH
from tools.when.nodes import (
    Calendar,
    DayOfMonth,
    Edge,
    IsoWeek,
    Length,
    MonthDay,
    MonthOf,
    QuarterOf,
    Shift,
    Today,
    Vague,
    Weekday,
    WeekOf,
    YearOf,
)
from tools.when.rules import Layer, Rule

ROMANCE = SPANISH | FRENCH


def _vague(*_: object) -> Vague:
    return Vague()


def _repeats(*_: object) -> Vague:
    return Vague(repeats=True)


BASE: list[Rule] = [
    Rule("DAY", "ON? DAYWORD", Today, build.not_a_morning),
    Rule("DAY", "ON? DATE", lambda day: day),
    Rule("DAY", "ON? SLASH", build.slash, build.not_fraction),
    Rule("DAY", "ON? DOTDATE", lambda day: day, build.beside_time),
    Rule("DAY", "ON? HOLIDAY YEAR?", lambda day, year: MonthDay(day[0], day[1], year)),
    # a day of a named month
    Rule("DAY", "ON? MONTH ART? DOM|ORD|ORDW|BADDOM", build.month_day),
    Rule("DAY", "ON? MONTH ART? DOM|ORD|ORDW|BADDOM COMMA|DASH? YEAR", build.month_day),
    Rule("DAY", "MONTH DOT|DASH DOM|ORD", build.month_day),
    Rule("DAY", "MONTH DOT|DASH DOM|ORD COMMA|DASH? YEAR", build.month_day),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW|BADDOM OF? MONTH", build.day_month),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW|BADDOM OF? MONTH OF|COMMA? YEAR", build.day_month),
    Rule("DAY", "ON? ART? DOMW OF? MONTH", build.day_month, None, ROMANCE),
    Rule("DAY", "ON? ART? DOMW OF? MONTH OF|COMMA? YEAR", build.day_month, None, ROMANCE),
    Rule("DAY", "ON? ART? DOM DOT|DASH? MONTH", build.day_month),
    Rule("DAY", "ON? ART? DOM DOT|DASH? MONTH OF|COMMA|DASH? YEAR", build.day_month),
    Rule("DAY", "YEAR DASH? MONTH DASH? DOM", lambda year, month, day: MonthDay(month, day, year)),
    Rule("DAY", "ON? REL MONTH ART? DOM|ORD", lambda rel, month, day: MonthDay(month, day, None, None, rel)),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF REL MONTH", lambda day, rel, month: MonthDay(month, day, None, None, rel)),
    # a day of this or another month
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF ART? REL UNIT", build.of_month),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF ART? UNIT REL", lambda day, unit, rel: build.of_month(day, rel, unit)),
    Rule("DAY", "ON? ART? ORD REL UNIT", build.of_month),
    Rule("DAY", "ON ART? DOM DOT? REL UNIT", build.of_month),
    Rule("DAY", "ON? ART? DOM|ORD|ORDW OF ART U_month", lambda day: DayOfMonth(day, 0)),
    Rule("DAY", "ON ART? ORD", DayOfMonth, build.not_counted),
    Rule("DAY", "ART ORD", DayOfMonth, build.ordinal_stands),
    Rule("DAY", "ON ART? ORDW", DayOfMonth, build.ordinal_stands),
    # "the second" is more often one of a list
    Rule("DAY", "ART ORDW", lambda day: DayOfMonth(day) if day > 10 else None, build.ordinal_stands),
    Rule("DAY", "DAYPREP ART? DOM DOT?", DayOfMonth, build.digits_stand),
    # what names no certain day
    Rule("DAY", "N|REL WDS AGO?", _vague),
    Rule("DAY", "EVERY WD|UNIT|PART", _repeats),
    Rule("DAY", "ON WDS", _repeats),
    Rule("DAY", "IN ART? SEASON", _vague),
    Rule("DAY", "ART? REL SEASON", _vague),
    Rule("DAY", "ART? SEASON REL|RELPOST", _vague),
    Rule("DAY", "WITHIN|IN? ART? REL FEW UNIT", _vague),
    Rule("DAY", "WITHIN|IN? ART? FEW REL UNIT", _vague),
    Rule("DAY", "FEW UNIT AGO", _vague),
    Rule("DAY", "PREAGO|IN FEW UNIT", _vague),
    Rule("DAY", "ART? ORDW|REL U_week OF ART? MONTH", _vague),
    Rule("DAY", "WITHIN|ART? REL UNIT", _vague, build.plural),
    Rule("DAY", "WITHIN|ART? UNIT REL", _vague, build.plural, ROMANCE),
    # stretches
    Rule("PERIOD", "IN? MONTHYEAR", lambda month: month),
    Rule("PERIOD", "IN? Q OF? YEAR?", QuarterOf),
    Rule("PERIOD", "IN? KW N", IsoWeek),
    Rule("PERIOD", "WITHIN REL UNIT", lambda rel, unit: build.rolling_units(1, rel, unit), None, ENGLISH),
    Rule("PERIOD", "ART? REL UNIT", build.relative_unit, build.singular),
    Rule("PERIOD", "ART? UNIT REL", lambda unit, rel: build.relative_unit(rel, unit), build.singular, ROMANCE),
    Rule("PERIOD", "ART? UNIT RELPOST", lambda unit, rel: build.relative_unit(rel, unit), build.singular),
    Rule("PERIOD", "ART? UNIT BEFORE|AFTER REL", build.second_unit),
    Rule("PERIOD", "WITHIN|ART? REL DUR", build.rolling),
    Rule("PERIOD", "WITHIN|ART? N REL UNIT", build.rolling_units),
    Rule("PERIOD", "WITHIN|ART? DUR REL", lambda length, rel: build.rolling(rel, length)),
    Rule("PERIOD", "ON|WITHIN|ART|AT ART? U_weekend", lambda: Calendar("weekend", 0)),
    Rule("PERIOD", "REL MONTH", lambda rel, month: MonthOf(month, None, rel)),
    Rule("PERIOD", "MONTH REL", lambda month, rel: MonthOf(month, None, rel), None, ROMANCE),
    Rule("PERIOD", "MONTH RELPOST", lambda month, rel: MonthOf(month, None, rel)),
    Rule("PERIOD", "MONTH OF|COMMA? YEAR", MonthOf),
    Rule("PERIOD", "MONTH OF? REL U_year", lambda month, rel: MonthOf(month, None, rel)),
]
WEEKDAYS: list[Rule] = [
    Rule("DAY", "ON? WD", Weekday),
    Rule("DAY", "ON? ART? REL WD", lambda rel, weekday: Weekday(weekday, rel)),
    Rule("DAY", "ON? ART? WD REL", Weekday, None, ROMANCE),
    Rule("DAY", "ON? ART? WD RELPOST", Weekday),
    Rule("DAY", "ON? ART? WD BEFORE|AFTER REL", build.second_weekday),
    Rule("DAY", "ON? ART? WD OF? PERIOD", build.of_week),
    Rule("DAY", "PERIOD COMMA? ON? WD", lambda period, weekday: build.of_week(weekday, period)),
    Rule("DAY", "ON? WD U_week|INEIGHT", lambda weekday: Shift(Length(days=7), 1, Weekday(weekday))),
    Rule("DAY", "IN DUR COMMA? ON WD", lambda length, weekday: build.in_weeks(weekday, length)),
    Rule("DAY", "ON? ART? WD IN DUR", build.in_weeks),
    Rule("DAY", "PREAGO|IN N WD", _vague),
    # with the day of the month; "Tuesday 5" can be an hour in English, and is left alone
    Rule("DAY", "ON? ART? WD COMMA? DAY", build.with_weekday),
    Rule("DAY", "ON? WDX DOT? COMMA? ON? DAY", build.with_weekday),
    Rule("DAY", "ON? WD ART? ORD", lambda weekday, day: DayOfMonth(day, None, weekday), build.digits_stand),
    Rule("DAY", "ON? WD ART ORDW", lambda weekday, day: DayOfMonth(day, None, weekday), build.ordinal_stands),
    Rule("DAY", "ON? WD ART DOM", lambda weekday, day: DayOfMonth(day, None, weekday), build.digits_stand),
    Rule("DAY", "ON? WD DOM", lambda wd, day: DayOfMonth(day, None, wd) if day > 12 else None, build.digits_stand),
    Rule("DAY", "ON? WD DOM", lambda wd, day: DayOfMonth(day, None, wd), build.digits_stand, SPANISH | GERMAN | FRENCH),
    # "the first Monday of December"
    Rule("DAY", "ON? ART? ORDW|ORD WD OF ART? PERIOD", build.nth),
    Rule(
        "DAY", "ON? ART? ORDW|ORD WD OF MONTH YEAR?", lambda n, wd, month, year: build.nth(n, wd, MonthOf(month, year))
    ),
    Rule("DAY", "ON? ART? REL WD OF ART? PERIOD", build.last_of),
    Rule(
        "DAY", "ON? ART? REL WD OF MONTH YEAR?", lambda r, wd, month, year: build.last_of(r, wd, MonthOf(month, year))
    ),
    # "in 2-3 weeks"
    Rule("DAY", "IN|PREAGO N DASH|THROUGH|OR DUR", _vague),
    Rule("DAY", "N DASH|THROUGH|OR DUR AGO", _vague),
    Rule("PERIOD", "PERIOD CI", lambda period: period),
    Rule("PERIOD", "IN MONTH", MonthOf),
    Rule("PERIOD", "IN YEAR", YearOf),
    Rule("PERIOD", "MONTH", MonthOf),
]
SHIFTS: list[Rule] = [
    Rule("DAY", "IN DUR", lambda length: Shift(length, 1)),
    Rule("DAY", "IN? DUR HENCE", lambda length: Shift(length, 1)),
    Rule("DAY", "DUR AGO", lambda length: Shift(length, -1)),
    Rule("DAY", "PREAGO DUR", lambda length: Shift(length, -1)),
    Rule("DAY", "IN? DUR FROM DAY", lambda length, day: Shift(length, 1, day)),
    Rule("DAY", "DUR BEFORE DAY", lambda length, day: Shift(length, -1, day)),
    Rule("DAY", "DUR AGO ON? DAY", build.ago_on),
    Rule("DAY", "DUR ON? DAY", build.week_on),
    Rule("DAY", "DAY IN DUR", lambda day, length: build.from_today(day, length, 1)),
    Rule("DAY", "DAY PREAGO DUR", lambda day, length: build.from_today(day, length, -1)),
    Rule("DAY", "SOFAR|EDGE ART? PERIOD", Edge),
    Rule("DAY", "SOFAR|EDGE ART? UNIT", build.edge_of_unit),
    Rule("DAY", "ART? UNIT EDGE", lambda unit, edge: build.edge_of_unit(edge, unit)),
    Rule("DAY", "EDGE ART? YEAR", lambda edge, year: Edge(edge, YearOf(year))),
    Rule("DAY", "PERIOD SOFAR", lambda period, edge: Edge(edge, period) if edge == "so_far" else None),
    Rule("DAY", "EOW", lambda unit: Edge("end", Calendar(unit, 0))),
    Rule("DAY", "VAGUE", _vague),
    Rule("PERIOD", "ART? U_week OF|FROM DAY", WeekOf),
]


@cache
def layers() -> tuple[Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried."""
    return Layer(BASE), Layer(WEEKDAYS), Layer(SHIFTS)
