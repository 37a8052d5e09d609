"""What the day rules build, and what must stand beside a number or a word for it to be a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.when import nodes
from tools.when.length_rules import scaled
from tools.when.lexeme import Lexeme

OFFSETS = {"this": 0, "next": 1, "coming": 1, "last": -1, "past": -1, "before_last": -2, "after_next": 2}
# "The week before last", "the Friday after next".
SECOND: dict[str, nodes.Rel] = {"last": "before_last", "next": "after_next"}
LONG_UNITS = ("week", "weekend", "month", "quarter", "year")
PLURALS = frozenset(
    "days dias tage tagen jours weeks semanas wochen semaines months meses monate monaten years anos jahre "
    "jahren annees".split()
)
# "the 2nd round", "the 1st one": no days of a month.
COUNTED = frozenset(
    "one ones round rounds interview interviews stage step call time place floor job application role company "
    "position phase half part option choice line person candidate offer question thing screen party year week "
    "month day quarter ave avenue street road floor grade grader century degree rate class attempt try message email "
    "opportunity".split()
)
AFTER_DAY = frozenset(
    "i we they he she it my the for with and or but so then please pls is was are at on in by to from about "
    "because where when which that re not ok thanks thx y o con para mit und fur oder bei avec et pour ou chez "
    "instead also too hopefully via as remind ping nudge tell".split()
)
RATINGS = frozenset("score scored rating rated rate gpa grade graded marks".split())
FRACTION_OF = frozenset("of stars star rounds done points inch stages questions tests cup".split())


def not_a_morning(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`esta mañana`, `Montag Morgen`: a part of the day there, not tomorrow."""
    if "PART" not in lexemes[end - 1].kinds or not start:
        return True
    return not lexemes[start - 1].kinds.keys() & {"WD", "DAYWORD", "REL"}


def plural(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`the next days` is no certain stretch."""
    return any(lexeme.key in PLURALS for lexeme in lexemes[start:end])


def singular(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`the next week` is one."""
    return not plural(lexemes, start, end)


def stands_alone(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`the 5th` is a day unless a thing follows that is counted."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    return not following.is_word or bool(following.kinds) or following.key in AFTER_DAY


def ordinal_stands(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`the first` is a day unless it is "the first Monday"."""
    return stands_alone(lexemes, start, end) and (end >= len(lexemes) or "WD" not in lexemes[end].kinds)


def not_counted(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`on the 5th`, but not "on the 5th floor" or "on 5th Avenue"."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    if following.capital and following.is_word and not following.kinds and end - start == 2:
        return following.key == "i"
    return following.key not in COUNTED and "UNIT" not in following.kinds


def digits_stand(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`el 12`, `am 12.`, `le 12`: a number after an article, with nothing that it counts after it."""
    if end < len(lexemes):
        following = lexemes[end]
        if following.number or following.kinds.keys() & {"UNIT", "MONTH", "DASH", "OCLOCK", "REL", "MER"}:
            return False
    return stands_alone(lexemes, start, end)


def not_fraction(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`11/3`, but not "24/7", "3/4 of them" or "rated 8/10"."""
    if lexemes[end - 1].key in ("24/7", "1/2", "50/50"):
        return False
    if any(lexeme.key in RATINGS for lexeme in lexemes[max(0, start - 3) : start]):
        return False
    return end >= len(lexemes) or lexemes[end].key not in FRACTION_OF


def beside_time(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`17.06 at 15:00`, `Freitag 17.06. um 9`: a time follows, so that the number with a dot is none itself."""
    after = end + 1 if end < len(lexemes) and lexemes[end].kinds.keys() & {"COMMA", "DOT", "DASH"} else end
    return after < len(lexemes) and "TIME" in lexemes[after].kinds


def slash(day: nodes.Numeric) -> nodes.Numeric | None:
    """A day and a month in either order."""
    possible = (1 <= day.a <= 31 and 1 <= day.b <= 12) or (1 <= day.a <= 12 and 1 <= day.b <= 31)
    return day if possible else None


def relative_unit(rel: str, unit: nodes.Unit) -> nodes.DayNode | nodes.PeriodNode | None:
    """`next week`, `the past month`."""
    if unit == "day":
        return nodes.Today(OFFSETS[rel]) if rel in ("this", "next", "coming", "last") else None
    if unit == "fortnight" or rel == "past":
        return rolling_units(1, rel, unit)
    return nodes.Calendar(unit, OFFSETS[rel]) if unit in LONG_UNITS else None


def second_unit(unit: nodes.Unit, rel: str) -> nodes.DayNode | nodes.PeriodNode | None:
    """`the week before last`."""
    return relative_unit(SECOND[rel], unit) if rel in SECOND else None


def rolling(rel: str, length: nodes.Length) -> nodes.Rolling | None:
    """`the last 7 days`."""
    if rel not in ("last", "past", "next", "coming"):
        return None
    return nodes.Rolling(length, -1 if rel in ("last", "past") else 1)


def rolling_units(n: int, rel: str, unit: str) -> nodes.Rolling | None:
    """`les 7 derniers jours`."""
    length = scaled(n, unit)
    return rolling(rel, length) if length and unit != "weekend" else None


def in_weeks(weekday: int, length: nodes.Length) -> nodes.Weekday | None:
    """`Monday in two weeks`: that day of the week so many weeks ahead."""
    weeks, rest = divmod(length.days, 7)
    whole = not (length.months or length.minutes or length.workdays or rest)
    return nodes.Weekday(weekday, None, weeks) if whole and weeks else None


def month_day(month: int, day: int, year: int | None = None) -> nodes.MonthDay:
    """`December 3, 2026`."""
    return nodes.MonthDay(month, day, year)


def day_month(day: int, month: int, year: int | None = None) -> nodes.MonthDay:
    """`3 December 2026`."""
    return nodes.MonthDay(month, day, year)


def with_weekday(weekday: int, day: nodes.DayNode) -> nodes.DayNode | None:
    """`Tuesday, 24 November`: both must agree."""
    if isinstance(day, nodes.MonthDay | nodes.DayOfMonth | nodes.Numeric | nodes.Exact):
        return replace(day, weekday=weekday)
    return None


def of_month(day: int, rel: str, unit: str) -> nodes.DayOfMonth | None:
    """`the 5th of next month`."""
    return nodes.DayOfMonth(day, OFFSETS[rel]) if unit == "month" else None


def second_weekday(weekday: int, rel: str) -> nodes.Weekday | None:
    """`the Friday before last`."""
    return nodes.Weekday(weekday, SECOND[rel]) if rel in SECOND else None


def of_week(weekday: int, period: nodes.PeriodNode) -> nodes.Weekday | None:
    """`Thursday next week`."""
    if isinstance(period, nodes.Calendar) and period.unit == "week":
        return nodes.Weekday(weekday, None, period.offset)
    return None


def nth(n: int, weekday: int, period: nodes.PeriodNode) -> nodes.NthWeekday | None:
    """`the first Monday of next month`."""
    return nodes.NthWeekday(n, weekday, period) if n < 6 else None


def last_of(rel: str, weekday: int, period: nodes.PeriodNode) -> nodes.NthWeekday | None:
    """`the last Friday of the month`."""
    return nodes.NthWeekday(-1, weekday, period) if rel == "last" else None


def edge_of_unit(edge: nodes.EdgeName, unit: nodes.Unit) -> nodes.Edge | None:
    """`end of the month`."""
    return nodes.Edge(edge, nodes.Calendar(unit, 0)) if unit in LONG_UNITS else None


def ago_on(length: nodes.Length, day: nodes.DayNode) -> nodes.Shift | None:
    """`a week ago on Tuesday`, `a week ago yesterday`."""
    plain = isinstance(day, nodes.Weekday) and day.rel is None and day.week is None
    if plain and isinstance(day, nodes.Weekday) and length.days and not length.days % 7:
        return nodes.Shift(length, -1, None, day.weekday)
    return nodes.Shift(length, -1, day) if isinstance(day, nodes.Today) and length.days else None


def week_on(length: nodes.Length, day: nodes.DayNode) -> nodes.Shift | None:
    """British "a week on Monday", "a week tomorrow"."""
    weeks = length.days and not length.days % 7 and not (length.months or length.minutes)
    ahead = isinstance(day, nodes.Today) and day.days >= 0
    plain = isinstance(day, nodes.Weekday) and day.rel is None and day.week is None
    return nodes.Shift(length, 1, day) if weeks and (ahead or plain) else None


def from_today(day: nodes.DayNode, length: nodes.Length, sign: int) -> nodes.Shift | None:
    """`heute in 14 Tagen`, `hoy hace una semana`."""
    return nodes.Shift(length, sign, day) if isinstance(day, nodes.Today) else None
