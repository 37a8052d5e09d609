"""The Google sheet of a person: which one, what is wrong with it, when it is looked at and by whom; asks no server.

A sheet is due at its hour, and soon after something in the person's list was changed or taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, delete, exists, func, or_, select, update

from storage import credentials
from storage.house import steps
from storage.leases import clock
from storage.models import reminders, users
from storage.owed import Kind
from storage.rows import add_row
from storage.sheet_tables import sheets

S, T, R = sheets.c, steps.c, reminders.c
LEASE = timedelta(minutes=5)
# What is said in one breath goes out together.
BREATH = timedelta(seconds=10)
READY, ASKING, BROKEN, DONE, FAILED = "ready", "asking", "broken", "done", "failed"


class State(StrEnum):
    """Whether a sheet is kept up to date."""

    ACTIVE = "active"
    BROKEN = "broken"  # nothing is tried any more before the person mends it


class Scope(StrEnum):
    """What Google lets us do: only files that we made, or the person's sheets."""

    FILE = "file"
    SHEETS = "sheets"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A connected sheet. `spreadsheet`: its id at Google, None before it is made; `tab`: our tab in it, None before
    there is one; `seen_step` and `seen_at`: how far into the person's changes it is; `asked_at`: when they asked."""

    id: int
    user_id: int
    spreadsheet: str | None
    tab: int | None
    scope: str
    credential_id: int | None
    state: str
    reason: str | None
    seen_step: int
    seen_at: datetime | None
    created_at: datetime
    due_at: datetime | None
    asked_at: datetime | None
    looked_at: datetime | None
    failures: int

    @property
    def link(self) -> str:
        """Where a person opens it; empty before it is made."""
        if not self.spreadsheet:
            return ""
        gid = "" if self.tab is None else f"#gid={self.tab}"
        return f"https://docs.google.com/spreadsheets/d/{self.spreadsheet}/edit{gid}"


def connect(
    db: Connection, user_id: int, spreadsheet: str | None, scope: Scope, credential_id: int, at: datetime
) -> Sheet:
    """Connects a sheet in the place of the one there was; the same one goes on where it stood."""
    known = of_person(db, user_id)
    same = known is not None and known.spreadsheet is not None and known.spreadsheet == spreadsheet
    if known is not None and same:
        _forget_secret(db, known)
        values = {"credential_id": credential_id, "state": State.ACTIVE, "reason": None, "failures": 0, "scope": scope}
        change(db, user_id, **values, due_at=at, asked_at=at)
    else:
        remove(db, user_id)
        row = {"user_id": user_id, "spreadsheet": spreadsheet, "scope": scope, "credential_id": credential_id}
        add_row(db, sheets, {**row, "state": State.ACTIVE, "created_at": at, "due_at": at, "asked_at": at})
    found = of_person(db, user_id)
    assert found is not None
    return found


def of_person(db: Connection, user_id: int) -> Sheet | None:
    """The sheet of a person, if there is one."""
    row = db.execute(select(sheets).where(S.user_id == user_id)).mappings().first()
    return None if row is None else _sheet(row)


def change(db: Connection, user_id: int, **values: Any) -> bool:
    """Sets columns of a person's sheet; whether there is one."""
    return db.execute(update(sheets).where(S.user_id == user_id).values(values)).rowcount == 1


def remove(db: Connection, user_id: int) -> Sheet | None:
    """Forgets a sheet, its secret and what was written into it; gives it as it was."""
    gone = of_person(db, user_id)
    if gone is not None:
        db.execute(delete(sheets).where(S.user_id == user_id))
        _forget_secret(db, gone)
    return gone


def claim(db: Connection, now: datetime, token: str, *, only: int | None = None) -> Sheet | None:
    """The sheet that is due the longest and that nobody looks at, `token`'s until the lease ends; None: none is due."""
    query = _due(now, db).order_by(S.due_at, S.id).limit(1).with_for_update(of=sheets, skip_locked=True)
    number = db.scalar(query if only is None else query.where(S.user_id == only))
    if number is None:
        return None
    taken = update(sheets).where(S.id == number).values(lease=token, leased_until=clock(db, LEASE))
    return _sheet(db.execute(taken.returning(sheets)).mappings().one())


def is_due(db: Connection, now: datetime) -> bool:
    """Whether there is a sheet to look at that nobody looks at."""
    return db.scalar(_due(now, db).limit(1)) is not None


def _due(now: datetime, db: Connection) -> Select[Any]:
    mine = (T.user_id == S.user_id,)
    said = exists().where(*mine, T.undone_at.is_(None), T.id > S.seen_step, T.at <= now - BREATH)
    undone = exists().where(*mine, T.undone_at > S.seen_at, T.undone_at <= now - BREATH)
    # After a fault its own hour counts alone.
    changed = and_(S.failures == 0, or_(said, undone))
    free = or_(S.leased_until.is_(None), S.leased_until <= clock(db))
    online = exists().where(users.c.id == S.user_id, users.c.offline.is_(False))
    return select(S.id).where(S.state == State.ACTIVE, online, free, or_(S.due_at <= now, changed))


def last_step(db: Connection, user_id: int) -> int:
    """The number of the latest change to a person's list."""
    return db.scalar(select(func.max(T.id)).where(T.user_id == user_id)) or 0


def renew(db: Connection, user_id: int, token: str, **values: Any) -> bool:
    """Begins the lease anew, and sets columns; False where it is another's by now, or the sheet is gone or broken."""
    mine = (S.user_id == user_id, S.lease == token, S.state == State.ACTIVE)
    done = db.execute(update(sheets).where(*mine).values(leased_until=clock(db, LEASE), **values))
    return done.rowcount == 1


def release(db: Connection, user_id: int, token: str, **values: Any) -> bool:
    """Gives a sheet back, with what else is known of it now; False where it is another's by now."""
    mine = (S.user_id == user_id, S.lease == token)
    return db.execute(update(sheets).where(*mine).values(lease=None, leased_until=None, **values)).rowcount == 1


def owe(db: Connection, user_id: int, step: str, at: datetime, *, asked: bool = False) -> None:
    """Owes a word about the sheet: it is ready, something is asked, it is broken, or what a look came to.

    The same word is owed once at a time.
    """
    about = f"sheet/{step}/"
    mine = (R.user_id == user_id, R.kind == Kind.SHEET, R.status == "pending", R.episode.startswith(about))
    if db.scalar(select(R.id).where(*mine).limit(1)) is None:
        row = {"kind": str(Kind.SHEET), "step": step, "episode": f"{about}{at.isoformat()}", "named_hour": asked}
        add_row(db, reminders, {**row, "user_id": user_id, "created_at": at, "due_at": at})


def _forget_secret(db: Connection, sheet: Sheet) -> None:
    if sheet.credential_id is not None:
        credentials.forget(db, sheet.user_id, sheet.credential_id)


def _sheet(row: RowMapping) -> Sheet:
    return Sheet(**{name: row[name] for name in Sheet.__dataclass_fields__})
