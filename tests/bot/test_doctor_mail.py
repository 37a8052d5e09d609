"""What the doctor says of mailboxes and of the key that locks what is kept of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import app
from bot.bad_setting import BadSetting
from bot.checks.mail import check_mail
from bot.settings import read
from storage import credentials, mailboxes, users
from storage.mailboxes import Place, State
from tests.patients import found, wrong

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
KEY = "twenty-letters-or-more-of-a-key"


def connected(folder: Path, state: State = State.ACTIVE) -> app.App:
    """Data with one mailbox."""
    parts = app.build(read({"JOBBOT_DATA_DIR": str(folder)}))
    assert parts.toolbox.mail is not None
    with parts.database.write() as db:
        user = users.ensure_user(db, "stdio", "u1", NOW)
        secret = credentials.keep(db, user.id, parts.toolbox.mail.vault, {"password": "x"}, NOW)
        place = Place("imap", "a@x.example", "imap.x.example", 993, "INBOX")
        box = mailboxes.connect(db, user.id, place, secret, state, NOW)
        mailboxes.change(db, user.id, box.id, reason="the server does not take the password")
    parts.close()
    return parts


def test_nothing_is_connected(tmp_path: Path) -> None:
    app.build(read({"JOBBOT_DATA_DIR": str(tmp_path)})).close()
    assert found(tmp_path, checks=(check_mail,)) == [] and not (tmp_path / "jobbot.key").exists()


def test_all_is_well(tmp_path: Path) -> None:
    connected(tmp_path)
    (said,) = found(tmp_path, checks=(check_mail,))
    assert said.level == "ok" and "1 mailboxes connected, 1 of them readable" in said.words


def test_a_mailbox_that_cannot_be_read(tmp_path: Path) -> None:
    connected(tmp_path, State.BROKEN)
    first, _ = found(tmp_path, checks=(check_mail,))
    assert first.level == "note" and "does not take the password" in first.words and "x.example" not in first.words


def test_a_key_that_others_may_read(tmp_path: Path) -> None:
    connected(tmp_path)
    (tmp_path / "jobbot.key").chmod(0o644)
    assert "chmod 600" in wrong(tmp_path, checks=(check_mail,))[0]


def test_a_key_that_is_another_or_gone(tmp_path: Path) -> None:
    connected(tmp_path)
    assert "opens 0 of 1" in wrong(tmp_path, checks=(check_mail,), JOBBOT_SECRET_KEY=KEY)[0]
    both = f"{KEY} {(tmp_path / 'jobbot.key').read_text()}"
    assert wrong(tmp_path, checks=(check_mail,), JOBBOT_SECRET_KEY=both) == []
    (tmp_path / "jobbot.key").unlink()
    assert "opens 0 of 1" in wrong(tmp_path, checks=(check_mail,))[0]


def test_postgresql_without_a_key(blank_url: str, tmp_path: Path) -> None:
    app.build(read({"JOBBOT_DATA_DIR": str(tmp_path), "JOBBOT_DATABASE_URL": blank_url})).close()
    said = found(tmp_path, checks=(check_mail,), JOBBOT_DATABASE_URL=blank_url)
    asked = [one.words for one in said if "JOBBOT_SECRET_KEY" in one.words]
    assert bool(asked) == blank_url.startswith("postgresql")


def test_a_key_that_is_too_short() -> None:
    with pytest.raises(BadSetting, match="JOBBOT_SECRET_KEY is too short"):
        read({"JOBBOT_SECRET_KEY": "short"})
