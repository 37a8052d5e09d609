"""Teamtailor's feed: all postings of a site in one answer, each with its schema.org block."""

from __future__ import annotations

from collections.abc import Mapping

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, host_of
from tools.postings.identify import Identified, identify
from tools.postings.plain import text_of
from tools.postings.schema import fields


def _link(found: Identified) -> str | None:
    return f"https://{host_of(found)}/jobs.json" if "job_id" in found.identifiers else None


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    if not isinstance(shapes.at(data, "items"), list):
        return None
    items = shapes.rows(data, "items")
    wanted = found.identifiers["job_id"]
    item = next(
        (one for one in items if identify(shapes.text(one, "url") or "").identifiers.get("job_id") == wanted), None
    )
    if item is None:
        if shapes.text(data, "next_url"):
            return None  # it may stand on the next page
        raise Gone
    block = shapes.at(item, "_jobposting")
    told = fields(block) if isinstance(block, Mapping) else {}
    told["title"] = shapes.first(told.get("title"), shapes.text(item, "title"))
    told["posted_on"] = told.get("posted_on") or values.day(shapes.at(item, "date_published"))
    told["description"] = told.get("description") or text_of(shapes.long_text(item, "content_html"))
    told["company"] = told.get("company") or shapes.text(data, "title")
    return told


BOARD = Board("teamtailor", _link, _fields)
