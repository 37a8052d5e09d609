"""A Google for the tests: by others, with what it lacks in front, and the product that may reach it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.google.emulated import Emulated, emulated
from tests.google.front import Front
from tests.google.houses import GoogleHouse
from tests.telegram_http import Server


@pytest.fixture
def google(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulated]:
    """A Google without mail."""
    with emulated(tmp_path_factory.mktemp("google")) as found:
        yield found


@pytest.fixture
def front(google: Emulated) -> Iterator[Front]:
    """The same with what it lacks."""
    found = Front(google)
    yield found
    found.close()


@pytest.fixture
def mailhouse(database: Database, tmp_path: Path, front: Front) -> Iterator[GoogleHouse]:
    """The product that may reach Google, on both kinds of database."""
    found = GoogleHouse(database.url.render_as_string(hide_password=False), tmp_path, front)
    yield found
    found.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A Telegram of this test's own."""
    found = Server()
    yield found
    found.close()
