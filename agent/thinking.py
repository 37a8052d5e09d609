"""One turn on its way to its answer, and who is asked where the interpreter alone does not do; loads no model."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Protocol

from agent.offline.briefing import Briefing
from agent.offline.pipeline import Understood, connecting, understand
from storage.conversations import Turn as Spoken
from storage.usage import Spent, Usage
from tools.asking import Request, Visit, Written
from tools.postings.posting import ReadPosting
from tools.result import Call
from tools.turn import Outcome, Turn

Sink = Callable[[str], None]
Act = Callable[[list[Call], Turn], Awaitable[Outcome]]


@dataclass
class Thinking:
    """One turn on its way: what is known at its begin, and what it has cost so far.

    `sink` hears the words of a language model while they come; `note` is said once below the answers. `spent`: what
    the person's turns have cost in the last 24 hours; `beside`: the calls that tools have cost in this one; `deadline`:
    until when, on the loop's clock, it may wait for the model, from its first call on.
    """

    text: str
    briefing: Briefing
    turn: Turn
    spoken: Sequence[Spoken] = ()
    stays_here: bool = False
    spent: Spent | None = None
    beside: int = 0
    deadline: float | None = None
    sink: Sink | None = None
    usage: Usage = field(default_factory=Usage)
    note: str = ""
    understood: Understood | None = None

    def read(self) -> Understood:
        """The interpreter's reading, made once in a turn."""
        if self.understood is None:
            self.understood = understand(self.text, self.briefing)
        return self.understood

    def connecting(self) -> bool:
        """Whether the message is about a mailbox, a sheet or a system for applicants, and nothing else."""
        return connecting(self.text, self.briefing)

    @property
    def counted(self) -> Turn:
        """The turn with what it has cost, which is kept in the transaction of its effect."""
        return self.turn if self.usage.path == "offline" else replace(self.turn, usage=self.usage)


@dataclass(frozen=True)
class Reached:
    """What a model came to: the outcomes of its calls, or words; `read_back` when they were made of looked-up data."""

    outcomes: tuple[Outcome, ...] = ()
    words: str = ""
    read_back: bool = False


class Mind(Protocol):
    """What may be asked besides the interpreter; `asks_outside` where it may need the recent turns."""

    asks_outside: bool

    def plain(self, thinking: Thinking) -> Understood | None:
        """The interpreter's reading where nothing else is to be asked; None else. Waits for nothing."""
        ...

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """Think, and have done what that comes to."""
        ...

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """What the second port, which holds no tools, makes of a tool's request; None where it may not be asked or
        fails. What that costs is added to `usage`."""
        ...

    async def leave(self) -> None:
        """Give back what is held open."""
        ...


class Visitor(Protocol):
    """What reads the postings behind links from the network."""

    async def visit(self, visit: Visit) -> ReadPosting | None:
        """What stands behind a link; None where nobody could be asked."""
        ...

    async def leave(self) -> None:
        """Give back what is held open."""
        ...


class Later:
    """A mind that is made when words first have to be read: what it imports takes longer than all else of a start."""

    asks_outside = True

    def __init__(self, make: Callable[[], Mind]) -> None:
        self._make = make
        self._made: Mind | None = None
        self._making = Lock()

    def made(self) -> Mind:
        """The mind itself, made once; for any thread, and best in one while a person is still typing."""
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made

    def plain(self, thinking: Thinking) -> Understood | None:
        """As the mind itself has it."""
        return self.made().plain(thinking)

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """As the mind itself does it."""
        return await self.made().carry_out(thinking, act)

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """As the mind itself writes it."""
        return await self.made().write(request, thinking, usage)

    async def leave(self) -> None:
        """Give back what it holds open, if it was ever made."""
        if self._made is not None:
            await self._made.leave()
