"""Percentiles of whole numbers that the database has counted; pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

# How often each value occurs, in the order of the values.
Counted = tuple[tuple[int, int], ...]


def percentile(counted: Sequence[tuple[int, int]], share: float) -> float | None:
    """The percentile by linear interpolation between neighbours; None of nothing."""
    total = sum(number for _, number in counted)
    if not total:
        return None
    place = (total - 1) * share
    below = math.floor(place)
    low, high = nth(counted, below), nth(counted, min(below + 1, total - 1))
    return low + (high - low) * (place - below)


def nth(counted: Sequence[tuple[int, int]], index: int) -> int:
    """The value at a place of the values in order, counted from 0. Raises IndexError."""
    for value, number in counted:
        if index < number:
            return value
        index -= number
    raise IndexError("there are not so many values")
