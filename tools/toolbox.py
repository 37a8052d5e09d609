"""The one door: runs calls for a person in one transaction, and gives the answer; knows tools, no model, no channel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from storage import actions, conversations, events, reminders, talks, usage, users
from storage.database import Database
from storage.journal import Journal
from storage.talks import Locked
from tools import answers
from tools.asking import Ask, Brought
from tools.context import Context, Reading
from tools.focus import Focus
from tools.mail_access import MailAccess
from tools.removal import Erased
from tools.result import Call, Refusal, Refused, Result, Said, Wanted
from tools.surprise import surprise
from tools.tool import Catalog, Tool
from tools.turn import Answer, Done, Outcome, Turn

MAX_CALLS = 60


class _HalfDone(Exception):
    """A call that stood alone, without a savepoint, was refused after it had written."""


Act = Callable[[Connection, Locked, Turn], Outcome]


@dataclass
class _Step:
    """What the calls of one turn have in common while they run; `instead` goes on with a call that has asked."""

    user: users.User
    focus: Focus
    db: Connection
    journal: Journal
    turn: Turn
    instead: Callable[[Context], Result] | None = None
    done: list[Done] = field(default_factory=list)


class Toolbox:
    """The tools, the database, the folder for files handed out, what leaves the machine in words, the way to mail, and
    whether links may be visited."""

    def __init__(
        self,
        database: Database,
        catalog: Catalog,
        folder: Path | None = None,
        privacy: str = "",
        mail: MailAccess | None = None,
        *,
        online: bool = False,
    ) -> None:
        self.database = database
        self.catalog = catalog
        self.folder = folder
        self.privacy = privacy
        self.mail = mail
        self.changed: Callable[[], None] | None = None  # told after each change, on the thread that made it
        self.online = online

    def run(self, calls: Sequence[Call], turn: Turn) -> Outcome:
        """Run calls in one transaction, each by itself, and keep what the conversation is about.

        A refusal is an answer. Anything else that goes wrong takes all of the turn back, is logged under a short
        mark, and the person is told that mark.
        """
        return self._acted(lambda db, locked, turn: self._run(db, locked, calls, turn), calls, turn)

    def press(self, action_id: str, turn: Turn) -> Outcome:
        """Carry out what is behind a button; a used or stale one says so, another person's is not there."""
        return self._acted(lambda db, locked, turn: self._pressed(db, locked, action_id, turn), [], turn)

    def go_on(self, call: Call, ask: Ask, brought: Brought, turn: Turn) -> Outcome:
        """Go on with a call whose request was answered, in a new transaction."""

        def instead(ctx: Context) -> Result:
            return ask.then(ctx, brought)

        return self._acted(lambda db, locked, turn: self._run(db, locked, [call], turn, instead), [call], turn)

    def say(self, words: str, turn: Turn, *, read_back: bool = False) -> Outcome:
        """Answer a turn in which nothing is to be done with mere words, which are kept like any answer.

        `read_back`: they were made of what the database holds.
        """
        role = "tool" if read_back else "assistant"
        return self._acted(lambda db, _, turn: self._told(db, words, turn, role), [], turn)

    def _acted(self, act: Act, calls: Sequence[Call], turn: Turn) -> Outcome:
        try:
            try:
                outcome = self._once(act, turn)
            except _HalfDone:
                outcome = self._once(act, replace(turn, careful=True))
        except Exception as error:
            problem = surprise(error, [c.name for c in calls])
            done = tuple(Done(call, Refused(text=problem)) for call in calls[:1])
            return Outcome(done, (Answer(text=problem),))
        if outcome.step and self.changed is not None:
            self.changed()
        return outcome

    def _once(self, act: Act, turn: Turn) -> Outcome:
        """What a turn comes to, once: the platform's event is remembered with its answer, in the same transaction."""
        with self.database.write() as db:
            locked = talks.lock_in_talk(db, turn.user_id, turn.conversation_id)
            if turn.event_id and events.is_done(db, turn.channel, turn.event_id):
                # Another process was faster: it had the lock.
                return Outcome((), answers.kept(events.reply_of(db, turn.channel, turn.event_id)))
            if turn.usage is not None:
                usage.record(db, turn.user_id, turn.at, turn.usage)
            outcome = act(db, locked, turn)
            # A turn that still asks, and has changed nothing, is done when it has gone on.
            if turn.event_id and (outcome.step or not outcome.asks):
                spoken = [answer.model_dump(mode="json") for answer in outcome.answers]
                events.finish(db, turn.channel, turn.event_id, turn.at, spoken)
            return outcome

    def _told(self, db: Connection, words: str, turn: Turn, role: str) -> Outcome:
        spoken = (Answer(text=words),)
        if turn.conversation_id is not None:
            conversations.add_turns(db, turn.user_id, turn.conversation_id, turn.said(spoken, role), turn.at)
        return Outcome((), spoken)

    def _pressed(self, db: Connection, locked: Locked, action_id: str, turn: Turn) -> Outcome:
        action = actions.take(db, turn.user_id, action_id, turn.at)
        words = answers.not_open(action)
        if action is None or words:
            return Outcome((), (Answer(text=words),), stale=True)
        calls = [Call.model_validate(call) for call in action.calls]
        if not calls:
            self._forget_cards(db, locked, turn)
            return Outcome((), (Answer(text="All right, I changed nothing."),))
        outcome = self._run(db, locked, calls, replace(turn, retires=action.card_kind != actions.QUESTION))
        if not any(isinstance(d.result, Erased) for d in outcome.done):
            actions.settle(db, turn.user_id, action_id, answers.summary(outcome.done))
        return outcome

    def _run(
        self,
        db: Connection,
        locked: Locked,
        calls: Sequence[Call],
        turn: Turn,
        instead: Callable[[Context], Result] | None = None,
    ) -> Outcome:
        step = _Step(locked.user, Focus.model_validate(locked.focus), db, Journal(db, turn.user_id), turn, instead)
        wanted = _distinct(calls)
        # A call that stands alone is refused before it has written, as a rule: it goes without a savepoint at first.
        savepoints = turn.careful or len(wanted) > 1
        for call in wanted[:MAX_CALLS]:
            step.done.append(self._one(step, call, savepoints=savepoints))
        if len(wanted) > MAX_CALLS:
            left = f"That was a lot at once: I did {MAX_CALLS} things. Say the other {len(wanted) - MAX_CALLS} again."
            step.done.append(Done(wanted[MAX_CALLS], Refused(text=left)))
        if any(isinstance(d.result, Erased) for d in step.done):
            return Outcome(tuple(step.done), answers.plain(step.done))
        return self._closed(step)

    def _one(self, step: _Step, call: Call, *, savepoints: bool) -> Done:
        mark = step.journal.mark()
        try:
            with step.db.begin_nested() if savepoints else nullcontext():
                result = self._called(step, call)
        except Refusal as refusal:
            if not savepoints and step.journal.mark() != mark:
                raise _HalfDone from refusal
            step.journal.back_to(mark)
            wanted = Wanted(call=call, param=refusal.field) if refusal.field else None
            result = Refused(text=refusal.text, buttons=refusal.buttons, refs=refusal.refs, wanted=wanted)
        return Done(call, result, changed=step.journal.mark() != mark)

    def _called(self, step: _Step, call: Call) -> Result:
        tool = self.catalog.find(call.name)
        if step.journal.settings_changed:  # a moment ago, and it holds for this call already
            step.user = users.get_user(step.db, step.turn.user_id)
        now = step.turn.at.astimezone(step.user.zone)
        ctx = Context(
            user=step.user, now=now, db=step.db, call=call, catalog=self.catalog, files=step.turn.files,
            folder=self.folder, writes=None if tool.reads else step.journal, privacy=self.privacy,
            progress=step.turn.progress, mail=self.mail, secret=step.turn.secret,
            online=self.online and step.turn.waits and not step.user.settings.offline,
        )  # fmt: skip
        if step.instead is not None:
            return step.instead(ctx)
        arguments, unread = tool.read(call.args, Reading(ctx.said))
        result = tool.function(ctx, **arguments)
        if unread and isinstance(result, Said):
            return result.model_copy(update={"text": "\n".join([result.text, *unread])})
        return result

    def _closed(self, step: _Step) -> Outcome:
        turn, journal = step.turn, step.journal
        made = tuple(d.call for d in step.done if d.changed)
        summary = "; ".join(d.result.reply().text.split("\n")[0] for d in step.done if d.changed)[:500]
        dumped = [c.model_dump(mode="json") for c in made]
        asks = tuple((d.call, d.result) for d in step.done if isinstance(d.result, Ask))
        step.done = [d for d in step.done if not isinstance(d.result, Ask)]
        audited = [d.audited for d in step.done]
        step_id = journal.close(turn.at, turn.origin, turn.event_id, dumped, summary, audited)
        if journal.touched_applications or journal.settings_changed:
            user = users.get_user(step.db, turn.user_id) if journal.settings_changed else step.user
            ids = None if journal.settings_changed else journal.touched_applications
            reminders.refresh(step.db, user, ids, turn.at, journal.bare_applications)
        spoken = answers.compose(step.db, turn, step.done, step_id)
        self._keep_focus(step, step_id, made, spoken)
        return Outcome(tuple(step.done), spoken, step_id, asks)

    def _keep_focus(self, step: _Step, step_id: int | None, made: tuple[Call, ...], spoken: tuple[Answer, ...]) -> None:
        if step.turn.conversation_id is None:
            return
        focus = answers.refocused(step.focus, step.done, step_id, made, step.turn.at)
        data = focus.model_dump(mode="json", exclude_defaults=True)
        said = step.turn.said(spoken, "tool")
        conversations.move_on(step.db, step.turn.user_id, step.turn.conversation_id, data, said, step.turn.at)

    def _forget_cards(self, db: Connection, locked: Locked, turn: Turn) -> None:
        if turn.conversation_id is not None:
            focus = Focus.model_validate(locked.focus).model_copy(update={"wanted": None})
            data = focus.model_dump(mode="json", exclude_defaults=True)
            conversations.set_focus(db, turn.user_id, turn.conversation_id, data, turn.at)

    def behind(self, action_id: str, turn: Turn) -> Call:
        """The call behind a button of this person, which is not pressed by it. Raises Refusal for none."""
        with self.database.read() as db:
            action = actions.look(db, turn.user_id, action_id)
        if action is None or not action.calls:
            raise Refusal("That button is not there any more.")
        return Call.model_validate(action.calls[0])

    def tool(self, name: str) -> Tool:
        """The tool of that name; raises Refusal for none."""
        return self.catalog.find(name)


def _distinct(calls: Sequence[Call]) -> list[Call]:
    """The calls without exact repetitions."""
    return [call for place, call in enumerate(calls) if call not in calls[:place]]
