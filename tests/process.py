"""The real program in a process of its own, which a test can kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.checkout import ROOT
from tests.talk import Line, Talk


class Process(Talk):
    """The real program, `python -m bot stdio`, in a process that can be killed."""

    def __init__(self, folder: Path, **environment: str) -> None:
        super().__init__()
        self.process: subprocess.Popen[str] | None = None
        self.folder = folder
        self.environment = {**os.environ, "JOBBOT_DATA_DIR": str(folder), "JOBBOT_OFFLINE": "1", **environment}
        self.start()

    def start(self) -> None:
        """Start the program, again if it was killed; it may be asked at once."""
        self.forget()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "stdio"], cwd=ROOT, env=self.environment, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def write(self, line: str) -> None:
        """Send a line without waiting for the answer."""
        assert self.process is not None and self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def read(self) -> Line | None:
        """The next object; None when the program has ended."""
        assert self.process is not None and self.process.stdout is not None
        text = self.process.stdout.readline()
        # The last line may have been cut by the end.
        return json.loads(text) if text.endswith("\n") else None

    def send(self, line: str) -> list[Line]:
        """The answers; fails when the program ends before `done`."""
        self.write(line)
        outs: list[Line] = []
        while not (outs and outs[-1].get("done")):
            out = self.read()
            assert out is not None, f"the program ended: {self.process and self.process.communicate()[1]}"
            outs.append(out)
        return outs

    def kill(self) -> None:
        """End the program as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def forget(self) -> None:
        """Close the pipes to a program that was killed, whose last words were read or do not matter."""
        if self.process is not None:
            for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
                with suppress(BrokenPipeError):
                    assert pipe is not None
                    pipe.close()

    def close(self) -> int:
        """End the input, and wait for the program; gives its exit status."""
        assert self.process is not None
        _, self.errors = self.process.communicate()
        return self.process.returncode
