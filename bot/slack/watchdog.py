"""Looks whether what people wrote has arrived: a connection may stand, answer pings, and bring nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from bot.inbox import Inbox
from bot.slack.arrivals import Me, Raw, arrival
from bot.slack.gateway import Gateway
from bot.slack.sending import TROUBLE, Sender, code_of
from storage import events, users
from storage.database import Database
from storage.events import Incoming

log = logging.getLogger(__name__)

SILENCE = 60.0  # seconds without anything inbound after which Slack is asked
BACK = timedelta(days=1)
ON_ITS_WAY = timedelta(seconds=10)  # what is younger may still be coming by itself
CHATS = 20
MESSAGES = 15


class Watchdog:
    """Compares the inbox with the history of the chats used last, at the start and after each silence."""

    def __init__(self, me: Me, sender: Sender, gateway: Gateway, inbox: Inbox, database: Database) -> None:
        self.me = me
        self.sender = sender
        self.gateway = gateway
        self.inbox = inbox
        self.database = database

    async def watch(self, renew: Callable[[], Awaitable[None]], silence: float = SILENCE) -> None:
        """Look after each silence, for ever; `renew` makes a new connection where this one brought nothing."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(silence)
            if loop.time() - self.gateway.last_inbound >= silence:
                await self.look(renew)

    async def missed(self) -> int:
        """Take in what people wrote and Slack did not bring; gives how much that was. Raises one of TROUBLE."""
        now = self.gateway.clock()
        number = 0
        for account, since in await asyncio.to_thread(self._chats, now):
            chat = await self.sender.chat(account)
            arrived = [one for raw in await self._written(chat, since) if (one := self._late(chat, raw, now))]
            number += await self.inbox.receive(arrived) if arrived else 0
        return number

    async def look(self, renew: Callable[[], Awaitable[None]]) -> None:
        """Look once."""
        try:
            number = await self.missed()
            if number:
                log.warning("slack: %s messages did not come by themselves; connecting anew", number)
                await renew()
        except TROUBLE as error:
            log.warning("slack: the history could not be read: %s", code_of(error))

    def _chats(self, now: datetime) -> list[tuple[str, datetime]]:
        """The accounts used last, and since when their history counts.

        Never from before the first event that is remembered: what was erased, or said before two accounts became one,
        would be acted on again.
        """
        with self.database.read() as db:
            used = users.used_since(db, "slack", now - BACK * 7, limit=CHATS)
            return [
                (one.account, max(events.first_kept(db, "slack", one.account) or one.last_used_at, now - BACK))
                for one in used
            ]

    async def _written(self, chat: str, since: datetime) -> list[Raw]:
        """The messages of a chat and of its threads, the oldest first."""
        oldest = since.timestamp()
        found = await self.sender.patient(
            lambda: self.sender.client.conversations_history(channel=chat, limit=MESSAGES)
        )
        messages: list[Raw] = list(found["messages"])
        threads = [one["ts"] for one in messages if float(one.get("latest_reply") or 0) >= oldest]
        for ts in threads:
            messages += await self._replies(chat, ts, oldest)
        fresh = {one["ts"]: one for one in messages if float(one["ts"]) >= oldest}
        return [fresh[ts] for ts in sorted(fresh, key=float)]

    async def _replies(self, chat: str, ts: str, oldest: float) -> list[Raw]:
        asked: dict[str, Any] = {"channel": chat, "ts": ts, "oldest": f"{oldest:.6f}", "limit": MESSAGES}
        found = await self.sender.patient(lambda: self.sender.client.conversations_replies(**asked))
        return list(found["messages"])

    def _late(self, chat: str, message: Raw, now: datetime) -> Incoming | None:
        if now.timestamp() - float(message["ts"]) < ON_ITS_WAY.total_seconds():
            return None
        event = {**message, "type": "message", "channel": chat, "channel_type": "im"}
        return arrival({"type": "event_callback", "event": event}, self.me)
