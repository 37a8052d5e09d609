"""What mails said is told: as a push, once, together, outside of the quiet hours; and gone through as one list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.house import NOON, House
from tests.mails import DAY, applied, hand_in, look, mail, offered, rejected
from tests.plain_reader import plainly
from tests.talk import Heard

__all__ = ["plainly"]
pytestmark = pytest.mark.usefixtures("plainly")
SOON = timedelta(minutes=5)


@pytest.fixture
def house(sqlite_house: House) -> House:
    """Somebody in New York who applied to four companies two weeks ago."""
    sqlite_house.say("/settings timezone=America/New_York, digest=off, follow_up_days=60")
    for company in ("Stripe", "Lidl", "Tesco", "Acme"):
        sqlite_house.say(f"/log {company}, Backend Engineer, applied, 16 November")
    return sqlite_house


def statuses(house: House) -> dict[str, str]:
    """Where each application stands."""
    return {a["company"]: a["status"] for a in house.applications()}


def told(house: House, after: timedelta = SOON) -> Heard:
    """What is pushed a little later."""
    return house.tick(house.now + after)


def no(company: str, **more: str) -> bytes:
    """A rejection from a company's own address."""
    return mail(rejected(company), sender=f"jobs@{company.casefold()}.com", **more)  # type: ignore[arg-type]


def test_it_is_pushed_once_with_undo(house: House) -> None:
    look(house, no("Stripe"))
    heard = told(house)
    assert heard.kinds == ["mail"] and "applied → rejected" in heard.text and heard.labels == ["Undo", "Why?"]
    assert told(house).kinds == []
    house.press("Undo")
    assert statuses(house)["Stripe"] == "applied"


def test_undo_takes_back_what_the_person_was_told_of_last(house: House) -> None:
    look(house, no("Stripe"))
    house.say("/log Aldi, Cook")
    assert "Aldi" in house.say("undo").text and statuses(house)["Stripe"] == "rejected"
    house.say("/log Aldi, Cook")
    told(house)
    assert "Stripe" in house.say("undo").text and statuses(house)["Stripe"] == "applied"
    assert "Aldi" in house.say("undo").text


def test_in_the_quiet_hours_it_waits_and_comes_together(house: House) -> None:
    look(house, no("Stripe"))
    assert house.tick(house.now.replace(hour=22)).kinds == []
    look(house, no("Lidl"), mail(offered("Tesco"), sender="hr@tesco.com"))
    assert house.tick(house.now + timedelta(hours=2)).kinds == []
    heard = house.tick(house.now + timedelta(hours=9))
    assert heard.kinds == ["mail"]
    assert "3 found: 2 clear, 1 to look at" in heard.text
    assert statuses(house) == {"Stripe": "rejected", "Lidl": "rejected", "Tesco": "applied", "Acme": "applied"}
    assert house.tick(house.now + DAY).kinds == []


def test_what_was_seen_in_the_chat_is_not_pushed(house: House) -> None:
    look(house, no("Stripe"))
    assert "applied → rejected" in house.say("/mail").text
    assert told(house).kinds == []


def test_a_failed_mail_keeps_no_other_out(house: House) -> None:
    found = look(house, b"", b"\x00\xff\xfe", no("Stripe"))
    assert (found.looked, found.new) == (3, 1)


def test_a_first_look_shows_everything_before_it_changes_anything(house: House) -> None:
    days = [NOON - DAY * n for n in range(9, 0, -1)]
    mails = [mail(applied(f"Firm{n}", "Cook"), sender=f"hr@firm{n}.com", at=day) for n, day in enumerate(days)]
    mails += [mail(rejected(f"Firm{n}", "Cook"), sender=f"hr@firm{n}.com") for n in range(3)]
    mails += [mail(rejected(f"Nobody{n}", "Cook"), sender=f"hr@nobody{n}.com") for n in range(3)]
    before = house.export()
    look(house, *reversed(mails), hold=True)
    assert house.export() == before
    heard = told(house)
    assert "15 found: 12 clear, 3 to look at." in heard.text and "nothing is changed yet" in heard.text
    assert house.export()["applications"] == before["applications"]
    assert "12 mails taken over." in house.press("Apply the 12 clear ones").text
    after = statuses(house)
    assert [after[f"Firm{n}"] for n in range(4)] == ["rejected"] * 3 + ["applied"]
    house.press("^Undo")
    assert house.export()["applications"] == before["applications"]


def test_the_rest_is_gone_through_one_by_one(house: House) -> None:
    look(house, *(mail(offered(name), sender=f"hr@{name.casefold()}.com") for name in ("Stripe", "Lidl", "Tesco")))
    heard = told(house)
    assert "3 found: 0 clear, 3 to look at" in heard.text
    assert "(3 left)" in house.press("Look at the 3").text
    assert "(2 left)" in house.press("^Apply").text
    assert "(the last one)" in house.press("Not about a job").text
    assert "That was all of it." in house.press("^Apply").text
    assert sorted(statuses(house).values()) == ["applied", "applied", "offer", "offer"]


def test_many_files_at_once_are_shown_first(house: House) -> None:
    mails = [mail(applied(f"Firm{n}", "Cook"), sender=f"hr@firm{n}.com") for n in range(8)]
    heard = hand_in(house, *mails)
    assert "8 mails read." in heard.text and "8 found: 8 clear, 0 to look at" in heard.text
    assert len(house.applications()) == 4
    house.press("Apply the 8 clear ones")
    assert len(house.applications()) == 12
    assert "I know that mail" in hand_in(house, *mails).text


def test_a_wrong_pick_that_is_corrected_teaches(house: House) -> None:
    """Acme's parent writes: the person says once whose mail that is."""
    asked = hand_in(house, mail(rejected("Globex Holding"), sender="jobs@globex.com"))
    assert "Another application…" in asked.labels
    house.press("Another application")
    house.press("^Acme")
    assert statuses(house)["Acme"] == "rejected"
    house.say("/status applied, Acme")
    look(house, mail(rejected("Globex Holding"), sender="jobs@globex.com", at=house.now + SOON, number="next"))
    assert statuses(house)["Acme"] == "rejected"


def test_strangers_are_asked_about_and_known_from_then_on(house: House) -> None:
    look(house, mail(rejected("Stripe"), sender="no-reply@talentwire.biz"))
    assert statuses(house)["Stripe"] == "applied"
    heard = told(house)
    assert "I do not know this sender" in heard.text and "talentwire.biz" in heard.text
    house.press("^Apply")
    assert statuses(house)["Stripe"] == "rejected"


def test_another_person_sees_nothing_of_it(house: House) -> None:
    house.say("/log Stripe, Cook", user="u2")
    look(house, mail(offered("Stripe")))
    press = told(house).button("Apply")
    assert "not there" in house.press_id(press, user="u2").text
    assert house.say("/mail", user="u2").text == "Nothing in your mail waits for you."
    assert "not there any more" in house.say("/why finding=1", user="u2").text
