"""What the pictures show, over random histories, against the slow calculation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from hypothesis import given

from storage.database import Database
from tests.storage import by_hand, by_hand_days
from tests.storage.drawn import ASKED, DAY, EXAMPLES, Asked, keep
from tests.tools.said_by_hand import asking
from tools.asking import Ask, Make
from tools.charts import Kind, picture
from tools.pictures.facts import Funnel, Lengths, Standing, Weeks, Year
from tools.when import DateRange

WEEK = timedelta(days=7)
UPPER_ENDS = (3, 7, 14, 21, 28, 10_000)


def mondays(asked: Asked, today: date) -> list[date]:
    """The weeks of the days asked about, up to this one, 53 at most."""
    news = min((at for j in asked.jobs for _, at in j.entries), default=None)
    last = min(asked.last or today, today)
    last -= last.weekday() * DAY
    first = min(asked.first, last) if asked.first else news.astimezone(asked.zone).date() if news else last
    first -= first.weekday() * DAY
    return [last - back * WEEK for back in range(52, -1, -1) if last - back * WEEK >= first or back == 0]


def shown(asked: Asked, today: date) -> dict[str, Any]:
    """What each picture must show, None where there is nothing."""
    mine, jobs, weeks = asked.mine, asked.jobs, mondays(asked, today)
    a_week = [(week, len(by_hand.chosen(jobs, week, week + WEEK - DAY))) for week in weeks]
    stood = [by_hand_days.standing(jobs, by_hand_days.midnight(week + WEEK, asked.zone)) for week in weeks]
    layers = {
        name: tuple(sum(counts.get(status, 0) for status in of.split()) for counts in stood)
        for name, of in {
            "saved": "saved", "applied": "applied", "in process": "screening assessment", "interview": "interview",
            "offer": "offer accepted", "ended": "rejected withdrawn declined ghosted",
        }.items()
    }  # fmt: skip
    took, waiting = by_hand.waits(mine, asked.zone), sum(by_hand.waiting(j) for j in mine)
    until = [sum(day <= end for day in took) for end in UPPER_ENDS]
    lengths = [after - before for before, after in zip([0, *until], until, strict=False)]
    came = [len(mine), *(sum(j.came_to(status) for j in mine) for status in by_hand.ROW[2:])]
    return {
        "funnel": came if mine else None,
        "weeks": a_week if any(number for _, number in a_week) else None,
        "standing": (weeks, layers) if any(stood) else None,
        "answers": [*lengths, waiting] if took or waiting else None,
    }


def facts(found: Any) -> Any:
    """The numbers of a picture."""
    match found:
        case Funnel():
            return [bar.value for bar in found.steps]
        case Weeks():
            return list(found.weeks)
        case Standing():
            return list(found.days), {layer.name: layer.counts for layer in found.layers}
        case Lengths():
            return [bar.value for bar in found.bars]
        case Year():
            return found.first, found.last, found.counts


@EXAMPLES
@given(asked=ASKED)
def test_what_pictures_show(database: Database, asked: Asked, tmp_path: Path) -> None:
    kept, today = keep(database, asked.jobs), asked.now.astimezone(asked.zone).date()
    period, told = DateRange(asked.first, asked.last), {}
    with database.read() as db:
        ctx = replace(asking(db, kept.user, asked.zone, asked.now), folder=tmp_path)
        for kind in get_args(Kind):
            found = picture(ctx, kind, period, "light")
            made = found.request if isinstance(found, Ask) else None
            told[kind] = facts(made.task.shown) if isinstance(made, Make) else None
    year = told.pop("year")
    assert told == shown(asked, today)
    if year is not None:
        first, last, counts = year
        assert first.day == (last + DAY).day == 1 and (last - first).days <= 366
        inside = by_hand.chosen(asked.jobs, first, last)
        assert counts == {
            day: n for j in inside if (day := j.applied_on) and (n := sum(o.applied_on == day for o in inside))
        }
