"""Reading mails: HTML to text, a message to its parts, and bytes to findings, against what Python has for it."""

from __future__ import annotations

import email
import email.policy
import resource
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from itertools import islice
from random import Random

from bs4 import BeautifulSoup

from bench.measure import Figure, against
from tools.mail import composing
from tools.mail.html import text_of
from tools.mail.mime import message
from tools.mail.parse import mail_of
from tools.mail.read import read

ROUNDS = 5
HTML_GOAL, MIME_GOAL, WHOLE_GOAL = 0.2, 0.2, 3.0
MANY, FEW = 1_000, 50
FLAT = 1.2  # how much the peak of memory may grow while the second half of the mails is read
PREHEADER = "A line that mail programs show in their lists"
STYLE = "font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#333333"


def run() -> Iterator[Figure]:
    """The three ratios of the reader, and that its memory stays flat."""
    pages = [page(example.body, number) for number, example in enumerate(_mixed(FEW))]
    yield _html(pages)
    mails = [letter(example, number) for number, example in enumerate(_mixed(MANY))]
    yield _parts(mails[:FEW])
    yield from _whole(mails)


def _mixed(count: int) -> list[composing.Example]:
    examples = list(composing.compose())
    Random(7).shuffle(examples)
    return list(islice(examples, count))


def page(body: str, number: int) -> str:
    """A mail as such systems lay it out: tables, styles, a hidden preheader, small links with pictures; about 11 kB."""
    rows = "".join(f'<tr><td style="padding:0 24px;{STYLE}">{part}</td></tr>\n' for part in body.split("\n"))
    small = "".join(
        f'<tr><td class="a" style="padding:10px 0;border-bottom:1px solid #eeeeee"><a href="https://x.example/{n}?utm_source='
        f'm&amp;id={number + n}" style="color:#0066cc;text-decoration:none"><img src="https://x.example/{n}.png" '
        f'width="20" height="20" alt=""></a><span style="{STYLE}">&nbsp;</span></td></tr>\n'
        for n in range(24)
    )
    css = "".join(f".c{n}{{{STYLE}}}\n" for n in range(20))
    hidden = f'<div style="display:none;max-height:0;overflow:hidden">{PREHEADER}</div>'
    foot = f'<tr><td style="{STYLE}"><a href="https://x.example/u">Unsubscribe</a></td></tr>'
    return f"<html><head><style>{css}</style></head><body>{hidden}<table>{rows}{small}{foot}</table></body></html>"


def letter(example: composing.Example, number: int) -> bytes:
    """The same with a plain part beside it, as bytes."""
    made = EmailMessage()
    made["From"] = f"Somebody <{example.sender or 'jane@harbour.example'}>"
    made["To"], made["Message-ID"] = "me@home.example", f"<{number}@bench.example>"
    made["Subject"], made["Date"] = example.subject or "Hello", "Mon, 02 Nov 2026 10:00:00 +0100"
    made.set_content(example.body, cte="quoted-printable")
    made.add_alternative(page(example.body, number), subtype="html", cte="8bit")
    return made.as_bytes()


def _soup(source: str) -> str:
    return BeautifulSoup(source, "lxml").get_text("\n")


def _html(pages: Sequence[str]) -> Figure:
    ratio, own, other = against(_each(text_of, pages), _each(_soup, pages), ROUNDS)
    gone = sum(PREHEADER not in text_of(one) for one in pages)
    each = 1000 / len(pages)
    note = f"{own * each:.2f} and {other * each:.2f} ms; preheader gone in {gone} of {len(pages)}"
    return Figure("mails/html", ratio, HTML_GOAL, note)


def _each(work: Callable[[str], object], sources: Sequence[str]) -> Callable[[], None]:
    def all_of_them() -> None:
        for source in sources:
            work(source)

    return all_of_them


def ours(raw: bytes) -> tuple[str, str, str]:
    """Subject, text and HTML of a message."""
    parts = message(raw)
    found = {part.kind: part.text() for part in parts if part.kind.startswith("text/")}
    return parts[0].headers["subject"], found["text/plain"], found["text/html"]


def theirs(raw: bytes) -> tuple[str, str, str]:
    """The same by the standard library's modern policy."""
    read_by = email.message_from_bytes(raw, policy=email.policy.default)
    plain, html = read_by.get_body(("plain",)), read_by.get_body(("html",))
    assert plain is not None and html is not None
    return str(read_by["subject"]), plain.get_content(), html.get_content()


def _parts(mails: Sequence[bytes]) -> Figure:
    alike = sum([" ".join(a.split()) for a in ours(raw)] == [" ".join(b.split()) for b in theirs(raw)] for raw in mails)
    ratio, own, other = against(lambda: [ours(raw) for raw in mails], lambda: [theirs(raw) for raw in mails], ROUNDS)
    note = f"{1000 * own / len(mails):.2f} and {1000 * other / len(mails):.2f} ms; alike in {alike} of {len(mails)}"
    return Figure("mails/parts", ratio, MIME_GOAL, note)


def _whole(mails: Sequence[bytes]) -> Iterator[Figure]:
    """From bytes to the finding, against only turning the same HTML into text."""
    pages = [ours(raw)[2] for raw in mails]
    half = MANY // 2
    _findings(mails[:half])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _findings(mails[half:])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / before
    ratio, own, other = against(lambda: _findings(mails), _each(_soup, pages), 3)
    size = sum(map(len, mails)) / len(mails) / 1000
    note = f"{MANY} mails of {size:.0f} kB; {1000 * own / MANY:.2f} and {1000 * other / MANY:.2f} ms each"
    yield Figure("mails/whole", ratio, WHOLE_GOAL, note)
    yield Figure("mails/memory", grown, FLAT, "peak after all mails against the peak after half of them")


def _findings(mails: Sequence[bytes]) -> None:
    for raw in mails:
        read(mail_of(raw))
