"""The command line: what it does, its exit status, and one line on stderr, never a traceback, when it cannot."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from tests.checkout import ROOT

Ran = tuple[int, str, str]


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("JOBBOT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JOBBOT_OFFLINE", "1")
    monkeypatch.delenv("JOBBOT_DATABASE_URL", raising=False)
    return tmp_path / "data"


class Command:
    """Runs `jobbot …` in this process."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self.captured = captured

    def __call__(self, *words: str) -> Ran:
        """Exit status, standard output, standard error."""
        try:
            status = cli.main([*words])
        except SystemExit as error:
            status = int(error.code or 0)
        said = self.captured.readouterr()
        return status, said.out, said.err


@pytest.fixture
def jobbot(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return Command(capsys)


def failed(ran: Ran, *words: str) -> None:
    """It exited with 1 and one line that holds these words."""
    status, out, err = ran
    assert (status, out) == (1, "")
    assert err.startswith("jobbot: ") and err.count("\n") == 1 and err.endswith("\n")
    assert [word for word in words if word not in err] == [], err


def form(*companies: str, **more: Any) -> dict[str, Any]:
    """A small export."""
    applications = [{"company": name, "title": "Cook", "applied_on": "2026-11-02", **more} for name in companies]
    return {"version": 1, "applications": applications}


def written(path: Path, content: object) -> str:
    """A JSON file; its name."""
    path.write_text(json.dumps(content), "utf-8")
    return str(path)


def companies(ran: Ran) -> list[str]:
    """The companies of an export on standard output."""
    status, out, _ = ran
    assert status == 0
    return [a["company"] for a in json.loads(out)["applications"]]


@pytest.mark.parametrize("words", [("--help",), ("import", "--help"), ("export", "--help"), ("seed", "-h")])
def test_help(jobbot: Command, words: tuple[str, ...]) -> None:
    status, out, err = jobbot(*words)
    assert (status, err) == (0, "") and out.startswith("usage: jobbot")


@pytest.mark.parametrize(
    "words",
    [
        ("dance",), ("--colour", "red"), ("import",), ("import", "a.json", "b.json"), ("export", "--format", "docx"),
        ("seed", "--applications", "many"), ("seed", "--applications", "-1"), ("seed", "--applications", "1000000000"),
        ("export", "-o"), ("stdio", "now"),
    ],
)  # fmt: skip
def test_wrong_usage(jobbot: Command, words: tuple[str, ...]) -> None:
    status, out, err = jobbot(*words)
    assert (status, out) == (2, "") and "usage: jobbot" in err and "Traceback" not in err


def test_import_makes_the_person_of_the_terminal(jobbot: Command, tmp_path: Path) -> None:
    assert jobbot("import", written(tmp_path / "a.json", form("Acme", "Globex")))[:2] == (
        0,
        "Imported 2 applications.\n",
    )
    assert companies(jobbot("export")) == ["Acme", "Globex"]
    assert companies(jobbot("export", "--user", "local")) == ["Acme", "Globex"]
    assert companies(jobbot("export", "--user", "terminal:local")) == ["Acme", "Globex"]
    assert companies(jobbot("export", "--user", "1")) == ["Acme", "Globex"]


def test_importing_again_adds_what_is_new(jobbot: Command, tmp_path: Path) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme", "Globex")))
    again = jobbot("import", written(tmp_path / "b.json", form("ACME Inc.", "Initech")))
    assert again[:2] == (0, "Imported 1 application. 1 was there already and skipped.\n")
    assert companies(jobbot("export")) == ["Acme", "Globex", "Initech"]


def test_import_for_somebody_else(jobbot: Command, tmp_path: Path) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme")))
    assert jobbot("import", written(tmp_path / "b.json", form("Globex")), "--user", "telegram:4711")[0] == 0
    assert companies(jobbot("export", "--user", "telegram:4711")) == ["Globex"]
    assert companies(jobbot("export")) == ["Acme"]


def test_the_only_person_is_meant(jobbot: Command, tmp_path: Path) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme")), "--user", "telegram:4711")
    assert companies(jobbot("export")) == ["Acme"]
    jobbot("import", written(tmp_path / "b.json", form("Globex")))
    assert companies(jobbot("export", "--user", "telegram:4711")) == ["Acme", "Globex"]


def test_nobody_is_guessed(jobbot: Command, tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", form("Acme"))
    failed(jobbot("export"), "nobody here yet")
    jobbot("import", path, "--user", "telegram:1")
    jobbot("import", path, "--user", "telegram:2")
    failed(jobbot("export"), "--user", "telegram:1", "telegram:2")
    for user in ("3", "999999999999999", "nobody", "fax:5", "telegram:", ":5", "telegram:3"):
        failed(jobbot("export", "--user", user), f"no person “{user}”", "--user")
    for user in ("3", "nobody", "fax:5", "telegram:"):
        failed(jobbot("import", path, "--user", user), "no person")
    assert companies(jobbot("export", "--user", "telegram:1")) == ["Acme"]


def test_export_to_a_file_for_nobody_else_to_read(jobbot: Command, tmp_path: Path) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme", notes=[{"text": "naïve “quotes”"}])))
    target = tmp_path / "out.json"
    target.write_text("old")
    assert jobbot("export", "-o", str(target)) == (0, "", "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert json.loads(target.read_text("utf-8"))["applications"][0]["notes"][0]["text"] == "naïve “quotes”"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "data", "out.json"]
    assert jobbot("export", "-o", "/dev/null") == (0, "", "")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_no_copy_of_an_export_stays_behind(jobbot: Command, tmp_path: Path, data_dir: Path) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme")))
    jobbot("export")
    assert [path for path in (data_dir / "files").rglob("*") if path.is_file()] == []
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in data_dir.glob("jobbot.db*")} == {0o600}


@pytest.mark.parametrize("target", ["nowhere/out.json", "folder", "x" * 300, "a\0b"])
def test_export_to_where_it_cannot(jobbot: Command, tmp_path: Path, target: str) -> None:
    jobbot("import", written(tmp_path / "a.json", form("Acme")))
    (tmp_path / "folder").mkdir()
    failed(jobbot("export", "-o", str(tmp_path / target)), "cannot write", "-o")


def test_a_failed_import_leaves_nobody_behind(jobbot: Command, tmp_path: Path) -> None:
    failed(jobbot("import", str(tmp_path / "none.json")), "none.json", "No such file")
    failed(jobbot("export"), "nobody here yet")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("JOBBOT_DATABASE_URL", "mysql://localhost/x", "sqlite:///"),
        ("JOBBOT_DATABASE_URL", "rubbish", "JOBBOT_DATABASE_URL"),
        ("JOBBOT_DATABASE_URL", "postgresql://u:pa55@127.0.0.1:1/x", "cannot be reached"),
        ("JOBBOT_DATA_DIR", "/dev/null/jobbot", "JOBBOT_DATA_DIR"),
    ],
)
def test_a_setting_that_is_wrong(
    jobbot: Command, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = jobbot("export")
    failed(ran, words)
    assert "pa55" not in ran[2]


def test_seed(jobbot: Command) -> None:
    assert jobbot("seed", "--applications", "0")[0] == 0
    assert jobbot("seed", "--applications", "1")[1].startswith("Added 1 application for the demo person")
    assert jobbot("seed")[1].startswith("Added 59 applications for the demo person, 1 were there already")
    assert jobbot("seed")[1] == "The demo person has 60 applications already; nothing was added.\n"
    assert len(companies(jobbot("export", "--user", "demo"))) == 60


def process(*words: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    """The real command."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
        timeout=60,
        **settings,
    )


def test_the_real_command(tmp_path: Path) -> None:
    done = process("export")
    assert (done.returncode, done.stdout) == (1, "") and done.stderr.startswith("jobbot: There is nobody")
    talk = process("chat", input="/log Stripe, Cook\n1\n/quit\n")
    assert talk.returncode == 0 and "Logged: Stripe" in talk.stdout and "Taken back" in talk.stdout
    assert process("stdio", input="").returncode == 0


def test_a_reader_that_goes_away_is_no_error(jobbot: Command) -> None:
    jobbot("seed", "--applications", "300")
    line = f"{sys.executable} -m bot export | head -c 10"
    done = subprocess.run(line, shell=True, cwd=ROOT, text=True, capture_output=True, check=False)  # noqa: S602
    assert (done.stderr, len(done.stdout)) == ("", 10)
