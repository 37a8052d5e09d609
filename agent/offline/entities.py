"""Stage 2: the mentions in a message that have a form of their own: links, dates, pay, ways of working, known names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from agent.offline import lexicon, names, roles
from tools import money, when


@dataclass(frozen=True)
class Mention:
    """A stretch of the message and what it is; `value` is its canonical form where the kind has one."""

    kind: str
    start: int
    end: int
    text: str
    value: str = ""


# A well-known employer's name, which is one name whatever words it holds.
FAMOUS = "famous"
URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+[^\s<>\"')\].,;!?]|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|co|"
    r"uk|ie|ca|au|nz|in|us|eu|ch|at|it|nl|be|pl|pt|se|mx|ar|app|dev|ai|info|gov|edu|careers|work|example|de|fr|"
    r"es|jobs)/[^\s<>\"')]+",
    re.I,
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w.,$€£])(?:\+\d{1,3}[\s./-]?)?(?:\(\d{1,5}\)[\s./-]?)?\d{2,6}(?:[\s./-]\d{2,7}){1,4}(?![\w%])|"
    r"(?<![\w.,$€£])(?:\+|0)\d{8,14}(?![\w%])"
)
HOUR_COLON = re.compile(r"(?<=\d[:.]\d\d):(?=\s)")
# People's names that are months or days as well: "referred by Sam Ortiz".
FIRST_NAME = re.compile(r"(?:Sam|Mar|Jan|April|May|June|August|Dom)\s+[A-ZÀ-Þ][a-zß-ÿ]{2,}")
HASHTAG = re.compile(r"(?<!\w)#(?!\d+\b)([\w-]{2,40})")
NUMBER_REF = re.compile(r"(?<!\w)#(\d{1,9})\b")
QUOTED = re.compile(r'"([^"]{2,})"')


def find(text: str, known: Sequence[str] = ()) -> list[Mention]:
    """All mentions, left to right, without overlap; `known` are names of companies that the person already has."""
    taken: list[Mention] = []
    for finder in _FINDERS:
        for mention in finder(text):
            _take(taken, mention)
        if finder is _links:
            for found in names.find(text, known):
                _take(taken, Mention("company", *found))
            for start, end in lexicon.found(text, "famous.txt"):
                _take(taken, Mention(FAMOUS, start, end, text[start:end]))
    return sorted((m for m in taken if not _part_of_name(text, m)), key=lambda m: m.start)


def told(text: str, mentions: Sequence[Mention], companies: Sequence[str], after: int) -> list[Mention]:
    """The mentions, with the companies that the message itself has told of found in its words from `after` on."""
    taken = list(mentions)
    for start, end, words, company in names.find(text[after:], companies):
        _take(taken, Mention("company", start + after, end + after, words, company))
    return sorted(taken, key=lambda m: m.start)


# Before a place where something was found these lead to an employer of that name: "applied to LinkedIn".
EMPLOYER = re.compile(
    r"\b(?:at|to|for|bei|chez|a|en|"
    r"(?:offers?|rejection|rejected|call|invite|invitation|interview|news|reply) (?:from|by|with))\s+$",
    re.I,
)
# The last of a list of names: "Stripe, Datadog and Indeed".
LISTED = re.compile(r",[^,;.]*\b(?:and|und|y|et)\s+$", re.I)
# Behind it these say the same: "Indeed turned me down".
ACTS = re.compile(
    r"\s+(?:(?:have|has|just|also|finally|already)\s+)*(?:rejected|turned|said (?:no|yes)|ghosted|offered|declined|"
    r"passed on|invited|wants?)\b",
    re.I,
)
HEAD_NEXT = re.compile(r"\s+(?P<first>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")


def _part_of_name(text: str, m: Mention) -> bool:
    """Whether a listed word belongs to a job title ("video editor") or is an employer's name ("applied to Indeed")."""
    if m.kind == "source":
        listed = LISTED.search(text[: m.start]) and not re.match(r"\s*[^\W\d_]", text[m.end :])
        employs = (
            listed or EMPLOYER.search(text[: m.start]) or (not text[: m.start].strip() and ACTS.match(text, m.end))
        )
        return bool(employs) and m.text.casefold() == m.value
    following = HEAD_NEXT.match(text, m.end) if m.kind == "kind" else None
    return following is not None and any(roles.is_head(w.casefold()) for w in following.groups() if w)


def _take(taken: list[Mention], mention: Mention) -> None:
    if all(mention.end <= other.start or mention.start >= other.end for other in taken):
        taken.append(mention)


ZONE = re.compile(r"\d\s?(?:am|pm|a\.m\.|p\.m\.)\s+$|\d[:.]\d\d\s+$", re.I)


def _listed(kind: str, name: str) -> Callable[[str], Iterator[Mention]]:
    def found(text: str) -> Iterator[Mention]:
        table = lexicon.table(name)
        for start, end in lexicon.listed(text, name):
            words = text[start:end]
            said = re.sub(r"[\s-]+", " ", words.casefold())
            if words.isupper() and ZONE.search(text[:start]):
                continue  # "10 am PT": where the hour is meant
            value = table.get(words.casefold()) or table.get(said) or table.get(said.replace(" ", "-"), "")
            yield Mention(kind, start, end, words, value)

    return found


# What has signs of its own is not looked for in a text without them.
_SIGNED = (
    ("url", URL, ("/", "www.")),
    ("email", EMAIL, ("@",)),
    ("ref", NUMBER_REF, ("#",)),
    ("hashtag", HASHTAG, ("#",)),
)


def _links(text: str) -> Iterator[Mention]:
    low = text.lower()
    for kind, pattern, signs in _SIGNED:
        for match in pattern.finditer(text) if any(sign in low for sign in signs) else ():
            yield Mention(kind, *match.span(), match.group(), match.group(1 if pattern.groups else 0))


def _pay(text: str) -> Iterator[Mention]:
    for found in money.find(text):
        yield Mention("money", found.start, found.end, found.text)


def _times(text: str) -> Iterator[Mention]:
    # "14:30: sign it": the colon behind an hour ends it.
    for found in when.find(HOUR_COLON.sub(" ", text)):
        if FIRST_NAME.match(text, found.start):
            continue
        kind = "duration" if found.is_duration else "range" if found.is_range and not found.has_time else "when"
        yield Mention(kind, found.start, found.end, found.text, "day" if found.has_day else "time")


def _phones(text: str) -> Iterator[Mention]:
    for match in PHONE.finditer(text):
        if sum(c.isdigit() for c in match.group()) >= 7:
            yield Mention("phone", match.start(), match.end(), match.group())


_FINDERS: tuple[Callable[[str], Iterator[Mention]], ...] = (
    _links,
    _pay,
    # Before the times: "zero hours", "3 days in the office", "6 month contract".
    _listed("mode", "work_modes.txt"),
    _listed("type", "employment_types.txt"),
    _times,
    _phones,
    _listed("kind", "interview_kinds.txt"),
    _listed("source", "sources.txt"),
)


def of_kind(mentions: Iterable[Mention], *kinds: str) -> list[Mention]:
    """The mentions of these kinds, in order."""
    return [mention for mention in mentions if mention.kind in kinds]


def mask(text: str, mentions: Iterable[Mention]) -> str:
    """The text with each mention replaced by `<kind>`, for the intent stage."""
    parts, at = [], 0
    for mention in mentions:
        if mention.kind in ("kind", "source", "hashtag"):
            continue
        if mention.kind == FAMOUS:
            mention = replace(mention, kind="company")
        parts += [text[at : mention.start], f" <{mention.kind}> "]
        at = mention.end
    return "".join([*parts, text[at:]])
