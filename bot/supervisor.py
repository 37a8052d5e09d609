"""Keeps the parts of `jobbot run` alive, each by itself, and stops them in order; knows no platform."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress

from bot import pausing
from bot.channel import ChannelProblem, Service
from bot.metrics import Metrics

log = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
CALM = 120.0  # seconds after which a failure counts as the first one again
GRACE = 25.0  # seconds for the turns in hand


class Supervisor:
    """Runs services side by side: one that fails is started again after a pause, the others go on."""

    def __init__(self, services: Sequence[Service], metrics: Metrics) -> None:
        self.services = services
        self.metrics = metrics
        self.problems: dict[str, str] = {}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let `run` end: nothing new is begun, and what is in hand is finished."""
        self._stopping.set()

    def ready(self) -> dict[str, bool]:
        """Each service by its name, and whether it can work."""
        return {service.name: service.ready for service in self.services}

    async def run(self) -> None:
        """Serve until `stop`. Raises ChannelProblem when none of the services can ever begin."""
        keepers = [asyncio.create_task(self._keep(service)) for service in self.services]
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait([stopping, *keepers], return_when=asyncio.FIRST_COMPLETED)
            if not self._stopping.is_set():
                # A keeper ends by itself only for a problem that nobody but the owner can mend.
                await next(task for task in keepers if task.done())
        finally:
            self._stopping.set()
            await self._end(keepers)
            stopping.cancel()

    async def _end(self, keepers: Sequence[asyncio.Task[None]]) -> None:
        stops = [asyncio.create_task(service.stop()) for service in self.services]
        _, late = await asyncio.wait([*stops, *keepers], timeout=GRACE)
        for task in late:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*keepers, *stops, return_exceptions=True)

    async def _keep(self, service: Service) -> None:
        loop, pause = asyncio.get_running_loop(), FIRST_PAUSE
        while not self._stopping.is_set():
            began = loop.time()
            try:
                self.metrics.up.labels(service.name).set(1)
                await service.start()
                self.problems.pop(service.name, None)
            except ChannelProblem as problem:
                self._unusable(service, problem)
                pause = LONGEST_PAUSE
            except Exception as error:
                self.metrics.failed(service.name, error)
                log.error("%s failed and is started again", service.name, exc_info=error)
            self.metrics.up.labels(service.name).set(0)
            pause = FIRST_PAUSE if loop.time() - began > CALM else pause
            await pausing.wait(self._stopping, pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _unusable(self, service: Service, problem: ChannelProblem) -> None:
        """Say what is wrong; raise when it is wrong with every channel, so that there is nothing to wait for."""
        log.error("%s: %s", service.name, problem)
        self.problems[service.name] = str(problem)
        if service.name == "http" or self.problems.keys() >= {s.name for s in self.services if s.name in CHANNELS}:
            raise problem


CHANNELS = ("telegram", "slack")
