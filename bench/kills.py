"""The program ended by SIGKILL at random moments: what was answered is there, nothing is there twice, undo works."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure
from tests.house import Process

KILLS = 100
LINES = 8
LONGEST = 0.4  # seconds; about what all the lines take
GOAL = 0.0


def run() -> Iterator[Figure]:
    """The share of the kills after which something was wrong."""
    dice = random.Random()
    wrong: list[str] = []
    unanswered = 0
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        process = Process(Path(folder))
        for number in range(KILLS):
            process.user = f"u{number}"
            answered = burst(process, dice.uniform(0, LONGEST))
            unanswered += LINES - len(answered)
            process.start()
            wrong += [f"kill {number}: {problem}" for problem in checked(process, answered)][:1]
        process.close()
    note = f"{KILLS} kills, {unanswered} of {KILLS * LINES} lines unanswered" + "".join(f"; {one}" for one in wrong[:3])
    yield Figure("kills/wrong", len(wrong) / KILLS, GOAL, note)


def line(process: Process, number: int) -> str:
    """The line that logs one application, as the same event of its platform each time."""
    said = f"/log Company {number}, Cook"
    return json.dumps({"id": number, "user": process.user, "event": f"e{number}", "text": said})


def burst(process: Process, seconds: float) -> set[int]:
    """Send all lines at once and kill the program so long after; give the numbers of those that were answered."""
    process.say("/help")
    for number in range(LINES):
        process.write(line(process, number))
    time.sleep(seconds)
    process.kill()
    outs = iter(process.read, None)
    return {out["id"] for out in outs if out.get("done")}


def checked(process: Process, answered: set[int]) -> Iterator[str]:
    """What is wrong after the restart: as it stands, when all lines come again, and after an undo."""
    there = companies(process)
    lost = [number for number in answered if f"Company {number}" not in there]
    if lost:
        yield f"answered and lost: {lost}"
    for number in range(LINES):
        process.send(line(process, number))
    again = companies(process)
    if again != Counter(f"Company {number}" for number in range(LINES)):
        yield f"after the lines came again: {again}"
    process.say("/undo")
    if len(companies(process)) != LINES - 1:
        yield "undo did not take back one application"


def companies(process: Process) -> Counter[str]:
    """How often each company is there."""
    return Counter(application["company"] for application in process.applications())
