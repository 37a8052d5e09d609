"""The product beside systems for applicants on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.ats.greenhouse_at import Greenhouse
from tests.ats.houses import AtsHouse
from tests.ats.replay import Replay, replayed


@pytest.fixture
def greenhouse() -> Iterator[Replay]:
    """A Greenhouse."""
    with replayed(Greenhouse()) as found:
        yield found


@pytest.fixture
def atshouse(database: Database, tmp_path: Path, greenhouse: Replay) -> Iterator[AtsHouse]:
    """The product that may reach it, on both kinds of database."""
    found = AtsHouse(database.url.render_as_string(hide_password=False), tmp_path, {"greenhouse": greenhouse.url})
    yield found
    found.close()


@pytest.fixture
def oneshouse(sqlite_database: Database, tmp_path: Path, greenhouse: Replay) -> Iterator[AtsHouse]:
    """The same on SQLite alone."""
    found = AtsHouse(sqlite_database.url.render_as_string(), tmp_path, {"greenhouse": greenhouse.url})
    yield found
    found.close()
