"""Short lives that were thought out: each comes to a rule that random ones seldom touch; deeds as in the long ones.

A deed is what is done, after how many days, in which half hour after nine, and a choice that it makes of its own.
"""

from __future__ import annotations

Deed = tuple[str, int, int, int]
LOG, SCREENED, SAVED = ("log", 0, 2, 0), ("log", 2, 2, 1), ("log", 0, 2, 2)

# In the nights in which the clocks change; and deadlines that have such a night in the three days before.
CLOCKS: list[Deed] = [
    *(("remind", 0, number, 2) for number in range(3)),
    ("log", 122, 0, 2),
    *(("log", 2, 0, 2) for _ in range(15)),
    *(("remind", 10, number, 2) for number in range(3)),
    ("log", 180, 0, 2),
]
STORIES: dict[str, list[Deed]] = {
    "an end taken back": [LOG, ("remind", 1, 2, 3), ("remind", 7, 0, 1), ("reject", 0, 2, 0), ("undo", 1, 0, 0),
                          ("reject", 3, 0, 0), ("undo", 7, 0, 0)],
    "an end with something set": [LOG, ("remind", 1, 0, 3), ("reject", 1, 0, 0), ("log", 5, 0, 0)],
    "an interview cancelled": [LOG, ("meet", 1, 0, 7), ("cancel", 1, 0, 0)],
    "an interview moved": [LOG, ("meet", 1, 0, 5), ("move", 4, 4, 0), ("move", 0, 6, 2)],
    "an interview moved that was told of": [LOG, ("meet", 1, 0, 5), ("move", 4, 14, 3)],
    "an interview within the hour": [LOG, ("meet", 1, 15, 8), ("meet", 2, 0, 8)],
    "down until an interview": [LOG, ("meet", 1, 0, 5), ("missed", 0, 1, 0), ("meet", 2, 0, 3), ("outage", 0, 4, 9)],
    "down over two follow-ups": [LOG, ("outage", 5, 19, 9), SCREENED, ("outage", 4, 19, 5)],
    "down over a thank-you": [LOG, ("meet", 1, 0, 1), ("outage", 1, 12, 2), ("meet", 9, 0, 1), ("outage", 1, 12, 4)],
    "down over a deadline": [SAVED, ("outage", 3, 12, 5), ("log", 0, 0, 2), ("outage", 3, 12, 8)],
    "followed up again and again": [LOG, *(("done", 7, 2, 0),) * 4, ("meet", 1, 0, 1), *(("done", 8, 2, 0),) * 3],
    "an offer": [LOG, ("offer", 1, 0, 3)],
    "four at once": [LOG, LOG, LOG, SCREENED, LOG, LOG, LOG, LOG],
    "ended over the day before an interview": [LOG, ("meet", 1, 0, 7), ("reject", 5, 0, 0), ("undo", 1, 16, 0)],
    "snoozed onto the next": [LOG, ("snooze", 7, 2, 2)],
    "snoozed": [LOG, ("snooze", 7, 2, 0), ("snooze", 1, 3, 1), ("snooze", 6, 2, 2)],
    "muted": [LOG, SAVED, ("meet", 1, 0, 3), ("mute", 1, 0, 0), ("mute", 0, 0, 1)],
    "on holiday": [LOG, ("meet", 2, 0, 5), LOG, ("remind", 0, 0, 0), ("remind", 0, 0, 1), ("holiday", 1, 0, 9)],
    "other hours": [LOG, LOG, ("hours", 6, 0, 1), ("hours", 1, 1, 0), ("hours", 5, 0, 2)],
    "a digest": [LOG, ("digest", 0, 3, 0), ("outage", 13, 10, 3), ("digest", 6, 0, 1), ("outage", 2, 12, 2),
                 ("digest", 5, 0, 2)],
    "a digest turned off while it waits": [LOG, ("digest", 0, 3, 1), ("hours", 1, 0, 1), ("digest", 6, 1, 0)],
    "travelling": [LOG, SAVED, ("digest", 0, 3, 1), ("travel", 2, 0, 0), ("meet", 1, 0, 6), ("travel", 2, 3, 0)],
    "applied at last": [SAVED, ("apply", 2, 0, 0), ("apply", 1, 0, 0)],
}  # fmt: skip
