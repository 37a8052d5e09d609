"""What is sealed says nothing, opens for its person alone, and outlives a new key; a file of the key is its owner's."""

from __future__ import annotations

import stat
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from storage import credentials, mailboxes
from storage.database import Database
from storage.mailboxes import Place, State
from storage.vault import NoKey, Unreadable, Vault, split
from tests.storage.search import at, new_search

KEY, OTHER = "one long word for the tests", "another long word for the tests"
SECRET = {"password": "hunter two"}
NOW = at("2026-11-17 12:00")


def test_it_says_nothing_and_opens_again() -> None:
    vault = Vault((KEY,))
    sealed = vault.seal(7, SECRET)
    assert "hunter" not in sealed and Vault((KEY,)).open(7, sealed) == SECRET
    assert vault.seal(7, SECRET) != sealed


def test_it_opens_for_nobody_else() -> None:
    sealed = Vault((KEY,)).seal(7, SECRET)
    with pytest.raises(Unreadable, match="somebody else"):
        Vault((KEY,)).open(8, sealed)
    with pytest.raises(Unreadable):
        Vault((OTHER,)).open(7, sealed)
    for damaged in ("", "x", sealed[:-5], sealed.swapcase(), "ä" * 40):
        with pytest.raises(Unreadable):
            Vault((KEY,)).open(7, damaged)


def test_a_new_key_before_the_old_one() -> None:
    before = Vault((KEY,)).seal(7, SECRET)
    both = Vault((OTHER, KEY))
    assert both.open(7, before) == SECRET
    assert Vault((OTHER,)).open(7, both.seal(7, SECRET)) == SECRET


def test_the_file_is_made_once_and_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "jobbot.key"
    sealed: list[str] = []
    threads = [threading.Thread(target=lambda: sealed.append(Vault((), path).seal(7, SECRET))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and list(tmp_path.iterdir()) == [path]
    assert [Vault((), path).open(7, one) for one in sealed] == [SECRET] * 8
    path.unlink()
    with pytest.raises(Unreadable, match="gone"):
        Vault((), path).open(7, sealed[0])


def test_without_a_key_nothing_is_kept(database: Database) -> None:
    search = new_search(database, "owner")
    with database.write() as db, pytest.raises(NoKey, match="JOBBOT_SECRET_KEY"):
        credentials.keep(db, search.user.id, Vault(), SECRET, NOW)


def test_keys_of_the_setting() -> None:
    assert split(f" {KEY.replace(' ', '-')}, {'b' * 20} ") == (KEY.replace(" ", "-"), "b" * 20)
    assert split("") == ()
    with pytest.raises(ValueError, match="20 characters"):
        split("short")


def test_a_link_is_used_once_by_its_person_in_its_time(database: Database) -> None:
    search, vault = new_search(database, "owner"), Vault((KEY,))
    with database.write() as db:
        state, verifier = credentials.new_link(db, search.user.id, vault, "http://back", NOW)
        assert credentials.use_link(db, vault, state, NOW, by=search.user.id + 1) is None
        assert credentials.use_link(db, vault, state, NOW + credentials.LIVES) is None
        assert credentials.use_link(db, vault, "x", NOW) is None
        link = credentials.use_link(db, vault, state, NOW)
        assert link is not None and (link.user_id, link.verifier, link.redirect) == (
            search.user.id,
            verifier,
            "http://back",
        )
        assert credentials.use_link(db, vault, state, NOW) is None


def test_a_mailbox_is_one_reader_s_at_a_time(database: Database) -> None:
    search, vault = new_search(database, "owner"), Vault((KEY,))
    me, place = search.user.id, Place("imap", "a@x.example", "imap.x.example", 993, "INBOX")
    with database.write() as db:
        box = mailboxes.connect(db, me, place, credentials.keep(db, me, vault, SECRET, NOW), State.NEW, NOW)
        mailboxes.change(db, me, box.id, state=State.ACTIVE, since=NOW, due_at=NOW)
        assert mailboxes.claim(db, NOW, "first") is not None
        assert mailboxes.claim(db, NOW, "second") is None
        assert mailboxes.renew(db, me, box.id, "first") and not mailboxes.renew(db, me, box.id, "second")
        mailboxes.release(db, me, box.id, "second", looked_at=NOW)
        assert mailboxes.get(db, me, box.id).looked_at is None
        mailboxes.release(db, me, box.id, "first", looked_at=NOW)
        again = mailboxes.connect(db, me, place, credentials.keep(db, me, vault, SECRET, NOW), State.NEW, NOW)
        assert (again.id, again.state, again.looked_at) == (box.id, State.ACTIVE, NOW)
        with pytest.raises(Unreadable):
            credentials.read(db, me, Vault((OTHER,)), again.credential_id or 0)


def test_a_reader_that_died_holds_a_mailbox_no_longer_than_its_lease(database: Database) -> None:
    search, vault = new_search(database, "owner"), Vault((KEY,))
    me, place, ended = (
        search.user.id,
        Place("imap", "a@x.example", "imap.x.example", 993, "INBOX"),
        -timedelta(seconds=1),
    )
    with database.write() as db:
        box = mailboxes.connect(db, me, place, credentials.keep(db, me, vault, SECRET, NOW), State.NEW, NOW)
        mailboxes.change(db, me, box.id, state=State.ACTIVE, since=NOW, due_at=NOW)
        assert mailboxes.claim(db, NOW, "dead", lease=ended) is not None
        assert mailboxes.next_due(db) == NOW
        assert mailboxes.claim(db, NOW, "heir") is not None
        assert mailboxes.next_due(db) is None and not mailboxes.renew(db, me, box.id, "dead")
        assert mailboxes.renew(db, me, box.id, "heir", lease=ended) and mailboxes.next_due(db) == NOW
