"""The board of App Home with awkward lists: nothing too long for Slack, each line short enough for a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.render.slack_home import view
from bot.slack import board
from storage.models import accounts
from tests.awkward import LISTS, brought
from tests.house import House
from tests.slack_house import shown

MOST_BLOCKS, MOST_LABEL = 100, 75  # what Slack takes


def board_of(house: House) -> dict[str, Any]:
    """The view that this person would be shown in Slack."""
    with house.app.database.write() as db:
        db.execute(accounts.update().values(channel="slack", account="U1"))
    found: dict[str, Any] = view(board.read(house.app.toolbox, "U1", house.now))
    return found


@pytest.mark.parametrize("name", LISTS)
def test_each_list_on_the_board(sqlite_house: House, tmp_path: Path, name: str) -> None:
    brought(sqlite_house, tmp_path, LISTS[name])
    sqlite_house.say("hello")
    found = board_of(sqlite_house)
    lines = shown(found).splitlines()
    assert len(found["blocks"]) <= MOST_BLOCKS and (name == "nothing") == ("Nothing is noted yet" in shown(found))
    assert max(len(part) for line in lines if "Nothing is noted" not in line for part in line.split(" · ")) <= 110
    labels = [one["text"]["text"] for block in found["blocks"] for one in block.get("elements", []) if "text" in one]
    assert labels and max(map(len, labels)) <= MOST_LABEL
    for company, _, status in LISTS[name]:
        known = " ".join(company.split())[: board.LONGEST - 1]
        assert (known in shown(found)) == (status not in ("rejected",))


def test_few_and_many_are_counted_rightly(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, LISTS["one application"])
    text = shown(board_of(sqlite_house))
    assert "1 application submitted" in text and "1 still waits" in text and "1 applications" not in text
