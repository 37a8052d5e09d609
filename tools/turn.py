"""What goes through the door in one turn and what comes of it; types only, known to all who hand them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from storage.usage import Usage
from tools.asking import Ask
from tools.result import Call, Frozen, Result, Table


@dataclass(frozen=True)
class Turn:
    """One thing a person did: who, in which conversation, at what instant (aware), and the platform's event id.

    `retires`: the questions that wait in the conversation are out of date after it; not where none waits, nor where it
    pressed a button of a question: others that were asked beside it go on waiting.
    `careful`: each call goes in a savepoint, also one that stands alone.
    `usage`: what a language model was asked for it, to be kept with its effect.
    `progress` is told, in short words, how far a long call has come. `secret`: a password that was said; it is in no
    other field, and is kept nowhere.
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


@dataclass(frozen=True)
class Done:
    """A call and what came of it; `changed` when it wrote something."""

    call: Call
    result: Result
    changed: bool = False


class Choice(Frozen):
    """A button as it is drawn: its short id and its label; `url`: it opens this page, and nothing else."""

    id: str
    label: str
    url: str = ""


class Answer(Frozen):
    """One message to the person; `after` stands below the table."""

    text: str = ""
    table: Table | None = None
    after: str = ""
    choices: tuple[Choice, ...] = ()
    files: tuple[str, ...] = ()


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
