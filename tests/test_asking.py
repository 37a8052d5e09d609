"""Tools that ask the model without tools: outside of any transaction, once, and never in vain for the person."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Literal

import pytest

from agent.assistant import Assistant, Message, Said
from agent.thinking import Act, Mind, Reached, Thinking
from storage.models import notes
from storage.usage import Usage
from tests.house import House
from tests.model_server import ModelServer
from tests.online import Online
from tools import log, removal
from tools.asking import Form, Read, Request, Write, Written
from tools.catalog import build
from tools.context import Context
from tools.fields import Text
from tools.result import Receipt, Result
from tools.result import Said as Words
from tools.tool import tool
from tools.toolbox import Toolbox


class Mood(Form):
    """mood: how the text sounds."""

    mood: Literal["kind", "cold"]


@tool("letter")
def letter(ctx: Context, to: Text) -> Result:
    """Write a letter."""

    def then(ctx: Context, written: str | None) -> Result:
        found = ctx.db.execute(notes.select()).all()
        return Words(text=f"{written or 'Dear ' + to} ({len(found)} notes)")

    return ctx.writer.write("Write a letter to them.", f"a letter to {to}", 200, then)


@tool("mood")
def mood(ctx: Context, text: Text) -> Result:
    """Tell the mood of a text."""

    def then(ctx: Context, read: Mood | None) -> Result:
        return Receipt(text=f"It sounds {read.mood if read else 'like nothing I know'}.")

    return ctx.writer.read(text, Mood, then)


class Slow:
    """A model that looks around while it is asked."""

    asks_outside = False

    def __init__(self, house: House) -> None:
        self.house = house
        self.asked: list[Request] = []
        self.fails = False

    def plain(self, thinking: Thinking) -> None:
        """All is for the model."""

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """It only writes."""
        raise NotImplementedError

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """The answer, after somebody else has written to the database."""
        self.asked.append(request)
        if self.fails:
            raise RuntimeError("it broke")
        with self.house.app.database.write() as db:
            db.exec_driver_sql("UPDATE users SET name = 'written meanwhile'")
        usage.calls, usage.path = 1, "model"
        await asyncio.sleep(0)
        return Mood(mood="kind") if isinstance(request, Read) else "Dear all"

    async def leave(self) -> None:
        """Nothing is held open."""


def desk(house: House, mind: Mind | None) -> Assistant:
    """An assistant with the tools of this file besides a few of the product's."""
    catalog = build((letter, mood, log.log, removal.undo))
    return Assistant(Toolbox(house.app.database, catalog), mind)


def said(house: House, assistant: Assistant, text: str, event: str | None = None) -> Said:
    """What is answered to words."""
    house.now += timedelta(minutes=1)
    return house.runner.run(assistant.answer(Message("stdio", "u1", house.now, text=text, event_id=event)))


def test_it_is_asked_outside_of_any_transaction_and_the_usage_kept(house: House) -> None:
    slow = Slow(house)
    assistant = desk(house, slow)
    answered = said(house, assistant, "/letter Anna")
    assert [a.text for a in answered.answers] == ["Dear all (0 notes)"]
    assert [c.name for c in answered.calls] == ["letter"] and answered.model_calls == 1
    assert slow.asked == [Write("Write a letter to them.", "a letter to Anna", 200)]
    with house.app.database.read() as db:
        assert db.exec_driver_sql("SELECT path, calls FROM model_usage").all() == [("model", 1)]
        assert db.exec_driver_sql("SELECT tool, outcome FROM audit").all() == [("letter", "done")]
    assistant.bridge.close()


def test_a_text_is_read_into_a_closed_form(house: House) -> None:
    assistant = desk(house, Slow(house))
    assert [a.text for a in said(house, assistant, "/mood we are so glad").answers] == ["It sounds kind."]
    assistant.bridge.close()


def test_without_a_model_the_tool_does_without(house: House) -> None:
    assistant = desk(house, None)
    assert [a.text for a in said(house, assistant, "/letter Anna").answers] == ["Dear Anna (0 notes)"]
    assistant.bridge.close()


def test_an_event_that_comes_again_is_answered_again_and_not_asked_again(house: House) -> None:
    slow = Slow(house)
    assistant = desk(house, slow)
    first = said(house, assistant, "/letter Anna", event="e1")
    again = said(house, assistant, "/letter Anna", event="e1")
    assert [a.text for a in first.answers] == [a.text for a in again.answers] and len(slow.asked) == 1
    assistant.bridge.close()


def test_an_event_whose_asking_broke_off_is_taken_up_again(house: House) -> None:
    slow = Slow(house)
    assistant = desk(house, slow)
    slow.fails = True
    assert "went wrong" in said(house, assistant, "/letter Anna", event="e1").answers[0].text
    slow.fails = False
    assert said(house, assistant, "/letter Anna", event="e1").answers[0].text == "Dear all (0 notes)"
    assistant.bridge.close()


def test_the_model_writes_without_tools(online: Online, server: ModelServer) -> None:
    house = online()
    assistant = desk(house, house.assistant.mind)
    assert said(house, assistant, "/letter Wayne").answers[0].text == "Dear Wayne, thank you. (0 notes)"
    asked = server.asked()[-1]
    assert "tools" not in asked and [m["role"] for m in asked["messages"]] == ["system", "user"]
    assert "1 calls for 1 messages" in house.say("/usage").text
    assistant.bridge.close()


@pytest.mark.parametrize("to", ["#broken", "#silent"])
def test_where_the_model_fails_the_tool_does_without(online: Online, to: str) -> None:
    house = online()
    assistant = desk(house, house.assistant.mind)
    assert said(house, assistant, f"/letter {to}").answers[0].text == f"Dear {to} (0 notes)"
    assistant.bridge.close()


def test_for_who_stays_offline_nothing_is_asked(online: Online, server: ModelServer) -> None:
    house = online()
    house.say("/settings offline=yes")
    assistant = desk(house, house.assistant.mind)
    before = len(server.asked())
    answered = said(house, assistant, "/letter Wayne")
    assert answered.answers[0].text == "Dear Wayne (0 notes)" and answered.model_calls == 0
    assert len(server.asked()) == before
    assistant.bridge.close()


def test_a_form_takes_nothing_but_its_own_fields(online: Online) -> None:
    house = online()
    assistant = desk(house, house.assistant.mind)
    assert "nothing I know" in said(house, assistant, "/mood sing along").answers[0].text
    assert "cold" in said(house, assistant, "/mood we regret to say").answers[0].text
    assistant.bridge.close()
