"""Shares and how sure they are: per cent with counts, intervals, what a small sample shrinks to; pure."""

from __future__ import annotations

import math
from statistics import NormalDist

SMALL_SAMPLE = 10
FEW = "Small numbers so far: the shares say little yet."
REMARK = ", a small sample"


def rate(part: int, whole: int, *, remark: bool = True) -> str:
    """A rate with its counts, in whole per cent, half up: "12 % (5 of 42)"; "–" over nothing; few are remarked on."""
    if whole == 0:
        return "–"
    small = REMARK if remark and whole < SMALL_SAMPLE else ""
    return f"{percent(part, whole)} % ({part:,} of {whole:,}{small})"


def waiting(number: int) -> str:
    """How many have no answer yet: "1 still waits", "3 still wait"."""
    return f"{number:,} still {'waits' if number == 1 else 'wait'}"


def remarked_once(text: str) -> str:
    """The words, with one line below them that samples are small where that would be said again and again."""
    if text.count(REMARK) < 2:
        return text
    return text.replace(REMARK, "") + "\n" + FEW


def percent(part: float, whole: float) -> int:
    """A share in whole per cent, half up."""
    return math.floor(100 * part / whole + 0.5)


def z_of(confidence: float) -> float:
    """How many standard deviations hold so much of a normal distribution, both sides together."""
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def wilson(part: float, whole: float, z: float) -> tuple[float, float]:
    """The ends of Wilson's score interval of a share, from 0 to 1; everything over nothing."""
    if whole <= 0:
        return 0.0, 1.0
    share = part / whole
    middle = share + z * z / (2 * whole)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)


def apart(first: tuple[int, int], second: tuple[int, int], looks: int = 1) -> int:
    """1 or -1 where one share (part, whole) is surely above or below another, 0 where chance may explain it.

    Sure: ten or more in both, and zero lies outside the interval of the difference, at 95 % over all `looks` at the
    data together. The interval is Newcombe's (1998, method 10), made of the two Wilson intervals.
    """
    if min(first[1], second[1]) < SMALL_SAMPLE:
        return 0
    z = z_of(1 - 0.05 / max(looks, 1))
    (low, high), (other_low, other_high) = wilson(*first, z), wilson(*second, z)
    share, other = first[0] / first[1], second[0] / second[1]
    if share - other > math.hypot(share - low, other_high - other):
        return 1
    return -1 if other - share > math.hypot(high - share, other - other_low) else 0


def days_words(value: float) -> str:
    """A number of days: "1 day", "8.5 days"."""
    number = f"{value:.1f}".removesuffix(".0")
    return f"{number} {'day' if number == '1' else 'days'}"
