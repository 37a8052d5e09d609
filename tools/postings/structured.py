"""Postings that a page states for machines: schema.org JobPosting as JSON-LD or as microdata; pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tools.postings import shapes
from tools.postings.identify import Identified, identify

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Schema = Mapping[str, Any]
DEEPEST = 12
MOST = 500  # postings looked at on one page
WRAPPED = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$")
LAST_COMMA = re.compile(r",(\s*[}\]])")
TITLE = re.compile(r'"title"\s*:\s*"((?:[^"\\\n]|\\.)+)"')
EMPLOYER = re.compile(r'"hiringOrganization"\s*:\s*\{[^{}]*?"name"\s*:\s*"((?:[^"\\\n]|\\.)+)"')
COMMENT = re.compile(r"^\s*//.*$|/\*.*?\*/", re.M | re.S)


def stated(tree: LexborHTMLParser) -> list[Schema]:
    """All JobPostings that a page states, in its order; JSON-LD first."""
    found: list[Schema] = []
    for script in tree.css('script[type*="ld+json" i]'):
        text = script.text(deep=True, strip=False)
        data = _json(text)
        found += _job_postings(data) if data is not None else _saved(text)
    if not found:
        found = [_item(node) for node in tree.css('[itemtype*="schema.org/JobPosting" i]')]
    return found[:MOST]


def chosen(found: list[Schema], link: Identified | None) -> Schema | None:
    """The one that is meant: the only one, or the one that bears the link's address or number; None where unclear."""
    if len(found) == 1:
        return found[0]
    different = {(shapes.first(title(one)), str(one.get("identifier")), str(one.get("url"))) for one in found}
    if len(different) == 1:
        return found[0]
    meant = [one for one in found if link is not None and _is_meant(one, link)]
    return meant[0] if meant else None


def title(schema: Schema) -> str | None:
    """The job's title, without entities."""
    found = shapes.first(shapes.text(schema, "title"), shapes.text(schema, "name"))
    return html.unescape(found) if found else None


def _is_meant(schema: Schema, link: Identified) -> bool:
    for said in (schema.get("url"), schema.get("@id"), schema.get("mainEntityOfPage")):
        other = identify(said) if isinstance(said, str) and "://" in said else None
        if other is not None and _page(other.url) == _page(link.url):
            return True
        if other is not None and link.key is not None and other.key == link.key:
            return True
    job_id = link.identifiers.get("job_id")
    return job_id is not None and identifier(schema) == job_id


def _page(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/").casefold()


def identifier(schema: Schema) -> str | None:
    """The posting's own number, however it is written."""
    said = schema.get("identifier")
    if isinstance(said, list):
        said = said[0] if said else None
    if isinstance(said, Mapping):
        return shapes.text(said, "value")
    found = shapes.text({"it": said}, "it")
    return None if found and "://" in found else found


def _json(text: str) -> Any:
    """The JSON of a script, mended where the mistake is a common one: comments, a last comma, escaped markup."""
    stripped = WRAPPED.sub("", WRAPPED.sub("", text)).strip().rstrip(";")
    for mended in (stripped, LAST_COMMA.sub(r"\1", stripped), html.unescape(stripped)):
        found = shapes.parsed(mended)
        if found is not None:
            return found
    return shapes.parsed(LAST_COMMA.sub(r"\1", COMMENT.sub("", stripped)))


def _saved(text: str) -> list[Schema]:
    """The title and the employer out of a block that no reader of JSON takes."""
    if '"JobPosting"' not in text:
        return []
    title, employer = TITLE.search(text), EMPLOYER.search(text)
    found = {"title": title[1] if title else None, "hiringOrganization": employer[1] if employer else None}
    return [found] if title else []


def _job_postings(data: Any) -> list[Schema]:
    everything = list(_things(data, 0))
    by_id = {thing["@id"]: thing for thing in everything if isinstance(thing.get("@id"), str) and len(thing) > 1}
    return [_resolved(thing, by_id) for thing in everything if _is_posting(thing)]


def _things(data: Any, depth: int) -> Iterator[Schema]:
    """All objects in a block, wherever they stand."""
    if depth > DEEPEST:
        return
    if isinstance(data, Mapping):
        yield data
    parts = data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ()
    for part in parts:
        if isinstance(part, Mapping | list):
            yield from _things(part, depth + 1)


def _is_posting(thing: Schema) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.rpartition("/")[2] == "JobPosting" for name in names)


def _resolved(thing: Schema, by_id: Mapping[str, Schema]) -> Schema:
    """A posting whose employer is only named by its `@id` gets the employer itself."""
    employer = thing.get("hiringOrganization")
    known = by_id.get(employer.get("@id", "")) if isinstance(employer, Mapping) and "name" not in employer else None
    return {**thing, "hiringOrganization": known} if known is not None else thing


def _item(node: LexborNode) -> Schema:
    """Microdata as the same JSON: what belongs to an inner item stands in it."""
    found: dict[str, Any] = {"@type": "JobPosting"}
    for one in node.css("[itemprop]"):
        owner = _owner(one)
        if owner is not None and owner.mem_id == node.mem_id:
            for name in (one.attributes.get("itemprop") or "").split():
                found.setdefault(name, _value(one))
    return found


def _owner(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and "itemscope" not in above.attributes:
        above = above.parent
    return above


def _value(node: LexborNode) -> Any:
    if "itemscope" in node.attributes:
        inner = _item(node)
        return {name: value for name, value in inner.items() if name != "@type"}
    for name in ("content", "datetime"):
        if node.attributes.get(name):
            return node.attributes[name]
    if node.tag in ("a", "link") and node.attributes.get("href"):
        return node.attributes["href"]
    return node.html if (node.attributes.get("itemprop") or "") == "description" else node.text(strip=True)
