"""Files that are broken, hostile, huge or no tables at all: what can be read is read, the rest is said in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.house import House
from tools.sheets import package, reading
from tools.sheets.delimited import Delimited
from tools.sheets.encoding import encoding_of
from tools.sheets.rows import Unreadable
from tools.sheets.worksheet import date_text

HEAD = "Company,Title,Applied on,Status\n"


def brought(house: House, tmp_path: Path, content: bytes, name: str = "mine.csv") -> str:
    """What is answered to a file, and to Import where that is offered; both together."""
    path = tmp_path / name
    path.write_bytes(content)
    asked = house.bring(path)
    imports = [number for number, label in asked.buttons if label.startswith("Import")]
    return asked.text + ("\n" + house.press_id(imports[0]).text if imports else "")


def zipped(**parts: str) -> bytes:
    """A package whose parts are named with two underscores for a slash and one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
NO_TABLES = {
    "picture.csv": (PNG, "is a picture or a document, no table"),
    "photo.xlsx": (b"\xff\xd8\xff\xe0" + PNG, "is a picture"),
    "empty.csv": (b"", "is empty"),
    "blank.csv": (b"\n\n  \n", "is empty"),
    "bom.csv": (b"\xef\xbb\xbf", "has no rows"),
    "head.csv": (HEAD.encode(), "has names of columns but no rows below them"),
    "old.xls": (b"\xd0\xcf\x11\xe0" + bytes(600), "save it as .xlsx or .csv"),
    "page.csv": (b"<!DOCTYPE html><table></table>", "is a web page"),
    "noise.csv": (bytes(range(1, 32)) * 100, "is no table I can read"),
    "broken.xlsx": (b"PK\x03\x04" + bytes(100), "is no XLSX file that I can read"),
    "other.xlsx": (zipped(a_txt="hello"), "is no XLSX file that I can read"),
    "entities.xlsx": (
        zipped(xl__workbook_xml='<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'),
        "is no XLSX file that I can read",
    ),
    "sheetless.xlsx": (zipped(xl__workbook_xml="<workbook/>"), "is no XLSX file that I can read"),
    "torn.xlsx": (zipped(xl__workbook_xml="<workbook><sheets>"), "is no XLSX file that I can read"),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_said(name: str, sqlite_house: House, tmp_path: Path) -> None:
    content, words = NO_TABLES[name]
    told = brought(sqlite_house, tmp_path, content, name)
    assert words in told and "Nothing was imported" in told
    assert not list((tmp_path / "files").rglob("*.*"))
    assert sqlite_house.applications() == []


def test_a_package_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(zipped(xl__workbook_xml="<workbook>" + " " * (package.SMALL + 1) + "</workbook>"))
    with pytest.raises(Unreadable, match="far too much"):
        reading.find(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE", 100)
    (tmp_path / "a.csv").write_bytes(HEAD.encode() * 9)
    with pytest.raises(Unreadable, match="is larger than"):
        reading.find(tmp_path / "a.csv")


def test_a_row_that_cannot_be_read_is_named_and_the_others_come(sqlite_house: House, tmp_path: Path) -> None:
    rows = (
        "Acme,Cook,2026-11-02,applied\n"
        ",Waiter,2026-11-02,applied\n"
        "Globex,Host,some day,applied\n"
        "Initech,Clerk,2027-11-02,applied\n"
        f"Hooli,{'x' * 5000},2026-11-02,applied\n"
        f"Wayne,{'y' * 10_000_000},2026-11-02,applied\n"
        "Total: 5,,,\n"
        "Total,,,\n"
        "Umbrella,Nurse,31/02/2026,applied\n"
        "Stark,Welder\n"
        "Wonka,Taster,2026-11-02,applied,more,than,asked\n"
    )
    told = brought(sqlite_house, tmp_path, (HEAD + rows).encode())
    for words in (
        "row 3: it names no company", "row 4: I cannot read the day “some day”",
        "row 5: the day applied is still to come",
        "row 6: the title", "row 7: it has a cell of more than", "and 2 more", "Imported 4 applications",
    ):  # fmt: skip
        assert words in told, words
    assert [a["company"] for a in sqlite_house.applications()] == ["Acme", "Total: 5", "Stark", "Wonka"]


def test_odd_bytes_and_quotation_marks(sqlite_house: House, tmp_path: Path) -> None:
    content = (
        b"Company,Title,Applied on,Status\r\n"
        b"Ac\x00me,Cook,2026-11-02,applied\r\n"
        b'"Globex, ""the"" firm","two\nlines",2026-11-03,applied\r\n'
        b'"Initech,Clerk,2026-11-04,applied\r\n'
        b"Hooli,Driver,2026-11-05,applied\r\n"
    )
    told = brought(sqlite_house, tmp_path, content)
    assert "row 4: it opens a quotation mark that is never closed" in told
    found = [(a["company"], a["title"]) for a in sqlite_house.applications()]
    assert found == [("Acme", "Cook"), ('Globex, "the" firm', "two lines"), ("Hooli", "Driver")]


def test_names_of_columns_that_come_twice_or_not_at_all(sqlite_house: House, tmp_path: Path) -> None:
    content = b"Company,Notes,Notes,Status,Status,\nAcme,one,two,applied,rejected,three\n"
    told = brought(sqlite_house, tmp_path, content)
    assert "Imported 1 application" in told
    (found,) = sqlite_house.applications()
    assert found["status"] == "applied"
    assert found["notes"][0]["text"] == "one\ntwo\nStatus: rejected\ncolumn F: three"


def test_cells_that_hold_more_than_their_field(sqlite_house: House, tmp_path: Path) -> None:
    head = "Company,Status,Applied,Salary,Deadline,Interview,Remote?,Recruiter,Link\n"
    row = "Acme,Stage 9,2026-11-02,competitive,rolling,24 Nov at 3pm,Yes,Jane Roe <jane@acme.example>,see mail\n"
    assert "I do not know the status “Stage 9”" in brought(sqlite_house, tmp_path, (head + row).encode())
    (found,) = sqlite_house.applications()
    assert found["status"] == "applied" and found["work_mode"] == "remote"
    assert found["contacts"][0] == {"name": "Jane Roe", "role": None, "email": "jane@acme.example", "phone": None}
    assert found["interviews"][0]["starts_at"] == "2026-11-24T15:00:00Z"
    kept = found["notes"][0]["text"]
    assert kept == "Status: Stage 9\nSalary: competitive\nDeadline: rolling\nLink: see mail"


def test_links_and_texts_that_are_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Company,Title\n"=HYPERLINK(""https://acme.example"",""Acme"")","=""007"""\n', "utf-8")
    row = list(Delimited(path).rows())[1]
    assert row.cells == ("Acme", "007") and dict(row.links) == {0: "https://acme.example"}


WORDS = "Firma;Stelle\nBäckerei Süß;Köchin\nCafé Léa;Señor Peña\n"


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman", "cp850"]
)
def test_the_letters_of_each_encoding(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(WORDS.encode(name))
    assert path.read_bytes().decode(encoding_of(path)) == WORDS


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (46328, "2026-11-02"),
        (46328.625, "2026-11-02 15:00"),        (0.5, "12:00"), (-3, "-3"), (1e9, "1000000000"),
    ],
)  # fmt: skip
def test_days_that_a_spreadsheet_counts(number: float, told: str) -> None:
    assert date_text(number) == told


def test_the_other_epoch() -> None:
    assert date_text(44866, epoch_1904=True) == "2026-11-02"
