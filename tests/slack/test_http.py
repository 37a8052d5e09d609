"""Events over HTTP: signed requests are kept before they are answered, others are refused."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tests.slack_house import ANNA, Person, SlackHouse, shown, words
from tests.slack_workspace import TEAM

SECRET = "s3cret"


@pytest.fixture
def bot(serving: Callable[..., SlackHouse]) -> SlackHouse:
    """The channel behind its address."""
    return serving(secret=SECRET)


def signed(body: bytes, secret: str = SECRET, age: float = 0) -> dict[str, str]:
    """The headers with which Slack signs a body."""
    stamp = str(int(time.time() - age))  # noqa: TID251 - Bolt compares it with its own clock
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={digest}"}


def call(bot: SlackHouse, body: bytes, headers: dict[str, str], kind: str = "application/json") -> Response:
    """Send a request to the endpoint."""
    raw = [(name.encode(), value.encode()) for name, value in {**headers, "content-type": kind}.items()]
    scope = {"type": "http", "method": "POST", "path": "/slack/events", "query_string": b"", "headers": raw}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    endpoint: Any = bot.channel.routes[0].endpoint
    answer: Response = asyncio.run_coroutine_threadsafe(endpoint(Request(scope, receive)), bot.loop).result(30)
    return answer


def event(person: Person, text: str) -> bytes:
    """A message as Slack posts it."""
    body = {"type": "event_callback", "team_id": TEAM, "event_id": "Ev1", "event": person.message(text)}
    return json.dumps(body).encode()


def test_an_event_is_kept_and_retries_act_once(bot: SlackHouse) -> None:
    anna = bot.person()
    body = event(anna, "applied to Stripe as cook")
    retry = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    for headers in (retry, {}, retry):
        assert call(bot, body, {**signed(body), **headers}).status_code == 200
    bot.settle()
    assert bot.companies() == ["Stripe"] and len(anna.written()) == 1


def test_what_is_not_signed_is_refused(bot: SlackHouse) -> None:
    body = event(bot.person(), "applied to Stripe as cook")
    for headers in ({}, signed(body, "other"), signed(body, age=600), signed(b"other")):
        assert call(bot, body, headers).status_code == 401
    nonsense = b"\xff\xfe{"
    assert call(bot, nonsense, signed(nonsense)).status_code in (400, 401)
    assert bot.companies() == []


def test_the_address_is_proven(bot: SlackHouse) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "x"}).encode()
    answer = call(bot, body, signed(body))
    assert answer.status_code == 200 and b"abc" in bytes(answer.body)


def test_commands_and_presses_come_as_forms(bot: SlackHouse) -> None:
    anna = bot.person()
    command = {
        "command": "/jobs", "text": "applied to Stripe as cook", "user_id": ANNA, "channel_id": anna.chat,
        "team_id": TEAM, "trigger_id": "t", "response_url": "https://x",
    }  # fmt: skip
    body = urlencode(command).encode()
    form = "application/x-www-form-urlencoded"
    assert call(bot, body, signed(body), form).status_code == 200
    bot.settle()
    card, button = anna.buttons()[0]
    press = {
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": ANNA}, "trigger_id": "t",
        "actions": [{**button, "action_ts": "1"}],
        "container": {"type": "message", "message_ts": card["ts"], "channel_id": anna.chat},
    }  # fmt: skip
    body = urlencode({"payload": json.dumps(press)}).encode()
    assert call(bot, body, signed(body), form).status_code == 200
    bot.settle()
    assert words(anna.written()).startswith("Taken back") and shown(card)


def test_what_cannot_be_kept_is_asked_for_again(bot: SlackHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    body = event(bot.person(), "applied to Stripe as cook")
    assert bot.channel.gateway is not None

    async def broken(_: object) -> int:
        raise OSError("no space")

    monkeypatch.setattr(bot.channel.gateway.inbox, "receive", broken)
    assert call(bot, body, signed(body)).status_code == 500
    monkeypatch.undo()
    assert call(bot, body, signed(body)).status_code == 200
    bot.settle()
    assert bot.companies() == ["Stripe"]
