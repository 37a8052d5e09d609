"""A token that several threads use at once and that is renewed by whichever first sees that it has ended."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta

from tools.clients import google
from tools.clients.google import GoogleApp, Tokens
from tools.clients.trouble import AccessLost


class Access:
    """The tokens of a mailbox during one look at it; `tokens` are those that hold by now."""

    def __init__(self, app: GoogleApp, tokens: Tokens, now: datetime) -> None:
        self.app = app
        self.tokens = tokens
        self._began, self._then = time.monotonic(), now
        self._lock = threading.Lock()
        self._tries = 0

    def token(self) -> str:
        """One that holds for a while. Raises MailTrouble."""
        with self._lock:
            if not self.tokens.fresh(self._now()):
                self.tokens = google.refreshed(self.app, self.tokens, self._now())
            return self.tokens.access

    def renew(self, refused: str) -> None:
        """Replace a token that was refused, unless somebody did already. Raises MailTrouble."""
        with self._lock:
            if self.tokens.access != refused:
                return
            self._tries += 1
            if self._tries > 2:
                raise AccessLost("Google refuses even new tokens")
            self.tokens = google.refreshed(self.app, self.tokens, self._now())

    def _now(self) -> datetime:
        return self._then + timedelta(seconds=time.monotonic() - self._began)
