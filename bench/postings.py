"""Links identified against splitting them, and many postings checked against the bare client that fetches them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import httpx

from bench.measure import Figure, against, middle
from bot import app, settings, watching
from bot.watching import AT_ONCE
from storage import applications, users
from storage.journal import Journal
from storage.status import Status
from tools.postings.identify import identify

LINKS = 10_000
GOAL = 15.0
POSTINGS = 500
CHECK_GOAL = 1.3
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
    with _board() as url:
        yield _checked(url)


def _identified() -> Figure:
    links = [FORMS[n % len(FORMS)].format(n, UUID.format(n)) for n in range(LINKS)]
    ratio, ours, theirs = against(
        lambda: [identify(link) for link in links], lambda: [urlsplit(link) for link in links], ROUNDS
    )
    note = f"{LINKS} links: {ours * 1000:.0f} ms, urlsplit alone {theirs * 1000:.0f} ms"
    return Figure("postings/identify", ratio, GOAL, note)


@contextmanager
def _board() -> Iterator[str]:
    """A board that answers after fifty milliseconds."""
    with subprocess.Popen([sys.executable, "-m", "bench.boards"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def _checked(url: str) -> Figure:
    """All that a watch over 500 postings does, against a client that only fetches the same addresses."""
    pairs = [(_ours(url), asyncio.run(_bare(url))) for _ in range(3)]
    ratio = middle([ours / bare for ours, bare in pairs])
    ours, bare = (middle([pair[n] for pair in pairs]) for n in (0, 1))
    note = f"{POSTINGS} postings, {AT_ONCE} connections, 50 ms each: {ours:.2f} s, httpx alone {bare:.2f} s"
    return Figure("postings/check", ratio, CHECK_GOAL, note)


async def _bare(url: str) -> float:
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    gate = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:

        async def get(number: int) -> None:
            async with gate:
                (await client.get(f"{url}/v1/boards/inn/jobs/{number}?pay_transparency=true")).json()

        begun = perf_counter()
        await asyncio.gather(*(get(number) for number in range(POSTINGS)))
        return perf_counter() - begun


def _ours(url: str) -> float:
    """Seconds of one beat over a fresh database with that many saved applications, all of them due."""
    now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        parts = settings.read({"JOBBOT_DATA_DIR": folder, "JOBBOT_GREENHOUSE_URL": url})
        built = app.build(replace(parts, data_dir=Path(folder)))
        with built.database.write() as db:
            journal = Journal(db, users.ensure_user(db, "stdio", "u", now).id)
            for number in range(POSTINGS):
                link = f"https://boards.greenhouse.io/inn/jobs/{number}"
                applications.add(journal, f"Inn {number}", Status.SAVED, now, entries=[], title="Cook", url=link)
        try:
            return asyncio.run(_beat(built, now))
        finally:
            built.close()


async def _beat(built: app.App, now: datetime) -> float:
    watch = watching.of(built.assistant)
    assert watch is not None
    await watch.beat(now)  # all are put under watch, each at its own hour of the day
    begun = perf_counter()
    await watch.beat(now + timedelta(days=1))
    spent = perf_counter() - begun
    await built.assistant.leave()
    return spent
