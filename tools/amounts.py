"""Finds figures with their multiple and currency in a text ("140k", "28 000 €"); does not know what is paid for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools import currencies
from tools.currencies import Family

# Groups of three (of two in India) parted by comma, dot, apostrophe or a space, or plain digits; then decimals.
_GLUED_CODES = "|".join(rf"(?<=\b{code})" for code in ("USD", "EUR", "GBP", "CHF", "INR", "CAD", "AUD", "Rs", "R", "N"))
_FIGURE = re.compile(
    rf"(?=\d)(?:(?<![\w.,#])|{_GLUED_CODES})"
    r"(?:\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d\d)+,\d{3}(?!\d)|\d{1,15})"
    r"(?:[.,]\d{1,3})?(?!\d|[.,]\d)(?P<dash>[.,](?:--?|[–—](?!\d)))?"  # "38.000,-"
)
_GROUPED = re.compile(r"\d[,.'’ \u00a0\u202f]\d{3}")
_THOUSAND, _MILLION, _LAKH, _CRORE = 1e3, 1e6, 1e5, 1e7
_MULTIPLES = {
    "k": _THOUSAND, "thousand": _THOUSAND, "grand": _THOUSAND, "tsd": _THOUSAND, "tausend": _THOUSAND,
    "mil": _THOUSAND, "mille": _THOUSAND, "m": _MILLION, "mn": _MILLION, "mio": _MILLION, "million": _MILLION,
    "millions": _MILLION, "millionen": _MILLION, "millones": _MILLION, "lakh": _LAKH, "lakhs": _LAKH, "lac": _LAKH,
    "lacs": _LAKH, "lpa": _LAKH, "l": _LAKH, "crore": _CRORE, "crores": _CRORE, "cr": _CRORE, "cpa": _CRORE,
}  # fmt: skip
_MULTIPLE = re.compile(
    rf"[ \u00a0\u202f-]?({'|'.join(sorted(_MULTIPLES, key=len, reverse=True))})(?:(?!\w)|(?=(?:eur|usd|gbp|chf)\b))"
    r"(?:(?<=tsd|mio)\.)?",
    re.IGNORECASE,
)
_INDIAN = frozenset(("lakh", "lakhs", "lac", "lacs", "lpa", "l", "crore", "crores", "cr", "cpa"))
_NOT_ALONE = frozenset(("m", "l", "mil", "cpa", "cr"))  # these need a currency beside them
_BY_TIME = re.compile(r"\s+(?:al|por|a la|mensual\w*|anual\w*|brut\w+|net\w+)\b", re.IGNORECASE)  # "18 mil al mes"
_GLUED = re.compile(r"(?!(?:p[hwmad]|pcm)\b)[^\W\d_]", re.IGNORECASE)
_401K = re.compile(r"401 ?\(?k\)?|40[13] ?\(?[kb]\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure from `start` to `end` in the text. `multiple` is None if none was said; `family` is what its currency
    may be, empty if none was said; `yearly` is true of "LPA", lakhs per annum; `grouped` of
    "120,000"; `in_words` of "six figures"."""

    start: int
    end: int
    figure: float
    multiple: float | None
    family: Family
    yearly: bool
    grouped: bool
    in_words: bool = False

    @property
    def value(self) -> float:
        """The figure times its multiple."""
        return round(self.figure * (self.multiple or 1.0), 2)


def amounts(text: str) -> Iterator[Amount]:
    """All figures of a text that may be amounts, from left to right; figures glued to other letters are left out."""
    for found in _FIGURE.finditer(text):
        amount = _amount(text, found)
        if amount and (amount.family or not _401K.match(text, found.start())):
            yield amount


def _amount(text: str, found: re.Match[str]) -> Amount | None:
    """The amount of a figure, or None where it is part of something else ("15h", "3pm")."""
    figure = _number(found[0].removesuffix(found["dash"] or ""))
    start, end = found.span()
    left = currencies.before(text, start)
    times = _MULTIPLE.match(text, end)
    right = currencies.after(text, times.end() if times else end)
    said = times[1].casefold() if times else ""
    if said in _NOT_ALONE and not left and not right and not (times and _BY_TIME.match(text, times.end())):
        times, said, right = None, "", None
    multiple = _MULTIPLES.get(said)
    beside = [one for one in (left, right) if one and one.fits(figure * (multiple or 1.0))]
    start = min([start, *(one.start for one in beside)])
    end = max([end, *([times.end()] if times else []), *(one.end for one in beside)])
    if _GLUED.match(text, end):
        return None
    family = min((one.family for one in beside), key=len, default=("INR",) if said in _INDIAN else ())
    return Amount(start, end, figure, multiple, family, said in ("lpa", "cpa"), bool(_GROUPED.search(found[0])))


def _number(digits: str) -> float:
    """A figure as it is written in English, German, French, Spanish, Swiss or Indian ways.

    Of two marks the last one is the decimal mark; one mark before exactly three digits parts thousands.
    """
    plain = re.sub(r"['’ \u00a0\u202f]", "", digits)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return float(plain)
    whole, _, rest = plain.rpartition(marks[-1])
    thousands = marks.count(marks[-1]) > 1 or (len(marks) == 1 and len(rest) == 3 and whole != "0")
    whole = whole.replace(".", "").replace(",", "")
    return float(whole + rest) if thousands else float(f"{whole}.{rest}")
