"""What is known of a person's applications while findings are gone through: read once, kept up with each change."""

from __future__ import annotations

from dataclasses import dataclass

from storage import applications, findings
from storage.findings import Found
from storage.records import Application
from storage.status import ENDED
from tools.context import Context
from tools.mail.match import Known, Trails
from tools.mail.senders import domain_of, is_shared, registrable


@dataclass
class Books:
    """The applications by id, as they are and as the matching reads them; what mails and corrections taught; the
    domains, but for shared ones, from which mails came that were taken over."""

    applications: dict[int, Application]
    known: dict[int, Known]
    trails: Trails
    seen: set[str]
    threads: dict[str, int]
    requisitions: dict[str, int]

    def note(self, ctx: Context, found: Found, application_id: int) -> None:
        """Take in that a finding was applied, and what its application is like since then."""
        a = applications.get(ctx.db, ctx.user.id, application_id)
        self.applications[a.id], self.known[a.id] = a, known_of(ctx, a)
        self.trace(application_id, found.thread, found.requisition, found.sender)

    def trace(self, application_id: int, thread: str | None, requisition: str | None, sender: str) -> None:
        """Take in where one mail of an application came from."""
        if thread:
            self.threads[thread] = application_id
        if requisition:
            self.requisitions[requisition.casefold()] = application_id
        domain = domain_of(sender)
        if domain and not is_shared(domain):
            self.seen.add(registrable(domain))


def open_books(ctx: Context) -> Books:
    """All of it, as it stands."""
    mine = {a.id: a for a in applications.everything(ctx.db, ctx.user.id)}
    threads: dict[str, int] = {}
    requisitions: dict[str, int] = {}
    names, domains = (findings.learnt(ctx.db, ctx.user.id, kind) for kind in (findings.NAME, findings.DOMAIN))
    trails = Trails(threads, requisitions, names, domains)
    known = {number: known_of(ctx, a) for number, a in mine.items()}
    books = Books(mine, known, trails, set(), threads, requisitions)
    for trail in findings.trails(ctx.db, ctx.user.id):
        books.trace(*trail)
    return books


def known_of(ctx: Context, a: Application) -> Known:
    """An application as the matching reads it."""
    ended = a.last_event_at.astimezone(ctx.user.zone).date() if a.status in ENDED else None
    return Known(a.id, a.company, a.title, a.status, a.applied_on, ended, a.url)
