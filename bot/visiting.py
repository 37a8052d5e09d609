"""Postings behind links, read from the network: the client is made when a link is first visited, on that loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tools.asking import Visit
from tools.postings.identify import Identified, identify
from tools.postings.posting import ReadPosting, from_url

if TYPE_CHECKING:
    from tools.clients.fetch import Fetcher
    from tools.clients.polite import Polite

log = logging.getLogger(__name__)
PATIENCE = 15.0  # seconds that a person waits for what stands behind a link
SLOW = "it did not answer in time"


class Visiting:
    """Reads postings. `servers`: for each platform another server, as the operator set it."""

    def __init__(self, servers: Mapping[str, str], patience: float = PATIENCE) -> None:
        self.servers = servers
        self.patience = patience
        self._fetcher: Fetcher | None = None

    async def visit(self, visit: Visit) -> ReadPosting:
        """All that can be read behind a link; never raises."""
        from tools.clients.fetch import carried_out
        from tools.postings.read import read

        found = identify(visit.url)
        try:
            async with asyncio.timeout(self.patience):
                return await carried_out(self.fetcher(), read(found))
        except TimeoutError:
            return ReadPosting(from_url(found), SLOW)
        except Exception as error:
            return _broken(found, error)

    def guest(self) -> Polite:
        """The client for one round of looks that nobody asked for."""
        from tools.clients.polite import Polite

        return Polite(self.fetcher())

    async def check(self, guest: Polite, url: str, etag: str | None) -> ReadPosting:
        """Whether the posting behind a link is still there; never raises."""
        from tools.clients.fetch import carried_out
        from tools.postings.read import check

        found = identify(url)
        try:
            return await carried_out(guest, check(found, etag))
        except Exception as error:
            return _broken(found, error)

    def fetcher(self) -> Fetcher:
        """The one client, with its connections."""
        from tools.clients.fetch import Fetcher

        if self._fetcher is None:
            self._fetcher = Fetcher(self.servers)
        return self._fetcher

    async def leave(self) -> None:
        """Close the connections."""
        held, self._fetcher = self._fetcher, None
        if held is not None:
            await held.close()


def _broken(found: Identified, error: Exception) -> ReadPosting:
    """A fault of ours; what the page says does not belong into a log."""
    log.error("reading a posting broke: %s", type(error).__name__)
    return ReadPosting(from_url(found), "I could not read it")
