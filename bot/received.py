"""Files and texts that a person hands on: which kinds are of use, safe names, and mails as text; knows no platform."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

FORWARDED = "---------- Forwarded message"
LONGEST_NAME = 80
IMPORTED = (".json", ".csv", ".xlsx")
MAIL = ".eml"


@dataclass
class Fetched:
    """What came of the files: `files` to be imported, `texts` of mails, `kept` to be kept with an application, and
    `notes` for the person about those that could not be fetched."""

    files: list[Path] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Sort in a file by its kind: to be imported, or to be kept."""
        (self.files if path.suffix.casefold() in IMPORTED else self.kept).append(path)


def safe_name(name: str) -> str:
    """A file's name without folders and without what a disk or a screen would stumble over."""
    plain = re.sub(r"[^\w.() -]", "_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:10]}" if dot and stem else plain[:LONGEST_NAME] or "file"


def mail_text(content: bytes) -> str:
    """A mail as the text that a person would paste: its headers, then its words."""
    mail = email.message_from_bytes(content, _class=EmailMessage, policy=default)
    heads = [f"{name}: {mail[name]}" for name in ("From", "Subject", "Date") if mail[name]]
    body = mail.get_body(("plain", "html"))
    try:
        words = str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError):
        words = ""
    if body is not None and body.get_content_subtype() == "html":
        words = re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", words, flags=re.I | re.S)
    return "\n".join([*heads, "", words.strip()])
