"""A mail's text as sentences, and the language it is in; knows nothing of what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

MOST_SENTENCES = 150
LONGEST = 600
END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[\"“„¡¿(]?[A-ZÀ-ÖØ-Þ0-9])")
# After these a full stop ends no sentence.
SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Inc|Ltd|Co|Corp|Sr|Jr|vs|approx|e\.g|i\.e|z\.B|bzw|Nr|ca|Hr|Fr|M|Mme|Sra?|[A-Z]|\d{1,2})\.[\"”’)]?$"
)
NUMBER = re.compile(r"(?<=\d)\.(?=\s?\d|\s\w)")
WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
BULLET = re.compile(r"^\s*(?:[-•*·–▪►✓]|\d{1,2}[.)])\s")
QUOTES = str.maketrans(dict.fromkeys("’‘`´", "'") | dict.fromkeys("“”", '"') | dict.fromkeys("–—", "-"))
# The commonest words that tell the languages apart.
COMMON = {
    "en": frozenset(
        "the to and you your we for of our with is this have are in that will be on not at us from".split()
    ),
    "de": frozenset(
        "der die und sie wir ihre ihnen für ist nicht mit das den haben uns ein eine zu im auf ihrer dem dass es du "
        "dein deine bei ihr unser unsere am vielen".split()
    ),
    "fr": frozenset(
        "le la les et vous votre nous pour des est une dans pas que avec au sur avons notre du ne de en à".split()
    ),
    "es": frozenset(
        "el la los y tu su para que de en por con una no las del hemos nuestro gracias te es al lo le usted".split()
    ),
    "pt": frozenset(
        "o os e você seu sua para que de em por com uma não do da no na obrigado nosso nossa ao um foi os as".split()
    ),
}


@dataclass(frozen=True)
class Sentence:
    """One sentence as written, and whether it is the subject."""

    text: str
    subject: bool = False

    @cached_property
    def low(self) -> str:
        """In lower case, with straight quotes and single blanks, as patterns read it."""
        # The full stop of a number ends nothing; patterns take any other as an end.
        return NUMBER.sub("·", " ".join(self.text.translate(QUOTES).casefold().split()))

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return WORD.findall(self.low)


def sentences(subject: str, text: str) -> list[Sentence]:
    """The subject, then the sentences of the text in order; lines that were only wrapped are joined."""
    found = [Sentence(subject[:LONGEST], subject=True)] if subject.strip() else []
    for block in _blocks(text):
        found += [Sentence(piece[:LONGEST]) for piece in _split(block) if piece]
        if len(found) >= MOST_SENTENCES:
            break
    return found[:MOST_SENTENCES]


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs: a line that was broken for its width goes on in the next."""
    held = ""
    for line in text.splitlines():
        line = line.strip()
        if held and _goes_on(held, line):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(held: str, line: str) -> bool:
    if not line or BULLET.match(line) or held[-1] in ".!?:;":
        return False
    tail = held.rpartition("\n")[2]
    return line[0].islower() or (len(tail) >= 55 and len(tail) < 2_000 and not line.isupper() and tail[-1] != "|")


def _split(block: str) -> Iterator[str]:
    held = ""
    for piece in END.split(block):
        held = f"{held} {piece}" if held else piece
        if SHORT.search(held) and len(held) < LONGEST:
            continue
        yield held.strip()
        held = ""
    if held:
        yield held.strip()


def languages(found: list[Sentence]) -> tuple[str, ...]:
    """The languages that the sentences are written in, the likeliest first: one, or two for a mail in both."""
    counts: Counter[str] = Counter()
    for sentence in found[:40]:
        for word in sentence.words:
            for code, common in COMMON.items():
                counts[code] += word in common
    ranked = counts.most_common(2)
    if not ranked or not ranked[0][1]:
        return ("en",)
    first, most = ranked[0]
    others = [code for code, count in ranked[1:] if count >= 5 and count * 2 >= most and "en" in (code, first)]
    return (first, *others)
