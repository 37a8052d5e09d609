"""Mailboxes: the key that locks what is kept of them, whether it still opens that, and which of them cannot be read."""

from __future__ import annotations

import stat
from collections.abc import Iterator

from bot import app
from bot.checks.finding import Finding, Patient, bad, note, ok
from storage import credentials, mailboxes, migrations
from storage.database import Database
from storage.mailboxes import State
from storage.problems import DatabaseProblem
from storage.vault import NoKey, Unreadable, Vault

MAKE_ONE = "Set it to what openssl rand -base64 32 prints, and keep it: without it they are lost."


def check_mail(patient: Patient) -> Iterator[Finding]:
    """Nothing is made, and no server is asked."""
    try:
        database = app.open_data(patient.settings)
        try:
            yield from _about(database, app.vault_of(patient.settings, database))
        finally:
            database.close()
    except DatabaseProblem:
        return  # the check of the database says so


def _about(database: Database, vault: Vault) -> Iterator[Finding]:
    with database.read() as db:
        if migrations.revision(db) != migrations.HEAD:
            return
        boxes = mailboxes.of_everybody(db)
        if not vault.usable:
            yield (bad if boxes else note)(f"mail: JOBBOT_SECRET_KEY locks mail accounts on PostgreSQL. {MAKE_ONE}")
            return
        yield from _rights(vault)
        try:
            total, unreadable = credentials.count_unreadable(db, vault)
        except (NoKey, Unreadable):
            total, unreadable = len(boxes), len(boxes)
    if unreadable:
        yield bad(
            f"mail: the key opens {total - unreadable} of {total} kept passwords and permissions. Put the old "
            "key back, behind the new one in JOBBOT_SECRET_KEY, or have their people connect again."
        )
    broken = [one for one in boxes if one.state == State.BROKEN]
    for box in broken[:5]:
        yield note(f"mail: a mailbox of person {box.user_id} can't be read: {box.reason}. They can connect it again.")
    if boxes and not unreadable:
        yield ok(f"mail: {len(boxes)} mailboxes connected, {len(boxes) - len(broken)} of them readable")


def _rights(vault: Vault) -> Iterator[Finding]:
    path = vault.file
    if path is not None and path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield bad(f"mail: others on this machine may read the key {path}. Close it: chmod 600 '{path}'")
