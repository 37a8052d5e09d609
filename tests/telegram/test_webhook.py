"""The webhook: its secret, what is no update, and that only what is written down is answered with 200."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import httpx
import pytest

from bot.http import HttpService, build
from bot.metrics import Metrics
from bot.settings import Http
from bot.telegram.channel import PATH, SECRET_HEADER
from tests.telegram_house import ANNA, TelegramHouse
from tests.telegram_http import Server


class Web:
    """The endpoints of a channel in a thread; their port is known before the channel is there."""

    def __init__(self) -> None:
        self.service = HttpService(Http(port=0), build([], dict, Metrics()))
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=(self.service.start(),), daemon=True)
        self.thread.start()
        while not self.service.ready:
            self.thread.join(0.01)

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self.service.stop(), self.loop).result(10)
        self.thread.join(10)
        self.loop.close()


@pytest.fixture
def web() -> Iterator[Web]:
    found = Web()
    yield found
    found.close()


@pytest.fixture
def hooked(serving: Callable[..., TelegramHouse], web: Web) -> TelegramHouse:
    """The channel behind its webhook."""
    house = serving(public_url=f"http://127.0.0.1:{web.service.port}")
    web.service.application.router.routes.extend(house.channel.routes)
    house.until(lambda: bool(house.server.telegram.webhook))
    return house


def test_updates_come_by_webhook(hooked: TelegramHouse, server: Server) -> None:
    assert server.telegram.webhook["url"].endswith(PATH) and server.telegram.webhook["secret_token"] == "s3cret"
    anna = hooked.person()
    assert "Logged: Stripe" in anna.say("applied to Stripe as cook")
    assert anna.press("Undo")["text"].startswith("Taken back")
    update = server.telegram.updates[0]
    assert server.telegram.call_webhook(update) == 200
    hooked.settle()
    assert hooked.companies() == [] and len(server.telegram.sent(ANNA)) == 1


def test_what_is_refused(hooked: TelegramHouse, server: Server) -> None:
    anna = hooked.person()
    update = {"update_id": 1, "message": anna.message(text="applied to Stripe as cook")}
    assert server.telegram.call_webhook(update, secret="wrong") == 403
    assert server.telegram.call_webhook(update, secret="") == 403
    url, secret = server.telegram.webhook["url"], {SECRET_HEADER: "s3cret"}
    for body, status in ((b"{", 400), (b"[]", 400), (b"{}", 400), (b"[" * 100_000, 400), (b"x" * 1_000_001, 413)):
        assert httpx.post(url, content=body, headers=secret).status_code == status
    assert httpx.post(url, json={"update_id": 2, "message": {"chat": 5}}, headers=secret).status_code == 200
    assert httpx.get(url).status_code == 405
    hooked.settle()
    assert hooked.companies() == [] and server.telegram.sent(ANNA) == []
