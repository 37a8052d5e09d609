"""A Google for sheets, and the product that may reach it, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.gsheets.houses import SheetHouse
from tests.gsheets.server import SheetServer
from tools.clients import google_line


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in a test."""
    monkeypatch.setattr(google_line, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(google_line, "LONGEST_PAUSE", 0.01)


@pytest.fixture
def server() -> Iterator[SheetServer]:
    """A Google without sheets."""
    found = SheetServer()
    yield found
    found.close()


@pytest.fixture
def house(database: Database, tmp_path: Path, server: SheetServer) -> Iterator[SheetHouse]:
    """The product and its Google, on both kinds of database."""
    found = SheetHouse(database.url.render_as_string(hide_password=False), tmp_path, server)
    yield found
    found.close()


@pytest.fixture
def small(sqlite_database: Database, tmp_path: Path, server: SheetServer) -> Iterator[SheetHouse]:
    """The same on SQLite alone."""
    found = SheetHouse(sqlite_database.url.render_as_string(), tmp_path, server)
    yield found
    found.close()
