"""Which characters the bytes of a text file are; knows no table.

General detectors need more text than a small table has: Spanish in the Windows code page comes out as Hungarian.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from tools.sheets.rows import Unreadable

SAMPLE = 1 << 20
BLOCK = 1 << 20
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What programs wrote before UTF-8, the commonest first: Windows, old Macs, DOS, Central Europe, Cyrillic.
OLD = ("cp1252", "mac_roman", "cp850", "cp1250", "cp1251")
WESTERN = frozenset("äöüßéèêëàâçîïôûùñáíóúìòãõåøÄÖÜÉÈÀÂÇÊÎÔÑÁÍÓÚÅØ")
SIGNS = frozenset("ÿœæÆ€£–—’‘“”…·•«»©®°º¿¡\u00a0")
CENTRAL = frozenset("ąćęłńśźżĄĆĘŁŃŚŹŻěščřžýůďťňĚŠČŘŽÝőűŐŰ")


def encoding_of(path: Path) -> str:
    """The codec that reads the file. Raises Unreadable for what is no text, and OSError."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    for bom, name in BOMS:
        if sample.startswith(bom):
            return name
    wide = _wide(sample)
    if wide:
        return wide
    if _binary(sample):
        raise Unreadable(f"{path.name} is no table I can read: send a CSV or an XLSX file. Nothing was imported.")
    return "utf-8" if _is_utf8(path) else _old(sample)


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark: every other byte is nearly always a small one, as in plain text none is."""
    head = sample[:4000]
    even, odd = (sum(byte < 8 for byte in head[start::2]) for start in (0, 1))
    most = len(head) // 2
    if most > 1 and odd > 0.8 * most and even < 0.1 * most:
        return "utf-16-le"
    return "utf-16-be" if most > 1 and even > 0.8 * most and odd < 0.1 * most else ""


def _binary(sample: bytes) -> bool:
    odd = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13, 0))
    return odd > len(sample) // 50 or sample.count(0) > len(sample) // 4


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _old(sample: bytes) -> str:
    return max(OLD, key=lambda name: (_likelihood(sample, name), -OLD.index(name)))


def _likelihood(sample: bytes, name: str) -> int:
    """How much the letters beyond ASCII look like those of a language that is written so."""
    text = sample.decode(name, "replace")
    points = 0
    before = " "
    for letter in text:
        if letter > "\x7f":
            points += _points(letter, before)
        before = letter
    return points


def _points(letter: str, before: str) -> int:
    if letter.isupper() and before.islower():
        return -2
    if letter in WESTERN or letter in CENTRAL:
        return 3
    if letter in SIGNS:
        return 1
    if "а" <= letter.lower() <= "я" or letter in "ёЁіІїЇ":
        # A word of such letters, not one that stands among Latin ones.
        return 4 if "а" <= before.lower() <= "я" else -1
    return -3
