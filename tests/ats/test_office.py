"""A key of the house: used for addresses that are proven, each person's own, and for nobody else."""

from __future__ import annotations

import pytest

from bot.bad_setting import BadSetting
from bot.offices import read
from storage import credentials, mailboxes, users
from storage.database import Database
from storage.mailboxes import Kind, Mailbox, Place, State
from tests.ats.greenhouse_at import SECRET
from tests.ats.houses import AtsHouse
from tests.ats.replay import Answer, Replay
from tests.ats.test_front_door import MORNING
from tools.ats import proven

OFFICE = {"JOBBOT_GREENHOUSE_KEY": SECRET, "JOBBOT_GREENHOUSE_COMPANY": "Acme"}


@pytest.fixture
def office(database: Database, tmp_path, greenhouse: Replay):  # type: ignore[no-untyped-def]
    """A house with a key of its own, on both kinds of database."""
    url = database.url.render_as_string(hide_password=False)
    found = AtsHouse(url, tmp_path, {"greenhouse": greenhouse.url}, read(OFFICE))
    found.say("/log Acme, Line Cook, applied, 2 November")
    yield found
    found.close()


def mailbox(house: AtsHouse, place: Place, state: State = State.ACTIVE) -> Mailbox:
    """A mailbox that the person has connected, as far as the state says; it is not looked into."""
    with house.app.database.write() as db:
        user = users.find_user(db, "stdio", house.user)
        assert user is not None and house.app.toolbox.mail is not None
        number = credentials.keep(db, user.id, house.app.toolbox.mail.vault, {}, house.now)
        return mailboxes.connect(db, user.id, place, number, state, house.now)


def test_only_a_proven_address_is_asked_for(office: AtsHouse, greenhouse: Replay) -> None:
    office.tick(office.now)
    mailbox(office, Place(Kind.IMAP, "ana@example.com", "imap.of-the-person.example", 993, "INBOX"))
    mailbox(office, Place(Kind.GMAIL, "ben@example.com"), State.UNCONFIRMED)
    office.tick(office.now)
    assert greenhouse.asked == [], "an address that nobody vouches for opens nothing"
    mailbox(office, Place(Kind.GMAIL, "ana@example.com"))
    heard = office.tick(office.now)
    assert "applied → interview" in heard.text
    assert "the key of the office" in office.say("/mailboxes").text
    office.user = "u2"
    office.say("hello")
    assert "Greenhouse" not in office.say("/mailboxes").text and "Nothing" in office.say("/mail").text


def test_trouble_with_the_offices_key_is_not_the_persons(office: AtsHouse, greenhouse: Replay) -> None:
    mailbox(office, Place(Kind.GMAIL, "ana@example.com"))
    greenhouse.faults.append(("/token", Answer({"error": "invalid_client"}, 401)))
    assert "any more" not in office.tick(office.now).text
    assert "it does not take that client ID" in office.say("/mailboxes").text
    assert "interview" in office.tick(office.now + MORNING).text, "it is tried again"
    office.say("disconnect greenhouse")
    assert "any more" in office.press("Yes, disconnect").text
    asked = len(greenhouse.asked)
    office.tick(office.now + 2 * MORNING)
    assert len(greenhouse.asked) == asked, "who does not want it is not asked for again"


def test_which_mailboxes_prove_an_address(office: AtsHouse) -> None:
    boxes = [
        mailbox(office, Place(Kind.IMAP, "ana@fastmail.com", "imap.fastmail.com", 993, "INBOX")),
        mailbox(office, Place(Kind.IMAP, "ben@fastmail.com", "imap.ben.example", 993, "INBOX")),
        mailbox(office, Place(Kind.ATS, "cleo@example.com", platform="lever", company="Acme")),
        mailbox(office, Place(Kind.GMAIL, "dan@example.com"), State.UNCONFIRMED),
    ]
    assert proven.addresses(boxes) == ["ana@fastmail.com"]


def test_a_key_that_is_set_wrong_is_named_and_not_shown() -> None:
    assert read({}) == {} and set(read(OFFICE)) == {"greenhouse"}
    for wrong in ({"JOBBOT_GREENHOUSE_KEY": SECRET}, {**OFFICE, "JOBBOT_GREENHOUSE_KEY": "one-part"}):
        with pytest.raises(BadSetting, match=r"JOBBOT_GREENHOUSE_(COMPANY|KEY)") as caught:
            read(wrong)
        assert "one-part" not in str(caught.value) and SECRET not in str(caught.value)
    workday = {"JOBBOT_WORKDAY_KEY": "isu pw", "JOBBOT_WORKDAY_COMPANY": "Acme", "JOBBOT_WORKDAY_ACCOUNT": "acme"}
    with pytest.raises(BadSetting, match="customreport2"):
        read(workday)
