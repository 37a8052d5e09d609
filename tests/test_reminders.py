"""Reminders as a person meets them: the examples of the rules, hours, bundles, lateness, and the buttons."""

from __future__ import annotations

import json
from pathlib import Path

from storage import by_name, users
from storage.journal import Journal
from storage.progress import record_activity
from tests.house import House
from tests.reminded import apply, at, mornings, pushed


def test_nothing_since(home: House) -> None:
    apply(home)
    assert home.tick(at("2026-11-09 08:59")).outs == []
    first = home.tick(at("2026-11-09 09:00"))
    assert first.kinds == ["follow_up"] and "low priority" in first.text and "7 days" in first.text
    assert home.tick(at("2026-11-09 09:00")).outs == []
    assert "medium priority" in home.tick(at("2026-11-16 09:00")).text
    last = home.tick(at("2026-12-02 09:00"))
    assert "ghosted" in last.text and "Mark as ghosted" in last.labels
    assert home.tick(at("2027-11-02 09:00")).outs == []


def test_done_twice(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    assert "Done" in home.press("^Done").text
    assert pushed(home, *mornings(11, 15, 16)) == ["11-16 09:00 follow_up"]
    home.press("^Done")
    assert pushed(home, *mornings(11, 23, 30), *mornings(12, 9, 15, 16)) == ["12-16 09:00 follow_up"]


def test_snoozed_a_week_and_a_day(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.press("1 week")
    assert pushed(home, *mornings(11, 10, 15, 16)) == ["11-16 09:00 follow_up"]
    home.press("1 day")
    assert pushed(home, *mornings(11, 17, 18), *mornings(12, 2)) == ["11-17 09:00 follow_up", "12-02 09:00 follow_up"]


def test_an_interview(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, 20 November at 3pm, kind=video, people=Jane Roe", at=at("2026-11-05 10:00"))
    home.say("/note ask about shifts, Acme")
    instants = ["2026-11-19 14:59", "2026-11-19 15:00", "2026-11-20 14:00", *mornings(11, 21, 26, 27)]
    day = home.tick(at("2026-11-12 09:00"))
    assert day.outs == []
    assert pushed(home, *instants) == [
        "11-19 15:00 interview", "11-20 14:00 interview", "11-21 09:00 thank_you", "11-27 09:00 follow_up",
    ]  # fmt: skip
    assert "high priority" in home.last["u1"].text


def test_an_application_and_its_interview_told_in_one_message(home: House) -> None:
    words = "I applied to Acme as a cook today. I have an interview with Acme on 20 November at 3pm."
    said = home.say(words, at=at("2026-11-05 10:00"))
    assert [tool["name"] for out in said.outs for tool in out["tools"]] == ["log", "schedule"]
    assert pushed(home, "2026-11-19 14:59", "2026-11-19 15:00", "2026-11-20 14:00") == [
        "11-19 15:00 interview", "11-20 14:00 interview",
    ]  # fmt: skip


def test_what_an_interview_says(home: House) -> None:
    apply(home)
    home.say(
        "/schedule Acme, 20 November at 3pm London time, kind=video, people=Jane Roe, location=https://v.example/1"
    )
    home.say("/note ask about shifts, Acme")
    text = home.tick(at("2026-11-19 10:00")).text
    for part in (
        "Tomorrow",
        "Acme · Cook",
        "10:00 am",
        "15:00 Europe/London",
        "Jane Roe",
        "https://v.example/1",
        "shifts",
    ):
        assert part in text, part
    assert "In 1 hour" in home.tick(at("2026-11-20 09:00")).text


def test_the_last_mail_and_the_last_event_are_told(home: House) -> None:
    apply(home, "Acme", "Bolt")
    home.say("/status screening, Bolt", at=at("2026-11-03 10:00"))
    with home.app.database.write() as db:
        me = users.find_user(db, "stdio", "u1")
        assert me is not None
        number = by_name.vocabulary(db, me.id).companies[-1].application_id
        journal = Journal(db, me.id)
        record_activity(journal, number, "mail", at("2026-11-04 10:00"), note="We look at all papers this week.")
        journal.close(at("2026-11-04 10:00"), "message", None, [], "")
    home.say("/note nothing, Acme", at=at("2026-11-04 11:00"))
    assert "Last: screening, Tue 3 Nov." in home.tick(at("2026-11-10 09:00")).text
    mail = "Last mail, Wed 4 Nov: “We look at all papers this week.”"
    assert mail in home.tick(at("2026-11-11 09:00")).text
    home.say("/schedule Acme, 13 November at 3pm")
    assert mail in home.tick(at("2026-11-12 15:00")).text


def test_an_interview_cancelled(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, 20 November at 3pm", at=at("2026-11-05 10:00"))
    home.say("/reschedule Acme, cancel=yes", at=at("2026-11-18 11:00"))
    assert pushed(home, "2026-11-19 15:00", "2026-11-20 14:00", *mornings(11, 21, 24, 25)) == ["11-25 09:00 follow_up"]


def test_an_interview_at_short_notice_comes_with_the_next_beat(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, tomorrow at 9am")
    assert pushed(home, "2026-11-02 10:05", "2026-11-02 23:00", "2026-11-03 08:00") == [
        "11-02 10:05 interview", "11-03 08:00 interview",
    ]  # fmt: skip


def test_rejected_and_undone(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.say("/status rejected, Acme", at=at("2026-11-12 12:00"))
    home.say("/undo", at=at("2026-11-13 12:00"))
    assert pushed(home, *mornings(11, 16)) == ["11-16 09:00 follow_up"]
    home.say("/status rejected, Acme")
    assert pushed(home, *mornings(12, 2, 20)) == []


def test_down_for_days(home: House) -> None:
    apply(home)
    late = home.tick(at("2026-11-12 10:00"))
    assert late.kinds == ["follow_up"] and "This was due Mon 9 Nov" in late.text


def test_screening_once(home: House) -> None:
    home.say("/log Acme, Cook, screening", at=at("2026-11-04 15:00"))
    days = [*mornings(11, 10, 11, 18), *mornings(12, 3, 4, 5)]
    assert pushed(home, *days) == ["11-11 09:00 follow_up", "12-04 09:00 follow_up"]


def test_three_come_one_by_one_and_four_in_one_message(home: House) -> None:
    apply(home, "Acme", "Bolt", "Corus")
    assert home.tick(at("2026-11-09 09:00")).kinds == ["follow_up"] * 3
    home.say("/log Dorn, Cook, applied, 9 November", at=at("2026-11-09 10:00"))
    heard = home.tick(at("2026-11-16 09:00"))
    assert len(heard.outs) == 1
    assert all(name in heard.text for name in ("Acme", "Bolt", "Corus", "Dorn")) and "This was" not in heard.text
    assert len(home.press("One by one").outs) == 4


def test_the_buttons_of_a_bundle_are_for_all_of_it(home: House) -> None:
    apply(home, "Acme", "Bolt", "Corus", "Dorn")
    home.tick(at("2026-11-09 09:00"))
    assert home.press("3 days").text.count("Later") == 4
    heard = home.tick(at("2026-11-12 09:00"))
    assert len(heard.outs) == 1
    home.say("the second one rejected me")
    assert sum(a["status"] == "rejected" for a in home.applications()) == 1


def test_what_was_due_before_it_was_known_comes_next_morning_in_one_message(home: House, tmp_path: Path) -> None:
    old = [{"company": name, "status": "applied", "applied_on": "2026-10-17"} for name in ("Acme", "Bolt")]
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"version": 1, "applications": old}), "utf-8")
    home.bring(file)
    assert home.tick(at("2026-11-02 20:00")).outs == []
    heard = home.tick(at("2026-11-03 09:00"))
    assert len(heard.outs) == 1 and "Acme" in heard.text and "Bolt" in heard.text and "This was due" not in heard.text


def test_quiet_hours_hold_all_but_interviews_and_named_hours(home: House) -> None:
    home.say("/settings quiet_from=08:00, quiet_to=10:00")
    apply(home)
    home.say("/remind call Jane, 9 November at 9am")
    home.say("/remind water the plants, 9 November")
    home.say("/schedule Bolt, 9 November at 10am")
    home.say("/log Bolt, Cook, applied")
    home.say("/schedule Bolt, 9 November at 10am")
    quiet = home.tick(at("2026-11-09 09:30"))
    assert sorted(quiet.kinds) == ["custom", "interview"] and "Jane" in quiet.text
    later = home.tick(at("2026-11-09 10:00"))
    assert sorted(later.kinds) == ["custom", "follow_up"] and later.text.count("This was due 9:00 am") == 2


def test_a_pause_holds_all_but_interviews_until_its_day(home: House) -> None:
    apply(home, "Acme", "Bolt")
    home.say("/schedule Bolt, 10 November at 3pm")
    assert "interviews" in home.say("I'm on holiday until 12 November", at=at("2026-11-06 10:00")).text
    assert pushed(home, *mornings(11, 9, 10), "2026-11-10 14:00", *mornings(11, 11)) == [
        "11-10 09:00 interview", "11-10 14:00 interview",
    ]  # fmt: skip
    heard = home.tick(at("2026-11-12 08:00"))
    assert sorted(heard.kinds) == ["follow_up", "thank_you"] and "This was due" in heard.text


def test_resuming_sends_what_waited(home: House) -> None:
    apply(home)
    home.say("/settings pause_until=2026-12-24", at=at("2026-11-06 10:00"))
    assert home.tick(at("2026-11-09 12:00")).outs == []
    home.say("/settings resume=yes")
    assert home.tick(at("2026-11-09 12:05")).kinds == ["follow_up"]
