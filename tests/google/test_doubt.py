"""A look into a mailbox asks a language model about mails that the rules doubt, and holds nothing open meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agent.thinking import Thinking
from scheduler.reading import MOST_ASKED
from storage.database import Database
from storage.usage import Usage
from tests.google.front import Front
from tests.google.houses import GoogleHouse
from tests.mails import hand_in, mail
from tests.plain_reader import plainly
from tests.test_mail_second_opinion import LINE, ODD, Reader, form
from tools.asking import Read, Request, Written
from tools.findings import letters
from tools.mail.finding import Finding
from tools.mail.mail import Mail

__all__ = ["plainly"]
pytestmark = pytest.mark.usefixtures("plainly")


class Watching(Reader):
    """The same, which also writes to the database meanwhile: whoever held it open would keep it waiting."""

    database: Database | None = None

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """The form."""
        assert self.database is not None
        with self.database.write():
            return await super().write(request, thinking, usage)


@pytest.fixture
def reader() -> Watching:
    """The model."""
    return Watching()


@pytest.fixture
def house(sqlite_database: Database, tmp_path: Path, front: Front, reader: Watching) -> Iterator[GoogleHouse]:
    """The product with a language model and a Google."""
    found = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front, mind=lambda _: reader)
    reader.database = found.app.database
    found.say("/log Stripe, Backend Engineer, applied, 3 November")
    yield found
    found.close()


def test_its_reading_is_a_question_that_says_who_decided(house: GoogleHouse, reader: Watching) -> None:
    reader.form = form(line=LINE)
    house.front.behind.deliver("the seat", ODD, sender="jobs@stripe.example")
    heard = house.connected()
    (asked,) = reader.asked
    assert isinstance(asked, Read) and "Oddly enough" in asked.text
    assert "went to somebody else" in heard.text and house.applications()[0]["status"] == "applied"
    assert "Your language model read this one." in heard.text + house.say("/mail").text


def test_a_line_that_is_not_there_counts_for_nothing(house: GoogleHouse, reader: Watching) -> None:
    reader.form = form(line="We are glad to offer you the job.", news="offer")
    house.front.behind.deliver("the seat", ODD)
    house.connected()
    assert len(reader.asked) == 1 and house.say("/mail").text.startswith("Nothing")


def test_of_many_mails_it_is_asked_about_some(house: GoogleHouse, reader: Watching) -> None:
    for number in range(MOST_ASKED + 3):
        house.front.behind.deliver(f"oddly {number}", ODD)
    house.connected()
    assert len(reader.asked) == MOST_ASKED


def test_nothing_is_held_while_mails_are_read(house: GoogleHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def slowly(one: Mail, zone: ZoneInfo | None = None) -> Finding:
        with house.app.database.write():
            seen.append(one.subject)
        return Finding("not_job", confidence=1.0)

    monkeypatch.setattr(letters, "read", slowly)
    house.front.behind.deliver("Hello", "How are you?")
    house.connected()
    hand_in(house, mail("Hello"))
    assert seen == ["Hello", "Your application"]
