"""Has files made by a process of its own, of low priority, so that nobody else's answer waits for a drawing."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys

from tools.asking import Make

log = logging.getLogger(__name__)

MOST_SECONDS = 1800  # for a table of a million rows; a picture takes two


def make(request: Make, url: str) -> str | None:
    """Have a file made in this thread; what there is to say of it, or None where it could not be made, and there is
    no file then.

    `url`: the database, for those that read it. It goes through a pipe: others can see a process' arguments.
    """
    order = pickle.dumps((request.work, request.task, request.path, url))
    try:
        # -P: a folder named “tools” where the program was started must not stand in for ours.
        words = [sys.executable, "-P", "-m", "tools.workshop"]
        done = subprocess.run(words, input=order, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603
        if done.returncode == 0:
            return done.stdout.decode("utf-8")
        log.error("a file could not be made (%s): %s", request.work, done.stderr.decode("utf-8", "replace")[-300:])
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("a file could not be made (%s): %s", request.work, type(error).__name__)
    request.path.unlink(missing_ok=True)
    return None
