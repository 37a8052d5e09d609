"""What is refused, and how: dates that do not exist, words that name no certain day, noise."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.when.tables import rows
from tools.when import DateRange, Unclear, find, read_day, read_duration, read_moment, read_range

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("America/New_York"))
READERS: list[Callable[[str], object]] = [
    lambda text: read_day(text, NOW, "past"),
    lambda text: read_day(text, NOW, "any", day_first=True),
    lambda text: read_moment(text, NOW, "future", default_time=None),
    lambda text: read_moment(text, NOW, "past", default_time=datetime(2026, 1, 1, 9, tzinfo=NOW.tzinfo).time()),
    lambda text: read_range(text, NOW),
    lambda text: read_duration(text),
    lambda text: find(text),
]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("31 February", "There is no 31 February: February 2026 has 28 days"),
        ("30.02.", "There is no 30 February"),
        ("Nov 31", "There is no 31 November: November has 30 days. Say a date such as 30 November"),
        ("31/04/2026", "There is no 31 April"),
        ("2026-02-30", "There is no 30 February"),
        ("2026-13-01", "There is no month 13"),
        ("the 31st of September", "There is no 31 September"),
        ("el 31 de febrero", "There is no 31 February"),
        ("le 31 juin", "There is no 31 June"),
        ("29 February 2027", "February 2027 has 28 days"),
        ("Monday 24 November", "24 November 2026 is a Tuesday, not a Monday"),
        ("the other day", "I cannot tell which day that is"),
        ("a few days ago", "I cannot tell which day that is"),
        ("every monday", "nothing that repeats"),
        ("last week", "Which day exactly"),
        ("3pm", "names no day"),
        ("bananas", 'I did not understand "bananas"'),
        ("not tomorrow", 'I did not understand "not"'),
        ("monday or tuesday", "I did not understand|more than one"),
        ("", "I did not understand"),
        ("32 December", "I did not understand|There is no"),
        ("in 99999999 days", "I did not understand|too far"),
        ("in 4000 years", "too far"),
    ],
)
def test_days_that_are_refused_say_why_and_give_an_example(words: str, reason: str) -> None:
    with pytest.raises(Unclear, match=reason) as caught:
        read_day(words, NOW, "future")
    assert str(caught.value).endswith((".", "?"))


@pytest.mark.parametrize(
    "words",
    [
        "tomorrow at 25:00",
        "tomorrow at 3:75",
        "tomorrow 13am",
        "this afternoon at 11",
        "tomorrow morning at 14:00",
        "friday at midnight",
        "tomorrow between 2 and 3pm",
        "tomorrow at 3 or 4",
        "monday 9",
        "tomorrow",
        "tonight at 1",
        "tomorrow at 3pm in London",
    ],
)
def test_moments_that_are_refused(words: str) -> None:
    with pytest.raises(Unclear):
        read_moment(words, NOW, "future", default_time=None)


@pytest.mark.parametrize("words", ["3 months", "long", "tomorrow", "3 companies", "", "-5 minutes ago", "some hours"])
def test_lengths_that_are_refused(words: str) -> None:
    with pytest.raises(Unclear):
        read_duration(words)


def test_what_is_known_of_an_unclear_day_is_handed_on() -> None:
    with pytest.raises(Unclear) as caught:
        read_day("last week", NOW, "past")
    assert caught.value.between == DateRange(date(2026, 11, 9), date(2026, 11, 15))


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_nothing_but_unclear_is_raised_on_any_text(reader: Callable[[str], object], text: str) -> None:
    quietly(reader, text)


WORDS = sorted({word for name in ("english.tsv", "others.tsv") for row in rows(name) for word in row.words.split()})
MARKS = [
    "-",
    "/",
    ".",
    ",",
    ":",
    "31",
    "0",
    "99",
    "2026",
    "12:61",
    "30/02/2026",
    "9999-99-99",
    "T",
    "+02",
    "(",
    ")",
    "½",
    "٣",
    "1er",
    "º",
]


@pytest.mark.parametrize("reader", READERS)
@given(parts=st.lists(st.sampled_from(WORDS + MARKS), max_size=9), joint=st.sampled_from([" ", "", " ", "-"]))
@settings(max_examples=400, deadline=None)
def test_nor_on_any_heap_of_words_of_time(reader: Callable[[str], object], parts: list[str], joint: str) -> None:
    quietly(reader, joint.join(parts))


def quietly(reader: Callable[[str], object], text: str) -> None:
    """Reads; only Unclear may come, and it says something."""
    try:
        reader(text)
    except Unclear as unclear:
        assert str(unclear)


def test_a_text_that_is_too_long_is_no_date() -> None:
    with pytest.raises(Unclear, match="too long"):
        read_day("tomorrow " * 1000, NOW, "future")
