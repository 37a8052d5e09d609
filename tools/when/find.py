"""Finds date and time expressions in running text, and leaves alone what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tools.when import nodes
from tools.when.lexeme import ENGLISH, GERMAN, Lexeme
from tools.when.model import Found
from tools.when.parse import parse_running


def find(text: str) -> list[Found]:
    """All largest date and time expressions of the text, in order, not resolved. Never raises."""
    shouting = text.upper() == text
    lexemes = parse_running(text)
    return [found for i in range(len(lexemes)) if (found := _found(lexemes, i, text, shouting))]


def _found(lexemes: Sequence[Lexeme], i: int, text: str, shouting: bool) -> Found | None:
    lexeme = lexemes[i]
    flags = _year(lexemes, i) or _flags(lexeme, text)
    if flags == NONE or not _supported(lexemes, i, text, shouting):
        return None
    day, time, stretch, duration = flags
    return Found(lexeme.start, lexeme.end, text[lexeme.start : lexeme.end], day, time, stretch, duration)


Flags = tuple[bool, bool, bool, bool]  # has_day, has_time, is_range, is_duration
NONE = (False, False, False, False)
FLAGS: dict[str, Callable[[Any], Flags]] = {
    "TIME": lambda _: (False, True, False, False),
    "CLKH": lambda _: (False, False, False, True),
    "DUR": lambda _: (False, False, False, True),
    "PERIOD": lambda _: (False, False, True, False),
    "RANGE": lambda _: (False, False, True, False),
    "INSTANT": lambda _: (True, True, False, False),
    "DAY": lambda node: (True, isinstance(node, nodes.Shift) and bool(node.length.minutes), False, False),
    "EXPR": lambda expr: _expression_flags(expr),
}


# "In the morning" is the next one; "at night" or "du soir" say more often what kind of work it is.
NEXT_PART = ("in the ", "am ", "por la ", "dans la ")


def _flags(lexeme: Lexeme, text: str) -> Flags:
    """What a reduced lexeme names."""
    kind = next((kind for kind in lexeme.kinds if kind in FLAGS), None)
    if kind is None or lexeme.is_word:
        return NONE
    flags = FLAGS[kind](lexeme.value(kind))
    if flags == NONE and kind == "EXPR" and _word(lexeme, text).startswith(NEXT_PART):
        return (True, False, False, False)
    return flags


def _expression_flags(expr: nodes.Expr) -> Flags:
    if expr.day == nodes.Shift(nodes.Length(), 1):
        return NONE  # "now" is no date in running text
    end_of_day = expr.part == "eod"
    if expr.day is None and not end_of_day:
        return NONE
    return expr.day is not None, expr.clock is not None or end_of_day, False, False


def _year(lexemes: Sequence[Lexeme], i: int) -> Flags | None:
    """`applications from 2025`."""
    after = i > 0 and lexemes[i - 1].key in ("from", "of", "de", "von", "aus")
    return (False, False, True, False) if after and "YEAR" in lexemes[i].kinds else None


def _supported(lexemes: Sequence[Lexeme], i: int, text: str, shouting: bool) -> bool:
    """A single word that may be a name, a verb or a greeting must show that it is a day."""
    lexeme = lexemes[i]
    if lexeme.size > 1 or not isinstance(_meaning(lexeme), nodes.Weekday | nodes.MonthOf | nodes.Clock | nodes.Today):
        return True
    before = lexemes[i - 1] if i else None
    after = lexemes[i + 1] if i + 1 < len(lexemes) else None
    if before is not None and (before.key in NAMING or f"{before.key} {_word(lexeme, text)}" in FIXED_NAMES):
        return False
    if before is not None and before.key in LEADS:
        return True
    if lexeme.weak and (before is not None or (after is not None and not after.number)):
        return bool(after and after.number and isinstance(_meaning(lexeme), nodes.Weekday))
    return not (_is_name(lexeme, after, shouting) or _foreign_name(lexeme, before))


# After these a weekday or month is one; and after those it is a name or a greeting.
LEADS = frozenset(
    "by until till since before after through between next this last bis jusqu zum seit hasta desde depuis on "
    "am".split()
)
NAMING = frozenset(
    "mr mrs ms miss dr herr frau senor senora monsieur madame called named heisst heißt namens llamada llamado "
    "llamo guten good gute buenos buenas bonne nommee".split()
)
FIXED_NAMES = frozenset(
    ("black friday", "ruby tuesday", "cyber monday", "tgi friday", "casual friday", "man friday", "ash wednesday")
)


def _is_name(lexeme: Lexeme, after: Lexeme | None, shouting: bool) -> bool:
    """`Sunday Times`: capitalised, before another capitalised word that is no word of time."""
    if shouting or after is None or not lexeme.capital or not after.is_word:
        return False
    return after.capital and after.key not in ("i", "im", "we") and not after.kinds


def _foreign_name(lexeme: Lexeme, before: Lexeme | None) -> bool:
    """Months are written small in Spanish and French: `me llamo Abril`."""
    mask = next(iter(lexeme.kinds.values()))[1]
    small = not mask & (ENGLISH | GERMAN)
    return (
        small
        and lexeme.capital
        and before is not None
        and before.is_word
        and isinstance(_meaning(lexeme), nodes.MonthOf)
    )


def _word(lexeme: Lexeme, text: str) -> str:
    return text[lexeme.start : lexeme.end].casefold()


def _meaning(lexeme: Lexeme) -> object:
    for value, _ in lexeme.kinds.values():
        return value
    return None
