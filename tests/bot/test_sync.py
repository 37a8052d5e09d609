"""`jobbot sync --check-reminders`: what is due is printed and marked, or only shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import app, settings, sync
from bot.cli import main
from storage import reminders, users
from storage.database import Database
from storage.journal import Journal


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> settings.Settings:
    """A data folder in which the terminal's person wanted to be reminded a minute ago, and another person too."""
    monkeypatch.setenv("JOBBOT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("JOBBOT_OFFLINE", "1")
    found = settings.read({"JOBBOT_DATA_DIR": str(tmp_path), "JOBBOT_OFFLINE": "1"})
    parts = app.build(found)
    at = now()
    for channel, account in (("terminal", "local"), ("telegram", "4711")):
        with parts.database.write() as db:
            user = users.ensure_user(db, channel, account, at)
            words = f"ring Jane from {channel}"
            reminders.set_custom(Journal(db, user.id), words, at - timedelta(minutes=1), at, named_hour=True)
    parts.close()
    return found


def now() -> datetime:
    """The command goes by the real clock."""
    return datetime.now(UTC)  # noqa: TID251


def states(found: settings.Settings) -> list[str]:
    """How the reminders stand, the terminal's first."""
    parts = app.build(found)
    database: Database = parts.database
    with database.read() as db:
        people = users.all_users(db)
        rows = [one for user in people for one in reminders.find(db, user.id, now(), statuses=None)]
    parts.close()
    return [one.status for one in rows if one.kind == "custom"]


def test_a_dry_run_shows_all_and_changes_nothing(data: settings.Settings, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["sync", "--check-reminders", "--dry-run"]) == 0
        out = capsys.readouterr().out
        assert "terminal:local, custom:" in out and "telegram:4711, custom:" in out and "2 reminders would be" in out
    assert states(data) == ["pending", "pending"]


def test_what_the_terminal_can_take_is_sent_once(data: settings.Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", "--check-reminders"]) == 0
    out = capsys.readouterr().out
    assert "ring Jane from terminal" in out and "1 reminder sent." in out and "telegram" not in out
    assert "1 person waits for a channel that is not connected here." in out
    assert states(data) == ["sent", "pending"]
    assert main(["sync", "--check-reminders"]) == 0
    assert "0 reminders sent." in capsys.readouterr().out


def test_one_person(data: settings.Settings) -> None:
    lines = sync.check_reminders(data, "telegram:4711", dry_run=True)
    assert lines[-1].startswith("1 reminder would be") and "terminal:local, custom:" not in lines


def test_nobody_and_nothing_to_do(data: settings.Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", "--check-reminders", "--user", "nobody"]) == 1
    assert main(["sync"]) == 1
    assert capsys.readouterr().err.count("jobbot: ") == 2
