"""Pictures and files through the front door: asked for, made by a process of their own, handed over."""

from __future__ import annotations

import csv
import json
import os
import re
import stat
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import pytest
from openpyxl import load_workbook

from tests.house import House
from tests.talk import Heard
from tools.asking import Make
from tools.making import Makers
from tools.pictures.facts import Bar, Funnel, Picture

NASTY = ("=cmd|' /C calc'!A0", "@SUM(1+1)", "🎉 Party", "שלום בע״מ", "شركة النور", "株式会社", "W" * 150)


def brought(house: House, folder: Path, *applications: dict[str, Any]) -> None:
    """These are imported."""
    path = folder / "brought.json"
    path.write_text(json.dumps({"version": 1, "applications": list(applications), "reminders": []}), "utf-8")
    assert "Imported" in house.bring(path).text


def application(company: str, **more: Any) -> dict[str, Any]:
    """One of the export form."""
    return {"company": company, "title": "T" * 280, "status": "applied", "applied_on": "2026-11-02", **more}


def file_of(heard: Heard, ending: str) -> Path:
    """The one file of an answer, for nobody else to read."""
    (path,) = heard.files
    assert path.suffix == ending and stat.S_IMODE(path.stat().st_mode) == 0o600 and path.stat().st_size
    return path


@pytest.mark.parametrize("kind", ["funnel", "weeks", "standing", "answers", "year"])
def test_a_picture_and_its_words(sqlite_house: House, kind: str) -> None:
    assert "nothing to draw" in sqlite_house.say(f"/chart {kind}").text
    sqlite_house.say("/log Stripe, Cook, applied, 9 November")
    heard = sqlite_house.say(f"/chart {kind}")
    assert file_of(heard, ".png").read_bytes().startswith(b"\x89PNG")
    assert "1" in heard.text and heard.labels == ["The same, dark"]
    dark = sqlite_house.press("dark")
    assert file_of(dark, ".png").read_bytes() != heard.files[0].read_bytes() and dark.labels == ["The same, light"]


@pytest.mark.parametrize("words", ["/chart weeks, dark", "/chart dark weeks", "show me the weekly bars in dark"])
def test_the_look_is_said_in_any_order(sqlite_house: House, words: str) -> None:
    sqlite_house.say("/log Stripe, Cook, applied, 9 November")
    heard = sqlite_house.say(words)
    assert "chart-weeks" in file_of(heard, ".png").name and heard.labels == ["The same, light"]
    assert "funnel, weeks, standing, answers or year" in sqlite_house.say("/chart dark, banana").text


def test_the_funnel_in_words(house: House) -> None:
    for words in ("/log Stripe, Cook, applied, 9 November", "/log Lidl, Clerk, applied, 3 November"):
        house.say(words)
    house.say("/status Stripe, rejected")
    heard = house.say("show me a chart")
    assert "2 applications sent in all, by the furthest they came, a small sample" in heard.text
    assert "applied 2 → screening 0 (0 %)" in heard.text
    assert "no application was sent" in house.say("/chart weeks, 2019").text.casefold()


def test_a_picture_comes_while_others_talk(sqlite_house: House) -> None:
    for user in ("a", "b"):
        sqlite_house.say("/log Stripe, Cook", user=user)
    lines = [{"user": "a", "text": "/chart"}, *({"user": "b", "text": f"/note call {n}, Stripe"} for n in range(3))]
    drawn, *noted = sqlite_house.together(lines)
    assert drawn.files and all("Undo" in one.labels for one in noted)


def test_csv(house: House, tmp_path: Path) -> None:
    brought(house, tmp_path, *(application(name) for name in NASTY))
    text = file_of(house.say("/export csv"), ".csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert [row["Company"] for row in rows] == [name if name[0] not in "=@" else f"'{name}" for name in NASTY]
    assert {row["Applied on"] for row in rows} == {"2026-11-02"}


def test_excel(house: House, tmp_path: Path) -> None:
    brought(
        house, tmp_path, *(application(name, salary_min=50000) for name in NASTY), application(NASTY[0], title="+1")
    )
    heard = house.say("/export xlsx")
    book = load_workbook(file_of(heard, ".xlsx"))
    assert book.sheetnames == ["Applications", "Companies", "Figures"] and "8 applications" in heard.text
    sheet = book["Applications"]
    assert [cell.value for cell in sheet["A"]] == ["Company", *NASTY, NASTY[0]]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "d"}
    assert sheet["A2"].quotePrefix and not sheet["A4"].quotePrefix
    assert sheet["D2"].value == datetime(2026, 11, 2) and sheet["J2"].value == 50000  # noqa: DTZ001 - as a sheet has it
    assert [cell.value for cell in book["Companies"][2]][:4] == [NASTY[0], 2, 2, datetime(2026, 11, 2)]  # noqa: DTZ001
    figures = {row[0]: row[1:] for row in book["Figures"].iter_rows(values_only=True)}
    assert figures["Applications sent"][0] == 8 and figures["Answered by a person or a decision"] == (0, 8)


def test_excel_comes_back(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, *(application(name, title="Cook") for name in NASTY))
    path = file_of(sqlite_house.say("/export xlsx"), ".xlsx")
    sqlite_house.say("/import", user="other", files=[str(path)])
    assert "Imported" in sqlite_house.press("^Import ", user="other").text
    assert {one["company"] for one in sqlite_house.applications(user="other")} == set(NASTY)


@pytest.mark.parametrize("language", ["english", "german", "french"])
def test_a_record_to_print(house: House, tmp_path: Path, language: str) -> None:
    nothing = house.say(f"/export pdf, language={language}")
    assert file_of(nothing, ".pdf").read_bytes().startswith(b"%PDF-") and "0 applications" in nothing.text
    # A letter of cuneiform is in none of the fonts that are looked for, whatever this machine has.
    brought(house, tmp_path, *(application(name) for name in (*NASTY, "\U00012000 Bakery")))
    heard = house.say(f"/export pdf, this month, {language}")
    assert (
        "8 applications sent from Sun 1 Nov" in heard.text and "□" in heard.text and "What is your name?" in heard.text
    )
    house.say("my name is Zoë Müller")
    content = file_of(house.say(f"/export pdf, this month, {language}"), ".pdf").read_bytes()
    assert re.search(rb"/Count [12]\b", content) and "your name" not in house.say("/export pdf").text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Zoë Müller", "Zoë Müller"),
        ("it's ana-maria o'neill, thanks", "Ana-Maria O'Neill"),
        ("Maria Keller", "Maria Keller"),
        ("my name is Baker", "Baker"),
        ("José van der Berg.", "José van der Berg"),
    ],
)
def test_the_name_in_a_record_is_asked_for(sqlite_house: House, said: str, kept: str) -> None:
    sqlite_house.say("/log Abbey, Porter, applied, 9 November")
    assert "What is your name?" in sqlite_house.say("proof for the job centre in German, this month").text
    heard = sqlite_house.say(said)
    assert f"Name: none → {kept}" in heard.text and "1 application sent from Sun 1 Nov" in heard.text
    assert file_of(heard, ".pdf").read_bytes().startswith(b"%PDF-") and "your name" not in heard.text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("no thanks", "the name stays open"),
        ("Show Stats", "1 application submitted"),
        ("applied to Lidl", "Lidl"),
        ("how many did I send?", "1 application submitted"),
        ("thanks!", ""),
    ],
)
def test_what_is_no_name(sqlite_house: House, said: str, told: str) -> None:
    sqlite_house.say("/log Abbey, Porter, applied, 9 November")
    sqlite_house.say("proof for the job centre")
    heard = sqlite_house.say(said)
    assert told in heard.text and "Name:" not in heard.text


def test_a_list_as_a_file(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, application("Acme", status="rejected"), application("Bolt", work_mode="remote"))
    heard = sqlite_house.say("export my rejected applications as csv")
    assert "1 rejected application" in heard.text and "Acme" in file_of(heard, ".csv").read_text("utf-8-sig")
    assert "Bolt" not in heard.files[0].read_text("utf-8-sig")
    book = load_workbook(file_of(sqlite_house.say("/find work_mode=remote, file=xlsx"), ".xlsx"))
    assert [cell.value for cell in book["Applications"]["A"]] == ["Company", "Bolt"]


def test_what_cannot_be_had(sqlite_house: House, tmp_path: Path) -> None:
    assert "English, German or French" in sqlite_house.say("/export pdf, language=klingon").text
    assert "always holds everything" in sqlite_house.say("/export json, last month").text
    sqlite_house.say("/log Stripe, Cook")
    (tmp_path / "files" / "user-1").chmod(0o500)
    try:
        heard = sqlite_house.say("/export xlsx")
    finally:
        (tmp_path / "files" / "user-1").chmod(0o700)
    assert "could not" in heard.text or heard.files  # whoever runs the tests as root may write there


def test_who_asks_for_a_file_gets_only_their_own(sqlite_house: House) -> None:
    sqlite_house.say("/log Secret Firm, Cook", user="other")
    sqlite_house.say("/log Mine, Cook")
    assert "Secret" not in file_of(sqlite_house.say("/export csv"), ".csv").read_text("utf-8-sig")
    assert date(2026, 11, 17).isoformat() in sqlite_house.say("/export csv").files[0].read_text("utf-8-sig")


def test_an_end_waits_for_no_file(tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    path.touch()
    makers = Makers("")
    makers.close()
    shown = Funnel((Bar("applied", 1),))
    assert makers.make(Make("picture", Picture("A", "b", shown), path)) is None and not path.exists()


@pytest.mark.parametrize("work", ["picture", "pdf"])
def test_what_cannot_be_made_leaves_nothing(
    work: Literal["picture", "pdf"], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "one.file"
    path.touch()
    assert Makers("").make(Make(work, "a secret", path)) is None and not path.exists()
    assert "could not be made" in caplog.text and "secret" not in caplog.text


def test_the_figures_are_those_of_the_list(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, application("Acme", status="rejected"), application("Bolt"), application("Core"))
    for words, number in (("/find status=rejected, file=xlsx", 1), ("/find state=open, file=xlsx", 2)):
        book = load_workbook(file_of(sqlite_house.say(words), ".xlsx"))
        figures = {row[0]: row[1] for row in book["Figures"].iter_rows(values_only=True)}
        assert figures["Applications sent"] == number
    assert file_of(sqlite_house.say("/stats time_to_response, chart=yes"), ".png")


def test_old_pictures_go(sqlite_house: House, tmp_path: Path) -> None:
    folder = tmp_path / "files" / "user-1"
    folder.mkdir(parents=True)
    old, new, other = (folder / name for name in ("chart-funnel-1.png", "chart-funnel-2.png", "jobbot-1.pdf"))
    for path in (old, new, other):
        path.touch()
    for path in (old, other):
        os.utime(path, (0, 0))
    sqlite_house.restart()
    assert not old.exists() and new.exists() and other.exists()
