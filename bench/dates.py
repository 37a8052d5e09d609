"""Reading days and times in English phrases, against dateparser; the phrases are those of the tests."""

from __future__ import annotations

from collections.abc import Iterator

import dateparser

from bench.measure import Figure, against
from tests.tools.when.tables import Row, rows
from tools.when.parse import parse_short

ROUNDS = 15
GOAL = 0.5


def run() -> Iterator[Figure]:
    """The time for all phrases; both have read them once before, and ours forgets what it has read."""
    phrases = [row for row in rows("english.tsv") if row.call in ("day", "moment")]

    def ours() -> None:
        parse_short.cache_clear()
        for row in phrases:
            row.read()

    def theirs() -> None:
        for row in phrases:
            peer(row)

    ours()
    theirs()
    ratio, own, other = against(ours, theirs, ROUNDS)
    each = 1000 / len(phrases)
    right = sum(row.right for row in phrases), sum(agrees(row) for row in phrases)
    counts = f"{right[0]} and {right[1]} of {len(phrases)} right by our own table"
    note = f"{own * each:.2f} and {other * each:.2f} ms a phrase; {counts}"
    yield Figure("dates/dateparser", ratio, GOAL, note)


def peer(row: Row) -> str:
    """What dateparser makes of a phrase, written as in the table; `?` where it finds nothing."""
    side = {"past": "past", "future": "future"}.get(row.direction, "current_period")
    options = {"RELATIVE_BASE": row.now.replace(tzinfo=None), "PREFER_DATES_FROM": side}
    found = dateparser.parse(row.words, languages=["en"], settings=options)
    if found is None:
        return "?"
    return found.date().isoformat() if row.call == "day" else f"{found:%Y-%m-%dT%H:%M}"


def agrees(row: Row) -> bool:
    """Whether dateparser is right; the offset aside, which it was not asked for."""
    read = peer(row)
    return row.meaning[:16] == read if row.call == "moment" else row.meaning == read
