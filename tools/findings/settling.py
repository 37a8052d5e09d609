"""What becomes of a finding: by the rules alone, or by the person's word, which also teaches whose a name is."""

from __future__ import annotations

from collections.abc import Sequence

from storage import by_name, findings, progress
from storage.companies import company_key
from storage.findings import DOMAIN, NAME, REFUSED, Found
from storage.records import Application
from storage.status import Status
from tools.context import Context
from tools.findings import cards, report
from tools.findings.applying import apply, by_itself, create, evidence_of, finding_ref
from tools.findings.books import Books, open_books
from tools.findings.planning import Plan, at, plan
from tools.findings.words import noun, proof
from tools.mail.change import TARGETS
from tools.mail.match import Match
from tools.mail.senders import domain_of, is_shared, registrable
from tools.receipts import counted
from tools.result import Receipt, Refusal, Result
from tools.which import one
from tools.words import clipped

MOST_NAMED = 12


def by_rule(ctx: Context, found: Found, books: Books) -> None:
    """Do what a finding may do without the person's word. What would change nothing, and is not sure, is let go."""
    planned = by_itself(ctx, found, books)
    kept = findings.get(ctx.db, ctx.user.id, found.id)
    if kept.state == findings.APPLIED and kept.application_id is not None:
        books.note(ctx, kept, kept.application_id)
    if not planned.silent(found):
        return
    if kept.state == findings.OPEN:
        _let_go(ctx, found, planned)
    findings.mark_told(ctx.db, ctx.user.id, [found.id], ctx.now)


def _let_go(ctx: Context, found: Found, planned: Plan) -> None:
    findings.let_go(ctx.db, ctx.user.id, found.id, planned.application.id if planned.application else None)


def to_look_at(ctx: Context) -> list[Found]:
    """What waits for the person's word; what by now would change nothing is let go."""
    waiting, books = [], open_books(ctx)
    for found in findings.waiting(ctx.db, ctx.user.id):
        planned = plan(ctx, found, books)
        if planned.silent(found):
            _let_go(ctx, found, planned)
        else:
            waiting.append(found)
    return waiting


def take_over(ctx: Context, found: Found, company: str | None, title: str | None) -> Result:
    """Make what a finding says at the application that the person names; a correction is learnt from."""
    planned = plan(ctx, found)
    a = one(ctx, company, title, living=False) if company or title else planned.application
    if a is None:
        raise Refusal("Which application is it about? Name the company.", field="company")
    meant = planned.application is not None and planned.application.id == a.id
    if not meant:
        planned = at(ctx, found, a, Match("one", (a.id,)))
    _learn(ctx, found, a, planned)
    _forget(ctx, found)
    text, refs = apply(ctx, ctx.journal, found, planned)
    return _receipt(ctx, found, text, refs)


def add(ctx: Context, found: Found) -> Result:
    """Add the application that a mail is about."""
    if not found.company:
        raise Refusal("The mail does not name the company. Say for example “applied to Acme”, and I log it.")
    status = TARGETS.get(found.status, Status.APPLIED)
    text, refs = create(ctx, ctx.journal, found, Status.APPLIED if status is Status.WITHDRAWN else status)
    return _receipt(ctx, found, text, refs)


def _receipt(ctx: Context, found: Found, text: str, refs: tuple[str, ...]) -> Receipt:
    findings.note_outcome(ctx.db, ctx.user.id, found.id, text, None)
    findings.mark_told(ctx.db, ctx.user.id, [found.id], ctx.now)
    return Receipt(text=f"{text}\n{proof(ctx, found)}", refs=refs)


def refuse(ctx: Context, found: Found) -> Result:
    """The person says that a mail is none of their applications': it never counts."""
    _forget(ctx, found)
    findings.settle(ctx.journal, found.id, REFUSED)
    findings.mark_told(ctx.db, ctx.user.id, [found.id], ctx.now)
    return Receipt(text=f"All right, that {noun(found)} does not count.", refs=(finding_ref(found),))


def all_clear(ctx: Context) -> Result:
    """Make all that is clear, in one step, and say what is left."""
    made = report.make_clear(ctx, findings.waiting(ctx.db, ctx.user.id), ctx.journal)
    if not made:
        raise Refusal("Nothing is clear any more. /mail shows what waits.")
    for found, line, _ in made:
        findings.note_outcome(ctx.db, ctx.user.id, found.id, line, None)
    findings.mark_told(ctx.db, ctx.user.id, [found.id for found, *_ in made], ctx.now)
    told = [line for _, line, silent in made if not silent]
    lines = [f"• {clipped(line, 120)}" for line in told[:MOST_NAMED]]
    more = [f"… and {len(told) - MOST_NAMED} more"] if len(told) > MOST_NAMED else []
    left = len(to_look_at(ctx))
    rest = (cards.go_through(left),) if left else ()
    refs = tuple(finding_ref(found) for found, *_ in made)
    text = "\n".join([f"{counted(len(told), _nouns(made))} taken over.", *lines, *more])
    return Receipt(text=text, buttons=rest, refs=refs)


def _nouns(made: Sequence[report.Made]) -> str:
    kinds = {noun(found) for found, *_ in made}
    return kinds.pop() if len(kinds) == 1 else "change"


def _learn(ctx: Context, found: Found, a: Application, planned: Plan) -> None:
    """Keep what the person's choice says of the company's names and of the sender's domain."""
    key = company_key(a.company)
    named = company_key(found.company) if found.company and not found.agency else key
    # A name that is another application's own means that one.
    if named != key and not by_name.same_company(ctx.db, ctx.user.id, found.company or ""):
        findings.learn(ctx.journal, NAME, named, key)
    domain = registrable(domain_of(found.sender))
    if domain and not is_shared(domain) and not found.suspicious and not found.agency:
        findings.learn(ctx.journal, DOMAIN, domain, key)


def _forget(ctx: Context, found: Found) -> None:
    """Take back the event that was kept while the person had not spoken yet."""
    progress.forget_activity(ctx.journal, evidence_of(found))
