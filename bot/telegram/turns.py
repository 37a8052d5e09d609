"""One event of the inbox from its claim to its answer: who may speak, what was said, and where the answer goes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram.error import TelegramError

from agent.assistant import Message, Said
from bot import edits
from bot.access import Access, Entry
from bot.attaching import keep
from bot.channel import Answering, Clock, Gone
from bot.inbox import Inbox
from bot.received import spoken
from bot.telegram import attachments
from bot.telegram.reading import UNREAD, Heard, read
from bot.telegram.sending import Sender, outcome_of
from bot.telegram.streaming import Bubble, typing
from storage import users
from storage.events import Event
from tools.toolbox import Toolbox
from tools.turn import Answer

CHANNEL = "telegram"
ALBUM = 0.8  # seconds in which the parts of an album arrive
QUIET = timedelta(minutes=10)  # a stranger is told once in this time
START = re.compile(r"/start(?:@\w+)?\s+(\S+)\s*")
CLOSED = (
    "This bot is private. Its owner can let you in: the command jobbot pair prints a code there, send it to me here. "
    "Your number, which the owner may ask for, is {account}."
)
IN_PRIVATE = "I have answered you in our own chat."
NO_PRIVATE = "What is yours I show in our own chat only. Open it first: t.me/{name}"


@dataclass(frozen=True)
class Me:
    """The bot itself: its id and its name without the @."""

    id: int
    name: str


@dataclass(frozen=True)
class Parts:
    """What a message holds: words or a press for the assistant, files to be kept, and notes on what was not usable."""

    message: Message | None
    kept: tuple[Path, ...]
    notes: tuple[str, ...]


class Turns:
    """Handles events; the inbox sees to it that those of one person come one after the other."""

    def __init__(
        self, me: Me, sender: Sender, toolbox: Toolbox, access: Access, answer: Answering, clock: Clock
    ) -> None:
        self.me = me
        self.sender = sender
        self.toolbox = toolbox
        self.access = access
        self.answer = answer
        self.clock = clock
        self._told: dict[str, datetime] = {}

    async def handle(self, event: Event, inbox: Inbox) -> None:
        """Act on an event and deliver what came of it. Raises what shall be tried again."""
        heard = read(event.payload, self.me.id, self.me.name)
        if heard is None:
            # It was acted on, but whether its answer arrived nobody knows.
            return await self._say(event.conversation, (await self._answered(self._message(event))).answers)
        if heard.left:
            return await asyncio.to_thread(self._mark_dead, heard.account, "blocked the bot")
        if heard.album:
            heard = await self._whole(event, heard, inbox)
        await self._admitted(event, heard)

    async def _whole(self, event: Event, heard: Heard, inbox: Inbox) -> Heard:
        """The album as one message: its parts arrive as updates of their own."""
        await asyncio.sleep(ALBUM)
        later = await inbox.gather(event, lambda raw: (raw.get("message") or {}).get("media_group_id") == heard.album)
        parts = [read(raw, self.me.id, self.me.name) for raw in (*event.payload.get("parts", ()), *later)]
        known = [part for part in parts if part is not None]
        return replace(
            heard, text="\n".join(one.text for one in (heard, *known) if one.text),
            attachments=tuple(file for one in (heard, *known) for file in one.attachments),
        )  # fmt: skip

    async def _admitted(self, event: Event, heard: Heard) -> None:
        deep = START.fullmatch(heard.text)
        said = deep.group(1) if deep else heard.text
        at = heard.at or event.received_at
        entry = await self._entry(heard.account, "" if heard.group else said, at)
        if entry.words:
            return await self._say(heard.account, (Answer(text=entry.words),))
        if not entry.admitted:
            return await self._stranger(heard, at)
        if entry.new or deep:
            heard = replace(heard, text="/start")
        if heard.text or heard.press or heard.attachments or heard.unread:
            await self._turn(event, heard, at)

    async def _entry(self, account: str, said: str, at: datetime) -> Entry:
        """Whether somebody may talk; in a group, where everybody would read a code, none is taken."""
        if self.access.plainly_in(account, said):
            return Entry(True)
        return await asyncio.to_thread(self.access.enter, account, said, at)

    async def _stranger(self, heard: Heard, at: datetime) -> None:
        told = self._told.get(heard.account)
        if not heard.group and (told is None or at - told > QUIET):
            self._told[heard.account] = at
            await self._say(heard.account, (Answer(text=CLOSED.format(account=heard.account)),))

    async def _turn(self, event: Event, heard: Heard, at: datetime) -> None:
        first: tuple[Answer, ...] = ()
        if heard.edits:
            goes_on, first = await asyncio.to_thread(edits.prepare, self.toolbox, CHANNEL, heard, event.received_at)
            if not goes_on:
                return await self._say(heard.account, first)
        chat = int(heard.account)
        bubble = Bubble(self.sender, chat, event.id)
        with TemporaryDirectory(prefix="jobbot-telegram-") if heard.attachments else nullcontext("") as folder:
            async with typing(self.sender, chat):
                try:
                    parts = await self._read(event, heard, at, Path(folder))
                    # A press has its card to be replaced, and a group gets no words of its own: only talk streams.
                    sink = None if heard.press or heard.group else bubble.feed
                    said = Said(()) if parts.message is None else await self.answer(parts.message, sink)
                    files = replace(self._message(event, files=parts.kept), at=at)
                    told = None if parts.message is None else said
                    kept = await keep(self.answer, self.toolbox.database, files, told)
                finally:
                    await bubble.close()
        noted = tuple(Answer(text=note) for note in parts.notes)
        await self._deliver(heard, replace(said, answers=(*first, *said.answers, *kept, *noted)), bubble.message)

    async def _read(self, event: Event, heard: Heard, at: datetime, folder: Path) -> Parts:
        """What the assistant is to answer, what is to be kept, and what is to be said about the rest."""
        found = await attachments.fetch(self.sender, heard.attachments, folder)
        notes = [*found.notes, *([UNREAD[heard.unread]] if UNREAD.get(heard.unread) else [])]
        text, unread = spoken(found.files, heard.text)
        notes += [unread] if unread else []
        message = self._message(event, text=text, press=heard.press, files=tuple(found.files))
        told = replace(message, account=heard.account, at=at, private=not heard.group)
        answered = told if text or heard.press else None
        return Parts(answered, tuple(found.kept), tuple(notes))

    def _message(self, event: Event, text: str = "", press: str = "", files: tuple[Path, ...] = ()) -> Message:
        return Message(
            CHANNEL, event.conversation, event.received_at, text=text, press=press, files=files,
            event_id=event.event_id, chat=event.conversation,
        )  # fmt: skip

    async def _answered(self, message: Message) -> Said:
        return await self.answer(message, None)

    async def _deliver(self, heard: Heard, said: Said, bubble: int) -> None:
        if heard.group:
            return await self._beside_group(heard, said.answers)
        card = heard.card if heard.card and self._replaces(said) else bubble
        await self._say(heard.account, said.answers, card)

    def _replaces(self, said: Said) -> bool:
        """Whether the outcome of a press stands for the card: it does not where the card only opened something."""
        only_read = said.calls and all(self.toolbox.catalog.find(call.name).reads for call in said.calls)
        return not said.stale and not only_read

    async def _say(self, account: str, answers: Sequence[Answer], card: int = 0) -> None:
        """Write to a person, in place of a card if one is named. Raises TelegramError for what may work later."""
        shown = [answer for answer in answers if answer.text or answer.table or answer.after or answer.files]
        if not shown:
            return
        try:
            if card:
                await self.sender.replace(int(account), card, shown)
            else:
                await self.sender.answers(int(account), shown)
        except TelegramError as error:
            outcome = outcome_of(error)
            self.sender.metrics.delivered(CHANNEL, outcome)
            if not isinstance(outcome, Gone):
                raise
            await asyncio.to_thread(self._mark_dead, account, outcome.reason)

    async def _beside_group(self, heard: Heard, answers: Sequence[Answer]) -> None:
        """What is private goes to the private chat; the group sees only where it went."""
        words = IN_PRIVATE
        try:
            await self.sender.answers(int(heard.account), answers)
        except TelegramError as error:
            if not isinstance(outcome_of(error), Gone):
                raise
            words = NO_PRIVATE.format(name=self.me.name)
        await self.sender.note(heard.chat, heard.message, words)

    def _mark_dead(self, account: str, reason: str) -> None:
        with self.toolbox.database.write() as db:
            users.mark_dead(db, CHANNEL, account, reason)
