"""A password is told apart from words before anything is kept, in private only; whoever would rather not is heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.assistant import Message
from storage.database import Database
from tests.house import House

SECRET = "my-app-password"


@pytest.fixture
def asked(sqlite_database: Database, tmp_path: Path) -> Iterator[House]:
    """The product as it waits for a password, of a server that is not there."""
    house = House(sqlite_database.url.render_as_string(), tmp_path, more={"offline": False})
    house.say("connect ana@x.example")
    assert "send me the password" in house.say("localhost:1").text
    yield house
    house.close()


def kept(house: House) -> bytes:
    """All bytes of the database."""
    return b"".join(path.read_bytes() for path in house.settings.data_dir.glob("jobbot.db*"))


def test_it_is_kept_nowhere_in_words(asked: House) -> None:
    heard = asked.say(SECRET)
    assert "could not reach localhost" in heard.text and SECRET not in heard.text
    assert SECRET.encode() not in kept(asked)


def test_where_others_read_along_it_is_not_taken(asked: House) -> None:
    said = asked.runner.run(asked.assistant.answer(Message("stdio", "u1", asked.now, text=SECRET, private=False)))
    assert "Others can read along" in said.answers[0].text
    assert SECRET.encode() not in kept(asked)


@pytest.mark.parametrize("words", ["never mind", "no thanks", "Cancel.", "not now", "stop", "nein"])
def test_whoever_would_rather_not(asked: House, words: str) -> None:
    assert "connected nothing" in asked.say(words).text
    asked.say("applied to Aldi")
    assert [one["company"] for one in asked.applications()] == ["Aldi"], "nothing waits for a password any more"


@pytest.mark.parametrize("words", ["applied to Aldi yesterday", "/log Aldi"])
def test_news_are_heard(asked: House, words: str) -> None:
    asked.say(words)
    assert [one["company"] for one in asked.applications()] == ["Aldi"]


@pytest.mark.parametrize("words", ["abcd efgh ijkl mnop", "correct horse battery staple", "X9$k-2!", "1234"])
def test_passwords_of_every_sort(asked: House, words: str) -> None:
    assert "could not reach localhost" in asked.say(words).text


@pytest.mark.parametrize(
    "beside",
    ["password hunter-two", "with the password: hunter-two", "mit dem Passwort hunter-two", "app password hunter-two"],
)
def test_a_password_beside_the_address_is_not_kept(asked: House, beside: str) -> None:
    heard = asked.say(f"connect ben@gmx.de {beside}")
    assert "send me the password of ben@gmx.de" in heard.text
    assert b"hunter-two" not in kept(asked)
