"""A share of few cases drawn towards a published average, as a range; how long an answer may take; pure.

The averages and where they are from stand in `PRIORS`; docs/figures.md gives the reasoning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from storage.percentiles import Counted, percentile
from tools.figures.rates import wilson, z_of

# As many cases as a published average weighs.
WEIGHT = 10
CONFIDENCE = 0.80


@dataclass(frozen=True, slots=True)
class Prior:
    """A published average and who published it, when, of what year's data."""

    value: float
    source: str


CAREERPLUG = "CareerPlug, Recruiting Metrics Report 2025 (data of 2024)"
GLASSDOOR = "Glassdoor, How Long Does It Take to Hire 2017"
# Of a hundred applications, how many were invited to an interview; of a hundred interviewed, how many were hired.
INTERVIEW = Prior(0.03, CAREERPLUG)
OFFER = Prior(0.27, CAREERPLUG)
# Days from the application to an offer or a rejection, on average over 25 countries.
DECISION_DAYS = Prior(23.7, GLASSDOOR)


def drawn(part: int, whole: int, prior: float) -> tuple[float, float]:
    """The range of a share: the own cases and the prior's together, as Wilson's interval."""
    return wilson(part + WEIGHT * prior, whole + WEIGHT, z_of(CONFIDENCE))


def days_left(counted: Sequence[tuple[int, int]], waited: int) -> tuple[float, float]:
    """From and to how many days more an answer takes, if one comes: the middle 80 % of own waits and the average's.

    Of the own waits only those longer than `waited` days count.
    """
    own = [(days - waited, number) for days, number in counted if days > waited]
    # The average's share in ten equal parts: waits that fall off evenly have no memory of those behind.
    mean = DECISION_DAYS.value
    published = [(max(round(-mean * math.log(1 - (part + 0.5) / WEIGHT)), 1), 1) for part in range(WEIGHT)]
    merged: dict[int, int] = {}
    for days, number in [*own, *published]:
        merged[days] = merged.get(days, 0) + number
    mixed: Counted = tuple(sorted(merged.items()))
    low, high = percentile(mixed, (1 - CONFIDENCE) / 2), percentile(mixed, (1 + CONFIDENCE) / 2)
    # Said in whole days, rounded outwards: what is whole must not be a hair beside it.
    return round(low or 1.0, 6), round(high or 1.0, 6)
