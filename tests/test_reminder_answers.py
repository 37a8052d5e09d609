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


def test_words_that_put_off_what_was_told(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.say("hello")
    assert "Later: Follow up · Acme · Cook · Tue 10 Nov" in home.say("not now").text
    home.tick(at("2026-11-10 09:00"))
    assert "Thu 12 Nov" in home.say("ask me again in 2 days").text
    home.tick(at("2026-11-12 09:00"))
    assert "Thu 12 Nov (today), 6:00 pm" in home.say("remind me this evening instead").text


def test_words_that_answer_mean_nothing_that_is_only_to_come(home: House) -> None:
    apply(home)
    home.say("hello")
    for words in ("not now", "later", "done"):
        assert "There is no reminder" in home.say(words).text
    assert pushed(home, *mornings(11, 9)) == ["11-09 09:00 follow_up"]


def test_one_application_is_silenced_in_words_and_heard_of_again(home: House) -> None:
    apply(home, "Acme", "Bolt")
    assert "muted" in home.say("stop pinging me about Acme").text
    assert home.tick(at("2026-11-09 09:00")).kinds == ["follow_up"]
    assert "on again" in home.say("you can remind me about Acme again").text
    home.say("/remind water the plants, Friday")
    assert "Reminder cancelled: water the plants" in home.say("stop reminding me about the plants").text


def test_a_pause_without_a_day_asks_for_it(home: House) -> None:
    apply(home)
    for words in ("pause my reminders", "I'm on holiday", "no reminders on Friday"):
        assert "Until which day" in home.say(words).text
    assert "Mon 16 Nov" in home.say("until the 16th").text
    assert pushed(home, *mornings(11, 9, 15)) == []
    assert home.tick(at("2026-11-16 08:00")).kinds == ["follow_up"]
    assert "Thu 03 Dec" in home.say("off on holiday from tomorrow, back on the 3rd of December").text


def test_a_reminder_before_an_interview_and_before_a_deadline(home: House) -> None:
    apply(home)
    home.say("/log Bolt, Baker, saved, deadline=20 November")
    home.say("/schedule Acme, 12 November at 3pm")
    assert "I do that by myself" in home.say("remind me the day before").text
    for words, when in (
        ("remind me 2 hours before my interview at Acme to leave", "leave · Acme · Cook · Thu 12 Nov, 1:00 pm"),
        ("remind me the evening before the Acme interview to iron a shirt", "Wed 11 Nov, 7:00 pm"),
        ("remind me a week before the Bolt deadline", "Deadline: Bolt · Baker · Fri 13 Nov, 9:00 am"),
        ("remind me 2 hours before the Bolt deadline", "A deadline has no hour"),
        ("remind me an hour before the interview at Bolt", "I know of no interview ahead at Bolt"),
    ):
        assert when in home.say(words).text
    assert "custom" in home.tick(at("2026-11-12 13:00")).kinds


def test_an_hour_put_right_keeps_the_day(home: House) -> None:
    home.say("remind me on friday to send my certificates")
    home.say("actually at 4pm")
    assert pushed(home, "2026-11-02 16:00", "2026-11-06 09:00", "2026-11-06 16:00") == ["11-06 16:00 custom"]


def test_what_comes_by_itself_lies_ahead(home: House) -> None:
    apply(home)
    assert "Follow up · Acme" in home.say("what's coming up?").text
