"""Rich text as Outlook packs it (compressed RTF) to plain text; pictures, fonts and styles are left out."""

from __future__ import annotations

import re
import struct

MOST_BYTES = 512 * 1024
PACKED, PLAIN = 0x75465A4C, 0x414C454D
# What the packer's memory holds at the start, by the published format.
START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
WINDOW = 4096
TOKEN = re.compile(r"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z'])|([{}])|([^\\{}]+)|\\")
BREAKS = frozenset(("par", "line", "row", "sect", "page"))
SKIPPED = frozenset("fonttbl colortbl stylesheet info pict header footer generator htmltag mhtmltag".split())
DEEPEST = 200


def unpacked(data: bytes) -> bytes:
    """Undoes the compression, as far as the limit; empty for bytes that are none."""
    if len(data) < 16:
        return b""
    kind = struct.unpack_from("<I", data, 8)[0]
    if kind == PLAIN:
        return data[16 : 16 + MOST_BYTES]
    return _inflated(data) if kind == PACKED else b""


def _inflated(data: bytes) -> bytes:
    window = bytearray(START.ljust(WINDOW, b"\0"))
    write, at, out = len(START), 16, bytearray()
    while at < len(data) and len(out) < MOST_BYTES:
        control, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if control & 1 << bit:
                pair = int.from_bytes(data[at : at + 2], "big")
                at += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write % WINDOW:
                    return bytes(out)
                piece = _copied(window, start, write, length)
            else:
                piece = [data[at]]
                at += 1
                window[write % WINDOW] = piece[0]
            write += len(piece)
            out += bytes(piece)
    return bytes(out)


def _copied(window: bytearray, start: int, write: int, length: int) -> list[int]:
    """Copies within the memory, byte by byte: what is being written may be read again at once."""
    piece = []
    for n in range(length):
        value = window[(start + n) % WINDOW]
        window[(write + n) % WINDOW] = value
        piece.append(value)
    return piece


def plain(data: bytes) -> str:
    """The text of rich text."""
    out: list[str] = []
    hidden = [False]
    for match in TOKEN.finditer(data[:MOST_BYTES].decode("latin-1")):
        code, word, number, sign, brace, text = match.groups()
        if brace:
            _nest(hidden, brace)
        elif word in SKIPPED or sign == "*":
            hidden[-1] = True
        elif not hidden[-1]:
            out.append(_said(code, word, number, sign, text))
    return "".join(out)


def _nest(hidden: list[bool], brace: str) -> None:
    if brace == "{" and len(hidden) < DEEPEST:
        hidden.append(hidden[-1])
    elif brace == "}" and len(hidden) > 1:
        hidden.pop()


def _said(code: str | None, word: str | None, number: str | None, sign: str | None, text: str | None) -> str:
    """What one token adds to the text."""
    if code:
        return bytes([int(code, 16)]).decode("cp1252", "replace")
    if word in BREAKS:
        return "\n"
    if word in ("tab", "cell"):
        return "\t"
    if word == "u" and number:
        return chr(int(number) % 65536).encode("utf-16", "ignore").decode("utf-16", "ignore")
    if text:
        return text.replace("\r", "").replace("\n", "")
    return sign if sign and sign in "\\{}" else " " if sign == "~" else ""
