"""Pages that show postings: what they state for machines in all its shapes, boards they embed, words alone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.postings.boards_table import GREENHOUSE
from tests.tools.postings.test_boards import looked
from tests.web import Page, as_json, serving
from tools.postings.identify import identify
from tools.postings.page import read_page
from tools.postings.paytext import pay_in
from tools.postings.posting import Posting

LINK = identify("https://anna.example/jobs/7")
NURSE = {"@type": "JobPosting", "title": "Night Nurse", "hiringOrganization": {"name": "St. Anna"}}


def shown(data: Any, *, raw: str | None = None) -> Posting:
    """What is read of a page with this block."""
    block = raw if raw is not None else json.dumps(data)
    return read_page(f"<html><head><script type='application/ld+json'>{block}</script></head></html>", LINK)


@pytest.mark.parametrize(
    "data",
    [
        NURSE,
        [NURSE],
        {"@graph": [{"@type": "Organization", "name": "x"}, NURSE]},
        {"@type": "WebPage", "mainEntity": NURSE},
        {**NURSE, "@type": ["Thing", "JobPosting"]},
        {**NURSE, "@type": "http://schema.org/JobPosting"},
        {**NURSE, "hiringOrganization": "St. Anna"},
        {**NURSE, "hiringOrganization": [{"name": "St. Anna"}]},
        {**NURSE, "title": "Night&nbsp;Nurse".replace("&nbsp;", "&#32;")},
        {"@graph": [{"@id": "#o", "name": "St. Anna"}, {**NURSE, "hiringOrganization": {"@id": "#o"}}]},
        [NURSE, NURSE],
    ],
)
def test_shapes_of_a_block(data: Any) -> None:
    posting = shown(data)
    assert (posting.title, posting.company, posting.source) == ("Night Nurse", "St. Anna", "json_ld")


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(NURSE).replace("}}", "},}"),
        json.dumps({**NURSE, "description": "a\u0001b"}).replace("\\u0001", "\n\x01\t"),
        json.dumps(NURSE).replace('"', "&quot;"),
        "<!--\n" + json.dumps(NURSE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(NURSE) + "\n//]]>",
        json.dumps({**NURSE, "description": "PLACE"}).replace("PLACE", 'he said "no" to it'),
    ],
)
def test_blocks_with_mistakes(raw: str) -> None:
    posting = shown(None, raw=raw)
    assert (posting.title, posting.company) == ("Night Nurse", "St. Anna")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"baseSalary": 52000, "salaryCurrency": "USD"}, (52000, 52000, "USD", None)),
        ({"baseSalary": {"currency": "EUR", "value": "3.200"}}, (3200, 3200, "EUR", None)),
        ({"baseSalary": {"currency": "EUR", "value": {"value": 24, "unitText": "HOUR"}}}, (24, 24, "EUR", "hour")),
        ({"baseSalary": {"currency": "EUR", "minValue": 1, "maxValue": 2, "unitText": "DAY"}}, (1, 2, "EUR", "day")),
        ({"baseSalary": [{"currency": "gbp", "value": {"minValue": "30,000", "unitText": "YEAR"}}]},
         (30000, None, "GBP", "year")),
        ({"estimatedSalary": {"currency": "EUR", "value": 5}}, (None, None, None, None)),
        ({"baseSalary": {"currency": "EUR", "value": {"minValue": 0, "maxValue": 0}}}, (None, None, None, None)),
        ({"baseSalary": "competitive"}, (None, None, None, None)),
    ],
)  # fmt: skip
def test_shapes_of_pay(said: dict[str, Any], told: tuple[Any, ...]) -> None:
    posting = shown({**NURSE, **said})
    found = (posting.salary_min, posting.salary_max, posting.salary_currency, posting.salary_period)
    assert found == told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({"address": {"addressLocality": "Bonn", "addressRegion": "-", "addressCountry": {"name": "DE"}}}, "Bonn, DE"),
        ({"address": {"addressLocality": "53111", "addressCountry": "DE"}}, "DE"),
        ({"address": {"addressLocality": "St. Anna", "addressCountry": "DE"}}, "DE"),
        ({"address": "Bonn"}, "Bonn"),
        ("Bonn", "Bonn"),
        ([{"address": {"addressLocality": "Bonn"}}, {"address": {"addressLocality": "Köln"}}], "Bonn; Köln"),
        ({"address": {n: "Anywhere" for n in ("addressLocality", "addressRegion", "addressCountry")}}, "Anywhere"),
        ([{"address": {"addressCountry": f"C{n}"}} for n in range(40)],
         "; ".join(f"C{n}" for n in range(12)) + " and 28 more"),
        (None, None),
        (7, "7"),
    ],
)  # fmt: skip
def test_shapes_of_places(place: Any, told: str | None) -> None:
    assert shown({**NURSE, "jobLocation": place}).location == told


def test_days_that_mean_none() -> None:
    posting = shown({**NURSE, "validThrough": "1970-01-01T00:00:00.000Z", "datePosted": "2026-11-19 20:28:32 UTC"})
    assert (posting.deadline_on, posting.posted_on) == (None, date(2026, 11, 19))


def test_a_list_of_postings_is_none_unless_one_is_the_links() -> None:
    many = [{**NURSE, "title": f"Nurse {n}", "url": f"https://anna.example/jobs/{n}/"} for n in range(77)]
    assert shown(many).title == "Nurse 7"
    assert shown(many[:7]).title is None


def test_microdata() -> None:
    page = """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Night Nurse</h1>
    <span itemprop="hiringOrganization" itemscope><b itemprop="name">St. Anna</b></span>
    <time itemprop="datePosted" datetime="2026-11-02">today</time></div>"""
    posting = read_page(page, LINK)
    assert (posting.title, posting.company, posting.posted_on) == ("Night Nurse", "St. Anna", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("page", "title", "company"),
    [
        ("<title>Job Application for Night Nurse at St. Anna</title>", "Night Nurse", "St. Anna"),
        ("<title>Night Nurse – Careers</title><h1>Night Nurse</h1>"
         "<meta property='og:site_name' content='St. Anna Careers'>",
         "Night Nurse", "St. Anna"),
        ("<title>Careers</title><h1>Careers</h1>", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_words_alone(page: str, title: str | None, company: str | None) -> None:
    posting = read_page(page, LINK)
    assert (posting.title, posting.company) == (title, company)


def test_a_company_page_that_embeds_a_board() -> None:
    script = "<script src='https://boards.greenhouse.io/embed/job_board/js?for=inn'></script>"
    pages = {"/jobs/": Page(script.encode()), "/v1/boards/inn/jobs/51": as_json(GREENHOUSE)}
    with serving(pages) as web:
        answer = looked(web, "https://www.inn.example/jobs/?gh_jid=51")
    posting = answer.posting
    assert (posting.title, posting.company, posting.source) == ("Sous Chef", "Old Inn", "api")
    assert posting.url == "https://www.inn.example/jobs/?gh_jid=51"


@pytest.mark.parametrize(
    ("lives_at", "title"), [("https://www.inn.example/jobs/?gh_jid=51", "Sous Chef"), ("https://other.example/", None)]
)
def test_a_board_by_the_name_of_the_domain_only_where_the_posting_leads_back(lives_at: str, title: str | None) -> None:
    pages = {
        "/jobs/": Page(b"<p>Jobs</p>"),
        "/v1/boards/inn/jobs/51": as_json({**GREENHOUSE, "absolute_url": lives_at}),
    }
    with serving(pages) as web:
        assert looked(web, "https://www.inn.example/jobs/?gh_jid=51").posting.title == title


@pytest.mark.parametrize(
    ("text", "place", "pay"),
    [
        ("The range is $120,000 - $150,000 per year.", None, (120000, 150000, "USD", "year")),
        ("Pay: $21.50 to $26.00/hr", "Toronto, Canada", (21.5, 26, "CAD", "hour")),
        ("€45k – €55k plus bonus", None, (45000, 55000, "EUR", "year")),
        ("3.200 € bis 3.600 € im Monat", None, (3200, 3600, "EUR", "month")),
        ("CAD 60,000 - 70,000 annually", None, (60000, 70000, "CAD", "year")),
        ("We grew from 20 to 400 people", None, None),
        ("$2 billion to $3 billion, 2010 - 2020", None, None),
        ("a bonus of $500", None, None),
        ("9 - 17 h, 401k", None, None),
    ],
)
def test_pay_in_text(text: str, place: str | None, pay: tuple[Any, ...] | None) -> None:
    found = pay_in(text, place)
    assert (tuple(found.values()) or None) == pay


@given(st.text(max_size=300), st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9),
       lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
           ["@type", "title", "name", "hiringOrganization", "jobLocation", "address", "baseSalary", "value", "skills",
            "identifier", "employmentType", "addressCountry", "description", "@graph", "@id"]),
           inner, max_size=5)))  # fmt: skip
def test_any_page_is_survived(text: str, data: Any) -> None:
    read_page(text, LINK)
    shown({**NURSE, **(data if isinstance(data, dict) else {"jobLocation": data, "baseSalary": data})})
    shown(None, raw=text)
