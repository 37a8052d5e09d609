"""What App Home shows, read from the database: the pipeline, what comes next, what waits, and the latest news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.render.slack_home import Board, Row
from storage import applications, interviews, reminders, statistics, users
from storage.filters import Filter
from storage.owed import Kind
from tools.context import Context
from tools.figures import board
from tools.meetings import describe
from tools.reminders import describe as reminder_words
from tools.result import Call
from tools.toolbox import Toolbox
from tools.words import clipped, day_words, name_of

AHEAD = timedelta(days=7)
MOST = 8
LONGEST = 50  # letters of a company or a title
# Interviews and deadlines stand there by themselves.
KINDS = (Kind.CUSTOM, Kind.FOLLOW_UP, Kind.THANK_YOU)


def read(toolbox: Toolbox, account: str, now: datetime) -> Board:
    """The board of a person; an empty one for somebody who has said nothing yet."""
    with toolbox.database.read() as db:
        user = users.find_user(db, "slack", account)
        if user is None:
            return Board()
        ctx = Context(user, now.astimezone(user.zone), db, Call(name="board"), toolbox.catalog)
        latest = applications.find(db, user.id, Filter(active=True, limit=MOST)).items
        counts = statistics.by_status(db, user.id)
        return Board(
            tuple((str(status), number) for status, number in counts.items()),
            tuple(_here(ctx, _interviews(ctx))),
            tuple(_here(ctx, _waiting(ctx))),
            tuple(Row(a.id, _short(name_of(a.company, a.title)), str(a.status)) for a in latest),
            tuple(board.lines(ctx)), user.zone.key,
        )  # fmt: skip


def _here(ctx: Context, lines: Iterable[str]) -> list[str]:
    """Lines without the person's own time zone: the board says once whose times it shows."""
    return [_short(line.replace(f" ({ctx.user.zone.key})", "")) for line in lines]


def _short(line: str) -> str:
    """A line of which no part is longer than a phone is wide; the whole stands behind "Open"."""
    return " · ".join(clipped(part, LONGEST) for part in line.split(" · "))


def _interviews(ctx: Context) -> list[str]:
    found = interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now, limit=MOST)
    return [describe(ctx, applications.get(ctx.db, ctx.user.id, one.application_id), one) for one in found]


def _waiting(ctx: Context) -> list[str]:
    """Deadlines and decisions of the days ahead, and reminders that are or will soon be due."""
    until = (ctx.now + AHEAD).date()
    near = Filter(active=True, deadline_to=until, has_deadline=True, sort="deadline", limit=MOST)
    found = applications.find(ctx.db, ctx.user.id, near).items
    closing = [
        f"{'Decide by' if a.status == 'offer' else 'Deadline'}: {name_of(a.company, a.title)} · "
        f"{day_words(a.deadline_on, ctx.today)}"
        for a in found
        if a.deadline_on is not None and a.deadline_on >= ctx.today
    ]
    due = reminders.find(ctx.db, ctx.user.id, ctx.now, last=ctx.now + AHEAD, kinds=KINDS, limit=MOST)
    return [*closing, *(reminder_words(ctx, one) for one in due)]
