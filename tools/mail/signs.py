"""Which phrases of the lexicons a mail's sentences hold; weighs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tools.mail.sentences import Sentence
from tools.mail.words.conditions import CONDITION, MAYBE
from tools.mail.words.meetings import CANCELS

LEXICONS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese"}
PREFIX = 5
HAPPENS = frozenset(("interview", "assessment", "offer", "applied", "update", "withdrawn"))


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase found: `name` as its heading in the lexicon, the sentence, and where in its lower-case form it stands.

    `open`: it stands behind a condition.
    """

    name: str
    sentence: Sentence
    start: int
    end: int
    open: bool


@cache
def lexicon(language: str) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """(heading, pattern) of each phrase, by the beginnings of words one of which must occur."""
    table = import_module(f"tools.mail.words.{LEXICONS[language]}")
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    heading = ""
    for line in table.SIGNS.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line.strip():
            keys, _, pattern = line.partition(" : ")
            entry = (heading, re.compile(pattern))
            for key in keys.split():
                found.setdefault(key.strip("-")[:PREFIX], []).append(entry)
    return found


def signs(found: Sequence[Sentence], languages: Sequence[str]) -> list[Sign]:
    """All phrases of these languages in the sentences, at most one of a heading and sentence."""
    return [sign for sentence in found for language in languages for sign in _in_sentence(sentence, language)]


def _in_sentence(sentence: Sentence, language: str) -> Iterator[Sign]:
    table = lexicon(language)
    tried: set[int] = set()
    named: dict[str, Sign] = {}
    for key in dict.fromkeys(piece[:PREFIX] for word in sentence.words for piece in _pieces(word, language)):
        for name, pattern in table.get(key, ()):
            if id(pattern) in tried or (name in named and not named[name].open):
                continue
            tried.add(id(pattern))
            match = pattern.search(sentence.low)
            if match and not (name == "rejected" and _is_of_meeting(match)):
                named[name] = Sign(name, sentence, match.start(), match.end(), _is_open(name, match, language))
    yield from named.values()


def _pieces(word: str, language: str) -> tuple[str, ...]:
    """A word, and in French what stands behind its apostrophe: "d'autres"."""
    return (word, word.partition("'")[2]) if language == "fr" and "'" in word else (word,)


def _is_of_meeting(match: re.Match[str]) -> bool:
    """Whether what is cancelled is a meeting, which ends no application."""
    return any(m.start() < match.end() and match.start() < m.end() for m in CANCELS.finditer(match.string))


def _is_open(name: str, match: re.Match[str], language: str) -> bool:
    before = match.string[: match.end()]
    if CONDITION[language].search(before, 0, match.start() + 12):
        # "We wanted to let you know that if …" aside, a question whether one is interested is none.
        return True
    return name in HAPPENS and name != "applied" and MAYBE[language].search(before) is not None
