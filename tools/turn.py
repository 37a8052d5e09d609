"""What goes through the door in one turn and what comes of it; types only, known to all who hand them on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from storage.audit import Audited
from storage.usage import Usage
from tools.asking import Ask
from tools.result import Call, Frozen, Refused, Result, Table

MOST_KEPT = 4000  # characters of what was said once


@dataclass(frozen=True)
class Turn:
    """One thing a person did: who, in which conversation, at what instant (aware), and the platform's event id.

    `retires`: the questions that wait in the conversation are out of date after it; not where none waits, nor where it
    pressed a button of a question: others that were asked beside it go on waiting.
    `careful`: each call goes in a savepoint, also one that stands alone.
    `usage`: what a language model was asked for it, to be kept with its effect.
    `progress` is told, in short words, how far a long call has come. `secret`: a password that was said; it is in no
    other field, and is kept nowhere. `waits`: whoever runs it goes on with calls that wait for something outside.
    """

    user_id: int
    conversation_id: int | None
    at: datetime
    text: str = ""
    origin: str = "message"
    channel: str = ""
    event_id: str | None = None
    files: tuple[Path, ...] = ()
    retires: bool = True
    careful: bool = False
    usage: Usage | None = None
    progress: Callable[[str], None] | None = None
    secret: str = field(default="", repr=False)
    waits: bool = True

    def said(self, spoken: Sequence[Answer], role: str) -> list[tuple[str, Any]]:
        """What was said in the turn, by whom, as it is kept; `role`: of who answered."""
        said = [("user", self.text[:MOST_KEPT])] if self.text else []
        return [*said, *((role, answer.text[:MOST_KEPT]) for answer in spoken)]


@dataclass(frozen=True)
class Done:
    """A call and what came of it; `changed` when it wrote something."""

    call: Call
    result: Result
    changed: bool = False

    @property
    def audited(self) -> Audited:
        """The call as the audit log keeps it: tool, arguments, what became of it, what was said."""
        outcome = "refused" if isinstance(self.result, Refused) else "done"
        return self.call.name, self.call.args, outcome, self.result.reply().text[:500]


class Choice(Frozen):
    """A button as it is drawn: its short id and its label; `url`: it opens this page, and nothing else."""

    id: str
    label: str
    url: str = ""


class Answer(Frozen):
    """One message to the person; `after` stands below the table, `about` is the one application a receipt tells of."""

    text: str = ""
    table: Table | None = None
    after: str = ""
    choices: tuple[Choice, ...] = ()
    files: tuple[str, ...] = ()
    about: int | None = None


@dataclass(frozen=True)
class Outcome:
    """All that came of a turn's calls: the answers for the person, and the step that can be undone.

    `asks`: calls that go on when a language model has answered what they ask. `stale`: a button was pressed that is
    not open any more.
    """

    done: tuple[Done, ...]
    answers: tuple[Answer, ...]
    step: int | None = None
    asks: tuple[tuple[Call, Ask], ...] = ()
    stale: bool = False
