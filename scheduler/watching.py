"""The postings that are due for a look, and what came of it, in transactions of their own; fetches nothing."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import checks, postings
from storage.checks import Watched
from tools.postings.posting import ReadPosting
from tools.postings.watch import judged
from tools.toolbox import Toolbox

# So long a posting is kept that was read and led to nothing.
UNUSED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Round:
    """Postings claimed together at an instant; `token` is what they are held by."""

    token: str
    at: datetime
    postings: tuple[Watched, ...]


def claim(toolbox: Toolbox, at: datetime) -> Round:
    """What is due by `at`, new applications included, for as long as the lease lasts."""
    token = secrets.token_hex(16)
    with toolbox.database.write() as db:
        checks.enroll(db, at)
        postings.sweep(db, at - UNUSED)
        return Round(token, at, tuple(checks.claim(db, at, token)))


def settle(toolbox: Toolbox, round_: Round, seen: Sequence[tuple[Watched, ReadPosting]]) -> int:
    """Keep what was seen, and owe the messages that follow; gives how many do. What another holds by now is left."""
    told = 0
    with toolbox.database.write() as db:
        for one, read in seen:
            verdict = judged(one, read, round_.at)
            if checks.settle(db, one, round_.token, verdict.kept) and verdict.news:
                checks.tell(db, one.user_id, one.application_id, json.dumps(verdict.news), round_.at)
                told += 1
    return told
