"""`jobbot posting`: a line for each link, saved pages, links from standard input, and what it says where it cannot."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot import cli

KEYS = [
    "url", "platform", "identifiers", "company", "title", "location", "work_mode", "employment_type", "salary_min",
    "salary_max", "salary_currency", "salary_period", "posted_on", "deadline_on", "open", "source",
]  # fmt: skip
PAGE = """<!doctype html><html><head><title>Jobs</title><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Night Nurse", "datePosted": "2026-11-01",
 "hiringOrganization": {"@type": "Organization", "name": "St. Anna Clinic"}, "employmentType": "PART_TIME",
 "baseSalary": {"currency": "EUR", "value": {"minValue": 24.5, "maxValue": 28, "unitText": "HOUR"}},
 "jobLocation": {"address": {"addressLocality": "Bonn", "addressCountry": "DE"}}, "validThrough": "2026-12-24"}
</script></head><body><h1>Night Nurse</h1></body></html>"""


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOBBOT_OFFLINE", "1")
    monkeypatch.setenv("JOBBOT_DATA_DIR", str(tmp_path / "data"))


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]], str]:
    """Exit status, the lines of JSON, standard error."""
    status = cli.main(["posting", *words])
    said = capsys.readouterr()
    return status, [json.loads(line) for line in said.out.splitlines()], said.err


def test_a_link_is_identified_without_a_network(capsys: pytest.CaptureFixture[str]) -> None:
    status, lines, err = ran(capsys, "https://boards.greenhouse.io/bakery/jobs/51?utm_source=x", "--identify", "--json")
    assert (status, err) == (0, "")
    assert [list(line) for line in lines] == [KEYS]
    assert lines[0]["url"] == "https://boards.greenhouse.io/bakery/jobs/51"
    assert (lines[0]["platform"], lines[0]["identifiers"]) == ("greenhouse", {"board": "bakery", "job_id": "51"})


def test_links_from_standard_input_give_a_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("https://jobs.lever.co/inn\n\nno link\nhttps://inn.example/x\n"))
    status, lines, _ = ran(capsys, "--identify", "-")
    assert status == 0
    assert [line["platform"] for line in lines] == ["lever", None, "company_site"]


def test_a_saved_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    status, [line], _ = ran(capsys, "https://anna.example/jobs/7", "--html", str(path))
    assert status == 0
    assert line == {
        "url": "https://anna.example/jobs/7", "platform": "company_site", "identifiers": {"host": "anna.example"},
        "company": "St. Anna Clinic", "title": "Night Nurse", "location": "Bonn, DE", "work_mode": None,
        "employment_type": "part_time", "salary_min": 24.5, "salary_max": 28, "salary_currency": "EUR",
        "salary_period": "hour", "posted_on": "2026-11-01", "deadline_on": "2026-12-24", "open": None,
        "source": "json_ld",
    }  # fmt: skip


def test_a_page_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, lines, err = ran(capsys, "https://anna.example/", "--html", str(tmp_path / "none.html"))
    assert (status, lines) == (1, [])
    assert err.startswith("jobbot: I could not read ") and err.count("\n") == 1


def test_no_web_address_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    status, lines, err = ran(capsys, "hello", "--identify")
    assert (status, [line["platform"] for line in lines]) == (1, [None])
    assert err == "jobbot: none of these is a web address; one begins with https://.\n"


def test_for_a_person_it_is_said_in_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    cli.main(["posting", "https://boards.greenhouse.io/bakery/jobs/51", "--identify"])
    said = capsys.readouterr().out
    assert "platform: greenhouse" in said and "board: bakery" in said
