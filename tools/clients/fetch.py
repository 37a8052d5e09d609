"""The one way out to addresses that people, mails and pages name: public hosts only, bounded, and without cookies."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Protocol

import httpcore
import httpx

from tools.clients.bodies import Unreadable, taken, text_of
from tools.clients.network import Checked, Forbidden, Resolve, resolved
from tools.postings.posting import Fetched, Get, Reading, ReadPosting

AGENT = "Mozilla/5.0 (compatible; Jobbot/0.1)"
ACCEPT = {True: "application/json", False: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"}
REDIRECTS = frozenset((301, 302, 303, 307, 308))
TOLD = frozenset(("link", "x-bamboohr-error-message"))
MOST_HOPS = 5
NETWORK = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError)


@dataclass(frozen=True)
class Limits:
    """How much of an answer is taken (bytes), how long all of it may take, and how long one step of it (seconds)."""

    bytes: int = 12_000_000
    seconds: float = 20.0
    step: float = 8.0
    connections: int = 20


class Fetcher:
    """Fetches pages for one running loop. `overrides`: for each platform another server, as the operator set it; those
    are the operator's own choice and may stand anywhere. No proxy of the environment is used: it would resolve anew."""

    def __init__(
        self, overrides: Mapping[str, str] | None = None, limits: Limits | None = None, resolve: Resolve = resolved
    ) -> None:
        self.overrides = {name: url.rstrip("/") for name, url in (overrides or {}).items()}
        self.limits = limits or Limits()
        secure, most = _trusted(), self.limits.connections
        self._checked = httpcore.AsyncConnectionPool(secure, max_connections=most, network_backend=Checked(resolve))
        self._own = httpcore.AsyncConnectionPool(secure, max_connections=most)

    async def close(self) -> None:
        """Close all connections."""
        await self._checked.aclose()
        await self._own.aclose()

    async def fetch(self, get: Get) -> Fetched:
        """What an address answers, at the end of its redirects; never raises, `trouble` says what went wrong."""
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._followed(get)
        except (TimeoutError, httpcore.TimeoutException):
            return Fetched(url=get.url, trouble="it did not answer in time")
        except Forbidden:
            return Fetched(url=get.url, trouble="it is no public address")
        except Unreadable as error:
            return Fetched(url=get.url, trouble=str(error))
        except NETWORK:
            return Fetched(url=get.url, trouble="it could not be reached")
        except (httpx.InvalidURL, ValueError):
            return Fetched(url=get.url, trouble="it is no web address")

    async def _followed(self, get: Get) -> Fetched:
        asked = httpx.URL(get.url)
        own = self.overrides.get(get.platform or "")
        url = httpx.URL(own + asked.raw_path.decode("ascii")) if own else asked
        home = _origin(url) if own else None
        for _ in range(MOST_HOPS + 1):
            if url.scheme not in ("http", "https") or not url.host:
                raise Forbidden(url.scheme)
            answer, onward = await self._once(url, get, self._own if _origin(url) == home else self._checked)
            if onward is None:
                return answer
            url = url.join(onward)
        return Fetched(url=get.url, trouble="it sends us round in circles")

    async def _once(self, url: httpx.URL, get: Get, pool: httpcore.AsyncConnectionPool) -> tuple[Fetched, str | None]:
        """One answer, and where it sends us instead."""
        headers = _headers(url, get)
        step = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.limits.step)}
        where = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        async with pool.stream(get.method, where, headers=headers, content=get.body, extensions=step) as response:
            said = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in response.headers}
            if response.status in REDIRECTS and said.get("location") and not get.headers:
                return Fetched(response.status), said["location"]
            encoding = said.get("content-encoding", "").strip().lower()
            body = await taken(response.aiter_stream(), encoding, self.limits.bytes)
        kind = said.get("content-type", "")
        return Fetched(
            response.status, text_of(body, kind), str(url), kind.partition(";")[0].strip().lower(),
            etag=said.get("etag"), retry_after=_seconds(said.get("retry-after"), said.get("date")),
            said={name: value for name, value in said.items() if name in TOLD},
        ), None  # fmt: skip


def _headers(url: httpx.URL, get: Get) -> list[tuple[bytes | str, bytes | str]]:
    headers: list[tuple[bytes | str, bytes | str]] = [
        ("Host", url.netloc), ("User-Agent", AGENT), ("Accept-Encoding", "gzip"), ("Accept", ACCEPT[get.json]),
    ]  # fmt: skip
    headers += [("If-None-Match", get.etag)] if get.etag else []
    headers += [("Content-Length", str(len(get.body)))] if get.body is not None else []
    return [*headers, *get.headers]


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are believed; made once, which takes its time."""
    return httpcore.default_ssl_context()


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _seconds(words: str | None, sent: str | None) -> float | None:
    """How long an answer asks to wait: seconds, or an instant against the answer's own date."""
    if not words:
        return None
    if words.strip().isdecimal():
        return float(words.strip()[:9])
    try:
        return max(0.0, (parsedate_to_datetime(words) - parsedate_to_datetime(sent or "")).total_seconds())
    except (TypeError, ValueError):
        return None


class Fetches(Protocol):
    """What fetches pages."""

    async def fetch(self, get: Get) -> Fetched:
        """What an address answers; never raises."""
        ...


async def carried_out(fetcher: Fetches, reading: Reading) -> ReadPosting:
    """What a reader comes to, its pages fetched one after the other."""
    try:
        get = next(reading)
        while True:
            get = reading.send(await fetcher.fetch(get))
    except StopIteration as end:
        found = end.value
        assert isinstance(found, ReadPosting)
        return found
