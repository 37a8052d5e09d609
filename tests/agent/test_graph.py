"""The graph with a scripted model: what it asks for is done once, through the door, and never claimed when refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from langchain_core.messages import AIMessage, SystemMessage
from langchain_core.messages.tool import invalid_tool_call

from tests.house import House

Scripted = Callable[..., House]


def calls(*asked: tuple[str, dict[str, Any]], words: str = "") -> AIMessage:
    """An answer of a model that asks for tools."""
    made = [{"name": name, "args": args, "id": f"c{number}"} for number, (name, args) in enumerate(asked)]
    return AIMessage(content=words, tool_calls=made)


LOGGED = calls(("log", {"company": "Stripe", "title": "Cook"}))


def test_parallel_calls_are_one_step_with_one_undo(scripted: Scripted) -> None:
    three = [("log", {"company": name, "title": "Cook"}) for name in ("Acme", "Globex", "Initech")]
    house = scripted(calls(*three))
    heard = house.say("three jobs")
    assert heard.labels == ["Undo"] and len(heard.outs) == 1
    assert heard.text.count("Logged") == 3
    house.press("Undo")
    assert house.applications() == []


def test_what_can_be_done_is_done_beside_what_is_refused(scripted: Scripted) -> None:
    house = scripted(
        calls(("log", {"company": "Acme", "title": "Cook"}), ("status", {"status": "offer", "company": "X"}))
    )
    heard = house.say("acme, and X made an offer")
    assert "Logged: Acme" in heard.text and "no application at X" in heard.text
    assert [a["company"] for a in house.applications()] == ["Acme"]
    house.press("^Undo")
    assert house.applications() == []


def test_what_a_model_says_beside_a_refused_call_is_not_told(scripted: Scripted) -> None:
    house = scripted(calls(("status", {"status": "offer", "company": "X"}), words="Done! I marked X as offer."))
    heard = house.say("X made an offer")
    assert "Done" not in heard.text and "no application at X" in heard.text
    assert "Undo" not in heard.labels and house.applications() == []


def test_a_receipt_costs_no_second_question_to_the_model(scripted: Scripted) -> None:
    house = scripted(LOGGED)
    house.say("stripe, cook")
    assert house.model is not None and len(house.model.asked) == 1


def test_an_unknown_tool_is_refused(scripted: Scripted) -> None:
    house = scripted(calls(("drop_tables", {"all": True}), words="All gone."))
    heard = house.say("go")
    assert "There is no command" in heard.text and "gone" not in heard.text


@pytest.mark.parametrize(
    "args",
    [
        {"company": {"name": "Stripe"}, "title": ["Cook"]},
        {"company": None},
        {},
        {"company": "Stripe", "colour": "red"},
        {"company": "Stripe", "status": 7},
        {"company": "Stripe", "on": "the 31st of February"},
        {"company": "Stripe", "ctx": "x", "self": "y"},
    ],
)
def test_malformed_arguments_are_refused_or_read(scripted: Scripted, args: dict[str, Any]) -> None:
    house = scripted(calls(("log", args), words="I have logged it."))
    heard = house.say("go")
    assert "Something went wrong" not in heard.text and "I have logged it" not in heard.text
    assert len(house.applications()) == ("Logged" in heard.text)


def test_arguments_that_are_no_json_are_not_taken_for_an_answer(scripted: Scripted) -> None:
    broken = invalid_tool_call(name="log", args='{"company": "Str', id="c1", error="cut off")
    house = scripted(AIMessage(content="", invalid_tool_calls=[broken]))
    heard = house.say("stripe, cook")
    assert "did not understand" in heard.text and house.applications() == []


@pytest.mark.parametrize("more", [{"confirmed": True}, {"confirm": "yes"}, {"said_at": "2020-01-01T00:00:00Z"}])
def test_a_model_cannot_confirm_a_deletion(scripted: Scripted, more: dict[str, Any]) -> None:
    house = scripted(LOGGED, calls(("delete", {"company": "Stripe", **more}), words="Deleted."))
    house.say("stripe, cook")
    heard = house.say("delete it")
    assert "Deleted" not in heard.text
    assert len(house.applications()) == 1


def test_a_deletion_that_a_model_asks_for_waits_for_the_person(scripted: Scripted) -> None:
    house = scripted(LOGGED, calls(("delete", {"company": "Stripe"}), words="It is gone."))
    house.say("stripe, cook")
    asked = house.say("delete it, yes, sure, now")
    assert "Yes, delete" in asked.labels and len(house.applications()) == 1
    house.press("^Yes, delete")
    assert house.applications() == []


def two_each(house: House) -> None:
    """Two jobs at each of two companies."""
    for company in ("Stripe", "Acme"):
        for title in ("Cook", "Driver"):
            house.say(f"/log {company}, {title}")


def test_two_questions_of_a_turn_are_answered_one_after_the_other(scripted: Scripted) -> None:
    both = [("status", {"status": "rejected", "company": name}) for name in ("Stripe", "Acme")]
    house = scripted(calls(*both))
    two_each(house)
    assert len(house.say("no from stripe and acme").buttons) == 4
    # What is said answers the first; the second then waits.
    assert house.say("the driver").text.startswith("Stripe · Driver: applied → rejected")
    assert house.say("the cook").text.startswith("Acme · Cook: applied → rejected")


def test_the_buttons_of_two_questions_can_be_pressed_in_any_order(scripted: Scripted) -> None:
    both = [("status", {"status": "rejected", "company": name}) for name in ("Stripe", "Acme")]
    house = scripted(calls(*both))
    two_each(house)
    buttons = house.say("no from stripe and acme").buttons
    for number, label in (buttons[2], buttons[0]):
        assert house.press_id(number).text.startswith(f"{label}: applied → rejected")
    assert "out of date" in house.press_id(buttons[1][0]).text


def test_two_deletions_of_a_turn_are_one_question(scripted: Scripted) -> None:
    house = scripted(
        calls(("delete", {"company": "Stripe", "title": "Cook"}), ("delete", {"company": "Acme", "title": "Cook"}))
    )
    two_each(house)
    asked = house.say("delete the cooks")
    assert asked.labels == ["Yes, delete", "No, keep it"]
    assert "Deleted: Stripe · Cook." in house.say("yes").text
    assert {a["title"] for a in house.applications()} == {"Driver"}
    house.press("^Undo")
    assert len(house.applications()) == 4


def test_a_button_that_a_model_makes_up_confirms_nothing(scripted: Scripted) -> None:
    hidden = {"name": "delete", "args": {"company": "Stripe"}, "confirmed": True}
    guess = {"said": "x", "guesses": [{"label": "Show my jobs", "calls": [hidden]}]}
    house = scripted(LOGGED, calls(("ask_back", guess)))
    house.say("stripe, cook")
    house.say("what have I got?")
    house.press("^Show my jobs")
    assert len(house.applications()) == 1


def test_words_alone_are_told_as_they_are(scripted: Scripted) -> None:
    house = scripted(AIMessage(content="Good luck!"), AIMessage(content=[{"type": "text", "text": "And again!"}]))
    assert house.say("wish me luck").text == "Good luck!"
    assert house.say("again").text == "And again!"


def test_an_empty_answer_is_no_answer(scripted: Scripted) -> None:
    house = scripted(AIMessage(content=" "))
    assert "did not understand" in house.say("hm").text


def test_a_model_that_breaks_is_told_calmly(scripted: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    house = scripted()
    heard = house.say("my secret word is albatross")
    assert "Something went wrong on my side (mark " in heard.text
    assert "albatross" not in caplog.text and "mark" in caplog.text


def test_commands_and_buttons_do_not_ask_the_model(scripted: Scripted) -> None:
    house = scripted()
    house.say("/log Stripe, Cook")
    house.say("/delete Stripe")
    assert "Deleted" in house.say("yes").text
    house.press("^Undo")
    assert len(house.applications()) == 1
    assert house.model is not None and house.model.asked == []


def test_the_same_call_twice_in_an_answer_is_done_once(scripted: Scripted) -> None:
    house = scripted(
        calls(("log", {"company": "Stripe", "title": "Cook"}), ("log", {"company": "Stripe", "title": "Cook"}))
    )
    house.say("stripe twice")
    assert len(house.applications()) == 1


def test_a_flood_of_calls_is_cut(scripted: Scripted) -> None:
    house = scripted(calls(*(("log", {"company": f"Company {number}", "title": "Cook"}) for number in range(500))))
    heard = house.say("all of them")
    done = len(house.applications())
    assert 0 < done <= 100 and f"Say the other {500 - done} again" in heard.text


def test_the_model_is_told_what_it_needs_and_nothing_of_others(scripted: Scripted) -> None:
    house = scripted(LOGGED, AIMessage(content="Hello."))
    house.say("stripe, cook")
    house.say("hello", user="u2")
    assert house.model is not None
    told = [m for m in house.model.asked[-1] if isinstance(m, SystemMessage)]
    assert len(told) == 1 and "Stripe" not in str(told[0].additional_kwargs)
