"""Postings through each platform's endpoint: what is read, what means that they are gone, and what means nothing."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from tests.tools.postings.boards_table import CASES, HOSTED, UUID, Case
from tests.web import Page, Web, as_json, serving
from tools.clients.fetch import Fetcher, Limits, carried_out
from tools.postings import read
from tools.postings.identify import identify
from tools.postings.posting import ReadPosting, as_line

NAMES = [f"{case.platform}-{number}" for number, case in enumerate(CASES)]
ENDS = [(case, page) for case in CASES for page in case.closed]
DOUBTS = {
    "refused": Page(b"no", 403),
    "too many": Page(b"{}", 429, "application/json", {"Retry-After": "60"}),
    "fault": as_json({"error": "x"}, 500),
    "maintenance": Page(b"<html>back soon</html>", 503),
    "a page instead": Page(b"<html><body>Enable JavaScript</body></html>"),
    "a page not found": Page(b"<html><body>Nothing here</body></html>", 404),
    "cut": Page(b'{"jobs": [{"id"', kind="application/json"),
    "another shape": as_json({"jobs": {"0": None}, "items": 7, "result": [], "jobPostingInfo": "x", "offer": []}),
    "nothing": Page(b"", kind="application/json"),
    "null": as_json(None),
    "other list": as_json([1, 2]),
}


def looked(web: Web, link: str, *, checking: bool = False, etag: str | None = None) -> ReadPosting:
    """What is read behind a link when this server stands for every platform."""

    async def once() -> ReadPosting:
        found = identify(link)
        fetcher = Fetcher({found.platform or "": web.url}, Limits(seconds=2))
        try:
            return await carried_out(fetcher, read.check(found, etag) if checking else read.read(found))
        finally:
            await fetcher.close()

    return asyncio.run(once())


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_posting_is_read(case: Case) -> None:
    with serving({case.path: case.page, **case.beside}) as web:
        answer = looked(web, case.link)
    line = as_line(answer.posting)
    told: dict[str, Any] = {"title": "Sous Chef", "open": True, "source": "api", "platform": case.platform, **case.told}
    assert {name: line[name] for name in told} == told
    assert (answer.trouble, answer.closed) == ("", False)
    assert "You cook for 40 guests." in (answer.posting.description or "")
    assert "• HACCP" in (answer.posting.description or "")
    assert line["posted_on"] in ("2026-11-02", None)


@pytest.mark.parametrize(("case", "page"), ENDS)
def test_the_sign_that_a_posting_is_gone(case: Case, page: Page) -> None:
    with serving({case.path: page, **case.beside}) as web:
        answer = looked(web, case.link, checking=True)
    assert (answer.closed, answer.posting.open) == (True, False)


@pytest.mark.parametrize("doubt", DOUBTS.values(), ids=DOUBTS)
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_nothing_else_means_that(case: Case, doubt: Page) -> None:
    with serving({case.path: doubt, "/careers/list": doubt}) as web:
        answer = looked(web, case.link, checking=True)
    assert not answer.closed and answer.trouble
    assert answer.posting.open is None


def test_where_we_ask_wrongly_nothing_is_said_of_the_posting() -> None:
    greenhouse, workday = CASES[0], CASES[4]
    with serving({greenhouse.path: as_json({"status": 404, "error": "Job board not found"}, 404)}) as web:
        assert not looked(web, greenhouse.link, checking=True).closed
    wrong_site = as_json({"errorCode": "S21", "message": "Job_Posting_Site_ID is unknown"}, 404)
    with serving({workday.path: wrong_site}) as web:
        assert not looked(web, workday.link, checking=True).closed
    with serving({workday.path: as_json({"errorCode": "HTTP_422"}, 422)}) as web:
        assert not looked(web, workday.link, checking=True).closed


def test_a_mark_that_still_holds_costs_one_empty_answer() -> None:
    case = CASES[0]
    marked = Page(case.page.body, kind="application/json", headers={"ETag": '"v1"'})
    with serving({case.path: marked}) as web:
        first = looked(web, case.link, checking=True)
        again = looked(web, case.link, checking=True, etag=first.etag)
    assert (first.etag, first.unchanged, again.unchanged, again.etag) == ('"v1"', False, True, '"v1"')


def test_an_endpoint_that_is_down_leaves_the_page() -> None:
    link = f"https://jobs.lever.co/inn/{UUID}"
    with serving({f"/inn/{UUID}": HOSTED, f"/v0/postings/inn/{UUID}": Page(status=500)}) as web:
        answer = looked(web, link)
    assert (answer.posting.title, answer.posting.company, answer.posting.source) == ("Sous Chef", "Old Inn", "page")


def test_the_name_of_the_board_stands_for_an_employer_that_nobody_names() -> None:
    case = CASES[1]
    with serving({case.path: case.page}) as web:
        assert looked(web, case.link).posting.company == "Inn"


@pytest.mark.parametrize(
    "bad", ["..", "%2e%2e", "a%2fb", "a%252fb", "a%3fx%3d1%23"], ids=["dots", "dots2", "slash", "slash2", "query"]
)
def test_ids_never_lead_to_another_path(bad: str) -> None:
    with serving() as web:
        looked(web, f"https://boards.greenhouse.io/{bad}/jobs/51", checking=True)
    asked = [path for path, _ in web.asked if path.startswith("/v1/")]
    assert all(re.fullmatch(r"/v1/boards/[^/]+/jobs/51\?pay_transparency=true", path) for path in asked), asked
