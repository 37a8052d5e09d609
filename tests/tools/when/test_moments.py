"""Instants: zones, changes of the clocks, bare hours, hours without a day."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tools.when import Direction, Moment, Unclear, at_local, read_day, read_moment

NINE = time(9)


def aware(text: str, zone: str) -> datetime:
    """A local time of a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def read(
    words: str,
    now: str = "2026-11-20T10:00",
    zone: str = "America/New_York",
    direction: Direction = "future",
    default: time | None = None,
) -> Moment:
    """A Friday morning in New York, unless said otherwise."""
    return read_moment(words, aware(now, zone), direction, default_time=default)


def local(words: str, now: str = "2026-11-20T10:00", direction: Direction = "future") -> str:
    """The local time that is read, in New York."""
    return read(words, now, direction=direction).local.isoformat(timespec="minutes")[:16]


def test_a_moment_is_one_instant_in_two_clothes() -> None:
    moment = read("tomorrow 11am")
    assert moment.at == moment.local == datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    assert moment.at.tzinfo == UTC
    assert (moment.zone, moment.time_given) == ("America/New_York", True)


@pytest.mark.parametrize("hour", range(1, 13))
def test_a_bare_hour_from_one_to_six_is_the_afternoon(hour: int) -> None:
    assert read(f"tomorrow at {hour}").local.hour == (hour + 12 if hour <= 6 else hour)
    assert read(f"tomorrow at {hour}:30").local.hour == (hour + 12 if hour <= 6 else hour)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("12:30am", "00:30"),
        ("noon", "12:00"),
        ("0:15", "00:15"),
        ("03:00", "03:00"),
        ("15:00", "15:00"),
        ("1530h", "15:30"),
        ("15h30", "15:30"),
        ("14 Uhr", "14:00"),
        ("halb drei", "14:30"),
        ("a las 3 de la mañana", "03:00"),
        ("a las 12 de la noche", "00:00"),
        ("à 8h du soir", "20:00"),
        ("11 at night", "23:00"),
    ],
)
def test_hours_of_all_kinds(words: str, expected: str) -> None:
    assert f"{read(words, '2026-11-19T23:59').local:%H:%M}" == expected


def test_the_default_time_is_marked_as_not_given() -> None:
    moment = read("tomorrow", default=NINE)
    assert (moment.local.hour, moment.time_given) == (9, False)
    assert read("tomorrow evening", default=NINE).local.hour == 18
    assert not read("tomorrow evening", default=NINE).time_given
    assert read("first thing tomorrow", default=time(8)).local.hour == 8
    assert read("by eod").local.hour == 17
    with pytest.raises(Unclear, match="At what time on Saturday 21 November 2026"):
        read("tomorrow")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("next week", "2026-11-23"),
        ("in December", "2026-12-01"),
        ("next month", "2026-12-01"),
        ("this weekend", "2026-11-21"),
    ],
)
def test_a_reminder_for_a_stretch_of_days_is_for_its_first(words: str, expected: str) -> None:
    assert f"{read(words, default=NINE).local:%Y-%m-%d}" == expected
    with pytest.raises(Unclear):
        read(f"{words} at 3")


@pytest.mark.parametrize(
    ("words", "zone", "offset", "name"),
    [
        ("3pm CET on Monday", "America/New_York", 1, "Europe/Paris"),
        ("Monday 10am Pacific", "Europe/Berlin", -8, "America/Los_Angeles"),
        ("Monday 10am Pacific Standard Time", "Europe/Berlin", -8, "America/Los_Angeles"),
        ("3pm London time on Monday", "Asia/Tokyo", 0, "Europe/London"),
        ("Monday at 10 (EST)", "Europe/Berlin", -5, "America/New_York"),
        ("Monday 3pm Lisbon time", "Europe/Berlin", 0, "Europe/Lisbon"),
        ("Monday 15:00 UTC+2", "Europe/Berlin", 2, "Etc/GMT-2"),
        ("Mon, 23 Nov 2026 15:00:00 -0300", "Europe/Berlin", -3, "Etc/GMT+3"),
        ("el lunes a las 10 hora de Madrid", "America/New_York", 1, "Europe/Madrid"),
        ("lundi à 15h heure de Paris", "America/New_York", 1, "Europe/Paris"),
        ("Montag 15 Uhr deutscher Zeit", "America/New_York", 1, "Europe/Berlin"),
        ("Monday 3pm IST", "Europe/Berlin", 5.5, "Asia/Kolkata"),
        ("Monday 3pm IST", "Europe/Dublin", 0, "Europe/Dublin"),
        ("Monday 3pm my time", "Australia/Brisbane", 10, "Australia/Brisbane"),
    ],
)
def test_zones_that_are_named(words: str, zone: str, offset: float, name: str) -> None:
    moment = read(words, zone=zone)
    assert moment.zone == name
    assert (moment.local.utcoffset() or moment.local - moment.local).total_seconds() == offset * 3600
    assert f"{moment.local:%Y-%m-%d}" == "2026-11-23"


def test_the_day_is_that_of_the_named_zone() -> None:
    """Saturday morning in Tokyo, still Friday in New York: "tomorrow 9am" of New York is Saturday."""
    moment = read("tomorrow 9am New York time", now="2026-11-21T08:00", zone="Asia/Tokyo")
    assert moment.local.isoformat() == "2026-11-21T09:00:00-05:00"


@pytest.mark.parametrize(
    ("day", "zone", "words", "expected"),
    [
        ("2026-03-28T12:00", "Europe/Berlin", "tomorrow 2:30 am", "2026-03-29T03:00+02:00"),
        ("2026-03-28T12:00", "Europe/Berlin", "tomorrow 02:00", "2026-03-29T03:00+02:00"),
        ("2026-03-28T12:00", "Europe/London", "tomorrow 1:15 am", "2026-03-29T02:00+01:00"),
        ("2026-10-24T12:00", "Europe/Berlin", "tomorrow 2:30 am", "2026-10-25T02:30+02:00"),
        ("2027-03-13T12:00", "America/New_York", "tomorrow 2:59 am", "2027-03-14T03:00-04:00"),
        ("2026-10-31T12:00", "America/New_York", "tomorrow 1:30 am", "2026-11-01T01:30-04:00"),
        ("2026-10-03T12:00", "Australia/Lord_Howe", "tomorrow 2:10 am", "2026-10-04T02:30+11:00"),
        ("2026-10-31T12:00", "America/New_York", "tomorrow 9am", "2026-11-01T09:00-05:00"),
        ("2026-10-31T23:00", "America/New_York", "in 24 hours", "2026-11-01T22:00-05:00"),
        ("2026-10-31T23:00", "America/New_York", "in 1 day at 23:00", "2026-11-01T23:00-05:00"),
    ],
)
def test_changes_of_the_clocks(day: str, zone: str, words: str, expected: str) -> None:
    assert read(words, day, zone).local.isoformat(timespec="minutes") == expected


def test_at_local_is_the_same_for_any_ordinary_time() -> None:
    day = datetime(2026, 6, 1, tzinfo=UTC).date()
    assert at_local(day, NINE, ZoneInfo("Asia/Kathmandu")).isoformat() == "2026-06-01T09:00:00+05:45"


def test_a_weekday_said_on_that_same_day() -> None:
    assert local("friday at 3pm") == "2026-11-20T15:00"
    assert local("friday at 9am") == "2026-11-27T09:00"
    assert local("friday at 3pm", "2026-11-20T15:00") == "2026-11-27T15:00"
    assert read("friday", default=NINE).local.day == 27
    assert local("friday 9am", direction="past") == "2026-11-20T09:00"
    assert local("friday 3pm", direction="past") == "2026-11-13T15:00"


def test_an_hour_without_a_day_is_the_next_one() -> None:
    assert local("at 3") == "2026-11-20T15:00"
    assert local("9am") == "2026-11-21T09:00"
    assert local("9am", direction="past") == "2026-11-20T09:00"
    assert local("3pm", direction="past") == "2026-11-19T15:00"
    assert local("midnight") == "2026-11-21T00:00"
    assert local("tonight at midnight") == "2026-11-21T00:00"
    assert local("tonight at 12") == "2026-11-21T00:00"
    with pytest.raises(Unclear, match="Say 9:00 pm, or tomorrow at 9:00"):
        read("at 9")


def test_iso_instants_are_taken_as_they_are() -> None:
    moment = read("2026-12-15T15:00:00+01:00")
    assert moment.local.isoformat() == "2026-12-15T09:00:00-05:00"
    assert read("2026-12-15T15:00Z").at == datetime(2026, 12, 15, 15, tzinfo=UTC)
    assert local("2026-12-15 15:00") == "2026-12-15T15:00"


def test_the_zone_of_now_may_be_utc() -> None:
    moment = read_moment("tomorrow 3pm", datetime(2026, 11, 20, 10, tzinfo=UTC), "future", default_time=None)
    assert moment.at == datetime(2026, 11, 21, 15, tzinfo=UTC)


def test_a_naive_now_is_a_mistake_of_the_program() -> None:
    naive = datetime(2026, 11, 20, 10, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(TypeError):
        read_day("tomorrow", naive, "future")
    with pytest.raises(TypeError):
        read_moment("tomorrow 3pm", naive, "future", default_time=None)
