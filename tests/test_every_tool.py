"""What holds of every tool: its definition, its examples, that nothing upsets it, and that it keeps people apart."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

import tools
from storage import users
from tests.house import NOON, House
from tests.people import NEEDED, Person
from tools import command
from tools.catalog import default
from tools.result import Call, Refused
from tools.tool import Tool
from tools.turn import Turn

CATALOG = default()
EVERY = pytest.mark.parametrize("tool", CATALOG.tools, ids=lambda tool: tool.name)
EXAMPLES = [(tool, example) for tool in CATALOG.tools for example in tool.examples]
# What stands in a schema, and nothing else: each word of it is paid for with each question to a model.
WORDS_OF_A_SCHEMA = {"type", "properties", "required", "enum", "items", "description"}
MOST_OF_ALL, MOST_OF_ONE = 11_000, 1_700  # characters
SETUP = (
    "/log Stripe, Backend Engineer, applied, 9 November",
    "/schedule Stripe, Friday at 3pm",
    "/contact Jane Roe, Stripe, role=recruiter",
    "/remind call Jane, tomorrow at 10am",
    "/remind send the papers, Thursday, Stripe",
)
# The words of a program that did not reckon with this.
UPSET = re.compile(r"Something went wrong|int\(\)|validation|pydantic|Traceback|Error\b")
JUNK: tuple[Any, ...] = (
    [], {}, ["a", None], {"a": 1}, -1, 10**40, 1e308, float("nan"), True, "x" * 5000, "\x00\x1b[31m", "🙂", " ", "#",
    "#999999999999", "'; DROP TABLE applications; --", "مرحبا", "\ud800", "31 February", "%s{0}", "null", "#1,#2", "-5",
)  # fmt: skip


def test_the_number_that_a_model_is_offered() -> None:
    assert 12 <= len(CATALOG.offered) <= 18


def test_each_tool_is_defined_once_and_listed_once() -> None:
    names = [tool.name for tool in CATALOG.tools]
    assert len(set(names)) == len(names)
    modules = [importlib.import_module(f"tools.{found.name}") for found in pkgutil.iter_modules(tools.__path__)]
    functions = {one for module in modules for one in vars(module).values() if isinstance(one, FunctionType)}
    assert sorted(vars(one)["tool"].name for one in functions if "tool" in vars(one)) == sorted(names)


@EVERY
def test_it_says_in_a_sentence_what_it_does(tool: Tool) -> None:
    assert tool.doc.endswith(".") and 20 < len(tool.doc) < 160
    assert tool.examples or not tool.offered
    assert all(example.startswith(f"/{tool.name}") for example in tool.examples)


def keys(schema: Any) -> Iterator[str]:
    """The words of a schema, without the names of parameters."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            for part in value.values() if key == "properties" else [value]:
                yield from keys(part)


@pytest.mark.parametrize("tool", CATALOG.offered, ids=lambda tool: tool.name)
def test_its_schema_is_compact(tool: Tool) -> None:
    function = tool.schema["function"]
    assert set(function) == {"name", "description", "parameters"}
    assert set(keys(function["parameters"])) <= WORDS_OF_A_SCHEMA
    assert set(function["parameters"]["properties"]) == set(tool.parameters)
    assert len(json.dumps(tool.schema)) <= MOST_OF_ONE


def test_all_schemas_together_are_compact() -> None:
    assert sum(len(json.dumps(schema)) for schema in CATALOG.schemas) <= MOST_OF_ALL
    assert CATALOG.schemas == default().schemas


@pytest.mark.parametrize(("tool", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_its_examples_run(tool: Tool, example: str, sqlite_house: House, tmp_path: Path) -> None:
    for text in SETUP:
        assert "Undo" in sqlite_house.say(text).labels, text
    call = command.parse(example, CATALOG)
    assert call is not None and call.name == tool.name
    path = tmp_path / "all.json"
    path.write_text(json.dumps(sqlite_house.export()), "utf-8")
    with sqlite_house.app.database.read() as db:
        me = users.find_user(db, "stdio", "u1")
    assert me is not None
    files = (path,) if tool.name in ("import", "attach") else ()
    turn = Turn(me.id, None, NOON, files=files)
    outcome = sqlite_house.app.toolbox.run([call], turn)
    for asked, ask in outcome.asks:
        outcome = sqlite_house.app.toolbox.go_on(asked, ask, None, turn)
    assert not isinstance(outcome.done[0].result, Refused), outcome.answers[0].text


@EVERY
def test_no_argument_upsets_it(tool: Tool, sqlite_house: House) -> None:
    someone = Person(sqlite_house, "u1", "Brightwater", "Lifeguard", "mine")
    someone.move_in()
    values = [value for value in JUNK if tool.name != "ask_back" or not isinstance(value, list)]
    for name in tool.parameters:
        calls = [Call(name=tool.name, args={**NEEDED.get(tool.name, {}), name: value}) for value in values]
        outcome = someone.ask(calls)
        # What breaks takes the whole turn back: then each call is tried by itself, to say which it was.
        broken = [
            call for call in calls if len(outcome.done) == 1 and UPSET.search(someone.ask([call]).answers[0].text)
        ]
        assert broken == []
        assert [answer.text for answer in outcome.answers if UPSET.search(answer.text)] == []
