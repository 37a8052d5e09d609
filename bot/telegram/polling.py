"""Fetches updates by long polling; one process does so at a time, and only what is written down is acknowledged."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from contextlib import suppress

from sqlalchemy import Connection, text
from telegram.error import Conflict, NetworkError, RetryAfter, TimedOut
from telegram.warnings import PTBUserWarning

from agent.bridge import Bridge
from bot.telegram.arrivals import WANTED, Raw
from bot.telegram.sending import Bot, pause_of
from storage.database import Database

log = logging.getLogger(__name__)

HOLD = 25  # seconds for which the server keeps a question open
BATCH = 100
AGAIN = 3.0  # seconds until a process that waits asks again whether it may poll
# Any number that no other program uses for its lock; the second half of the key is the bot.
LOCK = 4_270_012
Keep = Callable[[list[Raw]], Awaitable[None]]


class Election:
    """Which process polls: on PostgreSQL the one that holds an advisory lock; on SQLite there is only one."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self.database = database
        self.key = bot_id % 2**31
        self.bridge = Bridge(workers=1)
        self._held: Connection | None = None

    async def won(self) -> bool:
        """Whether this process may poll now, or may still do so. Raises what a database raises."""
        return self.database.dialect == "sqlite" or await self.bridge.run(self._won)

    async def leave(self) -> None:
        """Let another one poll."""
        await self.bridge.run(self._leave)
        self.bridge.close()

    def _won(self) -> bool:
        if self._held is not None:
            # A lost connection raises here: then the lock is lost too.
            self._held.execute(text("SELECT 1"))
            return True
        connection = self.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(text("SELECT pg_try_advisory_lock(:a, :b)"), {"a": LOCK, "b": self.key}):
            self._held = connection
            return True
        connection.close()
        return False

    def _leave(self) -> None:
        if self._held is not None:
            # The server lets go of the lock with its session, which must not go back into the pool.
            with suppress(Exception):
                self._held.invalidate()
            self._held.close()
            self._held = None


class Poller:
    """The loop; `polling` while this process is the one that polls and the server answers."""

    def __init__(self, bot: Bot, election: Election, keep: Keep) -> None:
        self.bot = bot
        self.election = election
        self.keep = keep
        self.polling = False
        self.waiting = False

    async def run(self) -> None:
        """Poll until cancelled. Raises InvalidToken, and what a database raises."""
        offset, failures = 0, 0
        while True:
            self.waiting = not await self.election.won()
            if self.waiting:
                await asyncio.sleep(AGAIN)
                continue
            try:
                updates = await self._fetch(offset)
                failures, self.polling = 0, True
            except TimedOut:
                continue
            except (Conflict, NetworkError, RetryAfter) as error:
                self.polling = False
                failures += 1
                await asyncio.sleep(_pause(error, failures))
                continue
            if updates:
                await self.keep(updates)
                offset = updates[-1]["update_id"] + 1

    async def _fetch(self, offset: int) -> list[Raw]:
        """The updates as they came, to be kept as they are: the library would rather give objects, and says so."""
        warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'", PTBUserWarning)
        # The first question, and the first after a failure, is answered at once: it tells whether all is well.
        hold = HOLD if self.polling else 0
        asked = {"offset": offset, "timeout": hold, "limit": BATCH, "allowed_updates": list(WANTED)}
        found: list[Raw] = await self.bot.do_api_request("getUpdates", asked, read_timeout=HOLD + 10)
        return found


def _pause(error: Exception, failures: int) -> float:
    """How long to wait before the next question; says in the log what is wrong."""
    if isinstance(error, RetryAfter):
        return pause_of(error)
    if isinstance(error, Conflict):
        log.error("telegram: another program polls with the same token; stop it, or make a token of its own")
    else:
        log.warning("telegram cannot be reached: %s", type(error).__name__)
    return min(2.0 ** min(failures, 6) / 2, 30.0)
