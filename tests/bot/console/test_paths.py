"""Paths as people type, quote, escape and drop them; what only looks like one stays with the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console.paths import Parted, parted

NAME = "my jobs (2026).csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of several names."""
    for name in (NAME, "plain.json", "Bewerbungen März.xlsx", "日本.csv"):
        (tmp_path / name).write_text("x")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        "{0}/my jobs (2026).csv", "'{0}/my jobs (2026).csv'", '"{0}/my jobs (2026).csv"',
        r"{0}/my\ jobs\ \(2026\).csv", "file://{0}/my%20jobs%20%282026%29.csv", "  {0}/my jobs (2026).csv \n",
        r"import {0}/my\ jobs\ \(2026\).csv", "/import '{0}/my jobs (2026).csv'", 'please import "my jobs (2026).csv"',
        "./my\\ jobs\\ \\(2026\\).csv", "my jobs (2026).csv", "file:{0}/my%20jobs%20(2026).csv",
    ],
)  # fmt: skip
def test_a_file_however_it_is_named(folder: Path, typed: str) -> None:
    assert parted(typed.format(folder), folder) == Parted("", (folder / NAME,))


def test_the_words_beside_files_are_kept(folder: Path) -> None:
    found = parted(f"old ones: {folder}/plain.json '{folder}/日本.csv'", folder)
    assert found == Parted("old ones:", (folder / "plain.json", folder / "日本.csv"))
    assert parted("import Bewerbungen\\ März.xlsx", folder).files == (folder / "Bewerbungen März.xlsx",)


@pytest.mark.parametrize("home", ["~/jobs.csv", "import ~/jobs.csv"])
def test_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "jobs.csv").write_text("x")
    assert parted(home, Path("/")).files == (tmp_path / "jobs.csv",)


@pytest.mark.parametrize(
    "typed", ["/nowhere/a.csv", "import nowhere.csv", "~/none.json", "'/nowhere/a b.csv'", "{0}/empty"]
)
def test_a_file_that_is_not_there_is_named(folder: Path, typed: str) -> None:
    found = parted(typed.format(folder), folder)
    assert found.files == () and found.missing and found.missing in typed.format(folder)


@pytest.mark.parametrize(
    "said",
    [
        "applied to Stripe", "/log Stripe, cook", "/import", "/status Stripe, offer", "/help", "24/7 care at A/B Foods",
        "applied to booking.com for cook", "it's Anna's job, don't ask", "note for Lidl: see https://x.org/a.pdf",
        "note for Lidl: the plan is in /srv/plan.txt", "", "\x00/\x00", "/" * 5000, "~nobody/x", "'", '"', "\\",
        "import", "load of work at Lidl", "a\nb/c\n/d",
    ],
)  # fmt: skip
def test_words_stay_words(tmp_path: Path, said: str) -> None:
    assert parted(said, tmp_path) in (Parted(said), Parted(said.strip()))
