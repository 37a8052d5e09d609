"""A tool's own parameters as a form of Slack, and a submitted form as arguments; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.render.slack import Block, words
from tools.tool import Tool

CALLBACK = "jobbot_form"
VALUE = "value"
LONG = ("note",)
LABELS = {"on": "When", "title": "Role", "new_title": "Role", "new_company": "Company", "url": "Link"}
SAID = {
    "on": "yesterday", "applied_on": "19 November", "deadline": "30 November", "pay": "140-160k, or £18 an hour",
    "tags": "night shift, favourite", "source": "a friend, LinkedIn", "location": "Leeds", "company": "Mercy General",
    "title": "nurse", "url": "https://…", "work_mode": "remote, hybrid or onsite", "note": "ask about shifts",
    "employment_type": "full time, part time, contract, internship or temporary",
}  # fmt: skip
LONGEST = 3_000


@dataclass(frozen=True)
class Layout:
    """A form: its name, its title, the tool that it fills, the parameters that it leaves out, and those it needs."""

    name: str
    title: str
    tool: str
    hidden: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What an open form remembers: which it is, whose row it shows, as of which version, and with which values."""

    form: str
    row: int = 0
    version: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)

    def dump(self) -> str:
        """As Slack keeps it beside the view."""
        return json.dumps({"form": self.form, "row": self.row, "version": self.version, "shown": dict(self.shown)})

    @staticmethod
    def load(text: str) -> Kept:
        """What `dump` gave. Raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(text)
        return Kept(data["form"], int(data["row"]), str(data["version"]), dict(data["shown"]))


def fields_of(layout: Layout, tool: Tool) -> list[str]:
    """The parameters that the form asks for, in the order of the signature."""
    return [name for name in tool.parameters if name not in layout.hidden]


def view(layout: Layout, tool: Tool, kept: Kept) -> Block:
    """The modal."""
    schema = tool.schema["function"]["parameters"]
    required = (*schema.get("required", []), *layout.needed)
    blocks = [
        _input(name, schema["properties"][name], name not in required, kept.shown.get(name, ""))
        for name in fields_of(layout, tool)
    ]
    return {
        "type": "modal", "callback_id": CALLBACK, "private_metadata": kept.dump(), "title": words(layout.title, 24),
        "submit": words("Save", 24), "close": words("Cancel", 24), "blocks": blocks,
    }  # fmt: skip


def args_of(values: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> dict[str, str]:
    """What was filled in, by the names of the parameters; an empty field is an empty text."""
    return {name: _value((values.get(name) or {}).get(VALUE) or {}) for name in names}


def _value(state: Mapping[str, Any]) -> str:
    option = state.get("selected_option")
    return str(option["value"] if option else state.get("value") or "").strip()


def _input(name: str, schema: Mapping[str, Any], optional: bool, shown: str) -> Block:
    label = LABELS.get(name) or name.replace("_", " ").capitalize()
    element = _select(schema["enum"], shown) if "enum" in schema else _text(name, shown)
    return {
        "type": "input", "block_id": name, "optional": optional, "label": words(label, 2_000), "element": element,
    }  # fmt: skip


def _select(known: Sequence[str], shown: str) -> Block:
    options = {value: {"text": words(value.replace("_", " "), 75), "value": value} for value in known}
    chosen = {"initial_option": options[shown]} if shown in options else {}
    return {"type": "static_select", "action_id": VALUE, "options": list(options.values()), **chosen}


def _text(name: str, shown: str) -> Block:
    more: Block = {"initial_value": shown[:LONGEST]} if shown else {}
    if name in SAID:
        more["placeholder"] = words(SAID[name], 150)
    return {
        "type": "plain_text_input", "action_id": VALUE, "multiline": name in LONG, "max_length": LONGEST, **more,
    }  # fmt: skip
