"""`jobbot sync --source ats` as the owner meets it: nothing connected, a rehearsal, the pass, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime

from tests.ats.houses import AtsHouse
from tests.ats.replay import Answer, Replay
from tests.ats.test_front_door import rejected
from tests.checkout import ROOT


def sync(house: AtsHouse, greenhouse: Replay, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    own = {"JOBBOT_GREENHOUSE_URL": greenhouse.url, "JOBBOT_DATABASE_URL": house.settings.database_url,
           "JOBBOT_DATA_DIR": str(house.settings.data_dir)}  # fmt: skip
    command = [sys.executable, "-m", "bot", "sync", "--source", "ats", *words]
    environment = {**os.environ, **own}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_rehearsal_and_then_the_pass(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    assert "No system for applicants is connected." in sync(oneshouse, greenhouse).stdout
    oneshouse.now = datetime.now(UTC)  # noqa: TID251 - the command has a clock of its own
    oneshouse.say("/log Acme, Line Cook, applied, 2026-11-02")
    oneshouse.connect()
    oneshouse.press("Apply")
    rejected(greenhouse, oneshouse.now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    rehearsed = sync(oneshouse, greenhouse, "--dry-run")
    assert rehearsed.returncode == 0, rehearsed.stderr
    assert "1 change. Nothing was changed." in rehearsed.stdout and "rejected" in rehearsed.stdout
    assert oneshouse.applications()[0]["status"] != "rejected"
    done = sync(oneshouse, greenhouse, "--user", "stdio:u1", "--verbose")
    assert done.returncode == 0 and "Greenhouse of Acme: 1 change looked at." in done.stdout, done.stderr
    assert oneshouse.applications()[0]["status"] == "rejected"
    greenhouse.faults.append(("/v3/applications", Answer({"errors": ["no"]}, 403)))
    failed = sync(oneshouse, greenhouse)
    assert failed.returncode == 1 and len(failed.stderr.splitlines()) == 1 and "may not see" in failed.stderr
