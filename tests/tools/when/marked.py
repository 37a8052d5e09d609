"""Reads sentences in which the expressions to be found stand in brackets."""

from __future__ import annotations

import re
from pathlib import Path

from tools.when import Found, find

MARK = re.compile(r"\[([^\]|]+)\|([DTRL]+)\]")
HERE = Path(__file__).parent


def sentences(name: str) -> list[tuple[str, list[tuple[int, str, str]]]]:
    """Each plain sentence with start, text and flags of what must be found."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            plain, wanted, last = "", [], 0
            for match in MARK.finditer(line):
                plain += line[last : match.start()]
                wanted.append((len(plain), match[1], match[2]))
                plain += match[1]
                last = match.end()
            found.append((plain + line[last:], wanted))
    return found


def seen(text: str) -> list[tuple[int, str, str]]:
    """The same of what `find` finds."""
    return [(found.start, found.text, flags(found)) for found in find(text)]


def flags(found: Found) -> str:
    """The letters of its flags."""
    marks = ((found.has_day, "D"), (found.has_time, "T"), (found.is_range, "R"), (found.is_duration, "L"))
    return "".join(letter for set_, letter in marks if set_)
