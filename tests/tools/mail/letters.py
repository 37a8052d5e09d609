"""Builds mails as bytes for the tests, the way mail programs send them."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage

DATE = "Mon, 02 Nov 2026 10:00:00 -0500"


def raw(
    body: str, *, kind: str = "text/plain", charset: str = "utf-8", encoding: str = "8bit", **headers: str
) -> bytes:
    """One part: the body in a character set and a transfer encoding; headers by their names with `_` for `-`."""
    data = body.encode(charset)
    data = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(data)
    said = {"From": "Jane Roe <jane@harbour.example>", "Date": DATE, "Message-ID": "<1@harbour.example>"}
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    said |= {"Content-Type": f"{kind}; charset={charset}", "Content-Transfer-Encoding": encoding}
    return "".join(f"{name}: {value}\r\n" for name, value in said.items()).encode() + b"\r\n" + data


def message(text: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    """A message with a plain part, an HTML part or both, to be given attachments."""
    made = EmailMessage()
    said = {
        "From": "Jane Roe <jane@harbour.example>",
        "Subject": "Hello",
        "Date": DATE,
        "Message-ID": "<1@harbour.example>",
    }
    for name, value in (said | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        made[name] = value
    if text is not None:
        made.set_content(text)
    if html is not None:
        (made.add_alternative if text is not None else made.set_content)(html, subtype="html")
    return made


def calendar(*lines: str, method: str = "REQUEST") -> str:
    """A calendar part with one event of these lines."""
    inside = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        "UID:1",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(inside) + "\r\n"
