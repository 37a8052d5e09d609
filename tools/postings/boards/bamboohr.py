"""BambooHR's career pages: one posting by its number; what is gone is missing from the list of all."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, filled
from tools.postings.identify import Identified
from tools.postings.paytext import pay_in
from tools.postings.plain import text_of

MODES = {"0": "onsite", "1": "remote", "2": "hybrid"}


def _link(found: Identified) -> str | None:
    return filled("https://{board}.bamboohr.com/careers/{job_id}/detail", found, "board", "job_id")


def _list_link(found: Identified) -> str | None:
    return filled("https://{board}.bamboohr.com/careers/list", found, "board")


def _fields(body: str, _: Identified) -> Fields | None:
    job = shapes.at(shapes.parsed(body), "result", "jobOpening")
    if shapes.text(job, "jobOpeningName") is None:
        return None
    if shapes.text(job, "jobOpeningStatus") not in (None, "Open"):
        raise Gone
    place = _place(job)
    return {
        "title": shapes.text(job, "jobOpeningName"),
        "location": place,
        "work_mode": MODES.get(shapes.text(job, "locationType") or ""),
        "employment_type": values.employment_type(shapes.text(job, "employmentStatusLabel")),
        "posted_on": values.day(shapes.at(job, "datePosted")),
        "description": text_of(shapes.long_text(job, "description")),
        **pay_in(shapes.text(job, "compensation"), place),
    }


def _place(job: Any) -> str | None:
    for name in ("location", "atsLocation"):
        parts = (shapes.text(job, name, key) for key in ("city", "state", "addressCountry", "country"))
        found = shapes.joined(*parts)
        if found:
            return found
    return None


def _listed(data: Any, found: Identified) -> bool:
    """Whether the list of all holds the posting; what is no list says nothing."""
    result = shapes.at(data, "result")
    if not isinstance(result, list):
        return True
    return any(shapes.text(row, "id") == found.identifiers["job_id"] for row in result)


BOARD = Board("bamboohr", _link, _fields, missing=lambda _: True, list_link=_list_link, listed=_listed)
