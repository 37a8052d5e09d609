"""Where all applications of a person stood at instants one after the other, counted by the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, case, func, literal, select

from storage.models import history
from storage.status import Status

H = history.c


def standing_at(db: Connection, user_id: int, instants: Sequence[datetime]) -> list[dict[Status, int]]:
    """For each of the growing instants (UTC): how many stood where just before it, saved and ended ones too.

    An entry of the history counts from its own instant on, whenever it was written down.
    """
    if not instants:
        return []
    # The number of the first of the instants that an entry comes before.
    place = case(*((H.at < instant, number) for number, instant in enumerate(instants)), else_=len(instants))
    over = func.lead(place).over(partition_by=H.application_id, order_by=(H.at, H.id))
    entries = select(H.status, place.label("begins"), func.coalesce(over, literal(len(instants))).label("ends"))
    one = entries.where(H.user_id == user_id).subquery()
    keys = (one.c.status, one.c.begins, one.c.ends)
    found: list[dict[Status, int]] = [{} for _ in instants]
    rows = db.execute(select(*keys, func.count()).where(one.c.begins < one.c.ends).group_by(*keys))
    for status, begins, ends, number in rows:
        for counts in found[begins:ends]:
            counts[Status(status)] = counts.get(Status(status), 0) + number
    return found


def first_news(db: Connection, user_id: int) -> datetime | None:
    """The instant (UTC) of the earliest entry of a person's history; None where there is none."""
    found: datetime | None = db.scalar(select(func.min(H.at)).where(H.user_id == user_id))
    return found
