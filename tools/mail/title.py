"""Which job a mail is about: its title and its requisition id, as written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.mail.sentences import Sentence
from tools.mail.words.companies import LISTED
from tools.mail.words.titles import (
    AHEAD,
    BARE,
    BEYOND,
    GERMAN,
    HEADS,
    INTRODUCES,
    LEFT,
    NO_END,
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
NEXT = re.compile(r"\s+([a-z]{3,})\b")
BULLETS = " -•*·–▪►.\t"


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
                yield weight, nearer, match.group("title") + _small_head(sentence.text, match.end("title"))
        yield from _beside(sentence, found[number + 1] if number + 1 < len(found) else None, nearer)
        for match in ROMANCE.finditer(sentence.text):
            yield 4.3, nearer, match.group("title")
        for match in SMALL_ROLE.finditer(sentence.text):
            yield 2.5, nearer, match.group("title")


def _beside(sentence: Sentence, following: Sentence | None, nearer: float) -> Iterator[tuple[float, float, str]]:
    """Titles that stand alone: above the company's line on boards, or below "for the following position:"."""
    if following is None:
        return
    if LISTED.match(following.text) and len(sentence.words) <= MOST_WORDS:
        yield 3, nearer, sentence.text
    if INTRODUCES.search(sentence.text) and len(following.text.split()) <= MOST_WORDS:
        yield 5.3, nearer, re.split(r", (?=[^,]+ [·•] )", following.text)[0].strip(BULLETS)


def _small_head(text: str, end: int) -> str:
    """The word that says what somebody is where it is written small behind the rest: "Junior Web developer"."""
    word = NEXT.match(text, end)
    return word.group(0) if word and word.group(1) in HEADS else ""


def _cleaned(said: str) -> str:
    name = " ".join(NUMBER.sub(" ", BEYOND.sub("", AHEAD.sub("", said))).split())
    before = ""
    while before != name:
        before, name = name, LEFT.sub("", name.strip(TRIM))
    if name.count("(") > name.count(")"):
        name += ")"
    return LEFT.sub("", _behind_for(name))[:LONGEST]


def _behind_for(name: str) -> str:
    """What stands behind "for", where it alone says what somebody is: "Trident Energy for Safety Officer"."""
    before, _, behind = name.rpartition(" for ")
    heads = [any(_is_head(word) for word in re.findall(r"\w+", part.casefold())) for part in (before, behind)]
    return behind if before and heads == [False, True] else name


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
    if not words or len(words) > MOST_WORDS or words[-1] in NO_END or all(word in NO_TITLE for word in words):
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
