"""Worker processes that are killed at random and started again, and what became of what was due; for test and bench."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from storage.database import Database
from storage.models import reminders
from tests.checkout import ROOT

NOW = datetime(2026, 11, 9, 14, tzinfo=UTC)
WORKERS = 4


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
    """How many are due and not told yet."""
    with database.read() as db:
        due = (reminders.c.status == "pending", reminders.c.due_at <= NOW)
        return int(db.scalar(select(func.count()).select_from(reminders).where(*due)) or 0)


@dataclass(frozen=True)
class Told:
    """What came of a run: how often each message was taken by the platform, and how often kept as sent."""

    taken: Counter[str]
    settled: Counter[str]
    killed: int

    @property
    def repeated(self) -> int:
        """Messages that were taken more than once."""
        return sum(self.taken.values()) - len(self.taken)


def under_kills(database: Database, log: Path, kills: int, patience: float) -> Told:
    """Four workers, killed so many times, until nothing is due or the patience (seconds) ends."""
    chance = random.Random(7)
    crew, killed = Crew(database.url.render_as_string(hide_password=False), log), 0
    for _ in range(WORKERS):
        crew.start()
    end = time.monotonic() + patience
    try:
        while waiting(database) and time.monotonic() < end:
            time.sleep(0.3)
            if killed < kills and log.exists() and chance.random() < 0.5:
                crew.kill(chance.randrange(WORKERS))
                crew.start()
                killed += 1
    finally:
        crew.end()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    taken = Counter(line["text"] for line in lines if line["event"] == "taken")
    settled = Counter(line["text"] for line in lines if line["event"] == "settled")
    return Told(taken, settled, killed)
