"""The words of an answer while they are written, in one bubble; and the sign that somebody is typing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram.constants import ChatAction
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot import bubble
from bot.render.telegram import LIMIT
from bot.telegram.sending import Sender, pause_of

log = logging.getLogger(__name__)

BEAT = 4.5  # seconds; the sign fades after five
PATIENCE = 0.4  # seconds: a quicker answer needs no sign


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


class Bubble(bubble.Bubble):
    """A draft of the server's own where it has them, else a message that is edited: `message` is the one that stays."""

    def __init__(self, sender: Sender, chat: int, number: int) -> None:
        super().__init__(LIMIT)
        self.sender = sender
        self.chat = chat
        self.number = number
        self.message = 0

    async def show(self, words: str) -> float:
        """See bot.bubble; the answer comes in any case, so what goes wrong here is only noted."""
        try:
            await self._out(words)
        except RetryAfter as error:
            return pause_of(error)
        except TelegramError as error:
            log.warning("telegram: a piece of an answer was not shown: %s", type(error).__name__)
        return 0

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
