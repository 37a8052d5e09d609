"""SmartRecruiters' postings: one by its number or its uuid."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, an_error, filled
from tools.postings.identify import Identified
from tools.postings.plain import text_of

SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def _link(found: Identified) -> str | None:
    name = "job_id" if "job_id" in found.identifiers else "posting_uuid"
    home = f"https://api.smartrecruiters.com/v1/companies/{{board}}/postings/{{{name}}}"
    return filled(home, found, "board", name)


def _fields(body: str, _: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if shapes.text(data, "name") is None:
        return None
    if shapes.flag(data, "active") is False:
        raise Gone
    return {
        "title": shapes.text(data, "name"),
        "company": shapes.text(data, "company", "name"),
        "location": _place(shapes.at(data, "location")),
        "work_mode": _mode(shapes.at(data, "location")),
        "employment_type": values.employment_type(
            shapes.text(data, "typeOfEmployment", "label"), shapes.text(data, "typeOfEmployment", "id")
        ),
        "posted_on": values.day(shapes.at(data, "releasedDate")),
        "requisition": shapes.text(data, "refNumber"),
        "description": text_of("\n".join(_section(data, name) for name in SECTIONS)),
    }


def _section(data: Any, name: str) -> str:
    section = shapes.at(data, "jobAd", "sections", name)
    return f"<h3>{shapes.text(section, 'title') or ''}</h3>{shapes.long_text(section, 'text')}"


def _place(location: Any) -> str | None:
    parts = (shapes.text(location, name) for name in ("city", "region", "country"))
    return shapes.first(shapes.text(location, "fullLocation"), shapes.joined(*parts))


def _mode(location: Any) -> str | None:
    if shapes.flag(location, "hybrid"):
        return "hybrid"
    return "remote" if shapes.flag(location, "remote") else None


BOARD = Board("smartrecruiters", _link, _fields, missing=an_error)
