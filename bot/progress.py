"""How far a long look into a mailbox has come, as one message that is edited in place; knows no platform."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from storage import users
from storage.database import Database
from storage.mailboxes import Mailbox
from tools.mail_words import account_words

log = logging.getLogger(__name__)
EVERY = 3.0  # seconds between two changes of the message; what is over sooner needs none


@runtime_checkable
class Edits(Protocol):
    """A channel that can change what it wrote."""

    async def show(self, account: str, words: str, message: str) -> str:
        """Write words, in place of `message` where one is named; gives the message. Raises what the platform does."""
        ...


class Progress:
    """Tells people who asked for a look how far it is; `show` may be called from any thread, `done` from the loop."""

    def __init__(self, database: Database, channels: Mapping[str, object]) -> None:
        self.database = database
        self.channels = {name: channel for name, channel in channels.items() if isinstance(channel, Edits)}
        self._loop = asyncio.get_running_loop()
        self._words: dict[int, str] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._messages: dict[int, tuple[Edits, str, str]] = {}

    def show(self, box: Mailbox, words: str) -> None:
        """How far a look has come; nobody is bothered with one that they did not ask for."""
        if box.asked_at is not None and self.channels:
            self._loop.call_soon_threadsafe(self._noted, box, words)

    async def done(self, box: Mailbox) -> None:
        """The look is over: the message says so, and changes no more."""
        task = self._tasks.pop(box.id, None)
        if task is not None:
            task.cancel()
        self._words.pop(box.id, None)
        if box.id in self._messages:
            await self._out(box, f"I have looked through {account_words(box)}.")
            del self._messages[box.id]

    def _noted(self, box: Mailbox, words: str) -> None:
        self._words[box.id] = words
        if box.id not in self._tasks:
            self._tasks[box.id] = asyncio.create_task(self._keep_up(box))

    async def _keep_up(self, box: Mailbox) -> None:
        shown = ""
        while True:
            await asyncio.sleep(EVERY)
            words = self._words.get(box.id, "")
            if words and words != shown:
                shown = words
                await self._out(box, words)

    async def _out(self, box: Mailbox, words: str) -> None:
        try:
            if box.id not in self._messages:
                self._messages[box.id] = await asyncio.to_thread(self._place, box.user_id)
            channel, account, message = self._messages[box.id]
            self._messages[box.id] = (channel, account, await channel.show(account, words, message))
        except Exception as error:
            # What is found is told in any case.
            log.info("how far a look is could not be shown: %s", type(error).__name__)

    def _place(self, user_id: int) -> tuple[Edits, str, str]:
        """Where the person was seen last. Raises LookupError where no channel here reaches them."""
        with self.database.read() as db:
            accounts = users.list_accounts(db, user_id)
        reached = [one for one in accounts if one.channel in self.channels and one.dead_reason is None]
        if not reached:
            raise LookupError("nobody is reached")
        return self.channels[reached[0].channel], reached[0].account, ""
