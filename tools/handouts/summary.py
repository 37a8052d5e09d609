"""The figures of a report as rows: what they are called, their value, and of how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from storage import statistics
from storage.filters import Filter
from storage.statistics import Figures, TimeToResponse
from storage.status import ACTIVE, ENDED, Status
from tools.handouts.order import Order
from tools.sheets.table import Cell

REACHED = (Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW, Status.OFFER, Status.ACCEPTED)


def figures(db: Connection, order: Order) -> tuple[Figures, TimeToResponse]:
    """The figures of those that the order asks for, as far as they were sent."""
    only = these(order.wanted)
    return statistics.overview(db, order.user_id, order.now, order.zone, first=order.first, last=order.last, only=only)


def these(wanted: Filter) -> Filter:
    """The filter as the figures take it, which know statuses and neither open nor ended ones."""
    statuses = set(wanted.statuses or Status)
    if wanted.active is not None:
        statuses &= ACTIVE if wanted.active else ENDED
    if wanted.ended is not None:
        statuses &= ENDED if wanted.ended else ACTIVE
    return replace(wanted, limit=None, statuses=None if len(statuses) == len(Status) else tuple(sorted(statuses)))


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
