"""The offset and the day that the database finds for an instant, in any zone of the world, against Python's own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import column, literal, select, values

from storage.database import Database
from storage.localtime import local_instant
from storage.models import history
from storage.zonedays import days_until, offset_of
from tests.storage.drawn import AT_MIDNIGHT, EXAMPLES, ZONES

HOUR = timedelta(hours=1)
# Seconds from the last full hour before a change: up to an hour behind it, however it falls in between.
NEAR = (-1, 0, 1, 900, 1799, 1800, 2700, 3599, 3600, 3601, 4500, 5400, 7199, 7200)
KNOWN = st.sampled_from(ZONES) | st.sampled_from(AT_MIDNIGHT)
ANYWHERE = st.sampled_from(sorted(available_timezones()))


def near_changes(zone: ZoneInfo, year: int) -> set[datetime]:
    """Instants around those at which clocks change in a year, and around its ends."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + number * HOUR for number in range(366 * 24)]
    ahead = [at.astimezone(zone).utcoffset() for at in hours]
    before = [at for at, one, after in zip(hours, ahead, ahead[1:], strict=False) if one != after]
    return {at + timedelta(seconds=seconds) for at in (hours[1], *before, hours[-48]) for seconds in NEAR}


@settings(EXAMPLES, max_examples=20)
@given(name=KNOWN | ANYWHERE, year=st.integers(2010, 2030), years=st.integers(0, 3))
def test_instants_around_each_change(database: Database, name: str, year: int, years: int) -> None:
    zone, span, first = ZoneInfo(name), (year - years, year), date(year, 1, 1)
    instants = near_changes(zone, year)
    asked = values(column("at", history.c.at.type), name="asked").data([(at,) for at in instants]).cte()
    at = asked.c.at
    with database.read() as db:
        rows = db.execute(select(at, offset_of(at, zone, span), days_until(literal(first), at, zone, span))).all()
    assert {at for at, *_ in rows} == instants
    for at, ahead, days in rows:
        there = at.astimezone(zone)
        assert timedelta(seconds=ahead) == there.utcoffset(), at
        assert days == (there.date() - first).days, at


def test_a_midnight_that_comes_twice_is_the_first() -> None:
    # In Havana an hour is lived again from one o'clock back to midnight.
    found = local_instant(date(2026, 11, 1), time(), ZoneInfo("America/Havana"))
    assert found == datetime(2026, 11, 1, 4, tzinfo=UTC)
