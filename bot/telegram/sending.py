"""Writes answers into a chat: pieces, keyboards, files, cards replaced by their outcome; patient with limits."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.channel import Delivered, Delivery, Failed, Gone
from bot.metrics import Metrics
from bot.render.telegram import Piece, keyboard, pieces
from tools.turn import Answer, Choice

log = logging.getLogger(__name__)

Bot = ExtBot[int]
T = TypeVar("T")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TRIES = 4
LONGEST_WAIT = 60.0  # seconds; a longer pause is the outbox's or the inbox's business
PICTURES = (".png", ".jpg", ".jpeg")
NOBODY = ("chat not found", "user not found", "user is deactivated", "bot was blocked", "peer_id_invalid")


class Sender:
    """Everything that the bot writes goes through here; `drafts` until the server turns out to have none."""

    def __init__(self, bot: Bot, metrics: Metrics) -> None:
        self.bot = bot
        self.metrics = metrics
        self.drafts = True

    async def answers(self, chat: int, answers: Sequence[Answer]) -> None:
        """Write answers as new messages. Raises TelegramError."""
        for answer in answers:
            await self._answer(chat, answer, pieces(answer))
        self.metrics.delivered("telegram", Delivered())

    async def replace(self, chat: int, message: int, answers: Sequence[Answer]) -> None:
        """Put the first answer where a message stands, and write the others below. Raises TelegramError."""
        first, *others = answers
        head, *rest = pieces(first)
        markup = _markup(() if rest else first.choices)
        if not await self._edited(chat, message, head, markup):
            return await self.answers(chat, answers)
        if rest or first.files:
            await self._answer(chat, first, rest)
        await self.answers(chat, others)

    async def note(self, chat: int, message: int, words: str) -> None:
        """Answer a message in a group with plain words; a group that has moved is found again. Raises TelegramError."""
        reply = ReplyParameters(message, allow_sending_without_reply=True)
        try:
            await self.patient(lambda: self.bot.send_message(chat, words, reply_parameters=reply))
        except ChatMigrated as error:
            moved = error.new_chat_id
            await self.patient(lambda: self.bot.send_message(moved, words))
        except (BadRequest, Forbidden) as error:
            log.info("telegram: a group cannot be answered: %s", type(error).__name__)

    async def edit(self, chat: int, message: int, text: str) -> None:
        """Show plain words of an answer that is still being written. Raises TelegramError."""
        try:
            await self.bot.edit_message_text(text, chat, message, link_preview_options=NO_PREVIEW)
        except BadRequest as error:
            _check_edit(error)

    async def patient(self, send: Callable[[], Awaitable[T]]) -> T:
        """What `send` gives; pauses as the server asks, tries a broken line again. Raises TelegramError."""
        for left in range(TRIES - 1, -1, -1):
            try:
                return await send()
            except RetryAfter as error:
                wait = pause_of(error)
                if not left or wait > LONGEST_WAIT:
                    raise
                log.info("telegram asks for a pause of %s s", wait)
            except BadRequest:
                raise
            except NetworkError as error:
                wait = 2.0 ** (TRIES - 1 - left) / 2
                if not left:
                    raise
                log.warning("telegram cannot be reached: %s", type(error).__name__)
            await asyncio.sleep(wait)
        raise AssertionError("the last try returns or raises")

    async def _answer(self, chat: int, answer: Answer, parts: Sequence[Piece]) -> None:
        for number, piece in enumerate(parts, 1):
            await self._piece(chat, piece, _markup(answer.choices if number == len(parts) else ()))
        for path in answer.files:
            await self._file(chat, Path(path))

    async def _piece(self, chat: int, piece: Piece, markup: InlineKeyboardMarkup | None) -> None:
        async def send(text: str, mode: str | None) -> None:
            await self.bot.send_message(
                chat, text, parse_mode=mode, reply_markup=markup, link_preview_options=NO_PREVIEW
            )

        try:
            await self.patient(lambda: send(piece.html, ParseMode.HTML))
        except BadRequest as error:
            if not _about_markup(error):
                raise
            log.warning("telegram refused the HTML of an answer; sent as plain text")
            await self.patient(lambda: send(piece.plain, None))

    async def _edited(self, chat: int, message: int, piece: Piece, markup: InlineKeyboardMarkup | None) -> bool:
        """Whether the message shows the piece now; False when it cannot be changed any more."""

        async def edit(text: str, mode: str | None) -> None:
            await self.bot.edit_message_text(
                text, chat, message, parse_mode=mode, reply_markup=markup, link_preview_options=NO_PREVIEW
            )

        try:
            await self.patient(lambda: edit(piece.html, ParseMode.HTML))
        except BadRequest as error:
            if not _about_markup(error):
                return _check_edit(error)
            await self.patient(lambda: edit(piece.plain, None))
        return True

    async def _file(self, chat: int, path: Path) -> None:
        content = await asyncio.to_thread(path.read_bytes)
        if path.suffix.casefold() in PICTURES:
            await self.patient(lambda: self.bot.send_photo(chat, content, filename=path.name))
        else:
            await self.patient(lambda: self.bot.send_document(chat, content, filename=path.name))


def outcome_of(error: TelegramError) -> Delivery:
    """What an error means for something that was to be delivered."""
    if isinstance(error, RetryAfter):
        return Failed("rate limit", pause_of(error))
    if isinstance(error, Forbidden) or any(words in error.message.casefold() for words in NOBODY):
        return Gone("the person blocked the bot, or the account is no more")
    if isinstance(error, ChatMigrated):
        return Gone("the chat has moved")
    return Failed(type(error).__name__)


def pause_of(error: RetryAfter) -> float:
    """The seconds that the server asks to wait, and a little more."""
    with warnings.catch_warnings():
        # The library announces that it will give a timedelta here one day; both are read.
        warnings.simplefilter("ignore")
        wait = error.retry_after
    return (wait.total_seconds() if isinstance(wait, timedelta) else float(wait)) + 0.1


def _check_edit(error: BadRequest) -> bool:
    """True when the message stands as wanted already, False when it cannot be changed. Raises what is neither."""
    words = error.message.casefold()
    if "not modified" in words:
        return True
    if "can't be edited" in words or "to edit not found" in words or "message_id_invalid" in words:
        return False
    raise error


def _about_markup(error: BadRequest) -> bool:
    words = error.message.casefold()
    return "parse entities" in words or "unsupported start tag" in words


def _markup(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    rows = [[_button(one) for one in row] for row in keyboard(choices)]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(choice: Choice) -> InlineKeyboardButton:
    if choice.url:
        return InlineKeyboardButton(choice.label, url=choice.url)
    return InlineKeyboardButton(choice.label, callback_data=choice.id)
