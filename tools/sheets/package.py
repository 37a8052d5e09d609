"""The parts of an XLSX file: which sheets there are, their shared texts, which numbers are dates; reads no cells.

Own code, since the file is a stranger's: one library ends the program with a file of 5 kB that names a far cell,
another takes twenty times as long; and neither gives a cell's value and the link behind it in one pass.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from tools.sheets.rows import MAX_CELL, Unreadable

MAX_PART = 400_000_000  # bytes of one part, unpacked
MAX_RATIO = 300  # how much smaller a part may have become by packing; sheets reach 30
SMALL = 4_000_000
MAX_SHEETS = 60
BLOCK = 1 << 16
BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
# What in a number's form is no letter of a date: quoted words, colours, conditions, escaped signs.
NOT_FORM = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the book names it, and where it lies."""

    name: str
    path: str
    hidden: bool


Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]
# zlib's error is no error of zipfile; a method of packing that is not there is a NotImplementedError.
BROKEN = (expat.ExpatError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)


class Package:
    """An XLSX file that is open. Raises Unreadable where it is broken, protected or too large."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise self.broken() from None
        self.sheets: list[SheetPart] = []
        self.epoch_1904 = False
        self._targets = self.links("xl/workbook.xml")
        self.parse("xl/workbook.xml", self._book)
        self.dates = self._dates()
        self._texts: Texts | None = None

    def broken(self) -> Unreadable:
        """That the file cannot be read, and the way out."""
        return Unreadable(f"{self.path.name} is no XLSX file that I can read: save it as CSV. Nothing was imported.")

    @property
    def texts(self) -> Texts:
        """The texts that cells refer to by number, read when first asked for."""
        if self._texts is None:
            self._texts = Texts()
            if self.has("xl/sharedStrings.xml"):
                self.parse("xl/sharedStrings.xml", self._texts.start, self._texts.end, self._texts.data)
        return self._texts

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.zip.NameToInfo

    def links(self, part: str) -> dict[str, str]:
        """What the ids in a part stand for: paths inside the package, or addresses outside."""
        folder, name = posixpath.split(part)
        found: dict[str, str] = {}

        def start(tag: str, values: dict[str, str]) -> None:
            if tag == "Relationship" and "Id" in values and len(found) < 200_000:
                target = values.get("Target", "")
                outside = values.get("TargetMode") == "External"
                inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[values["Id"]] = target if outside else posixpath.normpath(inside)

        relations = f"{folder}/_rels/{name}.rels"
        if self.has(relations):
            self.parse(relations, start)
        return found

    def parse(self, part: str, start: Start, end: End | None = None, data: Data | None = None) -> None:
        """Go through a part once; tags without their name space. Entities of its own are refused."""
        for _ in self.stream(part, start, end, data):
            pass

    def stream(self, part: str, start: Start, end: End | None = None, data: Data | None = None) -> Iterator[None]:
        """The same piece by piece: what the handlers have gathered can be taken after each."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def first(tag: str, values: dict[str, str]) -> None:
            prefixed = ":" in tag
            parser.StartElementHandler = (lambda tag, values: start(_local(tag), values)) if prefixed else start
            parser.EndElementHandler = (lambda tag: end(_local(tag))) if prefixed and end else end
            start(_local(tag), values)

        parser.StartElementHandler = first
        parser.CharacterDataHandler = data
        parser.StartDoctypeDeclHandler = self._no_entities
        try:
            with self.zip.open(self._checked(part)) as file:
                while block := file.read(BLOCK):
                    parser.Parse(block, False)
                    yield
            parser.Parse(b"", True)
        except BROKEN:
            raise self.broken() from None
        yield

    def _no_entities(self, *_: object) -> None:
        raise self.broken()

    def _checked(self, part: str) -> zipfile.ZipInfo:
        info = self.zip.NameToInfo.get(part)
        if info is None:
            raise self.broken()
        if info.flag_bits & 1:
            raise Unreadable(f"{self.path.name} has a password: save it without one. Nothing was imported.")
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > MAX_PART or (info.file_size > SMALL and ratio > MAX_RATIO):
            raise Unreadable(f"{self.path.name} unpacks to far too much. Nothing was imported.")
        return info

    def _book(self, tag: str, values: dict[str, str]) -> None:
        if tag == "workbookPr":
            self.epoch_1904 = values.get("date1904") in ("1", "true")
        elif tag == "sheet" and len(self.sheets) < MAX_SHEETS:
            path = self._targets.get(relation(values), "")
            if self.has(path) and "worksheet" in path:
                self.sheets.append(SheetPart(values.get("name", ""), path, values.get("state", "visible") != "visible"))

    def _dates(self) -> frozenset[int]:
        """The styles of cells whose numbers are dates."""
        forms: dict[str, str] = {}
        styles: list[str] = []
        inside: list[str] = []

        def start(tag: str, values: dict[str, str]) -> None:
            if tag in ("cellXfs", "cellStyleXfs"):
                inside[:] = [tag]
            elif tag == "numFmt":
                forms[values.get("numFmtId", "")] = values.get("formatCode", "")
            elif tag == "xf" and inside == ["cellXfs"]:
                styles.append(values.get("numFmtId", "0"))

        if self.has("xl/styles.xml"):
            self.parse("xl/styles.xml", start)
        return frozenset(place for place, form in enumerate(styles) if _is_date(form, forms.get(form)))


def _is_date(number: str, form: str | None) -> bool:
    if form is not None:
        return re.search("[dmyhs]", NOT_FORM.sub("", form), re.I) is not None and "general" not in form.casefold()
    return number.isdecimal() and int(number) in BUILT_IN_DATES


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def relation(values: dict[str, str]) -> str:
    """The id by which a tag names what it is related to, whatever the prefix of its name space."""
    return next((value for name, value in values.items() if name.endswith(":id")), "")


class Texts:
    """The shared texts, packed in one piece of memory."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")
        self._parts: list[str] = []
        self._length = 0
        self._open = self._skipped = False

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self._ends):
            return ""
        start = self._ends[number - 1] if number else 0
        return self._bytes[start : self._ends[number]].decode("utf-8")

    def start(self, tag: str, _: dict[str, str]) -> None:
        """A tag opens: texts stand in `t`, but for the pronunciation of what is written in Japanese."""
        self._skipped = self._skipped or tag == "rPh"
        self._open = tag == "t" and not self._skipped

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._open and self._length <= MAX_CELL:
            self._parts.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        """A tag closes; with `si` a text is whole."""
        self._open = False
        if tag == "rPh":
            self._skipped = False
        elif tag == "si":
            self._bytes += "".join(self._parts)[: MAX_CELL + 1].encode("utf-8", "replace")
            self._ends.append(len(self._bytes))
            self._parts.clear()
            self._length = 0
