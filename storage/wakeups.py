"""Hears on PostgreSQL that another process owes something soon; the trigger of the reminders table says so."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from storage.database import Database

log = logging.getLogger(__name__)
CHANNEL = "jobbot_soon"
_PATIENCE = 1.0  # seconds after which it looks whether it shall stop
_AGAIN = 5.0  # seconds until a lost connection is tried again


class Listener:
    """A thread with a connection of its own that calls `heard`, on that thread, when something is due soon.

    On SQLite it does nothing: what another process writes there is found by the sweep.
    """

    def __init__(self, database: Database, heard: Callable[[], None]) -> None:
        self._database = database
        self._heard = heard
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to listen."""
        if self._database.dialect == "postgresql":
            self._thread = threading.Thread(target=self._run, name="jobbot-wakeups", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except Exception as error:
                log.warning("listening for wake-ups broke: %s", type(error).__name__)
                self._stop.wait(_AGAIN)

    def _listen(self) -> None:
        with self._database.engine.connect() as connection:
            autocommit = connection.execution_options(isolation_level="AUTOCOMMIT")
            autocommit.exec_driver_sql(f"LISTEN {CHANNEL}")
            driver: Any = autocommit.connection.driver_connection
            # What was written before we listened.
            self._heard()
            while not self._stop.is_set():
                for _ in driver.notifies(timeout=_PATIENCE, stop_after=1):
                    self._heard()
            autocommit.exec_driver_sql(f"UNLISTEN {CHANNEL}")
