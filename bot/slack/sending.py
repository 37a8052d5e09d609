"""Writes answers into Slack: blocks and buttons, files, cards replaced by their outcome; patient with limits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.channel import Delivered, Delivery, Failed, Gone
from bot.metrics import Metrics
from bot.render.slack import FORM, Piece, buttons, escape, offered, pieces
from bot.slack.arrivals import user_of
from tools.turn import Answer, Choice

log = logging.getLogger(__name__)

T = TypeVar("T")
TRIES = 4
LONGEST_WAIT = 60.0  # seconds; a longer pause is the outbox's or the inbox's business
UNREACHED = (ClientError, TimeoutError, OSError)
TROUBLE = (SlackApiError, *UNREACHED)
ABOUT_BLOCKS = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "block_mismatch")
NOT_THERE = ("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "invalid_arguments")
NOBODY = (
    "user_not_found", "users_not_found", "user_disabled", "user_deactivated", "user_not_visible", "cannot_dm_bot",
    "messages_tab_disabled", "channel_not_found", "is_archived", "account_inactive",
)  # fmt: skip


class Sender:
    """Everything that the bot writes goes through here; `commands` are the names of those behind /jobs."""

    def __init__(self, client: AsyncWebClient, metrics: Metrics, commands: Collection[str] = ()) -> None:
        self.client = client
        self.metrics = metrics
        self.commands = commands
        self._chats: dict[str, str] = {}

    async def chat(self, account: str) -> str:
        """The bot's own chat with a person. Raises one of TROUBLE."""
        if account not in self._chats:
            opened = await self.patient(lambda: self.client.conversations_open(users=[user_of(account)]))
            self._chats[account] = opened["channel"]["id"]
        return self._chats[account]

    async def answers(self, channel: str, answers: Sequence[Answer], thread: str = "") -> None:
        """Write answers as new messages. Raises one of TROUBLE."""
        for answer in answers:
            await self._answer(channel, answer, pieces(answer, self.commands), thread)
        self.metrics.delivered("slack", Delivered())

    async def replace(self, channel: str, card: str, answers: Sequence[Answer], thread: str = "") -> None:
        """Put the first answer where a message stands, and write the others below. Raises one of TROUBLE."""
        first, *others = answers
        head, *rest = pieces(first, self.commands) or (Piece((), ""),)
        if not head.plain or not await self._edited(channel, card, head, () if rest else offered(first)):
            return await self.answers(channel, answers, thread)
        if rest or first.files:
            await self._answer(channel, first, rest, thread)
        await self.answers(channel, others, thread)

    async def aside(self, url: str, answers: Sequence[Answer], *, replace: bool = False) -> bool:
        """Answer for one person's eyes alone, by the address that came with what they did; False when it is over."""
        webhook = AsyncWebhookClient(url, timeout=10)
        for answer in answers:
            parts = pieces(answer, self.commands)
            for number, piece in enumerate(parts, 1):
                choices = offered(answer) if number == len(parts) else ()
                if not await self._aside(webhook, piece, choices, replace):
                    return False
                replace = False
        self.metrics.delivered("slack", Delivered())
        return True

    async def note(self, channel: str, thread: str, text: str) -> None:
        """Plain words in a thread that others read as well; a channel that cannot be written to is left alone."""
        try:
            await self._post(channel, Piece((), text), (), thread)
        except SlackApiError as error:
            log.info("slack: a channel cannot be answered: %s", code_of(error))

    async def whisper(self, channel: str, account: str, text: str, thread: str) -> None:
        """Plain words in a channel for one person's eyes alone; where that cannot be, nothing is said."""
        try:
            await self.patient(
                lambda: self.client.chat_postEphemeral(
                    channel=channel, user=user_of(account), text=escape(text), thread_ts=thread or None
                )
            )
        except SlackApiError as error:
            log.info("slack: somebody cannot be told in a channel: %s", code_of(error))

    async def patient(self, send: Callable[[], Awaitable[T]]) -> T:
        """What `send` gives; pauses as the server asks, tries a broken line again. Raises one of TROUBLE."""
        for left in range(TRIES - 1, -1, -1):
            try:
                return await send()
            except SlackApiError as error:
                wait = pause_of(error)
                if not left or wait is None or wait > LONGEST_WAIT:
                    raise
                log.info("slack asks for a pause of %s s", wait)
            except UNREACHED as error:
                wait = 2.0 ** (TRIES - 1 - left) / 2
                if not left:
                    raise
                log.warning("slack cannot be reached: %s", type(error).__name__)
            await asyncio.sleep(wait)
        raise AssertionError("the last try returns or raises")

    async def _answer(self, channel: str, answer: Answer, parts: Sequence[Piece], thread: str) -> None:
        for number, piece in enumerate(parts, 1):
            await self._post(channel, piece, offered(answer) if number == len(parts) else (), thread)
        for path in answer.files:
            await self._file(channel, Path(path), thread)

    async def _post(self, channel: str, piece: Piece, choices: Sequence[Choice], thread: str) -> None:
        async def post(**content: Any) -> Any:
            return await self.client.chat_postMessage(
                channel=channel, thread_ts=thread or None, unfurl_links=False, unfurl_media=False, mrkdwn=False,
                **content,
            )  # fmt: skip

        await self._shown(post, piece, choices)

    async def _edited(self, channel: str, card: str, piece: Piece, choices: Sequence[Choice]) -> bool:
        """Whether the message shows the piece now; False when it cannot be changed any more."""

        async def update(**content: Any) -> Any:
            return await self.client.chat_update(channel=channel, ts=card, **content)

        try:
            await self._shown(update, piece, choices)
        except SlackApiError as error:
            if code_of(error) not in NOT_THERE:
                raise
            return False
        return True

    async def _shown(self, send: Callable[..., Awaitable[Any]], piece: Piece, choices: Sequence[Choice]) -> None:
        """Send a piece as blocks; a server that takes none of them gets it in words."""
        blocks = [*piece.blocks, *buttons(choices)]
        try:
            await self.patient(lambda: send(text=escape(piece.plain), blocks=blocks))
        except SlackApiError as error:
            if code_of(error) not in ABOUT_BLOCKS:
                raise
            log.warning("slack refused the blocks of an answer; sent as plain text")
            await self.patient(lambda: send(text=escape(in_words(piece, choices)), blocks=[]))

    async def _aside(self, webhook: AsyncWebhookClient, piece: Piece, choices: Sequence[Choice], replace: bool) -> bool:
        blocks = [*piece.blocks, *buttons(choices)]
        for content in ({"text": escape(piece.plain), "blocks": blocks}, {"text": escape(in_words(piece, choices))}):
            try:
                answered = await webhook.send(response_type="ephemeral", replace_original=replace, **content)
            except UNREACHED:
                return False
            if answered.status_code == 200:
                return True
        return False

    async def _file(self, channel: str, path: Path, thread: str) -> None:
        content = await asyncio.to_thread(path.read_bytes)
        await self.patient(
            lambda: self.client.files_upload_v2(
                channel=channel, thread_ts=thread or None, filename=path.name, title=path.name, content=content
            )
        )


def in_words(piece: Piece, choices: Sequence[Choice]) -> str:
    """A piece without blocks: what its buttons offer can be typed; a form cannot."""
    labels = " / ".join(choice.label for choice in choices if not choice.id.startswith(FORM))
    return f"{piece.plain}\n({labels})" if labels else piece.plain


def code_of(error: BaseException) -> str:
    """The word with which Slack names an error."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    data = error.response.data if hasattr(error.response, "data") else error.response
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def pause_of(error: SlackApiError) -> float | None:
    """The seconds that the server asks to wait, a little for a fault of its own; None where waiting does not help."""
    status = getattr(error.response, "status_code", 200)
    if status == 429 or code_of(error) in ("ratelimited", "rate_limited"):
        given = str(getattr(error.response, "headers", {}).get("Retry-After", "1"))
        return (float(given) if given.replace(".", "", 1).isdecimal() else 1.0) + 0.1
    return 1.0 if status >= 500 or code_of(error) in ("internal_error", "service_unavailable") else None


def outcome_of(error: BaseException) -> Delivery:
    """What an error means for something that was to be delivered."""
    if not isinstance(error, SlackApiError):
        return Failed(type(error).__name__)
    if code_of(error) in NOBODY:
        return Gone("the account is no more, or takes no messages")
    return Failed(code_of(error), pause_of(error))
