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


@pytest.mark.parametrize(
    "said", ["I got an offer from Vandelay, 12.60 an hour", "Vandelay offered me the job! 12.60 an hour"]
)
def test_one_question_keeps_the_offer_and_its_pay(house: House, said: str) -> None:
    assert house.say(said).labels == ["Add Vandelay as offer"]
    house.say("yes")
    (found,) = house.applications()
    assert (found["status"], found["salary_min"], found["salary_period"]) == ("offer", 12.6, "hour")


def test_the_pay_of_a_stranger_is_kept(house: House) -> None:
    house.say("Vandelay pays 40k")
    house.say("yes")
    assert [(a["company"], a["salary_min"]) for a in house.applications()] == [("Vandelay", 40000)]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("forklift job at Vandelay, applied", "forklift"),
        ("tipper driving job at Vandelay 700 a week applied yesterday", "tipper driving"),
        ("put in for the band 5 post at Vandelay last night", "band 5"),
        ("applied Vandelay class 1 nights", "class 1 nights"),
        ("applied to Vandelay for a new grad analyst role", "new grad analyst"),
        ("me apunté a una oferta de Vandelay de reponedor", "reponedor"),
    ],
)
def test_a_job_told_in_other_orders_is_logged(house: House, said: str, title: str) -> None:
    house.say(said)
    assert [(a["company"], a["title"], a["status"]) for a in house.applications()] == [("Vandelay", title, "applied")]


@pytest.mark.parametrize(
    "said",
    [
        "my sister got rejected by Pendant Publishing",
        "A mate of mine applied to Pendant Publishing",
        "my flatmate has an interview at Pendant Publishing on friday at 3",
        "meine Freundin hat eine Zusage von Pendant Publishing bekommen",
        "a mi prima la contrataron en Pendant Publishing",
        "ma cousine a été prise chez Pendant Publishing",
    ],
)
def test_news_of_somebody_else_moves_nothing(house: House, said: str) -> None:
    house.say("applied to Pendant Publishing as an editor")
    before = house.export()["applications"]
    house.say(said)
    assert house.export()["applications"] == before


@pytest.mark.parametrize(
    "said", ["my cousin got me an interview at Pendant Publishing on friday at 3", "my wife and i were both invited"]
)
def test_what_others_did_for_the_person_counts(house: House, said: str) -> None:
    house.say("applied to Pendant Publishing as an editor")
    assert "own search" not in house.say(said).text
