"""The form of an evaluation's cases (one JSON object a line): a conversation and what must be true after it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tools.portable import Instant
from tools.result import Refusal

OWN = Path(__file__).with_name("cases.jsonl")
INSTANTS = frozenset(("starts_at", "due_at", "at"))
# What the entries of a list that is asked for are.
LISTS = {"tags+": str, "history": str, "interviews": dict, "contacts": dict}


def _regex(words: str) -> str:
    try:
        re.compile(words)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from None
    return words


def _wanted(fields: dict[str, Any]) -> dict[str, Any]:
    """Check the patterns and instants among the fields that are asked for, at any depth."""
    for key, value in fields.items():
        if key.endswith("~"):
            _regex(str(value))
        elif key in INSTANTS and (value is None or datetime.fromisoformat(str(value)).tzinfo is None):
            raise ValueError(f"{key} is no instant with an offset")
        elif key in LISTS:
            _listed(key, value)
    return fields


def _listed(key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(part, LISTS[key]) for part in value):
        raise ValueError(f"{key} is no list of {'names' if LISTS[key] is str else 'objects'}")
    for part in value:
        if isinstance(part, dict):
            _wanted(part)


Regex = Annotated[str, AfterValidator(_regex)]
Wanted = Annotated[dict[str, Any], AfterValidator(_wanted)]


class _Part(BaseModel):
    """A part of a case; a word that is not known is an error, for it would be an expectation that nobody checks."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Press(_Part):
    """Press the first button of the last answers whose label fits a pattern."""

    press: Regex


class Tick(_Part):
    """Let the scheduler look at what is due at an instant."""

    tick: Instant


class Setup(BaseModel):
    """A part of the export form that is imported before the first turn; the import itself checks the rest."""

    model_config = ConfigDict(extra="allow", frozen=True)
    user: dict[str, Any] = {}
    applications: tuple[dict[str, Any], ...] = ()


class Expect(_Part):
    """What must be true after the last turn; a part that is not there is not looked at."""

    count: int | None = None
    unchanged: bool = False
    applications: tuple[Wanted, ...] = ()
    absent: tuple[str, ...] = ()
    reminders: tuple[Wanted, ...] = ()
    no_reminders: tuple[Wanted, ...] = ()
    reply: tuple[Regex, ...] = Field((), alias="reply~")
    reply_without: tuple[Regex, ...] = Field((), alias="reply!~")
    push: tuple[Regex, ...] = Field((), alias="push~")
    push_count: int | None = None


class Case(_Part):
    """One conversation: `setup` is there a minute before `now`; the zone is `tz`."""

    id: Annotated[str, Field(min_length=1)]
    group: Annotated[str, Field(min_length=1)]
    now: Instant
    tz: str
    setup: Setup = Setup()
    turns: Annotated[tuple[str | Press | Tick, ...], Field(min_length=1)]
    expect: Expect


def load(path: Path) -> list[Case]:
    """The cases of a file, in its order; raises Refusal that names the line which cannot be read."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise Refusal(f"{path.name} cannot be read ({error.strerror}).") from None
    found = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case = _read(line, f"{path.name}, line {number}")
        if case.id in found:
            raise Refusal(f"{path.name}, line {number}: the id {case.id} stands there twice.")
        found[case.id] = case
    if not found:
        raise Refusal(f"{path.name} holds no case.")
    return list(found.values())


def _read(line: bytes, where: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        words = first["msg"].removeprefix("Value error, ")
        raise Refusal(f"{where}: {field + ': ' if field else ''}{words}.") from None
