"""A command as typed ("/log Stripe, Engineer, yesterday") becomes a call: parameters in order, or key=value."""

from __future__ import annotations

import re
from typing import get_origin

from tools import loose
from tools.result import Call, Refusal
from tools.tool import Catalog, Tool

COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?\s*", re.DOTALL)
PAIR = re.compile(r"\s*([a-z_]{2,30})\s*=\s*(.*)", re.DOTALL | re.IGNORECASE)
# A value in quotes, or a comma; one between digits ("60,000") parts nothing.
COMMA = re.compile(r'(?<![^\s,=])"[^"]*"(?=\s*(?:,|$))|(?P<comma>(?<!\d),|,(?!\d{3}(?!\d)))')
NAMES = {"applied": "log", "stat": "stats", "list": "find", "search": "find", "reminders": "agenda"}
FIRST = {"reminders": {"what": "reminders"}}


def parse(text: str, catalog: Catalog) -> Call | None:
    """The call of a command; None for text that is none. Raises Refusal for a command that does not exist.

    Values are parted by commas; one in double quotes may hold commas, an empty one leaves its parameter out. A named
    list ("add=remote, fintech") takes what follows, and so does one that comes last. Those of a loose
    tool may stand in any order.
    """
    match = COMMAND.fullmatch(text.strip())
    if match is None:
        return None
    said = match.group(1).casefold()
    name = NAMES.get(said, said)
    tool = catalog.find(name)
    args: dict[str, str] = dict(FIRST.get(said, {}))
    free = [p for p in tool.parameters if p not in args]
    growing = ""
    parts = _parts(match.group(2) or "")
    for part in loose.named(tool, parts) if tool.loose else parts:
        pair = PAIR.fullmatch(part)
        if pair and pair.group(1).casefold() in tool.parameters:
            key = pair.group(1).casefold()
            args[key] = _unquoted(pair.group(2))
            free = [p for p in free if p != key]
            growing = key if _is_list(tool, key) else ""
        elif growing:
            args[growing] += f",{_unquoted(part)}"
        elif free:
            key = free.pop(0)
            args[key] = _unquoted(part)
            growing = key if not free and _is_list(tool, key) else ""
        else:
            raise Refusal(f"“{part[:60]}” is one value too many for /{said}. /help {name} shows the order.")
    return Call(name=name, args={key: value for key, value in args.items() if value})


def _is_list(tool: Tool, parameter: str) -> bool:
    return get_origin(tool.arguments.model_fields[parameter].annotation) is tuple


def _parts(text: str) -> list[str]:
    """The comma-parted values of a command, empty ones too but for the last."""
    ends = [match.start() for match in COMMA.finditer(text) if match.group("comma")]
    parts = [
        text[start:end].strip() for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)
    ]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] == '"' else value
