"""Links identified against splitting them, and many postings checked against the bare client that fetches them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bench.measure import Figure, against
from tools.postings.identify import identify

LINKS = 10_000
GOAL = 15.0
ROUNDS = 7
UUID = "0b6a1f5e-9d2c-4c1a-8f3e-{:012x}"
FORMS = (
    "https://inn{0}.wd5.myworkdayjobs.com/en-US/Careers/job/Bonn/Head-Cook--part-time-_R-00{0}-1?source=LinkedIn",
    "https://wd3.myworkdaysite.com/en-US/recruiting/inn{0}/Jobs/job/Bonn/Cook_JR_4{0}?utm_source=Simplify&ref=Simplify",
    "https://job-boards.greenhouse.io/inn{0}/jobs/50{0}?gh_src=abc",
    "https://www.inn{0}.example/jobs/?gh_jid=53{0}#apply",
    "https://jobs.lever.co/inn{0}/{1}/apply?lever-source=LinkedIn",
    "https://jobs.ashbyhq.com/inn{0}/{1}/application",
    "https://jobs.smartrecruiters.com/Inn{0}/74400001{0:07d}-cook?oga=true",
    "https://careers-inn{0}.icims.com/jobs/1{0}/cook/job",
    "https://eabc.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_{0}/job/2{0}",
    "https://www.inn{0}.example/about/jobs/cook-and-baker",
)


def run() -> Iterator[Figure]:
    """Both ratios."""
    yield _identified()


def _identified() -> Figure:
    links = [FORMS[n % len(FORMS)].format(n, UUID.format(n)) for n in range(LINKS)]
    ratio, ours, theirs = against(
        lambda: [identify(link) for link in links], lambda: [urlsplit(link) for link in links], ROUNDS
    )
    note = f"{LINKS} links: {ours * 1000:.0f} ms, urlsplit alone {theirs * 1000:.0f} ms"
    return Figure("postings/identify", ratio, GOAL, note)
