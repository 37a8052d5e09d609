"""The text in a winmail.dat, which Outlook makes of a mail for other Outlooks (TNEF); knows nothing else of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tools.mail.rtf import plain, unpacked

SIGNATURE = 0x223E9F78
BODY, PROPERTIES = 0x0002800C, 0x00069003
PLAIN, RTF, HTML = 0x1000, 0x1009, 0x1013
SIZES = {1: 4, 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
COUNTED = (13, 30, 31, 258)
UNICODE = 31
MOST_PROPERTIES = 2_000


def body(data: bytes) -> str:
    """The text or the HTML of the mail, empty if there is none to be read. Never raises."""
    found: dict[int, bytes] = {}
    try:
        for name, value in _attributes(data):
            if name == BODY:
                found.setdefault(PLAIN, value.rstrip(b"\0"))
            elif name == PROPERTIES:
                found.update(_properties(value))
    except (struct.error, ValueError):
        pass  # cut short: what was read until there stands
    if HTML in found:
        return found[HTML].decode("utf-8", "replace")
    if found.get(PLAIN, b"").strip():
        return found[PLAIN].decode("cp1252", "replace")
    return plain(unpacked(found[RTF])) if RTF in found else ""


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != SIGNATURE:
        return
    at = 6
    while at + 9 <= len(data):
        name, size = struct.unpack_from("<II", data, at + 1)
        yield name, data[at + 9 : at + 9 + size]
        at += 9 + size + 2


def _properties(data: bytes) -> dict[int, bytes]:
    """The properties that hold a body, their values as bytes in UTF-8 or as they are."""
    found = {}
    count = struct.unpack_from("<I", data)[0]
    at = 4
    for _ in range(min(count, MOST_PROPERTIES)):
        kind, name = struct.unpack_from("<HH", data, at)
        at = _past_name(data, at + 4) if name >= 0x8000 else at + 4
        value, at = _value(data, at, kind)
        if name in (PLAIN, RTF, HTML):
            text = value.decode("utf-16-le", "replace").rstrip("\0") if kind == UNICODE else None
            found[name] = text.encode("cp1252" if name == PLAIN else "utf-8", "replace") if text is not None else value
    return found


def _past_name(data: bytes, at: int) -> int:
    """Behind the name that a property of an application's own carries."""
    kind = struct.unpack_from("<I", data, at + 16)[0]
    if kind == 0:
        return at + 24
    return at + 24 + _padded(struct.unpack_from("<I", data, at + 20)[0])


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """The first value of a property and where the next property starts."""
    many, kind = bool(kind & 0x1000), kind & 0x0FFF
    if kind in COUNTED:
        return _counted(data, at)
    if kind not in SIZES:
        raise ValueError(f"no such kind of property: {kind}")
    times = struct.unpack_from("<I", data, at)[0] if many else 1
    start = at + 4 if many else at
    if times > MOST_PROPERTIES:
        raise ValueError("more values than a mail has")
    return data[start : start + SIZES[kind]], start + times * SIZES[kind]


def _counted(data: bytes, at: int) -> tuple[bytes, int]:
    times = struct.unpack_from("<I", data, at)[0]
    first, at = b"", at + 4
    for n in range(min(times, MOST_PROPERTIES)):
        size = struct.unpack_from("<I", data, at)[0]
        if n == 0:
            first = data[at + 4 : at + 4 + size]
        at += 4 + _padded(size)
    return first, at


def _padded(size: int) -> int:
    return (size + 3) // 4 * 4
