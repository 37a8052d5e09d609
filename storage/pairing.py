"""One-time codes: who sends one is let in, or becomes one with a person met before; knows no channel."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from storage.house import pairings
from storage.models import accounts, applications
from storage.users import erase, get_user, link_account, list_accounts

P = pairings.c
# Without letters and digits that look alike; 8 of 30 are more than a guesser can try in the time that a code lives.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
LIVES = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pairing:
    """A code that was just used up: `user_id` is the person whom it belongs to, None for any newcomer."""

    user_id: int | None


class HasData(Exception):
    """The account has applications of its own, which nobody may mix with another's."""


def new_code(db: Connection, at: datetime, user_id: int | None = None) -> str:
    """A new code for somebody new or for one more account of a person; only its digest is kept."""
    db.execute(delete(pairings).where(or_(P.expires_at <= at, P.used_at.is_not(None))))
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    row = {"digest": _digest(code), "user_id": user_id, "created_at": at, "expires_at": at + LIVES}
    db.execute(insert(pairings).values(row))
    return code


def shown(code: str) -> str:
    """The code as people read it best."""
    return f"{code[:4]}-{code[4:]}"


def looks_like_code(said: str) -> bool:
    """Whether words may be a code, in whatever case and with a dash or blanks in it."""
    code = _plain(said)
    return len(code) == LENGTH and all(letter in LETTERS for letter in code)


def use_code(db: Connection, said: str, at: datetime, *, links_only: bool = False) -> Pairing | None:
    """Uses up the code; None when there is no such one, or not any more. `links_only`: one for newcomers is left."""
    mine = [P.digest == _digest(said), P.used_at.is_(None), P.expires_at > at]
    mine += [P.user_id.is_not(None)] if links_only else []
    row = db.execute(update(pairings).where(*mine).values(used_at=at).returning(P.id, P.user_id)).first()
    return None if row is None else Pairing(row.user_id)


def join(db: Connection, user_id: int, channel: str, account: str, at: datetime) -> bool:
    """Makes an account one of this person's; False when it is already. What it was before, an empty person, goes.

    Raises HasData, NotThere.
    """
    mine = (accounts.c.channel == channel, accounts.c.account == account)
    before = db.scalar(select(accounts.c.user_id).where(*mine))
    if before == user_id:
        return False
    if before is not None and db.scalar(select(applications.c.id).where(applications.c.user_id == before).limit(1)):
        raise HasData
    _move(db, before, user_id, channel, account, at)
    return True


def _move(db: Connection, before: int | None, user_id: int, channel: str, account: str, at: datetime) -> None:
    get_user(db, user_id)
    if before is None:
        link_account(db, user_id, channel, account, at)
        return
    mine = (accounts.c.channel == channel, accounts.c.account == account)
    db.execute(update(accounts).where(*mine).values(user_id=user_id, last_used_at=at))
    if not list_accounts(db, before):
        erase(db, before)


def _plain(said: str) -> str:
    return "".join(said.upper().replace("-", " ").split())


def _digest(said: str) -> str:
    return hashlib.sha256(_plain(said).encode()).hexdigest()
