"""What was typed before, for the arrow keys: a file for nobody else to read, without anything that looks secret."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import History

from tools.words import CREDENTIALS

NAME = "terminal-history.jsonl"
MOST = 1000
LONGEST = 4000
# The key, token or password of something: by its own form, or by the word before it.
SECRET = re.compile(
    r"""\b(?:sk|pk|rk|gh[pousr]|github_pat|glpat|xox[a-z]|xapp|AKIA|AIza|ya29|hf)[-_.]?[\w.-]{12,}"""
    r"""|\b\d{6,12}:[\w-]{30,}|\beyJ[\w-]{10,}\.[\w-]+|-----BEGIN|\bbearer\s+\S{8,}"""
    r"""|(?<![^\W_])(?:api[ _-]?key|token|secret|password|passwort|passwd|pass ?code|pin"""
    r"""|contraseña|mot de passe|schlüssel)\b"""
    r"""(?:\s*[:=]\s*\S|\s+(?:is|ist|es|est)\s+\S|\s+\S*\d)""",
    re.IGNORECASE,
)
# So long a row of letters and digits outside of an address on the web is no word of a person's.
RANDOM = re.compile(r"(?<![\w/.?=&%-])(?=[\w-]*\d)(?=[\w-]*[a-zA-Z])[\w-]{32,}(?![\w/])")


def is_secret(text: str) -> bool:
    """Whether something in the text looks like a key, a token or a password."""
    return any(pattern.search(text) for pattern in (SECRET, RANDOM, CREDENTIALS))


class KeptHistory(History):
    """The latest lines, newest last in the file, one JSON string a line; a disk that takes none loses only history."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def load_history_strings(self) -> Iterable[str]:
        """The lines kept, newest first; brings the file down to the latest when it has grown to twice as many."""
        lines = self._lines()
        if len(lines) > 2 * MOST:
            self._write("".join(f"{json.dumps(line)}\n" for line in lines[-MOST:]), os.O_TRUNC)
        return lines[: -MOST - 1 : -1]

    def store_string(self, string: str) -> None:
        """Keep a line, unless it is the number of a button, a whole document, or looks secret."""
        if not string.strip().isdecimal() and len(string) <= LONGEST and not is_secret(string):
            self._write(json.dumps(string) + "\n", os.O_APPEND)

    def forget(self) -> None:
        """Forget all, in the file and for the arrow keys."""
        self._loaded_strings.clear()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def mark(self) -> None:
        """Make the file, which says that somebody has been here."""
        self._write("", os.O_APPEND)

    def _lines(self) -> list[str]:
        found: list[str] = []
        with suppress(OSError), self.path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                # A line that was cut off, or written by somebody else, is no line of ours.
                with suppress(ValueError):
                    read = json.loads(line)
                    found += [read] if isinstance(read, str) else []
        return found

    def _write(self, text: str, how: int) -> None:
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | how, 0o600), "a", encoding="utf-8") as file:
                file.write(text)
