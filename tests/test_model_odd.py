"""A server that answers what no model should: odd forms, half streams, figures that cannot be."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agent.assistant import Message
from agent.mind import ENOUGH, TOO_DEAR
from agent.model import WORDS, ModelConfig, connect
from tests.house import House
from tests.talk import Heard
from tests.web import Page, Web, as_json, serving

Odd = Callable[..., House]
WORDS_OF_IT: dict[str, Any] = {"content": "Wear what the people there wear."}
SPENT = {"prompt_tokens": 40, "completion_tokens": 8, "total_tokens": 48}


@pytest.fixture
def web() -> Iterator[Web]:
    """The server of the model."""
    with serving() as found:
        yield found


@pytest.fixture
def odd(web: Web, tmp_path: Path) -> Iterator[Odd]:
    """Makes a product that asks that server about every message."""
    made: list[House] = []

    def make(**caps: Any) -> House:
        config = ModelConfig("m", "k", f"{web.url}/v1", **{"seconds": 10.0, "fast_path": False, **caps})
        made.append(House(f"sqlite:///{tmp_path}/odd.db", tmp_path, config=config))
        made[-1].say("/log Hooli, Driver")
        return made[-1]

    yield make
    for house in made:
        house.close()


def message(said: Any, usage: Any = None) -> Page:
    """An answer whole, with this message."""
    said = {"role": "assistant", **said} if isinstance(said, dict) else said
    choice = {"index": 0, "message": said, "finish_reason": "stop"}
    return as_json({"id": "1", "object": "chat.completion", "created": 1, "choices": [choice], "usage": usage})


def calling(*made: tuple[str, Any], delay: float = 0.0) -> Page:
    """An answer that asks for tools; arguments may be any JSON."""
    calls = [
        {"id": f"c{n}", "type": "function", "function": {"name": name, "arguments": json.dumps(args)}}
        for n, (name, args) in enumerate(made)
    ]
    body = message({"content": None, "tool_calls": calls}, SPENT).body
    return Page(body, kind="application/json", delay=delay)


def stream(*pieces: str, finish: str | None = "stop", delay: float = 0.0) -> Page:
    """Words in pieces; without `finish` the connection ends in the middle of them."""
    deltas: list[tuple[dict[str, str], str | None]] = [({"content": piece}, None) for piece in pieces] + (
        [({}, finish)] if finish else []
    )
    lines = [
        json.dumps({"id": "1", "created": 1, "choices": [{"index": 0, "delta": delta, "finish_reason": end}]})
        for delta, end in deltas
    ]
    return Page("".join(f"data: {line}\n\n" for line in lines).encode(), kind="text/event-stream", delay=delay)


LOOKED = ("look_up", {"tool": "find", "args": {}})
FORMS = {
    "no choices": as_json({"id": "1", "choices": []}),
    "no message": message(None),
    "words for a message": message("hello"),
    "words for calls": message({"content": "x", "tool_calls": "hello"}),
    "a call of another kind": message({"tool_calls": [{"id": "a", "type": "custom", "custom": {"name": "log"}}]}),
    "a page": Page(b"<html>hello</html>"),
    "boxes in boxes": Page(b'{"a":' * 100_000, kind="application/json"),
    "arguments in a list": calling(("log", ["Wayne"])),
    "arguments that no tool has": calling(("log", {"company": "Evil", "user_id": 2})),
    "objects for words": calling(("log", {"company": {"name": "Evil"}})),
    "ten megabytes of arguments": calling(("note", {"text": "word " * 2_000_000, "company": "Hooli"})),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_of_odd_form_is_asked_for_once_more_and_loses_nothing(odd: Odd, web: Web, form: str) -> None:
    house = odd()
    web.answers = [FORMS[form]]
    heard = house.say("applied to Wayne as cook")
    assert "Logged: Wayne" in heard.text and WORDS["garbled"] in heard.text
    assert (heard.model_calls, len(web.posted)) == (2, 2)
    assert b"cannot be read" in web.posted[1]


def test_arguments_of_odd_form_are_mended(odd: Odd, web: Web) -> None:
    house = odd()
    web.answers = [calling(("log", ["Wayne"])), calling(("log", {"company": "Wayne", "title": "Cook"}))]
    heard = house.say("applied to Wayne as cook")
    assert "Logged: Wayne" in heard.text and "own rules" not in heard.text


@pytest.mark.parametrize("half", [stream("Hooli ", "is ne", finish=None), stream("Hooli ", finish="content_filter")])
def test_half_an_answer_is_not_told_as_a_whole_one(odd: Odd, web: Web, half: Page) -> None:
    house = odd()
    web.answers = [calling(LOOKED), half]
    heard = house.say("which is nearest to me, would you say?")
    assert "1 · Hooli · Driver" in heard.text and "so this is without it" in heard.text


@pytest.mark.parametrize("usage", [None, {**SPENT, "prompt_tokens": -5000}, {**SPENT, "prompt_tokens": 10**30}])
def test_the_days_share_holds_where_the_servers_figures_cannot_be(odd: Odd, web: Web, usage: Any) -> None:
    house = odd(tokens_a_day=6_000)
    web.answers = [message(WORDS_OF_IT, usage)]
    heard = [house.say("how should I dress?") for _ in range(5)]
    assert "Wear what" in heard[0].text and TOO_DEAR in heard[-1].text


def test_the_days_share_of_calls_and_of_time(odd: Odd, web: Web) -> None:
    web.answers = [Page(message(WORDS_OF_IT, SPENT).body, kind="application/json", delay=0.2)]
    asked = {"calls_a_day": 2, "seconds_a_day": 0.3}
    for cap, most in asked.items():
        house = odd(**{cap: most})
        costs = [house.say("how should I dress?", user=cap).model_calls for _ in range(3)]
        assert costs == [1, 1, 0]
        assert house.say("how should I dress?", user=f"not {cap}").model_calls == 1


def test_the_time_of_a_turn_is_that_of_all_its_calls(odd: Odd, web: Web) -> None:
    house = odd(seconds=1.5)
    web.answers = [message(WORDS_OF_IT)]
    house.say("how should I dress?")  # the client is loaded by now
    web.answers = [calling(LOOKED, delay=1.0), stream("Hooli.", delay=1.0)]
    heard = house.say("which is nearest to me, would you say?")
    assert "1 · Hooli · Driver" in heard.text and WORDS["slow"] in heard.text


def test_what_tools_ask_counts_among_the_calls_of_a_turn(odd: Odd, web: Web) -> None:
    house = odd(calls=3)
    periods = ("today", "this week", "last week", "this month", "last month", "this year")
    web.answers = [calling(*(("stats", {"figure": "insight", "period": one}) for one in periods)), stream("Go on.")]
    heard = house.say("tell me whatever you can tell from it")
    assert heard.model_calls == len(web.posted) == 3 and ENOUGH in heard.text
    assert heard.text.count("What stands out") == len(periods)


def test_tokens_of_a_turn(odd: Odd, web: Web) -> None:
    house = odd(tokens=40)
    web.answers = [calling(LOOKED)]
    heard = house.say("which is nearest to me, would you say?")
    assert heard.model_calls == 1 and "1 · Hooli · Driver" in heard.text and ENOUGH in heard.text


@pytest.mark.parametrize("said", ["undo that", "take that back please", "rückgängig machen bitte", "annule ça"])
def test_what_the_words_alone_ask_to_take_back_is_not_asked_again(odd: Odd, web: Web, said: str) -> None:
    house = odd()
    web.answers = [calling(("undo", {}))]
    assert "Taken back" in house.say(said).text and house.applications() == []


@pytest.mark.parametrize(
    ("steps", "asked"),
    [(2, "the last 2 changes?"), ("all", "that change?"), (1e300, "that change?"), (-3, "that change?")],
)
def test_a_model_takes_nothing_back_by_itself(odd: Odd, web: Web, steps: Any, asked: str) -> None:
    house = odd()
    web.answers = [calling(("undo", {"steps": steps}))]
    heard = house.say("I wonder about all that, you know")
    assert asked in heard.text and heard.labels == ["Yes", "No"] and len(house.applications()) == 1


def test_what_a_model_thinks_is_not_told(odd: Odd, web: Web) -> None:
    house = odd()
    web.answers = [
        calling(LOOKED),
        stream("<thi", "nk>You are Jobbot", " and I wonder.</th", "ink>\n\nHooli is ", "near."),
    ]
    pieces: list[str] = []
    asked = Message("stdio", "u1", house.now + timedelta(minutes=1), text="which is nearest to me, would you say?")
    said = house.runner.run(house.assistant.answer(asked, pieces.append))
    assert said.answers[0].text == "".join(pieces) == "Hooli is near."
    web.answers = [message({"content": "<think>Well.</think>\nWear a shirt."})]
    assert house.say("how should I dress?").text == "Wear a shirt."


def refused_once(house: House, web: Web) -> Heard:
    """A trial after an outage that ends with a refusal."""
    web.answers = [as_json({}, 500)]
    for _ in range(4):
        house.say("how should I dress?", at=house.now)
    web.answers = [message({"refusal": "no"}, SPENT)]
    return house.say("how should I dress?")


def test_a_server_that_refuses_is_there_again(odd: Odd, web: Web) -> None:
    house = odd()
    assert WORDS["refused"] in refused_once(house, web).text
    web.answers = [message(WORDS_OF_IT, SPENT)]
    assert house.say("how should I dress?", at=house.now).model_calls == 1


def test_an_answer_of_odd_form_is_shown_in_no_log(web: Web) -> None:
    with warnings.catch_warnings(record=True) as seen:
        model = connect(ModelConfig("m", "k", web.url))
        warnings.warn("Pydantic serializer warnings:\n  [input_value='marigold']", UserWarning, stacklevel=1)
    assert model is not None and seen == []
