"""Finding a misspelt or shortened company among ten thousand, against rapidfuzz's WRatio over all of them."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from bench.measure import Figure, against, seconds
from storage.companies import CompanyIndex, decide
from tests.storage import company_names
from tests.storage.company_names import composed_forms, ten_thousand

ROUNDS = 5
GOAL = 0.15
LIMIT = 5


def run() -> Iterator[Figure]:
    """The time for forty names, once both have their ten thousand prepared; then what the preparing takes."""
    names = ten_thousand()
    forms = {**company_names.FIRST, **composed_forms(7, names, 20)}
    index = CompanyIndex(names)
    lowered = [name.lower() for name in names]

    def ours() -> None:
        for said in forms:
            decide(said, index)

    def theirs() -> None:
        for said in forms:
            process.extract(said.lower(), lowered, scorer=fuzz.WRatio, limit=LIMIT)

    ours()
    ratio, own, other = against(ours, theirs, ROUNDS)
    each = 1000 / len(forms)
    right = sum(found(said, meant, index) for said, meant in forms.items())
    note = f"{own * each:.2f} and {other * each:.2f} ms a name; {right} of {len(forms)} found"
    yield Figure("companies/wratio", ratio, GOAL, note)
    prepared = seconds(lambda: decide("Stripe", CompanyIndex(names)))
    note = f"{prepared * 1000:.0f} ms, once a list"
    yield Figure("companies-prepare/wratio", prepared / (other / len(forms)), None, note)


def found(said: str, meant: str, index: CompanyIndex) -> bool:
    """Whether the one company that is meant is found."""
    decision = decide(said, index)
    return decision.kind == "one" and any(match.name == meant for match in decision.matches)
