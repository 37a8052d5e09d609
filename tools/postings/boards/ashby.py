"""Ashby's job board: all postings of a company in one answer, of which one is meant."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, filled
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    if "job_id" not in found.identifiers:
        return None
    home = "https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true"
    return filled(home, found, "board")


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if not isinstance(shapes.at(data, "jobs"), list):
        return None
    wanted = found.identifiers["job_id"].casefold()
    job = next((job for job in shapes.rows(data, "jobs") if (shapes.text(job, "id") or "").casefold() == wanted), None)
    if job is None or shapes.flag(job, "isListed") is False:
        raise Gone
    others = [shapes.text(place, "location") for place in shapes.rows(job, "secondaryLocations")]
    mode = values.work_mode(shapes.text(job, "workplaceType"))
    return {
        "title": shapes.text(job, "title"),
        "location": values.places([shapes.text(job, "location"), *others]),
        "work_mode": mode or ("remote" if shapes.flag(job, "isRemote") else None),
        "employment_type": values.employment_type(shapes.text(job, "employmentType")),
        "posted_on": values.day(shapes.at(job, "publishedAt")),
        "deadline_on": values.day(shapes.at(job, "applicationDeadline")),
        "description": text_of(shapes.long_text(job, "descriptionHtml") or shapes.long_text(job, "descriptionPlain")),
        **_pay(job),
    }


def _pay(job: Any) -> Fields:
    """The salary among the parts of what is paid: a bonus or shares are none."""
    parts = shapes.rows(job, "compensation", "summaryComponents")
    salary = [part for part in parts if shapes.text(part, "compensationType") == "Salary"]
    if not salary:
        return {}
    low, high = (values.number(shapes.at(salary, 0, name)) for name in ("minValue", "maxValue"))
    return {
        "salary_min": low,
        "salary_max": high,
        "salary_currency": values.currency(shapes.text(salary, 0, "currencyCode")),
        "salary_period": values.period(shapes.text(salary, 0, "interval")),
    }


BOARD = Board("ashby", _link, _fields)
