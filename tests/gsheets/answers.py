"""What a workbook answers to those who read it: its tabs, the named columns, the words of a range; changes nothing."""

from __future__ import annotations

import re
from typing import Any

from tests.gsheets.workbook import Invalid, Workbook

Said = dict[str, Any]
RANGE = re.compile(r"'((?:[^']|'')+)'!(?:([A-Z]+)(\d+):([A-Z]+)|(\d+):(\d+))")


def described(book: Workbook, fields: str) -> Said:
    """The tabs. Raises Invalid where cells are asked for."""
    if not fields or "data" in fields:
        raise Invalid("this server gives no cells here")
    sheets = [{"properties": {"sheetId": one.id, "title": one.title}, "merges": one.merges} for one in book.tabs]
    return {"properties": {"title": book.title}, "sheets": sheets}


def named(book: Workbook, body: Said) -> Said:
    """The named columns of all tabs."""
    (asked,) = (one["developerMetadataLookup"] for one in body["dataFilters"])
    found = []
    for tab in book.tabs:
        for one in tab.named:
            if one.key == asked["metadataKey"]:
                where = {
                    "sheetId": tab.id,
                    "dimension": "COLUMNS",
                    "startIndex": one.column,
                    "endIndex": one.column + 1,
                }
                data = {"metadataKey": one.key, "metadataValue": one.value, "visibility": "DOCUMENT",
                        "location": {"locationType": "COLUMN", "dimensionRange": where}}  # fmt: skip
                found.append({"developerMetadata": data})
    return {"matchedDeveloperMetadata": found} if found else {}


def values(book: Workbook, words: str, query: dict[str, list[str]]) -> Said:
    """The words of a range, as they are shown. Raises Invalid."""
    found = RANGE.fullmatch(words)
    if found is None:
        raise Invalid(f"Unable to parse range: {words}")
    tab = book.titled(found[1].replace("''", "'"))
    if found[5]:
        rows = [[tab.shown(row, at) for at in range(60)] for row in range(int(found[5]) - 1, int(found[6]))]
        lines = [_trimmed(line) for line in rows]
    else:
        if query.get("majorDimension") != ["COLUMNS"] or found[2] != found[4]:
            raise Invalid("this server gives whole columns only")
        lines = [_trimmed([tab.shown(row, _place(found[2])) for row in range(int(found[3]) - 1, tab.last)])]
    return {"range": words, "values": lines} if any(lines) else {"range": words}


def _place(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1


def _trimmed(line: list[str]) -> list[str]:
    while line and line[-1] == "":
        line.pop()
    return line
