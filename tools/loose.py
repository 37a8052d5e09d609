"""The values of a command in any order, with commas or without: "dark weeks" is kind=weeks and look=dark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools import when
from tools.tool import Tool

# "This year" and "last 3 weeks" are days, whatever a year and weeks are besides.
COUNTS = re.compile(r"this|last|past|previous|current|\d{1,2}|two|three|four|five|six|ten|twelve", re.I)
FILLS = frozenset(("in", "and", "as", "with", "mode"))


def named(tool: Tool, parts: Sequence[str]) -> list[str]:
    """The values with their names ("kind=weeks") where they say themselves whose they are; the others last, as said."""
    found = [part for part in parts if "=" in part]
    given = {part.partition("=")[0].strip().casefold() for part in found}
    others = []
    for part in parts:
        words = [] if "=" in part else part.split()
        for name, word in (*_taken(tool, words, given, 0), *_taken(tool, words, given, -1)):
            found.append(f"{name}={word}")
        if words:
            others.append(_days(tool, " ".join(words)))
    return [*found, *others]


def _taken(tool: Tool, words: list[str], given: set[str], end: int) -> list[tuple[str, str]]:
    """The choices at one end of the words, which are taken away, with the parameters that they are for."""
    taken = []
    while words and not (end and len(words) > 1 and COUNTS.fullmatch(words[-2])):
        word = words[end].casefold()
        name = next((name for name, known in tool.choices.items() if word in known and name not in given), None)
        if name is None and word not in FILLS:
            break
        if name is not None:
            given.add(name)
            taken.append((name, word))
        del words[end]
    return taken


def _days(tool: Tool, words: str) -> str:
    """Words that are days, with the name of the parameter that takes no choice; others as they are."""
    free = [name for name in tool.parameters if name not in tool.choices]
    return f"{free[0]}={words}" if free and (when.find(words) or re.search(r"\d", words)) else words
