"""What is said right after a figure or a picture: it changes that one, and news stays news."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.briefing import Briefing
from agent.offline.pipeline import understand
from tests.agent.offline.asking import APPLICATIONS, NOW, TAGS
from tests.house import House
from tools.focus import Focus
from tools.result import Call

FIGURE = Call(name="stats", args={"figure": "submitted", "period": "last month"})
PICTURE = Call(name="chart", args={"kind": "weeks"})


def after(last: Call, said: str) -> list[tuple[str, dict[str, Any]]]:
    briefing = Briefing(NOW, APPLICATIONS, (), TAGS, Focus(last=(last,)))
    return [(call.name, call.args) for call in understand(said, briefing).calls]


@pytest.mark.parametrize(
    "said", ["make it dark", "in dunkel", "en sombre", "en oscuro por favor", "can i have it dark", "dark mode please"]
)
def test_the_picture_again_in_the_dark(said: str) -> None:
    assert after(PICTURE, said) == [("chart", {"kind": "weeks", "look": "dark"})]


@pytest.mark.parametrize("said", ["in dunkel", "make it dark"])
def test_without_a_picture_nothing_is_drawn_or_changed(said: str) -> None:
    assert not {name for name, _ in after(FIGURE, said)} & {"chart", "log"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("rejected by Kestrel", "status"),
        ("Halford ghosted me", "status"),
        ("applied to Lidl as a cashier", "log"),
        ("is Kestrel remote?", "show"),
    ],
)
def test_news_after_a_figure_is_news(said: str, name: str) -> None:
    assert [made for made, _ in after(FIGURE, said)] == [name]


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("ich will 6 bewerbungen pro woche verschicken", 6),
        ("ich möchte 4 pro Woche schaffen", 4),
        ("quiero mandar 5 por semana", 5),
        ("mon objectif est de 3 candidatures par semaine", 3),
    ],
)
def test_a_goal_in_other_languages(said: str, goal: int) -> None:
    assert after(FIGURE, said) == [("settings", {"weekly_goal": goal})]


def test_a_figure_becomes_a_picture_and_the_picture_dark(sqlite_house: House) -> None:
    sqlite_house.say("/log Ward Hospital, Nurse, applied, 2 November")
    assert "1 application submitted" in sqlite_house.say("how many have i sent?").text
    drawn = sqlite_house.say("as a chart").outs[-1]
    assert drawn["files"] and "Applications a week" in drawn["text"]
    again = sqlite_house.say("make it dark").outs[-1]
    assert again["files"] and "The same, light" in str(again["buttons"])


def test_an_unknown_group_of_employers_counts_all(sqlite_house: House) -> None:
    sqlite_house.say("/log Ward, Nurse, applied, 2 November, source=seek")
    assert "1 application submitted" in sqlite_house.say("how many clinics did i apply to?").text
    assert "1 application" in sqlite_house.say("how many applications via seek.com.au?").text


def test_shares_extremes_and_runs_are_said(sqlite_house: House) -> None:
    for company, day, source in (("Ward", "16 November", "indeed"), ("Quay", "15 November", "a recruiter")):
        sqlite_house.say(f"/log {company}, Nurse, applied, {day}, source={source}")
    assert "50 % (1 of 2" in sqlite_house.say("what share is through an agency?").text
    weeks = sqlite_house.say("how many days in a row did i apply?").text
    assert "Days in a row: 2; the most was 2 days." in weeks
    assert "2 in November 2026" in weeks and "By month: Nov 2" in weeks


@pytest.mark.parametrize(
    "said",
    [
        "Nach wie vielen Tagen antworten die? Ich will den Median.",
        "how long till they answer? the median please",
        "¿cuánto tardan en contestar? Quiero la mediana.",
        "combien de jours avant une réponse ? Je voudrais la médiane.",
    ],
)
def test_a_sentence_behind_a_figure_names_which_one(said: str) -> None:
    briefing = Briefing(NOW, APPLICATIONS, (), TAGS, Focus())
    assert [(call.name, call.args) for call in understand(said, briefing).calls] == [
        ("stats", {"figure": "time_to_response"})
    ]
