"""Mailboxes beside the chat in a terminal: looks that are due, and a door on this machine for the way back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urlsplit

from bot.channel import ChannelProblem
from bot.mailing import MailRounds, MailService, Write
from bot.settings import Http
from bot.sheeting import SheetRounds, SheetService
from storage import credentials
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
BREATH = 1.5  # seconds between two questions whether somebody is on their way back


class MailBeside:
    """Both, until it is cancelled; `wake` is called when something is owed to the person because of it."""

    def __init__(self, toolbox: Toolbox, wake: Callable[[], None], write: Write | None = None) -> None:
        self.toolbox = toolbox
        self.write = write
        self.wake = wake

    async def run(self) -> None:
        """Look and listen, unless nothing may leave the machine."""
        if self.toolbox.mail is None or not self.toolbox.mail.online:
            return
        service = MailService(MailRounds(self.toolbox, _now, write=self.write), self.wake)
        written = SheetService(SheetRounds(self.toolbox, _now), self.wake)
        try:
            await asyncio.gather(service.start(), written.start(), self._door())
        finally:
            await service.stop()
            await written.stop()

    async def _door(self) -> None:
        """Open as long as somebody may be on their way back; where a server has the port, that takes them in."""
        mail = self.toolbox.mail
        while mail is not None and mail.google is not None and not mail.public_url:
            if await asyncio.to_thread(self._awaited):
                await self._open(mail.local_url)
            await asyncio.sleep(BREATH)

    async def _open(self, url: str) -> None:
        from starlette.applications import Starlette

        from bot.http import HttpService
        from bot.oauth import GoogleWay

        place = urlsplit(url)
        application = Starlette(routes=GoogleWay(self.toolbox, _now, self.wake).routes)
        service = HttpService(Http(place.hostname or "127.0.0.1", place.port or 8080), application)
        serving = asyncio.create_task(service.start())
        try:
            while not serving.done() and await asyncio.to_thread(self._awaited):
                await asyncio.sleep(BREATH)
        finally:
            await service.stop()
            with suppress(ChannelProblem, asyncio.CancelledError):
                await serving

    def _awaited(self) -> bool:
        with self.toolbox.database.read() as db:
            return credentials.awaited(db, _now())


def _now() -> datetime:
    return datetime.now(UTC)
