"""Which job a mail is about: its title and its requisition id, as written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.mail.sentences import Sentence
from tools.mail.words.companies import LISTED
from tools.mail.words.titles import (
    BARE,
    GERMAN,
    HEADS,
    LEFT,
    NO_TITLE,
    NUMBER,
    NUMBERED,
    PATTERNS,
    ROMANCE,
    SMALL_ROLE,
    TRIM,
)

LONGEST = 90
MOST_WORDS = 12


def title_of(found: Sequence[Sentence], company: str | None) -> str | None:
    """The job's title, or None where the mail names none."""
    best: tuple[float, str] | None = None
    for weight, nearer, said in _candidates(found):
        name = _without(_cleaned(said), company)
        score = _score(weight, name, company)
        score += nearer if score > 0 else 0
        if score > 0 and (best is None or score > best[0]):
            best = (score, name)
    return best[1] if best else None


def _candidates(found: Sequence[Sentence]) -> Iterator[tuple[float, float, str]]:
    """(how telling the form is, how near the start it stands, the words) of all that may be a title."""
    for number, sentence in enumerate(found[:40]):
        nearer = 0.5 if sentence.subject else -0.02 * number
        for weight, pattern in PATTERNS:
            if weight == 2 and not sentence.subject:
                continue
            for match in pattern.finditer(sentence.text):
                yield weight, nearer, match.group("title")
        following = found[number + 1].text if number + 1 < len(found) else ""
        if LISTED.match(following) and len(sentence.words) <= MOST_WORDS:
            yield 3, nearer, sentence.text
        for match in ROMANCE.finditer(sentence.text):
            yield 4.3, nearer, match.group("title")
        for match in SMALL_ROLE.finditer(sentence.text):
            yield 2.5, nearer, match.group("title")


def _cleaned(said: str) -> str:
    name = " ".join(NUMBER.sub(" ", said).split())
    before = ""
    while before != name:
        before, name = name, LEFT.sub("", name.strip(TRIM))
    if name.count("(") > name.count(")"):
        name += ")"
    return name[:LONGEST]


def _without(name: str, company: str | None) -> str:
    """The title without the company that stands beside it: "Cook at Acme", "Acme - Cook"."""
    if not company or company.casefold() not in name.casefold():
        return name
    said = re.escape(company)
    name = re.sub(
        rf"(?i)\s*(?:\b(?:at|with|bei|beim|chez|en|na|no|da|à|in|in der|im)|[-–—|@,])\s+(?:the )?{said}.*$", "", name
    )
    return _cleaned(re.sub(rf"(?i)^{said}(?:['’]s)?\s*[-–—|:,]?\s+", "", name))


def _score(weight: float, name: str, company: str | None) -> float:
    """How good a title these words make; 0 for none."""
    words = re.findall(r"[^\W\d_][\w'-]*", name.casefold())
    if not words or len(words) > MOST_WORDS or all(word in NO_TITLE for word in words):
        return 0
    if company and name.casefold() in (company.casefold(), f"the {company.casefold()}"):
        return 0
    pieces = {piece for word in words for piece in re.split(r"[-/]", word)} | set(words)
    if any(_is_head(piece) for piece in pieces):
        return weight + 3
    # Without a word that says what somebody is, only where the mail says that it is a position.
    return weight - 3.5 if weight >= 5 and words[0] not in NO_TITLE and len(words) <= 6 else 0


def _is_head(word: str) -> bool:
    """Whether the word, its plural or its other cases say what somebody is."""
    return any(form in HEADS for form in (word, word.removesuffix("en"))) or _in_german(word)


def _in_german(word: str) -> bool:
    """A compound that ends with what somebody is: Softwareentwicklerin."""
    return len(word) > 9 and any(word.endswith(head) for head in GERMAN)


def requisition_of(found: Sequence[Sentence]) -> str | None:
    """The employer's own number of the job, as written."""
    for pattern in (BARE, NUMBERED):
        for sentence in found[:40]:
            match = pattern.search(sentence.text)
            if match and sum(sign.isdigit() for sign in match.group("id")) >= 3:
                return match.group("id").rstrip(".")
    return None
