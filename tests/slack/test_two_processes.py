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
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from storage import events, users
from storage.database import Database, migrate, open_database
from tests.checkout import ROOT
from tests.databases import postgres_database
from tests.house import NOON
from tests.slack_server import SlackServer
from tests.slack_workspace import APP_TOKEN, BOT, BOT_TOKEN, TEAM, Raw
from tools import exports, portable

PEOPLE = tuple(f"U{number}" for number in range(6))
FIRMS = ("Stripe", "Lidl", "Wickes", "Mercy General", "Thornhill Farm")
SOON = 120.0


@pytest.fixture
def shared(postgres: str) -> Iterator[Database]:
    """A PostgreSQL database for several processes."""
    with postgres_database(postgres, f"jobbot_slack_{os.getpid()}") as url:
        database = open_database(url)
        migrate(database)
        yield database
        database.close()


@pytest.fixture
def start(shared: Database, server: SlackServer, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts `jobbot run` in processes of their own, which are all ended."""
    made: list[subprocess.Popen[bytes]] = []

    def one() -> subprocess.Popen[bytes]:
        environment = {
            **os.environ, "JOBBOT_DATA_DIR": str(tmp_path), "JOBBOT_OFFLINE": "1", "JOBBOT_HTTP_PORT": "0",
            "JOBBOT_DATABASE_URL": shared.url.render_as_string(hide_password=False),
            "SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": f"{server.url}/api",
        }  # fmt: skip
        with (tmp_path / f"log-{len(made)}").open("wb") as log:
            command = [sys.executable, "-m", "bot", "run"]
            made.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log))
        return made[-1]

    yield one
    for process in made:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait(60)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def deliver(server: SlackServer, body: Raw) -> None:
    """Send an event again until somebody says that it is kept, as Slack does."""
    for _ in range(20):
        with suppress(Late, TimeoutError, ConnectionError, IndexError):
            server.send("events_api", body)
            return
    raise AssertionError("nobody took it")


def shuffled(server: SlackServer, chance: random.Random) -> Iterator[Raw]:
    """The messages of all people in a mixed order, that of each person kept."""
    turns = [user for user in PEOPLE for _ in FIRMS]
    chance.shuffle(turns)
    said = dict.fromkeys(PEOPLE, 0)
    for user in turns:
        text = f"applied to {FIRMS[said[user]]} as cook"
        said[user] += 1
        event = {"type": "message", "channel": f"D{user}", "channel_type": "im", "user": user, "text": text}
        yield {"type": "event_callback", "team_id": TEAM, "event": {**event, "ts": server.new_ts()}}


def kept(database: Database, user: str) -> list[Any]:
    """The companies of a person, in the order in which they were logged."""
    with database.read() as db:
        person = users.find_user(db, "slack", f"{TEAM}:{user}")
        assert person is not None
        form = json.loads(portable.dump(exports.form_of(db, person, NOON)))
        return [one["company"] for one in form["applications"]]


def open_events(database: Database) -> bool:
    with database.read() as db:
        return events.has_open(db, "slack")


def test_every_effect_once_and_in_order(
    shared: Database, server: SlackServer, start: Callable[[], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    server.tell_time(NOON.timestamp)
    chance = random.Random(7)
    victim, survivor = start(), start()
    until(lambda: server.connections == 2)
    late: list[Raw] = []
    for number, body in enumerate(shuffled(server, chance)):
        for _ in range(chance.randrange(1, 3)):
            deliver(server, body)
        late += [body] * chance.randrange(2)
        if number == len(PEOPLE) * len(FIRMS) // 2:
            victim.send_signal(signal.SIGKILL)
    for body in late:
        deliver(server, body)
    until(lambda: not open_events(shared))
    for user in PEOPLE:
        assert kept(shared, user) == [*FIRMS]
        texts = [one["text"] for one in server.messages[f"D{user}"] if one["user"] == BOT]
        # The answer that was on its way when its process died may come twice, and none is missing.
        assert [text.split(" · ")[0].removeprefix("Logged: ") for text in dict.fromkeys(texts)] == [*FIRMS]
        assert len(texts) <= len(FIRMS) + 1
    survivor.send_signal(signal.SIGTERM)
    assert survivor.wait(60) == 0
    log = (tmp_path / "log-1").read_text()
    assert "Stripe" not in log and BOT_TOKEN not in log and all(json.loads(line) for line in log.splitlines())
    assert '"tools": ["log"]' in log
