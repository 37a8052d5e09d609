"""How a posting is read: through the platform's endpoint, else its page, else the board that a page embeds.

A reader fetches nothing itself: it yields what it wants (see `Reading`), so that it can be run anywhere.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from urllib.parse import unquote

from tools.postings import shapes
from tools.postings.board import Board, Fields, Gone, host_of, is_missing
from tools.postings.boards import (
    ashby,
    bamboohr,
    greenhouse,
    lever,
    oracle,
    personio,
    recruitee,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
)
from tools.postings.identify import COMPANY_SITE, Identified, identify
from tools.postings.page import embedded, linked, read_page, states_several
from tools.postings.paytext import pay_in
from tools.postings.posting import Fetched, Get, Posting, Reading, ReadPosting, from_url
from tools.postings.skills import skills_in

BOARDS: dict[str, Board] = {
    board.platform: board
    for board in (
        ashby.BOARD, bamboohr.BOARD, greenhouse.BOARD, lever.BOARD, oracle.BOARD, personio.BOARD, recruitee.BOARD,
        smartrecruiters.BOARD, teamtailor.BOARD, workable.BOARD, workday.BOARD,
    )
}  # fmt: skip
HTML = frozenset(("text/html", "application/xhtml+xml", ""))
DEEPEST = 2  # pages that lead to another one
# Sites that send us to the list of all postings when one is gone; others send us to a page to sign in.
SEND_TO_LIST = frozenset(("breezy", "icims", "jazzhr", "jobvite"))
REFUSED = frozenset((401, 403, 429, 999))


def read(found: Identified) -> Reading:
    """Read the posting behind a link, by all ways that there are."""
    answer = yield from _read(found, 0)
    skills = skills_in(answer.posting.description, answer.posting.skills)
    return replace(answer, posting=replace(answer.posting, skills=skills))


def _read(found: Identified, depth: int) -> Reading:
    board = BOARDS.get(found.platform or "")
    answer = (yield from _asked(board, found, None)) if board is not None else None
    if board is not None and answer is not None and (answer.closed or answer.posting.source == "api"):
        named = answer.closed or answer.posting.company
        return answer if named else replace(answer, posting=(yield from _named(answer.posting, found)))
    return (yield from _paged(found, answer, depth))


def check(found: Identified, etag: str | None) -> Reading:
    """Look whether a posting is still there, with as few pages as it takes; `unchanged` where the mark still holds."""
    board = BOARDS.get(found.platform or "")
    if board is not None and board.link(found) is not None:
        answer = yield from _asked(board, found, etag)
        assert answer is not None, "there is an endpoint"
        return answer
    fetched = yield Get(_page_url(found), found.platform, json=False, etag=etag)
    if fetched.status == 304:
        return ReadPosting(from_url(found), etag=etag, unchanged=True)
    return _page_read(fetched, found)


def _asked(board: Board, found: Identified, etag: str | None) -> Generator[Get, Fetched, ReadPosting | None]:
    """What the platform's endpoint says; None where there is none for these ids."""
    link = board.link(found)
    if link is None:
        return None
    fetched = yield Get(link, found.platform, board.json, etag, board.offered)
    if fetched.status == 304:
        return ReadPosting(from_url(found), etag=etag, unchanged=True)
    if is_missing(board, fetched):
        return (yield from _is_unlisted(board, found))
    if not fetched.ok:
        return ReadPosting(from_url(found), trouble_of(fetched), wait=fetched.retry_after)
    try:
        fields = board.fields(fetched.body, found)
    except Gone:
        return _closed(found)
    if fields is None or not fields.get("title"):
        return ReadPosting(from_url(found), "it answered something else than a posting")
    return ReadPosting(_posting(found, fields), etag=fetched.etag)


def _is_unlisted(board: Board, found: Identified) -> Generator[Get, Fetched, ReadPosting]:
    """Whether what is missing is gone: with some platforms only if the list of all does not hold it either."""
    link = board.list_link(found)
    if link is None:
        return _closed(found)
    fetched = yield Get(link, found.platform, offered=board.offered)
    if fetched.ok and not board.listed(shapes.parsed(fetched.body), found):
        return _closed(found)
    return ReadPosting(from_url(found), trouble_of(fetched) or "it could not be found, and may be there")


def _closed(found: Identified) -> ReadPosting:
    return ReadPosting(replace(from_url(found), open=False, source="api"), closed=True)


def _posting(found: Identified, fields: Fields) -> Posting:
    posting = replace(from_url(found), source="api", open=True, **{k: v for k, v in fields.items() if v})
    if not any(letter.isdigit() for letter in posting.requisition or ""):
        posting = replace(posting, requisition=None)  # "see below", and the like
    if posting.salary_min is None and posting.salary_max is None:
        posting = replace(posting, **pay_in(posting.description, posting.location))
    return posting


def _named(posting: Posting, found: Identified) -> Generator[Get, Fetched, Posting]:
    """The posting with its employer, whom the endpoint does not name: from the page, else by the board's own name."""
    fetched = yield Get(found.url, found.platform, json=False)
    shown = read_page(fetched.body, found).company if fetched.ok and fetched.kind in HTML else None
    board = unquote(found.identifiers.get("board", ""))
    return replace(
        posting, company=shown or " ".join(board.replace("-", " ").replace("_", " ").split()).title() or None
    )


def _paged(found: Identified, before: ReadPosting | None, depth: int) -> Reading:
    """The page itself: what it says, or the posting of a platform that it leads to."""
    fetched = yield Get(_page_url(found), found.platform, json=False)
    answer = _page_read(fetched, found)
    if answer.closed and before is not None:
        return before  # where there is an endpoint, it alone can say so
    if answer.closed or depth >= DEEPEST:
        return answer
    if fetched.ok:
        for onward in _onward(found, fetched, stated=answer.posting.source == "json_ld"):
            better = yield from _read(onward, depth + 1)
            if better.closed or better.posting.title:
                return replace(better, posting=replace(better.posting, url=found.url))
    if answer.posting.title:
        return answer
    return answer if answer.trouble or before is None else before


def _page_url(found: Identified) -> str:
    """Where the posting itself stands on a page: iCIMS shows it in a frame."""
    if found.platform != "icims" or "in_iframe" in found.url:
        return found.url
    page, hash_, part = found.url.partition("#")
    return f"{page}{'&' if '?' in page else '?'}in_iframe=1{hash_}{part}"


def _onward(found: Identified, fetched: Fetched, *, stated: bool) -> Iterable[Identified]:
    """Where a page may lead to, the surest first: its own new address, the board that it embeds, its only link."""
    there = identify(fetched.url)
    if there.key is not None and there.key != found.key and there.platform != COMPANY_SITE:
        yield there
    inside = embedded(fetched.body, found)
    if inside is not None:
        yield inside
    elif found.platform == "greenhouse" and "host" in found.identifiers:
        # Many a company's board bears the name of its domain; the answer must then lead back to that domain.
        label = host_of(found).removeprefix("www.").rsplit(".", 2)
        name = label[-2] if len(label) > 1 else label[0]
        yield Identified(found.url, "greenhouse", {**found.identifiers, "board": name})
    if found.platform == COMPANY_SITE and not stated:
        only = linked(fetched.body)
        if only is not None:
            yield only


def _page_read(fetched: Fetched, found: Identified) -> ReadPosting:
    """What one page says; gone where it is not there, or where it sends us to the list of all instead."""
    if fetched.status in (404, 410):
        return ReadPosting(replace(from_url(found), open=False, source="page"), closed=True)
    if not fetched.ok:
        return ReadPosting(from_url(found), trouble_of(fetched), wait=fetched.retry_after)
    if fetched.kind not in HTML:
        return ReadPosting(from_url(found), "it is no page that I can read")
    there = identify(fetched.url)
    if found.platform in SEND_TO_LIST and found.key is not None and there.platform == found.platform and not there.key:
        return ReadPosting(replace(from_url(found), open=False, source="page"), closed=True)
    posting = read_page(fetched.body, found)
    if posting.title is None or states_several(fetched.body, found):
        return ReadPosting(from_url(found), "it shows no single posting")
    stated = posting.source == "json_ld"
    if posting.salary_min is None and posting.salary_max is None and stated:
        posting = replace(posting, **pay_in(posting.description, posting.location))
    return ReadPosting(replace(posting, open=True if stated else None), etag=fetched.etag)


def trouble_of(fetched: Fetched) -> str:
    """Why there is no posting in an answer, in a few words; empty where the answer is one."""
    if fetched.trouble:
        return fetched.trouble
    if fetched.status in REFUSED:
        return "it refuses to be read by a program"
    if fetched.status >= 500:
        return "it has a fault of its own"
    return "" if fetched.status == 200 else "it does not show the posting"
