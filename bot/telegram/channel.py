"""The channel as a part of `jobbot run`: polling or webhook, the inbox between, and pushes; puts its parts together."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from agent.assistant import Said
from bot.access import Access
from bot.app import App
from bot.channel import Answering, ChannelProblem, Clock, Delivered, Delivery, Failed
from bot.http import body_of
from bot.inbox import Inbox
from bot.metrics import Metrics
from bot.settings import Http
from bot.settings import Telegram as TelegramSettings
from bot.telegram import menu
from bot.telegram.arrivals import WANTED, Raw, arrival
from bot.telegram.polling import Election, Poller
from bot.telegram.sending import Bot, Sender, outcome_of
from bot.telegram.turns import CHANNEL, Me, Turns
from storage.events import Event

log = logging.getLogger(__name__)

PATH = "/telegram/webhook"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a name, not a secret
UNKNOWN = (
    "Telegram does not know the token in TELEGRAM_BOT_TOKEN. Copy it again from @BotFather: /mybots, your bot, "
    "API Token."
)


def make_bot(settings: TelegramSettings) -> Bot:
    """The client of the server, with the limiter of its rates; our own code waits and tries again."""
    request = HTTPXRequest(connection_pool_size=64, connect_timeout=10, read_timeout=20, pool_timeout=20)
    return ExtBot(
        settings.token, base_url=f"{settings.api_url}/bot", base_file_url=f"{settings.api_url}/file/bot",
        request=request, get_updates_request=HTTPXRequest(), rate_limiter=AIORateLimiter(),
    )  # fmt: skip


class Telegram:
    """Serves one bot; see bot.channel.Channel."""

    name = CHANNEL

    def __init__(
        self, settings: TelegramSettings, http: Http, app: App, answer: Answering, metrics: Metrics, clock: Clock
    ) -> None:
        self.settings = settings
        self.webhook = f"{http.public_url}{PATH}" if http.public_url else ""
        self.database = app.database
        self.toolbox = app.toolbox
        self.answer = answer
        self.clock = clock
        self.access = Access(app.database, CHANNEL, settings.allowed, open=False)
        self.sender = Sender(make_bot(settings), metrics)
        self.routes = [Route(PATH, self._called, methods=["POST"])]
        self._inbox: Inbox | None = None
        self._poller: Poller | None = None
        self._me: Me | None = None
        self._hooked = False
        self._ending = asyncio.Event()
        self._acknowledging: set[asyncio.Task[None]] = set()

    @property
    def ready(self) -> bool:
        """Whether updates come in, or would if another process did not poll."""
        polls = self._poller is not None and (self._poller.polling or self._poller.waiting)
        return self._me is not None and (self._hooked or polls)

    async def start(self) -> None:
        """Serve until `stop`. Raises ChannelProblem for a token that the server does not know."""
        self._ending.clear()
        bot = make_bot(self.settings)
        self.sender = Sender(bot, self.sender.metrics)
        try:
            await bot.initialize()
            await self._start(bot)
        except InvalidToken:
            raise ChannelProblem(UNKNOWN) from None
        finally:
            await bot.shutdown()

    async def _start(self, bot: Bot) -> None:
        me = Me(bot.id, bot.username or "")
        turns = Turns(me, self.sender, self.toolbox, self.access, self.answer, self.clock)

        async def handle(event: Event) -> None:
            try:
                await turns.handle(event, inbox)
            except Exception as error:
                self.sender.metrics.failed(CHANNEL, error)
                raise

        self._inbox = inbox = Inbox(self.database, CHANNEL, handle, self.clock)
        try:
            with suppress(TelegramError):
                await menu.publish(bot, self.toolbox.catalog)
            self._me = me
            await inbox.work_beside(self._take_in(), self._ending)
        finally:
            self._me = self._poller = None
            self._hooked = False
            inbox.close()

    async def stop(self) -> None:
        """Take in nothing new; the turns in hand are finished."""
        self._ending.set()

    async def push(self, account: str, said: Said) -> Delivery:
        """Write to a person first."""
        if self._me is None:
            return Failed("the bot is not connected")
        try:
            await self.sender.answers(int(account), said.answers)
            return Delivered()
        except TelegramError as error:
            outcome = outcome_of(error)
            self.sender.metrics.delivered(CHANNEL, outcome)
            return outcome
        except (OSError, ValueError) as error:
            # A file that is not there any more, or an account that is no number.
            return Failed(type(error).__name__)

    async def show(self, account: str, words: str, message: str) -> str:
        """Write plain words, in place of a message where one is named. Raises TelegramError."""
        if message:
            await self.sender.edit(int(account), int(message), words)
            return message
        return str((await self.sender.bot.send_message(int(account), words)).message_id)

    async def _take_in(self) -> None:
        bot = self.sender.bot
        if self.webhook:
            await bot.set_webhook(self.webhook, secret_token=self.settings.secret, allowed_updates=list(WANTED))
            self._hooked = True
            log.info("telegram: the webhook is set")
            await asyncio.Event().wait()
        with suppress(TelegramError):
            # Where it cannot be taken away, polling says so: a conflict.
            await bot.delete_webhook()
        election = Election(self.database, bot.id)
        self._poller = Poller(bot, election, self._keep)
        try:
            await self._poller.run()
        finally:
            await election.leave()

    async def _keep(self, updates: list[Raw]) -> None:
        """Write updates down; presses are acknowledged at once, so that the button stops blinking."""
        assert self._me is not None and self._inbox is not None
        arrived = [one for raw in updates if (one := arrival(raw, self._me.id, self._me.name)) is not None]
        await self._inbox.receive(arrived)
        for raw in updates:
            if "callback_query" in raw:
                task = asyncio.create_task(self._acknowledge(raw["callback_query"]["id"]))
                self._acknowledging.add(task)
                task.add_done_callback(self._acknowledging.discard)

    async def _acknowledge(self, query: str) -> None:
        # A press that is too old to be acknowledged is acted on all the same.
        with suppress(TelegramError):
            await self.sender.bot.answer_callback_query(query)

    async def _called(self, request: Request) -> Response:
        """The webhook: only what is written down is answered with 200."""
        given = request.headers.get(SECRET_HEADER, "")
        if not self.webhook or not hmac.compare_digest(given.encode(), self.settings.secret.encode()):
            return Response(status_code=403)
        if self._me is None:
            return Response(status_code=503)
        try:
            raw = json.loads(await body_of(request))
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(raw, dict) or "update_id" not in raw:
            return Response(status_code=400)
        await self._keep([raw])
        return Response(status_code=200)
