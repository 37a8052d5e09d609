"""What came of an application, in plain words: an offer and its pay, a no, no answer, given up, never sent."""

from __future__ import annotations

import pytest

from tests.agent.offline.test_short_news import told
from tests.house import House


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Oakfield Lodge said they're going to offer me the post, 31,000", "offer"),
        ("Oakfield Lodge hat mich genommen", "offer"),
        ("on m'a prise chez Oakfield Lodge", "offer"),
        ("Oakfield Lodge ne m'a pas prise", "rejected"),
        ("me han cogido en Oakfield Lodge", "offer"),
        ("I won't be going ahead with Oakfield Lodge, too far away", "withdrawn"),
        ("turns out I never actually applied to Oakfield Lodge", "saved"),
        ("no call back from oakfield lodge, should i ring them", "applied"),
        ("keine Antwort von Oakfield Lodge, soll ich anrufen", "applied"),
        ("Oakfield Lodge want to see me, no answer yet from the others", "interview"),
    ],
)
def test_where_it_stands_after_plain_words(sqlite_house: House, said: str, status: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert found["status"] == status


@pytest.mark.parametrize(
    ("said", "pay", "period"),
    [
        ("they offered me it, 38,500", 38500, None),
        ("they offered me the job!! 38,500", 38500, None),
        ("got an offer from oakfield 14.50 hr", 14.5, "hour"),
        ("they offered me 2100 netto", 2100, None),
        ("they offered me band 5 at 31,400", 31400, None),
    ],
)
def test_a_bare_figure_behind_an_offer_is_its_pay(
    sqlite_house: House, said: str, pay: float, period: str | None
) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert (found["status"], found["salary_min"], found["salary_period"]) == ("offer", pay, period)


def test_the_day_to_try_again_is_not_the_day_of_the_news(sqlite_house: House) -> None:
    (found,) = told(sqlite_house, "applied to Lidl", "lidl rejected me but said to reapply in january").values()
    assert (found["status"], found["history"][-1]["at"][:10]) == ("rejected", sqlite_house.now.date().isoformat())


def test_what_they_offer_is_that_of_the_one_spoken_of(sqlite_house: House) -> None:
    told(sqlite_house, "applied to itsu as waiter, 12 an hour", "applied to Lidl", "lidl offered me 14.20 an hour")
    sqlite_house.say("what's itsu paying")
    said = sqlite_house.say("and what did they offer me").text
    assert "Itsu" in said and "Lidl" not in said


def test_the_last_of_two_names_is_enough(sqlite_house: House) -> None:
    (found,) = told(
        sqlite_house, "applied to Eddie Stobart, driver", "applied to DHL", "undo", "stobart said no"
    ).values()
    assert found["status"] == "rejected"


def test_a_row_of_the_list_needs_no_article(sqlite_house: House) -> None:
    found = told(sqlite_house, "applied to Lidl", "applied to Aldi", "what's open?", "second one is a no")
    assert [found[name]["status"] for name in ("Lidl", "Aldi")] == ["rejected", "applied"]


def test_what_is_cancelled_behind_a_list_of_reminders_is_one(sqlite_house: House) -> None:
    told(sqlite_house, "applied to Lidl", "remind me on friday to chase them", "what reminders do i have", "cancel it")
    assert [r["status"] for r in sqlite_house.export()["reminders"] if r["kind"] == "custom"] == ["cancelled"]


@pytest.mark.parametrize(
    "said",
    [
        "which ones haven't rejected me",
        "show me everything except for the ones that I've already been rejected from",
        "welche haben mich nicht abgelehnt?",
    ],
)
def test_those_left_out_are_not_listed(sqlite_house: House, said: str) -> None:
    told(sqlite_house, "applied to Lidl", "applied to Aldi", "aldi said no")
    answer = sqlite_house.say(said).text
    assert "Lidl" in answer and "Aldi" not in answer


def test_a_list_is_narrowed_by_what_is_left_out(sqlite_house: House) -> None:
    told(
        sqlite_house,
        "applied to Lidl as cashier",
        "applied to Aldi as cashier",
        "aldi said no",
        "list the cashier jobs",
    )
    answer = sqlite_house.say("not the rejected ones").text
    assert "Lidl" in answer and "Aldi" not in answer


@pytest.mark.parametrize(
    "said",
    [
        "thinking of pulling out of Oakfield Lodge, should I?",
        "didnt here back frm oakfield lodge",
        "no word from oakfield lodge and its been over a week",
    ],
)
def test_what_is_only_thought_or_waited_for_moves_nothing(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert found["status"] == "applied"


@pytest.mark.parametrize(
    ("said", "title", "pay"),
    [
        ("dropped a form in at Nando's for grill, manager was lovely", "grill", None),
        ("sent my application to Nando's for their Grill Chef opening", "Grill Chef", None),
        ("applid nandos team member 13 hr", "team member", 13),
    ],
)
def test_the_title_is_what_was_applied_for(sqlite_house: House, said: str, title: str, pay: float | None) -> None:
    (found,) = told(sqlite_house, said).values()
    assert (found["title"], found["salary_min"]) == (title, pay)


@pytest.mark.parametrize(
    ("said", "tag"),
    [("tag it dream job", "dream job"), ("tag this job nights", "nights"), ("tag the itsu job nights", "nights")],
)
def test_a_tag_may_end_in_job(sqlite_house: House, said: str, tag: str) -> None:
    assert told(sqlite_house, "applied to itsu as waiter", said)["Itsu"]["tags"] == [tag]
