"""What a platform's keyless endpoint is: its address, its posting, and the one sign that a posting is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from tools.postings import shapes
from tools.postings.identify import Identified
from tools.postings.posting import Fetched

Fields = dict[str, Any]


class Gone(Exception):
    """The platform says, in the way that means it, that the posting is not there any more."""


@dataclass(frozen=True)
class Board:
    """One platform. `link` gives the endpoint's address, None where the ids do not lead there.

    `fields` reads the answer: the fields of a Posting, or None where it is not the shape that was expected; it raises
    Gone. `missing` says whether a 404 is that sign; with `list_link`, only when the posting is not in that list either.
    `offered`: meant for programs, unlike a page.
    """

    platform: str
    link: Callable[[Identified], str | None]
    fields: Callable[[str, Identified], Fields | None]
    missing: Callable[[Any], bool] = lambda _: False
    list_link: Callable[[Identified], str | None] = lambda _: None
    listed: Callable[[Any, Identified], bool] = lambda _, __: True
    offered: bool = True
    json: bool = True


def is_missing(board: Board, fetched: Fetched) -> bool:
    """Whether an answer of 404 says that there is no such posting, in the platform's own words."""
    return fetched.status in (404, 410) and board.missing(shapes.parsed(fetched.body))


def part(found: Identified, name: str) -> str | None:
    """An id as a part of a path: decoded once, then encoded; None where there is none or it would lead elsewhere."""
    value = unquote(found.identifiers.get(name, ""))
    if not value or value in (".", "..") or len(value) > 200:
        return None
    return quote(value, safe="")


def filled(template: str, found: Identified, *names: str) -> str | None:
    """An address with ids put in; None where one is missing."""
    parts = {name: part(found, name) for name in names}
    return template.format(**parts) if all(parts.values()) else None


def host_of(found: Identified) -> str:
    """The host of the link."""
    return urlsplit(found.url).hostname or ""


def an_error(data: Any) -> bool:
    """Whether a body is a JSON object at all, as the errors of these platforms are; a page in its place is none."""
    return isinstance(data, Mapping)
