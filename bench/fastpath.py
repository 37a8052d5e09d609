"""Of the messages that the interpreter takes before a model is asked: how many it reads otherwise than was meant."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from agent.offline.briefing import Briefing, Known
from agent.offline.pipeline import understand
from bench.measure import Figure
from tests.agent.offline.played import NOW, Case, cases, opened, play
from tests.house import House

TABLES = ("interviews_first.txt", "interviews_later.txt", "corrections_first.txt", "corrections_later.txt")
GOAL = 0.01


def run() -> Iterator[Figure]:
    """The share of wrong ones among those taken, of the tables' messages of one turn, and how many are taken."""
    single = [case for name in TABLES for case in cases(name) if len(case.turns) == 1]
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as house:
        briefing = _briefing(house)
        taken = [case for case in single if understand(case.turns[0], briefing).certain]
        wrong = [case for case in taken if _differs(house, case)]
    note = f"{len(wrong)} of {len(taken)} taken, of {len(single)} messages"
    yield Figure("fastpath/differs", len(wrong) / max(1, len(taken)), GOAL, note)


def _briefing(house: House) -> Briefing:
    """What the interpreter is told in all of these cases."""
    play(house, Case("seed", ["hello"]), "seed")
    known = house.applications(user="seed")
    return Briefing(NOW, tuple(Known(a["id"], a["company"], a["title"], a["status"]) for a in known))


def _differs(house: House, case: Case) -> bool:
    return play(house, case, case.name) != []
