"""`jobbot restore` of what cannot be restored: one sentence, and nothing is changed."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from bot import restore
from storage import migrations
from storage.database import DatabaseProblem, open_database
from tests.backups import filled, kept, put_back, rows
from tests.house import House
from tools.result import Refusal


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Change or leave out the parts of a backup."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)


def swapped(old: bytes, new: bytes) -> Callable[[Path], None]:
    return lambda path: rewritten(path, lambda _, content: content.replace(old, new))


def without(part: str) -> Callable[[Path], None]:
    return lambda path: rewritten(path, lambda name, content: None if part in name else content)


def flipped(path: Path) -> None:
    """One byte in the middle of the largest table."""
    with zipfile.ZipFile(path) as archive:
        rows = [part for part in archive.infolist() if part.filename.startswith("rows/")]
        part = max(rows, key=lambda part: part.compress_size)
    content = bytearray(path.read_bytes())
    content[part.header_offset + 60 + part.compress_size // 2] ^= 0xFF
    path.write_bytes(content)


def later_zip(path: Path) -> None:
    """What a zip file says of the version that it needs, in its directory at the end."""
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 210
    path.write_bytes(content)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def leading_out(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("files/../../evil", "x")


SPOILT: dict[str, tuple[Callable[[Path], Any], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "is no backup"),
    "a zip of a later form": (later_zip, "is no backup"),
    "a letter": (lambda path: path.write_text("Dear aunt"), "is no backup"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-200]), "is no backup"),
    "a flipped byte": (flipped, "damaged"),
    "another zip": (without("backup.json"), "is no backup"),
    "not there": (lambda path: path.unlink(), "cannot read"),
    "a folder": (a_folder, "cannot read"),
    "of a newer program": (swapped(migrations.HEAD.encode(), b"9999"), "newer version"),
    "of a newer form": (swapped(b'"jobbot_backup": 1', b'"jobbot_backup": 2'), "newer version"),
    "a missing table": (without("rows/notes"), "notes is missing"),
    "a row too many": (
        lambda path: rewritten(path, lambda n, c: c * 2 if "rows/users" in n else c),
        "users does not fit",
    ),
    "a row too few": (lambda path: rewritten(path, lambda n, c: b"" if "rows/notes" in n else c), "instead of"),
    "no JSON": (lambda path: rewritten(path, lambda n, c: b"\xff\xfe" if "rows/notes" in n else c), "notes"),
    "odd rows": (lambda path: rewritten(path, lambda n, c: b'["a"]\n' if "rows/notes" in n else c), "cannot be read"),
    "rows of nobody": (
        lambda path: rewritten(path, lambda n, c: b"" if "rows/users" in n else c),
        "does not fit|instead of",
    ),
    "a file that leads out": (leading_out, "a name that I do not take"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_bad_file_changes_nothing(sqlite_house: House, kind: str) -> None:
    refused_without_a_trace(sqlite_house, kind)


@pytest.mark.parametrize("kind", ["a row too many", "rows of nobody", "odd rows"])
def test_what_is_noticed_late_is_taken_back(house: House, kind: str) -> None:
    refused_without_a_trace(house, kind)


def refused_without_a_trace(house: House, kind: str) -> None:
    """A restore of a spoilt backup says so, and leaves the rows and the folders as they were."""
    path = kept(filled(house))
    spoil, words = SPOILT[kind]
    spoil(path)
    house.say("/log Later, Cook")
    before = rows(house)
    with pytest.raises(Refusal, match=words) as refused:
        put_back(house, path)
    assert refused.value.text.endswith("Nothing was changed.") and "Traceback" not in refused.value.text
    assert rows(house) == before
    assert not list(house.settings.data_dir.glob("before-restore-*"))
    assert not (house.settings.data_dir.parent / "evil").exists()


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("typed", ["", "no\n", "\n"])
def test_who_does_not_say_yes_keeps_everything(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    house = sqlite_house
    path = kept(filled(house))
    house.say("/log Later, Cook")
    before = rows(house)
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    with pytest.raises(Refusal, match="Nothing was changed"):
        restore.restore(house.settings, str(path), sure=False)
    monkeypatch.setattr(sys, "stdin", Terminal("Yes\n"))
    assert rows(house) == before
    assert "2 people" in restore.restore(house.settings, str(path), sure=False)
    assert rows(house) != before


def test_nothing_is_replaced_unasked(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(filled(house))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(Refusal, match=r"the data of 2 people\. Say --yes"):
        restore.restore(house.settings, str(path), sure=False)


def test_another_programs_database_is_left_alone(house: House, blank_url: str, tmp_path: Path) -> None:
    path = kept(filled(house))
    other = open_database(blank_url)
    with other.write() as db:
        db.execute(text("CREATE TABLE users (id INTEGER)"))
    with pytest.raises(DatabaseProblem, match="another program"):
        restore.restore(replace(house.settings, data_dir=tmp_path / "o", database_url=blank_url), str(path), sure=True)
    with other.read() as db:
        assert inspect(db).get_table_names() == ["users"]
    other.close()
