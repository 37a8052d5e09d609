"""Words for a terminal, without what it must not be told, in lines of its width; pure, and light."""

from __future__ import annotations

import re
from dataclasses import dataclass

import wcwidth

# What is no letter but an order to the terminal, or turns the direction of all that follows.
ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
# A number or a dot before an item of a list: the item's further lines stand below its words.
HANGING = re.compile(r"\s*(?:\d+\. |[•–-] )?")


@dataclass(frozen=True)
class Look:
    """How a terminal is written to: `width` in cells (None: lines are left as they are), `colour`, and `plain`, which
    tells the rows of a table as lines; `opener` is the command that opens a file there, where one is known."""

    width: int | None = None
    colour: bool = False
    plain: bool = True
    opener: str = ""


def visible(text: str) -> str:
    """The text without what would move the cursor, ring, or turn the line around."""
    return ORDERS.sub("", BREAKS.sub("\n", text)).expandtabs(4)


def wrapped(text: str, look: Look) -> str:
    """Lines of at most the look's width, broken between words where there are any."""
    text = visible(text)
    return text if look.width is None else "\n".join(_broken(line, look.width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if wcwidth.width(line) <= width:
        return line
    mark = HANGING.match(line)
    hanging = len(mark.group()) if mark else 0
    indent = " " * hanging if hanging * 3 < width else ""
    return "\n".join(wcwidth.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False))
