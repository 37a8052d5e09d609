"""Files that a person hands on: which kinds are of use, safe names, and the words for them; knows no platform."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from tools.mail.files import KINDS, is_mail

MOST_BYTES = 20_000_000  # what Telegram hands out to a bot, and enough for Slack
FORWARDED = "---------- Forwarded message"
LONGEST_NAME = 80
TAKEN_IN = (".json", ".csv", ".xlsx", *KINDS)
BESIDE = "I took in the file. What you wrote beside it I did not read: send it again by itself."


@dataclass
class Fetched:
    """What came of the files: `files` to be taken in (tables, exports, mails), `kept` to be kept with an application,
    and `notes` for the person about those that could not be fetched."""

    files: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Sort in a file by its kind: to be taken in, or to be kept."""
        (self.files if path.suffix.casefold() in TAKEN_IN else self.kept).append(path)


class Attached(Protocol):
    """A file on a platform's server: its name there, and its size in bytes as far as known."""

    @property
    def name(self) -> str:
        """As its sender named it."""
        ...

    @property
    def size(self) -> int:
        """0 where the platform does not say."""
        ...


A = TypeVar("A", bound=Attached)
Download = Callable[[A, Path], Awaitable[str]]


async def fetch(attachments: Sequence[A], folder: Path, download: Download[A], too_large: str) -> Fetched:
    """Bring files to `folder`, each to a place of its own.

    `download` puts one at a path, or gives what the person is told instead; there and in `too_large`, which is told
    of those that are not even asked for, {name} stands for the file's. Raises what `download` raises.
    """
    found = Fetched()
    for number, one in enumerate(attachments):
        path = folder / str(number) / safe_name(one.name)
        path.parent.mkdir(mode=0o700)
        note = too_large if one.size > MOST_BYTES else await download(one, path)
        if note:
            found.notes.append(note.format(name=path.name))
        else:
            found.take(path)
    return found


def safe_name(name: str) -> str:
    """A file's name without folders and without what a disk or a screen would stumble over."""
    plain = re.sub(r"[^\w.() -]", "_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:10]}" if dot and stem else plain[:LONGEST_NAME] or "file"


def spoken(files: Sequence[Path], text: str) -> tuple[str, str]:
    """What is said to the assistant for files to be taken in, and what the person is told of words left unread."""
    if not files or text.startswith("/"):
        return text, ""
    if all(is_mail(path) for path in files):
        return text or "/read_mail", ""
    return "/import", BESIDE if text else ""
