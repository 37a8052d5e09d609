"""Which mails of a mailbox were looked at, and the log of the looks; knows nothing of what stands in a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.mail_tables import fetches, mailboxes, seen_mails
from storage.rows import NotThere, add_row

S, F = seen_mails.c, fetches.c
MOST_KEPT = 200  # looks of a mailbox that the log keeps
_AT_ONCE = 400
RUNNING, DONE, FAILED, CUT = "running", "done", "failed", "cut off"


@dataclass(frozen=True, slots=True)
class Fetch:
    """One look into a mailbox: from when to when, how many mails were looked at, and how it ended."""

    id: int
    mailbox_id: int
    began_at: datetime
    ended_at: datetime | None
    looked: int
    outcome: str
    detail: str | None


def unseen(db: Connection, user_id: int, mailbox_id: int, mails: Sequence[str]) -> list[str]:
    """Those of the mails (short names of the client's) that were not looked at yet, in their order."""
    known: set[str] = set()
    for start in range(0, len(mails), _AT_ONCE):
        part = mails[start : start + _AT_ONCE]
        mine = (S.user_id == user_id, S.mailbox_id == mailbox_id, S.mail.in_(part))
        known |= set(db.scalars(select(S.mail).where(*mine)))
    return [one for one in dict.fromkeys(mails) if one not in known]


def mark_seen(db: Connection, user_id: int, mailbox_id: int, mails: Sequence[str]) -> None:
    """Notes that mails were looked at; twice is as good as once. Raises NotThere."""
    _check(db, user_id, mailbox_id)
    if mails:
        rows = [{"user_id": user_id, "mailbox_id": mailbox_id, "mail": one} for one in dict.fromkeys(mails)]
        new = (postgresql if db.dialect.name == "postgresql" else sqlite).insert(seen_mails)
        db.execute(new.on_conflict_do_nothing(), rows)


def count_seen(db: Connection, user_id: int, mailbox_id: int) -> int:
    """How many mails of a mailbox were looked at."""
    mine = (S.user_id == user_id, S.mailbox_id == mailbox_id)
    return db.scalar(select(func.count()).select_from(seen_mails).where(*mine)) or 0


def begin(db: Connection, user_id: int, mailbox_id: int, at: datetime) -> int:
    """Notes that a look begins; one that was never ended was cut off. Old ones are forgotten. Raises NotThere."""
    _check(db, user_id, mailbox_id)
    mine = (F.user_id == user_id, F.mailbox_id == mailbox_id)
    db.execute(update(fetches).where(*mine, F.outcome == RUNNING).values(outcome=CUT, ended_at=at))
    kept = select(F.id).where(*mine).order_by(F.id.desc()).limit(MOST_KEPT)
    db.execute(delete(fetches).where(*mine, F.id.not_in(list(db.scalars(kept)))))
    row = {"user_id": user_id, "mailbox_id": mailbox_id, "began_at": at, "outcome": RUNNING}
    return add_row(db, fetches, row)


def looked(db: Connection, user_id: int, fetch_id: int, number: int) -> None:
    """Adds to the number of mails looked at."""
    db.execute(update(fetches).where(F.user_id == user_id, F.id == fetch_id).values(looked=F.looked + number))


def end(db: Connection, user_id: int, fetch_id: int, at: datetime, outcome: str, detail: str | None = None) -> None:
    """Notes how a look ended."""
    mine = (F.user_id == user_id, F.id == fetch_id)
    db.execute(update(fetches).where(*mine).values(ended_at=at, outcome=outcome, detail=detail))


def recent(db: Connection, user_id: int, mailbox_id: int, *, limit: int = 5) -> list[Fetch]:
    """The latest looks into a mailbox, the newest first."""
    mine = (F.user_id == user_id, F.mailbox_id == mailbox_id)
    rows = db.execute(select(fetches).where(*mine).order_by(F.id.desc()).limit(limit)).mappings()
    return [Fetch(**{name: row[name] for name in Fetch.__dataclass_fields__}) for row in rows]


def _check(db: Connection, user_id: int, mailbox_id: int) -> None:
    if db.scalar(select(mailboxes.c.id).where(mailboxes.c.user_id == user_id, mailboxes.c.id == mailbox_id)) is None:
        raise NotThere(f"no mailbox {mailbox_id} of user {user_id}")
