"""The test's Telegram as an HTTP server in threads of this process."""

from __future__ import annotations

import json
import re
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.telegram_server import TOKEN, Message, Telegram
from tests.telegram_wire import WireError, fields_of


class Handler(BaseHTTPRequestHandler):
    """HTTP around the methods."""

    protocol_version = "HTTP/1.1"
    telegram: Telegram

    def log_message(self, *_: Any) -> None:
        """Nothing is written."""

    def do_POST(self) -> None:
        """A method."""
        found = re.fullmatch(r"/bot([^/]+)/(\w+)", self.path)
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            if found is None or found[1] != TOKEN:
                raise WireError(401, "Unauthorized")
            result = self.telegram.answer(found[2], fields_of(self.headers.get("content-type", ""), body))
            self._out(200, {"ok": True, "result": result})
        except WireError as error:
            out = {"ok": False, "error_code": error.code, "description": error.words}
            self._out(error.code, out | ({"parameters": error.parameters} if error.parameters else {}))

    def do_GET(self) -> None:
        """A file."""
        content = self.telegram.files.get(self.path.rpartition("/")[2], b"")
        self.send_response(200)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _out(self, status: int, out: Message) -> None:
        body = json.dumps(out).encode()
        with suppress(ConnectionError):  # who asked may have gone
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)


class _Quiet(ThreadingHTTPServer):
    """Says nothing of those who hang up in the middle."""

    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """They do not matter here."""


class Server:
    """The server in threads of this process."""

    def __init__(self) -> None:
        self.telegram = Telegram()
        handler = type("Bound", (Handler,), {"telegram": self.telegram})
        self._http = _Quiet(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def close(self) -> None:
        """Stop listening."""
        with self.telegram.lock:
            self.telegram.poller += 1
            self.telegram.lock.notify_all()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
