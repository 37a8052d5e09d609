"""Questions about an employer that the person has nothing at, while the talk is about another."""

from __future__ import annotations

import pytest

from tests.house import House


@pytest.mark.parametrize(
    "said",
    [
        "what's the status of Vandelay?",
        "show Vandelay",
        "what about Vandelay?",
        "whats the status of vandelay",
        "wie steht es bei Vandelay?",
        "où en est Vandelay ?",
        "any news from Vandelay?",
    ],
)
def test_nobody_else_is_answered_about(house: House, said: str) -> None:
    house.say("applied to Pendant Publishing as an editor")
    answer = house.say(said).text
    assert "no application at Vandelay" in answer and "Pendant" not in answer


@pytest.mark.parametrize(
    "said", ["show the notes", "what's the pay?", "show me the link", "Status?", "show details please"]
)
def test_things_of_the_one_spoken_of_are_no_employers(house: House, said: str) -> None:
    house.say("applied to Pendant Publishing as an editor")
    assert "Pendant Publishing" in house.say(said).text
