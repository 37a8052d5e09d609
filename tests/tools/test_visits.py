"""The employer that a link itself names."""

from __future__ import annotations

import pytest

from tools.postings.identify import identify
from tools.visits import Visited, link_key


@pytest.mark.parametrize(
    ("link", "company"),
    [
        ("https://boards.greenhouse.io/old-inn/jobs/51", "Old Inn"),
        ("https://jobs.smartrecruiters.com/OldInn2/744000011112222", "OldInn"),
        ("https://careers-inn.icims.com/jobs/1702/cook/job", "Inn"),
        ("https://inn.wd5.myworkdayjobs.com/Careers/job/Cook_R-1", "Inn"),
        ("https://www.inn.example/jobs/7", "Inn"),
        ("https://careers.old-inn.example/7", "Old Inn"),
        ("https://jobs.inn.co.uk/7", "Inn"),
        ("https://jobs.ashbyhq.com/Old%20Inn/x", "Old Inn"),
        ("https://www.linkedin.com/jobs/view/3700000001", None),
        ("https://www.glassdoor.com/job-listing/x?jl=1", None),
        ("https://workforcenow.adp.com/x?cid=5055dea5-b670&jobId=4", None),
        ("https://phh.tbe.taleo.net/x?org=INN&rid=7", None),
    ],
)
def test_company_of_a_link(link: str, company: str | None) -> None:
    assert Visited(identify(link)).company == company


def test_links_without_ids_are_the_same_by_their_page() -> None:
    first, second = identify("https://www.inn.example/jobs/cook/"), identify("http://www.inn.example/jobs/cook#apply")
    assert link_key(first) == link_key(second)
