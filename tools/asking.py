"""What a tool asks of a language model that holds no tools, and how it goes on with the answer; knows no model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, SkipValidation

from tools.result import Reply, Result


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


Filled = TypeVar("Filled", bound=Form)
Request = Write | Read
Written = str | Form | None


class Ask(Result):
    """A tool's answer that needs the model first: what was read is committed, the request is asked outside of any
    transaction, and `then` runs in a new one, with what came back (None where no model could be asked).

    `then` gets a context made afresh: what it was told before may be out of date. It must do without an answer.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    request: SkipValidation[Request]
    then: SkipValidation[Callable[[Any, Any], Result]]

    def reply(self) -> Reply:
        """Nothing is said before the answer is there."""
        return Reply()


class Writer:
    """What a tool holds of the second port: it makes the requests, the house asks them; `then` gets a new Context."""

    def write(self, instruction: str, facts: str, most: int, then: Callable[[Any, str | None], Result]) -> Ask:
        """Have a short text written; `then` gets None where that fails."""
        return Ask(request=Write(instruction, facts, most), then=then)

    def read(self, text: str, form: type[Filled], then: Callable[[Any, Filled | None], Result]) -> Ask:
        """Have a text read into a form; `then` gets None where that fails."""
        return Ask(request=Read(text, form), then=then)
