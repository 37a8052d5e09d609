"""Reminders called off by where they stand in the list on the screen; after another list the words mean that one."""

from __future__ import annotations

import pytest

from tests.house import House
from tests.reminded import apply, home

__all__ = ["home"]
SET = ("ring the agency", "iron the shirt", "post the forms", "wash the car")


def left(home: House, *lines: str) -> list[str]:
    """Which of four reminders still wait after their list and these lines."""
    for day, words in enumerate(SET, 3):
        home.say(f"remind me on {day} November at 10 to {words}")
    for line in ("what reminders do I have?", *lines):
        home.say(line)
    waiting = [r["text"] for r in home.export()["reminders"] if r["status"] == "pending"]
    return [words for words in SET if words in waiting]


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("delete the first one", [0]),
        ("delete the second", [1]),
        ("cancel number 2", [1]),
        ("please remove no. 3", [2]),
        ("cancel 4", [3]),
        ("drop the last one pls", [3]),
        ("delete the first and the third", [0, 2]),
        ("cancel 1, 2 and 4", [0, 1, 3]),
        ("get rid of the last two", [2, 3]),
        ("cancel them all", [0, 1, 2, 3]),
        ("lösch die zweite", [1]),
        ("borra el primero", [0]),
        ("supprime le troisième", [2]),
        ("delete number 9", []),
        ("delete the first application", []),
    ],
)
def test_which_one_goes(home: House, said: str, gone: list[int]) -> None:
    assert left(home, said) == [words for place, words in enumerate(SET) if place not in gone]


def test_a_number_that_is_not_on_the_list_is_named(home: House) -> None:
    left(home)
    assert "That list has 4 reminders" in home.say("cancel number 9").text


def test_one_that_is_gone_is_not_said_to_go_again(home: House) -> None:
    left(home, "delete the first one")
    again = home.say("delete the first one")
    assert "Cancelled already: ring the agency" in again.text
    assert "Undo" not in again.labels


def test_after_a_list_of_jobs_the_second_is_a_job(home: House) -> None:
    apply(home, "Acme", "Globex")
    assert left(home, "what are my applications?") == list(SET)
    assert "Delete Acme" in home.say("delete the second one").text


def test_the_one_of_a_company(home: House) -> None:
    apply(home, "Acme", "Globex")
    left(home)
    assert "Reminder cancelled: Follow up · Globex" in home.say("delete the globex one").text
