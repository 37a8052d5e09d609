"""Importing a large table: time in step with its rows, memory that does not grow with them."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure

FEW, MANY = 5_000, 50_000
LINEAR = 1.5  # how much longer a row of the large table may take
FLAT = 1.5  # how much more memory the large table may need
# Its peak memory (MB) and its time (s), asked about and imported, by a process of its own.
SCRIPT = """
import os, resource, sys, time
from bot import cli
start = time.perf_counter()
status = cli.main(["import", sys.argv[1], "--yes"])
spent = time.perf_counter() - start
print(status, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)
"""


def run() -> Iterator[Figure]:
    """Seconds a row and peak memory, fifty thousand rows against five thousand."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        few, many = (_measured(Path(folder), rows) for rows in (FEW, MANY))
    slower = (many[0] / MANY) / (few[0] / FEW)
    note = f"{FEW / few[0]:.0f} and {MANY / many[0]:.0f} rows a second, read twice and written once"
    yield Figure("sheets/time", slower, LINEAR, note)
    yield Figure("sheets/memory", many[1] / few[1], FLAT, f"{few[1]:.0f} and {many[1]:.0f} MB at their peak")


def _measured(folder: Path, rows: int) -> tuple[float, float]:
    path = folder / f"{rows}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("Company", "Title", "Status", "Date applied", "Location", "Salary", "Link", "Notes"))
        for n in range(rows):
            day = f"2026-{1 + n % 10:02d}-{1 + n % 28:02d}"
            table.writerow(
                (f"Firm {n % 9000}", f"Cook {n}", "Applied", day, "Bonn", 40_000 + n, f"https://x.example/{n}", "nice")
            )
    environment = {"JOBBOT_DATA_DIR": str(folder / f"data-{rows}"), "JOBBOT_OFFLINE": "1", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], env=environment, capture_output=True, text=True, check=True
    )
    status, spent, peak = done.stderr.split("\n")[-2].split()
    assert status == "0", done.stderr
    return float(spent), float(peak)
