"""A language model that fails, dawdles, floods or goes too far: nothing said is lost, and it is told in words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agent.circuit import LONG_PAUSE, PAUSE
from agent.client import MOST_WORDS
from agent.mind import TOO_DEAR
from agent.model import WORDS, Fault, ModelConfig
from tests.house import House
from tests.model_server import calls, serving
from tests.online import Online, names
from tools.toolbox import MAX_CALLS


@pytest.mark.parametrize(
    ("mark", "fault"),
    [
        ("#badkey", "key"),
        ("#nomodel", "unknown"),
        ("#unfit", "refused"),
        ("#toomany", "limit"),
        ("#broken", "down"),
        ("#strange", "garbled"),
        ("#silent", "garbled"),
        ("#nojson", "garbled"),
        ("#wont", "refused"),
    ],
)
def test_when_it_fails_the_interpreter_answers_and_says_so_once(online: Online, mark: str, fault: Fault) -> None:
    house = online(fast_path=False)
    assert WORDS[fault] in house.say(f"applied to Wayne as cook {mark}").text
    assert names(house) == ["Wayne"]
    assert WORDS[fault] not in house.say(f"applied to Hooli as driver {mark}").text
    assert names(house) == ["Hooli", "Wayne"]


def test_a_slow_model_is_not_waited_for(online: Online) -> None:
    house = online(seconds=0.0001)
    assert WORDS["slow"] in house.say("zonked, applied to Wayne as cook, well, sort of").text


def test_a_server_that_is_not_there(online: Online, tmp_path: Path) -> None:
    config = ModelConfig("m", "k", "http://127.0.0.1:9/v1", fast_path=False)
    house = House(f"sqlite:///{tmp_path}/none.db", tmp_path, config=config)
    heard = house.say("applied to Wayne as cook")
    assert WORDS["down"] in heard.text and names(house) == ["Wayne"]
    house.close()


def test_the_circuit_opens_after_three_failures_and_closes_again(online: Online) -> None:
    house = online(fast_path=False)
    begin = house.now
    costs = [house.say("how are things? #broken", at=begin + timedelta(seconds=n)).model_calls for n in range(5)]
    assert costs == [1, 1, 1, 0, 0]
    house.now += PAUSE
    assert house.say("how should I dress then?").model_calls == 1
    assert house.say("how should I dress now?").model_calls == 1


def test_a_key_that_is_not_accepted_is_not_tried_again_at_once(online: Online) -> None:
    house = online(fast_path=False)
    assert [house.say("how are things? #badkey").model_calls for _ in range(3)] == [1, 0, 0]
    house.now += LONG_PAUSE
    assert house.say("how should I dress?").model_calls == 1


def test_the_days_share_ends_in_words(online: Online) -> None:
    house = online(tokens_a_day=100)
    assert house.say("how should I dress there?").model_calls == 1
    spent = house.say("how should I dress there?")
    assert spent.model_calls == 0 and TOO_DEAR in spent.text
    assert house.say("how should I dress there?", user="u2").model_calls == 1
    house.now += timedelta(days=1)
    assert house.say("how should I dress there?").model_calls == 1


def test_a_turn_costs_no_more_calls_than_it_may(online: Online) -> None:
    house = online(calls=1)
    assert house.say("pretend it was done, Hooli as cook").model_calls == 1
    assert house.say("which is nearest of all these?").model_calls == 1


def test_a_short_pause_that_the_server_asks_for_is_waited_out(online: Online) -> None:
    house = online(fast_path=False)
    heard = house.say("Wayne as cook, that was #patience")
    assert (heard.model_calls, names(house)) == (2, ["Wayne"]) and "own rules" not in heard.text


def test_ten_megabytes_are_cut(online: Online) -> None:
    heard = online(fast_path=False).say("tell me all of it #huge")
    assert 0 < len(heard.text) <= MOST_WORDS


def test_a_hundred_calls_are_held_to_the_cap_of_a_turn(online: Online) -> None:
    house = online(fast_path=False)
    heard = house.say("a great many #hundred")
    assert len(names(house)) == MAX_CALLS and "Say the other" in heard.text
    house.press("^Undo")
    assert names(house) == []


def test_the_same_call_a_hundred_times_is_made_once(online: Online) -> None:
    house = online(fast_path=False)
    house.say("the same again and again #same")
    assert names(house) == ["Wayne"]


def test_a_model_that_confirms_for_the_person_changes_nothing(online: Online) -> None:
    house = online(fast_path=False)
    house.say("/log Wayne, Cook")
    heard = house.say("clear things up a bit #confirm")
    assert names(house) == ["Wayne"] and "Undo" not in heard.labels


def test_a_cut_stream_still_gives_what_was_looked_up(tmp_path: Path) -> None:
    cut = {"match": {"userMessage": "<data>"}, "response": {"content": "Wayne " * 200}, "truncateAfterChunks": 2}
    with serving(tmp_path, [cut, calls("nearest", ("look_up", {"tool": "find", "args": {}}))]) as server:
        config = ModelConfig("m", "k", server.url, seconds=20.0)
        house = House(f"sqlite:///{tmp_path}/cut.db", tmp_path, config=config)
        house.say("/log Wayne, Cook")
        heard = house.say("which is nearest, do you think?")
        assert "1 · Wayne · Cook" in heard.text and WORDS["down"] in heard.text
        house.close()
