"""A small Slack of the project's own: web API, Socket Mode, files and answers by address, strict where Slack is.

It imitates what the real one and local-slack differ in as well: refused tokens, limits, pauses, the assistant pane
and streams. Nothing of it is a stub of our client: it is spoken to over loopback.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
from typing import Any

from aiohttp import WSMsgType, web

from tests.slack_wire import SlackError, check_message, parsed
from tests.slack_workspace import APP_TOKEN, BOT_TOKEN, Workspace

Raw = dict[str, Any]


class SlackServer(Workspace):
    """The workspace, and the server in a thread of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.acknowledged: list[Raw] = []
        self.deaf = False
        self._sockets: list[web.WebSocketResponse] = []
        self._chance = random.Random(5)
        self._waiting: dict[str, asyncio.Future[Raw]] = {}
        self.connections = 0
        self.loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)

    def send(self, kind: str, payload: Raw) -> Raw:
        """Deliver an envelope through the socket; gives what came with its acknowledgement."""
        return asyncio.run_coroutine_threadsafe(self._send(kind, payload), self.loop).result(30)

    def drop(self) -> None:
        """Cut the connection."""
        asyncio.run_coroutine_threadsafe(self._sockets[-1].close(), self.loop).result(10)

    def close(self) -> None:
        """Stop listening."""
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._listen())
        started.set()
        self.loop.run_forever()

    async def _listen(self) -> None:
        app = web.Application(client_max_size=30_000_000)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/socket", self._connected)
        app.router.add_post("/aside/{channel}/{ts}", self._aside)
        app.router.add_post("/upload/{file}", self._uploaded)
        app.router.add_get("/file/{file}", self._file)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields: Raw = {**request.query}
        is_json = "json" in request.content_type
        fields |= await request.json() if is_json else dict(await request.post())
        fields = parsed(fields)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        try:
            if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
                raise SlackError("invalid_auth")
            self.calls.append((method, fields))
            if self.failing[method]:
                raise self.failing[method].pop(0)
            handler = getattr(self, f"do_{method.replace('.', '_')}", None)
            if handler is None:
                raise SlackError("unknown_method")
            scopes = {"x-oauth-scopes": "chat:write,im:history,im:write"}
            return web.json_response({"ok": True, **(handler(fields) or {})}, headers=scopes)
        except SlackError as error:
            headers = {"Retry-After": str(error.wait)} if error.wait else {}
            return web.json_response(
                {"ok": False, "error": error.code}, status=429 if error.wait else 200, headers=headers
            )

    async def _connected(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        self.connections += 1
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                answer = json.loads(message.data)
                waiting = self._waiting.pop(answer["envelope_id"], None)
                self.acknowledged.append(answer)
                if waiting is not None:
                    waiting.set_result(answer.get("payload") or {})
        self._sockets.remove(socket)
        return socket

    async def _send(self, kind: str, payload: Raw) -> Raw:
        if self.deaf:
            return {}
        socket = self._chance.choice(self._sockets)
        self._number += 1
        envelope = f"e{self._number}"
        self._waiting[envelope] = waiting = self.loop.create_future()
        await socket.send_json({"envelope_id": envelope, "type": kind, "payload": payload})
        return await asyncio.wait_for(waiting, 3)

    async def _aside(self, request: web.Request) -> web.Response:
        said = await request.json()
        if request.match_info["ts"] == "gone":
            return web.Response(status=404, text="expired_url")
        check_message(said["text"], said.get("blocks") or [])
        if said.get("replace_original"):
            self.ephemeral[-1] = said
        else:
            self.ephemeral.append(said)
        return web.Response(text="ok")

    async def _uploaded(self, request: web.Request) -> web.Response:
        form = await request.post() if "multipart" in request.content_type else None
        content = await request.read() if form is None else next(iter(form.values())).file.read()  # type: ignore[union-attr]
        self.files[request.match_info["file"]] = content
        return web.Response(text="OK")

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["file"])
        known = request.headers.get("authorization") == f"Bearer {BOT_TOKEN}"
        if content is None or not known:
            return web.Response(text="<html>sign in</html>", content_type="text/html")
        return web.Response(body=content, content_type="application/octet-stream")
