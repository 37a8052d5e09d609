"""The inbox: in order within a conversation, side by side else, once each, and nothing lost when a handler fails."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from datetime import timedelta

import pytest

from bot import inbox as inbox_module
from bot.inbox import Inbox
from storage import events
from storage.database import Database
from storage.events import Event, Incoming
from tests.house import NOON

SOON = 20.0  # seconds, only so that a fault ends the test


def made(database: Database, handle: inbox_module.Handle, **more: timedelta) -> Inbox:
    return Inbox(database, "telegram", handle, lambda: NOON, **more)


async def until_empty(database: Database, *inboxes: Inbox) -> None:
    """Let the inboxes work until nothing is left."""
    works = [asyncio.create_task(one.work()) for one in inboxes]
    async with asyncio.timeout(SOON):
        while await asyncio.to_thread(has_open, database):
            await asyncio.sleep(0.02)
    for one in inboxes:
        one.stop()
    await asyncio.gather(*works)
    for one in inboxes:
        one.close()


def has_open(database: Database) -> bool:
    with database.read() as db:
        return events.has_open(db, "telegram")


def test_in_order_and_once_by_two_workers(database: Database) -> None:
    heard: dict[str, list[int]] = defaultdict(list)
    chance = random.Random(5)

    async def handle(event: Event) -> None:
        await asyncio.sleep(chance.random() / 100)
        heard[event.conversation].append(event.payload["n"])

    async def play() -> None:
        one, other = made(database, handle), made(database, handle)
        arrived = [Incoming(f"{chat}-{n}", str(chat), {"n": n}) for n in range(6) for chat in range(5)]
        assert await one.receive(arrived) == len(arrived)
        assert await other.receive(arrived[:7]) == 0
        await until_empty(database, one, other)

    asyncio.run(play())
    assert heard == {str(chat): list(range(6)) for chat in range(5)}


def test_a_failing_handler_is_asked_again_and_blocks_only_its_conversation(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(inbox_module, "MOST_ATTEMPTS", 2)
    tries: list[str] = []

    async def handle(event: Event) -> None:
        tries.append(event.event_id)
        if event.event_id == "bad":
            raise ValueError("secret words")

    async def play() -> None:
        one = made(sqlite_database, handle)
        await one.receive([Incoming("bad", "a", {}), Incoming("next", "a", {}), Incoming("other", "b", {})])
        await until_empty(sqlite_database, one)

    asyncio.run(play())
    assert tries == ["bad", "other", "bad", "next"]
    assert "given up" in caplog.text and "secret" not in caplog.text


def test_stopping_finishes_what_is_in_hand_and_leaves_the_rest(sqlite_database: Database) -> None:
    done: list[str] = []

    async def play() -> None:
        begun, go_on = asyncio.Event(), asyncio.Event()

        async def handle(event: Event) -> None:
            begun.set()
            await go_on.wait()
            done.append(event.event_id)

        one = made(sqlite_database, handle)
        await one.receive([Incoming("1", "a", {}), Incoming("2", "a", {})])
        work = asyncio.create_task(one.work())
        await begun.wait()
        one.stop()
        go_on.set()
        await work
        one.close()

    asyncio.run(play())
    assert done == ["1"] and has_open(sqlite_database)


def test_what_a_dead_worker_left_is_done_by_another(database: Database) -> None:
    done: list[str] = []

    async def handle(event: Event) -> None:
        done.append(event.event_id)

    async def play() -> None:
        one = made(database, handle, lease=timedelta(seconds=0.3))
        await one.receive([Incoming("1", "a", {}), Incoming("2", "a", {})])
        with database.write() as db:
            assert events.claim(db, "telegram", events.clock(db), "dies")
        await until_empty(database, one)

    asyncio.run(play())
    assert done == ["1", "2"]


def test_what_is_abandoned_goes_back_at_once(sqlite_database: Database) -> None:
    async def play() -> None:
        begun = asyncio.Event()

        async def handle(_: Event) -> None:
            begun.set()
            await asyncio.sleep(SOON)

        one = made(sqlite_database, handle)
        await one.receive([Incoming("1", "a", {})])
        work = asyncio.create_task(one.work())
        await begun.wait()
        one.stop()
        await one.abandon()
        await work
        one.close()

    asyncio.run(play())
    with sqlite_database.write() as db:
        assert [event.attempts for event in events.claim(db, "telegram", events.clock(db), "w")] == [2]
