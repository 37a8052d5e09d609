"""`@tool`: a typed function becomes a tool; schema, command and arguments are derived from its signature alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from rapidfuzz import process

from tools.result import Refusal, Result

Function = TypeVar("Function", bound=Callable[..., Result])


class Arguments(BaseModel):
    """The base of every tool's arguments: unknown names are refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, frozen=True)


@dataclass(frozen=True)
class Tool:
    """A tool: its name, one sentence, examples, and whether it only reads, is offered to a model, and has a command;
    `loose`: whether the values of its command may stand in any order."""

    name: str
    function: Callable[..., Result]
    examples: tuple[str, ...]
    reads: bool
    offered: bool
    spare: tuple[str, ...] = ()
    loose: bool = False

    @property
    def doc(self) -> str:
        """The function's docstring on one line."""
        return " ".join((self.function.__doc__ or "").split())

    @cached_property
    def arguments(self) -> type[Arguments]:
        """The pydantic model of the parameters behind the context."""
        hints = get_type_hints(self.function, include_extras=True)
        fields: dict[str, Any] = {}
        for parameter in list(inspect.signature(self.function).parameters.values())[1:]:
            default = ... if parameter.default is inspect.Parameter.empty else parameter.default
            fields[parameter.name] = (hints[parameter.name], default)
        return create_model(f"{self.name}_arguments", __base__=Arguments, **fields)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters' names in the order of the signature."""
        return tuple(self.arguments.model_fields)

    @cached_property
    def choices(self) -> dict[str, frozenset[str]]:
        """The words of each parameter that takes one of a few."""
        kinds = {name: field.annotation for name, field in self.arguments.model_fields.items()}
        return {name: frozenset(get_args(kind)) for name, kind in kinds.items() if get_origin(kind) is Literal}

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The compact JSON schema that a model is offered: no titles, no defaults, no null."""
        full = self.arguments.model_json_schema()
        properties = {name: _compact(value) for name, value in full.get("properties", {}).items()}
        body: dict[str, Any] = {"type": "object", "properties": properties}
        if full.get("required"):
            body["required"] = full["required"]
        return {"type": "function", "function": {"name": self.name, "description": self.doc, "parameters": body}}

    def read(self, args: dict[str, Any], reading: object) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Read the arguments as said into their types, against `reading` (the clock, the zone); raise Refusal.

        An argument among `spare` that cannot be read is left out, and why is said: the rest is not lost for it.
        """
        given = {key: value for key, value in args.items() if value is not None and value != ""}
        unread: list[str] = []
        while True:
            try:
                read = self.arguments.model_validate(given, context={"reading": reading})
                return {name: getattr(read, name) for name in self.parameters}, tuple(unread)
            except ValidationError as error:
                refusal = _refusal(self, error)
                if refusal.field not in self.spare or refusal.field not in given:
                    raise refusal from None
                del given[refusal.field]
                unread.append(refusal.text)


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


def tool(
    name: str,
    *,
    examples: tuple[str, ...] = (),
    reads: bool = False,
    offered: bool = True,
    spare: tuple[str, ...] = (),
    loose: bool = False,
) -> Callable[[Function], Function]:
    """Mark a function as the tool `name`; the function itself stays what it was.

    `spare` names arguments without which the call still makes sense; `loose` lets the words of the command stand in any
    order, also without commas: those that are a choice say themselves whose they are.
    """

    def mark(function: Function) -> Function:
        vars(function)["tool"] = Tool(name, function, examples, reads, offered, spare, loose)
        return function

    return mark


def tool_of(function: Callable[..., Result]) -> Tool:
    """The tool that `@tool` made of a function."""
    found = vars(function)["tool"]
    assert isinstance(found, Tool)
    return found


def _compact(schema: dict[str, Any]) -> dict[str, Any]:
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    kept = {key: value for key, value in options[0].items() if key in ("type", "enum", "items", "description")}
    return kept | ({"description": schema["description"]} if "description" in schema else {})


def _refusal(which: Tool, error: ValidationError) -> Refusal:
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else None
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, ValueError):
        return Refusal(str(cause), field=field)
    example = f" For example: {which.examples[0]}" if which.examples else ""
    if first["type"] == "missing":
        return Refusal(f"I need the {str(field).replace('_', ' ')} for that.{example}", field=field)
    if first["type"] == "extra_forbidden":
        return Refusal(f"“{field}” is nothing I know for {which.name}.{example}", field=field)
    if first["type"] == "literal_error":
        said, known = str(first["input"])[:40], first["ctx"]["expected"].replace("'", "")
        return Refusal(f"“{said}” is nothing I know for {which.name}; it can be {known}.", field=field)
    return Refusal(f"I could not read the {str(field).replace('_', ' ')}.{example}", field=field)
