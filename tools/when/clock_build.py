"""What the clock rules build, and what must stand beside a bare number for it to be an hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.when.lexeme import Lexeme
from tools.when.nodes import Clock, Expr, Mark, Weekday

# After "at 3" one of these may follow; another word makes it a number of things ("at 3 companies").
FOLLOWERS = frozenset(
    "with for to and but on in at by from or so then please pls plz the my i we they he she it is about re via "
    "over near if when because w as after before until con para y o pero en por de del mit und fur oder aber "
    "bei im am zu avec et pour ou mais chez a que thx thanks ok okay tho though instead not sharp regarding "
    "there works work zoom online that this next last today tomorrow".split()
)
BLOCKING = frozenset(("UNIT", "MONTH", "N", "NF", "ORD", "DASH"))
DAYISH = frozenset("DAYWORD WD MONTH ORD DOM DATE SLASH YEAR PART TONIGHT U_week COMMA".split())
NAMED_DAY = frozenset("DAYWORD WD WDX".split())
MOVED = tuple("mov resched chang push switch verschieb verschob cambi deplac aplaz".split())
# Before these numbers count things: "applied to 5 in the morning".
COUNTING = frozenset(
    "to sent did do got had have has made applied submitted wrote finished completed another these those all "
    "only just about heard found saw logged a an the of and or x my our de envie mande hice gemacht geschickt "
    "envoye fait".split()
)
STEPS = (5, 10, 20, 25)


def hour_stands(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`at 3`, but not "at 3 companies"."""
    if end >= len(lexemes):
        return True
    following = lexemes[end]
    if following.key in ("hora", "heure") and end + 1 < len(lexemes) and lexemes[end + 1].key in ("de", "d", "local"):
        return True  # the hour of a place
    if following.number or (following.key != "an" and following.kinds.keys() & BLOCKING):
        return False
    if not following.is_word or following.key in FOLLOWERS or following.kinds:
        return following.key not in ("/", "%", "+", "$")
    if following.capital and start and "COMMA" in lexemes[start - 1].kinds:
        return False  # ", at 12 Bishopsgate"
    return after_day(lexemes, start, end)


def many_hours(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`15:30 hrs`, but not the "heure" of "15h heure de Paris"."""
    return lexemes[end - 1].key not in ("heure", "hora", "hour")


def limit_stands(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`by 5`, `till 3`, but not "from 2 till 3pm"."""
    if end + 1 < len(lexemes) and "DOT" in lexemes[end].kinds and "MONTH" in lexemes[end + 1].kinds:
        return False  # "bis 10. November"
    ranged = start > 0 and bool(lexemes[start - 1].kinds.keys() & {"HOUR", "MER", "CLK", "CLKH", "OCLOCK"})
    return not ranged and hour_stands(lexemes, start, end)


def after_day(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`lundi 14 heures` is an hour, `14 heures` alone a length."""
    return start > 0 and bool(lexemes[start - 1].kinds.keys() & DAYISH)


def at_a_day(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`half ten Thursday`, `tomorrow half two`."""
    at = end + 1 if end < len(lexemes) and "ON" in lexemes[end].kinds else end
    named = at < len(lexemes) and lexemes[at].kinds.keys() & NAMED_DAY
    return bool(named) or after_day(lexemes, start, end)


def beside_day(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`tomorrow from 2 to 3pm` is one span; "moved from 2pm to 3pm" are two times."""
    if any(lexeme.key.startswith(MOVED) for lexeme in lexemes[max(0, start - 8) : start]):
        return False
    following = end < len(lexemes) and bool(lexemes[end].kinds.keys() & (DAYISH | {"ON"}))
    return following or after_day(lexemes, start, end)


def not_in_a_range(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`10 to 4` is "ten minutes to four" only where it does not stand in "from 10 to 4"."""
    before = lexemes[start - 1].key if start else ""
    ends = [lexeme.value("HOUR") for lexeme in lexemes[start:end] if lexeme.number and lexeme.value("HOUR")]
    if len(ends) == 2 and 0 < ends[1] - ends[0] <= 3 and "AT" not in lexemes[start].kinds:
        return False  # "Wednesday, 10 to 11"
    counts = end < len(lexemes) and bool(lexemes[end].kinds.keys() & {"UNIT", "DASH"})
    return before not in ("from", "between", "de", "von", "du") and not counts


def no_count(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`5 in the morning`, but not "applied to 5 in the morning"."""
    return start == 0 or lexemes[start - 1].key not in COUNTING


def hour(value: int, minute: int | None = None) -> Clock | None:
    """A bare hour, or one of 24."""
    if not 0 <= value <= 24 or (minute or 0) > 59:
        return None
    return Clock(value, minute or 0, "24" if value > 12 or value == 0 else "bare")


def hour_and_minute(value: int, minute: int) -> Clock | None:
    """`ten thirty`, `14 Uhr 15`."""
    return hour(value, minute) if minute >= 10 else None


def small_hour(value: int, part: str) -> Clock | None:
    """An hour of twelve with its part of the day."""
    return Clock(value, 0, "bare", part) if 0 < value <= 12 else None


def marked_hour(value: int, mark: Mark | None) -> Clock | None:
    """An hour with am or pm, if said."""
    return marked(hour(value), mark)


def half_past(value: int, mark: Mark | None) -> Clock | None:
    """`half past three`."""
    return Clock(value, 30, mark or "bare") if 0 < value <= 12 else None


def quarter_past(quarter: int, value: int, mark: Mark | None) -> Clock | None:
    """`quarter past three`."""
    return Clock(value, quarter, mark or "bare") if 0 < value <= 12 else None


def before(value: int, minutes: int, mark: Mark | None = None) -> Clock | None:
    """So many minutes before the hour; twelve comes before one."""
    if not 0 < minutes < 60 or not 0 <= value <= 24:
        return None
    earlier = {0: 23, 1: 12, 13: 12}.get(value, value - 1)
    return marked(Clock(earlier, 60 - minutes, "24" if earlier > 12 else "bare"), mark)


def minutes_past(minute: int, value: int, mark: Mark | None) -> Clock | None:
    """`ten past nine`."""
    return marked(hour(value, minute), mark) if minute in STEPS and 0 < value <= 12 else None


def minutes_to(minute: int, value: int, mark: Mark | None) -> Clock | None:
    """`ten to nine`."""
    return before(value, minute, mark) if minute in STEPS and 0 < value <= 12 else None


def marked(clock: Clock | None, mark: Mark | None) -> Clock | None:
    """The same with am or pm; None if they do not go together."""
    if clock is None or mark is None:
        return clock
    if clock.mark == "bare":
        return replace(clock, mark=mark)
    return clock if clock.mark == "24" and clock.hour > 12 and mark == "pm" else None


def military(clock: Clock, mark: Mark) -> Clock:
    """`1015am`."""
    return replace(clock, mark=mark) if clock.hour <= 12 else clock


def with_part(clock: Clock, part: str) -> Clock | None:
    """`at 8 in the evening`."""
    return replace(clock, part=part) if clock.part is None else None


def twelve(value: int | None, mark: Mark) -> Clock | None:
    """`noon`, `12 noon`, `midnight`."""
    return Clock(12 if mark == "noon" else 0, 0, mark) if value in (None, 12) else None


def span(first: int | Clock, last: int | Clock, mark: Mark | None = None) -> Clock | None:
    """`2-3pm`: the first takes the am or pm of the last, where that does not turn the order."""
    last = Clock(last, 0, mark or "bare") if isinstance(last, int) else last
    if isinstance(first, int):
        if not 0 < first <= 12 or last.mark == "bare":
            return None
        first = Clock(first)
    if first.until or last.until:
        return None
    if first.mark == "bare" and first.part is None and last.mark in ("am", "pm"):
        crosses = last.mark == "pm" and first.hour % 12 > last.hour % 12
        first = replace(first, mark="am" if crosses else last.mark)
    return replace(first, until=last, zone=last.zone or first.zone)


def window(first: int | Clock, last: Clock) -> Clock | None:
    """`between 2 and 3pm`."""
    both = span(first, last)
    return replace(both, window=True) if both else None


def short_weekday(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    """`Do 14:30` within a sentence: with a small letter, or at the start, it is the verb."""
    if start == 0:
        return end == len(lexemes)
    return lexemes[start].capital and not lexemes[start - 1].key.endswith((".", "!", "?"))


def on_weekday(weekday: int, clock: int | Clock) -> Expr | None:
    """`Mo 14 Uhr`."""
    said = hour(clock) if isinstance(clock, int) else clock
    return Expr(Weekday(weekday), None, said) if said else None
