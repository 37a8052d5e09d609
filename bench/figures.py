"""Funnel, conversion, percentiles and weeks: against the same SQL on the bare driver, and against rows in Python."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, event

from bench import figures_rows, histories
from bench.measure import Figure, against
from storage import statistics
from storage.database import migrate, open_database
from tests.databases import postgres_database, postgres_server
from tools.figures import pace

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
ROUNDS = {10_000: 7, 1_000_000: 1}
BARE = 1.3
OF_ROWS = {10_000: 0.20, 1_000_000: 0.10}
USER = 1
# Another person, whose rows lie in the same tables.
OTHER, OTHERS = 2, 2_000


def run() -> Iterator[Figure]:
    """Both sizes on SQLite in a file and on PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        for number in ROUNDS:
            yield from _measured(f"sqlite:///{Path(folder) / f'{number}.db'}", number)
    with postgres_server() as server:
        for number in ROUNDS:
            with postgres_database(server, f"jobbot_bench_{number}") as url:
                yield from _measured(url, number)


def _measured(url: str, number: int) -> Iterator[Figure]:
    database = open_database(url)
    migrate(database)
    histories.fill(database, OTHER, 1, OTHERS)
    histories.fill(database, USER, OTHERS + 1, number)
    histories.analyze(database)
    name = f"figures-{database.dialect}-{number // 1000}k"
    with database.read() as db:
        if number == min(ROUNDS):
            ratio, own, floor = against(lambda: figures(db), _bare(db), ROUNDS[number])
            yield Figure(f"{name}/bare-sql", ratio, BARE, f"{own * 1000:.1f} and {floor * 1000:.1f} ms")
        ratio, own, rows = _against_rows(db, ROUNDS[number])
        yield Figure(f"{name}/orm-rows", ratio, OF_ROWS[number], f"{own * 1000:.1f} and {rows * 1000:.1f} ms")
    database.close()


def figures(db: Connection) -> figures_rows.Counts:
    """All four, as the product counts them."""
    found, waits = statistics.overview(db, USER, NOW, ZONE)
    weeks = pace.weeks(statistics.submitted_by_day(db, USER))
    return found.reached, found.converted, waits.median, waits.p90 and round(waits.p90, 6), weeks


def _against_rows(db: Connection, rounds: int) -> tuple[float, float, float]:
    """The figures against the same ones counted in Python; both must come to the same numbers."""
    counted: list[list[figures_rows.Counts]] = [[], []]
    found = against(
        lambda: counted[0].append(figures(db)),
        lambda: counted[1].append(figures_rows.figures(db, USER, ZONE)),
        rounds,
    )
    assert counted[0] == counted[1]
    return found


def _bare(db: Connection) -> Callable[[], None]:
    """The statements that the figures send, sent once more by the driver itself."""
    sent: list[tuple[str, Any]] = []

    def keep(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        sent.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", keep)
    figures(db)
    event.remove(db.engine, "before_cursor_execute", keep)
    driver: Any = db.connection.driver_connection

    def bare() -> None:
        for statement, parameters in sent:
            driver.execute(statement, parameters).fetchall()

    return bare
