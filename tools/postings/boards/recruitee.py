"""Recruitee's careers site: one offer by the last part of its link."""

from __future__ import annotations

from typing import Any

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, an_error, filled
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    return filled("https://{board}.recruitee.com/api/offers/{slug}", found, "board", "slug")


def _fields(body: str, _: Identified) -> Fields | None:
    offer = shapes.at(shapes.parsed(body), "offer")
    if shapes.text(offer, "title") is None:
        return None
    if shapes.text(offer, "status") not in (None, "published"):
        raise Gone
    places = [_place(one) for one in shapes.rows(offer, "locations")]
    described = shapes.long_text(offer, "description") + shapes.long_text(offer, "requirements")
    return {
        "title": shapes.text(offer, "title"),
        "company": shapes.text(offer, "company_name"),
        "location": values.places(places) or _place(offer) or shapes.text(offer, "location"),
        "work_mode": _mode(offer),
        "employment_type": values.employment_type(shapes.text(offer, "employment_type_code")),
        "posted_on": values.day(shapes.at(offer, "published_at")),
        "deadline_on": values.day(shapes.at(offer, "close_at")),
        "description": text_of(described),
        **_pay(offer),
    }


def _place(data: Any) -> str | None:
    return shapes.joined(*(shapes.text(data, name) for name in ("city", "state", "country")))


def _mode(offer: Any) -> str | None:
    modes = (("hybrid", "hybrid"), ("remote", "remote"), ("on_site", "onsite"))
    return next((mode for name, mode in modes if shapes.flag(offer, name)), None)


def _pay(offer: Any) -> Fields:
    low, high = (values.number(shapes.at(offer, "salary", name)) for name in ("min", "max"))
    if low is None and high is None:
        return {}
    return {
        "salary_min": low,
        "salary_max": high,
        "salary_currency": values.currency(shapes.text(offer, "salary", "currency")),
        "salary_period": values.period(shapes.text(offer, "salary", "period")),
    }


BOARD = Board("recruitee", _link, _fields, missing=an_error)
