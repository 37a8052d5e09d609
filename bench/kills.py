"""The program ended by SIGKILL at random moments; what must hold afterwards is said in tests/test_kill.py."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure
from tests.process import Process
from tests.test_kill import Witness

KILLS = 100
GOAL = 0.0


def run() -> Iterator[Figure]:
    """The share of the kills after which something was lost, there twice, or could not be taken back."""
    dice = random.Random()
    wrong: list[str] = []
    killed = 0
    while killed < KILLS:
        with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
            witness = Witness(Process(Path(folder)), dice)
            try:
                while killed < KILLS:
                    killed += 1
                    survive(witness)
                witness.process.close()
            except AssertionError as error:
                # What is broken stays broken: the rest is tried on a new database.
                witness.process.kill()
                wrong.append(f"kill {killed}: {' '.join(str(error).split())[:120]}")
    note = f"{KILLS} kills" + "".join(f"; {one}" for one in wrong[:3])
    yield Figure("kills/wrong", len(wrong) / KILLS, GOAL, note)


def survive(witness: Witness) -> None:
    """One kill, and all that is looked at afterwards; raises AssertionError."""
    if not witness.undo:
        witness.take_back()
    witness.burst()
    witness.again()
    witness.take_back()
