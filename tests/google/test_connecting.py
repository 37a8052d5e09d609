"""Connecting Gmail as a person does it: the button, Google's page, the way back, whose mailbox, since when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import findings, mail_tables, steps, users
from storage.database import Database
from tests.google.emulated import ANNA
from tests.google.front import Front
from tests.google.houses import GoogleHouse

REJECTED = (
    "Dear Anna,\n\nunfortunately we will not be moving forward with your application as Driver at Lidl. We wish you "
    "all the best.\n\nLidl Recruiting"
)


@pytest.fixture
def newcomer(sqlite_database: Database, tmp_path: Path, front: Front) -> Iterator[GoogleHouse]:
    """The product on SQLite, where nobody has connected anything yet."""
    found = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front)
    yield found
    found.close()


def test_from_the_button_to_the_first_look(mailhouse: GoogleHouse) -> None:
    mailhouse.front.behind.deliver("Your application", "Thank you for applying to Lidl as a driver.")
    asked = mailhouse.connect()
    assert ANNA in asked.text and asked.labels == ["Yes, read it", "No, not that one"]
    when = mailhouse.press("Yes, read it")
    assert "Since when" in when.text and "3 months" in when.labels
    told = mailhouse.say("1 November")
    assert "newest first" in told.text
    listed = mailhouse.say("when did you last look?")
    assert ANNA in listed.text and "1 mail" in listed.text


def test_what_the_first_look_finds_is_shown_before_anything_changes(mailhouse: GoogleHouse) -> None:
    mailhouse.say("/log Lidl, Driver, applied, 3 November")
    mailhouse.front.behind.deliver("Your application as driver", REJECTED)
    heard = mailhouse.connected()
    (lidl,) = mailhouse.applications()
    assert lidl["status"] == "applied" and heard.kinds == ["mail"]
    assert "Lidl · Driver: applied → rejected" in heard.text


def test_without_a_key_nothing_is_stored_on_postgresql(postgres_empty: Database, tmp_path: Path, front: Front) -> None:
    house = GoogleHouse(postgres_empty.url.render_as_string(hide_password=False), tmp_path, front, keys=())
    refused = house.say("connect gmail")
    assert "JOBBOT_SECRET_KEY" in refused.text and refused.labels == []
    with house.app.database.read() as db:
        assert db.scalar(select(func.count()).select_from(mail_tables.oauth_links)) == 0
    house.close()


@pytest.mark.parametrize("words", ["hmm", "no idea", "what do you mean?"])
def test_no_answer_to_since_when_is_no_mistake(newcomer: GoogleHouse, words: str) -> None:
    house = newcomer
    house.say("/log Lidl, Driver, applied, 3 November")
    house.connect()
    house.press("Yes, read it")
    assert "nothing I know" not in house.say(words).text
    assert "Since when" in house.say("check my mail").text, "the question waits"
    assert "since Thu 1 Oct" in house.say("since october").text


def test_why_opens_the_mail_where_gmail_shows_it(newcomer: GoogleHouse) -> None:
    house = newcomer
    house.say("/log Lidl, Driver, applied, 3 November")
    house.front.behind.deliver("News", REJECTED)
    house.connected()
    house.press("Apply")
    why = house.say("why?")
    assert "will not be moving forward" in why.text and "Subject: News" in why.text
    (button,) = why.outs[0]["buttons"]
    assert button["label"] == "Open the mail"
    assert button["url"] == (
        "https://mail.google.com/mail/?authuser=anna%40example.com#search/rfc822msgid%3ANews%40lidl.example"
    )


def test_what_came_from_a_mailbox_can_be_taken_back_when_it_goes(mailhouse: GoogleHouse) -> None:
    mailhouse.say("/log Lidl, Driver, applied, 3 November")
    mailhouse.front.behind.deliver("Your application as driver", REJECTED)
    mailhouse.connected()
    mailhouse.press("Apply")
    assert mailhouse.applications()[0]["status"] == "rejected"
    as_by_itself(mailhouse)
    mailhouse.say("disconnect gmail")
    gone = mailhouse.press("Yes, disconnect")
    assert "Take back what came from it (1)" in gone.labels
    mailhouse.press("Take back")
    assert mailhouse.applications()[0]["status"] == "applied"


def as_by_itself(house: GoogleHouse) -> None:
    """The last step counts as one that the mail made by itself, as a finding that is sure does."""
    number = house.export()["applications"][0]["id"]
    with house.app.database.write() as db:
        user = users.find_user(db, "stdio", house.user)
        assert user is not None
        (found,) = findings.of_application(db, user.id, number)
        findings.note_outcome(db, user.id, found.id, "Lidl: rejected", steps.recent_steps(db, user.id)[0].id)
