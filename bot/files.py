"""`jobbot import` and `jobbot export`: which person is meant, and the way through the door; the form is the tools'."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import app, tables
from bot.settings import Settings
from storage import users
from storage.database import Database
from storage.journal import NotThere
from storage.users import User
from tools.asking import Make
from tools.result import Call, Proposed, Refusal, Refused
from tools.toolbox import Toolbox
from tools.turn import Answer, Outcome, Turn

TERMINAL = "terminal"
NAMED = {"local": (TERMINAL, "local"), "demo": (TERMINAL, "demo")}
LOCAL = NAMED["local"]
# Where a person may be met for the first time; another channel's name is a slip of the pen.
CHANNELS = (TERMINAL, "stdio", "telegram", "slack")
MOST_NAMED = 5


@dataclass(frozen=True)
class _Person:
    """Who is meant; `new` when made just now."""

    user: User
    new: bool = False


def bring_in(settings: Settings, path: Path, user: str | None, manner: tables.Manner = tables.PLAIN) -> str:
    """Import a file for a person, who is made if not there yet; give what came of it.

    A table is asked about in the given manner. Raises Refusal and DatabaseProblem.
    """
    parts = app.build(settings.without_model)
    try:
        return import_file(parts.toolbox, path, user, datetime.now(UTC), manner)
    finally:
        parts.close()


def take_out(settings: Settings, user: str | None, wanted: Mapping[str, str], target: Path | None) -> str:
    """Write a person's data, as `/export` gives it for the arguments `wanted`, to a file or (None) to standard output.

    Gives what there is to say of it. Raises Refusal, DatabaseProblem.
    """
    parts = app.build(settings.without_model)
    try:
        person = person_of(parts.database, user)
        answer = _exported(parts, Call(name="export", args=dict(wanted)), _turn(person))
        handed = Path(answer.files[0])
        try:
            _to_stdout(handed) if target is None else write(target, handed)
            return answer.text
        finally:
            handed.unlink(missing_ok=True)
    finally:
        parts.close()


def _exported(parts: app.App, call: Call, turn: Turn) -> Answer:
    """The answer with its file, which may have to be made first. Raises Refusal."""
    outcome = parts.toolbox.run([call], turn)
    for asked, ask in outcome.asks:
        assert isinstance(ask.request, Make)
        made = parts.assistant.errands.makers.make(ask.request)
        outcome = parts.toolbox.go_on(asked, ask, made, turn)
    answer = outcome.answers[0]
    if not answer.files:
        raise Refusal(answer.text)
    return answer


def _to_stdout(handed: Path) -> None:
    """Copy a file to standard output, byte by byte."""
    sys.stdout.flush()
    with handed.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)


def import_file(
    toolbox: Toolbox, path: Path, user: str | None, now: datetime, manner: tables.Manner = tables.PLAIN
) -> str:
    """The same as `bring_in` on a toolbox that is open already, at the instant `now`."""
    person = _person(toolbox.database, user, now)
    turn = _turn(person.user, path.absolute(), now)
    words = ""
    try:
        outcome = _through_the_door(toolbox, Call(name="import"), turn)
        asks = isinstance(outcome.done[0].result, Proposed)
        words = tables.settle(toolbox, turn, outcome.answers[0], manner) if asks else outcome.answers[0].text
        return words
    finally:
        if person.new and not words.startswith("Imported"):
            with toolbox.database.write() as db:
                users.erase(db, person.user.id)


def write(path: Path, handed: Path) -> None:
    """Copy a file to where it is wanted, for nobody else to read, whole or not at all. Raises Refusal."""
    try:
        target = path.resolve()
        if target.is_file() or not target.exists():
            _replace(target, handed)
        else:
            # A pipe or a device: there is nothing to keep whole.
            with handed.open("rb") as source, target.open("wb") as file:
                shutil.copyfileobj(source, file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "that is no name of a file"
        raise Refusal(f"I cannot write {path}: {reason}. Name another file with -o.") from None


def _replace(target: Path, handed: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with handed.open("rb") as source, open(descriptor, "wb") as file:
            shutil.copyfileobj(source, file)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _turn(user: User, file: Path | None = None, now: datetime | None = None) -> Turn:
    return Turn(
        user_id=user.id, conversation_id=None, at=now or datetime.now(UTC), origin="command", channel=TERMINAL,
        files=(file,) if file else (), progress=tables.progress,
    )  # fmt: skip


def _through_the_door(toolbox: Toolbox, call: Call, turn: Turn) -> Outcome:
    outcome = toolbox.run([call], turn)
    if isinstance(outcome.done[0].result, Refused):
        raise Refusal(outcome.answers[0].text)
    return outcome


def _person(database: Database, said: str | None, now: datetime) -> _Person:
    """The person meant by `--user`, made if not there yet and it is plain who that would be."""
    known = _known(database, said)
    if known is not None:
        return _Person(known)
    channel, account = _account(said) if said else LOCAL
    if channel not in CHANNELS:
        raise _nobody(database, said)
    with database.write() as db:
        return _Person(users.ensure_user(db, channel, account, now), new=True)


def person_of(database: Database, said: str | None) -> User:
    """The person that `--user` names, by default the only one. Raises Refusal where there is none."""
    person = _known(database, said)
    if person is None:
        raise _nobody(database, said)
    return person


def _known(database: Database, said: str | None) -> User | None:
    """The person that `--user` names, by default `local` or else the only one there is; None for nobody."""
    with database.read() as db:
        if said is None:
            everybody = users.all_users(db)
            return users.find_user(db, *LOCAL) or (everybody[0] if len(everybody) == 1 else None)
        if re.fullmatch(r"[0-9]{1,15}", said):
            try:
                return users.get_user(db, int(said))
            except NotThere:
                return None
        return users.find_user(db, *_account(said)) or users.find_member(db, *_account(said))


def _account(said: str) -> tuple[str, str]:
    """The channel and the account of `channel:account`, `local` or `demo`; empty for anything else."""
    channel, colon, account = said.partition(":")
    return NAMED.get(said, (channel, account) if colon and account.strip() else ("", ""))


def _nobody(database: Database, said: str | None) -> Refusal:
    """That there is no such person, and who there is."""
    with database.read() as db:
        known = [f"{a.channel}:{a.account}" for one in users.all_users(db) for a in users.list_accounts(db, one.id)]
    if not known:
        return Refusal("There is nobody here yet: chat with jobbot, or import a file, first.")
    more = f" and {len(known) - MOST_NAMED} more" if len(known) > MOST_NAMED else ""
    who = f"There is no person “{said[:60]}”." if said else f"There are {len(known)} accounts."
    return Refusal(f"{who} Say who is meant with --user: {', '.join(known[:MOST_NAMED])}{more}.")
