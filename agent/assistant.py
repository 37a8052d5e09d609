"""A message comes in, answers go out: commands, buttons, pending questions, and then the graph; knows no channel."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from weakref import WeakValueDictionary

from sqlalchemy import Connection

from agent import bare, briefed, confided, pending
from agent.aside import Aside
from agent.bridge import Bridge
from agent.errands import Errands
from agent.message import Message, Said
from agent.offline.pipeline import Understood
from agent.thinking import Mind, Sink, Thinking, Visitor
from storage import conversations, events, talks
from storage.usage import Usage, spent
from tools import command
from tools.answers import kept
from tools.focus import Focus
from tools.mail.files import is_mail
from tools.result import Call, Refusal
from tools.surprise import surprise
from tools.toolbox import Toolbox
from tools.turn import Answer, Outcome, Turn
from tools.words import storable, without_credentials

__all__ = ["Assistant", "Message", "Said"]

MAX_TEXT = 20_000
TOO_LONG = f"That is longer than I can read at once ({MAX_TEXT} characters), so I changed nothing. Send it in parts."
RECENT = 12  # turns of the conversation that a model may read
MOST_DIGITS = 40  # longer words without a letter are noise
# What is said of a file that is to be imported.
OF_A_FILE = re.compile(
    r"\b(?:import\w*|trackers?|spreadsheets?|csv|excel|xlsx|sheets?|table|tabelle|liste?|tableau|tabla|hoja)\b", re.I
)


class Assistant:
    """Answers messages; those of one person in order, those of different people side by side.

    What needs no language model is done in one go in a worker thread; `mind`, where there is one, gets the rest.
    """

    def __init__(self, toolbox: Toolbox, mind: Mind | None = None, visitor: Visitor | None = None) -> None:
        self.toolbox = toolbox
        self.bridge = Bridge(workers=1 if toolbox.database.dialect == "sqlite" else 8)
        self.mind = mind
        url = toolbox.database.url.render_as_string(hide_password=False)
        self.errands = Errands(url, mind, visitor)
        self.aside = Aside(toolbox.database, self.bridge, mind)
        # A lock is there as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._heard_of: set[tuple[str, str]] = set()

    async def leave(self) -> None:
        """Give back what is held open, on the loop that used it."""
        await self.errands.leave()

    async def answer(self, message: Message, sink: Sink | None = None) -> Said:
        """The answers to one message. Never raises: a broken database, or a fault of ours, is said in words.

        Words that a language model is still writing go to `sink` piece by piece, when it is sure that no call follows.
        """
        message = _cleaned(message)
        async with self._locks.setdefault((message.channel, message.account), asyncio.Lock()):
            try:
                begun = await self.bridge.run(self._begin, message, sink)
                return begun if isinstance(begun, Said) else await self._finished(*begun)
            except Exception as error:
                return Said((Answer(text=surprise(error, ["answer"])),))

    def _begin(self, message: Message, sink: Sink | None) -> Said | tuple[Thinking, Outcome | None]:
        """What a message comes to without a language model; no outcome where one is to be asked.

        What was said before, where the same event comes again.
        """
        opened = None
        # Who was not heard of before is met at once: a look for them would find nobody.
        account = (message.channel, message.account)
        if message.chat is None and account in self._heard_of:
            with self.toolbox.database.read() as db:
                opened = self._opened(db, message, None)
        if opened is None:
            with self.toolbox.database.write() as db:
                opened = self._opened(db, message, self._met(db, message))
            self._heard_of.add(account)
        assert opened is not None, "a person who was just met is known"
        if isinstance(opened, Said):
            return opened
        thinking, options = opened
        thinking.sink = sink
        return thinking, self._at_once(message, thinking, options)

    def _at_once(self, message: Message, thinking: Thinking, options: tuple[pending.Option, ...]) -> Outcome | None:
        text, turn = thinking.text, thinking.turn
        if turn.secret:
            return self._confided(message, thinking)
        if message.press:
            return self.toolbox.press(message.press, turn)
        if confided.leaves(text, thinking.briefing.focus):
            return self.toolbox.run([_lost("", confided.LET_BE)], turn)
        call = self._commanded(text, turn.files) or pending.correction(text, options)
        if call is not None:
            return self.toolbox.run([call], turn)
        if option := pending.chosen(text, options):
            return self.toolbox.press(option.id, turn)
        words = bare.answers_nothing(text, options, thinking.briefing.focus)
        if words:
            return self.toolbox.say(words, turn)
        if len(text) > MAX_TEXT or not _says_something(text):
            return self.toolbox.run([_lost(text, TOO_LONG if len(text) > MAX_TEXT else "")], turn)
        understood = thinking.read() if self.mind is None else self.mind.plain(thinking)
        return None if understood is None else self._done(understood, thinking)

    def _confided(self, message: Message, thinking: Thinking) -> Outcome:
        """What a password, or the way back from Google, comes to; neither is read as anything else."""
        call = confided.call(thinking.turn.secret, thinking.briefing.focus)
        if not message.private:
            return self.toolbox.run([_lost("", confided.OPEN_ROOM)], replace(thinking.turn, secret=""))
        return self.toolbox.run([call], thinking.turn)

    def _commanded(self, text: str, files: tuple[Path, ...]) -> Call | None:
        """The call of a command, or of a file that is handed in to be imported; None for other words."""
        if files and not text.startswith("/") and all(is_mail(path) for path in files):
            # Words beside a mail are said of it.
            return Call(name="read_mail", args={"said": text})
        if files and not text.startswith("/") and OF_A_FILE.search(text):
            text = "/import"
        try:
            return command.parse(text, self.toolbox.catalog)
        except Refusal as refusal:
            return _lost(text, refusal.text)

    def _done(self, understood: Understood, thinking: Thinking) -> Outcome:
        if understood.calls or not understood.words:
            return self.toolbox.run(list(understood.calls) or [_lost(thinking.text)], thinking.counted)
        return self.toolbox.say(understood.words, thinking.counted)

    async def _finished(self, thinking: Thinking, outcome: Outcome | None) -> Said:
        """All answers of a turn: those of a model where there is no outcome yet, and of what tools have asked it."""
        outcomes = [outcome] if outcome is not None else await self._thought(thinking)
        calls, tokens = thinking.usage.calls, thinking.usage.tokens
        for one in outcomes:
            for call, ask in one.asks:
                usage = Usage()
                brought = await self.errands.brought(ask, thinking, usage)
                calls, tokens = calls + usage.calls, tokens + usage.tokens
                turn = replace(thinking.turn, text="", secret="", usage=usage if usage.calls else None)
                outcomes.append(await self.bridge.run(self.toolbox.go_on, call, ask, brought, turn))
        answers = tuple(answer for one in outcomes for answer in one.answers)
        noted = (Answer(text=thinking.note),) if thinking.note else ()
        made = tuple(done.call for one in outcomes for done in one.done)
        asked = [done.result.wanted for one in outcomes for done in one.done if done.result.wanted is not None]
        secret = any(wanted.secret for wanted in asked)
        return Said((*answers, *noted), made, calls, tokens, any(one.stale for one in outcomes), secret)

    async def _thought(self, thinking: Thinking) -> list[Outcome]:
        assert self.mind is not None
        reached = await self.mind.carry_out(thinking, self._act)
        if reached.outcomes:
            return list(reached.outcomes)
        if not reached.words:
            return [await self._act([_lost(thinking.text)], thinking.counted)]
        say = self.toolbox.say
        return [await self.bridge.run(say, reached.words, thinking.counted, read_back=reached.read_back)]

    async def _act(self, calls: list[Call], turn: Turn) -> Outcome:
        return await self.bridge.run(self.toolbox.run, calls, turn)

    def _met(self, db: Connection, message: Message) -> talks.InTalk | None:
        """Keep the person, the conversation and the event that are not there yet, and that the account was used; None
        where the event was answered before."""
        if message.event_id is not None and events.is_done(db, message.channel, message.event_id):
            return None
        met = talks.meet(db, message.channel, message.account, message.at, message.chat)
        if message.event_id is not None:
            said = {"text": message.text, "press": message.press}
            events.receive(db, message.channel, message.event_id, message.account, said, message.at)
        return met

    def _opened(
        self, db: Connection, message: Message, met: talks.InTalk | None
    ) -> Said | tuple[Thinking, tuple[pending.Option, ...]] | None:
        """What a turn needs to know; None where the person, the conversation or the event is not kept yet, or (of
        somebody who was not just `met`) that the person is back at this account."""
        if message.event_id is not None:
            state = events.state_of(db, message.channel, message.event_id)
            if state in events.ANSWERED:
                return Said(kept(events.reply_of(db, message.channel, message.event_id)))
            if state is None:
                return None
        found = met or talks.find_in_talk(db, message.channel, message.account)
        if found is None or found.back:
            return None
        user, talk = found.user, found.talk
        text = message.text.strip() or (_taken_in(message.files) if message.files and not message.press else "")
        options = pending.options(db, user.id, talk.id) if found.asked else ()
        turn = Turn(
            user_id=user.id, conversation_id=talk.id, at=message.at, text=message.text, channel=message.channel,
            event_id=message.event_id, files=message.files, retires=bool(options),
        )  # fmt: skip
        focus = Focus.model_validate(talk.focus)
        briefing = briefed.briefing(db, user, message.at, focus, text, new=found.new)
        secret = confided.secret_in(text, briefing) if not (message.press or message.files) else ""
        if secret:
            text = confided.HIDDEN
            turn = replace(turn, text=text, secret=secret)
        thinking = Thinking(text, briefing, turn, stays_here=user.settings.offline)
        if self.mind is not None and self.mind.asks_outside and not found.new:
            thinking.spoken = tuple(conversations.last_turns(db, user.id, talk.id, number=RECENT))
            thinking.spent = spent(db, user.id, message.at - timedelta(days=1))
        return thinking, options


def _taken_in(files: tuple[Path, ...]) -> str:
    """The command for files that come without words."""
    return "/read_mail" if any(is_mail(path) for path in files) else "/import"


def _cleaned(message: Message) -> Message:
    """The message without what no database takes, and without the passwords in its links, which nobody may keep."""
    text = confided.without_password(without_credentials(storable(message.text)))
    return replace(message, text=text, press=storable(message.press))


def _says_something(text: str) -> bool:
    """Whether there is a letter in it, or digits as in "17:00"."""
    return any(c.isalpha() for c in text) or (len(text) <= MOST_DIGITS and any(c.isdecimal() for c in text))


def _lost(text: str, words: str = "") -> Call:
    """The call that says that a message was not understood."""
    return Call(name="ask_back", args={"said": text[:200], "guesses": [], "text": words})
