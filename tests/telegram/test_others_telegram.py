"""The same turns behind tg-auto-test, a Telegram that others have written: its updates, its HTML, buttons and files."""

from __future__ import annotations

import asyncio
import fcntl
import importlib
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import TypeHandler

from bot import app
from bot.access import Access
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.settings import Settings
from bot.telegram.arrivals import arrival
from bot.telegram.sending import Sender
from bot.telegram.turns import CHANNEL, Me, Turns
from storage.database import Database
from storage.events import Event
from tests.checkout import ROOT
from tests.talk import NOON

pytestmark = pytest.mark.skipif(sys.version_info < (3, 12), reason="tg-auto-test needs Python 3.12 or later")

ANNA = 9001
# Beside the locks: the first one wants an older Pillow than the program does, and runs with that one as well.
PACKAGES = ("tg-auto-test==1.3.24", "telethon==1.45.0", "pyaes==1.6.1", "rsa==4.9.1")
FOLDER = ROOT / ".counterparts" / "telegram"
Play = Callable[[Any], Coroutine[Any, Any, None]]


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What makes somebody's Telegram around a bot; fetched on first use."""
    FOLDER.parent.mkdir(exist_ok=True)
    with (FOLDER.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (FOLDER / "tg_auto_test").exists():
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(FOLDER), *PACKAGES]
            subprocess.run(pip, check=True, capture_output=True)
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("tg_auto_test.test_utils.serverless_telegram_client").ServerlessTelegramClient


class Fed:
    """The channel's own turns, in an application of the library that the peer feeds with its updates."""

    def __init__(self, url: str, folder: Path) -> None:
        self.house = app.build(Settings(folder, url, offline=True), "Telegram")
        self.access = Access(self.house.database, CHANNEL, frozenset((str(ANNA),)), open=False)
        self.number = 0

    def build(self, builder: Any) -> Any:
        """What the peer asks for: the application around its own requests."""
        application = builder.build()
        application.add_handler(TypeHandler(Update, self.handle))
        return application

    async def handle(self, update: Update, context: Any) -> None:
        """An update, from its raw form to its answer."""
        me = Me(context.bot.id, context.bot.username)
        house, sender = self.house, Sender(context.bot, Metrics())
        turns = Turns(me, sender, house.toolbox, self.access, house.assistant.answer, lambda: NOON)
        inbox = Inbox(house.database, CHANNEL, lambda event: turns.handle(event, inbox), lambda: NOON)
        one = arrival(update.to_dict(), me.id, me.name)
        assert one is not None
        self.number += 1
        event = Event(self.number, CHANNEL, one.event_id, one.conversation, dict(one.payload), NOON)
        await turns.handle(event, inbox)
        inbox.close()

    async def play(self, made: Callable[..., Any], play: Play) -> None:
        """Somebody's morning."""
        client = made(self.build, user_id=ANNA, bot_username="jobs_test_bot")
        await client.connect()
        try:
            await play(client)
        finally:
            await client.disconnect()
            await self.house.assistant.leave()
            self.house.close()


def test_a_morning(sqlite_database: Database, tmp_path: Path, client: Any) -> None:
    async def play(client: Any) -> None:
        receipt = await client.send_message(ANNA, "applied to B&B <Inn> as cook")
        assert receipt.text.startswith("Logged: B&B <Inn> · cook")
        assert [(type(one).__name__, one.offset, one.length) for one in receipt.entities][:1] == [
            ("MessageEntityBold", 0, len("Logged:"))
        ]
        await receipt.click(text="Undo")
        outcome = client._pop_response()
        assert outcome.text.startswith("Taken back") and outcome.id == receipt.id
        await client.send_message(ANNA, "applied to Lidl as driver")
        exported = await client.send_message(ANNA, "/export json")
        content = await exported.download_media()
        assert b'"Lidl"' in content and b"Inn" not in content
        again = await client.send_file(ANNA, content, force_document=True)
        assert again.text

    asyncio.run(Fed(sqlite_database.url.render_as_string(), tmp_path).play(client, play))
