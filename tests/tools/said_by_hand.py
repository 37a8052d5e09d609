"""What is to be said of counted figures, worked out anew: shares, intervals, findings; knows no database."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from storage.users import User
from tests.storage import by_hand
from tests.storage.by_hand import Job
from tools.catalog import default
from tools.context import Context
from tools.result import Call
from tools.words import day_words

# Of the normal distribution: 80 and 95 % between its ends.
Z80, Z95 = 1.2815515655446004, 1.959963984540054
LOOKED_AT = {
    "source": "via {}", "role": "with “{}” in the role", "work_mode": "that are {}", "location": "in {}",
    "company": "at {}", "industry": "in {}",
}  # fmt: skip


def asking(db: Connection, user: User, zone: ZoneInfo, now: datetime, **settings: object) -> Context:
    """What a tool knows when somebody in that zone asks."""
    changed = user.settings.model_copy(update={"timezone": zone.key, **settings})
    there = User(user.id, changed, user.created_at)
    return Context(user=there, now=now.astimezone(zone), db=db, call=Call(name="stats"), catalog=default())


def share(part: int, whole: int) -> str:
    """Whole per cent, half up, with the counts."""
    if not whole:
        return "–"
    per_cent = (part * 200 + whole) // (whole * 2)
    return f"{per_cent} % ({part} of {whole}{', a small sample' if whole < 10 else ''})"


def days(value: float) -> str:
    """A number of days."""
    return f"{value:.1f}".removesuffix(".0") + (" day" if f"{value:.1f}" == "1.0" else " days")


def of(number: int, noun: str = "application") -> str:
    """A number and what it counts."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def of_days(sent: Sequence[date], today: date) -> list[str]:
    """What is said of the days on which something was sent: in a row, with most, by month."""
    if not sent:
        return []
    day = timedelta(days=1)

    def run(until: date) -> int:
        return next(back for back in count() if until - back * day not in sent)

    now, best = run(today if today in sent else today - day), max(map(run, sent))
    weeks, months = Counter(one - one.weekday() * day for one in sent), Counter(one.replace(day=1) for one in sent)
    (week, of_week), (month, of_month), (most, of_day) = (
        max(found.items(), key=lambda pair: (pair[1], pair[0])) for found in (weeks, months, Counter(sent))
    )
    often = Counter(f"{one:%A}" for one in sorted(sent))
    return [
        f"Days in a row: {now or 'none right now'}; the most was {of(best, 'day')}.",
        f"Most: {of_week} in the week of {day_words(week, today)}, {of_month} in {month:%B %Y}, {of_day} on "
        f"{day_words(most, today)}; most often on a {often.most_common(1)[0][0]}.",
        "By month: " + ", ".join(f"{one:%b} {months[one]}" for one in sorted(months)[-6:]),
    ]


def interval(part: float, whole: float, z: float) -> tuple[float, float]:
    """All shares p from which the one that was seen is not further away than z deviations: both roots of the square."""
    if not whole:
        return 0.0, 1.0
    seen, bend = part / whole, z * z / whole
    # (seen - p)² = bend · p · (1 - p)
    a, b, c = 1 + bend, -(2 * seen + bend), seen * seen
    root = math.sqrt(max(b * b - 4 * a * c, 0))
    return max((-b - root) / (2 * a), 0.0), min((-b + root) / (2 * a), 1.0)


def apart(one: tuple[int, int], other: tuple[int, int], z: float) -> int:
    """1, -1 or 0: above, below, or nothing to be said (Newcombe's interval of the difference holds zero)."""
    if one[1] < 10 or other[1] < 10:
        return 0
    if one[0] * other[1] < other[0] * one[1]:
        return -apart(other, one, z)
    high, low = one[0] / one[1], other[0] / other[1]
    below = math.sqrt((high - interval(*one, z)[0]) ** 2 + (interval(*other, z)[1] - low) ** 2)
    return 1 if high - low - below > 0 else 0


def differences(mine: Sequence[Job], z_of_looks: dict[int, float]) -> list[tuple[float, set[str]]]:
    """All that stands out, by the size of the difference: each as the lines that may say it."""
    answered = sum(1 for j in mine if j.held & by_hand.ANSWERED)
    looked = []
    for facet, words in LOOKED_AT.items():
        for name, (number, heard, *_) in by_hand.groups(mine, facet).items():
            if name and number >= 10 and len(mine) - number >= 10:
                spelt = {j.company for j in mine if by_hand.KEYS[j.company] == name} if facet == "company" else {name}
                called = {one if len(one) <= 40 else one[:39] + "…" for one in spelt}
                looked.append(({words.format(one) for one in called}, (heard, number)))
    found = []
    for names, one in looked:
        rest = (answered - one[0], len(mine) - one[1])
        sign = apart(one, rest, z_of_looks[len(looked)])
        if sign:
            told = f"are answered {'more' if sign > 0 else 'less'} often: {share(*one)}, all others {share(*rest)}."
            gap = abs(one[0] / one[1] - rest[0] / rest[1])
            found.append((gap, {f"Applications {name} {told}" for name in names}))
    return sorted(found, key=lambda item: -item[0])
