"""Stage 5b: which chunks of a clause are companies, which a job title, a place or a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.offline import lexicon, places, roles
from agent.offline.chunks import COMPANY_LEADS, FOR_LEADS, JOINERS, ROLE_LEADS, Chunk, cut
from agent.offline.entities import Mention

MAX_NAME_WORDS = 6


@dataclass
class Slots:
    """What a clause names. `pairs` holds (company, title or None), one for each application meant."""

    pairs: list[tuple[str, str | None]] = field(default_factory=list)
    title: str | None = None
    place: str | None = None
    people: list[str] = field(default_factory=list)
    known: bool = False
    rest: list[Chunk] = field(default_factory=list)

    @property
    def company(self) -> str | None:
        """The first company named, or None."""
        return self.pairs[0][0] if self.pairs else None


def read(text: str, mentions: Sequence[Mention], *, people: bool = False) -> Slots:
    """The companies, title, place and people of a clause; with `people` a second "with …" is a person."""
    chunks = cut(text, mentions)
    slots = Slots(known=any(m.kind == "company" for m in mentions))
    plain = [chunk for chunk in chunks if chunk.mention is None or chunk.mention.kind == "company"]
    plain = _take_places(slots, plain)
    plain = _take_titles(slots, plain)
    plain = _take_people(slots, plain) if people else plain
    _take_companies(slots, plain)
    return slots


def _take_places(slots: Slots, chunks: list[Chunk]) -> list[Chunk]:
    left: list[Chunk] = []
    skip = False
    for chunk, after in zip(chunks, [*chunks[1:], None], strict=True):
        if skip:
            skip = False
        elif chunk.mention is None and places.is_region(after.text if after and after.lead == "," else "") and after:
            slots.place = slots.place or f"{chunk.text}, {after.text}"
            skip = True
        elif chunk.mention is None and not slots.place and _is_place(chunk, left):
            slots.place = chunk.text
        else:
            left.append(chunk)
    return left


def _is_place(chunk: Chunk, before: list[Chunk]) -> bool:
    if chunk.lead in ("in", "near", "around", "en", "à", "dans"):
        named = chunk.text[:1].isupper() and roles.score(chunk.text) == 0
        return (named and (chunk.lead != "en" or bool(before))) or places.is_city(chunk.text)
    return chunk.lead in ("-", ",", "(", "|", "") and bool(before) and places.is_city(chunk.text)


def _take_titles(slots: Slots, chunks: list[Chunk]) -> list[Chunk]:
    """Chunks that are job titles; one that follows its company pairs with it when there are several companies."""
    scored = [(0.0 if c.mention else _title_score(c), c) for c in chunks]
    best = max((s for s, _ in scored), default=0.0)
    left: list[Chunk] = []
    for s, chunk in scored:
        if s >= 0.5 and s >= best - 0.3 and roles.tidy(chunk.text):
            slots.title = slots.title or roles.tidy(chunk.text)
            left.append(Chunk("title", roles.tidy(chunk.text), chunk.start, chunk.end))
        else:
            left.append(chunk)
    return left


def _title_score(chunk: Chunk) -> float:
    s = roles.score(chunk.text)
    if s >= 0.8 and chunk.text[:1].isupper() and chunk.lead in COMPANY_LEADS and roles.split(chunk.text):
        return 0.0
    if chunk.lead in ROLE_LEADS - FOR_LEADS:
        s += 0.6
    elif chunk.lead in FOR_LEADS and s:
        s += 0.3
    elif chunk.lead in COMPANY_LEADS:
        s -= 0.35
    return s


def _take_people(slots: Slots, chunks: list[Chunk]) -> list[Chunk]:
    others = [c for c in chunks if c.mention is not None or c.lead in COMPANY_LEADS - {"with", "by", "mit", "con", "avec"}]
    left: list[Chunk] = []
    for chunk in chunks:
        withs = chunk.lead in ("with", "mit", "con", "avec", "by") and chunk.mention is None
        if withs and (others or any(c.lead == "with" for c in left)) and _person(chunk.text):
            slots.people.append(chunk.text)
        elif chunk.lead == "and" and slots.people and _person(chunk.text) and chunk.mention is None:
            slots.people.append(chunk.text)
        else:
            left.append(chunk)
    return left


def _person(text: str) -> bool:
    return len(text.split()) <= 4 and bool(re.match(r"[^\W\d_]", text)) and text.casefold() not in lexicon.words("not_companies.txt")


def _take_companies(slots: Slots, chunks: list[Chunk]) -> None:
    known = [c for c in chunks if c.mention is not None]
    candidates = known or _unknown(chunks)
    if not candidates:
        slots.rest = chunks
        return
    first = candidates[0]
    row = [first]
    titles: dict[int, str] = {}
    for chunk in chunks[chunks.index(first) + 1 :]:
        if chunk.lead == "title":
            titles.setdefault(len(row) - 1, chunk.text)
        elif chunk in known or (_in_list(chunk, row) and _nameable(chunk)):
            row.append(chunk)
    several = len(titles) > 1 or (len(row) > 1 and len(titles) == 1 and 0 in titles)
    for index, chunk in enumerate(row):
        title = titles.get(index) if several else None
        slots.pairs.append((tidy(chunk.text), title or (slots.title if not several or len(titles) == 1 else None)))
    slots.rest = [c for c in chunks if c not in row and c.lead != "title"]


def _unknown(chunks: list[Chunk]) -> list[Chunk]:
    """Chunks that may name a company nobody has heard of yet, the likeliest first in place."""
    named = [c for c in chunks if _nameable(c)]
    for wanted in (
        lambda c: c.lead in COMPANY_LEADS - {"in", "a", "of", "de"},
        lambda c: c.lead in FOR_LEADS | {"in", "a", "of", "de"},
        lambda c: c.text[:1].isupper(),
        lambda c: c.start == 0,
        lambda c: True,
    ):
        found = [c for c in named if wanted(c)]
        if found:
            return found[:1]
    return []


def _in_list(chunk: Chunk, row: list[Chunk]) -> bool:
    return chunk.lead in {",", "and", "/", "&", ";"} | JOINERS and len(chunk.text.split()) <= 4 and chunk.start >= row[-1].end


def _nameable(chunk: Chunk) -> bool:
    low = chunk.text.casefold()
    if chunk.lead == "title" or not re.search(r"[^\W_]", low) or len(low.split()) > MAX_NAME_WORDS:
        return False
    if chunk.mention is not None:
        return True
    words = re.findall(r"[\w']+", low)
    return not all(w in lexicon.words("not_companies.txt") or w.isdigit() for w in words) and len(low) > 1


def tidy(name: str) -> str:
    """A company's name without quotes and a possessive; all-lower-case and shouted names get capitals."""
    name = re.sub(r"'s$", "", name.strip(" \"'.,;:-–"))
    if name.islower() or (name.isupper() and len(name) > 5):
        return " ".join(w[:1].upper() + w[1:].lower() if w[:1].isalpha() else w for w in name.split())
    return name
