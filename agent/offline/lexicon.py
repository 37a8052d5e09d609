"""Word lists of the interpreter, read once from `lexicon/`; knows their form, not what they are used for."""

from __future__ import annotations

import re
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


@cache
def phrases(name: str) -> re.Pattern[str]:
    """One pattern that finds any variant of a table file as whole words, the longest first."""
    variants = sorted(table(name), key=len, reverse=True)
    return any_of(tuple(variants))


@cache
def any_of(variants: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for any of these phrases as whole words, the longest first; blanks and hyphens match each other."""
    shaped = [
        r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", v) if part)
        for v in sorted(variants, key=len, reverse=True)
    ]
    return re.compile(r"(?<![\w@.])(?:" + "|".join(shaped) + r")(?![\w@])", re.IGNORECASE)
