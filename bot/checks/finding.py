"""What a check is given and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.settings import Settings


@dataclass(frozen=True)
class Finding:
    """A sentence about one part: all is well, something to know, or something that has to be mended."""

    level: Literal["ok", "note", "bad"]
    words: str

    def line(self) -> str:
        """As the doctor prints it."""
        return f"{self.level.upper() if self.level != 'ok' else 'ok':4} {' '.join(self.words.split())}"


@dataclass(frozen=True)
class Patient:
    """The environment, its settings (of what cannot be read the defaults), and the machine's clock (aware)."""

    environment: Mapping[str, str]
    settings: Settings
    now: datetime


Check = Callable[[Patient], Iterator[Finding]]


def ok(words: str) -> Finding:
    """All is well."""
    return Finding("ok", words)


def note(words: str) -> Finding:
    """Something to know; the program runs."""
    return Finding("note", words)


def bad(words: str) -> Finding:
    """Something that has to be mended."""
    return Finding("bad", words)
