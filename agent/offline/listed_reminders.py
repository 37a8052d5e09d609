"""Reminders called off by where they stand in the list just shown: "delete the first one", "cancel 2 and 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.offline.calls.aids import POLITE
from agent.offline.clause import Clause
from agent.offline.references import COUNTS, ORDINALS
from tools.focus import numbers
from tools.result import Call

OFF = re.compile(
    rf"^\W*{POLITE}(?:cancel|delete|remove|drop|scrap|kill|bin|clear|erase|get rid of|call off|stop|skip|"
    r"lösch\w*|streich\w*|entfern\w*|borra\w*|elimina\w*|quita\w*|supprime\w*|efface\w*|annule\w*|enlève\w*)\s+",
    re.I,
)
# What may stand beside the places and says nothing more.
BESIDE = frozenset(
    (
        "the one ones reminder reminders number numbers no nr option of them those these list and also off please pls "
        "thanks again from la el los las y de por favor recordatorio recordatorios die der das den und bitte "
        "erinnerung erinnerungen le les l et du rappel rappels"
    ).split()
)
THEM = frozenset("them those these both beide ambos".split())
TOP = frozenset("first top primeros primeras ersten premiers premières".split())
END = frozenset("last bottom últimos últimas letzten derniers dernières".split())
WORD = re.compile(r"\d{1,3}|[^\W\d_]\w*|\S")


def calls(clause: Clause) -> list[Call]:
    """The reminders of the last list that the words call off; none where that was another list, or more is said."""
    listed = _listed(clause)
    off = OFF.match(clause.text)
    if not listed or off is None or clause.asks:
        return []
    named = _one_of_company(clause, off.end())
    if named:
        return [Call(name="change_reminder", args={"action": "cancel", "which": named})]
    words = [word for word in WORD.findall(clause.text[off.end() :].casefold()) if word[0].isalnum()]
    places = list(dict.fromkeys(_places(words, len(listed))))
    if not places or 0 in places:
        return []
    if any(place > len(listed) for place in places):
        many = f"That list has {len(listed)} reminders. Say one of its numbers, such as “cancel number 1”."
        return [Call(name="ask_back", args={"said": clause.text[:200], "text": many})]
    which = " ".join(f"#{listed[place - 1]}" for place in places)
    return [Call(name="change_reminder", args={"action": "cancel", "which": which})]


def _listed(clause: Clause) -> tuple[int, ...]:
    """The reminders of the last list, where it held nothing else."""
    shown = clause.briefing.focus.listed
    found = numbers(shown, "reminder")
    return found if len(found) == len(shown) else ()


def _one_of_company(clause: Clause, start: int) -> str | None:
    """The company of "the Aldi one"."""
    found = clause.of("company")
    if (
        len(found) != 1
        or found[0].start < start
        or not re.match(r"\s+(?:one|reminder)\W*$", clause.text[found[0].end :])
    ):
        return None
    return found[0].value


def _places(words: Sequence[str], many: int) -> Iterator[int]:
    """The places that words name, from 1 on; 0 for a word that names none and says more."""
    if THEM & set(words) and not set(words) - THEM - BESIDE - {"all"}:
        yield from range(1, many + 1)
        return
    at = 0
    while at < len(words):
        word, count = words[at], _count(words[at + 1 :])
        at += 2 if count and word in TOP | END else 1
        if count and word in TOP | END:
            yield from range(1, count + 1) if word in TOP else range(max(many - count, 0) + 1, many + 1)
        elif word.isdigit() or word in ORDINALS:
            place = int(word) if word.isdigit() else ORDINALS[word]
            yield place if place > 0 else many
        elif word not in BESIDE:
            yield 0


def _count(following: Sequence[str]) -> int:
    """How many "the last two" are; 0 where no number follows."""
    word = following[0] if following else ""
    return int(word) if word.isdigit() else COUNTS.get(word, 0)
