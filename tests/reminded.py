"""What the tests of reminders say: instants in New York, applications of that Monday, and what is pushed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.talk import NEW_YORK

if TYPE_CHECKING:
    from tests.house import House


def at(words: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    """`2026-11-02 10:00` of a zone."""
    return datetime.fromisoformat(words).replace(tzinfo=zone)


@pytest.fixture
def home(sqlite_house: House) -> House:
    """A person in New York on Monday, 2 November, who wants no digest."""
    sqlite_house.say("/settings timezone=America/New_York, digest=off", at=at("2026-11-02 09:50"))
    return sqlite_house


def apply(home: House, *companies: str) -> None:
    """Applied to these at ten that day."""
    for company in companies or ("Acme",):
        assert "Undo" in home.say(f"/log {company}, Cook, applied").labels


def pushed(home: House, *instants: str) -> list[str]:
    """Instant and kind of all that is pushed when the clock beats at these instants."""
    return [f"{when[5:16]} {kind}" for when in instants for kind in home.tick(at(when)).kinds]


def mornings(month: int, *days: int) -> list[str]:
    return [f"2026-{month:02d}-{day:02d} 09:00" for day in days]
