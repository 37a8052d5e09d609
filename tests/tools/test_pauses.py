"""A pause after failures grows to the longest and no further, and is never shorter than what was asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tools.pauses import growing

FIRST, LONGEST = timedelta(minutes=2), timedelta(hours=6)


@pytest.mark.parametrize(("failures", "minutes"), [(0, 2), (1, 4), (5, 64), (7, 256), (8, 360), (10**6, 360)])
def test_it_doubles_until_the_longest(failures: int, minutes: int) -> None:
    assert growing(FIRST, failures, LONGEST) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("asked", "pause"), [(timedelta(minutes=1), FIRST), (timedelta(days=2), timedelta(days=2))])
def test_it_is_no_shorter_than_asked_for(asked: timedelta, pause: timedelta) -> None:
    assert growing(FIRST, 0, LONGEST, asked) == pause
