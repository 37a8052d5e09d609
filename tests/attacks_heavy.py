"""Mails that want to fill the memory or the day; each is made when it is needed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.attacks import EVIL, NO, REJECTED, Attack, html, with_part
from tests.mails import mail

MEGA = 1_000_000


def _zip() -> bytes:
    """A gigabyte of nothing in a file of a megabyte."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open("x", "w") as file:
        for _ in range(1000):
            file.write(b"\0" * MEGA)
    return made.getvalue()


def _boxes(depth: int) -> bytes:
    body = NO
    for number in range(depth):
        body = f'Content-Type: multipart/mixed; boundary="b{number}"\r\n\r\n--b{number}\r\n{body}\r\n--b{number}--'
    return mail("").replace(b"Content-Type: text/plain; charset=utf-8\r\n\r\n", body.encode())


def _parts(number: int) -> bytes:
    cut = "\r\n--cut\r\nContent-Type: text/plain\r\n\r\n"
    whole = mail(f"{cut}{NO}" + f"{cut}x" * number + "\r\n--cut--")
    return whole.replace(b"text/plain; charset=utf-8", b'multipart/mixed; boundary="cut"', 1)


LAUGHS = "<!DOCTYPE l [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]><l>&l9;</l>"
HEAVY: dict[str, Callable[[], bytes]] = {
    "fifty megabytes of words": lambda: mail(NO + "\n" + "lorem ipsum " * (50 * MEGA // 12)),
    "fifty megabytes on one line": lambda: mail(NO + "\n" + "x" * (50 * MEGA)),
    "fifty megabytes of a file": lambda: with_part(NO, "application/pdf", b"x" * (37 * MEGA), "cv.pdf"),
    "a zip bomb": lambda: with_part(NO, "application/zip", _zip(), "offer.zip"),
    "five hundred boxes in boxes": lambda: _boxes(500),
    "twenty thousand parts": lambda: _parts(20_000),
    "a hundred thousand divisions": lambda: html("<div>" * 100_000 + NO),
    "a million laughs": lambda: html(LAUGHS + NO),
    "words for slow patterns": lambda: mail(
        NO + "\n" + "a" * 50_000 + "!\n" + "(" * 50_000 + "\n" + " " * 100_000 + "x"
    ),
    "a megabyte of links": lambda: mail(NO + "\n" + f"{EVIL} " * (MEGA // 24)),
    "an unknown alphabet": lambda: mail(NO).replace(b"charset=utf-8", b"charset=x-evil-65536"),
    "a head of two megabytes": lambda: mail(NO, head=["X-A: " + "a" * MEGA, "References: " + "<a@b> " * (MEGA // 6)]),
}


def heavy(name: str) -> Attack:
    """One of them."""
    return Attack("heavy", name, HEAVY[name](), REJECTED)
