"""A message comes in, answers go out: commands, buttons, pending questions, and then the graph; knows no channel."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from weakref import WeakValueDictionary

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import ToolMessage
from langsmith import tracing_context

from agent import graph, pending
from agent.bridge import Bridge
from agent.client import Sink
from agent.mind import Alone, Mind, Thinking
from agent.offline.briefing import Briefing, Known
from storage import applications, conversations, events, usage, users
from tools import command
from tools.answers import kept
from tools.focus import Focus
from tools.result import Call, Refusal
from tools.surprise import surprise
from tools.toolbox import Toolbox
from tools.turn import Answer, Outcome, Turn
from tools.words import storable, without_credentials

MAX_TEXT = 20_000
TOO_LONG = f"That is longer than I can read at once ({MAX_TEXT} characters), so I changed nothing. Send it in parts."
RECENT = 12  # turns of the conversation that a model may read
MOST_DIGITS = 40  # longer words without a letter are noise
YES = frozenset(
    ("yes", "y", "yep", "yeah", "yup", "ok", "okay", "sure", "confirm", "do it", "go ahead", "yes please", "yes do it",
     "please do", "sí", "si", "ja", "oui", "👍", "✅")
)  # fmt: skip
NO = frozenset(
    ("no", "n", "nope", "nah", "cancel", "stop", "no thanks", "never mind", "nevermind", "forget it", "don't", "nein",
     "non", "👎", "❌")
)  # fmt: skip


@dataclass(frozen=True)
class Message:
    """What a person sent: the channel and account, the instant (aware), and words, a press or files.

    `event_id` is the platform's own: a message that comes again with the same one is answered as before, once.
    """

    channel: str
    account: str
    at: datetime
    text: str = ""
    press: str = ""
    files: tuple[Path, ...] = ()
    event_id: str | None = None


@dataclass(frozen=True)
class Said:
    """The answers to a message, the calls that were made, and how many calls of a language model it cost."""

    answers: tuple[Answer, ...]
    calls: tuple[Call, ...] = ()
    model_calls: int = 0


@dataclass(frozen=True)
class _Opened:
    """What is known when a turn begins."""

    turn: Turn
    briefing: Briefing
    options: tuple[pending.Option, ...]
    spoken: tuple[conversations.Turn, ...]
    stays_here: bool
    spent: int


class Assistant:
    """Answers messages; those of one person in order, those of different people side by side."""

    def __init__(self, toolbox: Toolbox, mind: Mind | BaseChatModel) -> None:
        self.toolbox = toolbox
        mind = Alone(mind) if isinstance(mind, BaseChatModel) else mind
        self.bridge = Bridge(workers=1 if toolbox.database.dialect == "sqlite" else 8)
        self.mind = mind
        self.graph = graph.build(mind, self._act)
        # A lock is there as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def leave(self) -> None:
        """Give back what is held open, on the loop that used it."""
        await self.mind.leave()

    async def answer(self, message: Message, sink: Sink | None = None) -> Said:
        """The answers to one message. Never raises: a broken database, or a fault of ours, is said in words.

        Words that a language model is still writing go to `sink` piece by piece, when it is sure that no call follows.
        """
        message = _cleaned(message)
        async with self._locks.setdefault((message.channel, message.account), asyncio.Lock()):
            try:
                opened = await self.bridge.run(self._open, message)
                return opened if isinstance(opened, Said) else await self._answer(message, opened, sink)
            except Exception as error:
                return Said((Answer(text=surprise(error, ["answer"])),))

    async def _answer(self, message: Message, opened: _Opened, sink: Sink | None) -> Said:
        turn = opened.turn
        if message.press:
            return _said(await self.bridge.run(self.toolbox.press, message.press, turn))
        text = message.text.strip()
        if not text and message.files:
            text = "/import"
        try:
            call = command.parse(text, self.toolbox.catalog)
        except Refusal as refusal:
            call = _lost(text, refusal.text)
        if call is not None:
            return _said(await self._act([call], turn))
        option = pending.chosen(text, opened.options)
        if option is not None:
            return _said(await self.bridge.run(self.toolbox.press, option.id, turn))
        words = _answers_nothing(text, opened)
        if words:
            return _said(await self.bridge.run(self.toolbox.say, words, turn))
        if len(text) > MAX_TEXT or not _says_something(text):
            return _said(await self._act([_lost(text, TOO_LONG if len(text) > MAX_TEXT else "")], turn))
        return await self._think(
            Thinking(text, opened.briefing, opened.turn, opened.spoken, opened.stays_here, opened.spent, sink)
        )

    async def _think(self, thinking: Thinking) -> Said:
        state = {"messages": [], "thinking": thinking, "outcomes": []}
        # Nothing that a person says may reach a tracing service, whatever the environment says.
        with tracing_context(enabled=False):
            final = await self.graph.ainvoke(state)
        outcomes: list[Outcome] = final["outcomes"]
        words = "" if outcomes else str(final["messages"][-1].text).strip()
        if words:
            read_back = any(isinstance(message, ToolMessage) for message in final["messages"])
            outcomes = [await self.bridge.run(self.toolbox.say, words, thinking.turn, read_back=read_back)]
        elif not outcomes:
            outcomes = [await self._act([_lost(thinking.text)], thinking.turn)]
        if thinking.usage.path != "offline":
            await self.bridge.run(self._record, thinking)
        said = _said(*outcomes)
        noted = (Answer(text=thinking.note),) if thinking.note else ()
        return replace(said, answers=(*said.answers, *noted), model_calls=thinking.usage.calls)

    def _record(self, thinking: Thinking) -> None:
        """Keep what the turn cost, for a person who is still there."""
        with self.toolbox.database.write() as db:
            if users.is_there(db, thinking.turn.user_id):
                usage.record(db, thinking.turn.user_id, thinking.turn.at, thinking.usage)

    async def _act(self, calls: list[Call], turn: Turn) -> Outcome:
        return await self.bridge.run(self.toolbox.run, calls, turn)

    def _open(self, message: Message) -> _Opened | Said:
        """Find or make the person and the conversation, and read what the turn needs to know.

        Gives what was said before where the same event comes again.
        """
        with self.toolbox.database.write() as db:
            if message.event_id is not None and events.is_done(db, message.channel, message.event_id):
                return Said(kept(events.reply_of(db, message.channel, message.event_id)))
            user = users.ensure_user(db, message.channel, message.account, message.at)
            conversation = conversations.ensure_conversation(db, user.id, message.channel, message.account, message.at)
            if message.event_id is not None:
                said = {"text": message.text, "press": message.press}
                events.receive(db, message.channel, message.event_id, message.account, said, message.at)
            focus = Focus.model_validate(conversations.get_focus(db, user.id, conversation))
            options = pending.options(db, user.id, conversation)
            names = applications.vocabulary(db, user.id)
            spoken: tuple[conversations.Turn, ...] = ()
            spent = 0
            if self.mind.asks_outside:
                spoken = tuple(conversations.last_turns(db, user.id, conversation, number=RECENT))
                spent = usage.spent(db, user.id, message.at - timedelta(days=1)).tokens
        turn = Turn(
            user_id=user.id, conversation_id=conversation, at=message.at, text=message.text, channel=message.channel,
            event_id=message.event_id, files=message.files,
        )  # fmt: skip
        known = tuple(Known(c.application_id, c.company, c.title, str(c.status)) for c in names.companies)
        now = message.at.astimezone(user.zone)
        briefing = Briefing(now, known, tuple(names.contacts), tuple(names.tags), focus)
        return _Opened(turn, briefing, options, spoken, user.settings.offline, spent)


def _cleaned(message: Message) -> Message:
    """The message without what no database takes, and without the passwords in its links, which nobody may keep."""
    return replace(message, text=without_credentials(storable(message.text)), press=storable(message.press))


def _answers_nothing(text: str, opened: _Opened) -> str:
    """The words for a "yes" or a "no" that no question waits for: it must never be taken for news."""
    if opened.options and pending.says_no(text):
        return "All right, I changed nothing."
    said = " ".join(re.findall(r"[\w']+|[👍✅👎❌]", text.casefold()))
    if said not in YES and (said not in NO or opened.briefing.focus.wanted is not None):
        return ""
    return "Please say which one." if opened.options else "All right. No question is open, so I changed nothing."


def _says_something(text: str) -> bool:
    """Whether there is a letter in it, or digits as in "17:00"."""
    return any(c.isalpha() for c in text) or (len(text) <= MOST_DIGITS and any(c.isdecimal() for c in text))


def _lost(text: str, words: str = "") -> Call:
    """The call that says that a message was not understood."""
    return Call(name="ask_back", args={"said": text[:200], "guesses": [], "text": words})


def _said(*outcomes: Outcome) -> Said:
    answers = tuple(answer for outcome in outcomes for answer in outcome.answers)
    return Said(answers, tuple(done.call for outcome in outcomes for done in outcome.done))
