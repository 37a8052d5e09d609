"""Ways to say a thing as patterns of whole messages, put together of named parts; knows no subject of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Ways = tuple[tuple[str, re.Pattern[str]], ...]


def compiled(ways: Iterable[tuple[str, str]], parts: Mapping[str, str], larger: Mapping[str, str]) -> Ways:
    """Each way's name with its pattern, of a whole message in small letters; words between < and > stand for a part.

    `larger` are patterns that hold parts themselves; the part "tail" may follow every way.
    """
    return tuple((name, re.compile(_filled(f"{way}(?:\\W+<tail>)*\\W*", parts, larger))) for name, way in ways)


def named(ways: Ways, said: str) -> str | None:
    """The name of the first way that these words are; None where they are none."""
    low = said.lower()
    return next((name for name, pattern in ways if pattern.fullmatch(low)), None)


def _filled(pattern: str, parts: Mapping[str, str], larger: Mapping[str, str]) -> str:
    for name, part in larger.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.sub(r"<(\w+)>", lambda found: rf"(?:{parts[found[1]]})", pattern)
