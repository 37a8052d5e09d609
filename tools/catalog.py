"""The explicit list of all tools, in the order in which menus and models see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools import (
    agenda,
    behind,
    calendars,
    charts,
    documents,
    drafts,
    exports,
    facts,
    find,
    google_sheets,
    help,
    imports,
    inbox,
    interviews,
    linking,
    links,
    log,
    mailboxes,
    reminders,
    removal,
    replies,
    settings,
    show,
    skills,
    stats,
    status,
    usage,
    why,
)
from tools.result import Result
from tools.tool import Catalog, tool_of


def build(functions: Sequence[Callable[..., Result]]) -> Catalog:
    """A catalog of decorated functions."""
    return Catalog(tuple(tool_of(function) for function in functions))


def default() -> Catalog:
    """All tools of the product."""
    return build(
        (
            log.log, status.change_status, facts.update, facts.note, facts.contact, facts.label,
            documents.attach, documents.files,
            interviews.schedule, interviews.reschedule, agenda.agenda, reminders.remind, reminders.change_reminder,
            find.find, show.show, stats.stats, charts.chart, removal.delete, removal.undo, settings.settings,
            exports.export, imports.bring_in, drafts.draft, calendars.calendar,
            replies.heard_back, replies.debrief, replies.mute, replies.waiting, behind.which_ones, behind.meaning,
            inbox.read_mail, inbox.mail, inbox.mail_choices, inbox.settle_mail, why.why,
            mailboxes.connect, mailboxes.check_mail, mailboxes.list_mailboxes, mailboxes.disconnect,
            mailboxes.mailbox, mailboxes.google_code, google_sheets.sheet, google_sheets.sheet_cells,
            linking.link, links.posting, skills.skills, help.start,
            usage.show_usage, help.help, help.ask_back,
        )
    )  # fmt: skip
