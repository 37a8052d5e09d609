"""What the test's Slack takes and refuses: blocks within their limits, plain text without open marks, its errors."""

from __future__ import annotations

import json
import re
from typing import Any

JSON_FIELDS = ("blocks", "view", "files", "prompts", "loading_messages", "users")
LIMITS = {"plain_text": 3_000, "button": 75}
# "&" only as an escape, and no "<" or ">" by itself: everything else could become a mention or a link.
OPEN_MARK = re.compile(r"[<>]|&(?!amp;|lt;|gt;)")
IN_MESSAGES = {"rich_text", "section", "actions", "header", "divider", "context"}


class SlackError(Exception):
    """A refusal, with Slack's word for it; `wait` seconds where it asks for a pause."""

    def __init__(self, code: str, wait: int = 0) -> None:
        super().__init__(code)
        self.code, self.wait = code, wait


def parsed(fields: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call; lists and objects come as JSON inside the form."""
    return {
        name: json.loads(value) if name in JSON_FIELDS and isinstance(value, str) and value[:1] in "[{" else value
        for name, value in fields.items()
    }


def check_message(text: str, blocks: list[dict[str, Any]]) -> None:
    """Raises SlackError for what the real server refuses, and AssertionError for what could ping somebody."""
    assert not OPEN_MARK.search(text), text
    if len(text) > 40_000:
        raise SlackError("msg_too_long")
    check_blocks(blocks, 50)
    if sum(len(text_of(block)) for block in blocks) > 13_200:
        raise SlackError("msg_blocks_too_long")


def check_blocks(blocks: list[dict[str, Any]], most: int) -> None:
    """Raises SlackError for blocks that the real server refuses."""
    if len(blocks) > most:
        raise SlackError("invalid_blocks")
    for block in blocks:
        known = block["type"] in IN_MESSAGES or block["type"] == "input"
        if not known or (block["type"] in ("actions",) and not 0 < len(block["elements"]) <= 25):
            raise SlackError("invalid_blocks")
        if block["type"] == "rich_text" and not 0 < len(text_of(block)) <= 3_000:
            raise SlackError("invalid_blocks")
        for button in block.get("elements", ()) if block["type"] == "actions" else ():
            _check_button(button)
    ids = [e["action_id"] for block in blocks if block["type"] == "actions" for e in block["elements"]]
    if len(ids) != len(set(ids)):
        raise SlackError("invalid_blocks")


def _check_button(button: dict[str, Any]) -> None:
    fits = 0 < len(button["text"]["text"]) <= 75 and len(button["value"]) <= 2_000 and len(button["action_id"]) <= 255
    if not fits or button["text"]["type"] != "plain_text":
        raise SlackError("invalid_blocks")


def text_of(block: dict[str, Any]) -> str:
    """What a block shows."""
    if block["type"] == "rich_text":
        parts = [part for section in block["elements"] for part in section["elements"]]
        assert all(part["type"] in ("text", "link") for part in parts), "only text and links are without danger"
        if any(part["type"] == "text" and not part["text"] for part in parts):
            raise SlackError("invalid_blocks")
        return "".join(part.get("text") or part.get("url") for part in parts)
    text = block.get("text") or {}
    return str(text.get("text", "")) if isinstance(text, dict) else ""


def buttons_of(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The buttons of a message or a view."""
    return [e for block in blocks if block["type"] == "actions" for e in block["elements"]]


def state_of(element: dict[str, Any], given: str | None) -> dict[str, Any]:
    """What a field of a form holds when it is sent: what was typed, else what it began with."""
    if element["type"] == "static_select":
        option = {"value": given} if given else element.get("initial_option")
        return {"type": element["type"], "selected_option": option}
    return {"type": element["type"], "value": element.get("initial_value") if given is None else given or None}
