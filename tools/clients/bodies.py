"""The body of an answer, taken in up to a limit, unpacked and made text; what is too much is not read on."""

from __future__ import annotations

import re
import zlib
from collections.abc import AsyncIterator

CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.I)
IN_PAGE = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.I)


class Unreadable(Exception):
    """A body that is too large, or packed in a way that nobody asked for; the words say which."""


async def taken(chunks: AsyncIterator[bytes], encoding: str, most: int) -> bytes:
    """A body of at most `most` bytes, packed or not: it is unpacked only as far as that. Raises Unreadable."""
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise Unreadable("it is packed in an unknown way")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in encoding else None
    body, packed = bytearray(), 0
    async for chunk in chunks:
        packed += len(chunk)
        try:
            body += chunk if unpack is None else unpack.decompress(chunk, most - len(body) + 1)
        except zlib.error:
            raise Unreadable("it is broken") from None
        if len(body) > most or packed > most:
            raise Unreadable("it is too large")
    return bytes(body)


def text_of(body: bytes, content_type: str) -> str:
    """A body as text: by the character set of its header, else of the page itself, else UTF-8."""
    named = CHARSET.search(content_type)
    in_page = None if named else IN_PAGE.search(body[:4000])
    charset = named[1] if named else in_page[1].decode("ascii", "replace") if in_page else "utf-8"
    try:
        return body.decode(charset, "replace")
    except (LookupError, UnicodeError, ValueError):
        return body.decode("utf-8", "replace")
