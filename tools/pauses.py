"""How long to let be what has failed before it is tried again: a pause that grows; pure."""

from __future__ import annotations

from datetime import timedelta

DOUBLINGS = 10


def growing(first: timedelta, failures: int, longest: timedelta, asked: timedelta = timedelta()) -> timedelta:
    """The pause after a failure that so many went before: twice the last one, until the longest.

    `asked` is what the other side asks to be let be for: it is never less than that.
    """
    return max(min(first * (1 << min(failures, DOUBLINGS)), longest), asked)
