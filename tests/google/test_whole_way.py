"""A mailbox's whole life in a chat with the real program: connected, read, looked at again, lost, and let go."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from storage.database import Database
from tests.google.emulated import ANNA as ADDRESS
from tests.google.emulated import emulated
from tests.google.front import Fault, Front
from tests.google.served import SOON, Served, running
from tests.model_server import free_port
from tests.telegram_house import ANNA, Person
from tests.telegram_http import Server
from tools.clients.google import SCOPE

SLOW = 4.0  # seconds for a hundred mails
REJECTED = (
    "Dear Anna,\n\nunfortunately we will not be moving forward with your application as {title} at {company}. We wish "
    "you all the best.\n\n{company} Recruiting"
)


class Life:
    """Anna, her chat, her browser, and the employers that write to her."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.person = Person(served, ANNA)
        self.before: dict[int, str] = {}

    def say(self, words: str) -> str:
        """What is answered."""
        self.before = self.served.chat()
        return self.person.say(words)

    def press(self, label: str) -> None:
        """Press the newest button that fits."""
        self.before = self.served.chat()
        self.person.press(label)

    def hears(self, words: str) -> str:
        """What the bot writes next with some words in it."""
        return self.served.hears(words, self.before)

    def rejected(self, company: str, title: str, days: int) -> None:
        """An employer writes, some days ago."""
        day = f"{self.served.now - timedelta(days=days):%d %b %Y}"
        text = REJECTED.format(company=company, title=title)
        sender = f"jobs@{company.lower()}.example"
        self.served.front.behind.deliver(f"Your application at {company}", text, sender=sender, day=day)

    def browse(self, label: str) -> str:
        """Follow the newest button that fits to Google, choose the account, and come back; gives the page there."""
        url = next(where for _, name, where in reversed(self.person.buttons()) if name == label)
        if url.startswith(self.served.url):
            away = httpx.get(url, timeout=SOON)
            assert away.status_code == 303
            url = away.headers["location"]
        asked = httpx.URL(url).params
        assert asked["scope"] == SCOPE and asked["code_challenge_method"] == "S256"
        self.before = self.served.chat()
        page = httpx.get(self.served.front.behind.allow(url), timeout=SOON)
        assert page.status_code == 200 and ADDRESS not in page.text
        return page.text

    def connects(self) -> None:
        """From the words to the first look."""
        self.say("connect gmail")
        assert "Go back to our chat" in self.browse("Connect Gmail")
        assert "Is it yours" in self.hears(ADDRESS)
        assert not any("/messages" in path for _, path in self.served.front.asked), "nothing is read before the yes"
        self.press("Yes, read it")
        assert "Since when" in self.hears("Since when")
        assert "newest first" in self.say("1 month")


@pytest.fixture(params=["a laptop", "a server"])
def life(request: pytest.FixtureRequest, server: Server, tmp_path: Path) -> Iterator[Life]:
    """The program on SQLite where the way back leads to this machine; on PostgreSQL where the world reaches it."""
    public = request.param == "a server"
    database: Database = request.getfixturevalue("postgres_empty" if public else "sqlite_database")
    port = free_port()
    (tmp_path / "google").mkdir()
    with emulated(tmp_path / "google", f"http://127.0.0.1:{port}/oauth/google/callback") as google:
        front = Front(google)
        with running(Served(database, server, front, tmp_path, port, public)) as served:
            yield Life(served)
        front.close()


def test_from_the_first_word_to_the_last(life: Life) -> None:
    served = life.served
    life.say("no quiet hours please")  # it has the clock of the day, and news of mails waits for the morning
    life.say("/log Lidl, Driver, applied, 5 days ago")
    life.say("/log Norma, Cashier, applied, 5 days ago")
    life.rejected("Lidl", "Driver", 3)
    life.connects()
    assert "Lidl · Driver: applied → rejected" in life.hears("rejected")
    assert served.statuses() == {"Lidl": "applied", "Norma": "applied"}, "the first look changes nothing"
    life.press("Apply")
    assert served.statuses()["Lidl"] == "rejected"
    later_news(life)
    lost_and_found(life)
    let_go(life)
    assert served.end() == 0
    log = served.logged()
    assert not any(word in log for word in ("Lidl", "Norma", "moving forward", "code=", ADDRESS))


@pytest.mark.parametrize("life", ["a laptop"], indirect=True)
def test_a_long_look_says_how_far_it_is_and_holds_no_talk_up(life: Life) -> None:
    served = life.served
    for number in range(250):
        served.front.behind.deliver(f"letter {number}", "Hello", day=f"{served.now:%d %b %Y}")
    served.front.before = lambda path: time.sleep(SLOW if path.startswith("/batch") else 0)
    life.connects()
    shown = life.hears("Looking through")
    assert re.match(rf"Looking through {ADDRESS}: [12]00\b.* mails …", shown)
    (message,) = [number for number, text in served.chat().items() if text.startswith("Looking through")]
    assert "Norma" in life.say("/log Norma, Cashier")
    assert not served.looked_through(), "the talk went on meanwhile"
    served.until(lambda: served.chat()[message] == f"I have looked through {ADDRESS}.")
    assert not any(text.startswith("Looking through") for text in served.chat().values()), "it was one message"
    assert served.end() == 0


def later_news(life: Life) -> None:
    """A mail that comes later is found by itself."""
    life.say("/mailboxes")
    life.rejected("Norma", "Cashier", 1)
    life.served.quarter_of_an_hour()
    assert "will not be moving forward" in life.hears("Norma")
    assert life.served.statuses()["Norma"] == "rejected"


def lost_and_found(life: Life) -> None:
    """Google lets the program in no more: the person is told, once, and connects it again."""
    served = life.served
    life.say("/mailboxes")
    served.front.faults += [Fault("/history", 401, 50), Fault("/oauth2/token", 400, 50, "invalid_grant")]
    served.quarter_of_an_hour()
    assert ADDRESS in life.hears("I can't read")
    served.front.faults.clear()
    life.press("Reconnect")
    assert "connected again" in life.browse("Connect Gmail")


def let_go(life: Life) -> None:
    """Disconnected: deleted, given back, and what came from it taken back."""
    life.say("disconnect gmail")
    life.press("Yes, disconnect")
    assert "given back to Google" in life.hears("given back")
    assert ("POST", "/oauth2/revoke") in [(m, p.split("?")[0]) for m, p in life.served.front.asked]
    life.press("Take back")
    assert life.served.statuses()["Norma"] == "applied"
    assert "No mailbox is connected" in life.say("/mailboxes")
