"""Days and ranges: which year, which order of numbers, which side of today."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tools.when import DateRange, Direction, Unclear, read_day, read_range

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Madrid"))


def day(words: str, direction: Direction = "past", day_first: bool | None = None) -> str:
    """The day that is read on Friday 20 November 2026."""
    return read_day(words, NOW, direction, day_first=day_first).isoformat()


@pytest.mark.parametrize(
    ("words", "direction", "day_first", "expected"),
    [
        ("03/04", "past", True, "2026-04-03"),
        ("03/04", "past", False, "2026-03-04"),
        ("03/04/2026", "past", True, "2026-04-03"),
        ("3-4-2026", "past", False, "2026-03-04"),
        ("25/12", "past", False, "2025-12-25"),
        ("12/25", "future", True, "2026-12-25"),
        ("11/11", "past", None, "2026-11-11"),
        ("12/1", "future", True, "2027-01-12"),
        ("10/11", "past", True, "2026-11-10"),
        ("3.4.", "past", False, "2026-04-03"),
        ("2026-03-04", "past", True, "2026-03-04"),
        ("Thursday 3/12", "future", None, "2026-12-03"),
    ],
)
def test_dates_of_numbers(words: str, direction: Direction, day_first: bool | None, expected: str) -> None:
    assert day(words, direction, day_first) == expected


def test_a_date_of_two_readings_names_both() -> None:
    with pytest.raises(Unclear, match=r"03?/0?4 can be 4 March or 3 April|3/4 can be 4 March or 3 April"):
        day("03/04")


def test_the_sensible_side_decides_where_only_one_reading_fits() -> None:
    assert day("11/3") == "2026-11-03"
    assert day("12/8/2026", "future") == "2026-12-08"


def test_any_is_the_nearest_date_and_the_next_weekday() -> None:
    assert day("Nov 2", "any") == "2026-11-02"
    assert day("Dec 25", "any") == "2026-12-25"
    assert day("monday", "any") == "2026-11-23"
    assert day("the 5th", "any") == "2026-11-05"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in a month", "2026-12-20"),
        ("three months ago", "2026-08-20"),
        ("a year ago", "2025-11-20"),
        ("the last friday of november", "2026-11-27"),
        ("first monday of december", "2026-12-07"),
        ("in 3 working days", "2026-11-25"),
        ("7 business days ago", "2026-11-11"),
        ("heute in einer Woche", "2026-11-27"),
        ("christmas eve", "2026-12-24"),
    ],
)
def test_arithmetic_of_the_calendar(words: str, expected: str) -> None:
    assert day(words, "future") == expected


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    now = datetime(2027, 1, 31, 10, tzinfo=ZoneInfo("UTC"))
    assert read_day("in a month", now, "future") == date(2027, 2, 28)
    assert read_range("last month", now) == DateRange(date(2026, 12, 1), date(2026, 12, 31))


def test_leap_days() -> None:
    assert day("29 February 2028", "future") == "2028-02-29"
    now = datetime(2027, 11, 1, tzinfo=ZoneInfo("UTC"))
    assert read_day("29 Feb", now, "future") == date(2028, 2, 29)
    with pytest.raises(Unclear, match="February 2027 has 28 days"):
        day("29.02.2027", "future")


def test_the_end_of_the_week_is_its_friday_while_it_lasts() -> None:
    assert day("end of the week", "future") == "2026-11-20"
    assert day("end of next week", "future") == "2026-11-27"
    sunday = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("UTC"))
    with pytest.raises(Unclear):
        read_day("end of the week", sunday, "future")


def span(words: str, direction: Direction = "any") -> tuple[str, str]:
    """First and last day as text, empty where open."""
    days = read_range(words, NOW, direction=direction)
    return str(days.first or ""), str(days.last or "")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", "2026-11-20", "2026-11-20"),
        ("last 90 days", "2026-08-23", "2026-11-20"),
        ("next 7 days", "2026-11-20", "2026-11-26"),
        ("past week", "2026-11-14", "2026-11-20"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("q3", "2026-07-01", "2026-09-30"),
        ("this quarter", "2026-10-01", "2026-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("in March", "2027-03-01", "2027-03-31"),
        ("from Monday to Friday", "2026-11-23", "2026-11-27"),
        ("from Friday to Monday", "2026-11-20", "2026-11-23"),
        ("1/10 - 15/10", "2026-10-01", "2026-10-15"),
        ("1-15 October", "2026-10-01", "2026-10-15"),
        ("until 1 Nov", "", "2026-11-01"),
        ("after 1 Nov", "2026-11-02", ""),
        ("after 1 Dec", "2026-12-02", ""),
        ("since 1 Dec", "2025-12-01", ""),
        ("before last week", "", "2026-11-08"),
        ("since monday", "2026-11-16", ""),
        ("since yesterday", "2026-11-19", ""),
        ("earlier this week", "2026-11-16", "2026-11-20"),
        ("KW 48", "2026-11-23", "2026-11-29"),
        ("rest of the month", "2026-11-20", "2026-11-30"),
        ("early December", "2026-12-01", "2026-12-10"),
        ("last 24 hours", "2026-11-19", "2026-11-20"),
        ("del 1 al 10 de noviembre", "2026-11-01", "2026-11-10"),
        ("entre octubre y noviembre", "2026-10-01", "2026-11-30"),
        ("vom 1. bis 10. November", "2026-11-01", "2026-11-10"),
        ("du 1er au 10 novembre", "2026-11-01", "2026-11-10"),
        ("antes del 1 de noviembre", "", "2026-10-31"),
        ("hace más de 3 semanas", "", "2026-10-29"),
        ("il y a plus de 3 semaines", "", "2026-10-29"),
        ("letztes Wochenende", "2026-11-14", "2026-11-15"),
        ("ce week-end", "2026-11-21", "2026-11-22"),
    ],
)
def test_ranges(words: str, first: str, last: str) -> None:
    assert span(words) == (first, last)


def test_the_direction_turns_a_month_and_a_weekend() -> None:
    assert span("in March", "past") == ("2026-03-01", "2026-03-31")
    assert span("over the weekend", "past") == ("2026-11-14", "2026-11-15")
    assert span("over the weekend", "future") == ("2026-11-21", "2026-11-22")
    assert span("on Friday", "past") == ("2026-11-13", "2026-11-13")
