"""Greenhouse's job board: one posting by its number."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, filled
from tools.postings.identify import Identified, identify
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    # The board of a European customer is answered by the same endpoint.
    return filled(
        "https://boards-api.greenhouse.io/v1/boards/{board}/jobs/{job_id}?pay_transparency=true",
        found,
        "board",
        "job_id",
    )


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if shapes.text(data, "title") is None or not _is_of(shapes.text(data, "absolute_url"), found):
        return None
    offices = [shapes.first(shapes.text(office, "location"), shapes.text(office, "name")) for office in _offices(data)]
    place = shapes.first(shapes.text(data, "location", "name"), values.places(offices))
    return {
        "title": shapes.text(data, "title"),
        "company": shapes.text(data, "company_name"),
        "location": place,
        "work_mode": values.work_mode(place, shapes.text(data, "title")),
        "employment_type": values.employment_type(*_stated(data, "employment", "commitment", "job type")),
        "posted_on": values.day(shapes.at(data, "first_published")),
        "deadline_on": values.day(shapes.at(data, "application_deadline")),
        "requisition": shapes.text(data, "requisition_id"),
        "description": text_of(shapes.long_text(data, "content"), escaped=True),
        **_pay(shapes.rows(data, "pay_input_ranges")),
    }


def _is_of(url: str | None, found: Identified) -> bool:
    """Where the board was only guessed from a company's domain: whether the posting lives on that domain."""
    wanted = found.identifiers.get("host")
    return wanted is None or identify(url or "").identifiers.get("host", "").endswith(_domain(wanted))


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _offices(data: Any) -> list[Any]:
    return shapes.rows(data, "offices")


def _stated(data: Any, *names: str) -> list[str | None]:
    """The values of the board's own fields whose name holds one of these words."""
    fields = [(shapes.text(row, "name") or "", shapes.text(row, "value")) for row in shapes.rows(data, "metadata")]
    return [value for name, value in fields if any(word in name.casefold() for word in names)]


def _pay(ranges: list[Any]) -> Fields:
    """The first range: its amounts are cents, its period stands in its title alone."""
    if not ranges:
        return {}
    low, high = (values.number(shapes.at(ranges, 0, name)) for name in ("min_cents", "max_cents"))
    if low is None and high is None:
        return {}
    said = values.period(shapes.text(ranges, 0, "title"), shapes.text(ranges, 0, "blurb"))
    amount = (low or high or 0) / 100
    # "Salary" stands over many a rate of some dollars.
    period = values.likely_period(amount) if said in (None, "year") else said
    return {
        "salary_min": low / 100 if low is not None else None,
        "salary_max": high / 100 if high is not None else None,
        "salary_currency": values.currency(shapes.text(ranges, 0, "currency_type")),
        "salary_period": period or said,
    }


def _missing(data: Any) -> bool:
    # "Job board not found" means that we ask the wrong board.
    return "job not found" in (shapes.text(data, "error") or "").casefold()


BOARD = Board("greenhouse", _link, _fields, missing=_missing)
