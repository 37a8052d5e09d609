"""Words about a mailbox that are owed to its person, delivered like a reminder; what they say is made when they go."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from storage.models import reminders
from storage.owed import Kind
from storage.rows import add_row

R = reminders.c
CONFIRM, BROKEN, DONE, FAILED = "confirm", "broken", "done", "failed"


def owe(db: Connection, user_id: int, mailbox_id: int, step: str, at: datetime, *, asked: bool = False) -> None:
    """Owes a word about a mailbox: whose it is, that it is broken, or what a look that was `asked` for came to.

    The same word is owed once at a time.
    """
    about = f"mailbox/{mailbox_id}/{step}/"
    mine = (R.user_id == user_id, R.kind == Kind.MAILBOX, R.status == "pending", R.episode.startswith(about))
    if db.scalar(select(R.id).where(*mine).limit(1)) is None:
        row = {"kind": str(Kind.MAILBOX), "step": step, "episode": f"{about}{at.isoformat()}", "named_hour": asked}
        add_row(db, reminders, {**row, "user_id": user_id, "created_at": at, "due_at": at})


def let_through(db: Connection, user_id: int) -> None:
    """Has the news from mails told at once, also in quiet hours: the person has asked for them."""
    mine = (R.user_id == user_id, R.kind == Kind.MAIL, R.status == "pending")
    db.execute(update(reminders).where(*mine).values(named_hour=True, held_until=None))


def mailbox_of(episode: str | None) -> int:
    """The mailbox that a word is about."""
    return int((episode or "mailbox/0").split("/")[1])
