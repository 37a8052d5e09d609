"""Quiet hours and what goes into one message."""

from __future__ import annotations

from datetime import datetime

import pytest

from scheduler.rules import held_until, parcels, quiet_until
from storage.records import Reminder
from storage.settings import Settings
from tests.storage.search import at

NEW_YORK = Settings.model_construct(**{**Settings().model_dump(), "timezone": "America/New_York"})
NOW = at("2026-11-10 23:30")


def reminder(number: int, kind: str, **more: object) -> Reminder:
    blank = dict.fromkeys(Reminder.__dataclass_fields__)
    known = {"id": number, "kind": kind, "catch_up": False, "named_hour": False, "due_at": NOW}
    return Reminder(**{**blank, **known, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(("clock", "until"), [
    ("2026-11-10 20:59", None), ("2026-11-10 21:00", "2026-11-11 08:00"), ("2026-11-11 07:59", "2026-11-11 08:00"),
    ("2026-11-11 08:00", None), ("2026-10-31 23:00", "2026-11-01 08:00"), ("2027-03-13 23:00", "2027-03-14 08:00"),
])  # fmt: skip
def test_quiet_hours(clock: str, until: str | None) -> None:
    assert quiet_until(NEW_YORK, at(clock)) == (at(until) if until else None)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = NEW_YORK.model_copy(update={"quiet_from": "12:00", "quiet_to": "14:00"})
    assert quiet_until(noon, at("2026-11-10 13:00")) == at("2026-11-10 14:00")
    assert quiet_until(noon, at("2026-11-10 14:00")) is None
    never = NEW_YORK.model_copy(update={"quiet_from": "12:00", "quiet_to": "12:00"})
    assert quiet_until(never, at("2026-11-10 12:00")) is None


def held(kind: str, settings: Settings = NEW_YORK, **more: object) -> datetime | None:
    return held_until(reminder(1, kind, **more), settings, NOW)


def test_what_passes_quiet_hours_and_a_pause() -> None:
    morning = at("2026-11-11 08:00")
    assert held("interview") is None and held("custom", named_hour=True) is None
    assert held("custom") == held("follow_up") == held("digest") == held("deadline") == morning
    paused = NEW_YORK.model_copy(update={"paused_until": at("2026-11-16 00:00")})
    assert held("interview", paused) is None
    assert held("custom", paused, named_hour=True) == held("follow_up", paused) == at("2026-11-16 00:00")


def test_which_go_together() -> None:
    three = [reminder(n, "follow_up") for n in (1, 2, 3)]
    call = reminder(9, "custom")
    assert [one.ids for one in parcels([call, *three])] == [(9,), (1,), (2,), (3,)]
    assert [one.ids for one in parcels([*three, call, reminder(4, "follow_up")])] == [(1, 2, 3, 4), (9,)]
    old = [reminder(5, "follow_up", catch_up=True), reminder(6, "deadline", catch_up=True)]
    assert [(one.ids, one.kind) for one in parcels([*old, three[0]])] == [((5, 6), "follow_up"), ((1,), "follow_up")]
