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
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from sqlalchemy import Connection, select, update

from storage import delivery
from storage.database import Database, open_database
from storage.models import reminders
from storage.rows import among
from tests.scheduler.crew import NOW

AT_ONCE = 2_000  # each batch is six words with the server, which cost more than the rows where the machine is busy


@dataclass(frozen=True)
class Due:
    """People who were claimed together, and the reminders that are due to them."""

    people: list[int]
    reminders: list[int]


def claim(database: Database, told: Due | None = None, token: str = "bench") -> Due:  # noqa: S107 - a name
    """Hands in the last batch, of which all was told, and gives the next; nobody in it: nothing is due any more."""
    with database.write() as db:
        if told:
            _hand_in(db, told, token)
        people = delivery.claim(db, NOW, ["fake"], token, limit=AT_ONCE)
        return Due(people, due_ids(db, people, NOW))


def settle(database: Database, told: Due) -> None:
    """Hands in a batch of which all was told."""
    with database.write() as db:
        _hand_in(db, told, "bench")


def _hand_in(db: Connection, told: Due, token: str) -> None:
    delivery.mark(db, told.people, told.reminders, NOW, "fake", "ok")
    delivery.release(db, token, told.people)


def due_ids(db: Connection, people: list[int], now: datetime) -> list[int]:
    """The reminders that are due to people."""
    r = reminders.c
    owed = select(r.id).where(among(db, r.user_id, people), r.status == "pending", r.due_at <= now)
    return list(db.scalars(owed)) if people else []


def mark_all(database: Database) -> None:
    """The one statement that only marks all that is due: nobody can be faster."""
    r = reminders.c
    with database.write() as db:
        db.execute(update(reminders).where(r.status == "pending", r.due_at <= NOW).values(status="sent", sent_at=NOW))


def claim_and_mark(database: Database, token: str = "bench") -> list[tuple[int, float]]:  # noqa: S107 - a name
    """All batches, as one worker claims them: each person, and when they were told."""
    told: list[tuple[int, float]] = []
    due = claim(database, None, token)
    while due.people:
        handed_in, due = due, claim(database, due, token)
        at = perf_counter()
        told += [(one, at) for one in handed_in.people]
    return told


def timed(work: Callable[[], object]) -> float:
    """The seconds that it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main(url: str) -> None:
    """One worker among several."""
    database = open_database(url)
    with database.glance() as db:
        delivery.next_look(db, ["fake"])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    told = claim_and_mark(database, f"bench-{os.getpid()}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"told": [one for one, _ in told], "kilobytes": memory}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
