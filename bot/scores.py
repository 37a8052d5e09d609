"""The figures of an evaluation as lines of text: a row for each group, a total, and why cases failed; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cases import Case
from storage.usage import Spent


@dataclass(frozen=True)
class Run:
    """One playing of a case: `why` it failed (empty: it passed), what it cost, in how many turns the model failed."""

    why: str
    spent: Spent
    fallbacks: int = 0


@dataclass(frozen=True)
class Scored:
    """A case with all its runs, at least one."""

    case: Case
    runs: Sequence[Run]

    @property
    def failed(self) -> list[Run]:
        """The runs that did not pass."""
        return [run for run in self.runs if run.why]


def lines(found: Sequence[Scored], runs: int) -> Iterator[str]:
    """The report on cases that were each played `runs` times."""
    groups: dict[str, list[Scored]] = {}
    for one in found:
        groups.setdefault(one.case.group, []).append(one)
    rows = [_header(runs), *(_row(name, group, runs) for name, group in groups.items()), _row("total", found, runs)]
    priced = any(run.spent.cost is not None for one in found for run in one.runs)
    rows = rows if priced else [row[:-1] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    yield ""
    for name, *cells in rows:
        numbers = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([name.ljust(widths[0]), *numbers])
    yield from _remarks(found, runs)


def _header(runs: int) -> list[str]:
    always = [f"pass^{runs}"] if runs > 1 else []
    return ["group", "cases", "pass^1", *always, "calls/case", "tokens in/case", "tokens out/case", "$/case"]


def _row(name: str, group: Sequence[Scored], runs: int) -> list[str]:
    played = [run for one in group for run in one.runs]
    spent = [run.spent for run in played]
    once = _percent(sum(not run.why for run in played), len(played))
    always = [_percent(sum(not one.failed for one in group), len(group))] if runs > 1 else []
    calls = sum(one.calls for one in spent) / len(spent)
    tokens_in = sum(one.tokens_in for one in spent) / len(spent)
    tokens_out = sum(one.tokens_out for one in spent) / len(spent)
    cost = sum(one.cost or 0.0 for one in spent) / len(spent)
    cells = [f"{calls:.2f}", f"{tokens_in:.0f}", f"{tokens_out:.0f}", f"{cost:.5f}"]
    return [name, str(len(group)), once, *always, *cells]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def _remarks(found: Sequence[Scored], runs: int) -> Iterator[str]:
    """What the table does not show: an outage of the model, the whole price, and each failed case."""
    played = [run for one in found for run in one.runs]
    lost = sum(run.fallbacks for run in played)
    costs = [run.spent.cost for run in played if run.spent.cost is not None]
    if costs:
        yield f"cost of all runs: ${sum(costs):.4f}"
    if lost:
        yield f"The language model failed in {lost} turns; there the interpreter answered instead."
    for one in found:
        if one.failed:
            often = f" (in {len(one.failed)} of {runs} runs)" if runs > 1 else ""
            yield f"FAILED {one.case.id}{often}: {' '.join(one.failed[0].why.split())}"
