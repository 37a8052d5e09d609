"""The figures of a report as rows: what they are called, their value, and of how many."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from storage import statistics
from storage.statistics import Figures, TimeToResponse
from storage.status import Status
from tools.handouts.order import Order
from tools.sheets.table import Cell

REACHED = (Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW, Status.OFFER, Status.ACCEPTED)


def figures(db: Connection, order: Order) -> tuple[Figures, TimeToResponse]:
    """The figures of those sent within the days of the order."""
    days = {"first": order.first, "last": order.last}
    found = statistics.figures(db, order.user_id, order.now, order.zone, **days)
    return found, statistics.time_to_response(db, order.user_id, order.zone, **days)


def rows(db: Connection, order: Order) -> Iterator[tuple[Cell, ...]]:
    """Name, value, and the number that it is a part of; days and numbers as they are, unknown ones empty."""
    found, waits = figures(db, order)
    yield ("Sent from", order.first or "the first", "")
    yield ("Sent until", order.last or order.today, "")
    yield ("Applications sent", found.submitted, "")
    yield ("Answered by a person or a decision", found.answered, found.submitted)
    for status in REACHED:
        yield (f"Ever reached {status}", found.reached[status], found.submitted)
    yield ("Ghosted, or 30 days without news", found.ghosted, found.submitted)
    yield ("Days to the first answer, median", "–" if waits.median is None else waits.median, waits.answered)
    yield ("Days to the first answer, 90th percentile", "–" if waits.p90 is None else waits.p90, waits.answered)
    yield ("Still waiting for an answer", waits.waiting, found.submitted)
    for status, number in found.by_status.items():
        yield (f"Now {status}", number, found.submitted)
