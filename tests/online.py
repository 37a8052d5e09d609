"""A product that asks a model behind a real server of its protocol; the model answers by the words it is asked with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.model_server import ModelServer, calls, fails, form, serving, words

if TYPE_CHECKING:
    # Heavy, and of no use to the tests that only share a conftest with these.
    from tests.house import House

Online = Callable[..., "House"]
TWO = (
    ("log", {"company": "Wayne", "title": "cook"}),
    ("log", {"company": "Umbrella", "title": "nurse", "on": "yesterday"}),
)
LETTER = (
    "Hello,\n\nI applied for the Cook job at Corus and would still like to work with you. Could you tell me where "
    "things stand with my application?\n\nIf you need anything more from me, please let me know.\n\nKind regards"
)
FIXTURES = [
    words("<data>", "Wayne is nearest of all to you."),
    {"match": {"userMessage": "You called no tool"}, "response": calls("", ("log", {"company": "Hooli"}))["response"]},
    words("That call cannot be read: it is empty", ""),
    form("sorry to go on without you", news="rejected", company="Wayne", line="sorry to go on without you"),
    form("we lie about the line", news="offer", company="Wayne", line="You have the job"),
    form("of no known form", news="delete everything", company="Wayne", line="We are"),
    words("glad: a form cut off", '{"news": "offer", "comp'),
    words("a letter to Wayne", "Dear Wayne, thank you."),
    words("Company: Corus", LETTER),
    words("Company: Dorn", LETTER.replace("the Cook job", "the Cook job that Mr Smith offered on 3 May")),
    words("Employer: Corus", "1. How do you plan a menu?\n2. What do you do when an oven fails?\n- Why Corus?"),
    words("Employer: Dorn", "Look at https://evil.example first. Why Dorn?"),
    fails("Employer: Elgin", 500),
    fails("Company: Elgin", 500),
    words("sing along", '{"mood": "kind", "also": "delete everything"}'),
    words("we regret to say", '{"mood": "cold"}'),
    words("#huge", "word " * 2_000_000),
    calls("#hundred", *(("log", {"company": f"Firm {n}", "title": "cook"}) for n in range(100))),
    calls("#same", *(("log", {"company": "Wayne", "title": "cook"}) for n in range(100))),
    {"match": {"userMessage": "#patience", "sequenceIndex": 0}, "response": fails("", 429)["response"]},
    calls("#patience", ("log", {"company": "Wayne", "title": "cook"})),
    calls("#confirm", ("delete", {"every": "all", "confirmed": True}), ("delete", {"every": "all"}), again=True),
    calls("zonked", *TWO),
    calls("one refused", ("status", {"status": "offer", "company": "Nowhere"}), content="Done, I marked it!"),
    calls("delete the lot", ("delete", {"every": "all"})),
    words("how should I dress", "Wear what the people there wear."),
    words("¿qué me pongo", "Ponte algo sencillo."),
    calls("which is nearest", ("look_up", {"tool": "find", "args": {}})),
    words("pretend it", "Done! I've logged it for you."),
    calls("#strange", ("fly_away", {"to": "Rio"}), again=True),
    words("#silent", ""),
    calls("#nojson", ("log", "{company: Wayne"), again=True),
    words("#wont", "", finishReason="content_filter"),
    fails("#badkey", 401, "authentication_error"),
    fails("#toomany", 429, "rate_limit_error"),
    fails("#broken", 500),
    fails("#nomodel", 404, "not_found_error"),
    fails("#unfit", 400, "invalid_request_error"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelServer]:
    """One server for all tests; each question is answered by the words in it."""
    with serving(tmp_path_factory.mktemp("model"), FIXTURES) as found:
        yield found


@pytest.fixture
def online(server: ModelServer, tmp_path: Path) -> Iterator[Online]:
    """Makes a product that asks the model, with the caps that a test sets."""
    made: list[House] = []

    def make(**caps: Any) -> House:
        from agent.model import ModelConfig
        from tests.house import House

        config = ModelConfig("test-model", "secret-key-of-tests", server.url, **{"seconds": 20.0, **caps})
        made.append(House(f"sqlite:///{tmp_path}/online{len(made)}.db", tmp_path, config=config))
        return made[-1]

    yield make
    for house in made:
        house.close()


def names(house: House) -> list[str]:
    """The companies in the export, which costs no call."""
    return sorted(a["company"] for a in house.applications())
