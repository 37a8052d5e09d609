"""A command as typed ("/log Stripe, Engineer, yesterday") becomes a call: parameters in order, or key=value."""

from __future__ import annotations

import re

from tools.result import Call, Refusal
from tools.tool import Catalog

COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?\s*", re.DOTALL)
PAIR = re.compile(r"\s*([a-z_]{2,30})\s*=\s*(.*)", re.DOTALL | re.IGNORECASE)
NAMES = {"start": "help", "applied": "log", "stat": "stats", "list": "find", "search": "find", "reminders": "agenda"}
FIRST = {"reminders": {"what": "reminders"}}
LAST_TAKES_ALL = ("note", "remind")


def parse(text: str, catalog: Catalog) -> Call | None:
    """The call of a command; None for text that is none. Raises Refusal for a command that does not exist.

    Values are parted by commas; one in double quotes may hold commas. A list parameter takes the rest.
    """
    match = COMMAND.fullmatch(text.strip())
    if match is None:
        return None
    said = match.group(1).casefold()
    name = NAMES.get(said, said)
    tool = catalog.find(name)
    args: dict[str, object] = dict(FIRST.get(said, {}))
    free = [p for p in tool.parameters if p not in args]
    for part in _parts(match.group(2) or ""):
        pair = PAIR.fullmatch(part)
        if pair and pair.group(1).casefold() in tool.parameters:
            args[pair.group(1).casefold()] = pair.group(2).strip().strip('"')
            free = [p for p in free if p not in args]
        elif free:
            args[free.pop(0)] = part
        else:
            raise Refusal(f"“{part[:60]}” is one value too many for /{said}. /help {name} shows the order.")
    return Call(name=name, args=args)


def _parts(text: str) -> list[str]:
    """The comma-parted values of a command; a comma between digits ("60,000") parts nothing."""
    found = re.findall(r'(?:[^,"]|"[^"]*"|(?<=\d),(?=\d{3}\b))+', text)
    return [part.strip().strip('"').strip() for part in found if part.strip()]
