"""How clock times and lengths of time are put together from numbers and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tools.when.lexeme import ENGLISH, Lexeme
from tools.when.lexer import UNIT_LENGTH
from tools.when.nodes import Clock, Length
from tools.when.rules import Layer, Rule

# After "at 3" one of these may follow; another word makes it a number of things ("at 3 companies").
FOLLOWERS = frozenset(
    "with for to and but on in at by from or so then please pls plz the my i we they he she it is about re via over near if when "
    "because w as after before until con para y o pero en por de del mit und fur oder aber bei im am zu avec et pour ou mais chez "
    "a que thx thanks ok okay tho though instead not sharp i'll she's re regarding they're there there's works work zoom online "
    "that this next last today tomorrow".split()
)
BLOCKING = frozenset(("UNIT", "MONTH", "N", "NF", "ORD", "DASH"))
DAYISH = frozenset(("DAYWORD", "WD", "MONTH", "ORD", "DOM", "DATE", "SLASH", "YEAR", "PART", "TONIGHT", "U_week", "COMMA"))


def _bare_hour_stands(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    if following.kinds.keys() & BLOCKING or following.number:
        return "DOT" in following.kinds and not following.glued
    if not following.is_word or following.key in FOLLOWERS or following.kinds:
        return following.key not in ("/", "%", "+", "$")
    return start > 0 and bool(lexemes[start - 1].kinds.keys() & DAYISH)


def _after_day(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`lundi 14 heures` is an hour, `14 heures` alone a length."""
    return start > 0 and bool(lexemes[start - 1].kinds.keys() & DAYISH)


def _not_in_a_range(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`10 to 4` is "ten minutes to four" only where it does not stand in "from 10 to 4"."""
    before = lexemes[start - 1].key if start else ""
    return before not in ("from", "between", "de", "von", "du") and _bare_hour_stands(lexemes, start, end)


def _meridiem(hour: int, mark: str) -> Clock | None:
    return Clock(hour, 0, "am" if mark == "am" else "pm") if 0 <= hour <= 24 else None


def _hour(hour: int, minute: int = 0) -> Clock | None:
    if not 0 <= hour <= 24 or minute > 59:
        return None
    return Clock(hour, minute, "24" if hour > 12 or hour == 0 else "bare")


def _before(hour: int, minutes: int) -> Clock | None:
    """`minutes` before the hour; one o'clock comes after twelve."""
    if hour > 24:
        return None
    earlier = hour - 1 if hour not in (0, 1, 13) else {0: 23, 1: 12, 13: 12}[hour]
    return Clock(earlier, 60 - minutes, "24" if earlier > 12 else "bare") if 0 < minutes < 60 else None


def _with_mark(clock: Clock, mark: str) -> Clock | None:
    if clock.mark != "bare":
        return clock if clock.mark == "24" and clock.hour > 12 and mark == "pm" else None
    return replace(clock, mark=mark)


def _with_part(clock: Clock, part: str) -> Clock | None:
    return replace(clock, part=part) if clock.part is None else None


def _span(first: Clock, last: Clock) -> Clock | None:
    if first.until or last.until:
        return None
    if first.mark == "bare" and first.part is None and last.mark in ("am", "pm"):
        crosses = last.mark == "pm" and first.hour % 12 > last.hour % 12
        first = replace(first, mark="am" if crosses else last.mark)
    return replace(first, until=last, zone=last.zone or first.zone)


def _window(first: int | Clock, last: Clock) -> Clock | None:
    both = _from_to(first, last)
    return replace(both, window=True) if both else None


def _from_to(first: int | Clock, last: Clock) -> Clock | None:
    if isinstance(first, int):
        return _span(Clock(first), last) if 0 < first <= 12 and last.mark != "bare" else None
    return _span(first, last)


def _no_count(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`5 in the morning`, but not "applied to 5 in the morning"."""
    before = lexemes[start - 1] if start else None
    return before is None or not before.is_word or bool(before.kinds.keys() & DAYISH)


HOUR_RULES = [
    Rule("TIME", "AT? CLK|DOTCLK MER|MERX", lambda at, clock, mark: _with_mark(clock, mark)),
    Rule("TIME", "AT? HOUR MER", lambda at, hour, mark: _meridiem(hour, mark)),
    Rule("TIME", "AT? MILITARY MER", lambda at, clock, mark: replace(clock, mark=mark) if clock.hour <= 12 else clock),
    Rule("TIME", "AT HOUR MERX", lambda at, hour, mark: _meridiem(hour, mark)),
    Rule("TIME", "AT? CLK OCLOCK?", lambda at, clock, _: clock),
    Rule("TIME", "AT CLKH OCLOCK?", lambda at, clock, _: clock),
    Rule("TIME", "AT DOTCLK OCLOCK?", lambda at, clock, _: clock),
    Rule("TIME", "DOTCLK OCLOCK", lambda clock, _: clock),
    Rule("TIME", "AT MILITARY OCLOCK|U_hour?", lambda at, clock, _: clock, _bare_hour_stands),
    Rule("TIME", "MILITARY OCLOCK|U_hour", lambda clock, _: clock),
    Rule("TIME", "AT? HOUR OCLOCK MER?", lambda at, hour, _, mark: _meridiem(hour, mark) if mark else _hour(hour)),
    Rule("TIME", "AT? HOUR OCLOCK MIN", lambda at, hour, _, minute: _hour(hour, minute)),
    Rule("TIME", "AT HOUR HEURE MIN?", lambda at, hour, _, minute: _hour(hour, minute or 0)),
    Rule("TIME", "HOUR HEURE MIN?", lambda hour, _, minute: _hour(hour, minute or 0), _after_day),
    Rule("TIME", "AT HOUR HEURE ANDHALF", lambda at, hour, _, _h: _hour(hour, 30)),
    Rule("TIME", "HOUR HEURE ANDHALF", lambda hour, _, _h: _hour(hour, 30), _after_day),
    Rule("TIME", "AT HOUR HEURE PLUS QUARTER", lambda at, hour, _h, _p, quarter: _hour(hour, quarter)),
    Rule("TIME", "HOUR HEURE PLUS QUARTER", lambda hour, _h, _p, quarter: _hour(hour, quarter), _after_day),
    Rule("TIME", "AT HOUR HEURE? TOPOST QUARTER|MIN", lambda at, hour, _h, _t, minutes: _before(hour, minutes)),
    Rule("TIME", "HOUR HEURE TOPOST QUARTER|MIN", lambda hour, _h, _t, minutes: _before(hour, minutes)),
    Rule("TIME", "AT HOUR", lambda at, hour: _hour(hour), _bare_hour_stands),
    Rule("TIME", "AT HOUR MIN", lambda at, hour, minute: _hour(hour, minute) if minute >= 10 else None, _bare_hour_stands),
    Rule("TIME", "HOUR PARTP", lambda hour, part: _with_part(Clock(hour), part) if 0 < hour <= 12 else None, _no_count),
    Rule("TIME", "AT HOUR ANDHALF", lambda at, hour, _: _hour(hour, 30)),
    Rule("TIME", "AT HOUR PLUS QUARTER|MIN", lambda at, hour, _, minutes: _hour(hour, minutes)),
    Rule("TIME", "AT? HALFPAST HOUR MER?", lambda at, _, hour, mark: Clock(hour, 30, mark or "bare") if hour <= 12 else None),
    Rule("TIME", "AT? HALFTO HOUR", lambda at, _, hour: _before(hour, 30)),
    Rule("TIME", "AT HALF HOUR", lambda at, _, hour: _hour(hour, 30), None, ENGLISH),
    Rule("TIME", "HALF HOUR", lambda _, hour: _hour(hour, 30), _after_day, ENGLISH),
    Rule("TIME", "AT? QUARTER PAST HOUR MER?", lambda at, q, _, hour, mark: Clock(hour, q, mark or "bare") if hour <= 12 else None),
    Rule("TIME", "AT? QUARTER TO|OFQ HOUR MER?", lambda at, q, _, hour, mark: _marked(_before(hour, q), mark)),
    Rule("TIME", "AT? MIN U_minute? PAST HOUR MER?", lambda at, m, u, _, hour, mark: _past(hour, m, mark), _not_in_a_range),
    Rule("TIME", "AT? MIN U_minute? TO HOUR MER?", lambda at, m, u, _, hour, mark: _minutes_to(hour, m, mark), _not_in_a_range),
    Rule("TIME", "AT? HOUR? NOON", lambda at, hour, noon: Clock(12, 0, "noon") if hour in (None, 12) else None),
    Rule("TIME", "AT? HOUR? MIDNIGHT", lambda at, hour, _: Clock(0, 0, "midnight") if hour in (None, 12) else None),
    Rule("TIME", "HOUR DASH HOUR MER", lambda a, _, b, mark: _span(Clock(a), Clock(b, 0, mark)) if 0 < a < 13 and b < 13 else None),
    Rule("TIME", "AT? HOUR ISH", lambda at, hour, _: _hour(hour)),
]


def _marked(clock: Clock | None, mark: str | None) -> Clock | None:
    return replace(clock, mark=mark) if clock and mark else clock


def _past(hour: int, minute: int, mark: str | None) -> Clock | None:
    return _marked(_hour(hour, minute), mark) if minute in (5, 10, 20, 25) and 0 < hour <= 12 else None


def _minutes_to(hour: int, minute: int, mark: str | None) -> Clock | None:
    return _marked(_before(hour, minute), mark) if minute in (5, 10, 20, 25) and 0 < hour <= 12 else None


PART_RULES = [
    Rule("TIME", "TIME COMMA? PARTP", lambda clock, _, part: _with_part(clock, part)),
    Rule("TIME", "PARTP COMMA? TIME", lambda part, _, clock: _with_part(clock, part)),
    Rule("TIME", "TIME ISH|MER", lambda clock, mark: _with_mark(clock, mark) if mark in ("am", "pm") else clock),
    Rule("TIME", "CLKH PARTP", _with_part),
]
SPAN_RULES = [
    Rule("TIME", "TIME DASH TIME", lambda first, _, last: _span(first, last)),
    Rule("TIME", "TIME|CLKH DASH HOUR MER", lambda first, _, hour, mark: _span(first, Clock(hour, 0, mark))),
    Rule("TIME", "BETWEEN HOUR|TIME|CLKH THROUGH TIME", lambda _, first, _t, last: _window(first, last)),
    Rule("TIME", "FROMTO? HOUR|TIME|CLKH THROUGH TIME", lambda _, first, _t, last: _from_to(first, last), _after_day),
    Rule("TIME", "AT HOUR DASH TIME", lambda _, hour, _d, last: _span(Clock(hour), last) if hour <= 12 else None),
    Rule("TIME", "HOUR DASH TIME", lambda hour, _, last: _span(Clock(hour), last) if hour <= 12 and last.mark != "bare" else None),
]


def scaled(amount: float, unit: str) -> Length | None:
    """So many units; a fraction only of what can be split into whole minutes or days."""
    one = UNIT_LENGTH.get(unit)
    if one is None or amount > 5000:
        return None
    if unit == "day" and amount != int(amount):
        return None
    if unit == "year" and amount != int(amount):
        one, amount = Length(months=1), amount * 12
    if unit == "month" and amount != int(amount):
        return None
    days = one.days * amount
    if days != int(days):
        return None
    return Length(int(one.months * amount), int(days), int(one.workdays * amount), round(one.minutes * amount))


def _halves(amount: float, unit: str) -> Length | None:
    return scaled(amount + 0.5, unit) if unit in ("hour", "year", "minute") else None


def _plus(first: Length, second: Any) -> Length | None:
    if isinstance(second, Length):
        return first.plus(second) if second.minutes < 60 and first.minutes and not second.days else None
    return first.plus(Length(minutes=second)) if first.minutes >= 60 and not first.minutes % 60 else None


# "24 hour fitness" is a name; "a 2 hour interview" is not.
LENGTH_NOUNS = frozenset(
    "call calls interview interviews chat meeting session screen slot loop onsite panel assessment test notice talk technical "
    "phone video zoom conversation window block presentation exam coding case live long video entretien gesprach entrevista "
    "onboarding trial shift take takehome ago from with for and or at on in to the so but back out before after later i with".split()
)


def _is_rate(lexemes: Sequence[Lexeme], start: int) -> bool:
    """`£13.50 an hour`, `40 hours a week`, `twice a day`."""
    if not start or lexemes[start].key not in ("a", "an", "per", "pro", "par", "al", "la", "die", "un", "una"):
        return False
    before = lexemes[start - 1]
    return before.number or before.key[-1:].isdigit() or bool(before.kinds.keys() & {"UNIT", "MONEY"}) or before.key in RATED


RATED = frozenset("times once twice veces fois mal bucks dollars pounds euros quid grand k usd eur gbp each per".split())


def _true_length(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    if _is_rate(lexemes, start):
        return False
    unit = lexemes[end - 1]
    amount = lexemes[start].value("N")
    if amount in (None, 0, 1) or unit.key not in ("hour", "day", "week", "month", "minute", "year") or unit.glued:
        return True
    if end >= len(lexemes) or not lexemes[end].is_word:
        return True
    return lexemes[end].key in LENGTH_NOUNS or bool(lexemes[end].kinds)


LENGTH_RULES = [
    Rule("DUR", "N|NF|ONE UNIT", scaled, _true_length),
    Rule("DUR", "HALF ONE? UNIT", lambda _, one, unit: scaled(0.5, unit) if unit in ("hour", "year") else None),
    Rule("DUR", "ONE HALF UNIT", lambda one, _, unit: scaled(0.5, unit) if unit in ("hour", "year") else None),
    Rule("DUR", "HALF DASH UNIT", lambda half, _, unit: scaled(0.5, unit) if unit == "hour" else None),
    Rule("DUR", "N|ONE UNIT ANDHALF", lambda amount, unit, _: _halves(amount, unit)),
    Rule("DUR", "N|ONE ANDHALF UNIT", lambda amount, _, unit: _halves(amount, unit)),
    Rule("DUR", "ONEHALF UNIT", lambda _, unit: scaled(1.5, unit) if unit == "hour" else None),
    Rule("DUR", "TWOHALF UNIT", _halves),
    Rule("DUR", "QUARTER U_hour", lambda minutes, _: Length(minutes=minutes)),
    Rule("DUR", "ONE? QUARTERHOUR", lambda _, minutes: Length(minutes=minutes)),
]
SUM_RULES = [
    Rule("DUR", "DUR AND|COMMA? DUR", lambda first, _, second: _plus(first, second)),
    Rule("DUR", "DUR AND? MIN", lambda first, _, minutes: _plus(first, minutes) if minutes in (10, 15, 20, 30, 40, 45, 50) else None),
    Rule("DUR", "DUR PLUS QUARTER", lambda first, _, quarter: _plus(first, quarter)),
]



@cache
def layers() -> tuple[Layer, Layer, Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried; a zone is looked for after the second."""
    return Layer(HOUR_RULES), Layer(PART_RULES), Layer(SPAN_RULES), Layer(LENGTH_RULES), Layer(SUM_RULES)
