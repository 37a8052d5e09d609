"""Finds, among many company names, the few that may be meant; does not say which one is."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from storage.names.aliases import ABBREVIATIONS, COMMON_WORDS, SMALL_WORDS
from storage.names.key import company_key
from storage.names.spelling import skeleton, slip

_ENOUGH = 12
_CROWD = 400


def initials(words: Sequence[str]) -> set[str]:
    """First letters of the words, with and without the small ones ("Bank of America": "boa" and "ba")."""
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL_WORDS)}


class CompanyIndex:
    """Company names prepared for many questions. Not to be changed afterwards; safe to read from several threads.

    `names` are shown names or keys, in the caller's order; names with one key are one company. 10,000 names take about
    a third of a second once; a question then takes a fraction of a millisecond.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self.names):
            places[company_key(name)].append(place)
        places.pop("", None)
        self.places = dict(places)

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """Key -> its words."""
        return {key: key.split() for key in self.places}

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        """Letters without spaces -> the keys with these letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.places:
            found[key.replace(" ", "")].append(key)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """Word -> the keys that contain it."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, words in self.words.items():
            for word in set(words):
                found[word].append(key)
        return found

    @cached_property
    def _by_initials(self) -> dict[str, list[str]]:
        """First letters -> the keys of two words or more that have them."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, words in self.words.items():
            if len(words) > 1:
                for letters in initials(words):
                    found[letters].append(key)
        return found

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        """Consonants -> the words that have them."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            found[skeleton(word)].append(word)
        return found

    @cached_property
    def _sorted_words(self) -> list[str]:
        return sorted(self._by_word)

    @cached_property
    def _sorted_letters(self) -> list[str]:
        return sorted(self._by_letters)

    @cached_property
    def _words_by_length(self) -> dict[int, list[str]]:
        return by_length(self._by_word)

    @cached_property
    def _letters_by_length(self) -> dict[int, list[str]]:
        """Only names of several words: a name of one word is found by its word."""
        return by_length(letters for letters, keys in self._by_letters.items() if any(" " in key for key in keys))

    def same(self, key: str) -> list[str]:
        """Keys with the same letters, wherever their spaces are."""
        return self._by_letters.get(key.replace(" ", ""), [])

    def with_initials(self, letters: str) -> list[str]:
        """Keys whose words begin with these letters."""
        return self._by_initials.get(letters, [])

    def has_word(self, word: str) -> bool:
        """Whether a name contains this very word."""
        return word in self._by_word

    def plausible(self, said: Sequence[str], *, by_spelling: bool) -> list[str]:
        """At most a dozen keys that share most with the words said; with `by_spelling`, misspelt ones too."""
        votes: dict[str, float] = defaultdict(float)
        for word in sorted(said, key=lambda one: one in COMMON_WORDS):
            for meant in self._meant_by(word, by_spelling):
                keys = self._by_word[meant]
                weight = (0.3 if meant in COMMON_WORDS else 1.0) * _likeness(word, meant)
                if votes and len(keys) > _CROWD:
                    keys = [key for key in votes if meant in self.words[key]]
                for key in keys:
                    votes[key] += weight
        if by_spelling:
            together = "".join(said)
            for letters in {*close_to(self._letters_by_length, together), *_starting(self._sorted_letters, together)}:
                for key in self._by_letters[letters]:
                    votes[key] += 1.5
        return sorted(votes, key=lambda key: (-votes[key], abs(len(self.words[key]) - len(said)), key))[:_ENOUGH]

    def _meant_by(self, word: str, by_spelling: bool) -> set[str]:
        """Words of the names that a said word may stand for."""
        meant = {word, *ABBREVIATIONS.get(word, ())}
        if len(word) >= 3:
            meant.update(_starting(self._sorted_words, word))
        if by_spelling and len(word) >= 3:
            meant.update(close_to(self._words_by_length, word))
            meant.update(self._by_skeleton.get(skeleton(word), ()))
        return {one for one in meant if one in self._by_word}


def _likeness(said: str, meant: str) -> float:
    """How much a word counts for the names that have it: 1.0 the very word, less the more it is misspelt."""
    return 0.8 if meant.startswith(said) and meant != said else max(0.1, 1 - slip(said, meant) / 3)


def _starting(in_order: list[str], start: str) -> list[str]:
    """The first few texts that begin so."""
    at = bisect_left(in_order, start)
    return [text for text in in_order[at : at + _ENOUGH] if text.startswith(start)]


def by_length(texts: Iterable[str]) -> dict[int, list[str]]:
    """The texts in lists by their length."""
    found: dict[int, list[str]] = defaultdict(list)
    for text in texts:
        found[len(text)].append(text)
    return found


def close_to(texts: dict[int, list[str]], text: str) -> list[str]:
    """Texts within a few edits: one in up to four letters, two in up to eight, three above."""
    edits = 1 if len(text) <= 4 else 2 if len(text) <= 8 else 3
    found: list[str] = []
    for length in range(len(text) - edits, len(text) + edits + 1):
        if choices := texts.get(length):
            hits = process.extract(text, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
            found += [hit[0] for hit in hits]
    return found
