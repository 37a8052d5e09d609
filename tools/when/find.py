"""Finds date and time expressions in running text, and leaves alone what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.when import nodes
from tools.when.lexeme import Lexeme
from tools.when.model import Found
from tools.when.parse import parse_running


def find(text: str) -> list[Found]:
    """All largest date and time expressions of the text, in order, not resolved. Never raises."""
    shouting = text.upper() == text
    lexemes = parse_running(text)
    return [found for i, lexeme in enumerate(lexemes) if (found := _found(lexemes, i, lexeme, text, shouting))]


def _found(lexemes: Sequence[Lexeme], i: int, lexeme: Lexeme, text: str, shouting: bool) -> Found | None:
    flags = _flags(lexeme)
    if flags is None or not _supported(lexemes, i, text, shouting):
        return None
    day, time, stretch, duration = flags
    return Found(lexeme.start, lexeme.end, text[lexeme.start : lexeme.end], day, time, stretch, duration)


def _flags(lexeme: Lexeme) -> tuple[bool, bool, bool, bool] | None:
    """has_day, has_time, is_range, is_duration of a reduced lexeme; None if it is no expression."""
    if lexeme.is_word:
        return None
    for kind, (value, _) in lexeme.kinds.items():
        if kind == "TIME":
            return False, True, False, False
        if kind == "CLKH":
            return False, value.hour >= 7 and bool(value.minute), False, not (value.hour >= 7 and value.minute)
        if kind == "DUR":
            return False, False, False, True
        if kind in ("PERIOD", "RANGE"):
            return False, False, True, False
        if kind in ("DAY", "INSTANT"):
            return True, kind == "INSTANT" or _elapsed(value), False, False
        if kind == "EXPR" and value.day == nodes.Shift(nodes.Length(), 1):
            return None  # "now" is no date in running text
        if kind == "EXPR" and (value.day is not None or value.part == "eod"):
            return value.day is not None, value.clock is not None or value.part == "eod", False, False
    return None


def _elapsed(value: object) -> bool:
    return isinstance(value, nodes.Shift) and bool(value.length.minutes)


def _supported(lexemes: Sequence[Lexeme], i: int, text: str, shouting: bool) -> bool:
    """Weak words need a neighbour; a capitalised weekday or month before another capitalised word is a name."""
    lexeme = lexemes[i]
    alone = lexeme.size == 1 and isinstance(_meaning(lexeme), nodes.Weekday | nodes.MonthOf)
    if not alone:
        return True
    before, after = (lexemes[i - 1] if i else None), (lexemes[i + 1] if i + 1 < len(lexemes) else None)
    if _leads(before):
        return True
    if lexeme.weak and not (before is None and after is None):
        return False
    return not _is_name(lexeme, after, shouting)


LEADS = frozenset(
    "by until till from to since before after through and or between next this last bis hasta jusqu vom von zum desde entre de du".split()
)


def _leads(before: Lexeme | None) -> bool:
    return before is not None and before.key in LEADS and before.key not in ("and", "or", "de", "du", "from", "to")


def _is_name(lexeme: Lexeme, after: Lexeme | None, shouting: bool) -> bool:
    if shouting or after is None or not lexeme.capital or not after.is_word:
        return False
    return after.capital and after.key not in ("i", "im", "we") and not after.kinds


def _meaning(lexeme: Lexeme) -> object:
    for value, _ in lexeme.kinds.values():
        return value
    return None


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each expression."""
    for found in find(text):
        yield found.start, found.end
