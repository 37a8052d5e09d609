"""The quick look at a program that serves: it answers, it hangs, it is another one, or nothing is there."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import doctor
from bot.checks import serving
from tests.patients import NOW, found


@contextmanager
def listening(answer: bytes | None) -> Iterator[int]:
    """A port on which one call is answered, or taken and never answered."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls: list[socket.socket] = []

        def serve() -> None:
            call = server.accept()[0]
            calls.append(call)
            if answer is not None:
                call.recv(1000)
                call.sendall(answer)
                call.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(5)


def said(folder: Path, port: int, **settings: str) -> list[tuple[str, str]]:
    """What the quick look says of the program that serves."""
    given = {"TELEGRAM_BOT_TOKEN": "123:abc", "JOBBOT_HTTP_PORT": str(port), **settings}
    findings = found(folder, NOW, doctor.QUICK, **given)
    return [(one.level, one.words) for one in findings if one.words.startswith("run:")]


def http(body: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\ncontent-length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    ("answer", "level", "words"),
    [
        (http("ok"), "ok", "it serves on 127.0.0.1"),
        (http("hello"), "bad", "another program answers"),
        (b"garbage\r\n\r\n", "bad", "does not answer"),
        (None, "bad", "does not answer"),
    ],
)
def test_what_listens(
    answer: bytes | None, level: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.2)
    with listening(answer) as port:
        ((found_level, found_words),) = said(tmp_path, port)
    assert found_level == level and words in found_words


def test_where_nothing_listens_or_nothing_would_nothing_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    assert said(tmp_path, free) == [] and said(tmp_path, free, TELEGRAM_BOT_TOKEN="") == []
