"""The guess at a time zone, from whatever a system says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console.zone import guessed


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"), (":America/Lima", "America/Lima"), ("Etc/UTC", "UTC"), ("", "UTC"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "UTC"), ("Mars/Olympus", "UTC"), ("../../etc/passwd", "UTC"), ("\x00", "UTC"),
        ("/usr/share/zoneinfo/Europe/Berlin", "UTC"), ("europe/" + "x" * 5000, "UTC"),
    ],
)  # fmt: skip
def test_the_environment(tmp_path: Path, said: str, zone: str) -> None:
    assert guessed(said, tmp_path) == zone


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/Argentina/Buenos_Aires"])
def test_the_systems_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "localtime").symlink_to(f"/usr/share/zoneinfo/{name}")
    assert guessed("", tmp_path) == name
    (tmp_path / "localtime").unlink()
    (tmp_path / "timezone").write_text(f"{name}\n")
    assert guessed("", tmp_path) == name
    (tmp_path / "timezone").write_bytes(b"\xff\xfe")
    assert guessed("", tmp_path) == "UTC"
