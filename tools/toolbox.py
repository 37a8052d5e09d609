"""The one door: runs calls for a person in one transaction, and gives the answer; knows tools, no model, no channel."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from storage import actions, audit, conversations, events, reminders, users
from storage.database import Database
from storage.journal import Journal
from storage.users import User
from tools import answers
from tools.catalog import Catalog
from tools.context import Context, Reading
from tools.focus import Focus
from tools.removal import Erased
from tools.result import Call, Refusal, Refused, Result, Wanted
from tools.tool import Tool

log = logging.getLogger(__name__)
MAX_CALLS = 60


@dataclass(frozen=True)
class Turn:
    """One thing a person did: who, in which conversation, at what instant (aware), and the platform's event id."""

    user_id: int
    conversation_id: int | None
    at: datetime
    text: str = ""
    origin: str = "message"
    channel: str = ""
    event_id: str | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Done:
    """A call and what came of it; `changed` when it wrote something."""

    call: Call
    result: Result
    changed: bool = False


@dataclass(frozen=True)
class Outcome:
    """All that came of a turn's calls: the answers for the person, and the step that can be undone."""

    done: tuple[Done, ...]
    answers: tuple[answers.Answer, ...]
    step: int | None = None


@dataclass
class _Step:
    """What the calls of one turn have in common while they run."""

    user: User
    db: Connection
    journal: Journal
    turn: Turn
    done: list[Done] = field(default_factory=list)


class Toolbox:
    """The tools, the database, and the folder for files handed out."""

    def __init__(self, database: Database, catalog: Catalog, folder: Path | None = None) -> None:
        self.database = database
        self.catalog = catalog
        self.folder = folder

    def run(self, calls: Sequence[Call], turn: Turn) -> Outcome:
        """Run calls in one transaction, each in its own savepoint, and keep what the conversation is about.

        A refusal is an answer. Anything else that goes wrong takes all of the turn back, is logged under a short
        mark, and the person is told that mark.
        """
        try:
            with self.database.write() as db:
                return self._run(db, calls, turn)
        except Exception as error:
            return self._surprise(error, calls, turn)

    def press(self, action_id: str, turn: Turn) -> Outcome:
        """Carry out what is behind a button; a used or stale one says so, another person's is not there."""
        try:
            with self.database.write() as db:
                action = actions.take(db, turn.user_id, action_id, turn.at)
                words = _not_open(action)
                if action is None or words:
                    return Outcome((), (answers.Answer(text=words),))
                calls = [Call.model_validate(call) for call in action.calls]
                if not calls:
                    self._forget_cards(db, turn)
                    return Outcome((), (answers.Answer(text="All right, I changed nothing."),))
                outcome = self._run(db, calls, turn)
                if not any(isinstance(d.result, Erased) for d in outcome.done):
                    actions.settle(db, turn.user_id, action_id, answers.summary(outcome.done))
                return outcome
        except Exception as error:
            return self._surprise(error, [], turn)

    def _run(self, db: Connection, calls: Sequence[Call], turn: Turn) -> Outcome:
        users.lock_user(db, turn.user_id)
        step = _Step(users.get_user(db, turn.user_id), db, Journal(db, turn.user_id), turn)
        for call in _distinct(calls):
            step.done.append(self._one(step, call))
        if any(isinstance(d.result, Erased) for d in step.done):
            return Outcome(tuple(step.done), answers.plain(step.done))
        return self._closed(step)

    def _one(self, step: _Step, call: Call) -> Done:
        mark = step.journal.mark()
        try:
            with step.db.begin_nested():
                result = self._called(step, call)
        except Refusal as refusal:
            step.journal.back_to(mark)
            wanted = Wanted(call=call, param=refusal.field) if refusal.field else None
            result = Refused(text=refusal.text, buttons=refusal.buttons, refs=refusal.refs, wanted=wanted)
        return Done(call, result, changed=step.journal.mark() != mark)

    def _called(self, step: _Step, call: Call) -> Result:
        tool = self.catalog.find(call.name)
        now = step.turn.at.astimezone(step.user.zone)
        ctx = Context(
            user=step.user, now=now, db=step.db, call=call, files=step.turn.files, folder=self.folder,
            writer=None if tool.reads else step.journal,
        )  # fmt: skip
        return tool.function(ctx, **tool.read(call.args, Reading(ctx.said)))

    def _closed(self, step: _Step) -> Outcome:
        turn, journal = step.turn, step.journal
        made = tuple(d.call for d in step.done if d.changed)
        summary = "; ".join(d.result.reply().text.split("\n")[0] for d in step.done if d.changed)[:500]
        dumped = [c.model_dump(mode="json") for c in made]
        step_id = journal.close(turn.at, turn.origin, turn.event_id, dumped, summary)
        if journal.touched_applications or journal.settings_changed:
            user = users.get_user(step.db, turn.user_id)
            ids = None if journal.settings_changed else journal.touched_applications
            reminders.refresh(step.db, user, ids, turn.at)
        audit.record_all(step.db, turn.user_id, turn.at, [_audited(d) for d in step.done], step_id)
        spoken = answers.compose(step.db, turn, step.done, step_id)
        self._keep_focus(step, step_id, made, spoken)
        if turn.event_id:
            events.finish(step.db, turn.channel, turn.event_id, turn.at, [a.model_dump(mode="json") for a in spoken])
        return Outcome(tuple(step.done), spoken, step_id)

    def _keep_focus(self, step: _Step, step_id: int | None, made: tuple[Call, ...], spoken: tuple[answers.Answer, ...]) -> None:
        if step.turn.conversation_id is None:
            return
        kept = conversations.get_focus(step.db, step.turn.user_id, step.turn.conversation_id)
        focus = answers.refocused(Focus.model_validate(kept), step.done, step_id, made, step.turn.at)
        data = focus.model_dump(mode="json", exclude_defaults=True)
        conversations.set_focus(step.db, step.turn.user_id, step.turn.conversation_id, data, step.turn.at)
        said = [("user", step.turn.text[:4000])] if step.turn.text else []
        said += [("assistant", answer.text[:4000]) for answer in spoken]
        conversations.add_turns(step.db, step.turn.user_id, step.turn.conversation_id, said, step.turn.at)

    def _forget_cards(self, db: Connection, turn: Turn) -> None:
        if turn.conversation_id is not None:
            kept = conversations.get_focus(db, turn.user_id, turn.conversation_id)
            focus = Focus.model_validate(kept).model_copy(update={"wanted": None})
            data = focus.model_dump(mode="json", exclude_defaults=True)
            conversations.set_focus(db, turn.user_id, turn.conversation_id, data, turn.at)

    def _surprise(self, error: Exception, calls: Sequence[Call], turn: Turn) -> Outcome:
        problem = answers.problem_of(error)
        mark = secrets.token_hex(3)
        if problem is None:
            # Names of tools and the place in the code only: what the person wrote stays out of the log.
            log.error("mark %s: %s in %s", mark, type(error).__name__, [c.name for c in calls], exc_info=_bare(error))
            problem = f"Something went wrong on my side (mark {mark}). Nothing was changed; please try again."
        done = tuple(Done(call, Refused(text=problem)) for call in calls[:1])
        return Outcome(done, (answers.Answer(text=problem),))

    def tool(self, name: str) -> Tool:
        """The tool of that name; raises Refusal for none."""
        return self.catalog.find(name)


def _not_open(action: actions.Action | None) -> str:
    if action is None:
        return "That button is not there any more."
    if action.state == actions.USED:
        return f"“{action.label}” was pressed already."
    return "That question is out of date: it was answered, or something else was chosen." if action.state != actions.OPEN else ""


def _bare(error: Exception) -> Any:
    """The trace without the message, which may quote what the person wrote."""
    return type(error), type(error)("…") if type(error).__init__ is Exception.__init__ else Exception("…"), error.__traceback__


def _distinct(calls: Sequence[Call]) -> list[Call]:
    """The calls without exact repetitions, at most MAX_CALLS."""
    found: list[Call] = []
    for call in calls:
        if call not in found:
            found.append(call)
    return found[:MAX_CALLS]


def _audited(done: Done) -> tuple[str, dict[str, Any], str, str]:
    outcome = "refused" if isinstance(done.result, Refused) else "done"
    return done.call.name, done.call.args, outcome, done.result.reply().text[:500]
