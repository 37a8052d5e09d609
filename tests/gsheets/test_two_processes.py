"""Two processes at one sheet on PostgreSQL: one writes at a time, and nothing stands there twice."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from storage.database import Database
from tests.browsing import PUBLIC, browse
from tests.checkout import ROOT
from tests.gsheets.houses import SheetHouse
from tests.gsheets.server import Said, SheetServer
from tests.house import NOON

ROWS, SOON = 1_100, 120.0


class Slow(SheetServer):
    """A Google whose answers take a while; `most` is how many requests about files ever ran at the same time."""

    def __init__(self) -> None:
        self.running = self.most = 0
        self.counting = threading.Lock()
        super().__init__()

    def said(self, method: str, path: str, bearer: str, body: bytes) -> tuple[int, Said]:
        """As the service answers, after a while."""
        with self.counting:
            self.running += 1
            self.most = max(self.most, self.running)
        try:
            time.sleep(0.05)
            return super().said(method, path, bearer, body)
        finally:
            with self.counting:
                self.running -= 1


@pytest.fixture
def slow() -> Iterator[Slow]:
    """A slow Google without sheets."""
    found = Slow()
    yield found
    found.close()


@pytest.fixture
def shared(postgres_empty: Database, tmp_path: Path, slow: Slow) -> Iterator[SheetHouse]:
    """The product on PostgreSQL, beside which other processes look at sheets."""
    found = SheetHouse(postgres_empty.url.render_as_string(hide_password=False), tmp_path, slow, PUBLIC)
    yield found
    found.close()


@pytest.fixture
def workers(shared: SheetHouse, slow: Slow, postgres_empty: Database) -> Iterator[list[subprocess.Popen[str]]]:
    """Two processes that look at whatever sheet is due."""
    url, now = postgres_empty.url.render_as_string(hide_password=False), NOON + timedelta(hours=1)
    command = [sys.executable, "-m", "tests.gsheets.worker", url, slow.url, now.isoformat()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    made = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(2)]  # type: ignore[call-overload]
    yield made
    for one in made:
        one.kill()
        one.communicate()


def until(done: Callable[[], bool]) -> None:
    """Wait for what the workers do."""
    end = time.monotonic() + SOON
    while not done():
        assert time.monotonic() < end, "the workers did not bring the sheet in step"
        time.sleep(0.05)


def stands(house: SheetHouse, company: str, status: str) -> bool:
    """Whether a company's status stands in the sheet."""
    return house.tab.read(company, "Status") == status


def test_one_writes_at_a_time_and_nothing_is_doubled(
    shared: SheetHouse, slow: Slow, tmp_path: Path, workers: list[subprocess.Popen[str]]
) -> None:
    table = tmp_path / "many.csv"
    table.write_text(
        "Company,Role,Status,Applied\n" + "".join(f"Company {n},Driver,applied,2026-11-01\n" for n in range(ROWS))
    )
    shared.bring(table)
    shared.press("Yes|Import|Add")
    assert all(one.stdout is not None and one.stdout.readline() == "ready\n" for one in workers)
    url = shared.url(shared.say("make me a google sheet"), "Make my sheet")
    browse(shared, shared.google.allow(browse(shared, url).headers["location"]))
    until(lambda: bool(shared.google.books) and len(shared.book.tabs[-1].cells) == ROWS + 1)
    for number in range(5):
        assert "→ rejected" in shared.say(f"/status rejected, Company {number + 1000}").text
        until(partial(stands, shared, f"Company {number + 1000}", "rejected"))
    said = [one.communicate("end\n", timeout=SOON) for one in workers]
    assert [one.returncode for one in workers] == [0, 0] and not any(errors for _, errors in said)
    companies = [row[shared.tab.column("Company")] for row in shared.tab.cells[1:]]
    assert sorted(companies) == sorted(f"Company {n}" for n in range(ROWS))
    assert slow.most == 1, "no two requests at once"
    assert sum(int(looks) for looks, _ in said) >= 2
