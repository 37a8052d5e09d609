"""How people speak of their mailboxes, by the front door, and which server an address is known to have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.house import House
from tools.mail_hosts import service_of

SAID = {
    "connect": ("connect gmail", "how do I connect my email?", "hook up my gmail account please",
                "connect my icloud mail",
                "verbinde mein postfach", "conectar mi correo", "connecte ma boîte mail"),
    "check_mail": ("check my mail", "look through my inbox now", "any new mail?", "did I get any mail?"),
    "mailboxes": ("when did you last look?", "when did you last check my email?", "which mailboxes are connected?"),
    "mail": ("what did you find in my mail?", "show me what you found in my mail", "what's new in my inbox?",
             "any news in my mail?", "what does my mail say?"),
    "disconnect": ("disconnect gmail", "stop reading my mail", "how do I disconnect my mailbox?"),
}  # fmt: skip
HOSTS = {
    "ana@outlook.com": "outlook.office365.com", "ana@hotmail.co.uk": "outlook.office365.com",
    "ana@yahoo.com": "imap.mail.yahoo.com", "ana@ymail.com": "imap.mail.yahoo.com",
    "ana@fastmail.com": "imap.fastmail.com", "ana@icloud.com": "imap.mail.me.com", "ana@me.com": "imap.mail.me.com",
    "Ana@GMX.de": "imap.gmx.net", "ana@gmail.com": "imap.gmail.com",
}  # fmt: skip


@pytest.fixture
def reaching(sqlite_database: Database, tmp_path: Path) -> Iterator[House]:
    """The product that may reach mail servers; none of these tests lets it come so far."""
    found = House(sqlite_database.url.render_as_string(), tmp_path, more={"offline": False})
    yield found
    found.close()


@pytest.mark.parametrize(("tool", "words"), [(tool, words) for tool, all_ in SAID.items() for words in all_])
def test_what_people_say(sqlite_house: House, tool: str, words: str) -> None:
    sqlite_house.say("/log Lidl, Driver, applied, 3 November")
    assert sqlite_house.say(words).calls == [tool]


@pytest.mark.parametrize("words", ["what did Lidl say in their mail?", "I sent the mail to Lidl", "Lidl mailed a no"])
def test_what_is_about_a_job(sqlite_house: House, words: str) -> None:
    sqlite_house.say("/log Lidl, Driver, applied, 3 November")
    assert not {"connect", "check_mail", "mailboxes", "mail", "disconnect"} & set(sqlite_house.say(words).calls)


@pytest.mark.parametrize(("address", "host"), HOSTS.items())
def test_the_server_is_known_by_the_domain(reaching: House, address: str, host: str) -> None:
    service = service_of(address)
    assert service is not None and service.host == host
    asked = reaching.say(f"connect {address}")
    assert "password" in asked.text and address.casefold() in asked.text and "Which server" not in asked.text
    assert not service.page or service.page in asked.text


def test_the_server_of_an_own_domain_is_asked_for(reaching: House) -> None:
    assert "Which server" in reaching.say("connect ana@her-own-domain.example").text


def test_a_service_by_its_name_asks_for_the_address(reaching: House) -> None:
    assert "What is your address there?" in reaching.say("connect outlook").text
    asked = reaching.say("ana@outlook.com")
    assert "password" in asked.text and "Microsoft" in asked.text
