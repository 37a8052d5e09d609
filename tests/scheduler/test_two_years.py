"""Two years of random lives in six zones: what is told, and when, is what the little model of the rules says."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import users
from storage.database import Database
from tests.scheduler.lives import Life, born
from tests.scheduler.model import Message
from tests.scheduler.stories import CLOCKS, STORIES, Deed
from tests.scheduler.wants import NEAR

HALF_HOUR = timedelta(minutes=30)
UNCHANGING = ("Asia/Kolkata", "America/Sao_Paulo")
START, END = datetime(2026, 11, 2, tzinfo=UTC), datetime(2028, 11, 6, tzinfo=UTC)
# Each is wanted about as often as people do it.
DEEDS = ("log", "log", "log", "meet", "meet", "move", "cancel", "done", "done", "snooze", "snooze", "reject", "undo",
         "apply", "offer", "travel", "hours", "holiday", "digest", "mute", "remind", "remind", "outage", "outage",
         "missed")  # fmt: skip
# Lives a zone beside the busy one; JOBBOT_LIVES=100 looks longer.
LIVES = int(os.environ.get("JOBBOT_LIVES", "1"))
deeds = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 40), st.integers(0, 23), st.integers(0, 9)),
    min_size=30,
    max_size=80,
)


def drawn(seed: int) -> list[Deed]:
    """A busy life: in the few that are tried first little happens, and nothing is due when a night's outage ends."""
    chance, often = random.Random(seed), (*DEEDS, *("log",) * 8, *("outage",) * 6)
    return [(chance.choice(often), chance.randrange(5), chance.randrange(24), chance.randrange(4)) for _ in range(80)]


@pytest.mark.parametrize(("story", "zone"), zip([*STORIES, *STORIES], cycle(sorted(NEAR)), strict=False))
def test_a_story(sqlite_database: Database, story: str, zone: str) -> None:
    live(born(sqlite_database, zone), STORIES[story])


@pytest.mark.parametrize("zone", [zone for zone in sorted(NEAR) if zone not in UNCHANGING])
def test_when_clocks_change(sqlite_database: Database, zone: str) -> None:
    live(born(sqlite_database, zone), CLOCKS)


@pytest.mark.parametrize(("zone", "seed"), [(zone, seed) for seed, zone in enumerate(sorted(NEAR), 1)])
def test_a_busy_life(sqlite_database: Database, zone: str, seed: int) -> None:
    live(born(sqlite_database, zone), drawn(seed))


@pytest.mark.parametrize("zone", sorted(NEAR))
@given(deeds=deeds)
@settings(max_examples=LIVES, deadline=None, derandomize=LIVES < 10, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])  # fmt: skip
def test_what_is_told_is_what_the_rules_say(sqlite_database: Database, zone: str, deeds: list[Deed]) -> None:
    life = born(sqlite_database, zone)
    try:
        live(life, deeds)
    finally:
        with sqlite_database.write() as db:
            users.erase(db, life.search.user.id)


def live(life: Life, deeds: Sequence[Deed]) -> None:
    """Each deed some days after the one before, in the waking hours; in between the clock beats each half hour."""
    now = START
    for deed, days, half_hours, choice in deeds:
        local = (now + timedelta(days=days)).astimezone(ZoneInfo(life.search.user.settings.timezone))
        then = max(now, on_the_grid(local.replace(hour=9, minute=0) + HALF_HOUR * (half_hours % 20)))
        if then >= END:
            break
        now = pass_time(life, now, then)
        if deed == "outage":
            now += HALF_HOUR * (1 + choice * half_hours * 4)
        elif deed == "missed":
            now = life.until_interview(now)
        else:
            getattr(life, deed)(now, choice)
    now = pass_time(life, now, now + timedelta(days=40))
    assert life.unaccounted(now) == []


def on_the_grid(at: datetime) -> datetime:
    seconds = int(HALF_HOUR.total_seconds())
    return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, UTC)


def pass_time(life: Life, now: datetime, until: datetime) -> datetime:
    """Beat after beat, the program told the same as the model."""
    look = life.next_look()
    while now <= until:
        told: list[Message] = []
        if look is not None and look <= now:
            told = life.beat(now)
            look = life.next_look()
            assert look is None or look > now, "what is due is told, held or dropped"
        assert (now, told) == (now, life.model.beat(now)), life.search.user.settings.timezone
        now += HALF_HOUR
    return until
