"""A Gmail for the measurement, in a process of its own: 40 ms for each message, batched or not, twenty at a time."""

from __future__ import annotations

import base64
import json
import sys
import threading
import time
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EACH = 0.040  # seconds
AT_ONCE = threading.Semaphore(20)
BODY = "".join(f"line {number} of a letter that is as long as letters are\r\n" for number in range(200))
RAW = base64.urlsafe_b64encode(f"Subject: x\r\n\r\n{BODY}".encode()).decode()


def message(path: str) -> bytes:
    """One message, after its time."""
    with AT_ONCE:
        time.sleep(EACH)
    number = path.rpartition("/")[2].partition("?")[0]
    return json.dumps({"id": number, "threadId": number, "labelIds": ["INBOX"], "raw": RAW}).encode()


def batch(kind: str, body: bytes) -> bytes:
    """The messages that a batch asks for, one after the other."""
    whole = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    out = b""
    for part in whole.iter_parts():
        path = bytes(part.get_payload(decode=True)).split(b" ", 2)[1].decode()
        content = message(path)
        head = f"Content-Type: application/http\r\nContent-ID: <response-{part['content-id'].strip()[1:-1]}>\r\n\r\n"
        inner = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        out += f"--b\r\n{head}{inner}".encode() + content + b"\r\n"
    return out + b"--b--\r\n"


class Handler(BaseHTTPRequestHandler):
    """HTTP around both."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Nothing is written."""

    def do_GET(self) -> None:
        """One message."""
        self._out("application/json", message(self.path))

    def do_POST(self) -> None:
        """A batch."""
        body = self.rfile.read(int(self.headers["content-length"]))
        self._out("multipart/mixed; boundary=b", batch(self.headers["content-type"], body))

    def _out(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    server = _Server(("127.0.0.1", 0), Handler)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
