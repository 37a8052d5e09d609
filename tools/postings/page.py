"""A page that shows a posting: what it states for machines, which board it embeds, and else what a person reads."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tools.postings import shapes
from tools.postings.identify import COMPANY_SITE, Identified, identify
from tools.postings.plain import parsed, text_of
from tools.postings.posting import Posting, from_url
from tools.postings.schema import fields
from tools.postings.structured import chosen, stated

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LARGEST = 6_000_000  # characters of a page that are looked at
AT = re.compile(r"^(?P<title>.{3,120}?)\s+(?:at|@|bei|chez)\s+(?P<company>[^|–—]{2,60}?)(?:\s+[|–—-]\s+.*)?$")
APPLICATION = re.compile(r"^job application for\s+", re.I)
PARTED = re.compile(r"\s+[|–—·»]\s+|\s+-\s+")
SITE_WORDS = re.compile(r"\b(?:careers?|jobs?|karriere|stellen\w*|hiring|recruiting|vacanc\w+|home)\b", re.I)
# Links to boards that companies embed in their own pages, with the board's name.
EMBEDDED = (
    (
        "greenhouse",
        re.compile(r"greenhouse\.io/embed/job_(?:board|app)(?:/js)?\?(?:[^\"'<>\s]*?&(?:amp;)?)?for=([\w-]+)"),
    ),
    ("greenhouse", re.compile(r"(?:job-)?boards(?:-api)?(?:\.eu)?\.greenhouse\.io/(?:v1/boards/)?(?!embed\b)([\w-]+)")),
    ("ashby", re.compile(r"jobs\.ashbyhq\.com/([\w.%-]+)")),
    ("ashby", re.compile(r"api\.ashbyhq\.com/posting-api/job-board/([\w.%-]+)")),
    ("smartrecruiters", re.compile(r"(?:jobs|careers|api)\.smartrecruiters\.com/(?:v1/companies/)?([A-Za-z][\w-]+)")),
)
EU = re.compile(r"(?:boards|job-boards)\.eu\.greenhouse\.io")


def read_page(markup: str, found: Identified) -> Posting:
    """What a page says of the posting that a link means; the bare link's facts where it says nothing of one."""
    tree = parsed(markup[:LARGEST])
    base = from_url(found)
    schema = chosen(stated(tree), found)
    if schema is not None:
        told = {name: value for name, value in fields(schema).items() if value}
        posting = replace(base, source="json_ld", **told)
        if posting.title:
            return replace(posting, company=posting.company or _site(tree))
    return _by_words(tree, base)


def states_several(markup: str, found: Identified) -> bool:
    """Whether a page lists postings of which none is the one that the link means."""
    there = stated(parsed(markup[:LARGEST]))
    return bool(there) and chosen(there, found) is None


def embedded(markup: str, found: Identified) -> Identified | None:
    """The posting on the board that a company's page embeds; None where it embeds none, or names no job."""
    job_id = found.identifiers.get("job_id")
    if job_id is None or "host" not in found.identifiers:
        return None
    for platform, pattern in EMBEDDED:
        board = pattern.search(markup) if platform == found.platform else None
        if board is not None:
            region = {"region": "eu"} if platform == "greenhouse" and EU.search(markup) else {}
            return Identified(found.url, platform, {"board": board[1], "job_id": job_id, **region})
    return None


def linked(markup: str) -> Identified | None:
    """The one posting of a platform that a page leads to (its "Apply" button); None for none or several."""
    links = {identify(link) for link in re.findall(r"https?://[^\s\"'<>\\]+", markup[:LARGEST])}
    known = {link.key: link for link in links if link.key is not None and link.platform != COMPANY_SITE}
    return next(iter(known.values())) if len(known) == 1 else None


def _by_words(tree: LexborHTMLParser, base: Posting) -> Posting:
    """The title, the company and the text that a person would read."""
    heading, company = _heading(tree)
    if heading is None:
        return base
    shown = text_of(tree.body.html or "") if tree.body is not None else None
    return replace(base, title=heading, company=company or _site(tree), description=shown, source="page")


def _heading(tree: LexborHTMLParser) -> tuple[str | None, str | None]:
    """The job's title and its employer, from the page's title where it names both, else from its only large heading."""
    tops = [words for words in (_line(node.text()) for node in tree.css("h1")) if words]
    entitled = tree.css_first("head title")
    named = _meta(tree, "og:title") or (_line(entitled.text()) if entitled is not None else None)
    both = AT.match(APPLICATION.sub("", named)) if named else None
    if both is not None:
        return both["title"].strip(), both["company"].strip()
    top = tops[0] if len(tops) == 1 and not SITE_WORDS.fullmatch(tops[0]) else None
    if top is not None:
        return top, None
    first = PARTED.split(named)[0].strip() if named else None
    return (first, None) if first and not SITE_WORDS.search(first) else (None, None)


def _site(tree: LexborHTMLParser) -> str | None:
    """The employer by the name of its site."""
    name = _meta(tree, "og:site_name")
    if name is None:
        return None
    kept = SITE_WORDS.sub("", name).strip(" -–—|,:@")
    return kept or None


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return _line(node.attributes.get("content")) if node is not None else None


def _line(words: str | None) -> str | None:
    return shapes.text([words], 0)
