"""Stage 1: a message as typed becomes plain words: chat spellings and slips mended; names stay as typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from agent.offline import lexicon

MAX_LENGTH = 4000
FOLDED = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "—": " - ",
        "–": "-",
        "\u00a0": " ",
        "…": "...",
    }
)
WORD = re.compile(r"[^\W_]+(?:['.&/][^\W_]+)*(?:/)?|\S")
TOKEN = re.compile(r"https?://\S+|\S+@\S+|w/(?:o\b)?|[^\W\d_]+(?:'[^\W\d_]+)*\d?|\d+|\s+|.", re.DOTALL)
MONTH = (
    r"jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|février|mar(?:ch|zo|s)?|märz|apr(?:il)?|abril|"
    r"avril|ma[yi]|mayo|june?|juni|junio|"
    r"juin|jul[yi]?|julio|juillet|aug(?:ust)?|agosto|août|sept?(?:ember|iembre|embre)?|oct(?:ober|ubre|"
    r"obre)?|okt(?:ober)?|"
    r"nov(?:ember|iembre|embre)?|dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|décembre|de"
)
AS_TO = re.compile(
    rf"\b(appl\w*|sent|wrote|went|spoke|talked|moved|back|replied|going|want|"
    rf"hav)\s+2\s+(?=[^\W\d_])(?!(?:{MONTH})\b)(?!\w*(?:days?|weeks?|months?|hours?|jobs|places|more|of|"
    rf"companies|roles|positions|applications|apps|weekly|per|each|every|pro)\b|an? (?:week|wk|month|day)\b)",
    re.I,
)
AS_FOR = re.compile(
    rf"(?<=[^\W\d_])(?<!\bhalf)(?<!\bpast)(?<!\bmeant)(?<!\bmean)(?<!\bat)(?<!\baround)(?<!\babout)(?<!day)(?<!\bmorrow)(?<!\btomorrow)("
    rf"?<!\bfri)(?<!\bmon)(?<!\btue)(?<!\btues)(?<!\bwed)(?<!\bweds)(?<!\bthu)(?<!\bthurs)(?<!\bsat)(?<!\bsun)("
    rf"?<!\bnow)(?<!\bis)\s+4\s+(?=[^\W\d_]{{3,}})(?!(?:{MONTH}|days?|weeks?|months?|hours?|hrs|pm|jobs|places|"
    rf"more|roles|companies|positions|interviews|applications|apps|of|and|other|rounds|people|uhr|weekly|per|each|"
    rf"every|pro|bewerbungen|stellen|absagen|solicitudes|candidatur\w+|entrevistas|semanas|wochen|tage|días|"
    rf"jours|semaines|por|par|a la|instead|please|pls|plz|then|though|rather|today|tomorrow)\b)",
    re.I,
)
# "im" before these is no German "im".
IM = re.compile(
    r"(?:^|(?<=[.!?,] )|(?<=\b(?:hey|and) )|(?<=\b(?:hi|ok|so) )|(?<=\bhello ))"
    r"im(?= (?:in|at|not|on|so|done|still|from|based|living|moving|back|now|a|the)\b)",
    re.I,
)
# "1. Sofitel" at the head of a line, where more than one line has its number.
NUMBERED = re.compile(r"^[ \t]*\(?\d{1,2}[.)][ \t]+(?=\S)", re.M)
# "Moved to half four": behind a day it is known as an hour, elsewhere only with "past".
HALF = re.compile(
    r"\b(to|is|its|it's|now|for|till|until|around|about|not) half (?=(?:one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|[1-9]|1[0-2])\b(?!\s*(?:[.,:%]?\d|hours?|days?|of|price|k\b)))",
    re.I,
)
MIN_SPELLED = 5


def clean(text: str, names: Iterable[str] = ()) -> str:
    """The message in plain words, at most MAX_LENGTH characters; words of `names` are never respelt."""
    text = unicodedata.normalize("NFC", text[:MAX_LENGTH]).translate(FOLDED)
    if "im" in text.casefold():
        text = IM.sub("I'm", text)
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    text = NUMBERED.sub("", text) if len(NUMBERED.findall(text)) > 1 else text
    kept = frozenset(word.casefold() for name in names for word in WORD.findall(name))
    shouting = text.isupper()
    tokens = TOKEN.findall(text)
    mended = "".join(_mended(token, kept, shouting, i == 0) for i, token in enumerate(tokens))
    # Patterns that look around them are slow: they are tried where what they replace stands by itself.
    if not {"2", "4"}.isdisjoint(mended.split()):
        mended = AS_FOR.sub(" for ", AS_TO.sub(r"\1 to ", mended))
    if "half" in mended:
        mended = HALF.sub(r"\1 half past ", mended)
    return re.sub(r"([!?])\1+", r"\1", re.sub(r"[ \t]+", " ", mended)).strip()


def _mended(token: str, kept: frozenset[str], shouting: bool, first: bool) -> str:
    low = token.casefold()
    if low in kept or token.isspace() or not token[0].isalpha():
        return token
    plain = lexicon.pairs("words.txt").get(low)
    if plain is not None:
        return plain.upper() if shouting and token.isalpha() else plain
    if len(low) < MIN_SPELLED or not low.isalpha() or (token[0].isupper() and not shouting and not first):
        return token
    better = _spelled(low)
    if better == low:
        return token
    return better.upper() if shouting else better.capitalize() if token[0].isupper() else better


@lru_cache(maxsize=4096)
def _spelled(word: str) -> str:
    """The domain word of which `word` is a slip of one letter (two from nine letters on), or the word itself."""
    known = lexicon.words("spelling.txt")
    if word in known or _everyday(word):
        return word
    allowed = 1 if len(word) < 9 else 2
    found = process.extractOne(word, _by_first(word[0]), scorer=OSA.distance, score_cutoff=allowed)
    return found[0] if found else word


@lru_cache(maxsize=64)
def _by_first(letter: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in lexicon.words("spelling.txt") if word[0] == letter))


@lru_cache(maxsize=1)
def _of_famous_names() -> frozenset[str]:
    return frozenset(part for name in lexicon.words("famous.txt") for part in name.split())


def _everyday(word: str) -> bool:
    """Whether a word stands in one of the lists, so that it is no slip of another one."""
    if word in _of_famous_names():
        return True
    return any(
        word in lexicon.words(name)
        for name in ("spelling_keep.txt", "not_companies.txt", "roles.txt", "role_modifiers.txt")
    )
