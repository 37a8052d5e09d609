"""What the reader says when it cannot be sure. Knows nothing of grammar."""

from __future__ import annotations

from tools.when.model import DateRange


class Unclear(ValueError):
    """A date or time that was not understood; the message is a sentence for the person, with an example.

    `between` holds the days that the words do pin down ("last week"), if they pin down any.
    """

    def __init__(self, message: str, *, between: DateRange | None = None) -> None:
        super().__init__(message)
        self.between = between
