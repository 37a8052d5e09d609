"""The question about one finding: the line, the sender, what would change, and a button for each way on."""

from __future__ import annotations

from storage import applications
from storage.findings import Found
from storage.records import Application
from tools.context import Context
from tools.findings import words
from tools.findings.applying import finding_ref
from tools.findings.planning import Plan, plan
from tools.meetings import describe
from tools.result import Asking, Button, Call, application_ref
from tools.which import choice_label, everything
from tools.words import clipped, moment_words, name_of

MOST = 6
ADDED = frozenset(("screening", "assessment", "interview", "rejected", "offer", "accepted"))


def settle(found: Found, *, go_on: bool = False, **args: str) -> tuple[Call, ...]:
    """The calls of a press: what becomes of a finding, and the next one where the person goes through a list."""
    first = Call(name="settle_mail", args={"finding": found.id, **args})
    return (first, Call(name="mail", args={"next": True})) if go_on else (first,)


def card(ctx: Context, found: Found, *, place: str = "", go_on: bool = False) -> Asking:
    """The question about one finding; `place` is its place in a list ("2 of 3"), which the presses go on with."""
    planned = plan(ctx, found)
    lines = [
        f"{f'({place}) ' if place else ''}{_who_tells(found)} {words.reads_like(found)}{_about(ctx, found, planned)}:",
        words.proof(ctx, found),
        f"Subject: {words.quoted(found.subject, words.SUBJECT)}" if words.quoted(found.subject) else "",
        planned.why,
        effect(ctx, found, planned),
    ]
    buttons = (*_buttons(ctx, found, planned, go_on), *_others(found, go_on))
    refs = (finding_ref(found), *((application_ref(planned.application.id),) if planned.application else ()))
    return Asking(text="\n".join(line for line in lines if line), buttons=buttons, refs=refs)


def _who_tells(found: Found) -> str:
    if words.by_system(found):
        return f"{words.sender_words(found)} tells of"
    who = words.domain_words(found)
    return f"A mail{f' from {who}' if who else ''} reads like"


def _about(ctx: Context, found: Found, planned: Plan) -> str:
    """Whom the mail itself names, where no application is found for it."""
    if planned.application is not None or not found.company:
        return ""
    title = clipped(words.quoted(found.title), 50) if found.title else None
    return f" from {name_of(words.quoted(found.company, 50), title)}" if found.status != "applied" else (
        f" of {name_of(words.quoted(found.company, 50), title)}"
    )  # fmt: skip


def effect(ctx: Context, found: Found, planned: Plan) -> str:
    """What [Apply] would do."""
    if planned.creates:
        return f"It would be new: {_new_name(found)} · applied."
    a = planned.application
    if a is None:
        meets = found.interview_at if found.status == "interview" and found.meeting != "cancelled" else None
        when = moment_words(meets, ctx.user.zone, ctx.today, found.interview_zone) if meets else ""
        ask = "Which application is it about?" if planned.match.kind == "several" else ""
        return "\n".join(line for line in (f"Interview: {when}" if when else "", ask) if line)
    return f"It would change {changes(ctx, found, planned, a)}."


def changes(ctx: Context, found: Found, planned: Plan, a: Application) -> str:
    """What would change at an application, on one line."""
    name, meeting = name_of(a.company, a.title), planned.meeting
    parts = [f"{a.status} → {planned.change.status}"] if planned.change.status else []
    if meeting is not None and meeting.kind == "cancel" and meeting.interview is not None:
        parts.append(f"interview cancelled ({describe(ctx, a, meeting.interview)})")
    elif meeting is not None and found.interview_at is not None:
        when = moment_words(found.interview_at, ctx.user.zone, ctx.today, found.interview_zone)
        parts.append(f"interview {'moved to' if meeting.kind == 'move' else 'on'} {when}")
    return f"{name}: {', '.join(parts) or 'nothing, it is only noted'}"


def _new_name(found: Found) -> str:
    return name_of(words.quoted(found.company or "", 60), words.quoted(found.title, 60) if found.title else None)


def _buttons(ctx: Context, found: Found, planned: Plan, go_on: bool) -> list[Button]:
    """The likeliest ways on, the first one first."""
    if planned.application is not None:
        yes = settle(found, go_on=go_on, do="apply", company=f"#{planned.application.id}")
        return [Button(label="Apply", calls=yes)]
    if planned.creates:
        return [Button(label="Apply", calls=settle(found, go_on=go_on, do="new"))]
    near = [applications.get(ctx.db, ctx.user.id, number) for number in planned.match.ids[:MOST]]
    found_ones = [_pick(found, a, near, go_on) for a in near]
    return [*found_ones, *_add(found, go_on)] if planned.match.another or not near else found_ones


def _pick(found: Found, a: Application, among: list[Application], go_on: bool) -> Button:
    return Button(label=choice_label(a, among), calls=settle(found, go_on=go_on, do="apply", company=f"#{a.id}"))


def _add(found: Found, go_on: bool) -> list[Button]:
    """The button for an application that is not there yet; none where nobody knows the company."""
    if not found.company or found.agency:
        return []
    status = found.status if found.status in ADDED else "applied"
    label = f"Add {clipped(_new_name(found), 36)} as {status}"
    return [Button(label=label, calls=settle(found, go_on=go_on, do="new"))]


def _others(found: Found, go_on: bool) -> tuple[Button, ...]:
    args = {"finding": found.id, "go_on": go_on}
    another = Button(label="Another application…", calls=(Call(name="mail_choices", args=args),), keep=True)
    label = "Not mine" if words.by_system(found) else "Not about a job"
    return another, Button(label=label, calls=settle(found, go_on=go_on, do="refuse"))


def choices(ctx: Context, found: Found, go_on: bool) -> Asking:
    """A button for each application that it may be about, the likeliest first."""
    mine = {a.id: a for a in everything(ctx)}
    near = [mine.pop(number) for number in plan(ctx, found).match.ids if number in mine]
    rest = sorted(mine.values(), key=lambda a: not a.active)
    shown = [*near, *rest][: 2 * MOST]
    buttons = [_pick(found, a, shown, go_on) for a in shown]
    more = len(near) + len(rest) - len(shown)
    tail = f"\n{more} more: name it, for example “/settle_mail {found.id}, apply, Acme”." if more > 0 else ""
    text = f"Which application is it about? {words.proof(ctx, found)}{tail}"
    return Asking(text=text, buttons=(*buttons, *_add(found, go_on)), refs=(finding_ref(found),))


def go_through(number: int) -> Button:
    """The way to what is to be looked at, one by one."""
    label = f"Look at the {number}" if number > 1 else "Look at the one left"
    return Button(label=label, calls=(Call(name="mail", args={"next": True}),), keep=True)


def after_all(found: Found) -> Button:
    """The way back for a mail that was refused or taken back."""
    args = {"finding": found.id, "go_on": False}
    return Button(label="Take it in after all", calls=(Call(name="mail_choices", args=args),), keep=True)
