"""A hundred Gmail messages as a look fetches them, against one after the other; and whether anybody waits meanwhile."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

from bench.measure import Figure, seconds
from tools.clients.access import Access
from tools.clients.gmail import Gmail
from tools.clients.google import GoogleApp, Tokens
from tools.clients.google_line import Line

MESSAGES = [f"{number:016x}" for number in range(100)]
ROUNDS = 5
LOOKS = 9
GOAL = 0.1
LONGEST_STALL = 0.020  # seconds
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def run() -> Iterator[Figure]:
    """Fetching, and the event loop beside it."""
    with served() as url:
        access = Access(GoogleApp("bench", "bench", api_url=url), Tokens("x", "x", NOW + timedelta(hours=1)), NOW)
        mailbox, line = Gmail(Line(access)), Line(access)
        mailbox.fetch(MESSAGES)  # connections and imports
        theirs = seconds(lambda: one_by_one(line))
        ours = [seconds(lambda: fetched(mailbox)) for _ in range(ROUNDS)]
        stalls = [asyncio.run(longest_stall(mailbox)) for _ in range(LOOKS)]
        mailbox.close()
        line.close()
    note = f"{median(ours) * 1000:.0f} ms against {theirs * 1000:.0f} ms for {len(MESSAGES)} messages"
    yield Figure("gmail/fetch", median(ours) / theirs, GOAL, note)
    stall = median(stalls)
    yield Figure(
        "gmail/stall", stall / LONGEST_STALL, 1.0, f"the loop was held for {stall * 1000:.1f} ms of at most 20"
    )


def fetched(mailbox: Gmail) -> None:
    """As a look does it."""
    assert len(mailbox.fetch(MESSAGES)) == len(MESSAGES)


def one_by_one(line: Line) -> None:
    """As the library's first example does it: a request, its answer, the next."""
    messages = line.service.users().messages()
    for number in MESSAGES:
        assert line.ask(messages.get(userId="me", id=number, format="raw"))["id"] == number


async def longest_stall(mailbox: Gmail) -> float:
    """The longest time in which nothing else could run on the loop while a thread fetched."""
    task = asyncio.create_task(asyncio.to_thread(mailbox.fetch, MESSAGES))
    longest = 0.0
    while not task.done():
        before = perf_counter()
        await asyncio.sleep(0)
        longest = max(longest, perf_counter() - before)
        await asyncio.sleep(0.001)
    await task
    return longest


@contextmanager
def served() -> Iterator[str]:
    """The address of the server, until the end."""
    command = [sys.executable, "-m", "bench.gmail_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()
