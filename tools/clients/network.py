"""Connections that may only lead to public addresses: a name is resolved once, checked, and connected to as checked."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpcore

from tools.clients.addresses import is_public

Resolve = Callable[[str, int], Awaitable[list[str]]]
PORTS = frozenset((80, 443, 8080, 8443))


class Forbidden(Exception):
    """An address that must not be connected to."""


async def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system's resolver gives them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Checked(httpcore.AsyncNetworkBackend):
    """Opens connections to hosts that strangers named. What the name means is asked once, and not again between the
    check and the connection."""

    def __init__(self, resolve: Resolve = resolved, inner: httpcore.AsyncNetworkBackend | None = None) -> None:
        self.resolve = resolve
        self.inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of the host that answers; raises Forbidden where one is not public."""
        addresses = await self.resolve(host, port)
        if port not in PORTS or not addresses or not all(is_public(address) for address in addresses):
            raise Forbidden(host)
        failed: Exception = httpcore.ConnectError(host)
        for address in addresses[:3]:
            try:
                return await self.inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never."""
        raise Forbidden(path)

    async def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks for it."""
        await self.inner.sleep(seconds)
