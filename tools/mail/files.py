"""The mails in files that are handed in (.eml, .mbox) and in pasted text, one at a time, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tools.mail.mail import Mail
from tools.mail.parse import mail_from, mail_of

EML, MBOX = ".eml", ".mbox"
KINDS = (EML, MBOX)
LARGEST = 48 * 1024 * 1024  # bytes of one mail that are read
LONGEST_LINE = 4 * 1024 * 1024
MARK = "---------- Forwarded message ----------"
HEADER = re.compile(r"(?:From|Von|De|Subject|Betreff|Objet|Asunto|Assunto|To|An|Date|Datum|Sent|Gesendet)\s*:", re.I)
PASTED = "pasted:"


def is_mail(path: Path) -> bool:
    """Whether a file is one of mails, by its name."""
    return path.suffix.casefold() in KINDS


def mails_in(path: Path) -> Iterator[Mail]:
    """The mails of a file. Raises OSError."""
    for raw in raws_in(path):
        yield mail_of(raw)


def raws_in(path: Path) -> Iterator[bytes]:
    """The mails of a file as they stand there. Raises OSError."""
    if path.suffix.casefold() != MBOX:
        with path.open("rb") as file:
            # A read of more than there is takes the memory for all of it.
            yield file.read(min(LARGEST, max(path.stat().st_size, 1)))
        return
    held: list[bytes] = []
    size, blank = 0, True
    with path.open("rb") as file:
        for line in iter(lambda: file.readline(LONGEST_LINE), b""):
            if blank and line.startswith(b"From "):
                if held:
                    yield b"".join(held)
                held, size = [], 0
            elif size < LARGEST:
                # A line of a mail that looks like the start of another one was marked when it was kept.
                held.append(line[1:] if re.match(rb">+From ", line) else line)
                size += len(line)
            blank = line in (b"\n", b"\r\n")
    if held:
        yield b"".join(held)


def mail_in(text: str) -> Mail:
    """The mail that a pasted text is, with the headers that were pasted along."""
    stripped = text.strip()
    # What begins with headers is read as a forward: that tells them from the words.
    marked = f"{MARK}\n{stripped}" if HEADER.match(stripped) else stripped
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return mail_from("", "", "", marked, id=f"{PASTED}{sha256(words.encode()).hexdigest()[:32]}")
