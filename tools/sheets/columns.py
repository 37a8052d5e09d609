"""Which column holds what: told by its name, and by what stands in it where names are of little help; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from tools.sheets import status_words
from tools.sheets.headers_table import COMMON, EITHER, HEADERS
from tools.sheets.words_table import BLANK, EMPLOYMENT_TYPES, WORK_MODES

# The fields a person can choose for a column, with their words.
LABELS = {
    "company": "company", "title": "role", "status": "status", "applied_on": "day applied", "source": "source",
    "location": "place", "work_mode": "remote/onsite", "employment_type": "type of job", "salary": "pay",
    "salary_min": "pay from", "salary_max": "pay to", "salary_currency": "currency", "salary_period": "pay per",
    "url": "link", "deadline_on": "deadline", "status_on": "last news", "tags": "tags", "contact": "contact",
    "contact_email": "contact's e-mail", "contact_phone": "contact's phone", "contact_role": "contact's role",
    "interview_at": "interview", "favorite": "favorite", "archived": "archived", "note": "note", "nothing": "left out",
    "notes_packed": "notes", "contacts_packed": "contacts", "interviews_packed": "interviews",
}  # fmt: skip
DATES = ("applied_on", "status_on", "deadline_on", "interview_at")
Test = Callable[[str], bool]
SURE = 4  # names so far ahead in their list need no look at what stands below them
A_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
WORDS = re.compile(r"[^\W_]+")


def normal(header: str) -> str:
    """A column's name as it is looked up: "Date Applied (dd/mm):" and "dateApplied" are "date applied"."""
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", re.sub(r"\([^)]*\)", " ", header))
    return " ".join(WORDS.findall(split.casefold()))


@cache
def _names() -> dict[str, tuple[str, int]]:
    return {
        normal(name): (field, place) for field, names in HEADERS.items() for place, name in enumerate(names.split("|"))
    }


def score(cells: Sequence[str]) -> float:
    """How much a row looks like the names of the columns of a job search; 0 for one that does not."""
    known = [normal(cell) for cell in cells if cell.strip() and len(cell) < 60]
    hits = {field for name in known for field in [_names().get(name, ("", 0))[0]] if field}
    telling = {name for name in known if (name in _names() or name in EITHER) and name not in COMMON}
    if not telling or len(hits) + any(name in EITHER for name in known) < 2:
        return 0.0
    return len(hits) + (2.0 if "company" in hits else 0.0) + (1.0 if "title" in hits else 0.0)


def guess(headers: Sequence[str], samples: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The field of each column; what is no field's is kept as a note, an empty column is "nothing"."""
    below = [_below(samples, place) for place in range(len(headers))]
    found: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        field, rank = _names().get(normal(header), ("", 0))
        if field and field != "nothing" and fits(field, rank, below[place]):
            found[field] = min(found.get(field, (rank, place)), (rank, place))
    fields = ["note" if below[place] else "nothing" for place in range(len(headers))]
    for field, (_, place) in found.items():
        fields[place] = field
    for place, header in enumerate(headers):
        name = normal(header)
        if _names().get(name, ("", 0))[0] == "nothing":
            fields[place] = "nothing"
        elif name in EITHER and fields[place] == "note":
            fields[place] = next((f for f in EITHER[name] if f not in fields and fits(f, SURE, below[place])), "note")
    return tuple(_by_content(fields, headers, below))


def guess_without_names(samples: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """The fields of a table without names of columns: by what stands in them, the first words are the company."""
    below = [_below(samples, place) for place in range(width)]
    fields = ["note" if cells else "nothing" for cells in below]
    for place, cells in enumerate(below):
        field = next((f for f, test in CONTENT.items() if f not in fields and _most(cells, test)), "")
        if field:
            fields[place] = field
    # Where nothing tells what the table is about, the person is asked.
    texts = [place for place, field in enumerate(fields) if field == "note"] if set(fields) & set(CONTENT) else []
    for field, place in zip(("company", "title", "location"), texts, strict=False):
        fields[place] = field
    return tuple(fields)


def stands_above(first: Sequence[str], samples: Sequence[Sequence[str]]) -> bool:
    """Whether a row holds names, though none that is known: it differs from what all below it have in common."""
    cells = [(cell.strip(), _below(samples, place)) for place, cell in enumerate(first)]
    return len(samples) > 0 and any(
        cell and not test(cell) and _most(below, test, 0.8) for cell, below in cells for test in CONTENT.values()
    )


def fits(field: str, rank: int, cells: Sequence[str]) -> bool:
    """Whether what stands below a name can be that field."""
    if not cells:
        return True
    if field in DATES[:3]:
        return _most(cells, _has_digits)
    if field == "employment_type":
        return _most(cells, _is_employment)
    if field == "work_mode":
        return _most(cells, _is_mode)
    return field != "status" or rank < SURE or _most(cells, _is_status, 0.3)


def _by_content(fields: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> Iterable[str]:
    """The same, with what names did not tell: a column of links, of ways to work, of statuses."""
    unknown = "company" not in fields
    for place, field in enumerate(fields):
        if field == "note" and normal(headers[place]) not in _names():
            tests = ((f, test) for f, test in CONTENT.items() if f not in fields and (f != "applied_on" or unknown))
            fields[place] = next((f for f, test in tests if _most(below[place], test, 0.8)), "note")
    return fields


def _below(samples: Sequence[Sequence[str]], place: int) -> list[str]:
    cells = [row[place].strip() for row in samples if place < len(row)]
    return [cell for cell in cells if cell and cell.casefold() not in BLANK]


def _most(cells: Sequence[str], test: Test, share: float = 0.5) -> bool:
    return bool(cells) and sum(map(test, cells)) > share * len(cells)


def _has_digits(cell: str) -> bool:
    return len(cell) < 60 and any(c.isdigit() for c in cell)


def _is_date(cell: str) -> bool:
    if re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2}:\d\d.*)?", cell):
        return True
    try:
        return bool(date.fromisoformat(cell))
    except ValueError:
        return False


def _is_status(cell: str) -> bool:
    return len(cell) < 60 and status_words.read(cell) is not None


@cache
def _spoken(table: str) -> frozenset[str]:
    words = WORK_MODES if table == "mode" else EMPLOYMENT_TYPES
    return frozenset(one for names in words.values() for one in names.split("|"))


def _is_mode(cell: str) -> bool:
    return cell.casefold() in _spoken("mode")


def _is_employment(cell: str) -> bool:
    return cell.casefold().replace("_", " ") in _spoken("employment")


def _is_plain_mode(cell: str) -> bool:
    return _is_mode(cell) and len(cell) > 5


CONTENT: dict[str, Test] = {
    "url": lambda cell: A_URL.match(cell) is not None,
    "applied_on": _is_date,
    "status": _is_status,
    "work_mode": _is_plain_mode,
    "employment_type": _is_employment,
}
