"""Has files made by processes of their own, of low priority, so that nobody else's answer waits for a drawing."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from subprocess import PIPE, Popen, TimeoutExpired

from tools.asking import Make

log = logging.getLogger(__name__)

MOST_SECONDS = 1800  # for a table of a million rows; a picture takes two
# -P: a folder named “tools” where the program was started must not stand in for ours.
COMMAND = (sys.executable, "-P", "-m", "tools.workshop")


class Makers:
    """The processes that make files now; `url` is the database, for those that read it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._running: set[Popen[bytes]] = set()
        self._closed = False

    def make(self, request: Make) -> str | None:
        """Have a file made, waiting in this thread; what there is to say of it.

        None where it could not be made: there is no file then.
        """
        # Through a pipe: others can see a process' arguments.
        order = pickle.dumps((request.work, request.task, request.path, self._url))
        try:
            with Popen(COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:  # noqa: S603 - our own program
                said, wrong = self._heard(process, order)
            if process.returncode == 0:
                return said.decode("utf-8")
            reason = "ended" if self._closed else wrong.decode("utf-8", "replace")[-300:]
        except (OSError, subprocess.SubprocessError) as error:
            reason = type(error).__name__
        log.error("a file could not be made (%s): %s", request.work, reason)
        request.path.unlink(missing_ok=True)
        return None

    def close(self) -> None:
        """End what is being made, and begin no more: whoever asked is told that it could not be."""
        self._closed = True
        for process in tuple(self._running):
            process.kill()

    def _heard(self, process: Popen[bytes], order: bytes) -> tuple[bytes, bytes]:
        self._running.add(process)
        try:
            if self._closed:
                process.kill()
            return process.communicate(order, timeout=MOST_SECONDS)
        except TimeoutExpired:
            process.kill()
            raise
        finally:
            self._running.discard(process)
