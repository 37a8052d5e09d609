"""Lengths as chat services count them, in UTF-16 units, and lines torn to fit; knows no service."""

from __future__ import annotations

from collections.abc import Iterator


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def torn(line: str, limit: int) -> Iterator[str]:
    """A line in parts within the limit, torn at a blank where there is one; no character is torn."""
    while units(line) > limit:
        end = reach(line, limit)
        blank = line.rfind(" ", end // 2, end)
        cut = blank if blank > 0 else end
        yield line[:cut]
        line = line[cut:].lstrip(" ")
    yield line


def reach(line: str, limit: int) -> int:
    """How many characters fit."""
    used = 0
    for place, letter in enumerate(line):
        used += 2 if ord(letter) > 0xFFFF else 1
        if used > limit:
            return place
    return len(line)
