"""How often a row was changed, read from what undo keeps; the number only grows, also when changes are taken back."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from storage.house import changes, steps
from storage.models import interviews


def of_interview(db: Connection, user_id: int, interview_id: int) -> int:
    """The number of changes to an interview since it was set, each one taken back counted twice; 0 for a new one."""
    c, s = changes.c, steps.c
    mine = (s.user_id == user_id, c.table_name == interviews.name, c.row_id == interview_id, c.before.is_not(None))
    query = (
        select(func.count(), func.count(s.undone_at)).select_from(changes.join(steps, c.step_id == s.id)).where(*mine)
    )
    made, undone = db.execute(query).one()
    return int(made + undone)
