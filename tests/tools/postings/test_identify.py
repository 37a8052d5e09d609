"""From a link to its platform and ids: every form, tracking dropped, one key for one posting, and what is no link."""

from __future__ import annotations

import string
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.postings.links_table import LINKS, UUID
from tools.postings.identify import identify


@pytest.mark.parametrize(("link", "platform", "ids"), LINKS, ids=[link[8:60] for link, _, _ in LINKS])
def test_platform_and_ids(link: str, platform: str, ids: dict[str, str]) -> None:
    found = identify(link)
    assert (found.platform, found.identifiers) == (platform, ids)


@pytest.mark.parametrize(
    ("link", "left"),
    [
        ("https://inn.example/j?id=7&utm_source=Simplify&ref=Simplify", "https://inn.example/j?id=7"),
        ("https://inn.example/j?gh_jid=7&gh_src=ab1", "https://inn.example/j?gh_jid=7"),
        (f"https://jobs.lever.co/inn/{UUID}?lever-origin=applied&lever-source%5B%5D=X", f"https://jobs.lever.co/inn/{UUID}"),
        ("https://www.linkedin.com/jobs/view/37000001/?trackingId=a%3D&refId=b&trk=c", "https://www.linkedin.com/jobs/view/37000001/"),
        ("https://inn.example/j?ref=R-1042", "https://inn.example/j?ref=R-1042"),
        ("https://inn.example/j?a=1&&b=2#part", "https://inn.example/j?a=1&&b=2#part"),
        ("inn.example/j", "https://inn.example/j"),
        ("https://ann:secret@inn.example:8443/j", "https://inn.example:8443/j"),
    ],
)  # fmt: skip
def test_tracking_is_dropped_and_nothing_else(link: str, left: str) -> None:
    assert identify(link).url == left


@pytest.mark.parametrize(
    "same",
    [
        ("https://boards.greenhouse.io/bakery/jobs/51", "https://job-boards.greenhouse.io/bakery/jobs/51?gh_jid=51"),
        (f"https://jobs.lever.co/inn/{UUID}", f"https://jobs.lever.co/inn/{UUID.upper()}/apply"),
        (
            "https://inn.wd5.myworkdayjobs.com/en-US/Careers/job/Bonn/Cook_R-00123",
            "https://inn.wd5.myworkdayjobs.com/de-DE/Intern/job/Koeln/Cook_R-00123-1/apply",
        ),
        (f"https://jobs.ashbyhq.com/Old%20Inn/{UUID}", f"https://jobs.ashbyhq.com/Old%20Inn/{UUID}/application"),
    ],
)
def test_two_links_to_one_posting_have_one_key(same: tuple[str, str]) -> None:
    first, second = (identify(link).key for link in same)
    assert first is not None and first == second


@pytest.mark.parametrize(
    "link",
    ["https://inn.example/jobs", "https://jobs.lever.co/inn", "https://jobs.lever.co/", "https://inn.icims.com/jobs/search"],
)  # fmt: skip
def test_a_link_that_names_no_single_posting_has_no_key(link: str) -> None:
    assert identify(link).key is None


@pytest.mark.parametrize(
    "text",
    ["", " ", "cook", "file:///etc/passwd", "ftp://inn.example/j", "http://[::1", "https://", "javascript:alert(1)",
     "https://inn.example:99999/j", "two words.example", "https://inn.example/\x00", "x" * 9000, "mailto:a@b.example"],
)  # fmt: skip
def test_what_is_no_web_address_has_no_platform(text: str) -> None:
    assert (identify(text).platform, identify(text).identifiers) == (None, {})


@given(st.text(alphabet=string.printable + "äß\u202e", max_size=80))
def test_any_text_is_survived(text: str) -> None:
    identify(text)
    identify(f"https://boards.greenhouse.io/{text}")
    identify(f"https://inn.wd5.myworkdayjobs.com/{text}")


@given(st.sampled_from([link for link, _, _ in LINKS]))
def test_a_cleaned_link_means_the_same_and_is_clean(link: str) -> None:
    once = identify(link)
    twice = identify(once.url)
    assert (twice.url, twice.platform, twice.identifiers) == (once.url, once.platform, once.identifiers)
    assert urlsplit(once.url).path == urlsplit(link).path
