"""What people tell who have never used it, in few words and in English of many kinds; and lists, names and places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agent.offline import counted, text
from tests.agent.offline.played import Case, cases, opened, play
from tests.house import House
from tools import zones
from tools.result import Call

ALL = cases("newcomers.txt")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One product for all cases; each case has a person of its own."""
    with opened(tmp_path_factory.mktemp("house")) as found:
        yield found


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_conversation(house: House, case: Case) -> None:
    assert play(house, case, case.name) == []


def test_the_numbers_of_a_list_are_no_part_of_names(house: House) -> None:
    house.say("I find 2 job:\n1. Ibis - cook - 1900 euro\n2. Blue Anchor - waiter", user="list")
    found = {a["company"]: (a["title"], a["status"]) for a in house.applications(user="list")}
    assert found == {"Ibis": ("cook", "saved"), "Blue Anchor": ("waiter", "saved")}
    assert text.clean("1. September starts the job") == "1. September starts the job"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("I live in Lyon", "Lyon"),
        ("my city is Dallas", "Dallas"),
        ("im in tampa now", "tampa"),
        ("ich wohne in Wien", "Wien"),
        ("vivo en Sevilla", "Sevilla"),
        ("I am in the office", None),
        ("I live in hope", None),
        ("I'm in Leeds for the interview", None),
    ],
)
def test_where_somebody_says_to_be(words: str, place: str | None) -> None:
    assert zones.home(words) == place


def test_a_number_that_fits_is_not_spoken_of() -> None:
    two = [Call(name="log", args={"company": name}) for name in ("Aldi", "Asda")]
    assert counted.difference("applied to two jobs today", two) == []
    assert counted.difference("my goal is 5 jobs a week, applied to aldi and asda", two) == []
    assert "You said 3" in str(counted.difference("3 new applications", two)[0].args["text"])


def test_an_interview_told_before_the_zone_is_known_keeps_its_hour(house: House) -> None:
    house.say("applied to Ibis for cook", user="far")
    house.say("interview at Ibis on Friday at 10am", user="far")
    assert "10:00 am (America/Chicago)" in house.say("im in dallas", user="far").text
    (ibis,) = house.applications(user="far")
    assert ibis["interviews"][0]["starts_at"].endswith("T16:00:00Z")
    house.say("undo", user="far")
    (ibis,) = house.applications(user="far")
    assert ibis["interviews"][0]["starts_at"].endswith("T10:00:00Z")


def test_the_interview_of_another_job_is_asked_about(house: House) -> None:
    for words in ("applied to Ibis for cook", "interview at Ibis on Friday at 10am", "applied to Aldi for cashier"):
        house.say(words, user="two")
    assert "Which interview" in house.say("the interview is thursday at 4", user="two").text
    at = {a["company"]: [i["starts_at"] for i in a["interviews"]] for a in house.applications(user="two")}
    assert len(at["Ibis"]) == 1
    assert at["Aldi"] == []
