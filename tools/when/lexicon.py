"""One dictionary of four languages, built at first use: own tables, names of CLDR, close spellings of long words."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from tools.when.lexeme import ENGLISH, FRENCH, GERMAN, NOTHING, SPANISH, Kinds

LANGUAGES = {
    "english": ("en", ENGLISH),
    "spanish": ("es", SPANISH),
    "german": ("de", GERMAN),
    "french": ("fr", FRENCH),
}

# Words that are also names, verbs or other words: alone in running text they are no dates.
WEAK = frozenset(
    "may march april june august jan mar mai mars mayo marzo juin sep dec jun jul set oct ene feb abr dic nov "
    "avr aug apr okt dez sun sat mon wed lun mie jue vie sab dom dim jeu mer ven sam fri mi do".split()
)
STRONG = frozenset("wed fri nov feb oct dec aug".split())
ONE_OCLOCK = frozenset("one una uno eins ein une un".split())
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
UNITS = "one two three four five six seven eight nine".split()
GERMAN_UNITS = "ein zwei drei vier fünf sechs sieben acht neun".split()
GERMAN_TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50}
FOLD = str.maketrans(
    "áàâäãåéèêëíìîïóòôöõúùûüñçýÿ’´`", "aaaaaaeeeeiiiiooooouuuuncyy'''", "\u0301\u0308\u0300\u0302\u0303\u0327"
)

# Long words worth a close spelling, and ordinary words and names that are close to them.
NEAR_WORDS = "tomorrow yesterday tonight afternoon morning evening weekend fortnight minutes midnight".split()
NOT_NEAR = frozenset(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays mornings evenings afternoons weekends "
    "sundae sundar sunway mornings warning mourning minute minuets evenings junior julia julian julie morten "
    "martens marta martin marti marten octobers sundry evenly eventing minister diligent domingos domingo "
    "samedi dimanches weekender weekenders evenin adorning fright tonite knight tonights midnights fortnite "
    "weekened november's janvier feb ember members member remember december's septembers novembers decembers "
    "yesterdays tomorrows".split()
)


def fold(word: str) -> str:
    """Casefolded and without accents; the key of a word."""
    folded = word.casefold()
    return folded if folded.isascii() else folded.translate(FOLD)


def _number_kinds(value: int, mask: int, one: bool) -> Kinds:
    kinds: Kinds = {"N": (value, mask)}
    if value <= 24:
        kinds["HOUR"] = (value, mask)
    if value < 60:
        kinds["MIN"] = (value, mask)
    if 1 <= value <= 31:
        kinds["DOMW"] = (value, mask)
    if one:
        kinds["ONE"] = (1, mask)
    return kinds


def _compound_numbers() -> Iterator[tuple[str, int, int]]:
    for ten, tens in TENS.items():
        for n, unit in enumerate(UNITS, 1):
            yield f"{ten} {unit}", tens + n, ENGLISH
            yield f"{ten} - {unit}", tens + n, ENGLISH
    for ten, tens in GERMAN_TENS.items():
        for n, unit in enumerate(GERMAN_UNITS, 1):
            yield f"{unit}und{ten}", tens + n, GERMAN


def _names(code: str) -> Iterator[tuple[str, str, int]]:
    from babel import Locale  # heavy: only at first use

    locale = Locale(code)
    for kind, table, first in (("MONTH", locale.months, 0), ("WD", locale.days, 0)):
        for style in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in table[style][width].items():
                    word = name.rstrip(".")
                    if word == "ago":  # in Spanish August, but everywhere "three weeks ago"
                        continue
                    if len(word) > 2:
                        yield kind, word, number + first
                    else:
                        yield "WDX", word, number


def _entries() -> Iterator[tuple[str, str, Any, int]]:
    for module, (code, mask) in LANGUAGES.items():
        table = importlib.import_module(f"tools.when.words.{module}").WORDS
        for kind, words in table.items():
            for value, phrases in {1: words}.items() if isinstance(words, str) else words.items():
                for phrase in phrases.split(","):
                    yield kind, phrase, value, mask
        for kind, word, value in _names(code):
            yield kind, word, value, mask
    yield from _german_compounds()
    for phrase, value, mask in _compound_numbers():
        yield "NUMBER", phrase, value, mask


def _german_compounds() -> Iterator[tuple[str, str, Any, int]]:
    """Freitagvormittag, Montagabend: a weekday with a part of the day."""
    parts = {
        "morgen": "morning",
        "vormittag": "morning",
        "mittag": "lunch",
        "nachmittag": "afternoon",
        "abend": "evening",
    }
    for kind, word, number in _names("de"):
        if kind == "WD" and word.endswith(("tag", "woch")):
            for name, part in parts.items():
                yield "WDPART", word + name, (number, part), GERMAN


Phrase = tuple[tuple[str, ...], Kinds]


class Lexicon:
    """Words and phrases with their kinds; `phrases` by their first two words, the longest first."""

    def __init__(self) -> None:
        self.words: dict[str, Kinds] = {}
        self.phrases: dict[tuple[str, str], list[Phrase]] = {}
        collected: dict[tuple[str, ...], Kinds] = {}
        for kind, phrase, value, mask in _entries():
            parts = tuple(fold(part) for part in phrase.split())
            self._add(collected.setdefault(parts, {}), kind, value, mask, parts)
        for parts, kinds in collected.items():
            if len(parts) == 1:
                self.words[parts[0]] = kinds
            else:
                self.phrases.setdefault((parts[0], parts[1]), []).append((parts, kinds))
        for options in self.phrases.values():
            options.sort(key=lambda option: -len(option[0]))
        self.near = [
            w for w, kinds in self.words.items() if len(w) >= 6 and ("MONTH" in kinds or "WD" in kinds)
        ] + NEAR_WORDS

    @staticmethod
    def _add(kinds: Kinds, kind: str, value: Any, mask: int, parts: tuple[str, ...]) -> None:
        one = len(parts) == 1 and parts[0] in ONE_OCLOCK
        if kind == "NUMBER" or (kind == "ONE" and one):
            new = _number_kinds(value, mask, one)
        elif kind == "ORDINAL":
            new = {"ORDW": (value, mask)}
        elif kind == "UNIT":
            new = {"UNIT": (value, mask), f"U_{value}": (value, mask)}
        else:
            new = {kind: (value, mask)}
        for name, (meaning, languages) in new.items():
            old = kinds.get(name)
            kinds[name] = (meaning, languages | (old[1] if old and old[0] == meaning else 0))


@cache
def lexicon() -> Lexicon:
    """The dictionary, built once."""
    return Lexicon()


@lru_cache(maxsize=8192)
def kinds_of(key: str, capital: bool) -> Kinds:
    """The kinds of one folded word, by exact or, for long words, by close spelling."""
    book = lexicon()
    kinds = book.words.get(key)
    if kinds is not None:
        return kinds
    if len(key) < (8 if capital else 6) or len(key) > 12 or key in NOT_NEAR or not key.isalpha():
        return NOTHING
    return _close(key, book)


def _close(key: str, book: Lexicon) -> Kinds:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(key) < 8 else 2
    best = process.extractOne(key, book.near, scorer=OSA.distance, score_cutoff=allowed)
    if best is None or best[0][0] != key[0]:
        return NOTHING
    return book.words.get(best[0], NOTHING)


def is_weak(key: str) -> bool:
    """Whether the word needs support to be read as a month or weekday in running text."""
    return key in WEAK and key not in STRONG
