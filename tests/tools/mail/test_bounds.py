"""Mails that mean harm to whoever reads them: huge, deep, packed or broken ones are read in bounded time and room."""

from __future__ import annotations

import resource
import struct
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.tools.mail.letters import calendar, message, raw
from tools.mail import mime
from tools.mail.html import read_html
from tools.mail.invitation import read_invitation
from tools.mail.parse import mail_from, mail_of
from tools.mail.read import read
from tools.mail.rtf import plain, unpacked
from tools.mail.tnef import body

UTC_ZONE = ZoneInfo("UTC")
MEGA = 1024 * 1024
# Of the processor: far above what one of these mails takes, far below what a bomb would.
SECONDS = 5.0


def spent(work: object) -> float:
    """Seconds of the processor that a call takes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    assert callable(work)
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


BOMBS = {
    "fifty megabytes of text": raw("We received your application. " * 10) + b"word " * (10 * MEGA),
    "fifty megabytes in one line": raw("x") + b"x" * (50 * MEGA),
    "fifty megabytes of base64": raw("x", encoding="base64") + b"QUFB" * (12 * MEGA),
    "fifty megabytes of HTML": raw("<p>x</p>", kind="text/html") + b"<div><p>a</p>" * (4 * MEGA),
    "a header of megabytes": b"Subject: " + b"a" * (20 * MEGA) + b"\r\n\r\nx",
    "a million headers": b"X-A: b\r\n" * MEGA + b"\r\nx",
    "encoded words without end": b"Subject: " + b"=?utf-8?Q?=41?= " * 200_000 + b"\r\n\r\nx",
    "half an encoded word, many times": b"Subject: " + b"=?a?q?" * 40_000 + b"\r\n\r\nx",
    "a hundred thousand recipients": b"To: " + b"a@b.example, " * 100_000 + b"\r\n\r\nx",
    "brackets of addresses": b"From: " + b"(" * 100_000 + b"\r\n\r\nx",
    "ten thousand parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 10_000,
    "a boundary of one letter": b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\n" * MEGA,
    "quotation upon quotation": raw("\n".join(">" * n + " x" for n in range(3_000))),
    "open brackets": raw("<" * MEGA, kind="text/html"),
    "tags within tags": raw("<div>" * MEGA, kind="text/html"),
    "hidden within hidden": raw("<b style='display:none'>" * 300_000, kind="text/html"),
    "blanks without end": raw(" " * (5 * MEGA) + "x"),
    "a sentence without end": raw("unfortunately not " * 200_000),
    "capitals without end": raw("Thank you for your interest in " + "Acme & " * 100_000),
    "dates without end": raw(
        "We invite you to an interview on " + "Monday 3pm " * 50_000, Subject="Interview invitation"
    ),
}


@pytest.mark.parametrize("name", list(BOMBS))
def test_bombs(name: str) -> None:
    assert spent(lambda: read(mail_of(BOMBS[name]))) < SECONDS


def test_messages_within_messages_without_end() -> None:
    nested = b"We have received your application."
    for _ in range(500):
        nested = b"Content-Type: message/rfc822\r\n\r\n" + nested
    assert len(mime.message(nested)) <= mime.DEEPEST + 1
    mail_of(nested)


def test_a_message_holds_so_many_parts_and_no_more() -> None:
    assert len(mime.message(BOMBS["ten thousand parts"])) == mime.MOST_PARTS


def test_a_zip_is_not_opened() -> None:
    mail = message(text="Your interview documents are attached.")
    mail.add_attachment(b"PK\x03\x04" + b"\0" * MEGA, maintype="application", subtype="zip", filename="winmail.zip")
    assert mail_of(mail.as_bytes()).text == "Your interview documents are attached."


ICS_BOMBS = {
    "repeats for ever": calendar(
        "DTSTART:20261124T150000Z", "RRULE:FREQ=SECONDLY;COUNT=999999999", "SUMMARY:Interview"
    ),
    "a year of 9999": calendar("DTSTART:99991231T235959Z", "DURATION:P99999D"),
    "a length without end": calendar("DTSTART:20261124T150000Z", "DURATION:P999999999999W"),
    "a folded line without end": calendar("DTSTART:20261124T150000Z", "SUMMARY:" + "\r\n x" * 100_000),
    "fifty thousand properties": calendar("DTSTART:20261124T150000Z", *["SUMMARY:x"] * 50_000),
    "an alarm within": calendar("DTSTART:20261124T150000Z", "BEGIN:VALARM", "REPEAT:999999", "END:VALARM"),
    "no end": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261124T150000Z\r\n",
    "no event": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "no start": calendar("SUMMARY:Interview"),
    "a start that is none": calendar("DTSTART:soon"),
    "a zone with rules of its own": "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\n"
    "DTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
    "DTSTART;TZID=X:20261124T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "letters that are none": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:\udcff\r\nEND:VEVENT\r\n",
}


@pytest.mark.parametrize("name", list(ICS_BOMBS))
def test_bombs_in_calendars(name: str) -> None:
    data = ICS_BOMBS[name].encode("utf-8", "surrogateescape")
    assert spent(lambda: read_invitation(data, UTC_ZONE)) < SECONDS
    mail = message(text="Your interview is confirmed.")
    mail.add_attachment(data, maintype="text", subtype="calendar", filename="invite.ics")
    assert spent(lambda: read(mail_of(mail.as_bytes()))) < SECONDS


def test_what_repeats_is_its_first_time() -> None:
    found = read_invitation(ICS_BOMBS["repeats for ever"].encode(), UTC_ZONE)
    assert found is not None and found.starts_at == datetime(2026, 11, 24, 15, tzinfo=UTC)


def test_lines_cannot_be_slipped_into_headers() -> None:
    mail = mail_of(raw("x", Subject="=?utf-8?Q?Hi=0D=0AFrom:_evil@x.example?=", From="=?utf-8?Q?A=0AB?= <a@x.example>"))
    assert mail.subject == "Hi From: evil@x.example"
    assert (mail.sender, mail.sender_name) == ("a@x.example", "A B")


def test_two_senders_are_the_first() -> None:
    assert mail_of(b"From: a@x.example\r\nFrom: b@y.example\r\n\r\nx").sender == "a@x.example"


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff" * 1000, b"\r\n\r\n", b":::", b"From \n\n", b"Content-Type: multipart/mixed\r\n\r\nx"]
)
def test_bytes_that_are_no_mail(data: bytes) -> None:
    assert read(mail_of(data)).status == "not_job"


@pytest.mark.parametrize(
    "data", [b"", b"\x78\x9f\x3e\x22", b"\x78\x9f\x3e\x22\0\0\1" + b"\xff" * 100, b"\x78\x9f\x3e\x22" * 5000]
)
def test_a_winmail_that_is_none(data: bytes) -> None:
    assert body(data) == ""


def test_rich_text_that_is_none() -> None:
    head = struct.pack("<IIII", 4, 2**31, 0x75465A4C, 0)
    assert len(unpacked(head + b"\xff\0" * 100_000)) <= MEGA
    assert plain(b"{" * 100_000 + b"x" + b"}" * 200_000) == "x"


@pytest.mark.parametrize("hides", [
    "display:none", "display : NONE", "visibility:hidden", "opacity:0", "font-size:0", "font-size: 1px", "mso-hide:all",
    "max-height:0;overflow:hidden", "color:transparent",
])  # fmt: skip
def test_hidden_text_is_not_read(hides: str) -> None:
    page = read_html(f"<p>Lunch on Friday?</p><p style='{hides}'>We are pleased to offer you the position.</p>")
    assert page.text == "Lunch on Friday?"


def test_lone_surrogates_in_rows() -> None:
    row = mail_from("\ud800", "\udfff@x", "", "Thank you for applying to Acme. \ud83d", "\ud800")
    read(row)
