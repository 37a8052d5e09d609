"""`jobbot sync --source email` as the owner meets it: one pass, a rehearsal, days back, and what cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database
from tests.checkout import ROOT
from tests.google.emulated import CLIENT, SECRET
from tests.google.front import Fault, Front
from tests.google.houses import GoogleHouse
from tests.google.test_connecting import REJECTED

TODAY = f"{datetime.now(UTC):%d %b %Y}"  # noqa: TID251 - the command has a clock of its own


@pytest.fixture
def house(sqlite_database: Database, tmp_path: Path, front: Front) -> GoogleHouse:
    """A person whose Gmail is connected and read."""
    found = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front)
    found.now = datetime.now(UTC)  # noqa: TID251 - as above
    found.say("/log Lidl, Driver, applied, yesterday")
    found.connected("1 week")
    return found


def sync(house: GoogleHouse, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    google = {
        "GOOGLE_CLIENT_ID": CLIENT, "GOOGLE_CLIENT_SECRET": SECRET, "GOOGLE_API_URL": house.front.url,
        "GOOGLE_TOKEN_URL": f"{house.front.url}/oauth2/token", "JOBBOT_DATA_DIR": str(house.settings.data_dir),
    }  # fmt: skip
    command = [sys.executable, "-m", "bot", "sync", *words]
    environment = {**os.environ, **google}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_rehearsal_and_then_the_pass(house: GoogleHouse) -> None:
    house.front.behind.deliver("Your application as driver", REJECTED, day=TODAY)
    rehearsed = sync(house, "--source", "email", "--dry-run")
    assert rehearsed.returncode == 0, rehearsed.stderr
    assert "1 new mail. Nothing was changed." in rehearsed.stdout and "rejected" in rehearsed.stdout
    assert "nothing new" in house.say("/mailboxes").text, "the rehearsal is no look"
    done = sync(house, "--source", "email", "--user", "stdio:u1", "--verbose")
    assert done.returncode == 0 and "1 new mail looked at." in done.stdout, done.stderr
    assert "Looking through" in done.stderr
    assert "0 new mails looked at." in sync(house, "--source", "all", "--days-back", "30").stdout
    house.close()


def test_what_cannot_be_read_is_said_in_one_line(house: GoogleHouse) -> None:
    house.front.faults += [Fault("/history", 401, 50), Fault("/oauth2/token", 400, 50, "invalid_grant")]
    failed = sync(house, "--source", "email")
    assert failed.returncode == 1 and len(failed.stderr.splitlines()) == 1 and "invalid_grant" in failed.stderr
    wrong = sync(house, "--source", "email", "--days-back", "0")
    assert wrong.returncode == 2
    house.close()
