"""Until when: the first day of "until January", "until after Christmas"; makes no calls."""

from __future__ import annotations

import re

from agent.offline.clause import Clause
from tools import when

SAID = re.compile(r"\b(?:until|till|til|bis|hasta|jusqu\w*)\b", re.I)


def first_of_range(clause: Clause) -> str | None:
    """The first day of "until January", "until after Christmas"; none for days that are quiet themselves."""
    spoken = next((m for m in clause.of("range") if SAID.search(clause.text[: m.start])), None)
    try:
        first = when.read_range(spoken.text, clause.briefing.now).first if spoken else None
    except when.Unclear:
        return None
    return first.isoformat() if first and first > clause.briefing.now.date() else None
