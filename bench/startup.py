"""How long a start takes and what room it needs, against importing everything that the program uses anywhere."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, sleep

from bench.measure import Figure, against

ROOT = Path(__file__).resolve().parent.parent
JOBBOT = str(Path(sys.executable).with_name("jobbot"))
ROUNDS = 5
BARE = "import argparse; argparse.ArgumentParser(prog='bare', description='Nothing.').parse_args(['--help'])"
# What the program uses somewhere, by the name that brings most of it in; what it does not have (yet) is left out.
USED = (
    "alembic.command apscheduler.schedulers.asyncio babel.dates babel.numbers cryptography.fernet dateutil.rrule "
    "googleapiclient.discovery langchain_core.language_models langchain_openai langgraph.graph langsmith matplotlib "
    "mcp openai openpyxl platformdirs prometheus_client prompt_toolkit psycopg pydantic rapidfuzz rich.console "
    "rich.table selectolax slack_bolt.async_app sqlalchemy.orm starlette.applications telegram.ext uvicorn"
).split()
OWN = ("storage", "tools", "agent", "scheduler", "bot")
# Run by alembic and by `make train` alone.
NOT_IMPORTED = ("__main__", "train", "env")
PROMPT = re.compile(rb"you>|Time zone \[")
ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")


def run() -> Iterator[Figure]:
    """`--help` against a bare argparse, the prompt and the idle chat against the import of everything."""
    help_, ours, bare = against(lambda: _run(JOBBOT, "--help"), lambda: _run(sys.executable, "-c", BARE), ROUNDS)
    yield Figure("startup/help", help_, 2.0, f"{ours * 1000:.0f} ms, a bare argparse {bare * 1000:.0f} ms")
    eager = f"import {', '.join(everything())}"
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        _run(JOBBOT, "chat", said=b"/find\n/quit\n", folder=folder)  # the tables are made, the person is known
        prompt, ours, all_ = against(lambda: _prompt(folder), lambda: _run(sys.executable, "-c", eager), ROUNDS)
        yield Figure("startup/prompt", prompt, 0.1, f"{ours * 1000:.0f} ms, everything {all_ * 1000:.0f} ms")
        idle, most = _idle(folder), _room_of(eager)
        yield Figure("startup/memory", idle / most, 0.65, f"{idle / 1024:.0f} MB idle, everything {most / 1024:.0f} MB")


def everything() -> list[str]:
    """All modules of the program, and all that it uses of what is installed."""
    own = [path.relative_to(ROOT) for name in OWN for path in sorted((ROOT / name).rglob("*.py"))]
    paths = [path for path in own if path.stem not in NOT_IMPORTED and "versions" not in path.parts]
    names = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return [name for name in USED if find_spec(name.partition(".")[0])] + names


def _run(*words: str, said: bytes = b"", folder: str = "") -> None:
    subprocess.run(words, input=said, env=_environment(folder), cwd=ROOT, capture_output=True, check=True)


def _environment(folder: str) -> dict[str, str]:
    return {**os.environ, "JOBBOT_DATA_DIR": folder, "JOBBOT_OFFLINE": "1", "TERM": "xterm", "LC_ALL": "C.UTF-8"}


def _prompt(folder: str) -> None:
    with _terminal(folder):
        pass


@contextmanager
def _terminal(folder: str) -> Iterator[int]:
    """The number of the process of a chat in a terminal of its own, from the moment it shows its prompt."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    chat = subprocess.Popen([JOBBOT], stdin=theirs, stdout=theirs, stderr=theirs, env=_environment(folder), cwd=ROOT)
    os.close(theirs)
    try:
        shown = b""
        while not PROMPT.search(ESCAPES.sub(b"", shown)):
            shown += os.read(ours, 4096)
        yield chat.pid
    finally:
        chat.kill()
        chat.wait()
        os.close(ours)


def _idle(folder: str) -> int:
    """The room of a chat that waits for its first message and has loaded behind its prompt all that it wanted."""
    with _terminal(folder) as process:
        return _settled(process)


def _room_of(script: str) -> int:
    """The room of a process that has run a script."""
    words = [sys.executable, "-c", f"{script}\nprint(flush=True); input()"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            return _settled(process.pid)
        finally:
            process.kill()


def _settled(process: int) -> int:
    """Resident memory in KB, once it has not changed for a second."""
    readings = [0]
    since = perf_counter()
    while len(readings) < 10 or (len(set(readings[-5:])) > 1 and perf_counter() - since < 30):
        sleep(0.25)
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
        readings.append(int(shown.stdout))
    return readings[-1]
