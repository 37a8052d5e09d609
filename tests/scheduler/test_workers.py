"""Several processes on one PostgreSQL: all that is due is delivered, and twice only what a dead worker left unsaid."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.outbox import AT_ONCE
from storage.database import Database, migrate, open_database
from storage.models import accounts, reminders, users
from tests.checkout import ROOT
from tests.databases import postgres_database

NOW = datetime(2026, 11, 9, 14, tzinfo=UTC)
WORKERS = 4
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


class Crew:
    """Worker processes that are killed and started again."""

    def __init__(self, url: str, log: Path) -> None:
        self.url, self.log, self.started = url, log, 0
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        self.started += 1
        command = [sys.executable, "-m", "tests.scheduler.worker", self.url, str(self.log), str(self.started)]
        self.workers.append(subprocess.Popen(command, cwd=ROOT))

    def kill(self, which: int) -> None:
        """At once, in the middle of whatever it does, as by a power cut."""
        worker = self.workers.pop(which)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()

    def end(self) -> None:
        for worker in self.workers:
            worker.terminate()
            worker.wait()


def waiting(database: Database) -> int:
    with database.read() as db:
        due = (reminders.c.status == "pending", reminders.c.due_at <= NOW)
        return int(db.scalar(select(func.count()).select_from(reminders).where(*due)) or 0)


def test_all_is_delivered_and_nothing_acknowledged_twice(
    crowded: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, chance = tmp_path / "platform.jsonl", random.Random(7)
    crew, killed = Crew(crowded.url.render_as_string(hide_password=False), log), 0
    for _ in range(WORKERS):
        crew.start()
    end = time.monotonic() + PATIENCE
    try:
        while waiting(crowded) and time.monotonic() < end:
            time.sleep(0.3)
            if killed < KILLS and log.exists() and chance.random() < 0.5:
                crew.kill(chance.randrange(WORKERS))
                crew.start()
                killed += 1
    finally:
        crew.end()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    taken = Counter(line["text"] for line in lines if line["event"] == "taken")
    settled = Counter(line["text"] for line in lines if line["event"] == "settled")
    repeated = sum(taken.values()) - len(taken)
    with capsys.disabled():
        sys.stdout.write(f"\n{DUE} due, {killed} workers killed, {repeated} answers died with them and were repeated\n")
    assert waiting(crowded) == 0 and killed > 0
    assert set(taken) == {f"thing {n}" for n in range(1, DUE + 1)}
    # An answer that was kept was the only one kept: what came twice had been taken for a worker that died of it.
    assert max(settled.values()) == 1
    assert repeated <= killed * AT_ONCE
    with crowded.read() as db:
        sent = db.scalar(select(func.count()).select_from(reminders).where(reminders.c.status == "sent"))
        later = db.scalar(select(func.count()).select_from(reminders).where(reminders.c.status == "pending"))
    assert (sent, later) == (DUE, DUE * 9)
