"""Fetching unasked, as a guest: few pages of a host at once, none that its rules forbid, and away when it says so."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from tools.clients.fetch import Fetcher
from tools.postings.posting import Fetched, Get

NAME = "Jobbot"
AT_ONCE = 2  # pages of one host
PAUSE = 300.0  # seconds to stay away from a host that has had enough and does not say for how long
LONGEST = 86_400.0
ENOUGH = frozenset((429, 503))
FORBIDDEN = "its site does not want programs there"
WAITING = "its site asked us to wait"


class Polite:
    """A fetcher for one round of looks; servers that the operator set are the operator's own and not spared."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self._gates: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE))
        self._rules: dict[str, asyncio.Task[RobotFileParser | None]] = {}
        self._away: dict[str, float] = {}

    async def fetch(self, get: Get) -> Fetched:
        """What an address answers, or why we did not ask; never raises."""
        if get.platform in self.fetcher.overrides:
            return await self.fetcher.fetch(get)
        host = urlsplit(get.url).netloc
        async with self._gates[host]:
            if host in self._away:
                return Fetched(url=get.url, trouble=WAITING, retry_after=self._away[host])
            if not get.offered and not await self._allowed(get.url):
                return Fetched(url=get.url, trouble=FORBIDDEN)
            fetched = await self.fetcher.fetch(get)
            if fetched.status in ENOUGH:
                self._away[host] = min(fetched.retry_after or PAUSE, LONGEST)
            return fetched

    async def _allowed(self, url: str) -> bool:
        """Whether the rules of a site let us have a page; those that cannot be read forbid it for this time."""
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._rules:
            self._rules[home] = asyncio.create_task(self._read(home))
        rules = await self._rules[home]
        return rules is not None and rules.can_fetch(NAME, url)

    async def _read(self, home: str) -> RobotFileParser | None:
        fetched = await self.fetcher.fetch(Get(f"{home}/robots.txt", json=False))
        if fetched.trouble or fetched.status >= 500 or fetched.status == 429:
            return None
        rules = RobotFileParser()
        rules.parse(fetched.body.splitlines()[:5000] if fetched.status == 200 else [])
        return rules
