"""Stage 5b: which chunks of a clause are companies, titles, places or people, and which belong together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from agent.offline import lexicon, listed, places, roles, vocabulary
from agent.offline.chunks import Chunk, cut, is_mixed
from agent.offline.entities import Mention
from agent.offline.smallwords import COMPANY_LEADS, FOR_LEADS, JOB_NOUNS, JOINERS, ROLE_LEADS

ELIDED = re.compile(r"^(?:l|d|j|m|n|s|t|c|qu)['’](?=\w)")
MAX_NAME_WORDS = 6
MAX_LISTED = 3  # words of a name in a list in small letters
EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
AS = ROLE_LEADS - FOR_LEADS
WITH = frozenset(("with", "mit", "con", "avec", "by"))
LIST_LEADS = frozenset((",", "/", ";", "+")) | JOINERS
# These lead to where a job was found, or who helped.
AGENT_LEADS = frozenset(("via", "through", "über", "par"))
PLACED = re.compile(
    r"(?:(?:town|city|site|plant|planta|standort|location|area|ort|ciudad|ville)(?: of| de| is|"
    r" ist)? (?P<behind>.+)|(?P<before>.+?) (?:site|branch|office|store|campus|depot|area|based|plant|"
    r"filiale))",
    re.I,
)
# Leads that may mean a place or a language as well as an employer.
ACTS = re.compile(
    r"\W{1,2}(?:(?:have|has|had|just|also|finally|already|now|today|yesterday|hat|haben|han|ha|a|ont|me|mich|mir|m')\s*)*"
    r"(?:rejected|turned|said (?:no|yes)|ghosted|offered|declined|passed on|invited|wants?|abgelehnt|abgesagt|zugesagt|"
    r"rechaz\w+|refusé)\b",
    re.I,
)
# Behind these stands an employer, though a town may have the same name: "applied to Wayne".
TO = frozenset(("to", "bei", "beim", "chez"))
# "at their Berlin office": a place of the employer that is spoken of.
THEIRS = re.compile(r"\b(?:their|its|ihrem|ihrer|su|leur)\s+$", re.I)
LABEL = re.compile(
    r"\b(?:role|job|job title|position|title|post|stelle|beruf|puesto|cargo|vacante|poste|intitulé)"
    r"(?:\s+(?:is|was|ist|war|es|era|est|était))?\s*[:=–-]?\s*$",
    re.I,
)
# Somebody is met, not an employer: "entretien avec M. Durand".
HONORIFIC = re.compile(
    r"(?:M\.|Mr\b\.?|Mrs\b\.?|Ms\b\.?|Miss\b|Mme\b|Mlle\b|Monsieur|Madame|Herrn?\b|Frau\b|Sra?\b\.?|Señora?\b)\s"
)
# Somebody of whom more is said is no job of a list: "for prep, manager was cool".
SUBJECT = re.compile(r"\s+(?:was|is|seem(?:s|ed)|said|told|took|will|wants?|has|had)\b", re.I)
TEST_NEXT = re.compile(r"\s+(?:tests?|assessments?|exams?|tasks?)\b", re.I)
ARTICLE_LAST = re.compile(r"\b(?:an?|my|another|some)\s+$", re.I)
# In small letters behind a name these are no part of it: "failed the Vercel test".
TESTS = frozenset(("test", "assessment", "exam"))
CODE = 2  # letters of a state's short form
# A kind of employer in small letters before a name in capitals is no part of it: "restaurant La Tavola".
KIND_FIRST = re.compile(r"^(?:restaurant|company|firm|factory|agency|shop|store|place|business)\s+(?=[A-ZÀ-Þ])")
SMALL = JOINERS | frozenset("of the de la del der die das du des".split())
PARTS = frozenset("central downtown midtown uptown inner greater north south east west northern southern".split())
WEAK_LEADS = frozenset(("in", "a", "of", "de", "en"))


@dataclass
class Slots:
    """What a clause names. `pairs` holds (company, title or None), one for each application meant.

    `known`: the person has the company already; `sure`: it stands where only an employer can stand;
    `named`: it can only be a name, wherever it stands.
    """

    pairs: list[tuple[str, str | None]] = field(default_factory=list)
    title: str | None = None
    place: str | None = None
    people: list[str] = field(default_factory=list)
    agent: str | None = None
    known: bool = False
    sure: bool = False
    named: bool = False

    @property
    def company(self) -> str | None:
        """The first company named, or None."""
        return self.pairs[0][0] if self.pairs else None


def read(text: str, mentions: Sequence[Mention], *, people: bool = False) -> Slots:
    """The companies, titles, place and people of a clause; with `people` a second "with …" is a person."""
    slots = Slots(known=any(m.kind == "company" for m in mentions))
    cuts = listed.parted(cut(text, mentions), mixed=is_mixed(text))
    chunks = [c for c in _employers(cuts) if c.mention or not (_is_theirs(c, text) or _is_of_test(c, text))]
    titles = _titles(chunks, text)
    chunks = _take_people(slots, chunks, titles) if people else chunks
    titles = titles[1:] if _leads_title(titles) else titles
    companies = _companies(chunks, titles, is_mixed(text))
    _take_place(slots, chunks, titles, companies)
    companies = [c for c in companies if tidy(c.text) != slots.place]
    titles = titles or _title_for(chunks, companies) or _labelled(chunks, companies, text) or _faint(chunks, companies)
    titles += [c for c in chunks if c not in titles and _in_brackets(c, chunks, companies)]
    slots.agent = next(
        (tidy(c.text) for c in chunks if c.lead in AGENT_LEADS and c not in companies + titles and _nameable(c)), None
    )
    slots.sure = slots.known or any(c.lead in COMPANY_LEADS - WEAK_LEADS or _acts(c, text) for c in companies)
    capitals = is_mixed(text) and not vocabulary.GERMAN.search(text)
    slots.named = slots.sure or any(vocabulary.is_name(c.text, capitals=capitals and c.start > 0) for c in companies)
    names = {c.start: roles.tidy(c.text) for c in titles}
    slots.title = next(iter(names.values()), None)
    slots.pairs = _pairs([c for c in chunks if c in titles or c in companies], titles, names)
    if not companies and titles and titles[0].lead not in AS:
        _split_titles(slots, titles)
    if slots.title is None and (not is_mixed(text) or _graded(companies)) and len(companies) == len(slots.pairs):
        _part_small(slots, companies)
    return slots


def _graded(companies: list[Chunk]) -> bool:
    """Whether a name goes on with the grade or licence of its job: "Maritime Transport class 1"."""
    return any(roles.BAND_LAST.match(c.text) for c in companies if c.mention is None)


def _part_small(slots: Slots, companies: list[Chunk]) -> None:
    """In small letters nothing shows where a name ends: "applied to walmart driver" names a job title as well."""
    for number, chunk in enumerate(companies):
        found = roles.split(chunk.text) if chunk.mention is None else None
        if found and chunk.text.endswith(found[1]) and found[0] not in lexicon.words("not_companies.txt"):
            slots.pairs[number] = (tidy(found[0]), roles.tidy(found[1]))
            slots.title = slots.title or slots.pairs[number][1]


def _is_theirs(chunk: Chunk, text: str) -> bool:
    """Whether words behind "their" name a place of the employer, and no job: "for their Events Coordinator role"."""
    return THEIRS.search(text[: chunk.start]) is not None and roles.score(chunk.text) < roles.TITLE


def _is_of_test(chunk: Chunk, text: str) -> bool:
    """Whether words in small letters say which test or trial is spoken of: "want me for a driving assessment"."""
    behind = TEST_NEXT.match(text, chunk.end) if chunk.mention is None and chunk.text.islower() else None
    return behind is not None and ARTICLE_LAST.search(text[: chunk.start]) is not None


def _acts(chunk: Chunk, text: str) -> bool:
    """Whether a name is the subject of what only an employer does: "Lidl turned me down"."""
    return not chunk.lead and ACTS.match(text, chunk.end) is not None


def _employers(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks that may be a company, title or place: no other mentions, and nobody who referred the person."""
    referrer = [
        b
        for a, b in itertools.pairwise(chunks)
        if a.mention and a.mention.kind == "source" and b.lead in ("from", "by", "von", "de")
    ]
    return [c for c in chunks if (c.mention is None or c.mention.kind == "company") and c not in referrer]


def _titles(chunks: list[Chunk], text: str) -> list[Chunk]:
    scored = [(0.0 if c.mention else _title_score(c), c) for c in chunks]
    best = max((s for s, _ in scored), default=0.0)
    placed = [
        c for c, after in itertools.pairwise(chunks) if _stands_as_title(c, after, chunks) or _is_job_at(c, after)
    ]
    return placed + [
        c
        for s, c in scored
        if s >= 0.5
        and (s >= best - 0.3 or s >= 0.8 or c.lead in AS)
        and _wordy(c)
        and c not in placed
        and not _led_by_employer(c)
        and not (c.lead in LIST_LEADS and SUBJECT.match(text, c.end))
    ]


def _leads_title(titles: list[Chunk]) -> bool:
    """Whether the first of two titles is a name that is a trade as well: "Schneider, team driver"."""
    if len(titles) < 2 or titles[0].lead or titles[0].start:
        return False
    first, second = titles[:2]
    return (
        second.lead in (",", "-", ":") and " " not in first.text and first.text[:1].isupper() and second.text.islower()
    )


def _led_by_employer(chunk: Chunk) -> bool:
    """Whether words in small letters begin with a well-known employer: "mcdonalds team member"."""
    return chunk.text.islower() and chunk.text.split()[0] in lexicon.words("employers.txt") and " " in chunk.text


def _wordy(chunk: Chunk) -> bool:
    """Whether a title is left without the word "roles" behind it: not of "2 roles"."""
    return re.search(r"[^\W\d_]", roles.tidy(chunk.text)) is not None


def _in_brackets(chunk: Chunk, chunks: list[Chunk], companies: list[Chunk]) -> bool:
    """Whether words stand in brackets just behind a company: "House of Yes (performer)"."""
    at = chunks.index(chunk)
    beside = at > 0 and chunks[at - 1] in companies and chunk.lead == "("
    return beside and chunk.mention is None and not is_town(chunk.text) and len(chunk.text.split()) <= 6


def _stands_as_title(chunk: Chunk, after: Chunk, chunks: list[Chunk]) -> bool:
    """Whether unknown words stand where another title of the list stands: "mate with A and engine hand with B"."""
    if chunk.mention or chunk.lead not in LIST_LEADS | {""} or after.lead not in COMPANY_LEADS - WEAK_LEADS:
        return False
    beside = [(a, b) for a, b in itertools.pairwise(chunks) if b.lead == after.lead and a is not chunk]
    return any(roles.score(a.text) >= 0.8 for a, _ in beside) and len(chunk.text.split()) <= 5


def _is_job_at(chunk: Chunk, after: Chunk) -> bool:
    """Whether words in small letters before "job" and an employer are its title: "tramping job at Turners"."""
    words = chunk.text.casefold().split()
    if (
        chunk.mention
        or not words
        or words.pop() not in JOB_NOUNS
        or after.lead not in COMPANY_LEADS - WEAK_LEADS - WITH
    ):
        return False
    plain = lexicon.words("not_companies.txt")
    return chunk.text.islower() and any(w.isalpha() and w not in plain for w in words) and len(words) <= 5


def _title_for(chunks: list[Chunk], companies: list[Chunk]) -> list[Chunk]:
    """Unknown words after "for" that stand beside a company are what was applied for."""
    found = [c for c in chunks if c.lead in FOR_LEADS and c not in companies and c.mention is None]
    return [c for c in found if companies and len(c.text.split()) <= 5 and _nameable(c)][:1]


def _labelled(chunks: list[Chunk], companies: list[Chunk], text: str) -> list[Chunk]:
    """What stands behind a word like "role:" is the title, whatever it is."""
    found = [c for c in chunks if c not in companies and c.mention is None and LABEL.search(text[: c.start])]
    return [c for c in found if len(c.text.split()) <= MAX_NAME_WORDS][:1]


def _faint(chunks: list[Chunk], companies: list[Chunk]) -> list[Chunk]:
    """Behind a company even words that only begin like a title are one: "Laborleiter Analytik"."""
    if not companies:
        return []
    after = [c for c in chunks if c.start > companies[0].start and c not in companies and c.mention is None]
    likely = [c for c in after if c.lead in (",", ":", "-", "(", "") and _nameable(c)]
    return [c for c in likely if roles.score(c.text) not in (0, roles.MODIFIERS)][:1]


def _title_score(chunk: Chunk) -> float:
    s = roles.score(chunk.text)
    if chunk.lead in ROLE_LEADS - FOR_LEADS:
        return s + 0.6 if s or len(chunk.text.split()) <= 4 else 0.0
    if chunk.lead in FOR_LEADS and s:
        return s + 0.3
    if chunk.lead in WITH | {"to"}:  # who took the papers: "left it with the manager"
        return s - 0.55
    if chunk.lead in COMPANY_LEADS:
        return s - 0.55 if s < 1 or chunk.text[:1].isupper() else s - 0.3
    return s


def _take_people(slots: Slots, chunks: list[Chunk], titles: list[Chunk]) -> list[Chunk]:
    """Take the people out: "with …" beside a company that stands elsewhere, and those joined to them."""
    left: list[Chunk] = []
    for chunk in chunks:
        company = slots.known or any(c.lead in COMPANY_LEADS for c in left if c not in titles)
        joined = chunk.lead == "and" and slots.people and chunk.text[:1].isupper()
        if chunk.mention is None and _person(chunk.text) and ((chunk.lead in WITH and company) or joined):
            slots.people.append(chunk.text)
        else:
            left.append(chunk)
    return left


def _person(text: str) -> bool:
    words = text.casefold().split()
    return (
        len(words) <= 4 and words[0][:1].isalpha() and not any(w in lexicon.words("not_companies.txt") for w in words)
    )


def _companies(chunks: list[Chunk], titles: list[Chunk], mixed: bool) -> list[Chunk]:
    known = [c for c in chunks if c.mention is not None]
    named = [c for c in chunks if c not in titles and _nameable(c)]
    bracketed = [c for c, after in itertools.pairwise(chunks) if after.lead == "(" and c in named]
    first = known[:1] or [c for c in bracketed[:1] if has_capital(c.text)] or _unknown(named, mixed)
    if not first:
        return []
    first = first if known else _listed_before(first, chunks, titles, mixed)
    found = list(first)
    last = first[0]
    for chunk in chunks[chunks.index(first[0]) + 1 :]:
        capital = has_capital(chunk.text) or not mixed or chunk in known
        strong = capital and (
            chunk.lead in COMPANY_LEADS - WEAK_LEADS - WITH
            or (chunk.lead in COMPANY_LEADS and chunk.lead == first[0].lead)
        )
        listed = chunk.lead in LIST_LEADS and capital and len(chunk.text.split()) <= 4
        if chunk in known or (
            chunk not in titles
            and _nameable(chunk)
            and not known
            and (strong or (listed and _near(chunk, last, chunks, titles)))
        ):
            found.append(chunk)
            last = chunk
    return found


def _listed_before(first: list[Chunk], chunks: list[Chunk], titles: list[Chunk], mixed: bool) -> list[Chunk]:
    """In small letters, the first name of the list in which a well-known employer stands: "to costa, nero and ups"."""
    at = chunks.index(first[0])
    while not mixed and chunks[at].lead in LIST_LEADS and (earlier := _item_before(chunks, at, titles)) is not None:
        at = earlier
    return first if chunks[at].lead not in TO | {"at"} else [chunks[at]]


def _item_before(chunks: list[Chunk], at: int, titles: list[Chunk]) -> int | None:
    """Where the item before one of a list stands, over the title behind its name; None where none does."""
    before = at - 1
    if before > 0 and chunks[before] in titles and not chunks[before].lead:
        before -= 1
    return before if before >= 0 and _may_be_listed(chunks[before], titles) else None


def _may_be_listed(chunk: Chunk, titles: list[Chunk]) -> bool:
    return chunk.mention is None and chunk not in titles and _nameable(chunk) and len(chunk.text.split()) <= MAX_LISTED


def has_capital(text: str) -> bool:
    """Whether a name has a capital anywhere ("thredUP", "100 Montaditos")."""
    return any(c.isupper() for c in text)


def _near(chunk: Chunk, last: Chunk, chunks: list[Chunk], titles: list[Chunk]) -> bool:
    """Whether only a job title stands between a list's last company and this chunk."""
    between = chunks[chunks.index(last) + 1 : chunks.index(chunk)]
    titled = any(c in titles and c.lead != "(" for c in chunks[: chunks.index(chunk)])
    follows = chunks[chunks.index(chunk) + 1 : chunks.index(chunk) + 2]
    if any(c.lead == "(" for c in follows):
        return True
    if titled and chunk.lead != "and" and not any(c in titles for c in follows):
        return False
    return all(c in titles or c.lead == "(" for c in between) and not is_town(chunk.text)


def _unknown(named: list[Chunk], mixed: bool) -> list[Chunk]:
    """The chunk that names a company nobody has heard of yet."""
    tests: tuple[Callable[[Chunk], bool], ...] = (
        lambda c: not mixed and c.text.casefold() in lexicon.words("famous.txt") | lexicon.words("employers.txt"),
        lambda c: c.lead in COMPANY_LEADS - WEAK_LEADS - WITH and (not mixed or c.text[:1].isupper()),
        lambda c: c.lead in COMPANY_LEADS - WEAK_LEADS,
        lambda c: c.lead in FOR_LEADS | WEAK_LEADS and (not mixed or c.text[:1].isupper()) and not is_town(c.text),
        lambda c: mixed and c.text[:1].isupper() and c.lead not in AGENT_LEADS,
        lambda c: c.text[:1].isupper(),
        lambda c: c.start == 0,
        lambda c: not mixed and c.lead in LIST_LEADS | {""},
    )
    elsewhere = [c for c in named if c.lead in TO or not is_town(c.text)]
    elsewhere = elsewhere if any(has_capital(c.text) for c in elsewhere) or not mixed else named
    for test in tests:
        found = [c for c in elsewhere if test(c)]
        if found:
            return found[:1]
    return []


def _nameable(chunk: Chunk) -> bool:
    if chunk.mention is not None:
        return True
    low = ELIDED.sub("", tidy(chunk.text).casefold())
    if chunk.lead in WITH and (
        HONORIFIC.match(chunk.text) or (chunk.text.islower() and roles.is_head(low.split()[-1]))
    ):
        return False
    if (
        low.removesuffix("'s") in lexicon.words("not_companies.txt")
        or not re.search(r"[^\W_]", low)
        or len(low.split()) > MAX_NAME_WORDS
        or len(low) < 2
    ):
        return False
    words = re.findall(r"[\w']+", low)
    return not all(w in lexicon.words("not_companies.txt") or w.isdigit() for w in words)


def _take_place(slots: Slots, chunks: list[Chunk], titles: list[Chunk], companies: list[Chunk]) -> None:
    named = [c for c in companies if c.mention is not None] or companies
    for chunk, after in zip(chunks, [*chunks[1:], None], strict=False):
        said = PLACED.fullmatch(chunk.text)
        if said and chunk not in titles and named and chunk is not named[0]:
            slots.place = tidy(said.group("behind") or said.group("before"))
            companies[:] = [c for c in companies if c is not chunk]
            return
        if (
            chunk.mention is not None
            or chunk in titles
            or (after in titles and after is not None and after.lead == "(")
        ):
            continue
        if after and after.lead == "," and places.is_region(after.text) and after.mention is None:
            slots.place = f"{chunk.text}, {after.text}"
            companies[:] = [c for c in companies if c not in (chunk, after)]
            return
        if _is_place(chunk, companies) or (named and titles and _left_over(chunk, chunks, [*named, *titles])):
            slots.place = tidy(chunk.text)
            return


def _left_over(chunk: Chunk, chunks: list[Chunk], taken: list[Chunk]) -> bool:
    """Whether a name in capitals stands by itself behind company and title: "Acme - welder - Bonavista"."""
    alone = chunk.lead in (",", "-", "/", "(", "|") and has_capital(chunk.text[:1]) and len(chunk.text.split()) <= 3
    return (
        alone
        and chunk not in taken
        and all(c.start < chunk.start for c in taken)
        and chunk.text.isascii()
        and chunk.text.isalpha()
        and not chunk.text.isupper()
    )


def _is_place(chunk: Chunk, companies: list[Chunk]) -> bool:
    others = [c for c in companies if c is not chunk]
    if chunk.lead in ("in", "near", "around", "en", "à", "dans", "at") and others:
        named = chunk.text[:1].isupper() and chunk.lead in ("in", "near", "around", "dans") and chunk not in companies
        return named or is_town(chunk.text)
    return bool(others) and chunk.lead not in TO and chunk not in others[:1] and is_town(chunk.text)


def is_town(name: str) -> bool:
    """Whether words name a town, alone, with a part of it or with its region: "midtown Atlanta", "Reno NV"."""
    name = tidy(name)
    words = name.split()
    if places.is_city(name) or len(words) < 2:
        return places.is_city(name)
    in_region = (
        (words[-1].isupper() or len(words[-1]) == CODE)
        and places.is_region(words[-1])
        and places.is_city(" ".join(words[:-1]))
    )
    return in_region or (words[0].casefold() in PARTS and places.is_city(" ".join(words[1:])))


def _pairs(row: list[Chunk], titles: list[Chunk], names: dict[int, str]) -> list[tuple[str, str | None]]:
    """Companies with their titles, by the order in which they stand."""
    companies = [c for c in row if c not in titles]
    named = [c for c in row if c in titles]
    if len(companies) == 1 and len(named) > 1 and all(c.lead in LIST_LEADS | {":"} for c in named[1:]):
        return [(name_of(companies[0]), names[c.start]) for c in named]
    if len(companies) < 2 or not named:
        title = names[named[0].start] if named else None
        return [(name_of(c), title) for c in companies]
    if len(named) == 1 and (row[0] is named[0] or row[-1] is named[0]):
        return [(name_of(c), names[named[0].start]) for c in companies]
    ahead = row[0] in named
    return [(name_of(c), _title_beside(row, c, named, names, ahead)) for c in companies]


def _title_beside(
    row: list[Chunk], company: Chunk, named: list[Chunk], names: dict[int, str], ahead: bool
) -> str | None:
    """The title just before a company (where titles lead) or just behind it, or close behind it all the same."""
    at = row.index(company)
    found = row[at - 1 : at] if ahead and at else row[at + 1 : at + 2]
    if ahead and not any(c in named for c in found):
        found = [c for c in row[at + 1 : at + 2] if not c.lead]
    return next((names[c.start] for c in found if c in named), None)


def _split_titles(slots: Slots, titles: list[Chunk]) -> None:
    """Chunks that each hold a name and a title: "Tesco cashier, Aldi stocker"."""
    parts = [roles.split(chunk.text) for chunk in titles]
    found = [p for p in parts if p and p[0].casefold() not in lexicon.words("not_companies.txt")]
    if found and len(found) == len(titles):
        slots.pairs = [(tidy(name), roles.tidy(title)) for name, title in found]
        slots.title = slots.pairs[0][1]


def name_of(chunk: Chunk) -> str:
    """A chunk as a company's name: a known one as the person has it."""
    return chunk.mention.value or chunk.text if chunk.mention is not None else tidy(chunk.text)


@lru_cache(maxsize=256)
def tidy(name: str) -> str:
    """A company's name without quotes around it; all-lower-case and shouted names get capitals."""
    name = KIND_FIRST.sub("", EMOJI.sub(" ", name).strip(" \"'.,;:-–*_"))
    while len(words := name.split()) > 1 and (words[-1] in JOB_NOUNS or words[-1] in TESTS):
        name = " ".join(words[:-1])
    if name.islower() or (name.isupper() and len(name) > 5):
        first, *rest = (w[:1].upper() + w[1:].lower() if w[:1].isalpha() else w for w in name.split())
        return " ".join([first, *(w.lower() if w.casefold() in SMALL else w for w in rest)])
    return name
