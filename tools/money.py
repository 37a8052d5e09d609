"""Reads what a job pays from a person's words ("140-160k", "£18 an hour"); knows no rates of exchange."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tools import currencies, pay_words
from tools.amounts import Amount, amounts

__all__ = ["BadMoney", "Found", "Money", "Period", "find", "read"]

Period = pay_words.Period

_MOST = 1e9  # no pay in any currency is above
_MOST_STRONG = 5e6  # nor one in these without being something else: money raised, a turnover
_STRONG = frozenset(("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"))
_THOUSANDS = (10_000.0, 2_000_000.0)  # "90k" alone is pay in between


class BadMoney(ValueError):
    """Words that are no pay; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Money:
    """Pay from `minimum` to `maximum` (either may be open, one figure is both), in units of the ISO 4217 `currency`,
    for a `period`; what was not said is None."""

    minimum: float | None
    maximum: float | None
    currency: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Where pay is spoken of: `text` is what stands from `start` to `end`, and can be read by itself."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Pay:
    """One mention of pay: its figures, its open end, its period, and whether it surely is about pay."""

    start: int
    end: int
    figures: tuple[Amount, ...]
    opens: Literal["up", "down"] | None
    period: Period | None
    sure: bool


def find(text: str) -> list[Found]:
    """The places of a text where pay is surely meant, from left to right; never raises.

    Sure is an amount with a currency, with a period of pay, after a word such as "salary", or in thousands ("90k").
    Hours, days, years, telephone numbers, grades and "401k" are none.
    """
    return [Found(one.start, one.end, text[one.start : one.end]) for one in _mentions(text) if one.sure]


def read(text: str, *, default_currency: str | None = None) -> Money:
    """The pay that is meant by a few words. `default_currency` (ISO 4217) is the person's own, for want of another and
    for signs of many countries ("$"). Raise BadMoney when there is no amount, more than one, or an impossible one."""
    if pay_words.NEGATIVE.match(text):
        raise BadMoney(f"“{_short(text)}” is negative; pay is not.")
    one = _only(text)
    values = sorted(figure.value for figure in one.figures)
    if values[-1] > _MOST:
        raise BadMoney(f"“{_short(text)}” is more than any job pays; is there a digit too many?")
    own = default_currency.upper() if default_currency else None
    family = min((figure.family for figure in one.figures if figure.family), key=len, default=())
    currency = currencies.choose(family, own) if family else own
    lowest = None if one.opens == "down" else values[0]
    highest = None if one.opens == "up" else values[-1]
    return Money(lowest, highest, currency, one.period)


def _only(text: str) -> _Pay:
    """The one mention of pay in an argument: one that is surely pay, or one that is all that was said."""
    mentions = _mentions(text)
    sure = [one for one in mentions if one.sure]
    if len(sure) > 1 and pay_words.BESIDES_PAY.search(text[sure[0].end :]):
        return sure[0]
    if len(sure) > 1:
        raise BadMoney(f"I see more than one amount in “{_short(text)}”. Which one is the pay?")
    if sure:
        return sure[0]
    if len(mentions) == 1 and not pay_words.MEANING.search(text[: mentions[0].start] + text[mentions[0].end :]):
        return mentions[0]
    raise BadMoney(f"I see no pay in “{_short(text)}”. Say it like “60-70k EUR a year” or “$25 an hour”.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


@lru_cache(maxsize=64)
def _mentions(text: str) -> tuple[_Pay, ...]:
    """All figures and ranges of a text, sure or not, from left to right; of two that share a word the first."""
    found: list[_Pay] = []
    for one in _overlapping(text) if pay_words.ANY.search(text) else ():
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _overlapping(text: str) -> Iterator[_Pay]:
    """All figures and ranges of a text with the words that belong to each."""
    figures = sorted([*amounts(text), *_in_words(text)], key=lambda one: (one.start, -one.end))
    at = 0
    while at < len(figures):
        last = at
        while last + 1 < len(figures) and _joined(text, figures[last], figures[last + 1]):
            last += 1
        run = figures[at : last + 1]
        at = last + 1
        if len(run) == 2 and (pair := _pair(text, *run)):
            yield _mention(text, pair)
        elif len(run) <= 2:  # three or more are a date or a telephone number
            yield from (_mention(text, (one,)) for one in run)


def _in_words(text: str) -> Iterator[Amount]:
    """ "six figures" and its like."""
    for found in pay_words.FIGURES.finditer(text):
        least = 10.0 ** (pay_words.COUNTS[found[1].casefold()] - 1)
        yield Amount(found.start(), found.end(), least, None, (), yearly=False, grouped=False, in_words=True)


def _joined(text: str, low: Amount, high: Amount) -> bool:
    """Whether two figures are the ends of a range; "and" joins only after "between"."""
    joint = pay_words.JOINT.fullmatch(text, low.end, high.start)
    if not joint or not joint["pair"]:
        return bool(joint)
    lead = pay_words.LEAD.search(text[max(0, low.start - 24) : low.start])
    return bool(lead and lead["between"])


def _pair(text: str, low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """The two ends of a range, each with the multiple of the other; None where they do not belong together."""
    if pay_words.A_DATE.search(text[max(0, low.start - 12) : low.start]):
        return None
    if high.multiple and not low.multiple and low.figure < 1000:
        low = replace(low, multiple=high.multiple)
    elif low.multiple and not high.multiple and high.figure < 1000:
        high = replace(high, multiple=low.multiple)
    small, large = sorted((low.value, high.value))
    return (low, high) if small and large / small <= 10 else None


def _mention(text: str, figures: tuple[Amount, ...]) -> _Pay:
    """The figures with what is said before and after them."""
    start, end = figures[0].start, figures[-1].end
    lead = pay_words.LEAD.search(text[max(0, start - 24) : start])
    opens: Literal["up", "down"] | None = "up" if figures[0].in_words else None
    if lead and len(figures) == 2 and (lead["between"] or lead["from"] or lead["of"]):
        start -= len(lead[0])
    elif lead and len(figures) == 1 and (lead["up"] or lead["from"] or lead["down"]):
        start -= len(lead[0])
        opens = "down" if lead["down"] else "up"
    return _with_tail(text, _Pay(start, end, figures, opens, None, False))


def _with_tail(text: str, pay: _Pay) -> _Pay:
    """The mention with its period, the currency behind it, and words such as "or more"."""
    for _ in range(2):
        alone = len(pay.figures) == 1 and (_is_money(pay) or pay.figures[0].value >= 1000)
        if alone and (tail := pay_words.TAIL.match(text, pay.end)):
            pay = replace(pay, opens="up" if tail["up"] else "down", end=tail.end())
        if not pay.period and (said := pay_words.period_after(text, pay.end, is_money=_is_money(pay))):
            pay = _with_currency_behind(text, replace(pay, period=said[0], end=said[1]))
    if taxed := pay_words.TAXED.match(text, pay.end):
        pay = replace(pay, end=taxed.end())
    if not pay.period and any(one.yearly for one in pay.figures):
        pay = replace(pay, period="year")
    if not pay.period and (said := pay_words.period_before(text, pay.start)):
        pay = replace(pay, period=said[0], start=said[1])
    return replace(pay, sure=_is_sure(text, pay))


def _with_currency_behind(text: str, pay: _Pay) -> _Pay:
    """The mention with a currency that comes after the period ("20 an hour EUR")."""
    behind = None if any(one.family for one in pay.figures) else currencies.after(text, pay.end)
    if not behind or not behind.fits(pay.figures[-1].value):
        return pay
    last = replace(pay.figures[-1], family=behind.family)
    return replace(pay, figures=(*pay.figures[:-1], last), end=behind.end)


def _is_money(pay: _Pay) -> bool:
    return any(one.family or one.multiple for one in pay.figures)


def _is_sure(text: str, pay: _Pay) -> bool:
    """Whether a mention is about pay beyond doubt."""
    largest = max(one.value for one in pay.figures)
    families = [one.family for one in pay.figures if one.family]
    if families:
        most = _MOST_STRONG if families[0][0] in _STRONG else _MOST
        return 0 < largest <= most and not pay_words.RAISED.match(text, pay.end)
    if pay.figures[0].in_words:
        return True
    if pay.period:
        return pay_words.LEAST[pay.period] <= largest <= _MOST_STRONG
    if any(one.multiple for one in pay.figures):
        return _THOUSANDS[0] <= largest <= _THOUSANDS[1] and not pay_words.NOT_PAY.match(text, pay.end)
    if pay_words.TAXED.search(text, pay.start, pay.end):
        return pay_words.LEAST["month"] <= largest <= _MOST_STRONG
    cue = pay_words.CUE.search(text[max(0, pay.start - 40) : pay.start])
    return bool(cue) and 1000 <= largest <= _MOST_STRONG and (largest >= 2100 or largest < 1900)
