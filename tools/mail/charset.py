"""From bytes to letters: character sets as declared, as they really are, and encoded words in headers."""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from functools import lru_cache

ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]{0,4000})\?=")
BETWEEN = re.compile(r"(\?=)\s+(=\?)")
# Declared by programs that did not look: what they call Latin 1 is Windows' set, and often UTF-8.
LATIN = frozenset(
    "us-ascii ascii iso-8859-1 iso8859-1 latin-1 latin1 windows-1252 cp1252 iso-8859-15 unknown-8bit".split()
)
# UTF-8 that was taken for Windows' Latin and written as UTF-8 once more.
TWICE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
# Never asked for in a mail, and able to turn few bytes into many or none into letters.
NO_LETTERS = frozenset(
    "base64 bz2 hex quopri rot13 uu zip zlib idna punycode undefined unicode-escape raw-unicode-escape".split()
)


def letters(data: bytes, declared: str | None) -> str:
    """The text of bytes in the declared character set, or in the one that they are really in. Never raises."""
    name = _codec((declared or "utf-8").strip("\"' ").casefold())
    for candidate in ("utf-8", name, "cp1252") if name in LATIN else (name, "utf-8", "cp1252"):
        try:
            return whole(_once(data.decode("cp1252" if candidate in LATIN else candidate)))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


@lru_cache(maxsize=128)
def _codec(name: str) -> str:
    """The name under which Python knows the set; UTF-8 for one that is none."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name in LATIN else "utf-8" if known.replace("_", "-") in NO_LETTERS else known


def _once(text: str) -> str:
    """Mends text that was encoded twice."""
    if not TWICE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def whole(text: str) -> str:
    """The text without halves of letters (lone surrogates), which nothing can write."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def words(raw: str) -> str:
    """A header's value with its encoded words decoded (RFC 2047), on one line, without control characters."""
    if "=?" in raw:
        raw = ENCODED_WORD.sub(_word, BETWEEN.sub(r"\1\2", raw))
    if raw.isprintable():
        return " ".join(raw.split())
    return " ".join("".join(" " if ord(sign) < 32 or ord(sign) == 127 else sign for sign in raw).split())


def _word(match: re.Match[str]) -> str:
    charset, how, body = match.group(1).partition("*")[0], match.group(2).casefold(), match.group(3)
    data = unbase64(body.encode("ascii", "replace")) if how == "b" else _q(body)
    return letters(data, charset)


def _q(body: str) -> bytes:
    return quopri.decodestring(body.replace("_", "=20").encode("ascii", "replace"))


def unbase64(data: bytes) -> bytes:
    """Base64 as far as it can be read: other signs are left out, a cut end is completed."""
    try:
        return base64.b64decode(data)
    except binascii.Error:
        kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
        return base64.b64decode(
            kept[: len(kept) - len(kept) % 4] if len(kept) % 4 == 1 else kept + b"=" * (-len(kept) % 4)
        )
