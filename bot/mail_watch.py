"""Mail servers that tell by themselves when a mail comes (IDLE): the mailbox is due at once; knows no protocol."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from datetime import datetime

from scheduler.sources import open_source
from storage import mailboxes
from storage.mailboxes import Kind, Mailbox, State
from tools.clients.imap import Imap
from tools.clients.trouble import MailTrouble
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
AT_MOST = 40  # mailboxes, each with a connection and a thread
BREATH = 60.0  # seconds between two looks which mailboxes there are
WAIT = 25 * 60.0  # seconds: a server may hang up after half an hour
REST = 10 * 60.0  # seconds after something went wrong, or where a server tells nothing


class MailWatch:
    """A service of `jobbot run`: waits at the servers of IMAP mailboxes, until it is stopped."""

    name = "mail-watch"
    ready = True

    def __init__(self, toolbox: Toolbox, clock: Callable[[], datetime]) -> None:
        self.toolbox = toolbox
        self.clock = clock
        self.ending = threading.Event()
        self._waiting: dict[int, threading.Thread] = {}

    async def start(self) -> None:
        """Wait until `stop`."""
        while not self.ending.is_set():
            await asyncio.to_thread(self._reconcile)
            await asyncio.to_thread(self.ending.wait, BREATH)
        for thread in self._waiting.values():
            await asyncio.to_thread(thread.join)

    async def stop(self) -> None:
        """Let `start` return."""
        self.ending.set()

    def _reconcile(self) -> None:
        """A thread for each mailbox that was read once and has none."""
        with self.toolbox.database.read() as db:
            boxes = [one for one in mailboxes.of_everybody(db) if _waits(one)]
        self._waiting = {number: thread for number, thread in self._waiting.items() if thread.is_alive()}
        for box in boxes[:AT_MOST]:
            if box.id not in self._waiting and not self.ending.is_set():
                self._waiting[box.id] = threading.Thread(
                    target=self._watch, args=(box,), name="mail-watch", daemon=True
                )
                self._waiting[box.id].start()

    def _watch(self, box: Mailbox) -> None:
        """Wait at one server for as long as the mailbox is there and is read."""
        while not self.ending.is_set() and self._is_there(box):
            try:
                came = self._waited(box)
            except MailTrouble as error:
                log.info("mailbox %s cannot be waited for: %s", box.id, type(error).__name__)
                came = None
            except Exception as error:
                log.error("waiting for mailbox %s broke: %s", box.id, type(error).__name__)
                came = None
            if came:
                with self.toolbox.database.write() as db:
                    mailboxes.change(db, box.user_id, box.id, due_at=self.clock())
            elif came is None:
                self.ending.wait(REST)

    def _waited(self, box: Mailbox) -> bool | None:
        source = open_source(self.toolbox, box, self.clock())
        try:
            return source.wait(WAIT, self.ending.is_set) if isinstance(source, Imap) else None
        finally:
            source.close()

    def _is_there(self, box: Mailbox) -> bool:
        with self.toolbox.database.read() as db:
            return any(one.id == box.id and _waits(one) for one in mailboxes.of_person(db, box.user_id))


def _waits(box: Mailbox) -> bool:
    return box.kind == Kind.IMAP and box.state == State.ACTIVE and box.looked_at is not None
