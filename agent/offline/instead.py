"""The last change made again for the company that was meant, and taken back where it was made; knows no wording."""

from __future__ import annotations

from agent.offline import amended
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from storage.companies import company_key
from tools.result import Call


def calls(clause: Clause, meant: str) -> list[Call]:
    """The last step taken back, and made again with the right company in the place of the wrong one."""
    focus = clause.briefing.focus
    wrong = _wrong(clause, list(focus.calls))
    given = {k: v for k, v in amended.given(clause, wrong).items() if v and k in ("when", "on", "kind")}
    again = [
        c.model_copy(
            update={
                "args": {**c.args, **given, "company": meant, "title": c.args.get("title") if c.name == "log" else None}
            }
        )
        if c is wrong
        else c
        for c in focus.calls
    ]
    return [Call(name="undo", args={"step": focus.step} if focus.step else {}), *again]


def _wrong(clause: Clause, made: list[Call]) -> Call:
    """The call that named the wrong company: the one that is named as wrong, else the last."""
    kept = right(clause.text)
    denied: list[Mention] = [m for m in clause.of("company") if not kept[m.start : m.end].strip()]
    for call in made:
        if any(company_key(m.value) == company_key(str(call.args.get("company", ""))) for m in denied):
            return call
    return made[-1]
