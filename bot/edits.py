"""What becomes of an edited message: what was done with its first version is taken back, and the new one is read."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from storage import conversations, steps, users
from storage.database import Database
from tools.result import Call
from tools.toolbox import Toolbox
from tools.turn import Answer, Turn

YOUNG = timedelta(hours=1)
STEPS = 50  # how many of the last steps may be of that hour
TOO_OLD = "That message is too old for me to read it again. Tell me in a new one what is to change."
TAKEN_BACK = "You edited your message, so I took back what I did with its first version."


class Edited(Protocol):
    """A message as it reads now: whose, when it was sent, and `edits`, the event of its first version."""

    @property
    def account(self) -> str:
        """The account of its sender."""
        ...

    @property
    def at(self) -> datetime | None:
        """When it was sent."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...

    @property
    def edits(self) -> str:
        """The event of its first version."""
        ...


def prepare(toolbox: Toolbox, channel: str, heard: Edited, now: datetime) -> tuple[bool, tuple[Answer, ...]]:
    """Whether the new version is to be read, and what to say first. Safe to be asked twice."""
    assert heard.at is not None
    step, same = _before(toolbox.database, channel, heard)
    if same:
        return False, ()
    if now - heard.at > YOUNG:
        return False, (Answer(text=TOO_OLD),)
    if step is None:
        return True, ()
    user_id, number = step
    turn = Turn(user_id=user_id, conversation_id=None, at=now, origin="edit", channel=channel)
    toolbox.run([Call(name="undo", args={"step": number})], turn)
    return True, (Answer(text=TAKEN_BACK),)


def _before(database: Database, channel: str, heard: Edited) -> tuple[tuple[int, int] | None, bool]:
    """The person and step of the first version, if it changed something; and whether the words are still the same."""
    with database.write() as db:
        user = users.find_user(db, channel, heard.account)
        if user is None:
            return None, False
        talk = conversations.ensure_conversation(db, user.id, channel, heard.account, user.created_at)
        spoken = conversations.last_turns(db, user.id, talk, number=conversations.KEPT_TURNS)
        same = any(one.role == "user" and one.at == heard.at and one.content == heard.text[:4000] for one in spoken)
        recent = steps.recent_steps(db, user.id, limit=STEPS)
        found = next((step.id for step in recent if step.event_id == heard.edits), None)
        return (None if found is None else (user.id, found)), same
