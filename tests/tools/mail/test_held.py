"""How well the reader does on mails that it was not trained on; the bounds are those that it has to keep on any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.companies import company_key
from tools.mail.finding import Finding
from tools.mail.parse import mail_from
from tools.mail.read import read

SENT = "2026-05-04T09:00:00+00:00"
WORDS = Path(__file__).with_name("held.txt")
HOPEFUL = ("assessment", "interview", "offer")


@dataclass(frozen=True)
class Held:
    """A mail's class, company and title as a person reads them, and what was found."""

    status: str
    company: str
    title: str
    found: Finding

    @property
    def right(self) -> bool:
        """Whether the class is."""
        return self.found.status == self.status


def mails() -> Iterator[Held]:
    """All of them, read."""
    for number, block in enumerate(WORDS.read_text("utf-8").split("\n== ")[1:]):
        head, _, body = block.partition("\n")
        status, company, title, sender, subject = (part.strip() for part in head.split("|", 4))
        yield Held(status, company, title, read(mail_from(subject, sender, SENT, body.strip(), str(number))))


@pytest.fixture(scope="module")
def held() -> list[Held]:
    """The mails, read once."""
    return list(mails())


def share(hits: list[bool]) -> float:
    """How many of them hold."""
    return sum(hits) / len(hits)


def test_classes(held: list[Held]) -> None:
    assert len(held) >= 115 and share([one.right for one in held]) >= 0.88
    assert share([one.found.status != "not_job" for one in held if one.status == "not_job"]) <= 0.08


def test_none_is_turned_round(held: list[Held]) -> None:
    pairs = {(one.status, one.found.status) for one in held}
    assert not any((hope, "rejected") in pairs or ("rejected", hope) in pairs for hope in HOPEFUL)


def test_companies_and_titles(held: list[Held]) -> None:
    companies = [company_key(one.found.company or "") == company_key(one.company) for one in held if one.company]
    assert share(companies) >= 0.75
    titles = [_alike(one.found.title or "", one.title) for one in held if one.title]
    assert share(titles) >= 0.65


def _alike(found: str, title: str) -> bool:
    return bool(found) and (found.casefold() in title.casefold() or title.casefold() in found.casefold())


def test_sure_ones(held: list[Held]) -> None:
    findings = [one for one in held if one.found.status != "not_job"]
    assert share([one.right for one in findings if one.found.sure]) >= 0.97
    assert share([one.found.sure for one in findings if one.right]) >= 0.5
