"""What the mail clients share: a page of mails by their short names, and a mail as it was fetched; no protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

# A mail that is longer is not read as a whole: no employer's is, and memory is short.
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """Some mails of a mailbox, the newest first, by names of at most 64 characters that stay the same for ever.

    `cursor`: how far the mailbox is read when these are; `expected`: about how many there are in all, where known.
    """

    names: tuple[str, ...]
    cursor: dict[str, Any]
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail: its bytes (RFC 822), only its head where it is too long; Gmail's thread; whether the person sent it."""

    name: str
    raw: bytes = field(repr=False)
    thread: str | None = None
    outgoing: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """What is to be read of a mailbox: what came after `since`; `looked_at`: when it was last read to the end."""

    since: datetime
    looked_at: datetime | None = None


class Source(Protocol):
    """A mailbox that is open for reading; used by one thread. All raise MailTrouble; nothing is ever changed there."""

    def pages(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """What was not read yet by the cursor (an empty one: nothing was), page by page."""
        ...

    def fetch(self, names: Sequence[str]) -> list[Fetched]:
        """Mails of the page given last, in this order; those that are gone by now are left out."""
        ...

    def close(self) -> None:
        """Let go of the server."""
        ...
