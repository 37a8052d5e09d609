"""Workday's career sites: one posting by its path on the site."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, host_of, part
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    tenant, site, path = part(found, "tenant"), part(found, "site"), found.identifiers.get("external_path")
    if tenant is None or site is None or path is None or "/../" in path:
        return None
    return f"https://{host_of(found)}/wday/cxs/{tenant}/{site}/job{path[path.index('/', 1) :]}"


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    job = shapes.at(data, "jobPostingInfo")
    if shapes.text(job, "title") is None:
        return None
    if shapes.flag(job, "posted") is False or shapes.flag(job, "canApply") is False:
        raise Gone
    more = [shapes.text([place], 0) for place in shapes.rows(job, "additionalLocations")]
    place = values.places([shapes.text(job, "location"), *more])
    return {
        "title": shapes.text(job, "title"),
        "company": shapes.text(data, "hiringOrganization", "name"),
        "location": place,
        "work_mode": values.work_mode(shapes.text(job, "remoteType"), place),
        "employment_type": values.employment_type(shapes.text(job, "title"), shapes.text(job, "timeType"))
        if _is_internship(job)
        else values.employment_type(shapes.text(job, "timeType")),
        "posted_on": values.day(shapes.at(job, "startDate")),
        "deadline_on": values.day(shapes.at(job, "endDate")),
        "requisition": shapes.first(shapes.text(job, "jobReqId"), found.identifiers.get("job_id")),
        "description": text_of(shapes.long_text(job, "jobDescription")),
    }


def _is_internship(job: Any) -> bool:
    return values.employment_type(shapes.text(job, "title")) == "internship"


def _missing(data: Any) -> bool:
    """S21 is said of a posting that is gone, and of a site that we ask wrongly: then it names the site."""
    return shapes.text(data, "errorCode") == "S21" and "Job_Posting_Site_ID" not in str(data)


BOARD = Board("workday", _link, _fields, missing=_missing, offered=False)
