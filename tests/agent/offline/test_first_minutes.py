"""What newcomers say in their first ten minutes: an employer without a name, the wrong one, a name, another hour."""

from __future__ import annotations

import pytest

from tests.house import House

TWO = ("applied to Lola as a cook yesterday", "applied to Acme as dishwasher")


def told(house: House, *lines: str) -> House:
    """The product after these lines."""
    for line in lines:
        house.say(line)
    return house


def times(house: House) -> dict[str, list[str]]:
    """When the interviews of each company are."""
    return {a["company"]: [i["starts_at"] for i in a["interviews"]] for a in house.applications() if a["interviews"]}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("the care home wants to see me tomorrow at 2", "the care home"),
        ("the bakery invited me for an interview on monday at 9", "the bakery"),
        ("the hotel called, they want an interview thursday 3pm", "the hotel"),
        ("my interview with the factory is tomorrow at 8", "the factory"),
        ("the warehouse offered me the job", "the warehouse"),
        ("interview tomorrow at 2 with the cleaning company", "the cleaning company"),
        ("that nursing home said no", "the nursing home"),
        ("a school wants to meet me on monday at 4", "the school"),
    ],
)
def test_an_employer_that_none_of_mine_can_be_is_asked_for(sqlite_house: House, said: str, asked: str) -> None:
    heard = told(sqlite_house, *TWO).say(said)
    assert heard.text.startswith(f"Which of your applications is {asked}?")
    assert {"Lola · cook", "Acme · dishwasher"} <= set(heard.labels) and heard.labels[-1].startswith("Add ")
    assert {a["status"] for a in sqlite_house.applications()} == {"applied"}


@pytest.mark.parametrize("answer", ["Lola", "no, that was Lola", "it's Lola"])
def test_the_answer_is_kept_with_what_was_said_before(sqlite_house: House, answer: str) -> None:
    told(sqlite_house, *TWO, "the care home wants to see me tomorrow at 2", answer)
    assert times(sqlite_house) == {"Lola": ["2026-11-18T14:00:00Z"]}


def test_another_job_is_no_answer_to_which_it_is(sqlite_house: House) -> None:
    told(sqlite_house, *TWO, "the care home wants to see me tomorrow at 2", "applied to Zalando as picker")
    assert "Zalando" in {a["company"] for a in sqlite_house.applications()}


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ("applied to Sunrise Lodge as nurse", "the care home wants to see me tomorrow at 2"),
        ("applied to Smith & Sons as baker", "the bakery wants to see me tomorrow at 2"),
        ("applied to Kerry Logistics as forklift driver", "the warehouse wants me for an interview tomorrow at 2"),
        ("applied to Oak Academy as teaching assistant", "interview at the school tomorrow at 2"),
    ],
)
def test_the_only_one_that_it_can_be_is_taken(sqlite_house: House, job: str, said: str) -> None:
    told(sqlite_house, job, *TWO, said)
    (company,) = times(sqlite_house)
    assert company in job


@pytest.mark.parametrize(
    "said",
    [
        "no, that was Lola", "that was for lola", "i was talking about lola", "change that to lola",
        "this was from Lola, not from Acme", "No it is Lola who invited me", "that's not acme that's lola",
    ],
)  # fmt: skip
def test_the_wrong_one_is_taken_back_and_the_right_one_done(sqlite_house: House, said: str) -> None:
    told(sqlite_house, *TWO, "they invited me for thursday 2pm", said)
    assert {a["company"]: a["status"] for a in sqlite_house.applications()} == {"Lola": "interview", "Acme": "applied"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Lola is Bistro Lola. they want me to come on friday at 3", "Bistro Lola"),
        ("the full name of Lola is Casa Lola, they invited me for friday at 3", "Casa Lola"),
        ("Lola is the Bistro Lola in Leeds. they want to see me friday at 3", "Bistro Lola"),
        ("Lola is Maria's restaurant. she wants me to come friday at 3", "Lola"),
    ],
)
def test_a_name_and_news_are_both_kept_and_nobody_is_invented(sqlite_house: House, said: str, name: str) -> None:
    (one,) = told(sqlite_house, TWO[0], said).applications()
    assert (one["company"], one["status"], one["contacts"], len(one["interviews"])) == (name, "interview", [], 1)


def test_the_answer_to_a_question_and_news_behind_it(sqlite_house: House) -> None:
    (one,) = told(sqlite_house, "applied to Lola", "dishwasher. they want to see me friday at 9").applications()
    assert (one["title"], one["status"]) == ("dishwasher", "interview")


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("change the time to 10", "10"), ("make it 11 instead", "11"), ("set the time to 8", "08"), ("no, at 10", "10"),
        ("the time is wrong, it's 10", "10"), ("put it at 3pm", "15"), ("its one hour later", "10"),
        ("still the same day, just at half past ten", "10"), ("tuesday stays, only the time is 10 now", "10"),
    ],
)  # fmt: skip
def test_the_interview_on_the_screen_gets_another_hour(sqlite_house: House, said: str, hour: str) -> None:
    told(sqlite_house, *TWO, "interview at Acme on tuesday at 9", "interview at Lola on wednesday at 2")
    told(sqlite_house, "when is my interview at Acme?", said)
    assert times(sqlite_house)["Acme"][0].startswith(f"2026-11-24T{hour}")


def test_which_of_two_is_asked(sqlite_house: House) -> None:
    told(sqlite_house, *TWO, "interview at Acme on tuesday at 9", "interview at Lola on wednesday at 2")
    assert (
        told(sqlite_house, "when are my interviews?").say("change the time to 10").text
        == "Which interview do you mean?"
    )


def test_undo_says_what_the_status_is_again_and_lists_when_the_interview_is(sqlite_house: House) -> None:
    told(sqlite_house, TWO[0], "my time zone is New York", "interview at Lola on tuesday at 9")
    assert "interview Tue 24 Nov, 9:00 am" in sqlite_house.say("list").text
    assert told(sqlite_house, "Lola rejected me").say("undo").text.endswith("Lola · cook is back to interview.")
