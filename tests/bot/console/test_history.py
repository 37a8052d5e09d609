"""What is kept of what was typed: not secrets, not for others, not for ever; a broken file or disk does no harm."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from bot.console.history import MOST, KeptHistory, is_secret


def kept(path: Path) -> list[str]:
    """The lines in the order in which the arrow key brings them."""
    return list(KeptHistory(path).load_history_strings())


def test_lines_come_back_newest_first_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "history"
    history = KeptHistory(path)
    for line in ("first", "two\nlines", "naïve “quotes” 日本 \ud83d"):
        history.store_string(line)
    assert kept(path) == ["naïve “quotes” 日本 \ud83d", "two\nlines", "first"]
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


@pytest.mark.parametrize(
    "said",
    [
        "my key is sk-proj-abcdefghijklmnop", "OPENAI_API_KEY=abc", "token: 12345", "the password is swordfish",
        "password hunter2", "xoxb-1234567890-abcdefghij", "ghp_" + "a1" * 18, "bot 12345678:" + "Ab1-_" * 7,
        "Bearer abcdefgh12345678", "https://anna:hunter2@jobs.example", "-----BEGIN RSA PRIVATE KEY-----",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi", "a1b2c3d4" * 5, "mein Passwort ist Rosi", "PIN 4711", "api key: x",
    ],
)  # fmt: skip
def test_secrets_are_not_kept(tmp_path: Path, said: str) -> None:
    assert is_secret(said)
    KeptHistory(tmp_path / "history").store_string(said)
    assert kept(tmp_path / "history") == []


@pytest.mark.parametrize(
    "said",
    [
        "applied to Stripe for backend engineer yesterday, remote, 140-160k", "note for Lidl: the secret is out",
        "https://boards.example.com/jobs/4455667788aabbccddeeff00112233445566?gh_jid=1234567890123456789012345678901234",
        "applied to Token Ltd as cook", "Donaudampfschifffahrtselektrizitätengesellschaftsbeamter",
        "call +49 30 1234567", "pin the offer from Aldi", "I start at 7:30",
    ],
)  # fmt: skip
def test_news_are_kept(said: str) -> None:
    assert is_secret(said) == ("the secret is" in said)


def test_numbers_of_buttons_and_whole_documents_are_left_out(tmp_path: Path) -> None:
    history = KeptHistory(tmp_path / "history")
    for line in ("1", " 12 ", "x " * 3000):
        history.store_string(line)
    assert kept(history.path) == []


def test_the_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text("".join(f"{json.dumps(f'line {n}')}\n" for n in range(3 * MOST)))
    assert kept(path)[0] == f"line {3 * MOST - 1}" and len(kept(path)) == MOST
    assert len(path.read_text().splitlines()) == MOST


def test_a_broken_file_gives_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_bytes(b'"good"\n{"no": "line"}\n\xff\xfe\n"cut o\n12\n"last"\n')
    assert kept(path) == ["last", "good"]


def test_a_disk_that_takes_nothing_loses_only_the_history(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "folder", tmp_path / "file" / "history"):
        history = KeptHistory(path)
        history.append_string("applied to Lidl")
        history.mark()
        history.forget()
        assert kept(path) == []
