"""The watch over postings: which are due for a look, claimed under a lease, and what was seen; looks at none itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, insert, or_, select, update

from storage.leases import clock
from storage.models import applications, reminders, users
from storage.openings import checks
from storage.owed import Kind
from storage.rows import add_rows
from storage.status import Status

C, A, U, R = checks.c, applications.c, users.c, reminders.c
LEASE = timedelta(minutes=5)
DAY = timedelta(days=1)
STEP = 7919  # a prime: ids that follow each other are checked at hours far from each other
AT_ONCE = 500
WATCHED = (Status.SAVED, Status.APPLIED, Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW)
NO_NEWS = "there is later news of it"


@dataclass(frozen=True, slots=True)
class Watched:
    """One posting under watch, as it was seen last. `state`: unknown, open or closed; `seen_closed`: how often in a
    row it was gone; `closed_seen_at`: when first; `pay`, `deadline_on`: as it said them."""

    id: int
    user_id: int
    application_id: int
    url: str
    etag: str | None
    state: str
    seen_closed: int
    closed_seen_at: datetime | None
    pay: str | None
    deadline_on: date | None
    failures: int
    trouble: str | None
    checked_at: datetime | None
    next_check_at: datetime


def enroll(db: Connection, now: datetime) -> None:
    """Puts applications that have a link under watch, spread over the coming day; another link begins anew."""
    missing = _watchable(select(A.id, A.user_id, A.url)).where(C.id.is_(None)).limit(AT_ONCE)
    rows = db.execute(missing).all()
    add_rows(db, checks, [{"user_id": r.user_id, "application_id": r.id, **_fresh(r.id, r.url, now)} for r in rows])
    moved = (
        _watchable(select(C.id, A.id.label("application_id"), A.url), known=True).where(C.url != A.url).limit(AT_ONCE)
    )
    for row in db.execute(moved).all():
        db.execute(update(checks).where(C.id == row.id).values(_fresh(row.application_id, row.url, now)))


def claim(db: Connection, now: datetime, token: str, limit: int = AT_ONCE) -> list[Watched]:
    """What is due for a look by `now`, now `token`'s until the lease ends; the longest due first."""
    free = or_(C.leased_until.is_(None), C.leased_until <= clock(db))
    query = _watchable(select(C.id), known=True).where(C.next_check_at <= now, free)
    due = query.order_by(C.next_check_at, C.id).limit(limit)
    ids = list(db.scalars(due.with_for_update(of=checks, skip_locked=True)))
    held = {"token": token, "leased_until": clock(db, LEASE)}
    for start in range(0, len(ids), AT_ONCE):
        db.execute(update(checks).where(C.id.in_(ids[start : start + AT_ONCE])).values(held))
    columns = [column for column in C if column.name not in ("token", "leased_until")]
    rows = db.execute(
        select(*columns).where(C.token == token, C.id.in_(ids)).order_by(C.next_check_at, C.id)
    ).mappings()
    return [Watched(**row) for row in rows]


# Built once: a round settles hundreds.
SETTLE = update(checks).where(C.id == bindparam("this"), C.user_id == bindparam("owner"), C.token == bindparam("held"))


def settle(db: Connection, one: Watched, token: str, values: dict[str, Any]) -> bool:
    """Keeps what was seen and gives the posting back; False where it is no longer `token`'s."""
    given = {**values, "token": None, "leased_until": None}
    return db.execute(SETTLE, {**given, "this": one.id, "owner": one.user_id, "held": token}).rowcount == 1


def tell(db: Connection, user_id: int, application_id: int, text: str, now: datetime) -> None:
    """Owes the person a message about a posting; it takes the place of one that was not sent yet."""
    mine = (R.user_id == user_id, R.application_id == application_id, R.kind == Kind.POSTING, R.status == "pending")
    db.execute(update(reminders).where(*mine).values(status="cancelled", reason=NO_NEWS))
    row = {"user_id": user_id, "application_id": application_id, "kind": str(Kind.POSTING), "text": text}
    db.execute(insert(reminders).values({**row, "created_at": now, "due_at": now}))


def of_application(db: Connection, user_id: int, application_id: int) -> Watched | None:
    """The watch over an application's posting; None where there is none."""
    columns = [column for column in C if column.name not in ("token", "leased_until")]
    mine = (C.user_id == user_id, C.application_id == application_id)
    row = db.execute(select(*columns).where(*mine)).mappings().first()
    return None if row is None else Watched(**row)


def _watchable(query: Select[Any], *, known: bool = False) -> Select[Any]:
    """Of applications that are on, with a link, of people who let us ask the network; with their watch, if any
    (`known`: only those that have one)."""
    people = A.id.table.join(users, U.id == A.user_id)
    mine = and_(C.application_id == A.id, C.user_id == A.user_id)
    joined = query.select_from(people.join(checks, mine, isouter=not known))
    on = (A.url.is_not(None), A.status.in_(WATCHED), A.archived.is_(False), A.muted.is_(False), U.offline.is_(False))
    return joined.where(*on)


def _fresh(application_id: int, url: str, now: datetime) -> dict[str, Any]:
    """A watch that begins: its hour of the day follows from the application's number."""
    first = now + timedelta(seconds=application_id * STEP % DAY.total_seconds())
    blank = ("etag", "closed_seen_at", "pay", "deadline_on", "trouble", "checked_at", "token", "leased_until")
    begun = {"url": url, "state": "unknown", "seen_closed": 0, "failures": 0, "next_check_at": first}
    return begun | dict.fromkeys(blank)
