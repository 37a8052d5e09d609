"""How lengths of time are put together: "an hour and a half", "zwei Stunden", "45 min"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tools.when.lexeme import Lexeme
from tools.when.nodes import UNIT_LENGTH, Length
from tools.when.rules import Layer, Rule

# "24 hour fitness" is a name; "a 2 hour interview" is not.
LENGTH_NOUNS = frozenset(
    "call calls interview interviews chat meeting session screen slot loop onsite panel assessment test notice "
    "talk technical phone video zoom conversation window block presentation exam coding case live long "
    "entretien gesprach entrevista onboarding trial shift take takehome ago from with for and or at on in to "
    "the so but back out before after later i".split()
)
SINGULAR = ("hour", "day", "week", "month", "minute", "year")
PER = ("a", "an", "per", "pro", "par", "al", "la", "die", "un", "una")
RATED = frozenset(
    "times once twice veces fois mal bucks dollars pounds euros quid grand k usd eur gbp each per".split()
)
ODD_MINUTES = (10, 15, 20, 30, 40, 45, 50)


def scaled(amount: float, unit: str) -> Length | None:
    """So many units; a fraction only of what can be split into whole minutes, days or months."""
    one = UNIT_LENGTH.get(unit)
    if one is None or amount > 5000:
        return None
    whole = amount == int(amount)
    if unit == "year" and not whole:
        return scaled(amount * 12, "month")
    days = one.days * amount
    if days != int(days) or (not whole and (one.months or one.workdays)):
        return None
    return Length(int(one.months * amount), int(days), int(one.workdays * amount), round(one.minutes * amount))


def _half_of(unit: str) -> Length | None:
    return scaled(0.5, unit) if unit in ("hour", "year") else None


def _and_a_half(amount: float, unit: str) -> Length | None:
    return scaled(amount + 0.5, unit) if unit in ("hour", "year", "minute") else None


def _plus(first: Length, second: Length | int | None) -> Length | None:
    """Hours and the minutes after them."""
    if isinstance(second, Length):
        return first.plus(second) if second.minutes < 60 and first.minutes and not second.days else None
    fits = second is not None and first.minutes >= 60 and not first.minutes % 60
    return first.plus(Length(minutes=second or 0)) if fits else None


def _is_rate(lexemes: Sequence[Lexeme], start: int) -> bool:
    """`£13.50 an hour`, `40 hours a week`, `twice a day`."""
    if not start or lexemes[start].key not in PER:
        return False
    before = lexemes[start - 1]
    counted = before.number or before.key[-1:].isdigit() or before.key in RATED
    return counted or bool(before.kinds.keys() & {"UNIT", "MONEY"})


def _true_length(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    if _is_rate(lexemes, start):
        return False
    unit, amount = lexemes[end - 1], lexemes[start].value("N")
    if unit.key == "an" and amount not in (None, 1):
        return False  # French "un an", but German "um 8 an Bosch"
    if amount in (None, 0, 1) or unit.key not in SINGULAR or unit.glued:
        return True
    if end >= len(lexemes) or not lexemes[end].is_word:
        return True
    return lexemes[end].key in LENGTH_NOUNS or bool(lexemes[end].kinds)


def _odd_minutes(length: Length, minutes: int) -> Length | None:
    return _plus(length, minutes) if minutes in ODD_MINUTES else None


LENGTHS: list[Rule] = [
    Rule("DUR", "N|NF|ONE UNIT", scaled, _true_length),
    Rule("DUR", "HALF UNIT", _half_of),
    Rule("DUR", "HALF DASH UNIT", _half_of),
    Rule("DUR", "ONE HALF UNIT", lambda _, unit: _half_of(unit)),
    Rule("DUR", "HALF ONE UNIT", lambda _, unit: _half_of(unit)),
    Rule("DUR", "N|ONE UNIT ANDHALF", _and_a_half),
    Rule("DUR", "N|ONE ANDHALF UNIT", _and_a_half),
    Rule("DUR", "U_hour ANDHALF", lambda: Length(minutes=90)),
    Rule("DUR", "ONEHALF UNIT", lambda unit: _and_a_half(1, unit)),
    Rule("DUR", "TWOHALF UNIT", _and_a_half),
    Rule("DUR", "QUARTER U_hour", lambda minutes: Length(minutes=minutes)),
    Rule("DUR", "QUARTERHOUR", lambda minutes: Length(minutes=minutes)),
    Rule("DUR", "ONE QUARTERHOUR", lambda _, minutes: Length(minutes=minutes)),
]
SUMS: list[Rule] = [
    Rule("DUR", "DUR AND|COMMA? DUR", _plus),
    Rule("DUR", "DUR AND? MIN", _odd_minutes),
    Rule("DUR", "DUR PLUS QUARTER", _plus),
]


@cache
def layers() -> tuple[Layer, Layer]:
    """The rules made ready, in the order in which they are tried."""
    return Layer(LENGTHS), Layer(SUMS)
