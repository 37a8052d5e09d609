"""Which status a word of somebody else's table means; pure."""

from __future__ import annotations

import re
from functools import cache

from storage.status import Status
from tools import vocabulary
from tools.sheets.words_table import CUES, STATUSES

WORDS = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?")


def read(said: str) -> Status | None:
    """The status meant, or None for a word that is not known."""
    words = normal(said)
    found = _known().get(words)
    if found is not None or not words:
        return found
    return next((status for cue, status in CUES if re.search(cue, words)), None)


def normal(said: str) -> str:
    """A status without its emoji, numbers in front and marks: "3. Phone-Screen ☎" is "phone screen"."""
    words = WORDS.findall(said.casefold())
    while len(words) > 1 and words[0].isdigit():
        words.pop(0)
    return " ".join(words)


@cache
def _known() -> dict[str, Status]:
    own = {normal(name): Status(status) for name, status in vocabulary.STATUSES.items()}
    return own | {normal(name): status for status, names in STATUSES.items() for name in names.split("|")}
