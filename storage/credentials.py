"""The secrets of a person's mail accounts as rows, sealed; and the one-time links by which Google hands one over."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from storage.mail_tables import credentials, oauth_links
from storage.rows import NotThere, add_row
from storage.vault import NoKey, Unreadable, Vault

C, L = credentials.c, oauth_links.c
LIVES = timedelta(minutes=30)


def keep(db: Connection, user_id: int, vault: Vault, secret: dict[str, Any], at: datetime) -> int:
    """Keeps a secret, sealed; gives its id. Raises NoKey."""
    row = {"user_id": user_id, "sealed": vault.seal(user_id, secret), "created_at": at, "updated_at": at}
    return add_row(db, credentials, row)


def read(db: Connection, user_id: int, vault: Vault, credential_id: int) -> dict[str, Any]:
    """A secret as it was. Raises NotThere; Unreadable and NoKey where the key is not there."""
    sealed = db.scalar(select(C.sealed).where(C.user_id == user_id, C.id == credential_id))
    if sealed is None:
        raise NotThere(f"no credential {credential_id} of user {user_id}")
    return vault.open(user_id, sealed)


def readable(db: Connection, user_id: int, vault: Vault) -> list[dict[str, Any]]:
    """All secrets of a person that can be opened."""
    found = []
    for sealed in db.scalars(select(C.sealed).where(C.user_id == user_id).order_by(C.id)):
        with suppress(Unreadable, NoKey):
            found.append(vault.open(user_id, sealed))
    return found


def replace(
    db: Connection, user_id: int, vault: Vault, credential_id: int, secret: dict[str, Any], at: datetime
) -> bool:
    """Puts another secret in the place of one; whether it was there. Raises NoKey."""
    mine = (C.user_id == user_id, C.id == credential_id)
    changed = db.execute(update(credentials).where(*mine).values(sealed=vault.seal(user_id, secret), updated_at=at))
    return changed.rowcount == 1


def forget(db: Connection, user_id: int, credential_id: int) -> None:
    """Deletes a secret."""
    db.execute(delete(credentials).where(C.user_id == user_id, C.id == credential_id))


def count_unreadable(db: Connection, vault: Vault) -> tuple[int, int]:
    """How many secrets there are of all people, and how many of them this vault cannot open. Raises NoKey."""
    total = unreadable = 0
    for row in db.execute(select(C.user_id, C.sealed).order_by(C.id)):
        total += 1
        try:
            vault.open(row.user_id, row.sealed)
        except Unreadable:
            unreadable += 1
    return total, unreadable


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was just used up: whose it is, the PKCE verifier, where Google was told to lead back to, and what the
    permission is for (empty: a mailbox)."""

    user_id: int
    verifier: str
    redirect: str
    wish: str = ""


def new_link(
    db: Connection, user_id: int, vault: Vault, redirect: str, at: datetime, *, wish: str = ""
) -> tuple[str, str]:
    """A new link of a person's; gives its state and its PKCE verifier. Raises NoKey.

    Only a digest of the state is kept, and the verifier sealed: a copy of the database opens nothing.
    """
    db.execute(delete(oauth_links).where(or_(L.expires_at <= at, L.used_at.is_not(None))))
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    row = {
        "user_id": user_id, "digest": _digest(state), "verifier": vault.seal(user_id, {"verifier": verifier}),
        "redirect": redirect, "wish": wish, "created_at": at, "expires_at": at + LIVES,
    }  # fmt: skip
    add_row(db, oauth_links, row)
    return state, verifier


def look_link(db: Connection, vault: Vault, state: str, at: datetime) -> Link | None:
    """A link that can still be used; it stays usable. Raises Unreadable, NoKey."""
    open_one = (L.digest == _digest(state), L.used_at.is_(None), L.expires_at > at)
    row = db.execute(select(L.user_id, L.verifier, L.redirect, L.wish).where(*open_one)).first()
    return None if row is None else _link(vault, row)


def use_link(db: Connection, vault: Vault, state: str, at: datetime, *, by: int | None = None) -> Link | None:
    """Uses up a link; None where there is none, or not any more. `by`: only this person's. Raises Unreadable, NoKey."""
    mine = [L.digest == _digest(state), L.used_at.is_(None), L.expires_at > at]
    mine += [] if by is None else [L.user_id == by]
    used = update(oauth_links).where(*mine).values(used_at=at).returning(L.user_id, L.verifier, L.redirect, L.wish)
    row = db.execute(used).first()
    return None if row is None else _link(vault, row)


def awaited(db: Connection, at: datetime) -> bool:
    """Whether somebody may be on their way back from Google."""
    return db.scalar(select(L.id).where(L.used_at.is_(None), L.expires_at > at).limit(1)) is not None


def _link(vault: Vault, row: Row[Any, Any, Any, Any]) -> Link:
    verifier = str(vault.open(row.user_id, row.verifier)["verifier"])
    return Link(row.user_id, verifier, row.redirect, row.wish or "")


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
