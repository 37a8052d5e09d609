"""The watch over postings: a few at a time, politely, whatever is due; tells nobody, the outbox does."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from agent.assistant import Assistant
from agent.bridge import Bridge
from bot.visiting import Visiting
from scheduler import watching
from scheduler.watching import Round
from storage.checks import Watched
from tools.postings.posting import ReadPosting
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
AT_ONCE = 20
TOGETHER = 100  # looks that are kept in one transaction


def of(assistant: Assistant) -> Watching | None:
    """The watch that goes with an assistant; None where nothing may be fetched."""
    if not isinstance(assistant.errands.visitor, Visiting):
        return None
    return Watching(assistant.toolbox, assistant.bridge, assistant.errands.visitor)


class Watching:
    """Looks at postings and keeps what it sees."""

    def __init__(self, toolbox: Toolbox, bridge: Bridge, visiting: Visiting) -> None:
        self.toolbox = toolbox
        self.bridge = bridge
        self.visiting = visiting

    async def beat(self, at: datetime) -> int:
        """Look at all that is due by `at`; gives how many messages that came to."""
        told = 0
        while True:
            due = await self.bridge.run(watching.claim, self.toolbox, at)
            if not due.postings:
                return told
            told += await self._looked(due)

    async def _looked(self, due: Round) -> int:
        gate, guest = asyncio.Semaphore(AT_ONCE), self.visiting.guest()

        async def look(one: Watched) -> tuple[Watched, ReadPosting]:
            async with gate:
                return one, await self.visiting.check(guest, one.url, one.etag)

        told = 0
        kept: list[tuple[Watched, ReadPosting]] = []
        for done in asyncio.as_completed([asyncio.ensure_future(look(one)) for one in due.postings]):
            kept.append(await done)
            if len(kept) == TOGETHER:
                told += await self.bridge.run(watching.settle, self.toolbox, due, kept)
                kept = []
        return told + await self.bridge.run(watching.settle, self.toolbox, due, kept)
