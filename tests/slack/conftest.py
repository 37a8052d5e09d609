"""What the tests of the Slack channel share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.channel import Answering
from storage.database import Database
from tests.slack_house import Person, SlackHouse
from tests.slack_server import SlackServer


@pytest.fixture
def server() -> Iterator[SlackServer]:
    """A Slack of this test's own."""
    found = SlackServer()
    yield found
    found.close()


@pytest.fixture
def serving(sqlite_database: Database, tmp_path: Path, server: SlackServer) -> Iterator[Callable[..., SlackHouse]]:
    """Starts the channel on an empty SQLite file; every one is stopped at the end."""
    made: list[SlackHouse] = []

    def make(secret: str = "", answer: Answering | None = None) -> SlackHouse:
        url = sqlite_database.url.render_as_string()
        made.append(SlackHouse(url, tmp_path, server, secret=secret, answer=answer))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def bot(serving: Callable[..., SlackHouse]) -> SlackHouse:
    """The channel in Socket Mode."""
    return serving()


@pytest.fixture
def anna(bot: SlackHouse) -> Person:
    """A member of the workspace."""
    return bot.person()
