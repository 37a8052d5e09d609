"""No tool reads or changes another person's rows, whatever it is asked for, and no button works for another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from tests.house import House
from tests.people import NEEDED, Person
from tools.catalog import default
from tools.result import Call, Result
from tools.tool import Tool

CATALOG = default()
EVERY = pytest.mark.parametrize("tool", CATALOG.tools, ids=lambda tool: tool.name)
# What is done only behind the button of a question.
ASKS_FIRST = ("delete", "status", "label")


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


def said_before(call: Call, calls: Sequence[Call]) -> str:
    """What the stranger said with a call; with what they had set before by such a call, which it tells as it was."""
    before = calls[: calls.index(call)] if call.name in ("settings", "skills") else ()
    return json.dumps([call.args, *(one.args for one in before if one.name == call.name)])


def check_apart(owner: Person, stranger: Person, calls: Sequence[Call]) -> None:
    """Carries out a stranger's calls: nothing of the owner's is told but what the call itself said, nothing changed."""
    before = owner.rows()
    for start in range(0, len(calls), 50):
        outcome = stranger.ask(calls[start : start + 50])
        assert len(outcome.done) > 1 or "Something went wrong" not in outcome.answers[0].text
        for done in outcome.done:
            said, told = said_before(done.call, calls), seen(done.result)
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
