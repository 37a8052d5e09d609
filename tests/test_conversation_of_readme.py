"""The conversation on the first screen of the README is what a wide terminal shows, word for word."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.assistant import Message
from bot.render.lines import Look
from bot.render.terminal import text_of
from tests.checkout import text
from tests.house import House
from tests.talk import MINUTE
from tools.turn import Choice

# The day that the README names, in the morning.
START = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
PROMPT = "you> "
LOOK = Look(132, colour=False, plain=False)


def conversation() -> list[tuple[str, str]]:
    """What is said and what is answered, in turn."""
    block = re.search(r"```\n(you> .+?)\n```", text("README.md"), re.DOTALL)
    assert block is not None
    turns = block[1].split("\n\n")
    assert all(turn.startswith(PROMPT) for turn in turns)
    parted = [turn.removeprefix(PROMPT).partition("\n") for turn in turns]
    return [(said, answered) for said, _, answered in parted]


def answer(house: House, said: str, choices: list[Choice]) -> tuple[str, list[Choice]]:
    """What a terminal shows to words or to the number of a button, and the buttons that can be pressed then."""
    house.now += MINUTE
    press = choices[int(said) - 1].id if said.isdecimal() else ""
    message = Message("terminal", "local", house.now, text="" if press else said, press=press)
    told = house.runner.run(house.assistant.answer(message))
    shown = "\n".join(text_of(one, LOOK) for one in told.answers)
    return shown, [choice for one in told.answers for choice in one.choices]


def test_the_conversation(sqlite_house: House) -> None:
    sqlite_house.now = START
    turns = conversation()
    assert len(turns) >= 5
    choices: list[Choice] = []
    for said, answered in turns:
        shown, choices = answer(sqlite_house, said, choices)
        assert shown == answered, said


def test_the_page_speaks_of_that_day() -> None:
    assert f"{START:%A}, {START.day} {START:%B %Y}" in text("README.md")
