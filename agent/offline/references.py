"""Stage 6: "it", "the second one", "them", "the analyst one": which application a clause points at, by the focus."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from agent.offline.briefing import Briefing, Known
from storage.status import ACTIVE
from tools.focus import numbers

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "last": -1, "latter": -1, "former": 1,
    "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "último": -1, "última": -1,
    "erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3, "letzte": -1, "letzten": -1,
    "premier": 1, "première": 1, "deuxième": 2, "troisième": 3, "dernier": -1, "dernière": -1,
}  # fmt: skip
ONE = r"(?:one|application|job|role|position|entry|item|stelle|bewerbung|una|uno|oferta|candidature|offre)"
ORDINAL = re.compile(
    rf"(?:\b(?:the|la|el|le|die|der|das|den)\s+|^\W*(?:(?:and|ok|so|then)\s+)?(?=\w+\s+{ONE}\b))(?P<word>{'|'.join(ORDINALS)})\b(?!\s+(?:round|interview|"
    rf"time|week|of|day|shift|stage|year|month|line|mate|grade))(?:\s+{ONE})?"
    rf"|\b(?:number|no\.?|nr\.?|#|option)\s*(?P<digit>\d{{1,2}})\b",
    re.I,
)
# "the first and third", "the last two".
MORE = re.compile(
    rf"(?:\s*,\s*|\s+)(?:and|&|y|und|et)\s+(?:(?:the|la|el|le|die|der|das|den)\s+)?(?:(?P<word>"
    rf"{'|'.join(ORDINALS)})|(?:number|no\.?|#)?\s*(?P<digit>\d{{1,2}}))\b",
    re.I,
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "dos": 2, "tres": 3, "zwei": 2, "drei": 3, "deux": 2, "trois": 3}
ROW = re.compile(
    rf"\b(?:the|los|las|die|les)\s+(?P<end>first|top|last|bottom|primer[oa]s|últim[oa]s|ersten|letzten|"
    rf"premi[eè]re?s|derni[eè]re?s)\s+(?P<count>{'|'.join(COUNTS)}|\d)\b(?!\s+(?:days?|weeks?|months?|rounds?|"
    rf"interviews?|changes?|steps?|things?))",
    re.I,
)
MANY = re.compile(
    r"\b(?:them|those|these|all of (?:them|those|these)|both(?: of them)?|beide[nr]?|ambos|ambas|"
    r"todas ellas|las dos|los dos|les deux|"
    r"toutes les deux|tous les deux)\b",
    re.I,
)
THEY_BOTH = re.compile(
    r"\b(?:they|they're|they've)\s+(?:are\s+|have\s+)?(?:both|all)\b(?!\s+(?:the|over)\b)|\ball (?:two|"
    r"three|four|five)\b",
    re.I,
)
OTHER = re.compile(
    r"\bthe other\b(?!\s+(?:day|week|night|way|side|hand))|\b(?:die|der|das) andere\b|\b(?:la|"
    r"el) otr[ao]\b|\bl'autre\b",
    re.I,
)
ONE_OF = re.compile(
    rf"\b(?:it|it's|its|that {ONE}|this {ONE}|this|that|the (?:same )?{ONE}|same (?:one|place|company)|"
    rf"there|they|they've|they're|they'd|they'll|he|she|he's|she's|ils|elles?|sie|er|ellos|eso|esa|ese|lo|"
    rf"la misma|es|das|diese|dort|la|ça|celle-là|celui-là|ça|là-bas)\b",
    re.I,
)
DESCRIBED = re.compile(
    rf"\b(?:the|my|that|der|die|das|el|la|le|los?)\s+(?P<words>[^\s,.!?]+(?:\s+[^\s,.!?]+){{0,3}}?)\s+{ONE}\b", re.I
)


def resolve(text: str, briefing: Briefing) -> tuple[int, ...]:
    """Ids of the applications a clause points at without naming a company; empty where it points at none."""
    row = ROW.search(text)
    if row:
        return _row(row, briefing)
    ordinal = ORDINAL.search(text)
    if ordinal:
        more = MORE.match(text, ordinal.end())
        return tuple(dict.fromkeys([*_nth(ordinal, briefing), *(_nth(more, briefing) if more else ())]))
    found = described(text, briefing) or other(text, briefing)
    if found:
        return found
    if MANY.search(text) or THEY_BOTH.search(text):
        return _many(briefing)
    if ONE_OF.search(text):
        return subject(briefing)
    return ()


def subject(briefing: Briefing) -> tuple[int, ...]:
    """The one application the conversation is about: the last receipt's or card's, else the only one listed."""
    about = numbers(briefing.focus.subject, "application") or numbers(briefing.focus.listed, "application")
    return about if len(about) == 1 else ()


def other(text: str, briefing: Briefing) -> tuple[int, ...]:
    """The one of two that was not meant at first ("the other one"): at the company, in the last list, or going on."""
    about = subject(briefing)
    if not about or not OTHER.search(text):
        return ()
    company = next((k.company for k in briefing.applications if k.id == about[0]), None)
    listed = numbers(briefing.focus.listed, "application")
    goes_on = [k.id for k in briefing.applications if k.status in ACTIVE or k.id == about[0]]
    for pool in ([k.id for k in briefing.applications if k.company == company], listed, goes_on):
        rest = tuple(i for i in pool if i != about[0])
        if len(rest) == 1 and about[0] in pool:
            return rest
    return ()


def described(text: str, briefing: Briefing) -> tuple[int, ...]:
    """The one application whose title the words describe ("the analyst one"); those in focus come first."""
    match = DESCRIBED.search(text)
    if not match:
        return ()
    near = {*numbers(briefing.focus.subject, "application"), *numbers(briefing.focus.listed, "application")}
    for pool in ([a for a in briefing.applications if a.id in near], list(briefing.applications)):
        hits = described_by(match.group("words"), pool)
        if len(hits) == 1:
            return (hits[0].id,)
    return ()


def described_by(words: str, pool: list[Known]) -> list[Known]:
    """The applications whose title or company holds all these words, slips allowed."""
    said = [w for w in re.findall(r"\w+", words.casefold()) if w not in ("one", "role", "job")]
    found = []
    for known in pool:
        have = re.findall(r"\w+", f"{known.company} {known.title or ''}".casefold())
        if said and all(
            any(
                h == w or (len(w) > (2 if len(said) > 1 else 3) and (h.startswith(w) or fuzz.ratio(h, w) >= 84))
                for h in have
            )
            for w in said
        ):
            found.append(known)
    return found


def _row(match: re.Match[str], briefing: Briefing) -> tuple[int, ...]:
    """The first or last few of the list on the screen."""
    said = match.group("count").casefold()
    count = int(said) if said.isdigit() else COUNTS[said]
    listed = numbers(briefing.focus.listed, "application") or numbers(briefing.focus.subject, "application")
    return listed[-count:] if re.match("last|bottom|últim|letzt|derni", match.group("end"), re.I) else listed[:count]


def _nth(match: re.Match[str], briefing: Briefing) -> tuple[int, ...]:
    number = int(match.group("digit")) if match.group("digit") else ORDINALS[match.group("word").casefold()]
    listed = numbers(briefing.focus.listed, "application") or numbers(briefing.focus.subject, "application")
    if number == -1:
        return listed[-1:]
    return listed[number - 1 : number]


def _many(briefing: Briefing) -> tuple[int, ...]:
    about, listed = (numbers(refs, "application") for refs in (briefing.focus.subject, briefing.focus.listed))
    return about if len(about) > 1 else listed or about
