"""One event of the inbox from its claim to its answer: who may speak, what was said, and where the answer goes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from slack_sdk.errors import SlackApiError

from agent.assistant import Message, Said
from bot import edits
from bot.access import Access
from bot.attaching import keep
from bot.channel import Answering, Gone
from bot.meeting import meet
from bot.received import spoken
from bot.slack import attachments
from bot.slack.arrivals import Me
from bot.slack.forms import carry_out
from bot.slack.members import GUEST, Members
from bot.slack.pane import Pane
from bot.slack.reading import Heard, read
from bot.slack.sending import TROUBLE, Sender, outcome_of
from bot.slack.streaming import Bubble, working
from storage import users
from storage.events import Event
from tools.toolbox import Toolbox
from tools.turn import Answer

CHANNEL = "slack"
HELP = "help"
PUBLIC = frozenset((HELP,))  # what these say is nobody's secret
IN_PRIVATE = "I have answered you in our direct messages: what is yours I show nowhere else."


@dataclass(frozen=True)
class Parts:
    """What a message holds: words or a press for the assistant, files to be kept, and notes on what was not usable."""

    message: Message | None
    kept: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class House:
    """What the turns work with: the tools, the door, who answers, and what is to be told of a change."""

    toolbox: Toolbox
    access: Access
    members: Members
    answer: Answering
    changed: Callable[[str], Awaitable[None]]


class Turns:
    """Handles events; the inbox sees to it that those of one person come one after the other."""

    def __init__(self, me: Me, sender: Sender, house: House) -> None:
        self.me = me
        self.sender = sender
        self.house = house
        self.pane = Pane(sender)

    async def handle(self, event: Event) -> None:
        """Act on an event and deliver what came of it. Raises what shall be tried again."""
        heard = read(event.payload, self.me)
        if heard is None:
            # It was acted on, but whether its answer arrived nobody knows.
            said = await self.house.answer(self._message(event), None)
            return await self._deliver(Heard(event.conversation), said)
        try:
            if not await self.house.members.is_full(heard.account):
                return await self._refuse(heard)
        except SlackApiError as error:
            if isinstance(outcome_of(error), Gone):
                return
            raise
        await self._admitted(event, heard)

    async def _refuse(self, heard: Heard) -> None:
        """Tell a guest, for their eyes alone, and keep nothing."""
        answers = (Answer(text=GUEST),)
        if heard.reply_url and await self.sender.aside(heard.reply_url, answers):
            return
        if heard.channel and not heard.private:
            # Somebody of another workspace can be told nowhere else.
            return await self.sender.whisper(heard.channel, heard.account, GUEST, heard.thread)
        await self._deliver(replace(heard, reply_url="", press="", card=""), Said(answers))

    async def _admitted(self, event: Event, heard: Heard) -> None:
        at = heard.at or event.received_at
        if heard.private and not heard.opened and not self.house.access.plainly_in(heard.account, heard.text):
            # In a channel, where everybody would read a code, none is taken.
            entry = await asyncio.to_thread(self.house.access.enter, heard.account, heard.text, at)
            if entry.words:
                return await self._deliver(heard, Said((Answer(text=entry.words),)))
        zone = self.house.members.zone(heard.account)
        known = await asyncio.to_thread(meet, self.house.toolbox.database, CHANNEL, heard.account, zone, at)
        if heard.opened:
            return await self._opened(event, heard, at, known=known)
        if heard.form is not None:
            said = await asyncio.to_thread(carry_out, self.house.toolbox, heard, event)
            return await self._told(heard, said)
        if heard.text or heard.press or heard.attachments or not heard.private:
            await self._turn(event, heard, at)

    async def _opened(self, event: Event, heard: Heard, at: datetime, *, known: bool) -> None:
        """Begin a new thread: with the whole of /start for somebody who was not known yet."""
        if known:
            await self.pane.greet(heard)
        else:
            await self._turn(event, replace(heard, text="/start"), at)
        await self.pane.prompt(heard)

    async def _turn(self, event: Event, heard: Heard, at: datetime) -> None:
        first: tuple[Answer, ...] = ()
        if heard.edits:
            prepare = (self.house.toolbox, CHANNEL, heard, event.received_at)
            goes_on, first = await asyncio.to_thread(edits.prepare, *prepare)
            if not goes_on:
                return await self._deliver(heard, Said(first))
        bubble = Bubble(self.sender, heard.account, heard.channel, heard.thread)
        with TemporaryDirectory(prefix="jobbot-slack-") if heard.attachments else nullcontext("") as folder:
            async with working(self.sender, heard.channel, heard.thread):
                try:
                    parts = await self._read(event, heard, at, Path(folder))
                    # A press has its card to be replaced, and a channel gets no words of its own: only talk streams.
                    sink = bubble.feed if heard.private and heard.channel and not heard.press else None
                    said = Said(()) if parts.message is None else await self.house.answer(parts.message, sink)
                    files = replace(self._message(event, files=parts.kept), at=at)
                    told = None if parts.message is None else said
                    kept = await keep(self.house.answer, self.house.toolbox.database, files, told)
                finally:
                    await bubble.close()
        noted = tuple(Answer(text=note) for note in parts.notes)
        said = replace(said, answers=(*first, *said.answers, *kept, *noted))
        await self._told(replace(heard, card=bubble.message) if bubble.message else heard, said)
        await self.pane.name(heard)

    async def _read(self, event: Event, heard: Heard, at: datetime, folder: Path) -> Parts:
        """What the assistant is to answer, what is to be kept, and what is to be said about the rest."""
        found = await attachments.fetch(self.sender, heard.attachments, folder)
        notes = list(found.notes)
        text, unread = spoken(found.files, heard.text)
        notes += [unread] if unread else []
        if not (text or heard.press or heard.attachments):
            text = f"/{HELP}"
        message = self._message(event, self._as_command(heard, text), heard.press, tuple(found.files))
        told = replace(message, account=heard.account, at=at, private=heard.private or heard.command)
        answered = told if text or heard.press else None
        return Parts(answered, tuple(found.kept), tuple(notes))

    def _as_command(self, heard: Heard, text: str) -> str:
        """The words behind /jobs: "find", "help log", "log Stripe, Cook" are commands, other words are plain ones."""
        head = text.partition(" ")[0].casefold()
        named = heard.command and head in {tool.name for tool in self.house.toolbox.catalog.tools}
        meant = head in (HELP, text.casefold()) or "," in text or "=" in text
        return f"/{text}" if named and meant else text

    def _message(self, event: Event, text: str = "", press: str = "", files: tuple[Path, ...] = ()) -> Message:
        return Message(
            CHANNEL, event.conversation, event.received_at, text=text, press=press, files=files,
            event_id=event.event_id, chat=event.conversation,
        )  # fmt: skip

    async def _told(self, heard: Heard, said: Said) -> None:
        await self._deliver(heard, said)
        if not self._only_read(said):
            await self.house.changed(heard.account)

    def _only_read(self, said: Said) -> bool:
        return all(self.house.toolbox.catalog.find(call.name).reads for call in said.calls)

    async def _deliver(self, heard: Heard, said: Said) -> None:
        """Write to a person where they asked; what is private goes to their own chat. Raises one of TROUBLE."""
        shown = [answer for answer in said.answers if answer.text or answer.table or answer.after or answer.files]
        try:
            if shown and not await self._aside(heard, said, shown):
                await self._direct(heard, said, shown)
        except TROUBLE as error:
            outcome = outcome_of(error)
            self.sender.metrics.delivered(CHANNEL, outcome)
            if not isinstance(outcome, Gone):
                raise
            await asyncio.to_thread(self._mark_dead, heard.account, outcome.reason)

    async def _aside(self, heard: Heard, said: Said, shown: Sequence[Answer]) -> bool:
        """Answer for their eyes alone where that is how they asked; False where another way is to be taken."""
        if not heard.reply_url or not (heard.command or heard.ephemeral) or any(one.files for one in shown):
            return False
        if heard.command and heard.channel == await self.sender.chat(heard.account):
            return False
        return await self.sender.aside(heard.reply_url, shown, replace=heard.ephemeral and self._replaces(said))

    async def _direct(self, heard: Heard, said: Said, shown: Sequence[Answer]) -> None:
        if not heard.private and not heard.command and self._is_public(said):
            return await self.sender.answers(heard.channel, shown, heard.thread)
        chat = heard.channel if heard.private and heard.channel else await self.sender.chat(heard.account)
        thread = heard.thread if heard.private else ""
        if heard.card and not heard.ephemeral and (not heard.press or self._replaces(said)):
            await self.sender.replace(chat, heard.card, shown, thread)
        else:
            await self.sender.answers(chat, shown, thread)
        if not heard.private and heard.thread:
            await self.sender.note(heard.channel, heard.thread, IN_PRIVATE)
        if heard.shortcut and heard.reply_url:
            await self.sender.aside(heard.reply_url, (Answer(text=IN_PRIVATE),))

    def _is_public(self, said: Said) -> bool:
        """Whether others may read it; words without a call may be a model's, made of what the database holds."""
        return bool(said.calls) and {call.name for call in said.calls} <= PUBLIC

    def _replaces(self, said: Said) -> bool:
        """Whether the outcome of a press stands for the card: it does not where the card only opened something."""
        return not said.stale and not (said.calls and self._only_read(said))

    def _mark_dead(self, account: str, reason: str) -> None:
        with self.house.toolbox.database.write() as db:
            users.mark_dead(db, CHANNEL, account, reason)
