"""A server of pages on loopback, for tests of what is fetched: each path with the answers that it is to give."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Page:
    """One answer; `drip`: its bytes come one by one, so many seconds apart."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0


def as_json(data: Any, status: int = 200, **headers: str) -> Page:
    """An answer of JSON."""
    return Page(json.dumps(data).encode(), status, "application/json", headers)


@dataclass
class Web:
    """Pages by path (with or without its query), and what was asked for: the path and the headers.

    `posted`: what was sent, answered by `answers` in their order, the last of them again and again.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""
    answers: list[Page] = field(default_factory=list)
    posted: list[bytes] = field(default_factory=list)

    def page(self, path: str) -> Page:
        """The answer for a path."""
        return self.pages.get(path) or self.pages.get(path.partition("?")[0]) or Page(b"not here", 404)


def _handler(web: Web) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Nothing is written."""

        def do_GET(self) -> None:
            """The page of the path."""
            web.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = web.page(self.path)
            time.sleep(page.delay)
            mark = page.headers.get("ETag")
            unchanged = mark is not None and self.headers.get("If-None-Match") == mark
            with suppress(ConnectionError):  # who asked may have gone
                self.send_response(304 if unchanged else page.status)
                _sent(self, page, unchanged)

        def do_POST(self) -> None:
            """The next answer."""
            web.posted.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            page = web.answers.pop(0) if len(web.answers) > 1 else web.answers[0]
            time.sleep(page.delay)
            with suppress(ConnectionError):
                self.send_response(page.status)
                _sent(self, page, False)

    return Handler


def _sent(handler: BaseHTTPRequestHandler, page: Page, unchanged: bool) -> None:
    body = b"" if unchanged else page.body
    for name, value in {"Content-Type": page.kind, "Content-Length": str(len(body)), **page.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    for byte in body if page.drip else ():
        handler.wfile.write(bytes([byte]))
        time.sleep(page.drip)
    if not page.drip:
        handler.wfile.write(body)


@contextmanager
def serving(pages: dict[str, Page] | None = None) -> Iterator[Web]:
    """A server with these pages, until the end of the block."""
    web = Web(pages or {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(web))
    server.daemon_threads = True
    web.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
