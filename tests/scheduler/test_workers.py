"""Several processes on one PostgreSQL: all that is due is delivered, and twice only what a dead worker left unsaid."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.outbox import AT_ONCE
from storage.database import Database, migrate, open_database
from storage.models import accounts, reminders, users
from tests.databases import postgres_database
from tests.scheduler.crew import NOW, under_kills, waiting

# JOBBOT_DUE=2000 is the long run; of ten people one is owed something now.
DUE = int(os.environ.get("JOBBOT_DUE", "300"))
KILLS = max(4, DUE // 75)
PATIENCE = 60 + DUE / 5


@pytest.fixture
def crowded(postgres: str) -> Iterator[Database]:
    """A database of its own with ten times as many reminders as are due."""
    with postgres_database(postgres, f"jobbot_workers_{os.getpid()}") as url:
        database = open_database(url)
        migrate(database)
        people = range(1, DUE + 1)
        with database.write() as db:
            db.execute(insert(users), [{"id": n, "created_at": NOW, "digest": "off"} for n in people])
            row = {"channel": "fake", "last_used_at": NOW}
            db.execute(insert(accounts), [{**row, "user_id": n, "account": f"a{n}"} for n in people])
            db.execute(insert(reminders), [reminder(n, later) for n in people for later in range(10)])
        yield database
        database.close()


def reminder(person: int, later: int) -> dict[str, object]:
    """The first of a person's ten is due now."""
    due = NOW - timedelta(minutes=person % 5) if later == 0 else NOW + timedelta(days=later)
    words = f"thing {person}" if later == 0 else "later"
    return {"user_id": person, "kind": "custom", "text": words, "due_at": due, "created_at": NOW, "named_hour": True}


def test_all_is_delivered_and_nothing_acknowledged_twice(
    crowded: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = under_kills(crowded, tmp_path / "platform.jsonl", KILLS, PATIENCE)
    words = f"{DUE} due, {told.killed} workers killed, {told.repeated} answers died with them and were repeated"
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")
    assert waiting(crowded) == 0 and told.killed > 0
    assert set(told.taken) == {f"thing {n}" for n in range(1, DUE + 1)}
    # An answer that was kept was the only one kept: what came twice had been taken for a worker that died of it.
    assert max(told.settled.values()) == 1
    assert told.repeated <= told.killed * AT_ONCE
    with crowded.read() as db:
        sent = db.scalar(select(func.count()).select_from(reminders).where(reminders.c.status == "sent"))
        later = db.scalar(select(func.count()).select_from(reminders).where(reminders.c.status == "pending"))
    assert (sent, later) == (DUE, DUE * 9)
