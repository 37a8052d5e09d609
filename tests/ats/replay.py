"""A system for applicants on loopback: answers by path as a platform would, and with the faults that a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One question: its method, path and parameters, its head by lower-case names, its body, and the target as sent."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: str
    target: str

    @property
    def value(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """One answer; `cut`: so many bytes of it are not sent, though its head promises them."""

    value: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    text: str | None = None
    cut: int = 0

    @property
    def body(self) -> bytes:
        """What is sent."""
        return (json.dumps(self.value) if self.text is None else self.text).encode()


Answers = Callable[[Asked], Answer]


@dataclass
class Replay:
    """The server. `answers` is the platform; a fault answers instead where its words stand in the path."""

    answers: Answers
    url: str = ""
    faults: list[tuple[str, Answer]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answer:
        """What comes of a question."""
        self.asked.append(asked)
        for fault in self.faults:
            if fault[0] in asked.path:
                self.faults.remove(fault)
                return fault[1]
        return self.answers(asked)

    def paths(self) -> list[str]:
        """The paths that were asked for, in their order."""
        return [one.path for one in self.asked]


def _handler(replay: Replay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Nothing is written."""

        def do_GET(self) -> None:
            """The answer to a question."""
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            said = replay.answer(Asked(self.command, parts.path, query, headers, body, self.path))
            with suppress(ConnectionError):
                self.send_response(said.status)
                for name, value in {"Content-Type": "application/json", **said.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body[: len(said.body) - said.cut])
            self.close_connection = self.close_connection or bool(said.cut)

        do_POST = do_GET

    return Handler


@contextmanager
def replayed(answers: Answers) -> Iterator[Replay]:
    """The server while a test runs."""
    replay = Replay(answers)
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(replay))
    http.daemon_threads = True
    replay.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield replay
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
