"""A Google spreadsheet: our tab in it, its rows, and changes to them in batches; knows no database and no application.

Words are written as plain text (`stringValue`): Google never reads a formula out of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from tools.clients.google_line import Api, Line
from tools.clients.replies import BadRequest, NotFound
from tools.clients.sheet_grid import NUMBER, Cell, Grid, Tab
from tools.clients.trouble import AccessLost, MailTrouble, Unreachable
from tools.clients.web import TooLong

API = Api("sheets", "v4", "Google Sheets", 64_000_000)
KEY = "jobbot"
TITLE = "Jobbot"
FIELDS = "properties.title,sheets(properties(sheetId,title),merges)"
T = TypeVar("T")
GONE, NO_TAB, NO_NUMBERS, EXCEL, NO_RIGHTS = "gone", "tab", "numbers", "excel", "rights"


class SheetLost(MailTrouble):
    """The sheet cannot be used as it is; `why` is one of the words above: only the person can mend that."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Sheets:
    """One spreadsheet for one look. Everything raises MailTrouble."""

    def __init__(self, line: Line, spreadsheet: str = "") -> None:
        self.line = line
        self.spreadsheet = spreadsheet

    def close(self) -> None:
        """Let go of the server."""
        self.line.close()

    def create(self, title: str) -> str:
        """Make a spreadsheet with one empty tab, and give its id."""
        body = {"properties": {"title": title}, "sheets": [{"properties": {"title": TITLE}}]}
        made = self._ask(self._all().create(body=body, fields="spreadsheetId"), writes=True)
        self.spreadsheet = str(made["spreadsheetId"])
        return self.spreadsheet

    def tab(self, number: int | None) -> Tab | None:
        """Our tab: the one of that number, or the one that was ours before; None where there is none yet.

        Raises SheetLost where the one of that number is gone, or the numbers in it.
        """
        found = self._ask(self._all().get(spreadsheetId=self.spreadsheet, fields=FIELDS))
        tabs = {int(one["properties"]["sheetId"]): one for one in found.get("sheets", [])}
        columns = self._columns()
        ours = [one for one in columns if one in tabs and NUMBER in columns[one]]
        if number is not None and number not in tabs:
            raise SheetLost(NO_TAB)
        if number is not None and NUMBER not in columns.get(number, {}):
            raise SheetLost(NO_NUMBERS)
        if number is None and not ours:
            return None
        chosen = ours[0] if number is None else number
        merged = tuple(_ranges(one) for one in tabs[chosen].get("merges", []))
        return Tab(chosen, str(tabs[chosen]["properties"]["title"]), columns[chosen], merged)

    def set_up(self, headings: Mapping[str, str]) -> Tab:
        """Make our tab, with a heading for each column that stays in sight; an empty one that we made is used."""
        found = self._ask(self._all().get(spreadsheetId=self.spreadsheet, fields=FIELDS))
        titles = {str(one["properties"]["title"]): int(one["properties"]["sheetId"]) for one in found["sheets"]}
        empty = len(titles) == 1 and TITLE in titles and not self._rows(TITLE, "1:2")
        number = titles[TITLE] if empty else secrets.randbelow(2**31 - 2) + 1
        title = TITLE if empty else next(name for name in _names() if name not in titles)
        added = {"addSheet": {"properties": {"sheetId": number, "title": title}}}
        requests: list[dict[str, Any]] = [] if empty else [added]
        frozen = {"sheetId": number, "gridProperties": {"frozenRowCount": 1}}
        asked = {"properties": frozen, "fields": "gridProperties.frozenRowCount"}
        requests += [{"updateSheetProperties": asked}, _update(number, 0, 0, list(headings.values()), bold=True)]
        requests += [_named(number, column, name) for column, name in enumerate(headings)]
        self._change(requests)
        return Tab(number, title, {name: column for column, name in enumerate(headings)})

    def read(self, tab: Tab) -> Grid:
        """The rows that have a number of ours; of two with the same one the upper counts."""
        names = list(tab.columns)
        ranges = [f"{_quoted(tab.title)}!{_letters(tab.columns[one])}2:{_letters(tab.columns[one])}" for one in names]
        asked = self._values().batchGet(spreadsheetId=self.spreadsheet, ranges=ranges, majorDimension="COLUMNS")
        said = self._ask(asked).get("valueRanges", [])
        columns = {name: (one.get("values") or [[]])[0] for name, one in zip(names, said, strict=True)}
        places: dict[int, int] = {}
        for row, words in enumerate(columns[NUMBER], start=1):
            number = _number(words)
            if number is not None:
                places.setdefault(number, row)
        cells = {
            number: {name: str(_at(columns[name], row - 1)) for name in names if name != NUMBER}
            for number, row in places.items()
        }
        return Grid(places, cells)

    def write(self, tab: Tab, cells: Sequence[Cell], rows: Mapping[int, Mapping[str, str]]) -> None:
        """Write cells, and new rows (by their numbers) below all that is there, all of it or nothing."""
        requests = [_update(tab.id, one.row, one.column, [one.text]) for one in cells]
        if rows:
            new = [_new_row(tab, number, words) for number, words in rows.items()]
            requests.append({"appendCells": {"sheetId": tab.id, "rows": new, "fields": "userEnteredValue"}})
        if requests:
            self._change(requests)

    def _columns(self) -> dict[int, dict[str, int]]:
        """Our columns by tab: each carries its name, wherever it was moved and whatever its heading."""
        asked = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": KEY, "locationType": "COLUMN"}}]}
        request = self._all().developerMetadata().search(spreadsheetId=self.spreadsheet, body=asked)
        found: dict[int, dict[str, int]] = {}
        for one in self._ask(request).get("matchedDeveloperMetadata", []):
            data = one["developerMetadata"]
            where = data["location"]["dimensionRange"]
            columns = found.setdefault(int(where.get("sheetId", 0)), {})
            columns.setdefault(str(data.get("metadataValue", "")), int(where.get("startIndex", 0)))
        return found

    def _rows(self, title: str, rows: str) -> list[Any]:
        asked = self._values().get(spreadsheetId=self.spreadsheet, range=f"{_quoted(title)}!{rows}")
        return list(self._ask(asked).get("values", []))

    def _change(self, requests: Sequence[Mapping[str, Any]]) -> None:
        body = {"requests": list(requests)}
        self._ask(self._all().batchUpdate(spreadsheetId=self.spreadsheet, body=body), writes=True)

    def _ask(self, request: Any, *, writes: bool = False) -> dict[str, Any]:
        return _translated(lambda: self.line.ask(request, writes=writes))

    def _all(self) -> Any:
        return self.line.service.spreadsheets()

    def _values(self) -> Any:
        return self._all().values()


def _translated(ask: Callable[[], T]) -> T:
    """What is asked, with its faults in words that fit a sheet."""
    try:
        return ask()
    except NotFound:
        raise SheetLost(GONE) from None
    except AccessLost as error:
        if "PERMISSION_DENIED" in str(error) or "forbidden" in str(error):
            raise SheetLost(NO_RIGHTS) from None
        raise
    except BadRequest as error:
        if error.reason == "FAILED_PRECONDITION":
            raise SheetLost(EXCEL) from None
        raise Unreachable("Google did not take the change; a protected cell in the tab may be why") from None
    except TooLong:
        raise Unreachable("there is too much in the sheet") from None


def _update(tab: int, row: int, column: int, texts: Sequence[str], *, bold: bool = False) -> dict[str, Any]:
    values = [_cell(text) | ({"userEnteredFormat": {"textFormat": {"bold": True}}} if bold else {}) for text in texts]
    start = {"sheetId": tab, "rowIndex": row, "columnIndex": column}
    fields = "userEnteredValue" + (",userEnteredFormat.textFormat.bold" if bold else "")
    return {"updateCells": {"start": start, "rows": [{"values": values}], "fields": fields}}


def _new_row(tab: Tab, number: int, words: Mapping[str, str]) -> dict[str, Any]:
    values: list[dict[str, Any]] = [{} for _ in range(max(tab.columns.values()) + 1)]
    for name, column in tab.columns.items():
        values[column] = _cell(words.get(name, ""))
    values[tab.columns[NUMBER]] = {"userEnteredValue": {"numberValue": number}}
    return {"values": values}


def _cell(text: str) -> dict[str, Any]:
    return {"userEnteredValue": {"stringValue": text}} if text else {}


def _named(tab: int, column: int, name: str) -> dict[str, Any]:
    where = {"sheetId": tab, "dimension": "COLUMNS", "startIndex": column, "endIndex": column + 1}
    data = {"metadataKey": KEY, "metadataValue": name, "visibility": "DOCUMENT", "location": {"dimensionRange": where}}
    return {"createDeveloperMetadata": {"developerMetadata": data}}


def _names() -> Any:
    yield TITLE
    yield from (f"{TITLE} {number}" for number in range(2, 10_000))


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


def _letters(column: int) -> str:
    """A column's name: 0 is A, 26 is AA."""
    head, last = divmod(column, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)


def _number(words: Any) -> int | None:
    """The number in a cell, however the sheet shows it."""
    digits = str(words).strip().removesuffix(".00").removesuffix(".0").replace(",", "").lstrip("#")
    return int(digits) if digits.isdecimal() and len(digits) < 19 else None


def _at(column: Sequence[Any], row: int) -> Any:
    return column[row] if row < len(column) else ""


def _ranges(merge: Mapping[str, int]) -> tuple[range, range]:
    rows = range(merge.get("startRowIndex", 0), merge.get("endRowIndex", 0))
    return rows, range(merge.get("startColumnIndex", 0), merge.get("endColumnIndex", 0))
