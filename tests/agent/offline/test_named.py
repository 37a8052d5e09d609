"""Names that are nobody's application, several at once, lists and slips: the right one changes, or none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agent.offline import vocabulary
from tests.agent.offline.played import Case, cases, opened, play
from tests.house import House


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One product for all cases; each case has a person of its own."""
    with opened(tmp_path_factory.mktemp("house")) as found:
        yield found


@pytest.mark.parametrize("case", cases("named_first.txt"), ids=lambda case: case.name)
def test_conversation(house: House, case: Case) -> None:
    assert play(house, case, case.name) == []


@pytest.mark.parametrize("word", ["Zorblatt", "adidas", "Pemberton House", "spotify", "Café Nabu"])
def test_a_name(word: str) -> None:
    assert vocabulary.is_name(word, capitals=False)


@pytest.mark.parametrize(
    "word", ["actualy", "interview", "the manager", "Bewerbung", "offered", "gracias", "yesterday"]
)
def test_no_name(word: str) -> None:
    assert not vocabulary.is_name(word, capitals=False)
