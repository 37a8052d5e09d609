"""From the front door to the rows and back, on both databases: what is said, pressed, repeated, undone, brought in."""

from __future__ import annotations

from typing import Any

from tests.house import House
from tests.people import a_rich_search, comparable


def facts(house: House, user: str = "u1") -> list[tuple[Any, ...]]:
    """Company, title and status of each application."""
    return [(a["company"], a["title"], a["status"]) for a in house.applications(user=user)]


def test_a_first_message_is_answered(house: House) -> None:
    heard = house.say("applied to Stripe for backend engineer yesterday")
    assert heard.calls == ["log"]
    assert "Stripe" in heard.text and "Mon 16 Nov" in heard.text
    (only,) = house.applications()
    assert (only["company"], only["status"], only["applied_on"]) == ("Stripe", "applied", "2026-11-16")


def test_the_same_job_is_not_logged_twice_but_for_the_asking(house: House) -> None:
    house.say("/log Stripe, Cook")
    heard = house.say("/log Stripe, Cook")
    assert "already there" in heard.text and "Undo" not in heard.labels
    assert facts(house) == [("Stripe", "Cook", "applied")]
    house.press("^Add another")
    assert facts(house) == [("Stripe", "Cook", "applied")] * 2


def test_undo_step_by_step(house: House) -> None:
    house.say("/log Stripe, Cook")
    house.say("/status screening, Stripe")
    house.say("/note they called, Stripe")
    assert "Taken back" in house.say("undo").text
    (only,) = house.applications()
    assert (only["notes"], only["status"]) == ([], "screening")
    assert "Taken back" in house.say("/undo 2").text
    assert house.applications() == []
    assert house.say("/undo").text == "There is nothing to undo."


def test_the_button_takes_back_its_own_step_and_names_what_stays(house: House) -> None:
    house.say("/log Stripe, Cook")
    logged = house.last["u1"]
    house.say("/update Stripe, location=Boston")
    located = house.last["u1"]
    house.say("/update Stripe, location=Albany")
    assert "stays: location of Stripe" in house.press_id(located.button("Undo")).text
    assert house.applications()[0]["location"] == "Albany"
    kept = house.press_id(logged.button("Undo"))
    assert "stays" in kept.text and len(house.applications()) == 1


def test_deleting_asks_first(house: House) -> None:
    house.say("/log Stripe, Cook")
    house.say("/log Acme, Cook")
    asked = house.say("/delete Stripe")
    assert "?" in asked.text and "Undo" not in asked.labels
    assert len(house.applications()) == 2
    assert "changed nothing" in house.press("^No").text
    house.say("/delete Stripe")
    assert "Deleted" in house.say("yes").text
    assert facts(house) == [("Acme", "Cook", "applied")]
    house.press("^Undo")
    assert sorted(facts(house)) == [("Acme", "Cook", "applied"), ("Stripe", "Cook", "applied")]


def test_a_yes_without_a_question_does_nothing(house: House) -> None:
    house.say("/log Stripe, Cook")
    house.say("/delete Stripe")
    house.say("/log Acme, Cook")
    before = house.export()
    for words in ("yes", "ok", "Yes, do it!", "no", "cancel", "👍"):
        house.say(words)
        assert comparable(house.export()) == comparable(before), words


def test_a_yes_to_a_choice_of_several_chooses_none(house: House) -> None:
    house.say("/log Stripe, Cook")
    house.say("/log Stripe, Driver, another=yes")
    before = house.export()
    first, second = house.say("/status rejected, Stripe").labels
    assert "which" in house.say("yes").text
    assert comparable(house.export()) == comparable(before)
    assert second in house.say("the second").text
    assert {a["title"] for a in house.applications() if a["status"] == "rejected"} == {second.split(" · ")[1]}
    assert first != second


def test_sweeps_ask_first(house: House) -> None:
    for company in ("Acme", "Globex", "Initech"):
        house.say(f"/log {company}, Cook")
    assert "3 applications" in house.say("/status ghosted, every=applied").text
    assert {status for _, _, status in facts(house)} == {"applied"}
    house.press("^Yes")
    assert {status for _, _, status in facts(house)} == {"ghosted"}
    house.say("/undo")
    assert {status for _, _, status in facts(house)} == {"applied"}


def test_erasing_asks_and_leaves_nothing(house: House) -> None:
    a_rich_search(house)
    handed = house.say("/export json").files[0]
    house.say("/log Acme, Cook", user="u2")
    asked = house.say("/delete account=yes")
    assert "cannot be undone" in asked.text
    assert "deleted" in house.press("^Yes").text
    assert not handed.exists()
    assert house.say("/undo").text == "There is nothing to undo."
    assert house.applications() == []
    assert facts(house, "u2") == [("Acme", "Cook", "applied")]


def test_a_button_works_once(house: House) -> None:
    house.say("/log Stripe, Cook")
    undo = house.last["u1"].button("Undo")
    assert "Taken back" in house.press_id(undo).text
    house.say("/log Acme, Cook")
    assert "pressed already" in house.press_id(undo).text
    assert facts(house) == [("Acme", "Cook", "applied")]


def test_a_question_goes_stale_when_the_talk_moves_on(house: House) -> None:
    house.say("/log Stripe, Cook")
    asked = house.say("/delete Stripe")
    house.say("/log Acme, Cook")
    assert "out of date" in house.press_id(asked.button("^Yes")).text
    assert len(house.applications()) == 2


def test_the_other_buttons_of_a_card_go_with_the_one_pressed(house: House) -> None:
    house.say("/log Stripe, Cook")
    asked = house.say("/delete Stripe")
    house.press("^No")
    assert "out of date" in house.press_id(asked.button("^Yes")).text
    assert len(house.applications()) == 1


def test_a_button_of_another_person_is_not_there(house: House) -> None:
    house.say("/log Stripe, Cook")
    asked = house.say("/delete Stripe")
    house.say("/log Acme, Cook", user="u2")
    heard = house.press_id(asked.button("^Yes"), user="u2")
    assert heard.text == "That button is not there any more."
    assert len(house.applications()) == 1
    assert "Deleted" in house.press_id(asked.button("^Yes")).text


def test_a_button_that_reads_can_be_pressed_again(house: House) -> None:
    for number in range(12):
        house.say(f"/log Company {number}, Cook")
    listed = house.say("/find")
    first = house.press_id(listed.button("More"))
    assert first.text == house.press_id(listed.button("More")).text
    assert "11. " in first.text


def test_an_event_that_comes_again_is_answered_the_same_and_acts_once(house: House) -> None:
    first = house.say("/log Stripe, Cook", event="e1")
    again = house.say("/log Stripe, Cook", event="e1")
    assert [out["text"] for out in again.outs] == [out["text"] for out in first.outs]
    assert again.buttons == first.buttons
    assert len(house.applications()) == 1
    asked = house.say("/delete Stripe", event="e2")
    pressed = house.press_id(asked.button("^No"), event="e3")
    assert house.press_id(asked.button("^No"), event="e3").text == pressed.text
    spoken = house.say("hello there", event="e4")
    assert house.say("hello there", event="e4").text == spoken.text


def test_an_event_counts_for_one_person(house: House) -> None:
    house.say("/log Stripe, Cook", event="7")
    heard = house.say("/log Acme, Cook", user="u2", event="7")
    assert "Stripe" not in heard.text
    assert facts(house, "u2") == [("Acme", "Cook", "applied")]


def test_an_event_is_answered_the_same_after_all_is_erased(house: House) -> None:
    house.say("/log Stripe, Cook")
    asked = house.say("/delete account=yes")
    gone = house.press_id(asked.button("^Yes"), event="e9")
    assert house.press_id(asked.button("^Yes"), event="e9").text == gone.text
    assert house.applications() == []


def test_a_restart_loses_nothing(house: House) -> None:
    house.say("/log Stripe, Cook", event="e1")
    house.say("/delete Stripe")
    house.restart()
    assert house.say("/log Stripe, Cook", event="e1").text.startswith("Logged")
    assert "Deleted" in house.say("yes").text
    house.restart()
    assert "Taken back" in house.say("undo").text
    house.restart()
    assert "Taken back" in house.say("undo").text
    assert house.applications() == []


def test_several_in_one_message_are_one_step(house: House) -> None:
    heard = house.say("applied to Lidl, Aldi and Tesco")
    assert heard.labels == ["Undo"]
    assert {company for company, _, _ in facts(house)} == {"Lidl", "Aldi", "Tesco"}
    house.press("Undo")
    assert house.applications() == []


def test_undo_of_one_company(house: House) -> None:
    for said in ("applied to Acme as a cook", "Acme rejected me", "applied to Lidl as a baker"):
        house.say(said)
    assert "applied → rejected" in house.say("undo the Acme one").text
    assert {a["company"]: a["status"] for a in house.applications()} == {"Acme": "applied", "Lidl": "applied"}
    assert "took nothing back" in house.say("undo the Penney one").text
    assert "Lidl" in house.say("take back what i said about Lidl").text
