"""Beside the chat in a terminal: a door on this machine for the way back from Google, open only while it is awaited."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.mail_beside import MailBeside
from storage.database import Database
from tests.google.emulated import ANNA, emulated
from tests.google.front import Front
from tests.google.houses import GoogleHouse
from tests.google.served import SOON
from tests.model_server import free_port


@pytest.fixture
def at_home(sqlite_database: Database, tmp_path: Path) -> Iterator[GoogleHouse]:
    """The product on a laptop, with a port of this test's own."""
    port = free_port()
    (tmp_path / "google").mkdir()
    with emulated(tmp_path / "google", f"http://127.0.0.1:{port}/oauth/google/callback") as google:
        front = Front(google)
        house = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front, port=port)
        house.now = datetime.now(UTC)  # noqa: TID251 - what runs beside the chat has a clock of its own
        yield house
        house.close()
        front.close()


@contextmanager
def beside(house: GoogleHouse, woken: list[bool]) -> Iterator[None]:
    """What runs beside the chat, in a loop of its own, until the end."""

    async def run() -> None:
        task.append(asyncio.current_task())
        with suppress(asyncio.CancelledError):
            await MailBeside(house.app.toolbox, lambda: woken.append(True)).run()

    task: list[asyncio.Task[None] | None] = []
    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        yield
    finally:
        (running,) = task
        assert running is not None
        running.get_loop().call_soon_threadsafe(running.cancel)
        thread.join(SOON)
        assert not thread.is_alive()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_open(url: str) -> bool:
    """Whether anybody listens there."""
    try:
        return httpx.get(url).status_code == 400
    except httpx.TransportError:
        return False


def test_the_door_is_open_while_somebody_is_on_the_way(at_home: GoogleHouse) -> None:
    door = f"http://127.0.0.1:{at_home.settings.http.port}/oauth/google/callback"
    woken: list[bool] = []
    with beside(at_home, woken):
        assert not is_open(door)
        url = at_home.link()
        until(lambda: is_open(door))
        page = httpx.get(at_home.front.behind.allow(url), timeout=SOON)
        assert page.status_code == 200 and "Go back to our chat" in page.text and woken
        asked = at_home.tick(at_home.now)
        assert asked.kinds == ["mailbox"] and ANNA in asked.text
        until(lambda: not is_open(door))
