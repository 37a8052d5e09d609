"""What goes out by an export comes in by an import, once, and one undo takes it back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.house import House
from tests.people import a_rich_search, comparable


def test_what_was_taken_out_can_be_brought_in_elsewhere(house: House, tmp_path: Path) -> None:
    a_rich_search(house)
    form = house.export()
    assert len(form["applications"]) == 3 and len(form["reminders"]) > 4
    path = tmp_path / "all.json"
    path.write_text(json.dumps(form), "utf-8")
    assert house.bring(path, user="u2").text == "Imported 3 applications."
    assert comparable(house.export(user="u2")) == comparable(form)


def test_importing_twice_adds_nothing(house: House, tmp_path: Path) -> None:
    a_rich_search(house)
    path = tmp_path / "all.json"
    path.write_text(json.dumps(house.export()), "utf-8")
    house.bring(path, user="u2")
    before = house.export(user="u2")
    assert "3 were there already and skipped" in house.bring(path, user="u2").text
    assert house.export(user="u2") == before


def test_one_undo_takes_back_an_import(house: House, tmp_path: Path) -> None:
    a_rich_search(house)
    path = tmp_path / "all.json"
    path.write_text(json.dumps(house.export()), "utf-8")
    house.say("/log Acme, Cook", user="u2")
    before = house.export(user="u2")
    house.bring(path, user="u2")
    assert len(house.applications(user="u2")) == 4
    house.say("undo", user="u2")
    assert house.export(user="u2") == before
