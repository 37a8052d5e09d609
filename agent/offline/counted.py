"""How many jobs somebody says to have told of, against how many were read: a difference is said, never passed over."""

from __future__ import annotations

import re

from tools.result import Call
from tools.words import joined

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "deux": 2, "trois": 3,
    "quatre": 4, "cinq": 5, "both": 2,
}  # fmt: skip
SAID = re.compile(
    rf"\b(?<!band )(?<!grade )(?<!level )(?<!class )(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})\s+"
    r"(?:(?:more|new|other|different|mas|más|neue|weitere|autres|"
    r"nouvelles?)\s+)?(?:jobs?|places|applications?|apps|companies|roles|positions|stellen|bewerbungen|trabajos|"
    r"empleos|solicitudes|ofertas|candidatures|postes|offres)(?:\s+(?:more|today|now|yesterday))?\b"
    r"(?!\s+(?:a|per|each|every)\b)",
    re.I,
)


def difference(said: str, calls: list[Call]) -> list[Call]:
    """A call that says so where a message that logs jobs speaks of another number of them; else none."""
    logged = [call for call in calls if call.name == "log"]
    found = {_number(match["number"]) for match in SAID.finditer(said)}
    if not logged or len(found) != 1 or len(logged) in found or found == {1}:
        return []
    names = joined([str(call.args.get("company", "a job without a name")) for call in logged])
    words = f"You said {found.pop()}, and I read {len(logged)}: {names}. If one is missing or wrong, tell me its name."
    return [Call(name="ask_back", args={"said": said[:200], "text": words})]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]
