"""`jobbot read`: files of mails in, one line of JSON or a paragraph a mail out, and a sentence for what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.tools.mail.letters import raw

RECEIPT = "Thank you for applying to Harbour Foods. We have received your application for the Cook position."
INVITED = "We would like to invite you to an interview for the Cook position on Tuesday, November 17 at 3pm EST."
FIELDS = "id status company job_title interview_at confidence evidence decided_by sure".split()


def mail(folder: Path, name: str, data: bytes) -> str:
    """A file of these bytes; its path."""
    (folder / name).write_bytes(data)
    return str(folder / name)


def rows(capsys: pytest.CaptureFixture[str], *files: str) -> list[dict[str, object]]:
    """What the command prints for them."""
    assert main(["read", *files, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_mail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = rows(capsys, mail(tmp_path, "a.eml", raw(RECEIPT, Subject="Your application")))
    assert list(row) == FIELDS
    assert (row["id"], row["status"], row["company"], row["job_title"]) == (
        "1@harbour.example",
        "applied",
        "Harbour Foods",
        "Cook",
    )
    assert str(row["evidence"]) in RECEIPT and row["decided_by"] == "rules" and row["sure"] is True


def test_the_time_is_the_local_one_with_its_offset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = rows(capsys, mail(tmp_path, "a.eml", raw(INVITED)))
    assert row["interview_at"] == "2026-11-17T15:00-05:00"


def test_a_box_of_mails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamp = b"From jane@harbour.example Mon Nov  2 10:00:00 2026\n"
    inner = raw(f"{RECEIPT}\n\n>From the team", Message_ID="<2@x>")
    box = stamp + raw(RECEIPT) + b"\n\n" + stamp + inner + b"\n\nFrom here on it goes on.\n"
    found = rows(capsys, mail(tmp_path, "a.mbox", box))
    assert [row["status"] for row in found] == ["applied", "applied", "not_job"][: len(found)]
    assert rows(capsys, mail(tmp_path, "empty.mbox", b"")) == []


def test_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        {"id": "1", "subject": None, "from": None, "date": None, "body": RECEIPT},
        {"id": 2, "body": "Dinner on Saturday?"},
        {},
    ]
    data = "\n".join(json.dumps(line) for line in lines) + "\n\n"
    found = rows(capsys, mail(tmp_path, "a.jsonl", data.encode()))
    assert [(row["id"], row["status"]) for row in found] == [("1", "applied"), ("2", "not_job"), ("", "not_job")]


def test_halves_of_letters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.dumps({"id": "\ud800", "subject": "\udfff", "from": "\ud83d", "body": f"{RECEIPT} \ud800"}).encode()
    (row,) = rows(capsys, mail(tmp_path, "a.jsonl", data))
    assert (row["id"], row["status"]) == ("?", "applied")
    (row,) = rows(capsys, mail(tmp_path, "a.eml", raw(RECEIPT).replace(b"charset=utf-8", b"charset=utf-7") + b" +2AA-"))
    assert row["status"] == "applied"


def test_words_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", mail(tmp_path, "a.eml", raw(RECEIPT, Subject="Your application"))]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Your application\n  applied: Harbour Foods, Cook (sure, by rules)\n  “")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"x", "no .eml, .mbox or .jsonl file"),
        ("a.jsonl", b"{", "Line 1 of a.jsonl is no JSON object"),
        ("a.jsonl", b"\n[1]\n", "Line 2 of a.jsonl is no JSON object"),
        ("a.jsonl", b"[" * 100_000, "Line 1 of a.jsonl is no JSON object"),
    ],
)
def test_what_is_no_mail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, words: str
) -> None:
    assert main(["read", mail(tmp_path, name, data), "--json"]) == 1
    assert words in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.eml")]) == 1
    said = capsys.readouterr().err
    assert "none.eml" in said and said.count("\n") == 1
