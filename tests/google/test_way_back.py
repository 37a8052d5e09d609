"""The way to Google and back over HTTP: taken by any process, once; the chat asks whose mailbox it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from storage.database import Database
from tests.browsing import PUBLIC, browse
from tests.google.emulated import ANNA
from tests.google.front import Front
from tests.google.houses import GoogleHouse


@pytest.fixture
def served(sqlite_database: Database, tmp_path: Path, front: Front) -> Iterator[GoogleHouse]:
    """The product that the world reaches."""
    found = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front, PUBLIC)
    yield found
    found.close()


def test_from_the_button_to_the_question_in_the_chat(served: GoogleHouse) -> None:
    url = served.link()
    assert url.startswith(f"{PUBLIC}/oauth/google/start?state=")
    away = browse(served, url)
    assert away.status_code == 303 and away.headers["referrer-policy"] == "no-referrer"
    told: list[bool] = []
    back = served.front.behind.allow(away.headers["location"])
    assert back.startswith(f"{PUBLIC}/oauth/google/callback?")
    page = browse(served, back, told)
    assert page.status_code == 200 and "Go back to our chat" in page.text and ANNA not in page.text and told
    assert page.headers["cache-control"] == "no-store"
    asked = served.tick(served.now)
    assert asked.kinds == ["mailbox"] and ANNA in asked.text
    assert "Since when" in served.press("Yes, read it").text
    again = browse(served, back)
    assert again.status_code == 400 and "out of date" in again.text


@pytest.mark.parametrize(
    "path", ["start", "callback", "start?state=x", "callback?state=x&code=y", "callback?error=e&state=<b>"]
)
def test_what_nobody_was_sent_with(served: GoogleHouse, path: str) -> None:
    page = browse(served, f"{PUBLIC}/oauth/google/{path}")
    assert page.status_code == 400 and "connect gmail" in page.text and "<b>" not in page.text


def test_a_code_that_google_does_not_know(served: GoogleHouse) -> None:
    away = browse(served, served.link()).headers["location"]
    state = httpx.URL(away).params["state"]
    page = browse(served, f"{PUBLIC}/oauth/google/callback?state={state}&code=wrong")
    assert page.status_code == 400 and "did not let me in" in page.text
    assert "No mailbox" in served.say("/mailboxes").text
