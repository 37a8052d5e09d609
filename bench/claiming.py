"""Claiming what is due and marking it as told, as fast as it goes: the loop of the benches, and a process that runs it.

    python -m bench.claiming URL

The process says `ready`, begins when it reads a line, and gives what it told as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from datetime import datetime
from time import perf_counter

from sqlalchemy import ColumnElement, update

from storage import delivery
from storage.database import Database, open_database
from storage.models import reminders
from tests.scheduler.crew import NOW

AT_ONCE = 2_000  # each batch is seven words with the server, which cost more than the rows where the machine is busy


def claim(database: Database, told: list[int] | None = None, token: str = "bench") -> list[int]:  # noqa: S107 - a name
    """Hands in the people of the last batch, to whom all that was due is told, and gives those of the next."""
    with database.write() as db:
        if told:
            db.execute(update(reminders).where(*due_for(told, NOW)).values(status="sent", sent_at=NOW))
            delivery.release(db, token, told)
        return delivery.claim(db, NOW, ["fake"], token, limit=AT_ONCE)


def due_for(people: list[int], now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What is due to people."""
    r = reminders.c
    return r.user_id.in_(people), r.status == "pending", r.due_at <= now


def mark_all(database: Database) -> None:
    """The one statement that only marks all that is due: nobody can be faster."""
    r = reminders.c
    with database.write() as db:
        db.execute(update(reminders).where(r.status == "pending", r.due_at <= NOW).values(status="sent", sent_at=NOW))


def claim_and_mark(database: Database, token: str = "bench") -> list[tuple[int, float]]:  # noqa: S107 - a name
    """All batches, as one worker claims them: each person, and when they were told."""
    told: list[tuple[int, float]] = []
    people = claim(database, None, token)
    while people:
        handed_in, people = people, claim(database, people, token)
        at = perf_counter()
        told += [(one, at) for one in handed_in]
    return told


def timed(work: Callable[[], object]) -> float:
    """The seconds that it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main(url: str) -> None:
    """One worker among several."""
    database = open_database(url)
    with database.read() as db:
        delivery.next_look(db, ["fake"])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    told = claim_and_mark(database, f"bench-{os.getpid()}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"told": [one for one, _ in told], "kilobytes": memory}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
