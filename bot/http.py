"""The HTTP endpoints: what the platforms call, health, readiness and figures; knows no platform itself."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channel import ChannelProblem
from bot.metrics import Metrics
from bot.settings import Http

log = logging.getLogger(__name__)

MAX_BODY = 1_000_000  # bytes; a platform's event has some kilobytes
Readiness = Callable[[], dict[str, bool]]


async def body_of(request: Request, limit: int = MAX_BODY) -> bytes:
    """The body of a request. Raises HTTPException 413 as soon as it is longer than the limit, whatever it announced."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise HTTPException(413)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise HTTPException(413)
    return bytes(body)


def build(routes: Sequence[BaseRoute], readiness: Readiness, metrics: Metrics) -> Starlette:
    """The application: `routes` of the channels, and what a watcher asks; no answer tells how we are made."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        parts = await asyncio.to_thread(readiness)
        return JSONResponse(parts, 200 if all(parts.values()) else 503)

    async def figures(_: Request) -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    async def refused(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return PlainTextResponse("", status)

    async def broken(request: Request, error: Exception) -> Response:
        log.error("http: %s on %s", type(error).__name__, request.url.path)
        metrics.failed("http", error)
        return PlainTextResponse("", 500)

    own = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", figures)]
    return Starlette(routes=[*routes, *own], exception_handlers={HTTPException: refused, Exception: broken})


class _Server(uvicorn.Server):
    """uvicorn without hands on the signals: the one who runs us stops us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing is captured."""
        yield


class HttpService:
    """Serves the application as a part of `jobbot run`."""

    name = "http"

    def __init__(self, settings: Http, application: Starlette) -> None:
        self.settings = settings
        self.application = application
        self._server: _Server | None = None

    @property
    def ready(self) -> bool:
        """Whether it listens."""
        return self._server is not None and self._server.started

    @property
    def port(self) -> int:
        """The port that it listens on, also where any free one was asked for."""
        assert self._server is not None
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    async def start(self) -> None:
        """Serve until `stop`. Raises ChannelProblem where the port is taken."""
        config = uvicorn.Config(
            self.application, log_config=None, access_log=False, server_header=False, lifespan="off",
            timeout_graceful_shutdown=5, h11_max_incomplete_event_size=65_536,
        )  # fmt: skip
        self._server = _Server(config)
        with self._socket() as listening:
            await self._server.serve([listening])

    async def stop(self) -> None:
        """Answer what was asked, and end."""
        if self._server is not None:
            self._server.should_exit = True

    def _socket(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self.settings.host else socket.AF_INET
        listening = socket.socket(family)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((self.settings.host, self.settings.port))
            return listening
        except OSError as error:
            listening.close()
            raise ChannelProblem(
                f"Nothing can listen on {self.settings.host}:{self.settings.port} ({error.strerror}). "
                "Set JOBBOT_HTTP_PORT to a free port, or JOBBOT_HTTP_HOST to an address of this machine."
            ) from None
