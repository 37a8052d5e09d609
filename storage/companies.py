"""Says which of some company names a person means; knows nothing of applications or of the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from storage.names.aliases import ADDED_WORDS, ALSO_KNOWN, COMMON_WORDS, COMPANIES
from storage.names.doubt import ASK, Doubt, How, allowed, doubt, stranger
from storage.names.index import CompanyIndex, by_length, close_to
from storage.names.key import company_key
from storage.names.spelling import slip

__all__ = ["CompanyIndex", "Decision", "How", "Match", "company_key", "decide", "match", "other_keys"]

# A second name whose doubt is within this of the best one's makes it a question. This and the limits in names/doubt.py
# were tuned on the first forty of tests/storage/company_names.py and checked on the second.
_MARGIN = 0.3
_MOST_WORDS = 12
_SHORT = 4  # names of so few letters are taken as they are written, or else asked about


@dataclass(frozen=True, slots=True)
class Match:
    """One name that may be meant. `index` is its place in the list asked about; `score` is 1.0 for the same name, 0.0
    for another one; `sure` says that it is near enough to act on, if no other is as near."""

    index: int
    name: str
    score: float
    how: How
    sure: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a name: `one` company is meant (act), `several` may be meant (ask; also when a single one is too
    far to act on), or `none`. `matches` are best first; of `one` they are all the places of that one company."""

    kind: Literal["one", "several", "none"]
    matches: tuple[Match, ...] = ()


def match(said: str, names: Sequence[str] | CompanyIndex, limit: int = 5) -> list[Match]:
    """The names that `said` may mean, best first, at most `limit` companies; empty when none is near.

    `names` are shown names or keys. A long list that is asked about more than once is better given as a `CompanyIndex`;
    the last few sequences are remembered in their prepared form.
    """
    index = _prepared(names)
    return [one for key, about in _ranked(said, index)[:limit] for one in _matches(key, about, index)]


def decide(said: str, names: Sequence[str] | CompanyIndex, limit: int = 5) -> Decision:
    """Whether `said` clearly means one company of `names`, may mean several (at most `limit` are given), or none."""
    index = _prepared(names)
    ranked = _ranked(said, index)[:limit]
    if not ranked:
        return Decision("none")
    key, best = ranked[0]
    rivals = [other for other in ranked[1:] if other[1].total - best.total < _MARGIN and not _outdone(ranked[0], other)]
    if best.within(0.0) and not rivals:
        return Decision("one", tuple(_matches(key, best, index)))
    near = [(key, about) for key, about in ranked if about.total - best.total < 1.0]
    return Decision("several", tuple(one for key, about in near for one in _matches(key, about, index)))


def other_keys(said: str) -> frozenset[str]:
    """The keys of the other names of a well-known company ("Meta" for "Facebook"); empty where there are none."""
    return _known().get(company_key(said).replace(" ", ""), frozenset())


def _outdone(best: tuple[str, Doubt], other: tuple[str, Doubt]) -> bool:
    """Whether the best is the whole of what was said, so that the other, though near, does not count.

    "Mercy" is Mercy, not Mercy General; but two names with the same letters are a question.
    """
    (key, about), (other_key, other_about) = best, other
    if about.how == "exact":
        return about.total < other_about.total
    return about.whole and not other_about.whole and (about.how == "alias" or other_key.startswith(key + " "))


def _prepared(names: Sequence[str] | CompanyIndex) -> CompanyIndex:
    return names if isinstance(names, CompanyIndex) else _remembered(tuple(names))


@lru_cache(maxsize=32)
def _remembered(names: tuple[str, ...]) -> CompanyIndex:
    return CompanyIndex(names)


def _matches(key: str, about: Doubt, index: CompanyIndex) -> list[Match]:
    """A match for every place where the name with this key stands."""
    score = max(0.0, 1.0 - about.total / 4)
    return [Match(place, index.names[place], score, about.how, about.within(0.0)) for place in index.places[key]]


def _ranked(said: str, index: CompanyIndex) -> list[tuple[str, Doubt]]:
    """The keys that may be meant with the doubt about each, best first."""
    doubts = _doubts(company_key(said), index)
    return sorted(doubts.items(), key=lambda item: (item[1].total, item[0]))


def _doubts(said: str, index: CompanyIndex) -> dict[str, Doubt]:
    """The keys that may be meant, by the cheapest way that finds a sure one."""
    if not said:
        return {}
    if same := index.same(said):
        return {key: Doubt(0.0, 0.0 if key == said else 0.01, 0, "exact") for key in same}
    known = _by_alias(said, index)
    if any(about.whole for about in known.values()):
        return known
    words = said.split()[:_MOST_WORDS]
    found = _nearer(_near(words, index, by_spelling=False), known)
    if not any(about.within(0.0) for about in found.values()):
        found = _nearer(_near(words, index, by_spelling=True), known | _by_misspelt_alias(said, index))
    return {key: about for key, about in found.items() if about.within(ASK)}


def _nearer(one: dict[str, Doubt], two: dict[str, Doubt]) -> dict[str, Doubt]:
    """The smaller doubt about each key of either."""
    return one | {key: min(about, one.get(key, about), key=lambda each: each.total) for key, about in two.items()}


def _near(said: list[str], index: CompanyIndex, *, by_spelling: bool) -> dict[str, Doubt]:
    """Doubts about the keys that share words, letters or initials with what was said."""
    plausible = index.plausible(said, by_spelling=by_spelling)
    found = {key: doubt(said, index.words[key], index.has_word) for key in plausible}
    if len(said) == 1 and 2 <= len(said[0]) <= 6 and not index.has_word(said[0]):
        for key in index.with_initials(said[0]):
            found[key] = Doubt(0.0, 0.3 if len(said[0]) > 2 else 0.7, 0, "acronym")
    if "".join(said) in _known():
        return {key: stranger(said, index.words[key], about) for key, about in found.items()}
    return found


def _by_alias(said: str, index: CompanyIndex) -> dict[str, Doubt]:
    """Names known to mean the company that was said, or beginning with such a name."""
    found: dict[str, Doubt] = {}
    for other in _known().get(said.replace(" ", ""), ()):
        for key in index.same(other):
            found[key] = Doubt(0.0, 0.02, 0, "alias")
        words = other.split()
        if len(words) == 1 and words[0] in COMMON_WORDS:
            continue
        for key in index.plausible(words, by_spelling=False):
            if key not in found and index.words[key][: len(words)] == words:
                only_added = ADDED_WORDS.issuperset(index.words[key][len(words) :])
                found[key] = Doubt(0.0, 0.15 if only_added else 0.55, 0, "alias")
    return found


def _by_misspelt_alias(said: str, index: CompanyIndex) -> dict[str, Doubt]:
    """Names of the well-known company whose other name was misspelt."""
    found: dict[str, Doubt] = {}
    letters = said.replace(" ", "")
    for known in close_to(_known_by_length(), letters):
        cost = slip(letters, known)
        if len(known) > _SHORT and cost <= allowed(len(known)) + ASK:
            for key, about in _by_alias(known, index).items():
                found[key] = Doubt(cost, about.shape, len(known), "alias")
    return found


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    """The letters of a well-known name -> the keys of the company's other names."""
    found: dict[str, frozenset[str]] = {company_key(name): frozenset() for name in ALSO_KNOWN}
    for names in COMPANIES:
        keys = frozenset(company_key(name) for name in names)
        for key in keys:
            letters = key.replace(" ", "")
            found[letters] = found.get(letters, frozenset()) | keys - {key}
    return found


@lru_cache(maxsize=1)
def _known_by_length() -> dict[int, list[str]]:
    return by_length(_known())
