"""Forms: opened with what is known, checked when they are submitted, and carried out as the tool's own call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from agent.assistant import Said
from bot.render.slack import Block
from bot.render.slack_form import CALLBACK, Kept, Layout, args_of, fields_of, view
from bot.slack.arrivals import Me, Raw, account_of
from bot.slack.reading import Heard
from storage import applications, talks, users
from storage.events import Event, Incoming
from storage.journal import NotThere
from storage.records import Application
from tools.context import Reading
from tools.result import Call, Refusal
from tools.toolbox import Toolbox
from tools.turn import Turn
from tools.words import pay_words

LOG = Layout("log", "Log an application", "log", ("another",))
EDIT = Layout("edit", "Edit an application", "update", ("company", "title", "clear"), ("new_company",))
LAYOUTS = {layout.name: layout for layout in (LOG, EDIT)}
# What the update tool calls a fact that is to be emptied.
CLEARED = {
    "new_title": "title", "applied_on": "applied on", "source": "source", "location": "location", "url": "url",
    "work_mode": "work mode", "employment_type": "employment type", "pay": "pay", "deadline": "deadline",
}  # fmt: skip
CHANGED = "It was changed since you opened this form. Close it and open it again."
GONE = "It is not there any more. Close this form."
NEEDED = "I need the company."
NO_FORM = "That form cannot be opened: the application is not there any more, or Slack was too slow. Try it again."


@dataclass(frozen=True)
class Checked:
    """A submitted form: what is wrong with its fields, or the event that carries it out."""

    errors: dict[str, str]
    event: Incoming | None = None


def opened(toolbox: Toolbox, account: str, name: str) -> Block | None:
    """The view of "log", or of "edit:12" for a row of that person's; None for what is not there."""
    form, _, number = name.partition(":")
    layout = LAYOUTS.get(form)
    if layout is None or (layout is EDIT and not number.isdecimal()):
        return None
    if layout is LOG:
        return view(layout, toolbox.tool(layout.tool), Kept(form))
    a = _row(toolbox, account, int(number))
    if a is None:
        return None
    return view(layout, toolbox.tool(layout.tool), Kept(form, a.id, a.updated_at.isoformat(), shown(a)))


def checked(toolbox: Toolbox, me: Me, body: Raw, now: datetime) -> Checked | None:
    """What becomes of a submitted form; None for a form that is not ours."""
    form = body["view"]
    if form.get("callback_id") != CALLBACK:
        return None
    account, kept = account_of(me, body["user"]["id"]), Kept.load(form["private_metadata"])
    layout = LAYOUTS[kept.form]
    tool = toolbox.tool(layout.tool)
    names = fields_of(layout, tool)
    typed = args_of(form["state"]["values"], names)
    try:
        args = _changes(toolbox, account, kept, typed) if kept.row else {k: v for k, v in typed.items() if v}
        # In a form nothing is left out for being unreadable: the person is still there to mend it.
        replace(tool, spare=()).read(args, Reading(now.astimezone(_zone(toolbox, account))))
    except Refusal as refusal:
        return Checked({refusal.field if refusal.field in names else names[0]: refusal.text})
    payload = {"form": {"user": body["user"]["id"], "tool": tool.name, "args": args}}
    return Checked({}, Incoming(f"v:{form['id']}:{form.get('hash', '')}"[:200], account, payload))


def carry_out(toolbox: Toolbox, heard: Heard, event: Event) -> Said:
    """Run the call of a form through the door, once."""
    assert heard.form is not None
    with toolbox.database.write() as db:
        met = talks.meet(db, event.channel, heard.account, event.received_at, heard.account)
    call = Call(name=heard.form.tool, args=heard.form.args, said_at=event.received_at)
    turn = Turn(
        user_id=met.user.id, conversation_id=met.talk.id, at=event.received_at, origin="form", channel=event.channel,
        event_id=event.event_id, waits=False,
    )  # fmt: skip
    outcome = toolbox.run([call] if heard.form.args.keys() - {"company"} or heard.form.tool == LOG.tool else [], turn)
    return Said(outcome.answers, tuple(done.call for done in outcome.done))


def shown(a: Application) -> dict[str, str]:
    """The fields of the edit form as they stand."""
    facts = {
        "new_title": a.title, "new_company": a.company, "applied_on": a.applied_on, "source": a.source,
        "location": a.location, "work_mode": a.work_mode, "employment_type": a.employment_type, "url": a.url,
        "pay": pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period), "deadline": a.deadline_on,
    }  # fmt: skip
    return {name: str(value) for name, value in facts.items() if value}


def _changes(toolbox: Toolbox, account: str, kept: Kept, typed: dict[str, str]) -> dict[str, str]:
    """The arguments for what is different now. Raises Refusal where the row is another one by now."""
    a = _row(toolbox, account, kept.row)
    if a is None:
        raise Refusal(GONE)
    if a.updated_at.isoformat() != kept.version:
        raise Refusal(CHANGED)
    if not typed["new_company"]:
        raise Refusal(NEEDED, field="new_company")
    changed = {name: value for name, value in typed.items() if value != kept.shown.get(name, "")}
    cleared = ", ".join(CLEARED[name] for name, value in changed.items() if not value)
    args = {name: value for name, value in changed.items() if value}
    return {"company": f"#{a.id}", **args, **({"clear": cleared} if cleared else {})}


def _row(toolbox: Toolbox, account: str, number: int) -> Application | None:
    with toolbox.database.read() as db:
        user = users.find_user(db, "slack", account)
        try:
            return applications.get(db, user.id, number) if user else None
        except NotThere:
            return None


def _zone(toolbox: Toolbox, account: str) -> tzinfo:
    with toolbox.database.read() as db:
        user = users.find_user(db, "slack", account)
    return user.zone if user else UTC
