"""Which skills a posting asks for, by a table of names; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tools.postings.skills_table import AS_WRITTEN, NAMES

MOST = 30
LOOKED_AT = 30_000  # characters


def skills_in(text: str | None, stated: Iterable[str] = ()) -> tuple[str, ...]:
    """The skills that a text names, and those that were stated beside it, by the names that people know them by."""
    found = [known(name) or name for name in stated]
    for match in _pattern().finditer((text or "")[:LOOKED_AT]):
        name = _names()[match.group().casefold()]
        if name not in AS_WRITTEN or match.group()[0].isupper():
            found.append(name)
    unique = {name.casefold(): name for name in reversed(found)}
    return tuple(dict.fromkeys(unique[name.casefold()] for name in found))[:MOST]


def known(said: str) -> str | None:
    """The usual name of a skill that somebody names; None where the table has none."""
    return _names().get(said.strip().casefold())


def read_list(said: Sequence[str]) -> tuple[str, ...]:
    """Skills as a person lists them, by their usual names where they have one."""
    return tuple(dict.fromkeys(known(one) or one.strip() for one in said if one.strip()))


@cache
def _names() -> dict[str, str]:
    lines = [line.split("|") for line in NAMES.strip().splitlines()]
    return {word.casefold(): line[0] for line in lines for word in line}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w.+#/-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w+#]|-\w)", re.I)
