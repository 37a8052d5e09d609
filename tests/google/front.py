"""Stands before a Google by others and has what that lacks: whose mailbox it is, batches, faults as a test wants them.

It imitates: getProfile; batches (their parts answered one by one, as Google answers them); a history that does not
reach back (404); 401, 403, 429 and 5xx, of a request or of a part of a batch; an answer that is cut off.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.google.emulated import ANNA, Emulated

PROFILE = "/gmail/v1/users/me/profile"


@dataclass
class Fault:
    """So often a request whose path holds some words is answered with a status instead; `after` so many that pass."""

    holds: str
    status: int
    times: int = 1
    reason: str = ""
    pause: str = ""
    after: int = 0
    inside: bool | None = None


@dataclass(frozen=True)
class Answered:
    """A status, a kind of content, and the content."""

    status: int
    kind: str
    content: bytes
    pause: str = ""


class Front:
    """The server in threads of this process; `asked` is every request that arrived, parts of batches too."""

    def __init__(self, behind: Emulated, address: str = ANNA) -> None:
        self.behind = behind
        self.address = address
        self.faults: list[Fault] = []
        self.asked: list[tuple[str, str]] = []
        self.before: Callable[[str], None] = lambda path: None
        self._lock = threading.Lock()
        handler = type("Bound", (_Handler,), {"front": self})
        self._http = _Quiet(("127.0.0.1", 0), handler)
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def close(self) -> None:
        """Stop listening."""
        self._http.shutdown()
        self._http.server_close()

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes, *, inside: bool = False) -> Answered:
        """What comes of a request, or of a part of a batch."""
        with self._lock:
            self.asked.append((method, path))
            fault = self._fault(path, inside)
        self.before(path)
        if fault is not None:
            return _refused(fault)
        if path.startswith("/batch"):
            return self._batch(headers, body)
        if path.startswith(PROFILE):
            return self._profile(headers)
        return self._passed_on(method, path, headers, body)

    def _fault(self, path: str, inside: bool) -> Fault | None:
        for fault in self.faults:
            if fault.holds in path and fault.times and fault.inside in (None, inside):
                if fault.after:
                    fault.after -= 1
                    continue
                fault.times -= 1
                return fault
        return None

    def _passed_on(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answered:
        connection = HTTPConnection("127.0.0.1", self.behind.port, timeout=30)
        kept = {name: value for name, value in headers.items() if name in ("authorization", "content-type", "accept")}
        connection.request(method, path, body or None, kept)
        answer = connection.getresponse()
        found = Answered(answer.status, answer.getheader("content-type") or "", answer.read())
        connection.close()
        return found

    def _profile(self, headers: dict[str, str]) -> Answered:
        listed = self._passed_on("GET", "/gmail/v1/users/me/history?startHistoryId=1", headers, b"")
        if listed.status != 200:
            return listed
        said = {"emailAddress": self.address, "historyId": json.loads(listed.content)["historyId"]}
        return Answered(200, "application/json", json.dumps(said).encode())

    def _batch(self, headers: dict[str, str], body: bytes) -> Answered:
        whole = message_from_bytes(f"Content-Type: {headers['content-type']}\r\n\r\n".encode() + body, policy=HTTP)
        out = b""
        for part in whole.iter_parts():
            head, _, content = bytes(part.get_payload(decode=True)).replace(b"\r\n", b"\n").partition(b"\n\n")
            first, *lines = head.decode().split("\n")
            method, path, _ = first.split(" ", 2)
            own = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
            said = self.answer(method, path, {**headers, **own}, content, inside=True)
            number = part["content-id"].strip()[1:-1]
            out += _part(number, said)
        return Answered(200, "multipart/mixed; boundary=batch_x", out + b"--batch_x--\r\n")


def _part(number: str, said: Answered) -> bytes:
    pause = f"Retry-After: {said.pause}\r\n" if said.pause else ""
    head = f"--batch_x\r\nContent-Type: application/http\r\nContent-ID: <response-{number}>\r\n\r\n"
    inner = (
        f"HTTP/1.1 {said.status} x\r\nContent-Type: {said.kind}\r\n{pause}Content-Length: {len(said.content)}\r\n\r\n"
    )
    return (head + inner).encode() + said.content + b"\r\n"


def _refused(fault: Fault) -> Answered:
    error: Any = {"code": fault.status, "message": "no", "errors": [{"reason": fault.reason}]}
    if fault.holds.startswith("/oauth2"):
        error = fault.reason
    return Answered(fault.status, "application/json", json.dumps({"error": error}).encode(), fault.pause)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    front: Front

    def log_message(self, *_: Any) -> None:
        """Nothing is written."""

    def _all(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        said = self.front.answer(self.command, self.path, headers, body)
        with suppress(ConnectionError):
            self.send_response(said.status)
            self.send_header("content-type", said.kind)
            self.send_header("content-length", str(len(said.content)))
            if said.pause:
                self.send_header("retry-after", said.pause)
            self.end_headers()
            self.wfile.write(said.content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _all


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None:
        """Whoever hangs up does not matter here."""
