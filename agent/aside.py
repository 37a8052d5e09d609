"""Asks the language model that holds no tools beside any conversation, for a message that nobody asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from agent.bridge import Bridge
from agent.offline.briefing import Briefing
from agent.thinking import Mind, Thinking
from storage import usage, users
from storage.database import Database
from storage.usage import Usage
from tools.asking import Request, Written
from tools.surprise import surprise
from tools.turn import Turn


class Aside:
    """The second port for who sends reminders; a person's own caps and wish to stay offline hold here as in a turn."""

    def __init__(self, database: Database, bridge: Bridge, mind: Mind | None) -> None:
        self.database = database
        self.bridge = bridge
        self.mind = mind

    async def write(self, user_id: int, request: Request, at: datetime) -> Written:
        """What the model makes of a request, asked outside of any transaction; None without one, or where it fails.

        Never raises: what is owed goes out without it.
        """
        if self.mind is None:
            return None
        cost = Usage()
        try:
            thinking = await self.bridge.run(self._begun, user_id, at)
            written = await self.mind.write(request, thinking, cost)
            if cost.calls:
                await self.bridge.run(self._kept, user_id, at, cost)
            return written
        except Exception as error:
            surprise(error, ["aside"])
            return None

    def _begun(self, user_id: int, at: datetime) -> Thinking:
        with self.database.read() as db:
            user = users.get_user(db, user_id)
            spent = usage.spent(db, user_id, at - timedelta(days=1))
        turn = Turn(user_id, None, at, origin="reminder")
        return Thinking("", Briefing(at), turn, stays_here=user.settings.offline, spent=spent)

    def _kept(self, user_id: int, at: datetime, cost: Usage) -> None:
        with self.database.write() as db:
            usage.record(db, user_id, at, cost)
