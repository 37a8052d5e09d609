"""What nobody should send, and what a disk should not do: each is answered in words, and nothing is lost or made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.columns import metadata
from storage.database import Database
from tests.bad_input_cases import FILES, GOOD, LINES, SHOUTS, with_applications
from tests.house import House
from tests.people import comparable


@pytest.mark.parametrize("words", SHOUTS.values(), ids=SHOUTS.keys())
def test_what_means_nothing_does_nothing(words: str, sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Cook")
    before = comparable(sqlite_house.export())
    heard = sqlite_house.say(words)
    assert heard.text and "Something went wrong" not in heard.text and len(heard.text) < 2000
    assert comparable(sqlite_house.export()) == before


@pytest.mark.parametrize(
    "words", ["Café Ñandú 寿司", "مستشفى السلام", "O'Brien & Sons; DROP TABLE users", "100% Fun_House \\ 🎉"]
)
def test_strange_names_are_kept_as_they_are(words: str, house: House) -> None:
    house.say(f'/log "{words}", Cook')
    assert [a["company"] for a in house.applications()] == [words]
    assert words in house.say(f'/show "{words}"').text
    assert words in house.say(f"/find company={words}").text


def test_unseen_characters_in_a_name_are_left_out(house: House) -> None:
    house.say("/log Ac\x00me\x1b[31m\nCorp, Cook\u202e")
    (only,) = house.applications()
    assert only["company"].isprintable() and only["title"].isprintable()


@pytest.mark.parametrize("day", ["31 February", "30.02.2026", "2026-13-01", "the 32nd of May", "2026-02-29"])
def test_a_day_that_does_not_exist(day: str, house: House) -> None:
    assert "Logged" not in house.say(f"/log Stripe, Cook, applied, {day}").text
    assert house.applications() == []
    house.say("/log Stripe, Cook")
    before = house.export()
    for text in (f"/update Stripe, deadline={day}", f"/schedule Stripe, {day} at 3pm", f"/remind call, {day}"):
        assert "Undo" not in house.say(text).labels, text
    assert house.export() == before


@pytest.mark.parametrize("pay", ["-50000", "-5 £/h", "minus 20k", "1e400", "NaN", "99999999999999999999"])
def test_pay_that_cannot_be(pay: str, house: House) -> None:
    house.say("/log Stripe, Cook")
    assert "Undo" not in house.say(f"/update Stripe, pay={pay}").labels
    (only,) = house.applications()
    assert (only["salary_min"], only["salary_max"]) == (None, None)


def everything(database: Database) -> str:
    """All that stands in the database, as one text."""
    with database.read() as db:
        return repr([[*db.execute(select(table))] for table in metadata.sorted_tables])


@pytest.mark.parametrize(
    "text",
    [
        "/log Stripe, Cook, url=https://joe:hunter2@jobs.example/1",
        "applied to Stripe as a cook https://joe:hunter2@jobs.example/1",
        "/note see https://joe:hunter2@jobs.example/1 and ftp://joe:hunter2@jobs.example, Stripe",
        "/log Stripe, Cook, url=https://joe:hunter2@localhost",
        "/remind open HTTPS://joe:hunter2@jobs.example/1, tomorrow",
        "what is https://joe:hunter2@jobs.example/1",
        "/frobnicate https://joe:hunter2@jobs.example/1",
    ],
)
def test_passwords_in_links_are_neither_kept_nor_said(text: str, house: House) -> None:
    house.say("/log Acme, Cook", event="0")
    heard = house.say(text, event="1")
    assert "hunter2" not in json.dumps(heard.outs)
    assert "hunter2" not in everything(house.app.database)


def test_nor_those_in_a_file(house: House, tmp_path: Path) -> None:
    link = "https://joe:hunter2@jobs.example/1"
    part = {"company": "Stripe", "url": link, "notes": [{"text": f"see {link}"}]}
    path = tmp_path / "all.json"
    path.write_text(json.dumps({"version": 1, "applications": [part]}))
    assert "Imported 1" in house.bring(path).text
    assert house.applications()[0]["url"] == "https://jobs.example/1"
    path.write_text(json.dumps({"version": 1, "applications": [{**part, "status": link}]}))
    assert "hunter2" not in house.bring(path).text
    assert "hunter2" not in everything(house.app.database)


@pytest.mark.parametrize(("content", "words"), FILES.values(), ids=FILES.keys())
def test_a_broken_file_names_its_line_and_brings_nothing(
    content: str | bytes, words: str, sqlite_house: House, tmp_path: Path
) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    sqlite_house.say("/log Stripe, Cook")
    before = sqlite_house.export()
    heard = sqlite_house.bring(path)
    assert words in heard.text and "broken.json" in heard.text, heard.text
    assert heard.labels == [] and len(heard.text) < 600
    assert sqlite_house.export() == before
    assert "Taken back: Logged" in sqlite_house.say("/undo").text


def test_files_that_are_none(sqlite_house: House, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, Path("/dev/zero"), tmp_path / ("x" * 300), Path("a\0b")):
        heard = sqlite_house.bring(path)
        assert "Nothing was imported" in heard.text or "I cannot read" in heard.text, heard.text
    assert "together with the file" in sqlite_house.say("/import").text


def test_one_bad_file_of_two_brings_nothing(sqlite_house: House, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(with_applications(GOOD))
    bad.write_text(with_applications({"company": ""}))
    heard = sqlite_house.say("/import", files=[str(good), str(bad)])
    assert "bad.json, line 3" in heard.text and sqlite_house.applications() == []


def test_an_unknown_time_zone(house: House) -> None:
    for zone in ("Mars/Olympus", "../../etc/passwd", "Europe/Berlim", "UTC+99", ""):
        house.say(f"/settings timezone={zone}")
    assert house.export()["user"]["timezone"] == "UTC"
    assert "Europe/Berlin" in house.say("/settings timezone=Europe/Berlim").text


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_line_that_is_none_gets_an_error_and_the_next_is_read(line: str, sqlite_house: House) -> None:
    outs = sqlite_house.send(line)
    assert len(outs) == 2 and outs[0]["error"] and outs[0]["error"].count("\n") == 0
    assert outs[1] == {"id": outs[0]["id"], "done": True, "model_calls": 0}
    assert len(outs[0]["error"]) < 300
    assert "Logged" in sqlite_house.say("/log Stripe, Cook").text


@pytest.mark.parametrize("number", [None, "seven", 10**30, -1, 1.5, {"a": [1]}, "x" * 10_000])
def test_any_id_comes_back_as_it_was(number: Any, sqlite_house: House) -> None:
    outs = sqlite_house.send(json.dumps({"id": number, "user": "u1", "text": "/log Stripe, Cook"}))
    assert [out["id"] for out in outs] == [number, number]


@pytest.mark.parametrize("number", ["x", "", " ", "\ud800", "a" * 5000, "' OR 1=1 --", "0"])
def test_a_button_that_never_was(number: str, house: House) -> None:
    if number:
        assert house.press_id(number).text == "That button is not there any more."
    assert house.press_id("x", event="e" * 5000).text == "That button is not there any more."


def test_a_flood_of_words_takes_no_time(sqlite_house: House) -> None:
    """Nothing in the reading of words grows much faster than the words: each of these is answered in seconds."""
    for text in ("applied to " + "Acme, " * 3000, "a" * 19_000, "tomorrow " * 2000, "1k-2k " * 2000, "#1 " * 3000):
        sqlite_house.say(text)
    before = sqlite_house.export()
    assert "longer than I can read" in sqlite_house.say("applied to Globex " * 2000).text
    assert sqlite_house.export() == before
