"""What a `batchUpdate` does to a workbook, as Google documents it: all of it or nothing, and only known requests."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from googleapiclient.discovery_cache import get_static_doc

from tests.gsheets.workbook import Invalid, Named, Tab, Workbook

Said = dict[str, Any]
MOST_COLUMNS = 60


@cache
def document() -> Said:
    """Google's own description of the service."""
    found: Said = json.loads(get_static_doc("sheets", "v4"))
    return found


def check(body: Any, schema: str) -> None:
    """Whether a body is shaped as Google describes it. Raises Invalid."""
    _shaped(body, {"$ref": schema}, schema)


def _shaped(value: Any, spec: Said, path: str) -> None:
    if "$ref" in spec:
        spec = document()["schemas"][spec["$ref"]]
    kind = spec.get("type", "any")
    _of_kind(value, kind, spec, path)
    if kind == "array":
        for one in value:
            _shaped(one, spec["items"], f"{path}[]")
    if kind == "object" and "properties" in spec:
        for name, inner in value.items():
            if name not in spec["properties"]:
                raise Invalid(f'Unknown name "{name}" at {path}: Cannot find field.')
            _shaped(inner, spec["properties"][name], f"{path}.{name}")


def _of_kind(value: Any, kind: str, spec: Said, path: str) -> None:
    right: dict[str, Any] = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "number": (int, float),
    }
    if kind in right and (not isinstance(value, right[kind]) or (kind != "boolean" and isinstance(value, bool))):
        raise Invalid(f"Invalid value at {path}: not of the type {kind}")
    if kind == "string" and "enum" in spec and value not in spec["enum"]:
        raise Invalid(f"Invalid value at {path}: {value}")


def apply(book: Workbook, requests: list[Said]) -> None:
    """Do all requests, in their order. Raises Invalid."""
    if not requests:
        raise Invalid("Must specify at least one request.")
    for request in requests:
        ((name, asked),) = request.items()
        if name not in DONE:
            raise Invalid(f"not known to this server: {name}")
        DONE[name](book, asked)


def _add_sheet(book: Workbook, asked: Said) -> None:
    properties = asked["properties"]
    if any(one.title == properties["title"] for one in book.tabs):
        raise Invalid(f"A sheet with the name “{properties['title']}” already exists. Please enter another name.")
    if any(one.id == properties["sheetId"] for one in book.tabs):
        raise Invalid("A sheet with that id exists already")
    book.tabs.append(Tab(properties["sheetId"], properties["title"]))


def _properties(book: Workbook, asked: Said) -> None:
    if asked.get("fields") != "gridProperties.frozenRowCount":
        raise Invalid("this server knows no other field")
    found = book.tab(asked["properties"].get("sheetId", 0))
    found.frozen = asked["properties"]["gridProperties"]["frozenRowCount"]


def _update_cells(book: Workbook, asked: Said) -> None:
    start = asked["start"]
    found = book.tab(start.get("sheetId", 0))
    if found.protected:
        raise Invalid("You are trying to edit a protected cell or object. Please contact the spreadsheet owner")
    _fields(asked)
    for down, row in enumerate(asked["rows"]):
        for right, cell in enumerate(row.get("values", [])):
            column = start.get("columnIndex", 0) + right
            if column >= MOST_COLUMNS:
                raise Invalid("the grid is not so wide")
            found.put(start.get("rowIndex", 0) + down, column, _value(cell))


def _append_cells(book: Workbook, asked: Said) -> None:
    found = book.tab(asked.get("sheetId", 0))
    _fields(asked)
    for row in asked["rows"]:
        at = found.last
        for column, cell in enumerate(row["values"]):
            found.put(at, column, _value(cell))


def _fields(asked: Said) -> None:
    if not str(asked.get("fields", "")).startswith("userEnteredValue"):
        raise Invalid("At least one field must be listed in 'fields'.")


def _value(cell: Said) -> Any:
    """What is kept: text stays text whatever it begins with; a formula is one only where it is sent as such."""
    entered = cell.get("userEnteredValue", {})
    if len(str(entered.get("stringValue", ""))) > 50_000:
        raise Invalid("Your input contains more than the maximum of 50000 characters in a single cell.")
    if "formulaValue" in entered:
        return f"(formula){entered['formulaValue']}"
    if "numberValue" in entered:
        return float(entered["numberValue"])
    return entered.get("stringValue", "")


def _name(book: Workbook, asked: Said) -> None:
    data = asked["developerMetadata"]
    where = data["location"]["dimensionRange"]
    if data.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise Invalid("Developer metadata must have a visibility")
    if where["dimension"] != "COLUMNS" or where["endIndex"] != where.get("startIndex", 0) + 1:
        raise Invalid("Developer metadata is kept at a single row or column")
    found = book.tab(where.get("sheetId", 0))
    found.named.append(Named(data["metadataKey"], data["metadataValue"], where.get("startIndex", 0)))


DONE: dict[str, Callable[[Workbook, Said], None]] = {
    "addSheet": _add_sheet, "updateSheetProperties": _properties, "updateCells": _update_cells,
    "appendCells": _append_cells, "createDeveloperMetadata": _name,
}  # fmt: skip
