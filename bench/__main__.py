"""`python -m bench [NAME ...]`: one line a figure, `name ratio goal ok|short`; 1 when one falls short of its goal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bench import (
    charts,
    companies,
    dates,
    fastpath,
    figures,
    gmail,
    handouts,
    kept,
    kills,
    mails,
    moves,
    noise,
    postings,
    reminders,
    sheets,
    slack,
    startup,
    telegram,
    tokens,
    turn,
    whole,
)  # fmt: skip
from bench.measure import Bench

BENCHES: dict[str, Bench] = {
    "dates": dates.run,
    "companies": companies.run,
    "noise": noise.run,
    "fastpath": fastpath.run,
    "startup": startup.run,
    "turn": turn.run,
    "tokens": tokens.run,
    "whole": whole.run,
    "kept": kept.run,
    "moves": moves.run,
    "kills": kills.run,
    "figures": figures.run,
    "sheets": sheets.run,
    "reminders": reminders.run,
    "postings": postings.run,
    "telegram": telegram.run,
    "slack": slack.run,
    "mails": mails.run,
    "gmail": gmail.run,
    "charts": charts.run,
    "handouts": handouts.run,
}


def main(names: Sequence[str]) -> int:
    """Run the named measurements, or all; returns the exit status."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"There is no measurement {unknown[0]}; there are: {', '.join(BENCHES)}.\n")
        return 2
    short = False
    for name in names or BENCHES:
        for found in BENCHES[name]():
            print(found.line(), flush=True)
            short = short or not found.ok
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
