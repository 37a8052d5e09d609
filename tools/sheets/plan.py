"""How one file is to be read: what a person has said of its sheet, columns, days and words; kept behind buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from storage.status import Status
from tools.result import Refusal
from tools.sheets.columns import LABELS
from tools.sheets.dates import Order
from tools.sheets.reading import Table

FILE = re.compile(r"[A-Za-z0-9_-]{8,40}")
MOST_WORDS = 200


@dataclass(frozen=True)
class Plan:
    """`columns` are fields by the column's place (from 0), `words` statuses by the words that mean them."""

    file: str
    sheet: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    dates: Order | None = None
    words: Mapping[str, Status] = field(default_factory=dict)

    def args(self) -> dict[str, Any]:
        """The arguments of the call that goes on with it."""
        columns = ",".join(f"{place}={name}" for place, name in sorted(self.columns.items()))
        words = ";".join(f"{word}={status}" for word, status in self.words.items())
        known = {"file": self.file, "columns": columns, "dates": self.dates, "words": words,
                 "sheet": self.sheet and str(self.sheet)}  # fmt: skip
        return {key: value for key, value in known.items() if value}

    def fields(self, table: Table) -> Table:
        """The table with the fields that the person named; one that can be there once leaves its other column."""
        fields = list(table.fields)
        for place, name in self.columns.items():
            if not 0 <= place < len(fields):
                raise Refusal("There is no such column in that file.")
            if name not in ("note", "nothing"):
                fields = ["note" if other == name else other for other in fields]
            fields[place] = name
        return table.with_fields(fields)

    def with_column(self, place: int, name: str) -> Plan:
        """The same with one column named anew."""
        kept = {p: n for p, n in self.columns.items() if p != place and (n != name or n in ("note", "nothing"))}
        return replace(self, columns={**kept, place: name})


def read(file: str, sheet: str | None, columns: str | None, dates: Order | None, words: str | None) -> Plan:
    """The plan of a call's arguments. Raises Refusal for what no question of ours has written."""
    if not FILE.fullmatch(file):
        raise Refusal("I do not know that file. Send it again with /import.")
    named: dict[int, str] = {}
    for part in filter(None, (columns or "").split(",")):
        place, _, name = part.partition("=")
        if not re.fullmatch(r"\d{1,3}", place) or name not in LABELS:
            raise Refusal("I cannot read the columns that were named. Send the file again with /import.")
        named[int(place)] = name
    said = [part.rpartition("=") for part in (words or "").split(";")[:MOST_WORDS]]
    known = {word: Status(status) for word, _, status in said if status in set(Status)}
    number = int(sheet) if sheet and re.fullmatch(r"\d{1,3}", sheet) else None
    return Plan(file, number, named, dates, known)
