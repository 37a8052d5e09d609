"""The product behind a chat service: the real channel in a thread, with the clock in the test's hand."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from bot import app
from bot.channel import Answering, Channel, Delivery
from bot.metrics import Metrics
from bot.outbox import Outbox, Tally
from bot.reminding import Through
from bot.settings import Settings
from storage import events, users
from tests.talk import NOON
from tools import exports, portable

SOON = 30.0  # seconds; only so that a fault ends the test
C = TypeVar("C", bound=Channel)


class ChatHouse(ABC, Generic[C]):
    """The channel on a database that is there; `service` is its name, `channel` the channel itself."""

    service: str
    channel: C

    def __init__(self, settings: Settings, answer: Answering | None) -> None:
        self.settings = settings
        self.answer = answer
        self.now: datetime = NOON.astimezone(UTC)
        self.app = app.build(settings, self.service.capitalize())
        self.metrics = Metrics()
        self.begun = threading.Event()
        self.failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self.until(lambda: self.begun.is_set() and (self.channel.ready or self.failure is not None))

    @abstractmethod
    def make(self, answer: Answering) -> C:
        """The channel, with whom it asks."""

    @abstractmethod
    def settle(self) -> None:
        """Wait until all that was said is answered."""

    @abstractmethod
    def export(self) -> dict[str, Any]:
        """All that is kept of Anna, in the export form."""

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            self.failure = error
            self.begun.set()

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.channel = self.make(self.metrics.measured(self.answer or self.app.assistant.answer))
        self.begun.set()
        try:
            await self.channel.start()
        finally:
            await self.app.assistant.leave()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true."""
        end = time.monotonic() + SOON
        while not true():
            assert time.monotonic() < end, f"it did not come: {self.failure!r}"
            time.sleep(0.005)

    def is_open(self) -> bool:
        """Whether something that was said is not answered yet."""
        with self.app.database.read() as db:
            return events.has_open(db, self.service)

    def push(self, account: str, said: Any) -> Delivery:
        """Write to a person first."""
        return asyncio.run_coroutine_threadsafe(self.channel.push(account, said), self.loop).result(SOON)

    def tick(self, at: datetime, only: int | None = None) -> Tally:
        """Let the clock beat at an instant, for everybody or one person, as `jobbot run` does."""
        self.now = max(self.now, at.astimezone(UTC))
        channels = {self.channel.name: Through(self.channel)}
        outbox = Outbox(self.app.toolbox, self.app.assistant.bridge, channels)
        return asyncio.run_coroutine_threadsafe(outbox.beat(at, only), self.loop).result(SOON)

    def close(self) -> None:
        """Stop as `jobbot run` does."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self.channel.stop(), self.loop).result(SOON)
            self._thread.join(SOON)
        assert not self._thread.is_alive()
        self.app.close()

    def kept(self, account: str) -> dict[str, Any]:
        """All that is kept of the person behind an account, in the export form."""
        with self.app.database.read() as db:
            found = users.find_user(db, self.service, account)
            if found is None:
                return {"user": {}, "applications": [], "reminders": []}
            form: dict[str, Any] = json.loads(portable.dump(exports.form_of(db, found, self.now)))
            return form
