"""Word lists of the interpreter, read once from `lexicon/`; knows their form, not what they are used for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list file, without its comments, in the file's order."""
    text = (files("agent.offline") / "lexicon" / name).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """A list file as a set of lower-case entries."""
    return frozenset(line.casefold() for line in lines(name))


@cache
def table(name: str) -> dict[str, str]:
    """A file of `canonical<TAB>variant, variant` lines as variant -> canonical, itself included."""
    found: dict[str, str] = {}
    for line in lines(name):
        canonical, _, variants = line.partition("\t")
        for variant in (canonical.replace("_", " "), *variants.split(",")):
            if variant.strip():
                found.setdefault(variant.strip().casefold(), canonical.strip())
    return found


@cache
def pairs(name: str) -> dict[str, str]:
    """A file of `written<TAB>meant` lines as written -> meant."""
    return {left.strip().casefold(): right.strip() for left, _, right in (line.partition("\t") for line in lines(name))}


def listed(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where variants of a table file stand in a text, from and to, as whole words, the longest first."""
    return _spans(_of_table(name), text)


def found(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The same of the entries of a list file; blanks and hyphens match each other."""
    return _spans(_of_lines(name), text)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    # In small letters every letter keeps its place, but for one that becomes two.
    return (match.span() for match in pattern.finditer(text.replace("İ", "i").lower()))


@cache
def _of_table(name: str) -> re.Pattern[str]:
    return _any_of(table(name))


@cache
def _of_lines(name: str) -> re.Pattern[str]:
    return _any_of(lines(name))


def _any_of(variants: Iterable[str]) -> re.Pattern[str]:
    """The pattern of these phrases for texts in small letters: what looks past capitals takes three times as long."""
    by_first: dict[str, list[str]] = {}
    for variant in sorted(variants, key=len, reverse=True):
        first, *rest = (part for part in re.split(r"[\s-]+", variant.lower()) if part)
        by_first.setdefault(re.escape(first[0]), []).append(r"[\s-]+".join(map(re.escape, [first[1:], *rest])))
    # Grouped by their first letter, so that most places of a text are left behind after one comparison.
    shaped = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(rf"(?<![\w@.])(?:{shaped})(?![\w@])")
