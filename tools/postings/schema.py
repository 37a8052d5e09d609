"""A schema.org JobPosting read into our own: the places, the pay and the employer in all the shapes that pages use."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from tools.postings import shapes, values
from tools.postings.plain import text_of
from tools.postings.structured import Schema, identifier, title

# What pages write where they have nothing to say.
NOTHING = frozenset(("-", "--", "n/a", "none", "null", "undefined", "tbd", "not specified"))


def fields(schema: Schema) -> dict[str, Any]:
    """The fields of a Posting that a JobPosting states."""
    company = _company(schema.get("hiringOrganization"))
    mode = "remote" if "TELECOMMUTE" in str(schema.get("jobLocationType")).upper() else None
    places = _places(schema.get("jobLocation"), company) or _places(
        schema.get("applicantLocationRequirements"), company
    )
    described = schema.get("description")
    return {
        "title": title(schema),
        "company": company,
        "location": places,
        "work_mode": mode or values.work_mode(places),
        "employment_type": _employment(schema.get("employmentType")),
        "posted_on": values.day(schema.get("datePosted")),
        "deadline_on": values.day(schema.get("validThrough")),
        "requisition": identifier(schema),
        "skills": _skills(schema.get("skills")),
        "description": text_of(described) if isinstance(described, str) else None,
        **pay(schema),
    }


def pay(schema: Schema) -> dict[str, Any]:
    """What the employer offers; what a page only estimates is left out."""
    said = schema.get("baseSalary")
    if isinstance(said, list):
        said = said[0] if said else None
    money = said if isinstance(said, Mapping) else {"value": said}
    value = money.get("value")
    amount = value if isinstance(value, Mapping) else {**money, "value": value}
    single = values.number(amount.get("value"))
    low = values.number(amount.get("minValue")) or single
    high = values.number(amount.get("maxValue")) or single
    if low is None and high is None:
        return {}
    currencies = (money.get("currency"), amount.get("currency"), schema.get("salaryCurrency"))
    return {
        "salary_min": low,
        "salary_max": high,
        "salary_currency": next((c for c in (values.currency(shapes.text([x], 0)) for x in currencies) if c), None),
        "salary_period": values.period(shapes.text(amount, "unitText"), shapes.text(money, "unitText")),
    }


def _company(said: Any) -> str | None:
    if isinstance(said, list):
        said = said[0] if said else None
    if isinstance(said, Mapping):
        name = said.get("name")
        said = name[0] if isinstance(name, list) and name else name or said.get("legalName")
    return _said(said)


def _said(value: Any) -> str | None:
    """Words without entities; None for those that say nothing."""
    found = shapes.text([value], 0)
    found = html.unescape(found).strip() if found else None
    return None if not found or found.casefold() in NOTHING else found


def _places(said: Any, company: str | None) -> str | None:
    parts = said if isinstance(said, list) else [said]
    return values.places([_place(part, company) for part in parts])


def _place(said: Any, company: str | None) -> str | None:
    """One place on a line: locality, region, country. A postcode or the company's own name is no locality."""
    if isinstance(said, Mapping) and "address" in said:
        inner = said["address"]
        said = (inner[0] if inner else None) if isinstance(inner, list) else inner or said.get("name")
    if not isinstance(said, Mapping):
        return _said(said)
    country = said.get("addressCountry")
    country = country.get("name") if isinstance(country, Mapping) else country
    locality = _said(said.get("addressLocality"))
    if locality and (locality.replace(" ", "").isdigit() or locality == company):
        locality = None
    return shapes.joined(locality, _said(said.get("addressRegion")), _said(country)) or _said(said.get("name"))


def _employment(said: Any) -> str | None:
    kinds = said if isinstance(said, list) else [said]
    return values.employment_type(" ".join(str(kind) for kind in kinds if isinstance(kind, str)))


def _skills(said: Any) -> tuple[str, ...]:
    """Skills that are listed one by one; a sentence is none."""
    parts = said if isinstance(said, list) else said.split(",") if isinstance(said, str) else [said]
    names = (_said(part.get("name") if isinstance(part, Mapping) else part) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= 40))[:40]
