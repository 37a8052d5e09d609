"""Two real processes on one PostgreSQL, events delivered up to three times, one process killed half-way: once each."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from storage import events, users
from storage.database import Database, migrate, open_database
from tests.checkout import ROOT
from tests.databases import postgres_database
from tests.house import NOON
from tests.telegram_http import Server
from tests.telegram_server import TOKEN, Message, Telegram
from tools import exports, portable

CHATS = range(2001, 2009)
FIRMS = ("Stripe", "Lidl", "Wickes", "Mercy General", "Ravensbourne Press", "Thornhill Farm")
EACH = len(FIRMS)
SOON = 120.0


@pytest.fixture
def shared(postgres: str) -> Iterator[Database]:
    """A PostgreSQL database for several processes."""
    with postgres_database(postgres, f"jobbot_two_{os.getpid()}") as url:
        database = open_database(url)
        migrate(database)
        yield database
        database.close()


class Runner:
    """`jobbot run` in a process of its own."""

    def __init__(self, database: Database, server: Server, folder: Path) -> None:
        self.errors = (folder / f"errors-{time.monotonic_ns()}").open("w+")
        environment = {
            **os.environ, "JOBBOT_DATA_DIR": str(folder), "JOBBOT_OFFLINE": "1", "TELEGRAM_BOT_TOKEN": TOKEN,
            "JOBBOT_DATABASE_URL": database.url.render_as_string(hide_password=False), "JOBBOT_HTTP_PORT": "0",
            "TELEGRAM_API_URL": server.url, "TELEGRAM_ALLOWED_USERS": ",".join(map(str, CHATS)),
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=environment, stderr=self.errors
        )

    def end(self, number: int) -> str:
        """Send a signal and wait; gives what was logged."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        self.process.wait(60)
        self.errors.seek(0)
        with self.errors:
            return self.errors.read()


@pytest.fixture
def start(shared: Database, server: Server, tmp_path: Path) -> Iterator[Callable[[], Runner]]:
    """Starts processes, which are all ended."""
    made: list[Runner] = []

    def one() -> Runner:
        made.append(Runner(shared, server, tmp_path))
        return made[-1]

    yield one
    for runner in made:
        if runner.process.poll() is None:
            runner.end(signal.SIGKILL)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def message(telegram: Telegram, chat: int, number: int) -> Message:
    at = int(NOON.timestamp()) + number * 60
    sender = {"id": chat, "is_bot": False, "first_name": "A"}
    text = f"applied to {FIRMS[number - 1]} as cook"
    return {
        "message_id": telegram.new_id(), "date": at, "from": sender, "chat": {"id": chat, "type": "private"},
        "text": text,
    }  # fmt: skip


def shuffled(telegram: Telegram, chance: random.Random) -> Iterator[Message]:
    """The messages of all chats in a mixed order, that of each chat kept."""
    turns = [chat for chat in CHATS for _ in range(EACH)]
    chance.shuffle(turns)
    numbers = dict.fromkeys(CHATS, 0)
    for chat in turns:
        numbers[chat] += 1
        yield message(telegram, chat, numbers[chat])


def kept(database: Database, chat: int) -> list[Any]:
    """The companies of a person, in the order in which they were logged."""
    with database.read() as db:
        person = users.find_user(db, "telegram", str(chat))
        assert person is not None
        form = json.loads(portable.dump(exports.form_of(db, person, NOON)))
        return [one["company"] for one in form["applications"]]


def open_events(database: Database) -> bool:
    with database.read() as db:
        return events.has_open(db, "telegram")


def test_every_effect_once_and_in_order(shared: Database, server: Server, start: Callable[[], Runner]) -> None:
    chance, telegram = random.Random(11), server.telegram
    victim, survivor = start(), start()
    until(lambda: telegram.poller > 0)
    for number, one in enumerate(shuffled(telegram, chance)):
        update = telegram.add("message", one)
        for _ in range(chance.randrange(3)):
            chance.choice([telegram.again, telegram.late.append])(update)
        if number == len(CHATS) * EACH // 2:
            until(lambda: len(telegram.called("sendMessage")) > 3)
            victim.end(signal.SIGKILL)
    for update in telegram.late:
        telegram.again(update)
    until(lambda: telegram.idle() and not open_events(shared))
    for chat in CHATS:
        assert kept(shared, chat) == [*FIRMS]
        texts = [one["text"] for one in telegram.sent(chat)]
        # The answer that was on its way when its process died may come twice, and none is missing.
        assert [text.split(" · ")[0].removeprefix("Logged: ") for text in dict.fromkeys(texts)] == [*FIRMS]
        assert len(texts) <= EACH + 1
    log = survivor.end(signal.SIGTERM)
    assert survivor.process.returncode == 0
    assert "Stripe" not in log and TOKEN not in log and all(json.loads(line) for line in log.splitlines())
    assert '"tools": ["log"]' in log
