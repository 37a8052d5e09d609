"""A signed Slack event until it is acknowledged, against bare slack-bolt; the write of the inbox apart."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response

from bench.measure import Figure, against
from bot.http import body_of
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.slack.arrivals import Me
from bot.slack.channel import dispatched
from bot.slack.gateway import QUIET, Gateway, make_app
from bot.slack.sending import Sender
from storage.database import Database, migrate, open_database
from storage.events import Incoming
from tools.catalog import default
from tools.toolbox import Toolbox

SECRET = "bench"  # noqa: S105 - signs only what this file sends
START = datetime(2026, 11, 20, 10, tzinfo=UTC)
TESTED = {"team_id": "T1", "user_id": "UBOT", "bot_id": "B1", "team": "Bench", "user": "bench"}
ROUNDS, EVENTS = 7, 2_000
GOAL = 1.25  # of the time, which is 0.8 of the rate
Handled = Callable[[Request], Any]


def run() -> Iterator[Figure]:
    """The way of an event in, without the inbox's own write, which `telegram` measures apart."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        database = open_database(f"sqlite:///{folder}/jobbot.db")
        migrate(database)
        yield _way_in(database)
        database.close()


class _Kept(Inbox):
    """The inbox without its write."""

    async def receive(self, arrived: Sequence[Incoming]) -> int:
        """Nothing is written."""
        return len(arrived)


def _way_in(database: Database) -> Figure:
    requests = [_signed(number) for number in range(EVENTS)]
    ours, theirs = _ours(database), _theirs()
    ratio, own, other = against(
        lambda: asyncio.run(_all(ours, requests)), lambda: asyncio.run(_all(theirs, requests)), ROUNDS
    )
    note = f"{EVENTS / own:.0f} and {EVENTS / other:.0f} events a second, ours without the inbox's write"
    return Figure("slack/way in", ratio, GOAL, note)


def _ours(database: Database) -> Handled:
    sender = Sender(AsyncWebClient(token="bench", logger=QUIET), Metrics())  # noqa: S106 - none
    inbox = _Kept(database, "slack", _nothing, lambda: START)
    gateway = Gateway(Me("T1", "UBOT"), sender, Toolbox(database, default()), inbox, lambda: START)
    app = make_app(sender.client, SECRET, TESTED, gateway)

    async def handle(request: Request) -> Response:
        return await dispatched(app, request, await body_of(request))

    return handle


def _theirs() -> Handled:
    """Bolt as its pages show it: one listener for messages that does nothing."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_id="B1", bot_token="bench")  # noqa: S106

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, logger=QUIET)
    app.event("message")(_listener)
    return AsyncSlackRequestHandler(app).handle


async def _listener(event: dict[str, Any]) -> None:
    """Does nothing."""


async def _nothing(_: Any) -> None:
    """Does nothing."""


async def _all(handle: Handled, requests: Sequence[tuple[bytes, dict[str, Any]]]) -> None:
    for body, scope in requests:

        async def receive(body: bytes = body) -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        answer = await handle(Request(scope, receive))
        assert answer.status_code == 200
    await asyncio.sleep(0)


def _signed(number: int) -> tuple[bytes, dict[str, Any]]:
    event = {
        "type": "message", "channel": "D1", "channel_type": "im", "user": f"U{number % 50}",
        "ts": f"1790000000.{number:06d}", "text": f"applied to Firm {number} as cook",
    }  # fmt: skip
    body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}", "event": event}).encode()
    stamp = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": "application/json", "x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={digest}",
        "content-length": str(len(body)), "user-agent": "Slackbot 1.0",
    }  # fmt: skip
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return body, {"type": "http", "method": "POST", "path": "/slack/events", "query_string": b"", "headers": raw}
