"""The real program, `jobbot run`, between a Telegram and a Google of the test's, and what a test does from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from storage import events, mailboxes, users
from storage.database import Database
from storage.mailboxes import Mailbox
from tests.checkout import ROOT
from tests.google.emulated import CLIENT, SECRET
from tests.google.front import Front
from tests.telegram_house import ANNA
from tests.telegram_http import Server
from tests.telegram_server import TOKEN
from tools import exports, portable

KEY = "only-the-tests-know-this-key"
SOON = 180.0  # seconds; only so that a fault ends the test


class Served:
    """The program in a process of its own, on a database that is there. `public`: the world reaches it."""

    def __init__(self, database: Database, server: Server, front: Front, folder: Path, port: int, public: bool) -> None:
        self.database = database
        self.server = server
        self.front = front
        self.url = f"http://127.0.0.1:{port}"
        self.errors = (folder / "errors").open("w+")
        environment = {
            **os.environ, **_google(front), "JOBBOT_DATA_DIR": str(folder), "JOBBOT_OFFLINE": "",
            "JOBBOT_DATABASE_URL": database.url.render_as_string(hide_password=False),
            "JOBBOT_SECRET_KEY": KEY if database.url.drivername.startswith("postgres") else "",
            "JOBBOT_HTTP_PORT": str(port), "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url,
            "TELEGRAM_ALLOWED_USERS": str(ANNA), "JOBBOT_PUBLIC_URL": self.url if public else "",
        }  # fmt: skip
        command = [sys.executable, "-m", "bot", "run"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=self.errors)

    @property
    def now(self) -> datetime:
        """The clock that the program has too."""
        return datetime.now(UTC)  # noqa: TID251 - the program has a clock of its own

    @now.setter
    def now(self, _: datetime) -> None:
        """It cannot be set."""

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true, as long as the program runs."""
        end = time.monotonic() + SOON
        while not true():
            assert time.monotonic() < end and self.process.poll() is None, self.said_last()
            time.sleep(0.05)

    def ready(self) -> bool:
        """Whether all its parts are."""
        try:
            return httpx.get(f"{self.url}/readyz").status_code == 200
        except httpx.HTTPError:
            return False

    def settle(self) -> None:
        """Wait until all that was said is answered."""
        self.until(lambda: self.server.telegram.idle() and not self._open())

    def _open(self) -> bool:
        with self.database.read() as db:
            return events.has_open(db, "telegram")

    def chat(self) -> dict[int, str]:
        """The messages of the bot as they stand, by their numbers."""
        return {one["message_id"]: str(one.get("text", "")) for one in self.server.telegram.sent(ANNA)}

    def hears(self, words: str, since: dict[int, str]) -> str:
        """Wait for a message of the bot's, new or changed since then, with some words in it; gives its text."""
        found: list[str] = []

        def came() -> bool:
            fresh = [text for number, text in self.chat().items() if since.get(number) != text]
            found[:] = [text for text in fresh if words in text]
            return bool(found)

        self.until(came)
        return found[-1]

    def said_last(self) -> str:
        """The end of the chat and of the log, for whoever wonders why nothing came."""
        chat = [text[:300] for text in self.chat().values()]
        return f"{chat[-3:]} {self.logged()[-1500:]}"

    def logged(self) -> str:
        """All that it logged."""
        return Path(self.errors.name).read_text()

    def quarter_of_an_hour(self) -> None:
        """Its mailbox is due, as it is after a quarter of an hour."""
        user, (box, *_) = self._mailboxes()
        with self.database.write() as db:
            mailboxes.change(db, user, box.id, due_at=self.now)

    def looked_through(self) -> bool:
        """Whether its mailbox was looked through to the end."""
        return self._mailboxes()[1][0].looked_at is not None

    def _mailboxes(self) -> tuple[int, list[Mailbox]]:
        with self.database.read() as db:
            user = users.find_user(db, "telegram", str(ANNA))
            assert user is not None
            return user.id, mailboxes.of_person(db, user.id)

    def statuses(self) -> dict[str, str]:
        """Where each application stands, by its company."""
        with self.database.read() as db:
            user = users.find_user(db, "telegram", str(ANNA))
            assert user is not None
            form: dict[str, Any] = json.loads(portable.dump(exports.form_of(db, user, self.now)))
        return {one["company"]: one["status"] for one in form["applications"]}

    def end(self) -> int:
        """Stop it as an owner does; gives its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SOON)


def _google(front: Front) -> dict[str, str]:
    return {
        "GOOGLE_CLIENT_ID": CLIENT, "GOOGLE_CLIENT_SECRET": SECRET, "GOOGLE_API_URL": front.url,
        "GOOGLE_TOKEN_URL": f"{front.url}/oauth2/token", "GOOGLE_AUTH_URL": f"{front.behind.url}/o/oauth2/v2/auth",
    }  # fmt: skip


@contextmanager
def running(served: Served) -> Iterator[Served]:
    """The program from when it is ready; gone at the end."""
    try:
        served.until(served.ready)
        yield served
    finally:
        if served.process.poll() is None:
            served.process.kill()
            served.process.wait()
        served.errors.close()
