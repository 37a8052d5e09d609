"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.database import Database
from tests.databases import (
    blank_url,
    database,
    postgres,
    postgres_empty,
    postgres_migrated,
    sqlite_database,
    sqlite_migrated,
)
from tests.online import online, server
from tests.reminded import home

if TYPE_CHECKING:
    # Imported by the fixtures that need it: the tests of the lower floors do without all those parts.
    from langchain_core.messages import AIMessage

    from tests.house import House

__all__ = [
    "blank_url",
    "database",
    "home",
    "house",
    "online",
    "postgres",
    "postgres_empty",
    "postgres_migrated",
    "scripted",
    "server",
    "sqlite_database",
    "sqlite_house",
    "sqlite_migrated",
]


@pytest.fixture
def house(database: Database, tmp_path: Path) -> Iterator[House]:
    """The product on an empty database; each test that asks for it runs on both kinds."""
    from tests.house import House

    found = House(database.url.render_as_string(hide_password=False), tmp_path)
    yield found
    found.close()


@pytest.fixture
def sqlite_house(sqlite_database: Database, tmp_path: Path) -> Iterator[House]:
    """The product on an empty SQLite file."""
    from tests.house import House

    found = House(sqlite_database.url.render_as_string(), tmp_path)
    yield found
    found.close()


@pytest.fixture
def scripted(sqlite_database: Database, tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Makes the product with a model that gives these answers one after the other."""
    from tests.house import House

    made: list[House] = []

    def make(*script: AIMessage) -> House:
        made.append(House(sqlite_database.url.render_as_string(), tmp_path, script))
        return made[-1]

    yield make
    for one in made:
        one.close()
