"""What holds of every tool: its definition, its examples, that nothing upsets it, and that it keeps people apart."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from sqlalchemy import select

import tools
from storage import models, reminders, undo, users
from storage.columns import metadata
from storage.database import Database
from tests.house import NOON, House
from tools import command
from tools.catalog import default
from tools.result import Call, Refused, Result
from tools.tool import Tool
from tools.turn import Outcome, Turn

CATALOG = default()
EVERY = pytest.mark.parametrize("tool", CATALOG.tools, ids=lambda tool: tool.name)
EXAMPLES = [(tool, example) for tool in CATALOG.tools for example in tool.examples]
# What stands in a schema, and nothing else: each word of it is paid for with each question to a model.
WORDS_OF_A_SCHEMA = {"type", "properties", "required", "enum", "items", "description"}
MOST_OF_ALL, MOST_OF_ONE = 11_000, 1_700  # characters
SETUP = (
    "/log Stripe, Backend Engineer, applied, 9 November",
    "/schedule Stripe, Friday at 3pm",
    "/remind call Jane, tomorrow at 10am",
    "/remind send the papers, Thursday, Stripe",
)
# Arguments without which a tool does nothing.
NEEDED: dict[str, dict[str, Any]] = {
    "log": {"company": "Newcomer"},
    "status": {"status": "rejected"},
    "update": {"new_title": "Driver"},
    "note": {"text": "a note"},
    "contact": {"name": "Max"},
    "label": {"add": "seen"},
    "schedule": {"when": "Friday at 4pm"},
    "reschedule": {"when": "Friday at 5pm"},
    "remind": {"text": "write", "when": "tomorrow"},
    "change_reminder": {"action": "done"},
    "ask_back": {"said": "x", "guesses": []},
}
# What is done only behind the button of a question.
ASKS_FIRST = ("delete", "status", "label")
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
    files = (path,) if tool.name == "import" else ()
    outcome = sqlite_house.app.toolbox.run([call], Turn(me.id, None, NOON, files=files))
    assert not isinstance(outcome.done[0].result, Refused), outcome.answers[0].text


@dataclass(frozen=True)
class Person:
    """Somebody with some of everything, made of words that only this one has."""

    house: House
    account: str
    company: str
    title: str
    secret: str

    def move_in(self) -> None:
        """Say it all."""
        c, s = self.company, self.secret
        for text in (
            f"/log {c}, {self.title}, applied, 9 November, location={s}-place, tags={s}-tag, source={s}-source",
            f"/schedule {c}, Friday at 3pm, people={s}-person",
            f"/remind {s}-call, tomorrow at 10am",
            f"/remind {s}-write, Thursday, {c}",
            f"/note {s}-note, {c}",
            f"/contact {s}-contact, {c}, email={s}@mail.example",
            f"/settings name={s}-name",
            f"/delete {c}",
        ):
            heard = self.house.say(text, user=self.account)
            assert heard.labels, text

    @property
    def id(self) -> int:
        """The number of this person."""
        with self.house.app.database.read() as db:
            found = users.find_user(db, "stdio", self.account)
            assert found is not None
            return found.id

    def names(self) -> list[Any]:
        """All ways to name what is this person's."""
        with self.house.app.database.read() as db:
            steps = [step.id for step in undo.recent_steps(db, self.id)]
            owed = [f"#{one.id}" for one in reminders.find(db, self.id, NOON, statuses=None)]
        form = self.house.export(user=self.account)["applications"]
        return [f"#{form[0]['id']}", form[0]["id"], self.company, self.title, *owed, *steps]

    def rows(self) -> dict[str, list[Any]]:
        """All rows of this person, as they stand."""
        with self.house.app.database.read() as db:
            owned = [table for table in metadata.sorted_tables if "user_id" in table.c]
            rows = {t.name: [*db.execute(select(t).where(t.c.user_id == self.id))] for t in owned}
            rows["users"] = [*db.execute(select(models.users).where(models.users.c.id == self.id))]
            return {name: sorted((tuple(row) for row in found), key=repr) for name, found in rows.items()}

    def ask(self, calls: Sequence[Call]) -> Outcome:
        """Carry out calls as this person."""
        return self.house.app.toolbox.run(calls, Turn(self.id, None, NOON))


def tries(tool: Tool, values: Sequence[Any]) -> list[Call]:
    """A tool asked for each of the values in each of its parameters, plainly and as the button of a question would."""
    needed = NEEDED.get(tool.name, {})
    args = [{**needed, name: value} for name in tool.parameters for value in values]
    if tool.name == "change_reminder":
        args += [{"action": action, "which": value} for value in values for action in ("cancel", "snooze")]
    sure = (False, True) if tool.name in ASKS_FIRST else (False,)
    # A confirmed `account` would end the stranger.
    pairs = [(given, yes) for given in args or [{}] for yes in sure if not (yes and "account" in given)]
    return [Call(name=tool.name, args=given, confirmed=yes) for given, yes in pairs]


def seen(result: Result) -> str:
    """All that a person sees of a result."""
    reply = result.reply()
    handed = [Path(name).read_text("utf-8") for name in reply.files]
    return " ".join([reply.model_dump_json(), *handed])


def two_people(house: House) -> tuple[Person, Person]:
    """The owner of some data, and a stranger with data too."""
    owner = Person(house, "owner", "Quillfeather", "Falconer", "hush")
    stranger = Person(house, "stranger", "Brightwater", "Lifeguard", "mine")
    owner.move_in()
    stranger.move_in()
    return owner, stranger


def check_apart(owner: Person, stranger: Person, calls: Sequence[Call]) -> None:
    """Carries out a stranger's calls: nothing of the owner's is told but what the call itself said, nothing changed."""
    before = owner.rows()
    for start in range(0, len(calls), 50):
        outcome = stranger.ask(calls[start : start + 50])
        assert len(outcome.done) > 1 or "Something went wrong" not in outcome.answers[0].text
        for done in outcome.done:
            said, told = json.dumps(done.call.args), seen(done.result)
            assert "hush" not in told, done.call
            assert [word for word in ("Quillfeather", "Falconer") if word in told and word not in said] == [], done.call
    assert owner.rows() == before


@EVERY
def test_nobody_reads_or_changes_what_is_another_persons(tool: Tool, sqlite_house: House) -> None:
    owner, stranger = two_people(sqlite_house)
    check_apart(owner, stranger, tries(tool, owner.names()))


def test_nobody_does_so_on_the_other_database(postgres_empty: Database, tmp_path: Path) -> None:
    with closing(House(postgres_empty.url.render_as_string(hide_password=False), tmp_path)) as house:
        owner, stranger = two_people(house)
        numbers = [name for name in owner.names() if name not in (owner.company, owner.title)]
        check_apart(owner, stranger, [call for tool in CATALOG.tools for call in tries(tool, numbers)])


def test_nobody_presses_another_persons_buttons(house: House) -> None:
    owner, _ = two_people(house)
    before = owner.rows()
    for row in before["actions"]:
        assert house.press_id(row[0], user="stranger").text == "That button is not there any more."
    assert owner.rows() == before
    for words in ("show Quillfeather", "/show Quillfeather", "/find Quillfeather", "what's open?", "undo", "yes"):
        assert "hush" not in house.say(words, user="stranger").text
    assert owner.rows() == before


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
