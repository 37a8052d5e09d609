"""The explicit list of all tools, in the order in which menus and models see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rapidfuzz import process

from tools.result import Refusal, Result
from tools.tool import Tool, tool_of


@dataclass(frozen=True)
class Catalog:
    """Tools by name."""

    tools: tuple[Tool, ...]

    @cached_property
    def _by_name(self) -> dict[str, Tool]:
        return {tool.name: tool for tool in self.tools}

    def find(self, name: str) -> Tool:
        """The tool of that name; raises Refusal with the nearest names for none."""
        found = self._by_name.get(name)
        if found is None:
            near = [f"/{match[0]}" for match in process.extract(name, list(self._by_name), limit=2, score_cutoff=60)]
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise Refusal(f"There is no command /{name[:40]}.{hint} /help lists them all.")
        return found

    @property
    def offered(self) -> tuple[Tool, ...]:
        """Those that a language model is given."""
        return tuple(tool for tool in self.tools if tool.offered)

    @property
    def schemas(self) -> list[dict[str, Any]]:
        """The compact schemas of the offered tools, always in the same order."""
        return [tool.schema for tool in self.offered]


def build(functions: Sequence[Callable[..., Result]]) -> Catalog:
    """A catalog of decorated functions."""
    return Catalog(tuple(tool_of(function) for function in functions))


def default() -> Catalog:
    """All tools of the product."""
    from tools import agenda, exports, facts, find, help, imports, interviews, log, removal, settings, show, stats, status
    from tools import reminders as reminding

    return build(
        (
            log.log, status.change_status, facts.update, facts.note, facts.contact, facts.label,
            interviews.schedule, interviews.reschedule, agenda.agenda, reminding.remind, reminding.change_reminder,
            find.find, show.show, stats.stats, removal.delete, removal.undo, settings.settings, exports.export,
            imports.bring_in, help.help, help.ask_back,
        )
    )  # fmt: skip
