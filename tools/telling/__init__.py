"""What a reminder says when it is sent: made afresh from the facts at that instant; sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from storage.owed import Kind
from storage.records import Reminder
from tools.context import Context
from tools.result import Said
from tools.telling import digest, follow_ups, mailboxes, meetings, openings, others, sheets

ONE: dict[str, Callable[[Context, Reminder], Said | None]] = {
    Kind.FOLLOW_UP: follow_ups.follow_up,
    Kind.INTERVIEW: meetings.interview,
    Kind.THANK_YOU: meetings.thank_you,
    Kind.DEADLINE: others.deadline,
    Kind.CUSTOM: others.custom,
    Kind.DIGEST: digest.digest,
    Kind.MAIL: others.mail,
    Kind.MAILBOX: mailboxes.mailbox,
    Kind.POSTING: openings.posting,
    Kind.SHEET: sheets.sheet,
}


def tell(ctx: Context, reminders: Sequence[Reminder]) -> Said | None:
    """The message for one reminder, or for several together; None where there is nothing to say."""
    if len(reminders) > 1:
        return follow_ups.together(ctx, reminders)
    return ONE[reminders[0].kind](ctx, reminders[0])
