"""One poller a token: on PostgreSQL a lock elects it, and whoever waits takes over when it is gone."""

from __future__ import annotations

import asyncio

from bot.settings import Telegram as Settings
from bot.telegram import polling
from bot.telegram.channel import make_bot
from bot.telegram.polling import Election
from storage.database import Database
from tests.telegram_http import Server
from tests.telegram_server import TOKEN, Telegram

ONE, OTHER = 4711, 4712


def test_one_of_several_processes_is_elected(postgres_empty: Database) -> None:
    async def play() -> list[bool]:
        first, second, another = (Election(postgres_empty, bot) for bot in (ONE, ONE, OTHER))
        won = [await election.won() for election in (first, second, another, first)]
        await first.leave()
        won.append(await second.won())
        await second.leave()
        await another.leave()
        return won

    assert asyncio.run(play()) == [True, False, True, True, True]


def test_on_sqlite_there_is_only_one(sqlite_database: Database) -> None:
    async def play() -> bool:
        election = Election(sqlite_database, ONE)
        won = await election.won()
        await election.leave()
        return won

    assert asyncio.run(play())


def test_what_could_not_be_kept_is_asked_for_again(sqlite_database: Database, server: Server) -> None:
    kept: list[int] = []

    async def keep(updates: list[dict[str, object]]) -> None:
        kept.extend(int(str(update["update_id"])) for update in updates)
        if len(kept) == 1:
            raise OSError("the disk is full")

    async def poll(times: int) -> None:
        bot = make_bot(Settings(TOKEN, server.url))
        poller = polling.Poller(bot, Election(sqlite_database, ONE), keep)
        for _ in range(times):
            task = asyncio.create_task(poller.run())
            await asyncio.wait([task], timeout=1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await poller.election.leave()
        await bot.shutdown()

    number = add(server.telegram)
    asyncio.run(poll(2))
    assert kept == [number, number]


def add(telegram: Telegram) -> int:
    return int(telegram.add("message", {"text": "hello"})["update_id"])
