"""The ways to ask of the files `questions` and `figures` in `lexicon/`, each name as one pattern; not their use."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.offline import lexicon

FILES = ("questions.txt", "figures.txt")


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in (line for file in FILES for line in lexicon.lines(file)):
        head = re.fullmatch(r"\[([\w.]+)\]", line)
        if head:
            name = head[1]
        else:
            found.setdefault(name, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _written(names: tuple[str, ...]) -> str:
    """All the ways of these names, as whole words."""
    ways = "|".join(line for name in names for line in _sections()[name])
    spaced = ways.replace("[- ]", r"[-\s]").replace(" ", r"(?:\s+)")
    return rf"(?<![\w@])(?:{spaced})(?!\w)"


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """One pattern for all the ways of these names."""
    return re.compile(_written(names), re.I)


@cache
def _lowered(*names: str) -> re.Pattern[str]:
    """The same for texts in small letters: what has not to look past capitals takes a third of the time."""
    return re.compile(_written(names))


@cache
def _head(*names: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_written(('hedge',))}[\s,:.!-]*)*{_written(names)}")


@lru_cache(maxsize=512)  # several stages ask the same of a message
def has(text: str, *names: str) -> bool:
    """Whether one of the ways of these names, which are written in small letters, stands in the text."""
    return _lowered(*names).search(text.lower()) is not None


@lru_cache(maxsize=256)
def leads(text: str, *names: str) -> bool:
    """Whether one of the ways of these names heads the text; what only leads in to it may stand before."""
    return _head(*names).match(text.lower()) is not None


@cache
def named(prefix: str) -> tuple[str, ...]:
    """The names that begin with a prefix and a dot, in the file's order, without it."""
    return tuple(name.partition(".")[2] for name in _sections() if name.startswith(f"{prefix}."))
