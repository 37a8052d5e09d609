"""The same channel with local-slack, a Slack that others have written: Socket Mode and signed events over HTTP."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from bot.slack.turns import IN_PRIVATE
from tests.checkout import ROOT
from tests.local_slack import BINARY, FOLDER, PACKAGE
from tests.model_server import install

ALONE = ["unshare", "--map-root-user", "--net"]


def can_be_alone() -> bool:
    """Whether a process may have a network of its own here."""
    try:
        return subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="local-slack is there for Linux on x86-64"
)
@pytest.mark.skipif(not can_be_alone(), reason="it listens everywhere, and no network of its own can be made here")
@pytest.mark.parametrize("mode", ["socket", "events"])
def test_a_morning_with_local_slack(mode: str, tmp_path: Path) -> None:
    install(PACKAGE, FOLDER, BINARY)
    command = [*ALONE, sys.executable, "-m", "tests.local_slack", mode, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=180)
    assert ended.returncode == 0, ended.stderr[-3000:]
    seen = json.loads(ended.stdout.splitlines()[-1])
    assert seen["receipt"].startswith("Logged: Stripe") and "&lt;!channel&gt;" in seen["receipt"]
    assert seen["outcome"].startswith("Taken back")
    assert seen["note"]["text"] == IN_PRIVATE and seen["note"]["thread_ts"] and seen["mentioned"] == ["Lidl"]
    assert seen["aside"]["subtype"] == "ephemeral" and "Lidl" in seen["aside"]["text"]
    assert seen["companies"] == ["Lidl", "Aldi"] and "Which application is posting.pdf for?" in seen["asked"]
