"""Names of companies that the person already has, found in text: as written, shortened or misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from agent.offline import lexicon, places
from storage.companies import company_key
from storage.names.spelling import other_number

WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
SHORTEST_ACRONYM = 3
TWO = 2  # capitals that begin a name; in small letters they are a word
# By the second word of such names they are told apart; by these people only say what kind of employer it is.
CALLED = frozenset("house lodge court manor hall grange grill bistro inn tree".split())
GENERIC = frozenset(
    (
        "hospital hotel school clinic bank restaurant store shop group company office city council university college "
        "bakery cafe kitchen care home centre center airport museum library nursery pharmacy garage inc ltd llc gmbh ag"
    ).split()
)
COMMON = ("not_companies.txt", "roles.txt", "role_modifiers.txt", "sources.txt", "interview_kinds.txt", "statuses.txt")
Found = tuple[int, int, str, str]  # start, end, as written, the company meant


def find(text: str, known: Sequence[str]) -> list[Found]:
    """Every stretch of words that names a known company; the longest reading wins, exact before misspelt."""
    if not known:
        return []
    exact, longest = _index(tuple(dict.fromkeys(known)))
    words = list(WORD.finditer(text))
    found: list[Found] = []
    at = 0
    while at < len(words):
        hit = _at(text, words, at, exact, longest)
        if hit:
            found.append(hit)
        at = next((i for i in range(at + 1, len(words)) if not hit or words[i].start() >= hit[1]), len(words))
    return found


def _at(text: str, words: list[re.Match[str]], at: int, exact: dict[str, str], longest: int) -> Found | None:
    for size in range(min(longest, len(words) - at), 0, -1):
        start, end = words[at].start(), words[at + size - 1].end()
        said = text[start:end]
        if size > 1 and text[words[at + size - 1].start() : end] in ("as", "co", "sa", "se", "ab", "oy"):
            continue  # a legal form has a capital; these are words: "tag Lidl as nights"
        if len(said) == TWO and not said.isupper() and company_key(exact.get(said.casefold(), "")) != said.casefold():
            continue  # "MV" begins a name, "mv" does not
        name = (
            exact.get(company_key(said))
            or exact.get(_bare(said))
            or (_close(said, exact) if size == 1 or (len(said) < 40 and "," not in said) else None)
        )
        if name and not _is_other(text, end, said, name):
            return start, end, said, name
    return None


def _is_other(text: str, end: int, said: str, name: str) -> bool:
    """Whether the beginning of a known name goes on as another one: "Oakwood House" is not Oakwood Lodge."""
    following = re.match(r" (?P<word>[^\W\d_][\w'-]+)", text[end:])
    if following is None or company_key(said) == company_key(name) or not name.casefold().startswith(said.casefold()):
        return False
    word, low = following["word"], following["word"].casefold()
    if low in name.casefold().split() or low in GENERIC:
        return False
    if low in CALLED:
        return True
    common = any(low in lexicon.words(listed) for listed in COMMON) or places.is_city(word) or places.is_region(word)
    return not text.isupper() and said[:1].isupper() and word[:1].isupper() and not common


@lru_cache(maxsize=1024)
def _bare(said: str) -> str:
    return company_key(re.sub(r"'s$", "", said))


# What a house is, said before its name: people say the name alone.
HOUSE = frozenset(
    "bar bistro brasserie cafe café clinic clinica clínica gasthaus gasthof hospital hotel hôtel klinik osteria "
    "pension pizzeria pub restaurant restaurante ristorante trattoria".split()
)

CITY = 400_000  # people: where a city is that large, its name alone means the city


def _without_house(known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The key of each name without what it is ("Lola" of Bistro Lola), where only one of the known names has it."""
    short = [(" ".join(name.split()[1:]), name) for name in known if name.split()[0].casefold() in HOUSE]
    keys = [(company_key(rest), name) for rest, name in short if rest and not places.is_city(rest, CITY)]
    counts = Counter(key for key, _ in keys)
    for key, name in keys:
        known_word = key in lexicon.words("not_companies.txt") or key in lexicon.words("words.txt") or _common(key)
        if counts[key] == 1 and len(key) >= 3 and not known_word:
            yield key, name


@lru_cache(maxsize=256)
def _index(known: tuple[str, ...]) -> tuple[dict[str, str], int]:
    """Keys of the full names, then of their distinctive beginnings, and the length in words of the longest."""
    exact: dict[str, str] = {}
    for name in known:
        exact.setdefault(company_key(name), name)
    shortened = [(name, *_shortened(name)) for name in known]
    for name, keys, _ in shortened:
        for key in keys:
            exact.setdefault(key, name)
    for key, name in _without_house([name for name in known if name.strip()]):
        exact.setdefault(key, name)
    return exact, 1 + max((count for _, _, count in shortened), default=0)


@lru_cache(maxsize=4096)
def _shortened(name: str) -> tuple[tuple[str, ...], int]:
    """The keys of a name's initials and of its distinctive beginnings, and how many words it has."""
    parts = WORD.findall(name)
    keys = ["".join(part[0] for part in parts).casefold()] if len(parts) >= SHORTEST_ACRONYM else []
    for size in range(len(parts) - 1, 0, -1):
        key = company_key(" ".join(parts[:size]))
        if size == 1 and key in lexicon.words("common_first.txt"):
            continue
        if (
            (len(key) >= 3 or _two_capitals(parts[:size]))
            and key not in lexicon.words("not_companies.txt")
            and not _common(key)
        ):
            keys.append(key)
    return tuple(keys), len(parts)


def _two_capitals(parts: Sequence[str]) -> bool:
    """Whether the beginning of a name is two capitals that are no region: "MV" of MV Transportation."""
    word = parts[0]
    return len(parts) == 1 and len(word) == TWO and word.isalpha() and word.isupper() and not places.is_region(word)


def _common(key: str) -> bool:
    return key in lexicon.words("role_modifiers.txt") or key in lexicon.words("roles.txt")


def _close(said: str, exact: dict[str, str]) -> str | None:
    """The one known company of which `said` is a slip: one letter from five on, two from nine on."""
    key = _bare(said)
    if (
        len(key) < 5
        or key in lexicon.words("not_companies.txt")
        or key in lexicon.words("spelling.txt")
        or _common(key)
    ):
        return None
    allowed = 1 if len(key) < 9 else 2
    near = process.extract(key, list(exact), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    hits = {exact[k] for k, _, _ in near if not other_number(key, k)}
    return hits.pop() if len(hits) == 1 else None


def iter_words(text: str) -> Iterator[str]:
    """The words of a text, as written."""
    return (match.group() for match in WORD.finditer(text))
