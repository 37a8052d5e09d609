"""All that a table would bring, gone through before anything is written: how many rows, which are left out, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from storage.status import Status
from tools.portable import ApplicationPart
from tools.sheets import columns
from tools.sheets.dates import Evidence, Order
from tools.sheets.entry import BadRow, Manner
from tools.sheets.plan import Plan
from tools.sheets.reading import Table
from tools.sheets.rows import MAX_ROWS, Row, Unreadable
from tools.sheets.values import RowReader

Tell = Callable[[str], None]
MOST_NAMED = 5
MOST_WORDS = 12
SHOWN = 3
BEAT = 1000
# Words that stand in names of columns in English alone.
ENGLISH = frozenset(
    "company employer organization organisation firm business name title role applied job stage".split()
)


@dataclass
class LeftOut:
    """The rows that cannot be read: how many, and the first of them with their reasons."""

    number: int = 0
    named: list[str] = field(default_factory=list)

    def add(self, row: Row, why: BadRow) -> None:
        """One more."""
        self.number += 1
        if len(self.named) < MOST_NAMED:
            self.named.append(f"row {row.number}: {why}")


@dataclass
class Survey:
    """What a table would bring. `order_from`: how the order of days is known: said, told by the days, the language."""

    table: Table
    order: Order | None = None
    order_from: str = ""
    doubtful_day: str = ""
    readable: int = 0
    new: int = 0
    left_out: LeftOut = field(default_factory=LeftOut)
    samples: list[ApplicationPart] = field(default_factory=list)
    statuses: Counter[tuple[str, Status]] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def see(self, said: str, meant: Status | None) -> None:
        """A word for a status, and what it was taken for."""
        word = " ".join(said.split())[:60]
        if meant is None and (len(self.unknown) < MOST_WORDS or word in self.unknown):
            self.unknown[word] += 1
        elif meant is not None and (len(self.statuses) < MOST_WORDS or (word, meant) in self.statuses):
            self.statuses[word, meant] += 1


def entries(
    table: Table, manner: Manner, left_out: LeftOut, see: Callable[[str, Status | None], None] | None = None
) -> Iterator[ApplicationPart]:
    """The applications of a table, one after the other; what cannot be read is told to `left_out`. Raises Refusal.

    Each word for a status, and what it was taken for, is told to `see`.
    """
    reader = RowReader(manner, see)
    for number, row in enumerate(body(table), 1):
        if manner.tell is not None and number % BEAT == 0:
            manner.tell(f"{number:,} rows …")
        if number > MAX_ROWS:
            raise Unreadable(f"That table has more than {MAX_ROWS:,} rows. Send it in parts. Nothing was imported.")
        try:
            yield reader.read(row)
        except BadRow as error:
            left_out.add(row, error)


def body(table: Table) -> Iterator[Row]:
    """The rows below the names of the columns, without empty ones and repeated names."""
    for row in table.source.rows():
        if row.number > table.top and not row.empty and (row.problem or not _is_head(row, table)):
            yield row


def _is_head(row: Row, table: Table) -> bool:
    return table.top > 0 and row.cells[:1] == table.headers[:1] and row.cells == table.headers[: len(row.cells)]


def survey(
    table: Table, plan: Plan, now: datetime, is_new: Callable[[ApplicationPart], bool], tell: Tell | None = None
) -> Survey:
    """Go through a table. Raises Refusal."""
    found = Survey(table)
    _decide_order(found, plan, now)
    manner = Manner(table.named, table.fields, now, found.order, plan.words, tell)
    for part in entries(table, manner, found.left_out, found.see):
        found.readable += 1
        found.new += is_new(part)
        if len(found.samples) < SHOWN:
            found.samples.append(part)
    return found


def _decide_order(found: Survey, plan: Plan, now: datetime) -> None:
    """Whether the day or the month stands first, over all columns of days."""
    if plan.dates:
        found.order, found.order_from = plan.dates, "as you said"
        return
    table, evidence = found.table, Evidence()
    places = [(p, f in ("applied_on", "status_on")) for p, f in enumerate(table.fields) if f in columns.DATES]
    for row in body(table) if places else ():
        for place, over in places:
            if place < len(row.cells):
                evidence.see(row.cells[place], now.date(), over)
    found.order = evidence.order()
    found.order_from = "as the other days in it show" if found.order else ""
    if found.order is None and evidence.needed:
        if not evidence.day and not evidence.month and _foreign(table):
            found.order, found.order_from = "day", "as is usual in its language"
        else:
            found.doubtful_day = evidence.example
    if not evidence.needed:
        found.order_from = ""


def _foreign(table: Table) -> bool:
    """Whether the names of the columns are German, French or Spanish: there the day comes first."""
    words = {word for header in table.headers for word in columns.normal(header).split()}
    return table.top > 0 and not words & ENGLISH
