"""On which line of a JSON text an entry of a list begins, so that a person can find it; pure."""

from __future__ import annotations

import json


def line_of(text: str, part: str, index: int) -> int:
    """The line on which the entry `index` of a list of the outer object begins."""
    decoder = json.JSONDecoder()
    at = _next(text, text.index("{") + 1)
    while True:
        key, at = decoder.raw_decode(text, at)
        at = _next(text, at)
        if key == part:
            break
        _, at = decoder.raw_decode(text, at)
        at = _next(text, at)
    at = _next(text, at + 1)
    for _ in range(index):
        _, at = decoder.raw_decode(text, at)
        at = _next(text, at)
    return text.count("\n", 0, at) + 1


def _next(text: str, at: int) -> int:
    """Where the next value begins."""
    while text[at] in " \t\r\n,:":
        at += 1
    return at
