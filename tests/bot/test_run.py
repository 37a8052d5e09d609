"""`jobbot run` and `jobbot pair` as the owner meets them: wrong settings, and a process that serves and stops."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot import settings
from tests.bot.test_cli import Command, data_dir, failed, jobbot
from tests.checkout import ROOT
from tests.model_server import free_port
from tests.telegram_http import Server
from tests.telegram_server import TOKEN

__all__ = ["data_dir", "jobbot"]
NAMES = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_ALLOWED_USERS", "SLACK_BOT_TOKEN", "JOBBOT_PUBLIC_URL")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    yield found
    found.close()


def test_without_a_channel(jobbot: Command) -> None:
    failed(jobbot("run"), "TELEGRAM_BOT_TOKEN", "docs/telegram.md")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hello"),
        ("TELEGRAM_ALLOWED_USERS", "12, @anna"),
        ("TELEGRAM_WEBHOOK_SECRET", "a b"),
        ("TELEGRAM_API_URL", "localhost"),
        ("JOBBOT_HTTP_PORT", "99999"),
        ("JOBBOT_PUBLIC_URL", "ftp://x"),
    ],
)
def test_a_setting_that_cannot_be_read(jobbot: Command, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    failed(jobbot("run"), name)


def test_settings_of_the_channels() -> None:
    found = settings.read(
        {
            "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n", "TELEGRAM_ALLOWED_USERS": "1, 2;3", "JOBBOT_PUBLIC_URL": "https://x.org/",
            "TELEGRAM_API_URL": "http://127.0.0.1:9/", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1",
        }
    )  # fmt: skip
    telegram, slack = found.telegram, found.slack
    assert telegram is not None and slack is not None
    assert (telegram.token, telegram.allowed, telegram.api_url) == (TOKEN, frozenset("123"), "http://127.0.0.1:9")
    assert found.http == settings.Http(public_url="https://x.org") and slack.app_token == "xapp-1"
    assert len(telegram.secret) == 64 and TOKEN not in repr(found) and telegram.secret not in repr(found)


def test_a_token_that_telegram_does_not_know(server: Server, tmp_path: Path) -> None:
    process = started(server, tmp_path, 0, TELEGRAM_BOT_TOKEN="1:wrongwrongwrongwrong")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1 and "wrongwrong" not in errors and "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("jobbot: Telegram does not know the token in TELEGRAM_BOT_TOKEN.")


def started(server: Server, folder: Path, port: int, **more: str) -> subprocess.Popen[str]:
    """The real program."""
    environment = {
        **os.environ, "JOBBOT_DATA_DIR": str(folder), "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url,
        "JOBBOT_HTTP_PORT": str(port), "JOBBOT_OFFLINE": "1", **more,
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=environment, text=True, stderr=subprocess.PIPE
    )


def test_it_serves_and_stops(server: Server, tmp_path: Path) -> None:
    port = free_port()
    process = started(server, tmp_path, port)
    try:
        url = f"http://127.0.0.1:{port}"
        ready = until_ready(f"{url}/readyz", process)
        assert ready == {"database": True, "http": True, "reminders": True, "telegram": True}
        assert httpx.get(f"{url}/healthz").text == "ok"
        assert 'jobbot_service_up{service="telegram"} 1.0' in httpx.get(f"{url}/metrics").text
        assert httpx.post(f"{url}/telegram/webhook", json={"update_id": 1}).status_code == 403
    finally:
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0 and TOKEN not in errors and '"event": "stopped"' in errors


def until_ready(url: str, process: subprocess.Popen[str]) -> dict[str, bool]:
    """What the program says of its parts once all are ready."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            answer = httpx.get(url)
            if answer.status_code == 200:
                found: dict[str, bool] = answer.json()
                return found
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("it never became ready")


def test_pairing_codes(jobbot: Command) -> None:
    status, out, _ = jobbot("pair")
    assert status == 0 and re.match(r"\w{4}-\w{4}\n.*new person", out)
    failed(jobbot("pair", "--user", "nobody"), "nobody")
    jobbot("seed", "--applications", "1")
    assert "one with this person's" in jobbot("pair", "--user", "demo")[1]
