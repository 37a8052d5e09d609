"""Looking into JSON of others, whatever its shape: what is not there, or is something else, is None or empty."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def parsed(body: str) -> Any:
    """The JSON of a body; None where it is none. Raw control characters in strings are let through."""
    try:
        return json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None


def at(data: Any, *path: str | int) -> Any:
    """What stands at a path of keys and places; None where the path ends before."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and -len(data) <= step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
    return data


def text(data: Any, *path: str | int) -> str | None:
    """The words at a path, on one line without blanks at their ends; numbers count as words; None for none."""
    found = at(data, *path)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return None
    return " ".join(str(found).split()) or None


def long_text(data: Any, *path: str | int) -> str:
    """The words at a path as they stand; empty for none."""
    found = at(data, *path)
    return found if isinstance(found, str) else ""


def rows(data: Any, *path: str | int) -> list[Any]:
    """The list at a path; empty for none."""
    found = at(data, *path)
    return found if isinstance(found, list) else []


def flag(data: Any, *path: str | int) -> bool | None:
    """The truth value at a path; None for none."""
    found = at(data, *path)
    return found if isinstance(found, bool) else None


def first(*found: str | None) -> str | None:
    """The first that is there."""
    return next((one for one in found if one), None)


def joined(*parts: str | None) -> str | None:
    """Parts of an address as one line, none of them twice."""
    kept = list(dict.fromkeys(part for part in parts if part))
    return ", ".join(kept) or None
