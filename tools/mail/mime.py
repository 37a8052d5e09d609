"""The parts of an RFC 822 message, decoded and bounded; knows not which of them a person reads.

A parser of its own: it finds boundaries instead of going through lines, so that a large attachment costs nothing, and
nothing in a message makes it take more than the limits below.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.mail.charset import letters, unbase64, words

MOST_BYTES = 48 * 1024 * 1024
MOST_HEADER = 256 * 1024
MOST_DECODED = 1024 * 1024
MOST_PARTS = 60
DEEPEST = 8
BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n")
FOLD = re.compile(rb"\r?\n[ \t]+")
FIELD = re.compile(rb"^([!-9;-~]{1,80}):[ \t]*(.*?)\r?$", re.MULTILINE)
PARAMETER = re.compile(r";\s*([\w-]+)(?:\*\d*\*?)?\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;\s]+)")


@dataclass(frozen=True)
class Part:
    """One part: its headers by their names in lower case (the first of each), and its body as it was sent."""

    headers: dict[str, str]
    raw: bytes
    depth: int

    @cached_property
    def kind(self) -> str:
        """The media type in lower case; plain text where none is said."""
        found = self.headers.get("content-type", "").partition(";")[0].strip().casefold()
        return found if "/" in found else "text/plain"

    @cached_property
    def parameters(self) -> dict[str, str]:
        """The parameters of the content type."""
        return {name.casefold(): value.strip('"') for name, value in PARAMETER.findall(self._type())}

    def _type(self) -> str:
        return self.headers.get("content-type", "")[:2000]

    @property
    def attached(self) -> bool:
        """Sent as a file, not to be read in line."""
        return self.headers.get("content-disposition", "").strip().casefold().startswith("attachment")

    @property
    def name(self) -> str:
        """The name of the file, or nothing."""
        said = PARAMETER.findall(self.headers.get("content-disposition", "")[:2000])
        return next((v.strip('"') for n, v in said if n.casefold() == "filename"), self.parameters.get("name", ""))

    def content(self) -> bytes:
        """The body with its transfer encoding undone, as far as the limit."""
        how = self.headers.get("content-transfer-encoding", "").strip().casefold()
        if how == "base64":
            return unbase64(self.raw[: MOST_DECODED * 3 // 2])[:MOST_DECODED]
        data = self.raw[:MOST_DECODED]
        return quopri.decodestring(data) if how == "quoted-printable" else data

    def text(self) -> str:
        """The body as letters."""
        return letters(self.content(), self.parameters.get("charset"))


def message(raw: bytes) -> list[Part]:
    """The message itself first, then its parts in their order, containers included, as many as the limits allow."""
    raw = raw[:MOST_BYTES]
    if raw.startswith(b"From "):  # the envelope line of an mbox
        raw = raw.partition(b"\n")[2]
    found: list[Part] = []
    for part in _walk(raw, 0):
        found.append(part)
        if len(found) >= MOST_PARTS:
            break
    return found


def _walk(raw: bytes, depth: int) -> Iterator[Part]:
    part = _part(raw, depth)
    yield part
    if depth >= DEEPEST:
        return
    if part.kind.startswith("multipart/"):
        for inner in _split(part.raw, part.parameters.get("boundary", "")):
            yield from _walk(inner, depth + 1)
    elif part.kind == "message/rfc822":
        encoded = "content-transfer-encoding" in part.headers
        yield from _walk(part.content() if encoded else part.raw, depth + 1)


def _part(raw: bytes, depth: int) -> Part:
    end = BLANK.search(raw, 0, MOST_HEADER)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw[:MOST_HEADER], b"")
    if end is None and not FIELD.match(raw):
        head, body = b"", raw
    headers: dict[str, str] = {}
    for name, value in FIELD.findall(FOLD.sub(b" ", head)):
        headers.setdefault(name.decode("ascii").casefold(), words(letters(value[:20_000], None)))
    return Part(headers, body, depth)


def _split(body: bytes, boundary: str) -> Iterator[bytes]:
    """The parts between the boundaries; a missing last one is forgiven."""
    if not boundary:
        return
    mark = b"--" + boundary.encode("latin-1", "replace")
    start = body.find(mark)
    while start >= 0:
        line = body.find(b"\n", start)
        if line < 0 or body.startswith(b"--", start + len(mark)):
            return
        start = body.find(b"\n" + mark, line)
        yield body[line + 1 : start if start >= 0 else len(body)]
        start += 1 if start >= 0 else 0
