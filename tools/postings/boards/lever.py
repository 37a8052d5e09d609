"""Lever's postings: one by its id."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, filled
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    home = "api.eu.lever.co" if found.identifiers.get("region") == "eu" else "api.lever.co"
    return filled(f"https://{home}/v0/postings/{{board}}/{{job_id}}?mode=json", found, "board", "job_id")


def _fields(body: str, _: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if shapes.text(data, "text") is None:
        return None
    all_places = [shapes.text([place], 0) for place in shapes.rows(data, "categories", "allLocations")]
    place = values.places(all_places) or shapes.text(data, "categories", "location")
    return {
        "title": shapes.text(data, "text"),
        "location": place,
        "work_mode": values.work_mode(shapes.text(data, "workplaceType"), place),
        "employment_type": values.employment_type(shapes.text(data, "categories", "commitment")),
        "posted_on": values.day(shapes.at(data, "createdAt")),
        "description": _described(data),
        **_pay(data),
    }


def _described(data: Any) -> str | None:
    lists = [
        f"<h3>{shapes.text(part, 'text') or ''}</h3><ul>{shapes.long_text(part, 'content')}</ul>"
        for part in shapes.rows(data, "lists")
    ]
    parts = [shapes.long_text(data, "description"), *lists, shapes.long_text(data, "additional")]
    return text_of("\n".join(parts))


def _pay(data: Any) -> Fields:
    low, high = (values.number(shapes.at(data, "salaryRange", name)) for name in ("min", "max"))
    if low is None and high is None:
        return {}
    return {
        "salary_min": low,
        "salary_max": high,
        "salary_currency": values.currency(shapes.text(data, "salaryRange", "currency")),
        "salary_period": values.period((shapes.text(data, "salaryRange", "interval") or "").removesuffix("-salary")),
    }


def _missing(data: Any) -> bool:
    return shapes.flag(data, "ok") is False and "not found" in (shapes.text(data, "error") or "").casefold()


BOARD = Board("lever", _link, _fields, missing=_missing)
