"""Pay as a correction tells it: an amount, or only its currency or its period ("euros, not dollars", "per month")."""

from __future__ import annotations

import re
from functools import lru_cache

from tools import currencies, pay_words
from tools.money import BadMoney, Money
from tools.money import read as read_amount

# Words that may stand around a currency or a period which is all that is said.
AROUND = frozenset(
    "it s its is that in the pay paid salary and actually sorry i meant mean gross net es c est das ist en".split()
)
WORD = re.compile(r"(?<![\w$€£])(?:[^\W\d_]+|[$€£¥₹/])")
# These are periods of pay only where pay is spoken of; alone they are everyday words.
NO_PERIOD = re.compile(
    r"(?:an? (?:day|week|month|year)s?|the (?:hour|day)|daily|weekly) (?:off|ago|late|before|after|in)\b", re.I
)


def read(text: str) -> Money:
    """The pay meant; without an amount its currency, its period, or both. Raise BadMoney where there is none."""
    try:
        return read_amount(text)
    except BadMoney:
        if any(c.isdigit() for c in text) or not part_in(text):
            raise
    found = _currency(text), _period(text)
    return Money(None, None, found[0][0] if found[0] else None, found[1][0] if found[1] else None)


def part_in(text: str) -> str | None:
    """The words of a text that name a currency or a period of pay, without an amount; None where there are none."""
    found = [part[1] for part in (_currency(text), _period(text)) if part]
    return " ".join(found) or None


@lru_cache(maxsize=64)
def is_part(text: str) -> bool:
    """Whether a text says nothing but a currency, a period, or both: "yearly", "in euros", "it's per hour"."""
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    if any(word.isdecimal() for word in words):
        return False
    left = part_in(text)
    own = set(re.findall(r"[^\W\d_]+", (left or "").casefold()))
    return left is not None and all(word in own or word in AROUND for word in words)


def _currency(text: str) -> tuple[str, str] | None:
    for word in WORD.finditer(text):
        said = currencies.after(text, word.start())
        code = currencies.choose(said.family, None) if said and not said.rare else None
        if said and code:
            return code, text[word.start() : said.end].strip()
    return None


def _period(text: str) -> tuple[pay_words.Period, str] | None:
    for word in WORD.finditer(text):
        said = pay_words.period_after(text, word.start(), is_money=False)
        if said and not NO_PERIOD.match(text, word.start()):
            return said[0], text[word.start() : said[1]].strip()
    return None
