"""`jobbot import` of a table and `jobbot export --format csv`: asked at a terminal, said by options, exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli, tables
from tests.bot.test_cli import Command, companies, data_dir, failed, jobbot

__all__ = ["data_dir", "jobbot"]

PLAIN = "Company,Role,Date applied,Status\nAcme,Cook,2026-11-02,applied\nGlobex,Clerk,2026-11-03,rejected\n"
UNCLEAR = PLAIN.replace("2026-11-02", "03/04/2026").replace("2026-11-03", "05/06/2026")


@pytest.fixture
def plain(tmp_path: Path) -> str:
    """A table that is read without doubt; its name."""
    return table(tmp_path, PLAIN)


def table(folder: Path, content: str) -> str:
    """A file; its name."""
    path = folder / "mine.csv"
    path.write_text(content, "utf-8")
    return str(path)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Somebody at the terminal types these; what they were shown before each comes into the list."""
    shown: list[str] = []
    left: Iterator[str] = iter(lines)

    def ask(words: str) -> str:
        shown.append(words)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return shown


def test_without_a_terminal_it_is_shown_and_not_done(jobbot: Command, plain: str, data_dir: Path) -> None:
    status, out, err = jobbot("import", plain)
    assert status == 1 and "2 applications to add" in out and "Acme · Cook" in out
    assert err.startswith("jobbot: Nothing was imported yet") and "--yes" in err and err.count("\n") == 1
    failed(jobbot("export"), "nobody here yet")
    assert [path for path in data_dir.rglob("*") if path.name == "mine.csv"] == []


def test_yes_imports_and_again_adds_nothing(jobbot: Command, plain: str) -> None:
    assert jobbot("import", plain, "--yes") == (0, "Imported 2 applications from mine.csv.\n", "")
    assert companies(jobbot("export")) == ["Acme", "Globex"]
    status, out, _ = jobbot("import", plain, "--yes")
    assert status == 0 and "All 2 applications in mine.csv are there already" in out


def test_days_of_two_readings_need_an_option(jobbot: Command, tmp_path: Path) -> None:
    path = table(tmp_path, UNCLEAR)
    status, _, err = jobbot("import", path, "--yes")
    assert status == 1 and "--dates day or --dates month" in err
    assert jobbot("import", path, "--yes", "--dates", "month")[0] == 0
    assert jobbot("import", path, "--dates", "week")[0] == 2


def test_columns_are_named_by_options(jobbot: Command, tmp_path: Path) -> None:
    path = table(tmp_path, PLAIN.replace("Company", "Xyz").replace("Role", "Abc"))
    status, _, err = jobbot("import", path, "--yes")
    assert status == 1 and "--column" in err
    status, _, err = jobbot("import", path, "--yes", "--column", "Nix=company")
    assert status == 1 and "I see no column “Nix”" in err
    assert jobbot("import", path, "--yes", "--column", "Xyz=company", "--column", "Abc is the role")[0] == 0
    assert companies(jobbot("export")) == ["Acme", "Globex"]


def test_it_is_asked_at_a_terminal(jobbot: Command, plain: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = typed(
        monkeypatch, "column Role is the company", "column Role is the role", "column A is the company", "yes"
    )
    assert jobbot("import", plain)[:2] == (0, "Imported 2 applications from mine.csv.\n")
    assert "[1] Import 2 applications  [2] Change a column  [3] Cancel" in shown[0]
    assert "Role → company" in shown[1] and len(shown) == 4
    assert companies(jobbot("export")) == ["Acme", "Globex"]


@pytest.mark.parametrize("lines", [("no",), ("",), ("3",), (), ("what?", "cancel")])
def test_no_and_the_end_of_the_input_import_nothing(
    lines: tuple[str, ...], jobbot: Command, plain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, *lines)
    status, out, err = jobbot("import", plain)
    assert status == 0 and "nothing was imported" in out and err == ""
    monkeypatch.undo()


def test_a_csv_export(jobbot: Command, plain: str, tmp_path: Path) -> None:
    jobbot("import", plain, "--yes")
    status, out, _ = jobbot("export", "--format", "csv")
    assert status == 0 and out.startswith("\ufeffCompany,Title") and "Globex,Clerk,rejected,2026-11-03" in out
    target = tmp_path / "out.csv"
    assert jobbot("export", "--format", "csv", "-o", str(target))[0] == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfCompany")
    assert jobbot("import", str(target), "--yes", "--user", "demo")[0] == 0
    assert companies(jobbot("export", "--user", "demo")) == ["Acme", "Globex"]


def test_progress_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1000, 5000, 6000):
        tables.progress(f"{number:,} rows …")
    assert capsys.readouterr().err == "5,000 rows …\n"


def test_what_is_no_table_fails_with_one_line(jobbot: Command, tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\r\n" + bytes(500))
    failed(jobbot("import", str(path), "--yes"), "is a picture")
    assert cli.main(["import", str(tmp_path / "none.csv"), "--yes"]) == 1
