"""How far a look into a mailbox is, told in one message that is edited in place, to who asked for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import progress
from bot.progress import Progress
from storage import users
from storage.database import Database
from storage.mailboxes import Kind, Mailbox, Place, State, connect
from tests.house import House

NOW = datetime(2026, 11, 17, 12, tzinfo=UTC)


class Chat:
    """A channel that keeps what it shows; `broken`: it cannot be reached."""

    def __init__(self, *, broken: bool = False) -> None:
        self.shown: list[tuple[str, str, str]] = []
        self.broken = broken

    async def show(self, account: str, words: str, message: str) -> str:
        """Write words in the place of a message."""
        if self.broken:
            raise OSError("no way there")
        self.shown.append((account, words, message))
        return "m1"


@pytest.fixture
def box(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Database, Mailbox]]:
    """A mailbox of somebody who was seen in the chat."""
    monkeypatch.setattr(progress, "EVERY", 0.01)
    house = House(sqlite_database.url.render_as_string(), tmp_path)
    house.say("hello")
    with house.app.database.write() as db:
        user = users.find_user(db, "stdio", house.user)
        assert user is not None
        found = connect(db, user.id, Place(Kind.IMAP, "ana@mail.example"), None, State.ACTIVE, NOW)
    yield house.app.database, found
    house.close()


async def looked(database: Database, box: Mailbox, chat: object) -> None:
    """A look that takes a while."""
    told = Progress(database, {"stdio": chat})
    for number in (100, 200):
        told.show(box, f"{number} mails")
        await asyncio.sleep(0.3)
    await told.done(box)
    await asyncio.sleep(0.05)


def test_one_message_is_edited_until_the_end(box: tuple[Database, Mailbox]) -> None:
    chat = Chat()
    asyncio.run(looked(box[0], replace(box[1], asked_at=NOW), chat))
    first, *others = chat.shown
    assert first == ("u1", "100 mails", "") and {message for _, _, message in others} == {"m1"}
    assert [words for _, words, _ in chat.shown][-1] == "I have looked through ana@mail.example."
    assert [words for _, words, _ in chat.shown].count("200 mails") == 1


def test_nobody_is_bothered_who_did_not_ask(box: tuple[Database, Mailbox]) -> None:
    chat = Chat()
    asyncio.run(looked(*box, chat))
    assert chat.shown == []


@pytest.mark.parametrize("chat", [Chat(broken=True), object()], ids=["out of reach", "cannot edit"])
def test_a_chat_that_cannot_show_it_stops_nothing(box: tuple[Database, Mailbox], chat: object) -> None:
    asyncio.run(looked(box[0], replace(box[1], asked_at=NOW), chat))
