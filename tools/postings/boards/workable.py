"""Workable's widget: all postings of an account in one answer, of which one is meant."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, filled
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    # A number of digits alone is one of the old site, which the widget does not know.
    if found.identifiers.get("job_id", "1").isdecimal() and len(found.identifiers.get("job_id", "")) < 10:
        return None
    return filled("https://apply.workable.com/api/v1/widget/accounts/{board}?details=true", found, "board")


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if not isinstance(shapes.at(data, "jobs"), list):
        return None
    wanted = found.identifiers["job_id"].casefold()
    jobs = shapes.rows(data, "jobs")
    job = next((job for job in jobs if (shapes.text(job, "shortcode") or "").casefold() == wanted), None)
    if job is None:
        raise Gone
    described = shapes.long_text(job, "description") + shapes.long_text(job, "requirements")
    return {
        "title": shapes.text(job, "title"),
        "company": shapes.text(data, "name"),
        "location": _place(job),
        "work_mode": "remote" if shapes.flag(job, "telecommuting") else values.work_mode(shapes.text(job, "workplace")),
        "employment_type": values.employment_type(shapes.text(job, "employment_type")),
        "posted_on": values.day(shapes.at(job, "published_on")),
        "requisition": shapes.text(job, "code"),
        "description": text_of(described),
    }


def _place(job: Any) -> str | None:
    places = [one for one in shapes.rows(job, "locations") if not shapes.flag(one, "hidden")]
    named = [shapes.joined(*(shapes.text(one, name) for name in ("city", "region", "country"))) for one in places]
    return values.places(named) or shapes.joined(*(shapes.text(job, name) for name in ("city", "state", "country")))


BOARD = Board("workable", _link, _fields)
