"""A Telegram update up to the call of the assistant, against bare python-telegram-bot; the inbox apart; the order."""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters
from telegram.request import BaseRequest

from agent.assistant import Message, Said
from agent.thinking import Sink
from bench.measure import Figure, against, seconds
from bot.access import Access
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.settings import Telegram as Settings
from bot.telegram.arrivals import arrival
from bot.telegram.channel import make_bot
from bot.telegram.sending import Sender
from bot.telegram.turns import Me, Turns
from storage import events
from storage.database import Database, migrate, open_database
from storage.events import Event, Incoming
from tools.catalog import default
from tools.toolbox import Toolbox

SOMEBODY = "4711:AAbenchbenchbenchbenchbench"
ME = Me(4711, "bench_bot")
START = datetime(2026, 11, 20, 10, tzinfo=UTC)
ROUNDS, UPDATES, CHATS = 5, 3000, 50
GOAL = 1.5
ORDER_CHATS, ORDER_EACH, SLOWEST = 200, 20, 0.02
BATCH = 100


def run() -> Iterator[Figure]:
    """The way of an update in, what the inbox adds to it, and how many messages overtake an earlier one."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        database = open_database(f"sqlite:///{folder}/jobbot.db")
        migrate(database)
        yield _way_in(database)
        yield from _inbox(database)
        yield _order("telegram/out of order", asyncio.run(_ours_in_order(database)), 0)
        yield _order("telegram/ptb out of order", asyncio.run(_theirs_in_order()), None)
        database.close()


def _raw(number: int, chats: int) -> bytes:
    chat = 1000 + number % chats
    sender = {"id": chat, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    message = {
        "message_id": number, "date": 1_790_000_000, "from": sender, "text": f"applied to Firm {number} as cook",
        "chat": {"id": chat, "type": "private", "first_name": "Ana"},
    }  # fmt: skip
    return json.dumps({"update_id": number, "message": message}).encode()


def _way_in(database: Database) -> Figure:
    raws = [_raw(number, CHATS) for number in range(UPDATES)]
    ratio, own, other = against(lambda: asyncio.run(_ours(database, raws)), lambda: asyncio.run(_theirs(raws)), ROUNDS)
    note = f"{own / UPDATES * 1e6:.0f} and {other / UPDATES * 1e6:.0f} µs an update, ours without the inbox"
    return Figure("telegram/way in", ratio, GOAL, note)


async def _ours(database: Database, raws: list[bytes]) -> None:
    """Each update through the channel's own steps until the assistant is called, those of one chat in order."""
    called = 0

    async def answer(message: Message, sink: Sink | None) -> Said:
        nonlocal called
        called += 1
        return Said(())

    allowed = frozenset(str(1000 + chat) for chat in range(CHATS))
    access = Access(database, "telegram", allowed, open=False)
    sender = Sender(make_bot(Settings(SOMEBODY)), Metrics())
    turns = Turns(ME, sender, Toolbox(database, default()), access, answer, lambda: START)
    inbox = Inbox(database, "telegram", lambda event: turns.handle(event, inbox), lambda: START)
    waiting: defaultdict[str, list[Event]] = defaultdict(list)
    for number, raw in enumerate(raws):
        one = arrival(json.loads(raw), ME.id, ME.name)
        assert one is not None
        event = Event(number, "telegram", one.event_id, one.conversation, dict(one.payload), START)
        waiting[one.conversation].append(event)

    async def chat(queue: list[Event]) -> None:
        for event in queue:
            await asyncio.create_task(_awaited(inbox.handle(event)))

    await asyncio.gather(*map(chat, waiting.values()))
    inbox.close()
    assert called == len(raws)


class _Offline(BaseRequest):
    """A server that only says who the bot is."""

    read_timeout = 1.0

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is closed."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """The bot itself."""
        me = {"id": ME.id, "is_bot": True, "first_name": "Bench", "username": ME.name}
        return 200, json.dumps({"ok": True, "result": me}).encode()


async def _awaited(work: Any) -> None:
    await work


async def _theirs(raws: list[bytes], handler: Callable[[Update], Coroutine[Any, Any, None]] | None = None) -> None:
    """Bare python-telegram-bot: one handler that does nothing, 256 updates at once."""
    done, left = asyncio.Event(), len(raws)

    async def handle(update: Update, _: Any) -> None:
        nonlocal left
        if handler is not None:
            await handler(update)
        left -= 1
        if not left:
            done.set()

    built = Application.builder().token(SOMEBODY).request(_Offline()).updater(None).concurrent_updates(256)
    application = built.build()
    application.add_handler(MessageHandler(filters.ALL, handle))
    await application.initialize()
    await application.start()
    for raw in raws:
        update = Update.de_json(json.loads(raw), application.bot)
        await application.update_queue.put(update)
    await done.wait()
    await application.stop()
    await application.shutdown()


def _inbox(database: Database) -> Iterator[Figure]:
    """What keeping an event costs: alone, and in a batch as a long poll brings them; then claiming and settling it."""
    arrived = iter([Incoming(f"i{number}", str(number), {"text": "x" * 200}) for number in range(3 * BATCH)])

    def keep(number: int) -> None:
        with database.write() as db:
            events.receive_all(db, "bench", [next(arrived) for _ in range(number)], START)

    def work_off() -> None:
        for _ in range(BATCH):
            with database.write() as db:
                (event,) = events.claim(db, "bench", START, "w")
            with database.write() as db:
                events.settle(db, event, START)

    def one_by_one() -> None:
        for _ in range(BATCH):
            keep(1)

    alone = seconds(one_by_one) / BATCH * 1000
    yield Figure("telegram/inbox insert", alone, None, f"{alone:.2f} ms each, a transaction on SQLite")
    batch = seconds(lambda: keep(BATCH)) / BATCH * 1000
    yield Figure("telegram/inbox insert of 100", batch, None, f"{batch:.3f} ms each")
    worked = seconds(work_off) / BATCH * 1000
    yield Figure("telegram/inbox claim and settle", worked, None, f"{worked:.2f} ms each, two transactions")


def _order(name: str, seen: dict[str, list[int]], goal: float | None) -> Figure:
    wrong = sum(a > b for numbers in seen.values() for a, b in pairwise(numbers))
    total = sum(map(len, seen.values()))
    return Figure(name, wrong, goal, f"{wrong} of {total} messages of {len(seen)} chats before an earlier one")


async def _ours_in_order(database: Database) -> dict[str, list[int]]:
    seen: defaultdict[str, list[int]] = defaultdict(list)
    chance, total = random.Random(3), ORDER_CHATS * ORDER_EACH

    async def handle(event: Event) -> None:
        await asyncio.sleep(chance.random() * SLOWEST)
        seen[event.conversation].append(int(event.payload["update_id"]))
        if sum(map(len, seen.values())) == total:
            inbox.stop()

    inbox = Inbox(database, "order", handle, lambda: START)
    raws = [json.loads(_raw(number, ORDER_CHATS)) for number in range(total)]
    for first in range(0, total, BATCH):
        found = [arrival(raw, ME.id, ME.name) for raw in raws[first : first + BATCH]]
        await inbox.receive([one for one in found if one is not None])
    await inbox.work()
    inbox.close()
    return seen


async def _theirs_in_order() -> dict[str, list[int]]:
    seen: defaultdict[str, list[int]] = defaultdict(list)
    chance = random.Random(3)

    async def handle(update: Update) -> None:
        await asyncio.sleep(chance.random() * SLOWEST)
        assert update.effective_chat is not None
        seen[str(update.effective_chat.id)].append(update.update_id)

    await _theirs([_raw(number, ORDER_CHATS) for number in range(ORDER_CHATS * ORDER_EACH)], handle)
    return seen
