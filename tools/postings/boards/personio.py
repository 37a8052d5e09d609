"""Personio's feed: all postings of a company as XML, of which one is meant."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, XMLParser

from tools.postings import values
from tools.postings.board import Board, Fields, Gone, host_of
from tools.postings.identify import Identified
from tools.postings.plain import text_of


def _link(found: Identified) -> str | None:
    return f"https://{host_of(found)}/xml?language=en" if "job_id" in found.identifiers else None


def _fields(body: str, found: Identified) -> Fields | None:
    root = _xml(body)
    if root is None or root.tag != "workzag-jobs":
        return None
    wanted = found.identifiers["job_id"]
    job = next((one for one in root.iter("position") if _text(one, "id") == wanted), None)
    if job is None:
        raise Gone
    offices = [
        _text(job, "office"),
        *(" ".join((one.text or "").split()) for one in job.findall("./additionalOffices/office")),
    ]
    return {
        "title": _text(job, "name"),
        "company": _text(job, "subcompany"),
        "location": values.places(offices),
        "work_mode": values.work_mode(*offices),
        "employment_type": values.employment_type(
            _text(job, "employmentType") if _text(job, "employmentType") not in ("permanent", None) else None,
            _text(job, "schedule"),
        ),
        "posted_on": values.day(_text(job, "createdAt")),
        "description": text_of("\n".join(_sections(job))),
    }


def _sections(job: Element) -> list[str]:
    parts = job.findall("./jobDescriptions/jobDescription")
    return [f"<h3>{_text(part, 'name') or ''}</h3>{part.findtext('value') or ''}" for part in parts]


def _text(element: Element, name: str) -> str | None:
    return " ".join((element.findtext(name) or "").split()) or None


def _xml(body: str) -> Element | None:
    """The feed's root. A feed declares no entities; what does is not read."""
    if "<!DOCTYPE" in body or "<!ENTITY" in body:
        return None
    parser = XMLParser()  # noqa: S314 (nothing is declared in it, and its size is bounded)
    try:
        parser.feed(body.partition("?>")[2] if body.lstrip().startswith("<?xml") else body)
        return parser.close()
    except ParseError:
        return None


BOARD = Board("personio", _link, _fields, json=False)
