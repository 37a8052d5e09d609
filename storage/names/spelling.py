"""Tells how likely one word is a slip of the fingers or of the ear for another; knows nothing of companies."""

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "ckq", "sz", "vwf", "td", "bp", "gj", "mn", "iy")
_SPELLINGS = (("ph", "f"), ("pf", "f"), ("ck", "k"), ("sch", "sh"), ("th", "t"), ("qu", "kw"), ("x", "ks"), ("tz", "z"))
_HEARD = str.maketrans("cqz", "kks")
_SAME_SOUND = frozenset((a, b) for group in _SOUNDS for a in group for b in group if a != b)

# What a slip costs, in letters: 1.0 is one letter typed for no reason.
_DOUBLED, _SWAPPED, _NEAR = 0.35, 0.5, 0.7
_LAST, _VOWEL, _MISSING, _EXTRA = 0.5, 0.7, 0.8, 0.9
_OTHER, _FIRST = 1.3, 0.4
ANOTHER_WORD = 9.9
_SAME_CONSONANTS = 1.0
_LONG = 6  # letters; shorter words share their consonants with too many others
_NO_DIGIT = re.compile(r"\D")
_MOST = 4  # edits; beyond them nobody meant that word


def _neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of letters whose keys touch on a QWERTY keyboard."""
    pairs = [pair for row in _ROWS for pair in pairwise(row)]
    for upper, lower in pairwise(_ROWS):
        pairs += [pair for shift in (0, 1) for pair in zip(upper[shift:], lower, strict=False)]
    return frozenset(pairs + [(b, a) for a, b in pairs])


_TOUCHING = _neighbours()


@lru_cache(maxsize=4096)
def slip(said: str, meant: str) -> float:
    """The cost of reading `said` as `meant`, in letters: 0 is the same, about 0.5 a typical typo, above 2
    another word (`ANOTHER_WORD` from five edits on).

    Cheap are what people do: doubled letters, two letters swapped, a letter left out, a neighbouring key, a letter of
    the same sound. The kinds and their order follow F. J. Damerau, "A technique for computer detection and correction
    of spelling errors" (1964), and K. Kukich, "Techniques for automatically correcting words in text" (1992).
    """
    if said == meant:
        return 0.0
    if Levenshtein.distance(said, meant, score_cutoff=_MOST) > _MOST or other_number(said, meant):
        return ANOTHER_WORD
    cost = min(_typed(said, meant), 0.4 + _typed(_sound(said), _sound(meant)))
    if min(len(said), len(meant)) >= _LONG and said[0] == meant[0] and skeleton(said) == skeleton(meant):
        return min(cost, _SAME_CONSONANTS)
    return cost


def other_number(said: str, meant: str) -> bool:
    """Whether both hold digits, and not the same: nobody who says "Studio54" means "Studio55"."""
    digits = _NO_DIGIT.sub("", said), _NO_DIGIT.sub("", meant)
    return all(digits) and digits[0] != digits[1]


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """The consonants of a word as they are heard, doubled ones once: what stays when its vowels are forgotten."""
    heard = [letter for letter in _sound(word).translate(_HEARD) if letter not in "aeiouyhw"]
    return "".join(letter for at, letter in enumerate(heard) if not at or heard[at - 1] != letter)


def _sound(word: str) -> str:
    """A word as it is heard, roughly."""
    for written, heard in _SPELLINGS:
        word = word.replace(written, heard)
    return word


def _typed(said: str, meant: str) -> float:
    """The cost of all edits from one word to the other."""
    edits = [(edit.tag, edit.src_pos, edit.dest_pos) for edit in Levenshtein.editops(said, meant)]
    cost = 0.0
    while edits:
        tag, src, dest = edits.pop(0)
        if edits and _swapped(said, meant, (tag, src, dest), edits[0]):
            edits.pop(0)
            cost += _SWAPPED
        elif tag == "delete":
            cost += _extra(said, src)
        elif tag == "insert":
            cost += _missing(meant, dest)
        else:
            cost += _replaced(said[src], meant[dest])
        cost += _FIRST if not src else 0
    return cost


def _swapped(said: str, meant: str, one: tuple[str, int, int], two: tuple[str, int, int]) -> bool:
    """Whether two edits are one exchange of neighbouring letters."""
    (tag, src, dest), (next_tag, next_src, next_dest) = one, two
    if tag == next_tag == "replace":
        return next_src == src + 1 and said[src] == meant[next_dest] and said[next_src] == meant[dest]
    if (tag, next_tag) == ("insert", "delete"):
        return next_src == src + 1 and meant[dest] == said[next_src]
    return (tag, next_tag) == ("delete", "insert") and next_src == src + 2 and said[src] == meant[next_dest]


def _extra(said: str, at: int) -> float:
    """The cost of a letter too many."""
    beside = said[max(at - 1, 0) : at] + said[at + 1 : at + 2]
    if said[at] in beside or (said[at] == "s" and at == len(said) - 1):  # "Kroger's"
        return _DOUBLED
    return _NEAR if any((said[at], other) in _TOUCHING for other in beside) else _EXTRA


def _missing(meant: str, at: int) -> float:
    """The cost of a letter left out."""
    if meant[at] in meant[max(at - 1, 0) : at] + meant[at + 1 : at + 2]:
        return _DOUBLED
    if at == len(meant) - 1:
        return _LAST
    return _VOWEL if meant[at] in "aeiouy" else _MISSING


def _replaced(said: str, meant: str) -> float:
    """The cost of a letter typed for another."""
    return _NEAR if (said, meant) in _SAME_SOUND or (said, meant) in _TOUCHING else _OTHER
