"""`jobbot seed`: a made-up job search for the person `demo`, brought in through the door like any file."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from bot import app, files, sample
from bot.settings import Settings
from storage import users
from storage.database import Database
from storage.filters import Filter, count
from tools.receipts import counted
from tools.toolbox import Toolbox

DEMO = files.NAMED["demo"]


def run(settings: Settings, applications: int) -> str:
    """Bring the demo person up to so many applications; give what came of it. Raises Refusal and DatabaseProblem."""
    parts = app.build(settings.without_model)
    try:
        return fill(parts.toolbox, applications, datetime.now(UTC))
    finally:
        parts.close()


def fill(toolbox: Toolbox, applications: int, now: datetime) -> str:
    """The same as `run` on a toolbox that is open already, at the instant `now`."""
    there, today = _there(toolbox.database, now)
    if there >= applications and there:
        return f"The demo person has {counted(there)} already; nothing was added."
    text = json.dumps(sample.form(applications, today))
    with tempfile.TemporaryDirectory(prefix="jobbot-") as folder:
        path = Path(folder) / "sample.json"
        path.write_text(text, "utf-8")
        files.import_file(toolbox, path, "demo", now)
    added = _there(toolbox.database, now)[0] - there
    before = f", {there} were there already" if there else ""
    return f"Added {counted(added)} for the demo person{before}. Look with: jobbot export --user demo"


def _there(database: Database, now: datetime) -> tuple[int, date]:
    """How many applications the demo person has, and the day from which the sample is told: that of the first time."""
    with database.read() as db:
        user = users.find_user(db, *DEMO)
        number = count(db, user.id, Filter(limit=None)) if user else 0
    since = user.created_at if user and number else now
    return number, since.astimezone(sample.ZONE).date()
