"""The small Google for sheets on loopback: HTTP in threads of this process; what it answers is the desk's."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from tests.gsheets.desk import Fails, Google

Said = dict[str, Any]


class SheetServer:
    """The service on loopback, in threads of this process."""

    def __init__(self) -> None:
        self.google = Google()
        self.lock = threading.Lock()
        handler = type("Bound", (_Handler,), {"server_of": self})
        self._http = _Quiet(("127.0.0.1", 0), handler)
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def close(self) -> None:
        """Stop listening."""
        self._http.shutdown()
        self._http.server_close()

    def said(self, method: str, path: str, bearer: str, body: bytes) -> tuple[int, Said]:
        """The status and the object that answer a request."""
        try:
            with self.lock:
                self.google.asked.append((method, path))
                if path.startswith("/oauth2/"):
                    form = {name: one[0] for name, one in parse_qs(body.decode()).items()}
                    return 200, (self.google.token if path.endswith("token") else self.google.revoke)(form)
                return 200, self.google.answer(method, path, bearer, json.loads(body or b"{}"))
        except Fails as error:
            if path.startswith("/oauth2/"):
                return error.status, {"error": error.short}
            return error.status, {"error": {"code": error.status, "message": error.words, "status": error.short}}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of: SheetServer

    def log_message(self, *_: Any) -> None:
        """Nothing is written."""

    def _all(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        status, said = self.server_of.said(self.command, self.path, self.headers.get("authorization", ""), body)
        content = json.dumps(said).encode()
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    do_GET = do_POST = _all


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Whoever hangs up does not matter here."""
