"""What loads behind the prompt: the parts of the program are built in a thread while the person reads and types."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.console.exchange import Exchange

LONGEST_END = 5.0  # seconds that an end waits for a beginning that is still under way


class Behind:
    """What was built, when it is."""

    def __init__(self, build: Callable[[], Exchange]) -> None:
        self.build = build
        self.future: Future[Exchange] = Future()
        # From here on nobody's waiting, when it is given up, gives up the building.
        self.future.set_running_or_notify_cancel()
        self.thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to build, once."""
        if self.thread is None:
            self.thread = threading.Thread(target=self._work, name="jobbot-start", daemon=True)
            self.thread.start()

    @property
    def is_built(self) -> bool:
        """Whether it is there."""
        return self.future.done() and self.future.exception() is None

    async def built(self) -> Exchange:
        """It, waited for. Raises what the building raised."""
        return await asyncio.wrap_future(self.future)

    def close(self) -> None:
        """Give back what was opened."""
        if self.thread is not None:
            with suppress(Exception):
                self.future.result(LONGEST_END).app.close()

    def _work(self) -> None:
        try:
            self.future.set_result(self.build())
        except BaseException as error:
            self.future.set_exception(error)
