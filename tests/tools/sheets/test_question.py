"""The question before a table is imported: corrected in words and by buttons, after a restart, by its owner alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage

from tests.house import House
from tools.sheets import kept

ODD = "Nom du truc,Was,Wann,Stand\nAcme,Cook,03/04/2026,open\nGlobex,Clerk,05/06/2026,zz9\n"
UNCLEAR = "Company,Role,Date,Status\nAcme,Cook,03/04/2026,applied\nGlobex,Clerk,05/06/2026,rejected\n"


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    """A table whose days can be read in two ways."""
    path = tmp_path / "unclear.csv"
    path.write_text(UNCLEAR, "utf-8")
    return path


def days(house: House) -> list[str]:
    """When was applied."""
    return [a["applied_on"] for a in house.applications()]


def copies(folder: Path) -> list[Path]:
    """The files that wait for an answer."""
    return [path for path in (folder / "files").rglob("*") if path.is_file() and path.suffix != ".json"]


def test_days_of_two_readings_are_asked_about(sqlite_house: House, unclear: Path) -> None:
    asked = sqlite_house.bring(unclear)
    assert "I cannot tell whether 03/04/2026 is 3 Apr or 4 Mar" in asked.text
    assert asked.labels == ["Day first (3 Apr): import 2", "Month first (4 Mar): import 2", "Change a column", "Cancel"]
    assert "yes" not in sqlite_house.say("yes").text and sqlite_house.applications() == []
    sqlite_house.bring(unclear)
    sqlite_house.press("^Month first")
    assert days(sqlite_house) == ["2026-03-04", "2026-05-06"]


@pytest.mark.parametrize(("words", "first"), [("day first", "2026-04-03"), ("mm/dd/yyyy", "2026-03-04")])
def test_the_order_of_days_in_words(words: str, first: str, sqlite_house: House, unclear: Path) -> None:
    sqlite_house.bring(unclear)
    asked = sqlite_house.say(words)
    assert "as you said" in asked.text and "Import 2 applications" in asked.labels
    sqlite_house.say("yes please")
    assert days(sqlite_house)[0] == first


def test_columns_that_are_not_known(sqlite_house: House, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(ODD, "utf-8")
    asked = sqlite_house.bring(path)
    assert "which column of odd.csv is the company" in asked.text
    sqlite_house.press("^Nom du truc|^Acme|^column A")
    sqlite_house.say("column B is the role")
    sqlite_house.say("the day applied is column C")
    asked = sqlite_house.say("“zz9” means interview")
    assert sqlite_house.say("column Nix is the company").text.startswith("I see no column “Nix”. There are:")
    sqlite_house.say("dd/mm")
    sqlite_house.press("^Import")
    assert {(a["company"], a["title"], a["applied_on"]) for a in sqlite_house.applications()} >= {
        ("Acme", "Cook", "2026-04-03"),
        ("Globex", "Clerk", "2026-06-05"),
    }


def test_a_column_is_changed_by_buttons(sqlite_house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Company,Title,Ref\nAcme,Cook,friend\n", "utf-8")
    assert "Kept as notes: Ref" in sqlite_house.bring(path).text
    assert sqlite_house.press("Change a column").labels == [
        "Company: company",
        "Title: role",
        "Ref: note",
        "None, go back",
    ]
    assert "What is “Ref”?" in sqlite_house.press("^Ref").text
    assert "Ref → source" in sqlite_house.press("^Source").text
    assert "Left out: Ref" in sqlite_house.say("ignore the column Ref").text
    assert "Ref → tags" in sqlite_house.say("Ref = tags").text
    sqlite_house.press("^Import")
    assert sqlite_house.applications()[0]["tags"] == ["friend"]


def test_the_question_survives_a_restart(house: House, unclear: Path, tmp_path: Path) -> None:
    house.bring(unclear)
    unclear.unlink()
    house.restart()
    assert "as you said" in house.say("month first").text
    house.restart()
    assert house.press("^Import").text == "Imported 2 applications from unclear.csv."
    assert copies(tmp_path) == []
    assert "pressed already" in house.press_id(house.last["u1"].button("Undo")).text or house.say("undo").text
    assert house.applications() == []


def test_it_belongs_to_its_owner(sqlite_house: House, unclear: Path, tmp_path: Path) -> None:
    asked = sqlite_house.bring(unclear)
    stolen = asked.button("^Month")
    assert "not there any more" in sqlite_house.press_id(stolen, user="u2").text
    token = copies(tmp_path)[0].parent.name
    assert "no longer here" in sqlite_house.say(f"/import file={token}", user="u2").text
    assert "I do not know that file" in sqlite_house.say("/import file=../../user-1/waiting", user="u2").text
    assert sqlite_house.applications(user="u2") == [] == sqlite_house.applications()
    sqlite_house.press_id(stolen)
    assert len(sqlite_house.applications()) == 2


@pytest.mark.parametrize("words", ["no", "cancel", "Cancel", "never mind"])
def test_no_leaves_nothing_behind(words: str, sqlite_house: House, unclear: Path, tmp_path: Path) -> None:
    sqlite_house.bring(unclear)
    assert oct(copies(tmp_path)[0].stat().st_mode)[-3:] == "600"
    assert "nothing was imported" in sqlite_house.say(words).text
    assert copies(tmp_path) == [] and sqlite_house.applications() == []


def test_erasing_takes_what_waits_along(sqlite_house: House, unclear: Path, tmp_path: Path) -> None:
    sqlite_house.bring(unclear)
    sqlite_house.say("/delete account=yes")
    sqlite_house.press("^Yes")
    assert copies(tmp_path) == []


def test_news_is_no_correction(sqlite_house: House, unclear: Path) -> None:
    sqlite_house.say("/log Acme, Cook")
    sqlite_house.bring(unclear)
    sqlite_house.say("Acme rejected me")
    assert [a["status"] for a in sqlite_house.applications()] == ["rejected"]


def test_no_model_sees_the_file(scripted: Callable[..., House], unclear: Path) -> None:
    house = scripted(AIMessage("Fine."))
    house.bring(unclear)
    house.say("“Role” is the company")
    house.say("month first")
    house.press("^Import")
    house.say("how are you today my friend?")
    assert house.model is not None and len(house.model.asked) == 1
    said = " ".join(str(message.content) for message in house.model.asked[0][1:-1])
    assert "Clerk" not in said and "unclear.csv" not in said


def test_a_file_with_words_beside_it(sqlite_house: House, unclear: Path) -> None:
    asked = sqlite_house.say("here is my old spreadsheet", files=[str(unclear)])
    assert "2 applications to add" in asked.text
    both = sqlite_house.say("/import", files=[str(unclear), str(unclear)])
    assert "one table at a time" in both.text


def test_what_nobody_answers_is_swept(sqlite_house: House, unclear: Path, tmp_path: Path) -> None:
    asked = sqlite_house.bring(unclear)
    at = copies(tmp_path)[0].parent.parent.stat().st_mtime
    kept.sweep(tmp_path / "files", at - 1)
    assert len(copies(tmp_path)) == 1
    kept.sweep(tmp_path / "files", at + 1)
    assert copies(tmp_path) == []
    assert "no longer here" in sqlite_house.press_id(asked.button("^Month")).text
