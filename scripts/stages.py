"""Shows what each stage of the offline interpreter makes of a sentence: `python -m scripts.stages "applied to Lidl"`.

With `--known "Lidl, driver"` (as often as needed) the person has that application already. It changes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from agent.offline import chunks, clauses, entities, intent, slots, text
from agent.offline.briefing import Briefing, Known
from agent.offline.entities import Mention
from agent.offline.pipeline import understand
from storage.status import Status

GUESSES = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Print the stages; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts.stages", description=__doc__)
    parser.add_argument("sentence")
    parser.add_argument("--known", action="append", default=[], metavar="COMPANY[, TITLE]")
    parser.add_argument("--at", type=datetime.fromisoformat, help="the instant, with its offset; default: now")
    asked = parser.parse_args(argv)
    known = tuple(_known(number, words) for number, words in enumerate(asked.known, 1))
    now = asked.at or datetime.now(UTC)  # noqa: TID251 - for developers alone
    briefing = Briefing(now, known)
    sys.stdout.write("\n".join(lines(asked.sentence, briefing)) + "\n")
    return 0


def _known(number: int, words: str) -> Known:
    company, _, title = words.partition(",")
    return Known(number, company.strip(), title.strip() or None, str(Status.APPLIED))


def lines(said: str, briefing: Briefing) -> Iterator[str]:
    """What stands after each stage, in their order."""
    words = text.clean(said, briefing.companies)
    yield f"1 text      {words}"
    mentions = entities.find(words, briefing.companies)
    yield f"2 entities  {_shown(mentions)}"
    for start, end in clauses.split(words, mentions):
        inside = [replace(m, start=m.start - start, end=m.end - start) for m in mentions if start <= m.start < end]
        yield from _clause(words[start:end], inside)
    understood = understand(said, briefing)
    for call in understood.calls:
        yield f"7 call      {call.name} {json.dumps(call.args, ensure_ascii=False, default=str)}"
    if understood.words:
        yield f"7 words     {understood.words}"


def _clause(part: str, inside: list[Mention]) -> Iterator[str]:
    yield f"3 clause    {part}"
    masked = entities.mask(part, inside)
    guesses = ", ".join(f"{guess.intent} {guess.probability:.2f}" for guess in intent.rank(masked)[:GUESSES])
    yield f"4 intent    {guesses}  of “{masked}”"
    cut = " | ".join(f"{chunk.lead or '·'} {chunk.text}" for chunk in chunks.cut(part, inside))
    yield f"5 chunks    {cut}"
    found = slots.read(part, inside)
    yield f"5 slots     {found.pairs} title={found.title} place={found.place}"


def _shown(mentions: Sequence[Mention]) -> str:
    return ", ".join(f"{m.kind} “{m.text}”" + (f" = {m.value}" if m.value else "") for m in mentions) or "none"


if __name__ == "__main__":
    sys.exit(main())
