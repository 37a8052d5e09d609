"""The calendar file: one name for ever, a number that grows with each change, and what was cancelled is taken back."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar

from tests.house import House

SET = "/schedule Acme, Friday at 3pm, kind=video, minutes=45, people=Jane Roe, location=https://video.example/a;b,c"


def calendar(house: House, text: str = "/calendar Acme") -> Calendar:
    """The file that is handed out."""
    (path,) = house.say(text).files
    assert path.suffix == ".ics"
    return Calendar.from_ical(path.read_bytes())


def facts(found: Calendar) -> list[tuple[str, int, str]]:
    return [(str(e["UID"]), int(str(e["SEQUENCE"])), str(e["STATUS"])) for e in found.walk("VEVENT")]


def test_an_interview(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    sqlite_house.say(SET)
    found = calendar(sqlite_house)
    (event,) = found.walk("VEVENT")
    assert str(found["METHOD"]) == "PUBLISH"
    assert event.decoded("DTSTART") == datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert (event.decoded("DTEND") - event.decoded("DTSTART")).total_seconds() == 45 * 60
    assert str(event["SUMMARY"]) == "Interview: Acme · Cook"
    assert str(event["LOCATION"]) == "https://video.example/a;b"
    assert "with Jane Roe" in str(event["DESCRIPTION"])


def test_moved_undone_and_cancelled(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    sqlite_house.say(SET)
    name = facts(calendar(sqlite_house))[0][0]
    assert facts(calendar(sqlite_house)) == [(name, 0, "CONFIRMED")]
    sqlite_house.say("/reschedule Acme, Friday at 4pm")
    assert facts(calendar(sqlite_house)) == [(name, 1, "CONFIRMED")]
    sqlite_house.say("/undo")
    assert facts(calendar(sqlite_house)) == [(name, 2, "CONFIRMED")]
    sqlite_house.say("/reschedule Acme, cancel=yes")
    gone = calendar(sqlite_house)
    assert facts(gone) == [(name, 3, "CANCELLED")] and str(gone["METHOD"]) == "CANCEL"


def test_all_of_them(sqlite_house: House) -> None:
    for company in ("Acme", "Bolt"):
        sqlite_house.say(f"/log {company}, Cook, applied")
        sqlite_house.say(f"/schedule {company}, Friday at 3pm")
    sqlite_house.say("/reschedule Bolt, cancel=yes")
    found = facts(calendar(sqlite_house, "/calendar"))
    assert (
        sorted(status for _, _, status in found) == ["CANCELLED", "CONFIRMED"]
        and len({uid for uid, _, _ in found}) == 2
    )


def test_nothing_ahead(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    assert sqlite_house.say("/calendar").files == []


def test_by_the_button_of_what_sets_moves_or_cancels_it(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    for text, state in ((SET, "CONFIRMED"), ("/reschedule Acme, Monday 4pm", "CONFIRMED"),
                        ("/reschedule Acme, cancel=yes", "CANCELLED")):  # fmt: skip
        assert sqlite_house.say(text).labels == ["Calendar file", "Undo"]
        (path,) = sqlite_house.press("Calendar file").files
        assert [state for _, _, state in facts(Calendar.from_ical(path.read_bytes()))] == [state]


def test_several_interviews_in_one_message_have_one_button(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    sqlite_house.say("/log Bolt, Cook, applied")
    heard = sqlite_house.say("interview with Acme on Friday at 3pm and with Bolt on Monday at 4pm")
    assert len(heard.outs) == 1 and heard.labels == ["Calendar file", "Undo"]
    assert len(sqlite_house.press("Calendar file").files) == 2


def test_one_that_was_held_is_for_no_calendar(sqlite_house: House) -> None:
    sqlite_house.say("/log Acme, Cook, applied")
    assert sqlite_house.say("/schedule Acme, yesterday at 3pm, held=yes").labels == ["Undo"]
