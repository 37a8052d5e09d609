"""The heartbeat of a running program: whoever changes something wakes it, from whatever thread, as long as it runs."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from agent.assistant import Message
from bot.heartbeat import Heartbeat
from bot.pushes import Pushes
from storage import users
from tests.house import House


def said(text: str, ago: float) -> Message:
    """Words that were said some seconds ago."""
    now = datetime.now(UTC)  # noqa: TID251 - the heartbeat goes by the real clock
    return Message("stdio", "u1", now - timedelta(seconds=ago), text=text)


async def told(house: House) -> str:
    """What is pushed to somebody who wants to be reminded in a moment, long before anybody would look by himself."""
    pushes = Pushes("stdio")
    heart = Heartbeat(house.assistant, {"stdio": pushes})
    assert heart.start() == ""
    try:
        await asyncio.sleep(0.3)
        await house.assistant.answer(said("/remind call Jane, in 1 minute", 59))
        handed = await asyncio.wait_for(pushes.take(), 15)
        handed.shown()
        return handed.note.answer.text
    finally:
        await heart.stop()


def test_a_change_wakes_it(sqlite_house: House) -> None:
    sqlite_house.runner.run(sqlite_house.assistant.answer(said("/settings digest=off", 70)))
    assert "Reminder: call Jane" in sqlite_house.runner.run(told(sqlite_house))
    assert sqlite_house.app.toolbox.changed is None
    assert "Undo" in sqlite_house.say("/log Acme, Cook, applied").labels


def test_the_account_used_last_is_the_one_that_was_written_from_last(sqlite_house: House) -> None:
    sqlite_house.say("/settings digest=off")
    with sqlite_house.app.database.write() as db:
        me = users.find_user(db, "stdio", "u1")
        assert me is not None
        users.link_account(db, me.id, "telegram", "7", sqlite_house.now + timedelta(hours=1))

    def order() -> list[str]:
        with sqlite_house.app.database.read() as db:
            return [one.channel for one in users.list_accounts(db, me.id)]

    sqlite_house.say("hello")
    assert order() == ["telegram", "stdio"]
    sqlite_house.say("hello", at=sqlite_house.now + timedelta(hours=2))
    assert order() == ["stdio", "telegram"]
    with sqlite_house.app.database.write() as db:
        users.mark_dead(db, "stdio", "u1", "gone")
    sqlite_house.say("hello")
    with sqlite_house.app.database.read() as db:
        assert users.list_accounts(db, me.id)[0].dead_reason is None
