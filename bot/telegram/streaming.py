"""The words of an answer while they are written, in one bubble; and the sign that somebody is typing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram.constants import ChatAction
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.render.telegram import LIMIT
from bot.render.units import units
from bot.telegram.sending import Sender, pause_of

log = logging.getLogger(__name__)

BEAT = 4.5  # seconds; the sign fades after five
PATIENCE = 0.4  # seconds: a quicker answer needs no sign
EDITS = 1.2  # seconds between two looks at the same bubble, as the server's limits ask


@asynccontextmanager
async def typing(sender: Sender, chat: int) -> AsyncIterator[None]:
    """Show that the answer is being written, as long as the block takes."""
    task = asyncio.create_task(_type(sender, chat))
    try:
        yield
    finally:
        task.cancel()


async def _type(sender: Sender, chat: int) -> None:
    await asyncio.sleep(PATIENCE)
    with suppress(TelegramError):
        while True:
            await sender.bot.send_chat_action(chat, ChatAction.TYPING)
            await asyncio.sleep(BEAT)


class Bubble:
    """Words that grow: a draft of the server's own where it has them, else a message that is edited.

    `feed` may be called from any thread. `message` is the bubble that stays and is to be replaced by the answer.
    """

    def __init__(self, sender: Sender, chat: int, number: int) -> None:
        self.sender = sender
        self.chat = chat
        self.number = number
        self.message = 0
        self._words = ""
        self._shown = ""
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[None] | None = None

    def feed(self, words: str) -> None:
        """Take more words."""
        self._loop.call_soon_threadsafe(self._add, words)

    async def close(self) -> None:
        """Show nothing more; the answer itself comes next."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def _add(self, words: str) -> None:
        self._words += words
        if self._task is None:
            self._task = asyncio.create_task(self._show())

    async def _show(self) -> None:
        while True:
            wait = EDITS
            try:
                if self._words != self._shown and self._words.strip() and units(self._words) <= LIMIT:
                    self._shown = self._words
                    await self._out(self._shown)
            except RetryAfter as error:
                wait = pause_of(error)
            except TelegramError as error:
                # The answer comes in any case.
                log.warning("telegram: a piece of an answer was not shown: %s", type(error).__name__)
            await asyncio.sleep(wait)

    async def _out(self, words: str) -> None:
        if self.sender.drafts and not self.message:
            try:
                await self.sender.bot.send_message_draft(self.chat, self.number, words)
                return
            except (BadRequest, InvalidToken):
                # So the library names a method that the server does not know. It has drafts for nobody then.
                self.sender.drafts = False
        if self.message:
            await self.sender.edit(self.chat, self.message, words)
        else:
            self.message = (await self.sender.bot.send_message(self.chat, words)).message_id
