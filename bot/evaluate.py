"""`jobbot eval`: plays cases through the stdio channel, each on a database of its own, and says how many pass."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from re import IGNORECASE, search
from tempfile import TemporaryDirectory
from typing import Any

from bot import app, scores, stdio
from bot.cases import Case, Press, Tick, load
from bot.judge import Outcome, brief, faults
from bot.scores import Run, Scored
from bot.settings import DATABASE, Settings
from storage import usage, users
from tools import exports, portable

USER = "case"
MINUTE = timedelta(minutes=1)
Line = dict[str, Any]


class _Stuck(Exception):
    """A conversation that cannot go on; the words say why."""


def run(settings: Settings, path: Path, runs: int, tell: Callable[[str], None]) -> None:
    """Play each case of a file `runs` times and tell the scores, a line at a time; raises Refusal, DatabaseProblem.

    The person's own data is not touched: every run has a new database in a folder that is gone afterwards.
    """
    cases = load(path)
    who = "offline" if settings.model is None else f"{settings.model.name} at {settings.model.host}"
    tell(f"{path.name}: {len(cases)} cases, {runs} {'run' if runs == 1 else 'runs'} each, {who}")
    found = [Scored(case, [_run(settings, case) for _ in range(runs)]) for case in cases]
    for line in scores.lines(found, runs):
        tell(line)


def _run(settings: Settings, case: Case) -> Run:
    with TemporaryDirectory(prefix="jobbot-eval-") as folder:
        home = Path(folder)
        own = replace(settings, data_dir=home, database_url=f"sqlite:///{home / DATABASE}")
        parts = app.build(own)
        try:
            return asyncio.run(_play(_Talk(parts, home, case.now - MINUTE), case))
        finally:
            parts.close()


async def _play(talk: _Talk, case: Case) -> Run:
    why, start = "", talk.now
    try:
        await talk.prepare(case)
        before = talk.export()
        await talk.play(case)
        outcome = Outcome(before, talk.export(), talk.reply, talk.pushes)
        why = "; ".join(faults(case.expect, outcome))
    except _Stuck as stuck:
        why = str(stuck)
    finally:
        await talk.parts.assistant.leave()
    return talk.cost(start, why)


@dataclass
class _Talk:
    """A conversation with the product through its JSON channel; `now` is its clock, `buttons` the last ones."""

    parts: app.App
    home: Path
    now: datetime
    reply: str = ""
    pushes: list[str] = field(default_factory=list)
    buttons: Sequence[Line] = ()

    async def prepare(self, case: Case) -> None:
        """Import the setup of a case. Raises _Stuck where it is refused."""
        setup = {**case.setup.model_dump(), "version": portable.VERSION}
        setup["user"] = {**case.setup.user, "timezone": case.tz}
        path = self.home / "setup.json"
        path.write_text(json.dumps(setup), "utf-8")
        outs = await self._send({"text": "/import", "files": [str(path)]})
        if len(self.export()["applications"]) != len(case.setup.applications):
            raise _Stuck(f"the setup was not imported: {brief(_words(outs))}")

    async def play(self, case: Case) -> None:
        """Say the turns of a case, the first at `now` and each next one a minute later. Raises _Stuck."""
        for turn in case.turns:
            self.now = turn.tick if isinstance(turn, Tick) else self.now + MINUTE
            outs = await self._send(self._line(turn))
            if isinstance(turn, Tick):
                outs = [out for out in outs if out.get("push") and out.get("user") == USER]
                self.pushes += [_words([out]) for out in outs]
            self.reply = _words(outs)
            self.buttons = [button for out in outs for button in out["buttons"]] if outs else self.buttons

    def _line(self, turn: str | Press | Tick) -> Line:
        if isinstance(turn, str):
            return {"text": turn}
        if isinstance(turn, Tick):
            return {"tick": True}
        for button in self.buttons:
            if search(turn.press, button["label"], IGNORECASE):
                return {"press": button["id"]}
        labels = [button["label"] for button in self.buttons]
        raise _Stuck(f"no button /{turn.press}/ among {brief(labels)}: {brief(self.reply)}")

    async def _send(self, line: Line) -> list[Line]:
        """The answers to a line, without `done`. Raises _Stuck where the channel says that it is wrong."""
        said = json.dumps({"id": 1, "user": USER, "at": self.now.isoformat(), **line})
        outs = [out async for out in stdio.answers(self.parts.assistant, said)][:-1]
        wrong = [out["error"] for out in outs if "error" in out]
        if wrong:
            raise _Stuck(wrong[0])
        return outs

    def export(self) -> dict[str, Any]:
        """All that is kept, in the export form, read without a word in the conversation."""
        with self.parts.database.read() as db:
            person = users.find_user(db, stdio.CHANNEL, USER)
            if person is None:
                return {"user": {}, "applications": [], "reminders": []}
            form: dict[str, Any] = json.loads(portable.dump(exports.form_of(db, person, self.now)))
            return form

    def cost(self, since: datetime, why: str) -> Run:
        """What the conversation cost from an instant on; all zero where the person has erased everything."""
        with self.parts.database.read() as db:
            person = users.find_user(db, stdio.CHANNEL, USER)
            number = person.id if person else 0
            return Run(why, usage.spent(db, number, since), usage.fallbacks(db, number))


def _words(outs: Sequence[Line]) -> str:
    """The texts of answers with the labels of their buttons, one below the other."""
    labels = [[out["text"], *(button["label"] for button in out["buttons"])] for out in outs]
    return "\n".join(word for words in labels for word in words if word)
