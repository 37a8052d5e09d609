"""Whether words are a job title, and where in them the title ends and a name begins."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.offline import lexicon
from agent.offline.smallwords import ARTICLES, JOB_NOUNS

WORD = re.compile(r"[^\s]+")
# The pay grade that stands for a job in the British health service, and the licence for one on the road: "band 5",
# "band 6 oncology", "hgv class 1".
BAND = re.compile(
    r"band \d[abcd]?(?:$|\s[^\W\d_]+$)|(?:hgv|lgv) (?:class [12]|c\+?e?)$|"
    r"class [12](?: [^\W\d_]+)?$"
)
# The same behind an employer's name: "Maritime Transport class 1 nights".
BAND_LAST = re.compile(
    r"(?P<name>[^\W_].*?)\s+(?P<title>(?:band \d[abcd]?|(?:(?:hgv|lgv) )?class [12])(?:\s[^\W\d_]+)?)$", re.I
)
TITLE = 0.8  # from this score on words are a job title
MODIFIERS = 0.4  # the score of words that only stand before a title: "senior", "back"
HANGING = frozenset("von vom of de d' del du des für and & y e et und at in for with".split())
LED = frozenset("als as como comme de".split())
SHORT = 4  # a title of so few capitals is an abbreviation: "QA", "CNA"


@lru_cache(maxsize=4096)
def is_head(word: str) -> bool:
    """Whether one word (lower case) makes a phrase a job title: "nurse", "mechatroniker", "cashiers"."""
    heads = lexicon.words("roles.txt")
    plural = word.endswith("s") and word[:-1] in heads and word not in lexicon.words("not_companies.txt")
    if word in heads or plural or word.replace("-", " ") in heads:
        return True
    return len(word) > 7 and word.endswith(_suffixes())


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    return tuple(line.lstrip("-") for line in lexicon.words("role_suffixes.txt"))


@lru_cache(maxsize=4096)
def score(phrase: str) -> float:
    """How much a phrase looks like a job title: 1 with a head at its end, 0.8 within, 0.4 by its modifiers, else 0."""
    words = [w.strip("().,/").casefold() for w in WORD.findall(phrase)]
    words = [w for w in words if w]
    if not words:
        return 0.0
    tails = (" ".join(words[i:]) for i in range(max(0, len(words) - 4), len(words)))
    if any(tail in lexicon.words("roles.txt") for tail in tails) or is_head(words[-1]):
        return 0.3 if _is_trade(words) else 1.0
    if BAND.match(" ".join(words)):
        return 1.0
    if any(is_head(part) for word in words for part in (word, *word.split("/"))):
        return 0.3 if _reads_as_name(phrase) else 0.8
    if any(" ".join(words[i : i + 2]) in lexicon.words("roles.txt") for i in range(len(words) - 1)):
        return 0.8
    if words[-1] in JOB_NOUNS:
        return 0.45
    return MODIFIERS if all(w in lexicon.words("role_modifiers.txt") for w in words) else 0.0


# Trades that close the names of firms as well: "Halogen Security".
TRADES = frozenset("security care support sales nursing catering cleaning logistics design recruitment".split())


def _is_trade(words: list[str]) -> bool:
    """Whether a title's last word is a trade, behind a word that no title holds."""
    modifiers = lexicon.words("role_modifiers.txt")
    return len(words) > 1 and words[-1] in TRADES and not (words[-2] in modifiers or is_head(words[-2]))


LEVEL = re.compile(r"[IVX]+|\d+|[A-Z]{1,3}\d*|of|for|in|and|&|Band|Grade|Level|Year|-|Intern|Trainee")


def _reads_as_name(phrase: str) -> bool:
    """Whether a word of a title only begins a name in capitals: "Baker Holt LLP" is no baker."""
    words = phrase.split()
    heads = [i for i, w in enumerate(words) if is_head(w.strip("().,/").casefold())]
    behind = words[heads[-1] + 1 :] if heads else []
    foreign = [w for w in behind if not LEVEL.fullmatch(w) and w.casefold() not in lexicon.words("role_modifiers.txt")]
    return bool(foreign) and all(w[:1].isupper() for w in words)


def tidy(phrase: str) -> str:
    """A job title without articles and the word "position" around it, as the person wrote it; may be empty."""
    words = phrase.strip(" -–,.;:'\"").split()
    while words and (words[0].casefold() in ARTICLES or (len(words) > 1 and words[0].casefold() in LED)):
        words.pop(0)
    while words and words[-1].casefold().strip(".,") in JOB_NOUNS:
        words.pop()
    while words and words[-1].casefold() in HANGING:
        words.pop()
    title = " ".join(words)
    return title.title() if title.isupper() and len(title) > SHORT else title


def split(phrase: str) -> tuple[str, str] | None:
    """(name, title) of words that hold both: "Tesco cashier", "Staff Nurse Mercy General"; None where they do not."""
    if graded := BAND_LAST.match(phrase):
        return graded["name"], graded["title"]
    words = phrase.split()
    low = [w.casefold().strip(".,") for w in words]
    for size in range(min(3, len(words) - 1), 0, -1):
        if " ".join(low[:size]) in lexicon.words("famous.txt") and score(" ".join(words[size:])) >= 0.8:
            return " ".join(words[:size]), " ".join(words[size:])
    heads = [i for i, w in enumerate(low) if is_head(w)]
    if not heads or len(words) < 2:
        tail = next((i for i in range(1, len(words) - 1) if " ".join(low[i:]) in lexicon.words("roles.txt")), 0)
        return (" ".join(words[:tail]), " ".join(words[tail:])) if tail else None
    head = heads[-1]
    if head < len(words) - 1 and low[head + 1] not in JOB_NOUNS and _titled(low[: head + 1]):
        return " ".join(words[head + 1 :]), " ".join(words[: head + 1])
    first = head
    while first > 0 and (low[first - 1] in lexicon.words("role_modifiers.txt") or is_head(low[first - 1])):
        first -= 1
    return (" ".join(words[:first]), " ".join(words[first : head + 1])) if first > 0 else None


def _titled(words: list[str]) -> bool:
    """Whether all words before a head are known parts of titles, so that what follows the head is a name."""
    return all(w in lexicon.words("role_modifiers.txt") or is_head(w) for w in words[:-1])
