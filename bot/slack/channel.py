"""The channel as a part of `jobbot run`: Socket Mode or HTTP, the inbox between, and pushes."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from agent.assistant import Said
from bot.access import Access
from bot.app import App
from bot.channel import Answering, ChannelProblem, Clock, Delivered, Delivery, Failed
from bot.http import body_of
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.render.slack import escape
from bot.settings import Http
from bot.settings import Slack as SlackSettings
from bot.slack.arrivals import Me
from bot.slack.gateway import QUIET, Gateway, make_app
from bot.slack.members import Members
from bot.slack.sending import TROUBLE, Sender, code_of, outcome_of
from bot.slack.socket import REFUSED, Socket
from bot.slack.turns import CHANNEL, House, Turns
from bot.slack.watchdog import Watchdog
from storage.events import Event

log = logging.getLogger(__name__)

PATH = "/slack/events"
UNKNOWN = (
    "Slack does not take the token in SLACK_BOT_TOKEN ({code}). Copy it again: api.slack.com/apps, your app, "
    "OAuth & Permissions, Bot User OAuth Token; it begins with xoxb-."
)
NO_WAY_IN = (
    "Slack has no way to reach me: set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET and "
    "JOBBOT_PUBLIC_URL for events over HTTP. docs/slack.md shows both."
)


def make_client(settings: SlackSettings, token: str) -> AsyncWebClient:
    """A client of the server for one of the tokens; our own code waits and tries again."""
    where = f"{settings.api_url}/" if settings.api_url else AsyncWebClient.BASE_URL
    return AsyncWebClient(token=token, base_url=where, timeout=20, retry_handlers=[], logger=QUIET)


class Slack:
    """Serves one app in one workspace; see bot.channel.Channel."""

    name = CHANNEL

    def __init__(
        self, settings: SlackSettings, http: Http, app: App, answer: Answering, metrics: Metrics, clock: Clock
    ) -> None:
        self.settings = settings
        self.over_http = bool(settings.signing_secret and http.public_url)
        self.toolbox = app.toolbox
        self.answer = answer
        self.clock = clock
        self.access = Access(app.database, CHANNEL, open=True)
        commands = frozenset(tool.name for tool in app.toolbox.catalog.tools)
        self.sender = Sender(make_client(settings, settings.bot_token), metrics, commands)
        self.routes = [Route(PATH, self._called, methods=["POST"])]
        self.gateway: Gateway | None = None
        self._bolt: AsyncApp | None = None
        self.socket: Socket | None = None
        self._ending = asyncio.Event()

    @property
    def ready(self) -> bool:
        """Whether events come in."""
        return self._bolt is not None and (self.over_http or (self.socket is not None and self.socket.connected))

    async def start(self) -> None:
        """Serve until `stop`. Raises ChannelProblem for tokens that Slack does not take, or where one is missing."""
        self._ending.clear()
        if not self.over_http and not self.settings.app_token:
            raise ChannelProblem(NO_WAY_IN)
        try:
            tested = await self.sender.patient(self.sender.client.auth_test)
        except SlackApiError as error:
            if code_of(error) in REFUSED:
                raise ChannelProblem(UNKNOWN.format(code=code_of(error))) from None
            raise
        await self._start(tested)

    async def _start(self, tested: Any) -> None:
        me = Me(tested["team_id"], tested["user_id"])
        inbox = Inbox(self.toolbox.database, CHANNEL, self._handle, self.clock)
        self.gateway = gateway = Gateway(me, self.sender, self.toolbox, inbox, self.clock)
        members = Members(me, self.sender, self.clock)
        house = House(self.toolbox, self.access, members, self.answer, gateway.refresh)
        self._turns = Turns(me, self.sender, house)
        self._bolt = make_app(self.sender.client, self.settings.signing_secret, tested, gateway)
        self.watchdog = watchdog = Watchdog(me, self.sender, gateway, inbox, self.toolbox.database)
        try:
            await inbox.work_beside(self._take_in(watchdog), self._ending)
        finally:
            self._bolt = None
            await gateway.leave()
            inbox.close()

    async def stop(self) -> None:
        """Take in nothing new; the turns in hand are finished."""
        self._ending.set()

    async def push(self, account: str, said: Said) -> Delivery:
        """Write to a person first."""
        if self._bolt is None:
            return Failed("the app is not connected")
        try:
            await self.sender.answers(await self.sender.chat(account), said.answers)
            return Delivered()
        except TROUBLE as error:
            outcome = outcome_of(error)
            self.sender.metrics.delivered(CHANNEL, outcome)
            return outcome

    async def show(self, account: str, words: str, message: str) -> str:
        """Write plain words, in place of a message where one is named. Raises one of TROUBLE."""
        chat, text = await self.sender.chat(account), escape(words)
        if message:
            await self.sender.client.chat_update(channel=chat, ts=message, text=text)
            return message
        return str((await self.sender.client.chat_postMessage(channel=chat, text=text))["ts"])

    async def _handle(self, event: Event) -> None:
        try:
            await self._turns.handle(event)
        except Exception as error:
            self.sender.metrics.failed(CHANNEL, error)
            raise

    async def _take_in(self, watchdog: Watchdog) -> None:
        assert self._bolt is not None
        if self.over_http:
            log.info("slack: events come to %s", PATH)
            await watchdog.look(_nothing)
            return await watchdog.watch(_nothing)
        client = make_client(self.settings, self.settings.app_token)
        self.socket = socket = Socket(self._bolt, self.settings.app_token, client)
        try:
            await socket.open()
            # What came before this connection is no fault of it.
            await watchdog.look(_nothing)
            await watchdog.watch(socket.renew)
        finally:
            self.socket = None
            await socket.close()

    async def _called(self, request: Request) -> Response:
        """An event over HTTP: Bolt checks its signature, and only what is written down is answered with 200."""
        if not self.over_http:
            return Response(status_code=404)
        if self._bolt is None:
            return Response(status_code=503)
        return await dispatched(self._bolt, request, await body_of(request))


async def dispatched(bolt: AsyncApp, request: Request, body: bytes) -> Response:
    """What Bolt answers to a request."""
    try:
        asked = to_async_bolt_request(request, body)
    except ValueError:
        return Response(status_code=400)
    return to_starlette_response(await bolt.async_dispatch(asked))


async def _nothing() -> None:
    """There is no connection to be made anew."""
