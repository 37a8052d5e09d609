"""What a tool asks for that a transaction must not wait for, and how it goes on with what comes: words of a language
model that holds no tools, a server, a posting behind a link, a file. It knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, SkipValidation

from tools.result import Refusal, Reply, Result


class Form(BaseModel):
    """The base of what a text may be read into: enums and short strings, nothing that could carry a wish."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Write:
    """A short text of at most `most` characters, from facts, as the instruction says."""

    instruction: str
    facts: str
    most: int


@dataclass(frozen=True)
class Read:
    """A text of somebody else's, to be read into a form."""

    text: str
    form: type[Form]


@dataclass(frozen=True)
class Outside:
    """Work that waits for a server: it is done in a thread of its own, and knows no database.

    Where it raises a Refusal, that is what `then` gets instead of an answer.
    """

    work: Callable[[], Any]


@dataclass(frozen=True)
class Visit:
    """A link, behind which a posting is to be read from the network."""

    url: str


Work = Literal["picture", "json", "csv", "xlsx", "pdf"]


@dataclass(frozen=True)
class Make:
    """A file to be made by a process of its own (`tools/workshop.py`): of what, from what (plain values), and where."""

    work: Work
    task: Any
    path: Path


Filled = TypeVar("Filled", bound=Form)
# What a language model is asked, and what it gives.
Request = Write | Read
Written = str | Form | None
# All that a tool may wait for, and what comes of it.
Errand = Request | Outside | Visit | Make
Brought = Any


class Ask(Result):
    """A tool's answer that needs something first: what was read is committed, the request is asked outside of any
    transaction, and `then` runs in a new one, with what came back (None where nobody could be asked).

    `then` gets a context made afresh: what it was told before may be out of date. It must do without an answer.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    request: SkipValidation[Errand]
    then: SkipValidation[Callable[[Any, Any], Result]]

    def reply(self) -> Reply:
        """Nothing is said before the answer is there."""
        return Reply()


def outside(work: Callable[[], Any], then: Callable[[Any, Any], Result]) -> Ask:
    """Have `work` done while no transaction is open, and go on with what it gives, or raise its Refusal."""

    def go_on(ctx: Any, found: Any) -> Result:
        if isinstance(found, Refusal):
            raise found
        return then(ctx, found)

    return Ask(request=Outside(work), then=go_on)


class Writer:
    """What a tool holds of the second port: it makes the requests, the house asks them; `then` gets a new Context."""

    def write(self, instruction: str, facts: str, most: int, then: Callable[[Any, str | None], Result]) -> Ask:
        """Have a short text written; `then` gets None where that fails."""
        return Ask(request=Write(instruction, facts, most), then=then)

    def read(self, text: str, form: type[Filled], then: Callable[[Any, Filled | None], Result]) -> Ask:
        """Have a text read into a form; `then` gets None where that fails."""
        return Ask(request=Read(text, form), then=then)
