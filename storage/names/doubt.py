"""Measures how far a company's name is from what a person said, word by word; does not choose among names."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from storage.names.aliases import ABBREVIATIONS, ADDED_WORDS, COMMON_WORDS
from storage.names.spelling import ANOTHER_WORD, slip

How = Literal["exact", "alias", "prefix", "acronym", "close"]
HasWord = Callable[[str], bool]

_REAL_WORD = 1.0  # a word that stands in other names is seldom a slip for this one
ASK = 0.5  # this much more doubt than is good for acting is still worth a question


@dataclass(frozen=True, slots=True)
class Doubt:
    """How far a name is from what was said: `spelling` in letters, `shape` for words left out, cut or added; `letters`
    is the length of what was misspelt."""

    spelling: float
    shape: float
    letters: int
    how: How

    @property
    def total(self) -> float:
        """0.0 for the same name; two are near a tie when they differ by less than a third of a letter."""
        return self.spelling + self.shape

    @property
    def whole(self) -> bool:
        """Whether the whole name was said, misspelt or not."""
        return self.shape <= 0.05

    def within(self, slack: float) -> bool:
        """Whether the doubt is small for a name of this length; `slack` is 0.0 to act and `ASK` to ask."""
        return self.spelling <= allowed(self.letters) + slack and self.shape <= 0.5 + slack


def allowed(letters: int) -> float:
    """How misspelt, in letters, a word of so many letters may be and still be acted on."""
    return 0.0 if letters <= 3 else min(0.5 + 0.25 * (letters - 4), 1.75)


def doubt(said: list[str], name: list[str], has_word: HasWord) -> Doubt:
    """The doubt about one name; both are the words of keys. `has_word` tells which words any of the names contains."""
    by_word = _word_by_word(said, name, has_word)
    if by_word.within(0.0):
        return by_word
    letters = "".join(said)
    for count in range(1, len(name)):  # "wholefoods", "Lulu Lemon"
        if "".join(name[:count]) == letters:
            return Doubt(0.0, _unsaid(name, list(range(count))), 0, "prefix")
    if len(said) == len(name):
        return by_word
    by_letter = Doubt(slip(letters, "".join(name)), 0.05, min(len(letters), 8), "close")
    return min(by_word, by_letter, key=lambda one: (not one.within(0.0), one.total))


def stranger(said: list[str], name: list[str], about: Doubt) -> Doubt:
    """More doubt about a name near to a well-known company's, unless it only adds "Holdings" or the like."""
    if name[: len(said)] == said and ADDED_WORDS.issuperset(name[len(said) :]):
        return about
    return replace(about, shape=about.shape + 0.6)


def _word_by_word(said: list[str], name: list[str], has_word: HasWord) -> Doubt:
    """Line up the words said with the words of a name, in order."""
    spelling = added = cut = 0.0
    misspelt = right = 0
    used: list[int] = []
    for word in said:
        costs = [_one_word(word, one, has_word) for one in name[used[-1] + 1 if used else 0 :]]
        best = min(costs, key=sum, default=(ANOTHER_WORD, 0.0))
        if sum(best) >= ANOTHER_WORD:
            added += _left_over(word)
            continue
        used.append(costs.index(best) + (used[-1] + 1 if used else 0))
        spelling += best[0]
        cut += best[1]
        if word == name[used[-1]]:
            right += 0 if word in COMMON_WORDS else len(word)
        misspelt += max(len(word), len(name[used[-1]])) if best[0] else 0
    unsaid = _unsaid(name, used)
    both = 0.4 if added and (unsaid or spelling) else 0.0
    # A slip in one word weighs less where another word of the name is right.
    return Doubt(spelling, added + cut + unsaid + both, misspelt + right // 2, "close" if spelling else "prefix")


def _one_word(said: str, meant: str, has_word: HasWord) -> tuple[float, float]:
    """Spelling and shape cost of reading one word as another."""
    if said == meant:
        return 0.0, 0.0
    if meant in ABBREVIATIONS.get(said, ()):
        return 0.0, 0.1
    if len(said) >= 3 and meant.startswith(said) and len(said) < len(meant) - 1:
        return 0.0, 0.2 + 0.9 * (1 - len(said) / len(meant))
    cost = slip(said, meant) + (_REAL_WORD if has_word(said) or said in COMMON_WORDS else 0.0)
    return (cost, 0.0) if cost <= allowed(max(len(said), len(meant))) + ASK else (ANOTHER_WORD, 0.0)


def _left_over(word: str) -> float:
    """Cost of a word that was said and is not in the name."""
    if word in ADDED_WORDS or word in ("of", "and", "the"):
        return 0.2
    return 0.7 if word in COMMON_WORDS else 1.0


def _unsaid(name: list[str], used: list[int]) -> float:
    """Cost of the words of a name that were not said."""
    left_out = len(name) - len(used)
    if not used or not left_out:
        return 0.0 if used else ANOTHER_WORD
    later = 0.15 if used[0] else 0.0
    only_common = 0.4 if used[0] and all(name[at] in COMMON_WORDS for at in used) else 0.0
    return 0.1 + 0.02 * left_out + later + only_common
