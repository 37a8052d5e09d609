"""What a person answers to reminders, deadlines, the digest, and that nobody hears of another's."""

from __future__ import annotations

from datetime import timedelta

from tests.house import House
from tests.reminded import apply, at, mornings, pushed
from tests.talk import Heard


def test_muted(home: House) -> None:
    apply(home, "Acme", "Bolt")
    home.tick(at("2026-11-09 09:00"))
    assert "muted" in home.press_id(next(number for number, words in home.last["u1"].buttons if "Mute" in words)).text
    heard = home.tick(at("2026-11-16 09:00"))
    assert heard.kinds == ["follow_up"] and "Bolt" in heard.text
    assert "Muted: Acme" in home.say("/settings").text
    home.say("/mute Acme, off=yes")
    assert "Acme" in home.tick(at("2026-12-02 09:00")).text


def test_heard_back(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    assert "What did Acme" in home.press("Heard back").text
    assert "applied → rejected" in home.press("^A no").text


def test_after_an_interview(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, 4 November at 3pm, kind=phone")
    home.tick(at("2026-11-05 09:00"))
    assert "Noted" in home.press("It went well").text
    draft = home.press("Draft").text
    assert "Thank you for our call" in draft and len(draft.split()) < 150
    assert home.applications()[0]["notes"][0]["text"] == "The interview went well."


def test_a_snooze_beyond_what_it_is_about_is_refused(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, 4 November at 3pm")
    home.tick(at("2026-11-03 15:00"))
    assert "The interview is before that" in home.press("3 days").text
    assert pushed(home, "2026-11-04 14:00") == ["11-04 14:00 interview"]


def test_deadlines(home: House) -> None:
    home.say("/log Acme, Cook, saved, deadline=20 November")
    assert pushed(home, *mornings(11, 16, 17, 19, 20, 21)) == ["11-17 09:00 deadline", "11-20 09:00 deadline"]
    assert "saved → applied" in home.press("I applied").text


def words_after(heard: Heard) -> str:
    return heard.text.split("\n", 1)[0]


def test_the_digest(home: House) -> None:
    home.say("/settings digest=weekly")
    assert home.tick(at("2026-11-09 09:00")).outs == []
    home.say("/log Acme, Cook, applied, 11 November", at=at("2026-11-11 10:00"))
    home.say("/log Bolt, Cook, applied, 12 November", at=at("2026-11-12 10:00"))
    home.say("/schedule Bolt, 18 November at 3pm")
    heard = home.tick(at("2026-11-16 09:00"))
    assert heard.kinds == ["digest"]
    assert words_after(heard) == (
        "Your last week (9 to 15 Nov): 2 applied, 1 answer and 0 interviews. "
        "The week before: 0 applied, 0 answers and 0 interviews."
    )
    assert "Wed 18 Nov, 3:00 pm: interview, Bolt" in heard.text and "prepare for the interview with Bolt" in heard.text
    assert "daily" in home.press("Daily").text
    assert home.tick(at("2026-11-17 09:00")).kinds == []
    assert "Today:" in home.tick(at("2026-11-18 09:00")).text


def test_a_missed_digest_is_not_sent_days_later(home: House) -> None:
    home.say("/settings digest=weekly")
    home.say("/log Acme, Cook, saved")
    home.say("/log Bolt, Cook, applied, 1 November")
    assert home.tick(at("2026-11-12 09:00")).kinds == ["follow_up"]
    assert home.tick(at("2026-11-30 09:00")).kinds.count("digest") == 1


def test_nobody_else_hears_of_it(home: House) -> None:
    apply(home)
    home.say("hello", user="u2")
    heard = home.tick(at("2026-11-09 09:00"))
    assert {out["user"] for out in heard.outs} == {"u1"}


def test_a_restart_sends_nothing_again(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.restart()
    assert home.tick(at("2026-11-09 09:00") + timedelta(minutes=1)).outs == []
