"""What goes into the door and what comes out: calls, results, replies, refusals; knows no storage and no channel."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from tools.words import storable, without_credentials


class Frozen(BaseModel):
    """A value that never changes once made."""

    model_config = ConfigDict(frozen=True)


def _kept(value: Any) -> Any:
    """An argument as it may be kept: what no database takes is gone, and so are the passwords of links."""
    if isinstance(value, str):
        return without_credentials(storable(value))
    if isinstance(value, dict):
        return {_kept(key): _kept(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_kept(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class Call(Frozen):
    """A tool's name and its arguments, as a person or a model said them (but for what may not be kept).

    `confirmed` is set by a pressed button alone: no model can set it. `said_at` is the instant at which the words
    in `args` were said ("tomorrow"), where that is not now.
    """

    name: str
    args: Annotated[dict[str, Any], AfterValidator(_kept)] = {}
    confirmed: bool = False
    said_at: datetime | None = None


class Button(Frozen):
    """A label and the calls behind it; `keep` marks one that only reads and may be pressed again.

    `url`: it opens a page instead.
    """

    label: str
    calls: tuple[Call, ...] = ()
    keep: bool = False
    url: str = ""


class Table(Frozen):
    """Rows of short cells under their column names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Reply(Frozen):
    """What a person sees, free of any platform's markup."""

    text: str = ""
    table: Table | None = None
    buttons: tuple[Button, ...] = ()
    files: tuple[str, ...] = ()


class Wanted(Frozen):
    """A question that the reply asked: the next plain words fill `param` of `call`.

    `secret`: they are a password, which reaches the call as `ctx.secret` and is kept nowhere.
    """

    call: Call
    param: str
    secret: bool = False


class Result(Frozen):
    """Typed facts which a tool gives back; `refs` names what they are about ("application:12"), in the order shown."""

    refs: tuple[str, ...] = ()
    listed: bool = False
    wanted: Wanted | None = None

    def reply(self) -> Reply:
        """The facts in words for the person."""
        raise NotImplementedError


class Said(Result):
    """Plain words, with buttons where a next step is plain."""

    text: str
    buttons: tuple[Button, ...] = ()
    table: Table | None = None
    files: tuple[str, ...] = ()

    def reply(self) -> Reply:
        """The words themselves."""
        return Reply(text=self.text, buttons=self.buttons, table=self.table, files=self.files)


class Asking(Said):
    """Words that end in a question whose buttons may be answered in words."""


class Receipt(Said):
    """The answer to a change, built from the rows as they stand now; the door adds Undo."""


class Proposed(Said):
    """A question before a change that is hard to take back; nothing has been done yet."""


class Refusal(Exception):
    """Something that cannot be done, in words meant for the person; may be raised from any depth."""

    def __init__(self, text: str, *buttons: Button, field: str | None = None, refs: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.text, self.buttons, self.field, self.refs = text, buttons, field, refs


class Refused(Said):
    """A refusal as a result: what was said, and the ways on as buttons."""


def application_ref(application_id: int) -> str:
    """How an application is named between the floors."""
    return f"application:{application_id}"
