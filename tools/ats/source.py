"""A system for applicants as a source like a mailbox: asked once for a look, its applications handed out as a page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tools.ats import registry
from tools.ats.contract import (
    MOST_APPLICATIONS,
    MOST_ASKED,
    Get,
    Key,
    Reading,
    RemoteApplication,
    Stand,
    Unreadable,
)  # fmt: skip
from tools.clients.mails import Fetched, Page, Span

if TYPE_CHECKING:
    from tools.clients.fetch import Fetches

BACK = timedelta(days=2)  # so much is asked for again: clocks differ, and what is known is left out anyway
PATIENCE = 10.0  # seconds that a look waits where it is asked to; for longer it is made another time
MOST_WAITS = 3
ENOUGH = frozenset((429, 503))
Sleep = Callable[[float], Awaitable[None]]


def ask(key: Key, email: str, since: datetime | None, servers: Mapping[str, str]) -> list[RemoteApplication]:
    """The applications of an address. Raises MailTrouble. It waits for the network: no transaction may be open."""
    reading = registry.PLATFORMS[key.platform].list_applications(key, email, since)
    return asyncio.run(_asked(reading, servers))


async def _asked(reading: Reading, servers: Mapping[str, str]) -> list[RemoteApplication]:
    # Imported here: whoever only connects mailboxes does without it.
    from tools.clients.fetch import Fetcher

    fetcher = Fetcher(servers)
    try:
        return await carried_out(fetcher, reading)
    finally:
        await fetcher.close()


async def carried_out(fetcher: Fetches, reading: Reading, sleep: Sleep = asyncio.sleep) -> list[RemoteApplication]:
    """What a reading comes to, its questions asked one after the other and not without end. Raises MailTrouble."""
    waits = MOST_WAITS
    try:
        get: Get = next(reading)
        for _ in range(MOST_ASKED):
            answer = await fetcher.fetch(get)
            pause = answer.retry_after
            if answer.status in ENOUGH and waits and pause is not None and pause <= PATIENCE:
                waits -= 1
                await sleep(pause)
                continue
            get = reading.send(answer)
        raise Unreadable("its list does not come to an end")
    except StopIteration as end:
        found: list[RemoteApplication] = end.value
        return found[:MOST_APPLICATIONS]


class Applicants:
    """One system, asked for one address."""

    def __init__(self, key: Key, email: str, servers: Mapping[str, str]) -> None:
        self.key, self.email, self.servers = key, email, servers
        self._held: dict[str, RemoteApplication] = {}

    def pages(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """All that changed since the last look, as one page."""
        since = max(span.since, span.looked_at - BACK) if span.looked_at else span.since
        found = ask(self.key, self.email, since, self.servers)
        self._held = {name_of(self.key.platform, one): one for one in found}
        yield Page(tuple(self._held), {}, len(self._held))

    def fetch(self, names: Sequence[str]) -> list[Fetched]:
        """Applications of the page, as text."""
        return [Fetched(name, packed(self._held[name])) for name in names if name in self._held]

    def close(self) -> None:
        """Nothing is held open."""


def name_of(platform: str, one: RemoteApplication) -> str:
    """What tells this news of an application from any other: the same state, since the same instant, is no news."""
    since = one.changed_at.isoformat() if one.changed_at else ""
    state = (platform, one.external_id, one.raw_status, one.raw_stage, one.raw_reason, since, one.stand.status)
    return sha256(json.dumps(state).encode()).hexdigest()


def packed(one: RemoteApplication) -> bytes:
    """An application as text."""
    return json.dumps(asdict(one), default=lambda at: at.isoformat()).encode()


def unpacked(raw: bytes) -> RemoteApplication:
    """The application that was packed."""
    said = json.loads(raw)
    said["stand"] = Stand(**said["stand"])
    for name in ("changed_at", "updated_at"):
        said[name] = datetime.fromisoformat(said[name]) if said[name] else None
    return RemoteApplication(**said)
