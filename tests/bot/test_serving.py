"""The HTTP endpoints, the supervisor, the logs and the figures of `jobbot run`."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
from datetime import UTC, datetime

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from agent.assistant import Message, Said
from bot import logs, supervisor
from bot.channel import ChannelProblem, Delivered, Failed, Gone
from bot.http import HttpService, body_of, build
from bot.metrics import Metrics
from bot.settings import Http
from bot.supervisor import Supervisor


async def echoed(request: Request) -> Response:
    return PlainTextResponse(await body_of(request, 100))


async def broken(request: Request) -> Response:
    raise ValueError("a secret")


async def asked(ready: bool = True) -> dict[str, httpx.Response]:
    """What the endpoints answer."""
    routes = [Route("/echo", echoed, methods=["POST"]), Route("/broken", broken)]
    application = build(routes, lambda: {"database": True, "telegram": ready}, Metrics())
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://t") as client:
        paths = ("/healthz", "/readyz", "/metrics", "/broken", "/nothing", "/echo")
        found = {path: await client.get(path) for path in paths}
        found["small"] = await client.post("/echo", content=b"x" * 100)
        found["large"] = await client.post("/echo", content=b"x" * 101)
        return found


def test_the_endpoints() -> None:
    found = asyncio.run(asked())
    codes = {path: answer.status_code for path, answer in found.items()}
    assert codes == {
        "/healthz": 200, "/readyz": 200, "/metrics": 200, "/broken": 500, "/nothing": 404, "/echo": 405, "small": 200,
        "large": 413,
    }  # fmt: skip
    assert found["/readyz"].json() == {"database": True, "telegram": True}
    assert not any("secret" in answer.text or "Traceback" in answer.text for answer in found.values())
    assert asyncio.run(asked(ready=False))["/readyz"].status_code == 503


def test_figures_without_words() -> None:
    metrics = Metrics()
    for delivery in (Delivered(), Failed("network"), Gone("blocked")):
        metrics.delivered("telegram", delivery)
    metrics.failed("telegram", ValueError("a secret"))
    text = metrics.text().decode()
    assert 'jobbot_deliveries_total{channel="telegram",outcome="gone"} 1.0' in text
    assert 'jobbot_errors_total{kind="ValueError",where="telegram"} 1.0' in text and "secret" not in text


def test_turns_are_counted_and_timed_with_what_a_model_was_asked() -> None:
    async def answer(message: Message, sink: object = None) -> Said:
        return Said((), model_calls=2, tokens=700)

    metrics = Metrics()

    async def turn() -> None:
        message = Message("slack", "T1:UANNA", datetime(2026, 11, 20, tzinfo=UTC), text="a secret")
        await metrics.measured(answer)(message, None)

    asyncio.run(turn())
    text = metrics.text().decode()
    for line in (
        'jobbot_turns_total{channel="slack"} 1.0', 'jobbot_turn_seconds_count{channel="slack"} 1.0',
        "jobbot_model_calls_total 2.0", "jobbot_model_tokens_total 700.0",
    ):  # fmt: skip
        assert line in text
    assert "secret" not in text and "UANNA" not in text


class Part:
    """A service that fails a few times, and then serves."""

    def __init__(self, name: str, failures: int = 0, problem: str = "") -> None:
        self.name = name
        self.failures = failures
        self.problem = problem
        self.starts = 0
        self.ready = False
        self.ending = asyncio.Event()

    async def start(self) -> None:
        self.starts += 1
        if self.problem:
            raise ChannelProblem(self.problem)
        if self.starts <= self.failures:
            raise ValueError("a secret")
        self.ready = True
        await self.ending.wait()

    async def stop(self) -> None:
        self.ending.set()


def test_one_that_fails_is_started_again_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE", 0.01)

    async def play() -> list[int]:
        steady, weak = Part("slack"), Part("telegram", failures=2)
        keeper = Supervisor([steady, weak], Metrics())
        running = asyncio.create_task(keeper.run())
        async with asyncio.timeout(10):
            while not weak.ready:
                await asyncio.sleep(0.01)
        assert keeper.ready() == {"slack": True, "telegram": True}
        keeper.stop()
        await running
        return [steady.starts, weak.starts]

    assert asyncio.run(play()) == [1, 3]


def test_the_only_channel_that_cannot_begin_ends_the_program() -> None:
    async def play(*parts: Part) -> None:
        await Supervisor(parts, Metrics()).run()

    with pytest.raises(ChannelProblem, match="token"):
        asyncio.run(play(Part("http"), Part("telegram", problem="Check the token.")))


def test_a_port_that_is_taken_is_said() -> None:
    async def play() -> None:
        one = HttpService(Http(port=0), build([], dict, Metrics()))
        serving = asyncio.create_task(one.start())
        async with asyncio.timeout(10):
            while not one.ready:
                await asyncio.sleep(0.01)
        with pytest.raises(ChannelProblem, match="JOBBOT_HTTP_PORT"):
            await HttpService(Http(port=one.port), build([], dict, Metrics())).start()
        await one.stop()
        await serving

    asyncio.run(play())


def test_logs_hold_no_token_and_no_words_of_an_error() -> None:
    kept, stream = logging.getLogger().handlers[:], io.StringIO()
    try:
        logs.set_up(stream)
        logging.getLogger("httpx").info("POST https://x/bot1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe")
        log = logging.getLogger("bot.test")
        log.warning("at %s", "/bot1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAA/ and xoxb-12-abc")
        try:
            raise ValueError("what Anna wrote")
        except ValueError:
            log.error("failed", exc_info=sys.exc_info())
    finally:
        logging.getLogger().handlers[:] = kept
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["at /bot***/ and ***", "failed"]
    assert lines[1]["error"] == "ValueError" and lines[1]["place"].startswith("test_serving.py:")
    assert "Anna" not in stream.getvalue()
