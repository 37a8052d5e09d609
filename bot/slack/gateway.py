"""The way in from Slack: what it sends is checked, written into the inbox and only then acknowledged; opens forms."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.channel import Clock
from bot.inbox import Inbox
from bot.render.slack import FORM
from bot.render.slack_home import view as home_view
from bot.slack import board, forms
from bot.slack.arrivals import Me, Raw, account_of, arrival, user_of
from bot.slack.sending import TROUBLE, Sender, code_of
from tools.toolbox import Toolbox
from tools.turn import Answer

log = logging.getLogger(__name__)

NEW = ("log", "new")  # what opens the form behind /jobs
# Bolt and its client write down what they cannot handle, which may be a person's words.
QUIET = logging.getLogger("slack_bolt.quiet")
QUIET.setLevel(logging.CRITICAL + 1)


class Gateway(AsyncMiddleware):
    """Stands before all of Bolt's listeners: those acknowledge an event before they begin."""

    def __init__(self, me: Me, sender: Sender, toolbox: Toolbox, inbox: Inbox, clock: Clock) -> None:
        self.me = me
        self.sender = sender
        self.toolbox = toolbox
        self.inbox = inbox
        self.clock = clock
        self.last_inbound = 0.0  # the loop's time at which something came last
        self._tasks: set[asyncio.Task[None]] = set()
        self._drawing: dict[str, bool] = {}  # whose board is being drawn, and whether it has to be once more

    async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Any) -> BoltResponse:
        """Take a request in; 200 says that it is kept, and Slack sends again what is answered otherwise."""
        self.last_inbound = asyncio.get_running_loop().time()
        try:
            return await self._taken(req.body)
        except Exception as error:
            log.error("slack: an event could not be kept: %s", type(error).__name__)
            self.sender.metrics.failed("slack", error)
            return BoltResponse(status=500, body="")

    async def refresh(self, account: str) -> None:
        """Draw a person's board anew, beside what goes on; never two at once, or the older might come last."""
        if account in self._drawing:
            self._drawing[account] = True
        else:
            self._drawing[account] = True
            self._beside(self._draw(account))

    async def leave(self) -> None:
        """Finish what was begun beside."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)

    async def _taken(self, body: Raw) -> BoltResponse:
        kind = body.get("type")
        if kind == "view_submission":
            return await self._submitted(body)
        form = _form(body)
        if form and await self._opened(body, form):
            return BoltResponse(status=200, body="")
        if form and body.get("type") == "block_actions":
            self._beside(self._closed(body))
        event = body.get("event") or {}
        if event.get("type") == "app_home_opened" and event.get("tab") == "home":
            await self.refresh(account_of(self.me, event["user"]))
        arrived = arrival(body, self.me)
        if arrived is not None:
            await self.inbox.receive([arrived])
        return BoltResponse(status=200, body="")

    async def _submitted(self, body: Raw) -> BoltResponse:
        checked = await asyncio.to_thread(forms.checked, self.toolbox, self.me, body, self.clock())
        if checked is not None and checked.errors:
            answer = json.dumps({"response_action": "errors", "errors": checked.errors})
            return BoltResponse(status=200, body=answer, headers={"content-type": "application/json"})
        if checked is not None and checked.event is not None:
            await self.inbox.receive([checked.event])
        return BoltResponse(status=200, body="")

    async def _opened(self, body: Raw, form: str) -> bool:
        """Whether the form is open: its trigger lives three seconds, so it waits for no turn."""
        account = account_of(self.me, body["user_id"] if "user_id" in body else body["user"]["id"])
        view = await asyncio.to_thread(forms.opened, self.toolbox, account, form)
        if view is None:
            return False
        try:
            await self.sender.client.views_open(trigger_id=body["trigger_id"], view=view)
        except TROUBLE as error:
            log.warning("slack: a form could not be opened: %s", code_of(error))
            return False
        return True

    async def _closed(self, body: Raw) -> None:
        """Say that a form cannot be opened any more; the board, which has nowhere to say it, is drawn anew."""
        if body.get("response_url"):
            await self.sender.aside(body["response_url"], (Answer(text=forms.NO_FORM),))
        else:
            await self.refresh(account_of(self.me, body["user"]["id"]))

    async def _draw(self, account: str) -> None:
        """Publish until nothing has changed meanwhile."""
        try:
            while self._drawing[account]:
                self._drawing[account] = False
                await self._publish(account)
        finally:
            del self._drawing[account]

    async def _publish(self, account: str) -> None:
        shown = await asyncio.to_thread(board.read, self.toolbox, account, self.clock())
        with suppress(*TROUBLE):
            await self.sender.patient(
                lambda: self.sender.client.views_publish(user_id=user_of(account), view=home_view(shown))
            )

    def _beside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("slack: the board could not be drawn: %s", type(error).__name__)
            self.sender.metrics.failed("slack", error)


def _form(body: Raw) -> str:
    """Which form a request asks for; empty for none."""
    if body.get("type") == "shortcut":
        return forms.LOG.name
    if "command" in body:
        return forms.LOG.name if (body.get("text") or "").strip().casefold() in NEW else ""
    actions = body.get("actions") or [{}]
    action = str(actions[0].get("action_id", ""))
    return action.removeprefix(FORM) if body.get("type") == "block_actions" and action.startswith(FORM) else ""


def make_app(client: AsyncWebClient, secret: str, tested: Any, gateway: Gateway) -> AsyncApp:
    """Bolt around the gateway: signatures, the check of the address, and the bot's own messages are its business."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult.from_auth_test_response(
            auth_test_response=tested, bot_token=client.token, user_auth_test_response=None
        )

    app = AsyncApp(
        logger=QUIET,
        client=client,
        authorize=authorize,
        signing_secret=secret or "unused",
        process_before_response=True,
    )
    app.use(gateway)
    return app
