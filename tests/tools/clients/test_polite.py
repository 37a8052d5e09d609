"""Looks that nobody asked for: what a site forbids is not fetched, and one that has had enough is left in peace."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import pytest

from tools.clients.polite import AT_ONCE, FORBIDDEN, WAITING, Polite
from tools.postings.posting import Fetched, Get


@dataclass
class Fake:
    """A fetcher with these answers; it keeps what was asked, and how much of a host at once."""

    answers: dict[str, Fetched]
    overrides: dict[str, str] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    now: int = 0
    most: int = 0

    async def fetch(self, get: Get) -> Fetched:
        """The answer, a moment later."""
        self.asked[get.url] += 1
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.001)
        self.now -= 1
        return self.answers.get(get.url, Fetched(404, url=get.url))


def fetched(fake: Fake, *gets: Get) -> list[Fetched]:
    """What comes back, all asked for at once."""

    async def all_of_them() -> list[Fetched]:
        polite = Polite(fake)  # type: ignore[arg-type]
        return list(await asyncio.gather(*(polite.fetch(get) for get in gets)))

    return asyncio.run(all_of_them())


def page(number: int, host: str = "inn.example") -> Get:
    return Get(f"https://{host}/jobs/{number}", "company_site", json=False)


def rules(text: str, status: int = 200) -> dict[str, Fetched]:
    answers = {f"https://inn.example/jobs/{n}": Fetched(200, "x") for n in range(30)}
    return {**answers, "https://inn.example/robots.txt": Fetched(status, text)}


@pytest.mark.parametrize(
    ("text", "status", "allowed"),
    [
        ("User-agent: *\nDisallow: /jobs/", 200, False),
        ("User-agent: *\nDisallow: /private/", 200, True),
        ("User-agent: Jobbot\nDisallow: /\n\nUser-agent: *\nAllow: /", 200, False),
        ("", 404, True),
        ("", 403, True),
        ("", 503, False),
        ("\x00<html>", 200, True),
    ],
)
def test_the_rules_of_a_site(text: str, status: int, allowed: bool) -> None:
    fake = Fake(rules(text, status))
    first, second = fetched(fake, page(1), page(2))
    assert (first.ok, second.ok) == (allowed, allowed)
    assert allowed or first.trouble == FORBIDDEN
    assert fake.asked["https://inn.example/robots.txt"] == 1


def test_what_is_offered_to_programs_needs_no_rules() -> None:
    fake = Fake({"https://api.example/1": Fetched(200, "{}")})
    assert fetched(fake, Get("https://api.example/1", offered=True))[0].ok
    assert list(fake.asked) == ["https://api.example/1"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_has_had_enough_is_asked_no_more(status: int) -> None:
    fake = Fake({f"https://api.example/{n}": Fetched(status, retry_after=600.0) for n in range(20)})
    found = fetched(fake, *(Get(f"https://api.example/{n}", offered=True) for n in range(20)))
    assert sum(fake.asked.values()) <= AT_ONCE
    assert found[-1] == Fetched(url="https://api.example/19", trouble=WAITING, retry_after=600.0)


def test_few_at_once_of_one_host() -> None:
    fake = Fake(rules("", 404))
    fetched(fake, *(page(n) for n in range(20)))
    assert fake.most <= AT_ONCE


def test_the_operators_server_is_not_spared() -> None:
    fake = Fake({f"https://inn.example/jobs/{n}": Fetched(200) for n in range(20)}, {"company_site": "http://own"})
    fetched(fake, *(page(n) for n in range(20)))
    assert fake.most > AT_ONCE and "https://inn.example/robots.txt" not in fake.asked
