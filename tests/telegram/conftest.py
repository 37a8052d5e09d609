"""What the tests of the Telegram channel share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.channel import Answering
from storage.database import Database
from tests.telegram_house import Person, TelegramHouse
from tests.telegram_http import Server

ALLOWED = "1001 1002"


@pytest.fixture
def server() -> Iterator[Server]:
    """A Telegram of this test's own."""
    found = Server()
    yield found
    found.close()


@pytest.fixture
def serving(sqlite_database: Database, tmp_path: Path, server: Server) -> Iterator[Callable[..., TelegramHouse]]:
    """Starts the channel on an empty SQLite file; every one is stopped at the end."""
    made: list[TelegramHouse] = []

    def make(open_to: str = ALLOWED, public_url: str = "", answer: Answering | None = None) -> TelegramHouse:
        url = sqlite_database.url.render_as_string()
        made.append(TelegramHouse(url, tmp_path, server, public_url=public_url, open_to=open_to, answer=answer))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def bot(serving: Callable[..., TelegramHouse]) -> TelegramHouse:
    """The channel, open to Anna and Bob."""
    return serving()


@pytest.fixture
def anna(bot: TelegramHouse) -> Person:
    """Somebody who is let in."""
    return bot.person()
