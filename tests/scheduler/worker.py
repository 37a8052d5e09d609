"""One worker process of the test of many: beats until it is ended, on a platform that fails, hangs and asks for pauses.

    python -m tests.scheduler.worker URL LOG SEED

The platform is a file to which each message that it takes is added in one write, before it answers.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from agent.bridge import Bridge
from bot.channel import Delivered, Failed
from bot.outbox import Note, Outbox
from scheduler import due
from storage.database import open_database
from storage.users import Account
from tests.scheduler.crew import NOW
from tools.catalog import default
from tools.toolbox import Toolbox

# Short, so that a test need not wait long for what dead workers held.
LEASE = timedelta(seconds=3)


class Platform:
    """The made-up chat platform."""

    name = "fake"

    def __init__(self, log: Path, seed: int) -> None:
        self.log = os.open(log, os.O_APPEND | os.O_CREAT | os.O_WRONLY)
        self.chance = random.Random(seed)

    def write(self, event: str, text: str) -> None:
        os.write(self.log, (json.dumps({"event": event, "text": text}) + "\n").encode())

    async def push(self, account: Account, note: Note) -> Delivered | Failed:
        mood = self.chance.random()
        if mood < 0.1:
            raise ConnectionError
        if mood < 0.2:
            return Failed("429", self.chance.randrange(30))
        if mood < 0.25:
            await asyncio.sleep(60)
        await asyncio.sleep(0.01)
        self.write("taken", note.answer.text.split("\n")[0].removeprefix("Reminder: "))
        return Delivered("ok")


def noting(settle: Callable[..., int], platform: Platform) -> Callable[..., int]:
    """The settling of a push, noted once it is kept for good."""

    def settled(toolbox: Toolbox, push: due.Push, *rest: object) -> int:
        number = settle(toolbox, push, *rest)
        if number:
            platform.write("settled", push.answer.text.split("\n")[0].removeprefix("Reminder: "))
        return number

    return settled


async def work(url: str, log: Path, seed: int) -> None:
    """Beat at ever later instants, so that what was put off comes up again soon."""
    platform = Platform(log, seed)
    outbox = Outbox(Toolbox(open_database(url), default()), Bridge(4), {"fake": platform}, patience=0.5, lease=LEASE)
    due.settle = noting(due.settle, platform)
    now: datetime = NOW
    while True:
        await outbox.beat(now)
        now += timedelta(seconds=20)
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
