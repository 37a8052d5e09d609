"""`jobbot doctor` and Telegram: the token, the server, who may write, and the webhook."""

from __future__ import annotations

import asyncio

import pytest

from bot.settings import Http
from bot.settings import Telegram as Settings
from bot.telegram.checkup import findings
from tests.telegram_http import Server
from tests.telegram_server import TOKEN
from tests.telegram_wire import WireError


def test_all_is_well(server: Server) -> None:
    found = asyncio.run(findings(Settings(TOKEN, server.url, frozenset(("1", "2"))), Http()))
    assert found == [
        (True, "telegram: @jobs_test_bot answers; updates are fetched by polling; 2 numbers of TELEGRAM_ALLOWED_USERS "
               "are let in, and whoever sends a code of jobbot pair is let in")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("token", "fault", "words"),
    [("1:wrong", None, "BotFather"), (TOKEN, WireError(502, "Bad Gateway"), "cannot be reached")],
)
def test_what_is_wrong_is_said(server: Server, token: str, fault: WireError | None, words: str) -> None:
    server.telegram.faults["getMe"] = [fault] if fault else []
    ((ok, said),) = asyncio.run(findings(Settings(token, server.url), Http()))
    assert not ok and words in said and "wrong" not in said.replace("Check", "")


def test_a_webhook_that_fails(server: Server) -> None:
    server.telegram.webhook = {"url": "https://x"}
    server.telegram.last_error = "Wrong response from the webhook: 502 Bad Gateway"
    found = asyncio.run(findings(Settings(TOKEN, server.url), Http(public_url="https://x.org")))
    assert found[0][0] and "updates come to https://x.org" in found[0][1]
    assert not found[1][0] and "502" in found[1][1] and "JOBBOT_PUBLIC_URL" in found[1][1]
