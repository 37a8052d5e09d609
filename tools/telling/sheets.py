"""Words about a person's Google sheet, made when they are sent: that it is filled, what is asked, what went wrong."""

from __future__ import annotations

from storage import sheets
from storage.records import Reminder
from storage.sheets import State
from tools.context import Context
from tools.livesheet import words
from tools.result import Button, Said


def sheet(ctx: Context, reminder: Reminder) -> Said | None:
    """The word that is owed; None where it does not hold any more."""
    found = sheets.of_person(ctx.db, ctx.user.id)
    if found is None:
        return None
    if reminder.step == sheets.BROKEN:
        return words.broken(found) if found.state == State.BROKEN else None
    if reminder.step == sheets.ASKING:
        asked = words.question(ctx)
        return None if asked is None else Said(text=asked.text, buttons=(*asked.buttons, *words.button_open(found)))
    if reminder.step == sheets.FAILED:
        again = Button(label="Try again", calls=(words.do("sync"),))
        return Said(text=f"I could not write your sheet: {found.reason}. I try again later.", buttons=(again,))
    ready = "Your sheet is filled. From now on I keep it up to date: a change here is there within a minute."
    done = "Your sheet is in step with my list."
    return Said(text=ready if reminder.step == sheets.READY else done, buttons=words.button_open(found))
