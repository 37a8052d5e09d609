"""What nobody should send, and what a disk should not do: each is answered in words, and nothing is lost or made up."""

from __future__ import annotations

import json
import random
import sqlite3
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import app
from bot.settings import Settings
from storage.columns import metadata
from storage.database import Database, DatabaseProblem
from storage.migrations import HEAD
from tests.house import House
from tests.test_conversations import comparable

dice = random.Random(4711)
NOISE = "".join(dice.choice(string.printable) for _ in range(5000))
LETTERS = "".join(dice.choice(string.ascii_letters + " ") for _ in range(5000))
SHOUTS = {
    "noise": NOISE,
    "letters": LETTERS,
    "one long word": "x" * 5000,
    "brackets": "(" * 2500 + ")" * 2500,
    "digits": "7" * 5000,
    "spaces": " " * 5000,
    "empty": "",
    "line ends": "\n\r\n\t\n",
    "controls": "\x00\x01\x02\x1b[2J\x7f\x9b",
    "emoji": "🙂🎉👩‍👩‍👧🏳️‍🌈",
    "many emoji": "🙂" * 500,
    "hebrew": "מה שלומך היום חבר",
    "arabic": "\u202eكيف حالك\u202c",
    "combining": "z̷̡͔" * 300,
    "half a pair": "\ud83d",
    "sql": "'; DROP TABLE applications; --",
    "more sql": 'Robert"); DELETE FROM users WHERE ("1"="1',
    "template": "{{7*7}} ${7*7} %s %d {0} <script>alert(1)</script>",
    "path": "../../../../etc/passwd",
    "slash": "/",
    "slashes": "//////",
    "no such command": "/frobnicate all",
    "a command of another": "/log@otherbot",
}


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


def with_applications(*parts: Any, **more: Any) -> str:
    """The text of an import file, an entry a line from the third on."""
    head = json.dumps({"version": 1, **more})[:-1]
    return head + ',\n"applications": [\n' + ",\n".join(json.dumps(part) for part in parts) + "]}"


GOOD = {"company": "Acme", "title": "Cook", "status": "applied", "applied_on": "2026-11-02"}
FILES: dict[str, tuple[str | bytes, str]] = {
    "cut off": (with_applications(GOOD, GOOD)[:-5], "line 4"),
    "a comma too many": ('{"version": 1,\n"applications": [\n{"company": "Acme"},\n]}', "line 4"),
    "empty": ("", "line 1"),
    "a list": ("[1, 2]", "line 1"),
    "not utf-8": (b'{"version": 1,\n"applications": [{"company": "Caf\xe9"}]}', "line 2: this is no UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "no UTF-8"),
    "nested": ("[" * 100_000, "nested too deeply"),
    "a number without end": ('{"version": 1, "x": ' + "9" * 5000 + "}", "number"),
    "no version": ('{"applications": []}', "version 1"),
    "newer": (with_applications(GOOD, version=2), "Update jobbot"),
    "much newer": (with_applications(GOOD, version=10**30), "Update jobbot"),
    "version as a word": (with_applications(GOOD, version="one"), "version 1"),
    "version true": (with_applications(GOOD, version=True), "version 1"),
    "unknown zone": (with_applications(GOOD, user={"timezone": "Mars/Olympus"}), "no time zone I know"),
    "applications no list": ('{"version": 1, "applications": {"a": 1}}', "applications"),
    "no company": (with_applications(GOOD, {"title": "Cook"}), "line 4: applications.1.company"),
    "blank company": (with_applications(GOOD, {"company": "  "}), "line 4: applications.1.company"),
    "unknown status": (with_applications(GOOD, GOOD, {**GOOD, "status": "sleeping"}), "line 5: applications.2.status"),
    "no such day": (with_applications(GOOD, {**GOOD, "applied_on": "2026-02-30"}), "line 4"),
    "negative pay": (with_applications({**GOOD, "salary_min": -1}), "line 3: applications.0.salary_min"),
    "endless pay": (with_applications({**GOOD, "salary_min": float("inf")}), "line 3"),
    "no number": (with_applications({**GOOD, "salary_max": float("nan")}), "line 3"),
    "naive instant": (with_applications({**GOOD, "notes": [{"text": "x", "at": "2026-11-02T10:00:00"}]}), "line 3"),
    "far away": (with_applications({**GOOD, "applied_on": "9999-12-31"}), "line 3"),
    "year one": (with_applications({**GOOD, "notes": [{"text": "x", "at": "0001-01-01T00:00:00+14:00"}]}), "line 3"),
    "bad currency": (with_applications({**GOOD, "salary_currency": "bucks"}), "line 3"),
    "odd interview": (with_applications(GOOD, {**GOOD, "interviews": [{"kind": "phone"}]}), "line 4"),
    "bad reminder": (
        '{"version": 1, "x": "\\"reminders\\": ",\n"applications": [],\n"reminders": [\n{"kind": "custom"}]}', "line 4",
    ),
}  # fmt: skip


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


LINES: dict[str, str] = {
    "no json": "hello",
    "half an object": '{"id": 1, "user": "u1"',
    "a list": "[1, 2]",
    "a string": '"hello"',
    "null": "null",
    "nothing in it": "{}",
    "no user": '{"id": 1, "text": "hello"}',
    "a blank user": '{"id": 1, "user": " ", "text": "hello"}',
    "a user that is a list": '{"id": 1, "user": ["u1"], "text": "hello"}',
    "a user that is true": '{"id": 1, "user": true, "text": "hello"}',
    "a user without end": json.dumps({"id": 1, "user": "u" * 5000, "text": "hello"}),
    "a user that no database keeps": '{"id": 1, "user": "u\\u0000\\ud800", "text": "hello"}',
    "no words": '{"id": 1, "user": "u1"}',
    "words that are a number": '{"id": 1, "user": "u1", "text": 5}',
    "a press that is a list": '{"id": 1, "user": "u1", "press": ["x"]}',
    "files that are no list": '{"id": 1, "user": "u1", "text": "/import", "files": "a.json"}',
    "files that are numbers": '{"id": 1, "user": "u1", "text": "/import", "files": [1]}',
    "no offset": '{"id": 1, "user": "u1", "text": "hello", "at": "2026-11-20T10:00:00"}',
    "no instant": '{"id": 1, "user": "u1", "text": "hello", "at": "tomorrow"}',
    "an instant that is a number": '{"id": 1, "user": "u1", "text": "hello", "at": 1763632800}',
    "year one": '{"id": 1, "user": "u1", "text": "hello", "at": "0001-01-01T00:00:00+14:00"}',
    "year 9999": '{"id": 1, "user": "u1", "text": "hello", "at": "9999-12-31T23:59:59-14:00"}',
    "no number": '{"id": NaN, "user": "u1", "text": "hello"}',
    "a tick without an offset": '{"id": 1, "tick": true, "at": "2026-11-20T10:00:00"}',
    "an event that is a list": '{"id": 1, "user": "u1", "text": "hello", "event": [1]}',
    "too deep": "[" * 200_000,
    "a number without end": '{"id": 1, "user": "u1", "text": "x", "n": ' + "9" * 5000 + "}",
}


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


def full(house: House) -> None:
    """Let the database grow no further."""

    def limit(connection: Any) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    on_the_connection(house, limit)


def on_the_connection(house: House, act: Callable[[Any], None]) -> None:
    """Do something with the one connection that the house writes through."""
    house.restart()
    with house.app.database.engine.connect() as connection:
        act(connection.connection.driver_connection)


def test_a_full_disk_is_said_and_nothing_is_half_kept(sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Cook")
    full(sqlite_house)
    told = ""
    for number in range(200):
        told = sqlite_house.say(f"/note {'x' * 3000}, Stripe", event=f"n{number}").text
        if "Noted" not in told:
            break
    assert "The disk is full: nothing was saved" in told
    kept = len(sqlite_house.applications()[0]["notes"])
    sqlite_house.restart()
    assert len(sqlite_house.applications()[0]["notes"]) == kept
    # There is room again, and the platform delivers the message anew: now it is done, once.
    assert "Noted" in sqlite_house.say(f"/note {'x' * 3000}, Stripe", event=f"n{kept}").text
    assert len(sqlite_house.applications()[0]["notes"]) == kept + 1


def test_a_database_that_may_only_be_read(sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Cook")
    on_the_connection(sqlite_house, lambda connection: connection.execute("PRAGMA query_only = ON"))
    for text in ("/log Acme, Cook", "/find", "applied to Acme as a cook"):
        heard = sqlite_house.say(text)
        assert "is read-only" in heard.text and "Make the file and its folder writable" in heard.text
        assert heard.labels == []
    sqlite_house.restart()
    assert len(sqlite_house.applications()) == 1


def test_a_database_that_another_program_holds(sqlite_house: House, sqlite_database: Database) -> None:
    sqlite_house.say("/log Stripe, Cook")
    other = sqlite3.connect(str(sqlite_database.url.database), isolation_level=None)
    on_the_connection(sqlite_house, lambda connection: connection.execute("PRAGMA busy_timeout = 50"))
    other.execute("BEGIN IMMEDIATE")
    assert "is locked by another program" in sqlite_house.say("/log Acme, Cook", event="1").text
    other.rollback()
    other.close()
    assert "Logged" in sqlite_house.say("/log Acme, Cook", event="1").text
    assert len(sqlite_house.applications()) == 2


def test_a_database_of_a_newer_program(tmp_path: Path) -> None:
    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'jobbot.db'}", offline=True)
    app.build(settings).close()
    with sqlite3.connect(tmp_path / "jobbot.db") as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseProblem, match=r"newer"):
        app.build(settings)


@pytest.mark.parametrize("content", [b"not a database, but a letter to my aunt" * 100, b"\x00" * 4096])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "jobbot.db").write_bytes(content)
    with pytest.raises(DatabaseProblem, match=r"not a database|no database"):
        app.build(Settings(tmp_path, f"sqlite:///{tmp_path / 'jobbot.db'}", offline=True))


def test_an_export_that_cannot_be_written(sqlite_house: House, tmp_path: Path) -> None:
    sqlite_house.say("/log Stripe, Cook")
    (tmp_path / "files").write_text("in the way")
    heard = sqlite_house.say("/export json")
    assert "could not write the file" in heard.text and heard.files == []


def test_a_flood_of_words_takes_no_time(sqlite_house: House) -> None:
    """Nothing in the reading of words grows much faster than the words: each of these is answered in seconds."""
    for text in ("applied to " + "Acme, " * 3000, "a" * 19_000, "tomorrow " * 2000, "1k-2k " * 2000, "#1 " * 3000):
        sqlite_house.say(text)
    before = sqlite_house.export()
    assert "longer than I can read" in sqlite_house.say("applied to Globex " * 2000).text
    assert sqlite_house.export() == before
