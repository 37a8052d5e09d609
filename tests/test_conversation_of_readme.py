"""The conversation on the first screen of the README is what the program says, word for word."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.checkout import text
from tests.house import House
from tests.talk import Heard

# The day that the README names, in the morning.
START = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
PROMPT = "you> "


def conversation() -> list[tuple[str, str]]:
    """What is said and what is answered, in turn."""
    block = re.search(r"```\n(you> .+?)\n```", text("README.md"), re.DOTALL)
    assert block is not None
    turns = block[1].split("\n\n")
    assert all(turn.startswith(PROMPT) for turn in turns)
    parted = [turn.removeprefix(PROMPT).partition("\n") for turn in turns]
    return [(said, answered) for said, _, answered in parted]


def shown(heard: Heard) -> str:
    """Answers as the terminal shows them: the words, then the buttons with their numbers."""
    labels = "  ".join(f"[{number}] {label}" for number, label in enumerate(heard.labels, 1))
    return "\n".join(part for part in (heard.text, labels) if part)


def answer(house: House, said: str) -> Heard:
    """What is answered to words, or to the number of a button."""
    if said.isdigit():
        number, _ = house.last[house.user].buttons[int(said) - 1]
        return house.press_id(number)
    return house.say(said)


def test_the_conversation(sqlite_house: House) -> None:
    sqlite_house.now = START
    turns = conversation()
    assert len(turns) >= 5
    for said, answered in turns:
        assert shown(answer(sqlite_house, said)) == answered, said


def test_the_page_speaks_of_that_day() -> None:
    assert f"{START:%A}, {START.day} {START:%B %Y}" in text("README.md")
