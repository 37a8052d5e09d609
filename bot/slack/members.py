"""Who may talk to the bot: full members of its own workspace; what Slack says of somebody is kept for an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.channel import Clock
from bot.slack.arrivals import Me, user_of
from bot.slack.sending import Sender

KEPT = timedelta(hours=1)
GUEST = (
    "I keep job searches for the full members of this workspace only, so I cannot keep yours here. I read nothing of "
    "what you wrote. You can run your own Jobbot at no cost."
)


class Members:
    """Asks Slack once an hour about each person."""

    def __init__(self, me: Me, sender: Sender, clock: Clock) -> None:
        self.me = me
        self.sender = sender
        self.clock = clock
        self._known: dict[str, tuple[bool, datetime]] = {}
        self._zones: dict[str, str] = {}

    async def is_full(self, account: str) -> bool:
        """Whether somebody is a full member, no guest, no bot and of no other workspace. Raises one of TROUBLE."""
        now = self.clock()
        full, asked = self._known.get(account, (False, now - KEPT))
        if now - asked >= KEPT:
            found = await self.sender.patient(lambda: self.sender.client.users_info(user=user_of(account)))
            full = is_full(found["user"], self.me.team)
            self._known[account] = (full, now)
            self._zones[account] = str(found["user"].get("tz") or "")
        return full

    def zone(self, account: str) -> str:
        """The time zone of their profile, as Slack said it when they were asked about; empty where it said none."""
        return self._zones.get(account, "")


def is_full(user: dict[str, Any], team: str) -> bool:
    """What Slack's record of a user says of it."""
    elsewhere = (user.get("team_id") or team) != team and not user.get("enterprise_user")
    foreign = user.get("is_stranger") or elsewhere
    guest = user.get("is_restricted") or user.get("is_ultra_restricted")
    return not (foreign or guest or user.get("is_bot") or user.get("deleted"))
