"""What each command loads: nothing heavy before it is needed, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

# All that takes long to import or much room, whether the program has it by now or not.
HEAVY = frozenset(
    "alembic apscheduler babel fpdf googleapiclient httpx langchain_core langchain_openai langgraph langsmith "
    "matplotlib numpy openai openpyxl prompt_toolkit psycopg pydantic rapidfuzz rich slack_bolt slack_sdk sqlalchemy "
    "starlette telegram uvicorn xlsxwriter".split()
)
DATA = frozenset(("sqlalchemy", "pydantic", "rapidfuzz"))
SCREEN = frozenset(("prompt_toolkit", "rich"))
THINKING = DATA | {"babel"}
SAYS = {
    "nothing": "",
    "a command": '{"id": 1, "user": "u", "text": "/find"}\n',
    "a picture": '{"id": 1, "user": "u", "text": "/log Acme, Cook"}\n{"id": 2, "user": "u", "text": "/chart"}\n',
    "words": '{"id": 1, "user": "u", "text": "applied to Acme as a cook yesterday"}\n',
}
SCRIPT = """
import json, sys
from bot.cli import main
try:
    main(sys.argv[1:])
finally:
    print("\\n" + json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(folder: Path, *words: str, said: str = "", **settings: str) -> set[str]:
    """The heavy packages that a command has loaded by its end."""
    environment = {"PATH": os.environ["PATH"], "JOBBOT_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), **settings}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], input=said, env=environment, cwd=folder, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    return set(json.loads(ran.stdout.splitlines()[-1])) & HEAVY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the tables made, which is what needs alembic."""
    assert "alembic" in loaded(tmp_path, "seed", "--applications", "1")
    return tmp_path


@pytest.mark.parametrize("words", [("--help",), ("chat", "--help"), ("dance",)])
def test_help_loads_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert loaded(tmp_path, *words) == set()


def test_a_setting_that_is_wrong_is_said_without_more(tmp_path: Path) -> None:
    assert loaded(tmp_path, "stdio", OPENAI_API_KEY="k", JOBBOT_MODEL_CALLS="many") <= DATA


def test_data_in_and_out(folder: Path) -> None:
    assert loaded(folder, "export", "-o", str(folder / "mine.json")) <= DATA
    for form in ("csv", "xlsx", "pdf"):
        # Another process writes those.
        assert loaded(folder, "export", "--format", form, "-o", str(folder / "mine")) <= DATA
    assert loaded(folder, "import", str(folder / "mine.json"), "--user", "stdio:other") <= DATA | {"babel"}


def test_the_chat_before_and_after_a_message(folder: Path) -> None:
    assert loaded(folder, "chat") <= DATA | SCREEN
    assert loaded(folder, "chat", said="/find\n/quit\n") <= DATA | SCREEN
    assert loaded(folder, "chat", said="applied to Acme as a cook\n/quit\n") <= THINKING | SCREEN


def test_json_lines_before_and_after_a_message(folder: Path) -> None:
    assert loaded(folder, "stdio") <= DATA
    assert loaded(folder, "stdio", said=SAYS["a command"]) <= DATA
    assert loaded(folder, "stdio", said=SAYS["a picture"]) <= THINKING
    assert loaded(folder, "stdio", said=SAYS["words"]) <= THINKING


def test_a_model_is_loaded_by_the_first_message_that_asks(folder: Path) -> None:
    assert loaded(folder, "stdio", said=SAYS["a command"], OPENAI_API_KEY="k") <= DATA
    assert "openai" in loaded(folder, "stdio", said=SAYS["words"], OPENAI_API_KEY="k")
    assert "openai" not in loaded(folder, "stdio", said=SAYS["words"], OPENAI_API_KEY="k", JOBBOT_OFFLINE="1")


def test_the_doctor_of_a_program_without_a_model(folder: Path) -> None:
    assert loaded(folder, "doctor") <= DATA
