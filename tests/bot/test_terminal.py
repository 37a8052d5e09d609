"""The real program on a terminal of its own: widths, colours, a dumb terminal, a pipe, and a model that is slow."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.checkout import ROOT

LONGEST = 30.0  # seconds until a test gives up
WHERE, HERE = b"\x1b[6n", b"\x1b[1;1R"
COLOUR = re.compile(r"\x1b\[[\d;]*[1-9][\d;]*m")


class Terminal:
    """`python -m bot` on a pseudo terminal of so many columns."""

    def __init__(self, folder: Path, columns: int = 80, **environment: str) -> None:
        settings = {"TERM": "xterm-256color", "JOBBOT_OFFLINE": "1", "TZ": "Europe/Berlin", **environment}
        self.text, self.read = "", 0
        self.process, self.number = pty.fork()
        if self.process == 0:
            os.chdir(ROOT)
            os.environ.update(settings, JOBBOT_DATA_DIR=str(folder))
            os.execv(sys.executable, [sys.executable, "-m", "bot"])  # noqa: S606
        fcntl.ioctl(self.number, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.number, keys.encode())

    def until(self, words: str) -> str:
        """What was shown up to these words, after those waited for before; fails when they never come."""
        start, end = self.read, time.monotonic() + LONGEST
        while words not in self.text[start:]:
            ready = select.select([self.number], [], [], max(0.0, end - time.monotonic()))[0]
            assert ready, f"waited in vain for {words!r}: {self.text!r}"
            part = os.read(self.number, 65536)
            # As a real terminal does, it says where its cursor stands.
            os.write(self.number, HERE * part.count(WHERE))
            self.text += part.decode("utf-8", "replace")
        self.read = self.text.index(words, start) + len(words)
        return self.text[start : self.read]

    def answer(self, said: str, words: str) -> str:
        """Type a line, and read up to these words of its answer."""
        self.type(f"{said}\r")
        return self.until(words)

    def end(self) -> int:
        """Wait for the end of the program; gives its exit status."""
        try:
            while select.select([self.number], [], [], LONGEST)[0] and (part := os.read(self.number, 65536)):
                os.write(self.number, HERE * part.count(WHERE))
        except OSError:
            pass  # Linux says so that nobody holds the other side any more
        else:
            self.kill()
        os.close(self.number)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def kill(self) -> None:
        """End what a failed test left running."""
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals on a data folder of this test's own."""
    opened: list[Terminal] = []

    def open_one(columns: int = 80, **environment: str) -> Terminal:
        opened.append(Terminal(tmp_path / "data", columns, **environment))
        return opened[-1]

    yield open_one
    for one in opened:
        one.kill()


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes a request and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/v1"


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_a_first_visit(terminal: Callable[..., Terminal], columns: int) -> None:
    here = terminal(columns)
    here.until("Europe/Berlin")
    here.until("]:")
    here.answer("", "Now tell me")
    here.until("you>")
    here.answer("applied to Lidl as cook", "Logged: Lidl · cook")
    here.until("you>")
    here.answer("list", "Applied" if columns >= 80 else "1. Lidl")
    here.until("you>")
    here.type("\x04")
    assert here.end() == 0
    again = terminal(columns)
    assert "Welcome back" in again.until("you>")
    again.type("\x03")
    again.until("Ctrl-C again")
    again.until("you>")
    again.type("\x03")
    assert again.end() == 0


def test_ctrl_c_ends_the_turn_and_not_the_program(terminal: Callable[..., Terminal], silent: str) -> None:
    here = terminal(JOBBOT_OFFLINE="0", OPENAI_BASE_URL=silent, OPENAI_API_KEY="none")
    here.until("]:")
    here.answer("", "you>")
    for _ in range(2):
        here.answer("which of them would you choose in my place, and why?", "Thinking")
        here.type("\x03")
        here.until("Stopped. Nothing was changed.")
        here.until("you>")
    here.answer("/log Lidl, cook", "Logged: Lidl · cook")
    here.until("you>")
    here.answer("/quit", "Bye.")
    assert here.end() == 0


@pytest.mark.parametrize("how", ["NO_COLOR", "JOBBOT_PLAIN"])
def test_no_colour_where_none_is_wanted(terminal: Callable[..., Terminal], how: str) -> None:
    here = terminal(**{how: "1"})
    here.until("]:")
    here.answer("", "you>")
    here.answer("applied to Lidl as cook", "[1] Undo")
    here.until("you>")
    here.answer("list", "1 application")
    assert "─" not in here.until("you>") or how == "NO_COLOR"
    here.type("\x04")
    assert here.end() == 0 and not COLOUR.findall(here.text)


def test_a_dumb_terminal_gets_words_and_nothing_else(terminal: Callable[..., Terminal]) -> None:
    here = terminal(TERM="dumb")
    here.until("]:")
    here.answer("Leeds", "Europe/London")
    here.until("you>")
    here.answer("applied to Lidl as cook\rapplied to Rewe as baker", "[1] Undo")
    here.until("you>")
    here.type("applied to Aldi\x03")
    here.until("Ctrl-C again")
    here.answer("list", "Lidl")
    here.until("you>")
    here.type("\x04")
    assert here.end() == 0 and "\x1b" not in here.text and "Aldi ·" not in here.text


def test_a_start_that_fails_says_so_in_one_line(terminal: Callable[..., Terminal]) -> None:
    here = terminal(JOBBOT_DATABASE_URL="postgresql://u:pa55@127.0.0.1:1/x")
    here.until("jobbot: ")
    here.until("\n")
    assert here.end() == 1 and "Traceback" not in here.text and "pa55" not in here.text


def test_a_pipe_is_read_line_by_line(tmp_path: Path) -> None:
    environment = {**os.environ, "JOBBOT_DATA_DIR": str(tmp_path), "JOBBOT_OFFLINE": "1"}
    said = "/log Stripe, Cook\n\n/log Lidl, Baker\n1\nlist\n"
    ran = subprocess.run(
        [sys.executable, "-m", "bot"], cwd=ROOT, env=environment, input=said, text=True, capture_output=True, check=True
    )
    assert ran.stderr == "" and "\x1b" not in ran.stdout
    told = ran.stdout.split("you> ")
    assert "Nothing you type leaves this machine." in told[0]
    assert told[1].startswith("Logged: Stripe") and told[3].startswith("Logged: Lidl")
    assert told[4].startswith("Taken back: Logged: Lidl") and told[5].startswith("1 application:\n1. Stripe")
    assert told[6].strip() == "Bye."
