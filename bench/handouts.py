"""Tables and reports of many applications: memory that does not grow with them, time in step with them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure

FEW, MANY = 1_000, 10_000
FLAT = 1.25  # how much more memory the many may need
LINEAR = 1.5  # how much longer a row of the many may take
# What one file takes, by a process of its own: seconds, and the memory at its peak (MB).
SCRIPT = """
import re, resource, sys, time
from datetime import datetime
from importlib import import_module
from pathlib import Path
from storage.filters import Filter
from tools.handouts.order import Order
from tools.workshop import WORKS
work, url, path = sys.argv[1:]
module, name = WORKS[work]
make = getattr(import_module(module), name)
order = Order(1, "Europe/Berlin", datetime.fromisoformat("2026-11-21T10:00+01:00"), Filter(sort="added"))
start = time.perf_counter()
make(order, Path(path), url)
spent, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = Path("/proc/self/status")
if status.exists():
    # The other figure begins with that of the process which started this one.
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
print(spent, peak / 1024)
"""


def run() -> Iterator[Figure]:
    """Memory and time of ten thousand rows against one thousand, as CSV, as an Excel file and as all of one's data."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        urls = {rows: _filled(Path(folder) / str(rows), rows) for rows in (FEW, MANY)}
        for work in ("csv", "xlsx", "json"):
            few, many = (_made(work, urls[rows], Path(folder) / f"{rows}.{work}") for rows in (FEW, MANY))
            note = f"{few[1]:.0f} and {many[1]:.0f} MB at their peak for {FEW:,} and {MANY:,} rows"
            yield Figure(f"handouts/{work}-memory", many[1] / few[1], FLAT, note)
            slower = (many[0] / MANY) / (few[0] / FEW)
            yield Figure(f"handouts/{work}-time", slower, LINEAR, f"{MANY / many[0]:.0f} rows a second")


def _filled(folder: Path, rows: int) -> str:
    """The address of a database with so many applications of one person."""
    environment = {"JOBBOT_DATA_DIR": str(folder), "JOBBOT_OFFLINE": "1", "PATH": ""}
    words = [sys.executable, "-m", "bot", "seed", "--applications", str(rows)]
    subprocess.run(words, env=environment, check=True, capture_output=True)
    return f"sqlite:///{folder / 'jobbot.db'}"


def _made(work: str, url: str, path: Path) -> tuple[float, float]:
    words = [sys.executable, "-c", SCRIPT, work, url, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    spent, peak = done.stdout.split()
    return float(spent), float(peak)
