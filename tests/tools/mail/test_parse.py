"""From bytes to the text that a person reads: encodings, sets of letters, parts, forwards, quotations, fine print."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.tools.mail.letters import message, raw
from tools.mail.parse import mail_from, mail_of

WORDS = "Grüße aus Köln: “schön”, 5 €"


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_encodings(encoding: str, charset: str) -> None:
    assert mail_of(raw(WORDS, charset=charset, encoding=encoding)).text == WORDS


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("us-ascii", "utf-8"), ("iso-8859-1", "utf-8"), ("iso-8859-1", "windows-1252"), ("utf-8", "windows-1252"),
        ("no-such-set", "utf-8"), ("base64", "utf-8"), ("unicode_escape", "utf-8"),
    ],
)  # fmt: skip
def test_a_wrong_set_of_letters(declared: str, real: str) -> None:
    sent = raw(WORDS, charset=real).replace(f"charset={real}".encode(), f"charset={declared}".encode())
    assert mail_of(sent).text == WORDS


def test_letters_that_were_encoded_twice() -> None:
    assert mail_of(raw("Grüße".encode().decode("windows-1252"))).text == "Grüße"


@pytest.mark.parametrize(
    ("sent", "subject"),
    [
        ("=?utf-8?B?R3LDvMOfZQ==?=", "Grüße"), ("=?iso-8859-1?Q?Gr=FC=DFe_an_alle?=", "Grüße an alle"),
        ("=?utf-8?Q?one?=\r\n =?utf-8?Q?_two?=", "one two"), ("=?x-none?Q?still_read?=", "still read"),
        ("=?utf-8?Q?two=0Alines=0D=0ABcc:_x?=", "two lines Bcc: x"), ("=?utf-8?B?%%%?=", ""),
        ("a\r\n\tb", "a b"),
    ],
)  # fmt: skip
def test_subjects(sent: str, subject: str) -> None:
    assert mail_of(raw("x", Subject=sent)).subject == subject


def test_the_headers() -> None:
    mail = mail_of(
        raw("x", To="A <Me@Home.example>, b@home.example", References="<first@x> <second@x>",
            Reply_To="R <hr@x.example>", List_Unsubscribe="<https://x.example>")
    )  # fmt: skip
    assert (mail.id, mail.thread, mail.sender, mail.sender_name) == (
        "1@harbour.example",
        "first@x",
        "jane@harbour.example",
        "Jane Roe",
    )
    assert mail.recipients == ("me@home.example", "b@home.example")
    assert (mail.reply_to, mail.list_unsubscribe, mail.outgoing) == ("hr@x.example", True, False)
    assert mail.sent_at is not None and mail.sent_at.utcoffset() == timedelta(hours=-5)


def test_the_persons_own_mail_is_outgoing() -> None:
    assert mail_of(raw("x"), owner={"jane@harbour.example"}).outgoing


def test_html_is_read_as_it_is_seen() -> None:
    html = """<html><head><title>t</title><style>p{}</style></head><body>
    <div style="display:none;max-height:0">Preheader that nobody sees</div><span style="font-size:0px">nor this</span>
    <div style="font-size:0;"><table><tr><td style="font-size:14px">We would <b>lo</b>ve
    to meet you</td><td>soon</td></tr></table></div>
    <p hidden>no</p><p>First<br>Second &amp; third</p><!-- no --><script>no</script></body></html>"""
    mail = mail_of(message(text="plain", html=html).as_bytes())
    assert mail.text == "We would love to meet you soon\nFirst\nSecond & third"


def test_signs_that_cannot_be_seen_are_gone() -> None:
    assert mail_of(raw("Hel\u200blo\u00ad \u202ethere\U000e0041")).text == "Hello there"


def test_html_alone_and_its_links() -> None:
    html = "<div><a href='https://x.example/a?b=1'>Book <i>a time</i></a><a href='javascript:x'>no</a></div>"
    mail = mail_of(raw(html, kind="text/html"))
    assert mail.text == "Book a timeno"
    assert [(link.text, link.url) for link in mail.links] == [("Book a time", "https://x.example/a?b=1")]


@pytest.mark.parametrize(
    "history",
    [
        "On Mon, 2 Nov 2026 at 10:00, Jane Roe <jane@x.example> wrote:\n> old news",
        "On Mon, 2 Nov 2026 at 10:00, Jane Roe\n<jane@x.example> wrote:\n> old news",
        "Am 02.11.2026 um 10:00 schrieb Jane Roe <jane@x.example>:\n> old news",
        "Le lun. 2 nov. 2026 à 10:00, Jane Roe <jane@x.example> a écrit :\n> old news",
        "El lun, 2 nov 2026 a las 10:00, Jane (<jane@x.example>) escribió:\n> old news",
        "Em seg., 2 de nov. de 2026 às 10:00, Jane <jane@x.example> escreveu:\n> old news",
        "-----Original Message-----\nFrom: Jane\nold news",
        "From: Jane Roe\nSent: Monday\nTo: Me\nSubject: old\n\nold news",
        "Von: Jane Roe\nGesendet: Montag\nAn: Mich\nBetreff: alt\n\nold news",
        "________________________________\nFrom: Jane\nold news",
    ],
)
def test_quoted_history_is_cut_off(history: str) -> None:
    assert mail_of(raw(f"Thank you, see you then.\n\n{history}")).text == "Thank you, see you then."


def test_quoted_history_in_html_is_cut_off() -> None:
    html = "<div>Thank you.</div><div class=gmail_quote>On Monday Jane wrote:<blockquote>old news</blockquote></div>"
    assert mail_of(raw(html, kind="text/html")).text == "Thank you."


def test_an_answer_below_its_quotation_stays() -> None:
    assert mail_of(raw("On Mon, 2 Nov 2026, Jane wrote:\n> old news\n\nMy answer.")).text == "My answer."


def test_a_sentence_about_what_was_written_is_no_quotation() -> None:
    words = "On behalf of the team that wrote to you: welcome.\nSee you."
    assert mail_of(raw(words)).text == words


def test_fine_print_is_cut_off() -> None:
    body = "View in browser\n" + "We have news for you and it is as long as a sentence has to be. " * 2
    mail = mail_of(raw(f"{body}\na\nb\nc\nYou are receiving this because you applied.\nUnsubscribe\n© 2026 Harbour"))
    assert mail.text == f"{body.partition(chr(10))[2].strip()}\na\nb\nc"


FORWARD = """---------- Forwarded message ---------
From: HR <hr@kestrel.example>
Date: Mon, 02 Nov 2026 09:00:00 +0000
Subject: Your application
To: me

We have news."""


@pytest.mark.parametrize("lead", ["", "fyi\n\n"])
def test_a_forward_is_the_mail_within_it(lead: str) -> None:
    mail = mail_of(raw(lead + FORWARD, Subject="Fwd: Your application"))
    assert (mail.sender, mail.sender_name, mail.subject, mail.text) == (
        "hr@kestrel.example",
        "HR",
        "Your application",
        "We have news.",
    )


def test_the_persons_own_forward_is_not() -> None:
    assert mail_of(raw(f"Look!\n\n{FORWARD}"), owner={"jane@harbour.example"}).sender == "jane@harbour.example"


def test_a_message_within_a_message_within_a_message() -> None:
    inner = message(text="We have news.", From="HR <hr@kestrel.example>", Subject="Your application")
    middle = message(text="see below", From="Bob <bob@x.example>")
    middle.add_attachment(inner)
    outer = message(text="fyi")
    outer.add_attachment(middle)
    mail = mail_of(outer.as_bytes())
    assert (mail.sender, mail.subject, mail.text) == ("hr@kestrel.example", "Your application", "We have news.")


def test_rows_of_fields() -> None:
    mail = mail_from("Hi", "Jane <J@x.example>", "2026-04-08T10:00:00Z", "<p>One</p><p>Two</p>", "row 1")
    assert (mail.id, mail.sender, mail.sender_name, mail.text) == ("row 1", "j@x.example", "Jane", "One\nTwo")
    assert mail.sent_at == datetime.fromisoformat("2026-04-08T10:00:00Z")
    assert mail_from("", "", "", "", "").sent_at is None
    assert mail_from("", "Just a name", "no date", "x", "").sender_name == "Just a name"
