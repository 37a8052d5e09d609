"""The JSON-lines channel: one object a line in, any number out, then `done`; for programs and tests."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from agent.assistant import Assistant, Message, Said
from bot import watching
from bot.channel import Delivered
from bot.mailing import MailRounds
from bot.outbox import Note, Outbox
from bot.render.plain import text_of
from bot.sheeting import SheetRounds
from storage import users
from storage.users import Account
from tools.turn import Answer, Choice

CHANNEL = "stdio"
MAX_NAME = 200
# Calls that may have asked for a look into a mailbox, or at a sheet.
LOOKS = ("check_mail", "mailbox", "connect", "google_code", "sheet", "sheet_cells")
# Further away no calendar can be reckoned with.
YEARS = range(1900, 2201)


class BadLine(ValueError):
    """A line that is no message; the words say what is wrong with it."""


async def serve(assistant: Assistant, source: TextIO, sink: TextIO) -> None:
    """Answer each line of `source` in turn until it ends."""
    loop = asyncio.get_running_loop()
    try:
        while line := await loop.run_in_executor(None, source.readline):
            if line.strip():
                async for out in answers(assistant, line):
                    sink.write(json.dumps(out, ensure_ascii=False) + "\n")
                sink.flush()
    finally:
        await assistant.leave()


async def answers(assistant: Assistant, line: str) -> AsyncIterator[dict[str, Any]]:
    """The objects that answer one line, `done` last."""
    number: Any = None
    try:
        data = _object(line)
        number = data.get("id")
        if data.get("tick"):
            for out in await _ticked(assistant, number, _instant(data.get("at"))):
                yield out
            yield {"id": number, "done": True, "model_calls": 0}
            return
        message = _message(data)
        said = await assistant.answer(message)
        for out in _said(number, message, said):
            yield out
        for out in await _looked(assistant, number, message, said):
            yield out
        yield {"id": number, "done": True, "model_calls": said.model_calls}
    except BadLine as error:
        yield {"id": number, "error": str(error)}
        yield {"id": number, "done": True, "model_calls": 0}


class Collected:
    """The channel as reminders meet it: what is pushed is written as the answer to the tick."""

    name = CHANNEL

    def __init__(self, number: Any) -> None:
        self.number = number
        self.outs: list[dict[str, Any]] = []

    async def push(self, account: Account, note: Note) -> Delivered:
        """Keep a push as it will be written."""
        self.outs.append(_out(self.number, account.account, note.answer) | {"push": True, "kind": note.kind})
        return Delivered()


async def _looked(assistant: Assistant, number: Any, message: Message, said: Said) -> list[dict[str, Any]]:
    """What comes of a look into one's mail or sheet that was asked for: nothing runs here but on a line."""
    if not any(call.name in LOOKS for call in said.calls) or not _reaches_mail(assistant):
        return []
    channel = Collected(number)
    with assistant.toolbox.database.read() as db:
        user = users.find_user(db, CHANNEL, message.account)
    if user is None:
        return []
    rounds = MailRounds(assistant.toolbox, lambda: message.at, write=assistant.aside.write)
    looks = await rounds.once(message.at, user.id)
    if looks + await SheetRounds(assistant.toolbox, lambda: message.at).once(message.at, user.id):
        await Outbox(assistant.toolbox, assistant.bridge, {CHANNEL: channel}).beat(message.at, user.id)
    return channel.outs


def _reaches_mail(assistant: Assistant) -> bool:
    return assistant.toolbox.mail is not None and assistant.toolbox.mail.online


async def _ticked(assistant: Assistant, number: Any, at: datetime) -> list[dict[str, Any]]:
    """All that is owed by an instant to the people of this channel; mailboxes and sheets come first."""
    if _reaches_mail(assistant):
        await MailRounds(assistant.toolbox, lambda: at, write=assistant.aside.write).once(at)
        await SheetRounds(assistant.toolbox, lambda: at).once(at)
    watch = watching.of(assistant)
    if watch is not None:
        await watch.beat(at)
    channel = Collected(number)
    await Outbox(assistant.toolbox, assistant.bridge, {CHANNEL: channel}, write=assistant.aside.write).beat(at)
    return channel.outs


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"this line is no JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadLine("this line is no JSON object")
    return data


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _message(data: dict[str, Any]) -> Message:
    text, press, files = (data.get(k) for k in ("text", "press", "files"))
    user = _user(data.get("user"))
    if not isinstance(text, str | None) or not isinstance(press, str | None):
        raise BadLine("“text” and “press” are strings")
    if not isinstance(files, list | None) or not all(isinstance(f, str) for f in files or []):
        raise BadLine("“files” is a list of paths")
    if text is None and not press and not files:
        raise BadLine("a line needs “text”, “press” or “tick”")
    return Message(
        CHANNEL, user, _instant(data.get("at")), text=text or "", press=press or "",
        files=tuple(Path(f) for f in files or []), event_id=_event(user, data.get("event")),
    )  # fmt: skip


def _user(user: Any) -> str:
    if not isinstance(user, str | int) or isinstance(user, bool) or not str(user).strip():
        raise BadLine("“user” is missing: a name for the person")
    if len(str(user)) > MAX_NAME or not str(user).isprintable():
        raise BadLine(f"“user” is at most {MAX_NAME} characters that can be seen")
    return str(user)


def _event(user: str, event: Any) -> str | None:
    """The id of an event among those of all users: each user counts by itself."""
    if event is None:
        return None
    if not isinstance(event, str | int) or isinstance(event, bool):
        raise BadLine("“event” is a string or a number")
    return hashlib.sha256(json.dumps([user, str(event)]).encode()).hexdigest()


def _instant(at: Any) -> datetime:
    """The line's clock as UTC; the real clock without one."""
    if at is None:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(str(at))
        if instant.tzinfo is None or instant.year not in YEARS:
            raise ValueError
        return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadLine(f"“at” is no instant with an offset: {str(at)[:60]}") from None


def _said(number: Any, message: Message, said: Said) -> list[dict[str, Any]]:
    outs = []
    for index, answer in enumerate(said.answers):
        calls = [{"name": c.name, "args": c.args} for c in said.calls] if index == 0 else []
        outs.append(_out(number, message.account, answer) | {"tools": calls})
    return outs


def _out(number: Any, account: str, answer: Answer) -> dict[str, Any]:
    return {
        "id": number,
        "user": account,
        "text": text_of(answer),
        "buttons": [_button(choice) for choice in answer.choices],
        "files": list(answer.files),
    }


def _button(choice: Choice) -> dict[str, str]:
    drawn = {"id": choice.id, "label": choice.label}
    return drawn | {"url": choice.url} if choice.url else drawn


def run(assistant: Assistant) -> int:
    """Serve standard input and output until the input ends."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    asyncio.run(serve(assistant, sys.stdin, sys.stdout))
    return 0
