"""What is known to mislead readers of mails: each pitfall by name, and what a person would read there."""

from __future__ import annotations

import pytest

from tools.mail.finding import Finding
from tools.mail.parse import mail_from
from tools.mail.read import read

SENT = "2026-11-04T10:00:00+00:00"
BOARD, INDEED = "LinkedIn <jobs-noreply@linkedin.com>", "Indeed <indeedapply@indeed.com>"
PITFALLS = [
    ("no word of regret", "rejected", "",
     "Thank you for your time. We have chosen to move forward with another candidate for the Baker "
     "position."),
    ("no word of regret", "rejected", "",
     "Your application for the Baker role has been carefully reviewed. On balance other applicants were a "
     "closer match to what the bakery needs."),
    ("polite German", "rejected", "",
     "Vielen Dank für Ihre Bewerbung als Erzieher. Wir haben uns für eine andere Bewerberin entschieden "
     "und wünschen Ihnen für die Zukunft alles Gute."),
    ("full of what may come", "applied", "",
     "Thank you for applying to Corran Freight as a Dispatcher. If you are selected for an interview, our "
     "team will tell you about the next steps. Should we make you an offer, a background check will "
     "follow."),
    ("a board's receipt", "applied", BOARD,
     "Your application was sent to Corran Freight. Dispatcher, Leeds. Applied today."),
    ("a board's view", "update", BOARD,
     "Your application for Dispatcher was viewed by Corran Freight."),
    ("a board's alert", "not_job", BOARD,
     "30 new jobs match your preferences. Dispatcher at Corran Freight. Apply now."),
    ("another board's receipt", "applied", INDEED,
     "Application submitted. Dispatcher. Your application was sent to Corran Freight. Good luck!"),
    ("insurance", "not_job", "",
     "We have received your application for home insurance and will review it shortly."),
    ("a course", "not_job", "",
     "We have received your application for the course in bookkeeping. Lessons start in May."),
    ("a grant", "not_job", "",
     "We regret to inform you that your grant application was not successful this time."),
    ("not finished", "not_job", "",
     "You have not finished your application for Dispatcher at Corran Freight. Complete it before the job "
     "closes."),
    ("a withdrawal", "withdrawn", "",
     "We are sorry that you have withdrawn your application for Dispatcher. It will not be considered any "
     "further."),
    ("an advertisement", "not_job", "",
     "I came across your profile and have an urgent requirement for a Dispatcher with my client. If you "
     "are interested, send your updated resume and your rate."),
]  # fmt: skip


def found(body: str, sender: str = "", subject: str = "") -> Finding:
    """What is found in a mail."""
    return read(mail_from(subject, sender or "Jane Roe <jane@harbour.example>", SENT, body, "1"))


@pytest.mark.parametrize(("name", "status", "sender", "body"), PITFALLS, ids=[f"{p[0]}: {p[1]}" for p in PITFALLS])
def test_pitfalls(name: str, status: str, sender: str, body: str) -> None:
    assert found(body, sender).status == status


def test_the_subject_alone_decides_nothing() -> None:
    subject = "Your application to Corran Freight"
    received = found("We have received your application for the Dispatcher position.", subject=subject)
    refused = found("We will not be moving forward with your application for Dispatcher.", subject=subject)
    assert (received.status, refused.status) == ("applied", "rejected")


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Workday <corran@myworkday.com>", "Corran"),
        ("Corran Freight Careers <no-reply@us.greenhouse-mail.io>", "Corran Freight"),
        ("Corran Freight <no-reply@smartrecruiters.com>", "Corran Freight"),
        ("jobs@corranfreight.example", "Corran Freight"),
    ],
)
def test_the_company_by_who_sends_it(sender: str, company: str) -> None:
    words = "" if "myworkday" in sender or "no-reply" in sender else " Corran Freight GmbH"
    finding = found(f"We have received your application for the Dispatcher position.\n\n{words}", sender)
    assert (finding.company or "").removesuffix(" GmbH") == company
