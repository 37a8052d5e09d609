"""Stage 5e: who will be at a meeting: the people behind "with", those named beside their role, and roles alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.offline import lexicon, roles
from agent.offline.chunks import is_mixed
from agent.offline.entities import Mention
from agent.offline.smallwords import ARTICLES, JOB_NOUNS

LEAD = re.compile(
    r"\b(?:with|mit|con|avec|meet|meeting|met|see|seeing|saw|(?:speak|spoke|speaking|talk|talked|talking|"
    r"chat|chatting|chatted)"
    r" (?:to|with)|interviewed by|interviewers?(?: is| are| will be|:| to)|called|named|run by|led by|held by|"
    r"conducted by|ask for|asking for|report to|"
    r"(?:me |mich |m')?(?:entrevista(?:rá)?|recibe|interviewt|empfängt|reçoit)|it'll be|it will be|"
    r"they are|they're sending)\s+"
    r"|\bw/\s*|\b(?:it's|it is|will be|would be|is|be|c'est|ist|es|a)\s+(?=(?:mr|mrs|ms|miss|dr|prof|frau|"
    r"herr|sra?|mme)\b)",
    re.I,
)
FROM = re.compile(
    r"(?:^|[,.;!?]\s*|\b(?:and|that|today|so|from|by)\s+)(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herr|"
    r"Sra?|Mme)\.?\s+)?"
    r"[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})\s+(?:from|at|of|over at|von|de|chez|bei)\s+$"
)
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame sister father rev herr frau sr sra srta señor señora don doña m mme "
    "mlle monsieur madame chef captain capt sgt".split()
)
PARTICLES = frozenset("de da del della van von der den la di el al bin ibn mc mac le du dos das o'".split())
# Words before a name that say nothing of it.
FILLERS = ARTICLES | frozenset(
    "someone somebody one called named name's guy lady woman man bloke person gentleman both probably possibly maybe "
    "either again also just all two three four alguien jemand quelqu'un persona personas leute heißt llamado llamada "
    "appelé appelée".split()
)
# People who are meant by their role; not what is applied for.
PEOPLE = frozenset(
    "manager manageress recruiter recruiters headhunter interviewer interviewers director owner founder cofounder boss "
    "supervisor lead leader foreman headteacher head principal matron ceo cto cfo coo vp chief partner hr team panel "
    "managers directors governors coordinator lady guy deputy assistant secretary president dean chair chairman staff "
    "colleague colleagues people folks reclutador reclutadora jefe jefa encargado encargada gerente responsable dueño "
    "dueña equipo chef chefin leiter leiterin teamleiter teamleiterin filialleiter filialleiterin "
    "personalerin personaler "
    "recruiterin geschäftsführer geschäftsführerin recruteur recruteuse directeur directrice gérant gérante patron "
    "patronne équipe drh rh rrhh personalabteilung".split()
)
# No person, though it stands where one may: "Probearbeit bei Figl".
MEETS = re.compile(
    r"(?:probe\w*|schnupper\w*|vorstellung\w*|\w*gespräch|entrevista|entretien|interview|meeting)\b", re.I
)
CROWDS = frozenset("team panel staff people folks colleagues equipo équipe lady guy".split())
STOPS = frozenset(
    "at on in from for about who which that via over through this next at. then but it it's its he she "
    "they i we to is are "
    "was were will would should may might so because if when where as or near around until after before "
    "like while during "
    "today tomorrow yesterday lasting takes about am um im bei beim en el à au chez le para por pour sur "
    "dans und? dura "
    "dauert dure it'll he'll she'll they'll has have had wants said says asked told me my mine again "
    "instead please pls "
    "there here ok thanks wish fingers not now apparently lol haha online remotely".split()
)
JOINERS = frozenset("and & y und et e n plus + /".split())
WORD = re.compile(r"[^\W\d_][\w'’.-]*|[,&/+;:()!?]|\d\S*|\S")


@dataclass
class _Item:
    """One entry of a list of people: its name, its role, and what stands before it."""

    name: str
    role: str
    joined: str

    def told(self) -> str:
        """As it is kept."""
        return f"{self.name} ({self.role})" if self.name and self.role else self.name or self.role


# "With two people, Janet Liu and Mark Osei": the number names nobody.
COUNTED = re.compile(
    r"\b(?:two|three|four|\d|both|several|zwei|drei|dos|tres|deux|trois)\s+(?:\w+\s+)?(?:people|persons|interviewers|"
    r"managers|colleagues|leuten?|personen|personas|personnes)\s*[,:(]\s*(?=[A-ZÀ-Þ])"
)


def people(text: str, mentions: Sequence[Mention], companies: Sequence[str] = ()) -> str | None:
    """Who will be there, in the person's words; `companies` are names that mean the employer."""
    taken = {name.casefold() for name in companies}
    text = COUNTED.sub(lambda match: " " * len(match.group()), text)
    starts = [m.end() for m in LEAD.finditer(text)]
    starts += [m.end for m in mentions if m.kind == "kind" and re.search(r"\b(?:with|con|mit|avec)$", m.text, re.I)]
    found: list[_Item] = []
    for start in sorted(starts):
        found += [item for item in _list(text, start, mentions, taken) if item.told() not in [f.told() for f in found]]
    if not any(item.name for item in found):
        found = [*_beside_role(text, mentions, taken), *_from(text, mentions)] or found
    found = [item for item in found if not MEETS.match(item.name)]
    return " and ".join(item.told() for item in found) or None


def _list(text: str, start: int, mentions: Sequence[Mention], taken: set[str]) -> list[_Item]:
    """The people of a list that begins at `start`; empty where the employer stands there."""
    found: list[_Item] = []
    mixed = is_mixed(text)
    for words, joined in _items(text, start, mentions):
        item = _item(words, joined, mixed)
        if item is None and mixed and not found and len(words) <= 4 and " ".join(words).islower():
            found.append(
                _Item("", " ".join(w for w in words if w not in FILLERS), "?")
            )  # "their talent person, Miguel"
            continue
        if item is None or item.name.casefold() in taken or (joined == "," and _is_venue(item.name)):
            break
        last = found[-1] if found else None
        if last and joined == "," and bool(last.name) != bool(item.name):
            last.name, last.role = last.name or item.name, last.role or item.role
        else:
            found.append(item)
    return [item for item in found if item.name or item.joined != "?"]


def _is_venue(name: str) -> bool:
    """Whether what follows a comma is rather a building: "Omar Reyes, Chrysler Building"."""
    words = name.casefold().split()
    return len(words) > 1 and words[0].rstrip(".") not in TITLES and words[-1] in lexicon.words("place_words.txt")


def _items(  # noqa: C901, PLR0912 - one pass over the words, whose branches are its cases
    text: str, start: int, mentions: Sequence[Mention]
) -> Iterator[tuple[list[str], str]]:
    """The words between commas and "and", each with what joins it to the one before."""
    words: list[str] = []
    joined = ""
    at = start
    for match in WORD.finditer(text, start):
        inside = next((m for m in mentions if m.start <= match.start() < m.end and m.kind != "hashtag"), None)
        owner = inside is not None and inside.kind == "company" and "'s" in (inside.text[-2:], text[inside.end :][:2])
        if inside is not None and owner and all(w.casefold() in FILLERS for w in words):
            at = inside.end + (0 if inside.text.endswith("'s") else 2)
            continue
        if match.start() < at:
            continue
        low = match.group().casefold()
        if inside is None and not words and low in ARTICLES:
            continue
        if inside is not None or _ends(low, words):
            break
        if low in JOINERS or low in ",()":
            if words:
                yield words, joined
            words, joined = [], "," if low in ",(" and not (joined == "and" and not words) else "and"
        elif low not in "()":
            words.append(match.group())
    if words:
        yield words, joined


def _ends(low: str, words: list[str]) -> bool:
    if low == "of":
        return not (words and roles.is_head(words[-1].casefold()))
    return low in STOPS or not (low[0].isalpha() or low in "&,/+()")


def _item(words: list[str], joined: str, mixed: bool) -> _Item | None:
    words = [w.rstrip(".") if w.casefold().rstrip(".") not in TITLES else w for w in words]
    while words and words[0].casefold() in FILLERS:
        words = words[1:]
    head = 0
    while head < len(words) and _of_role(words[head], mixed):
        head += 1
    role, name = words[:head], words[head:]
    while name and name[-1].casefold() in PARTICLES:
        name = name[:-1]
    of = len(words) > 2 and words[0].casefold() in PEOPLE and words[1] in PARTICLES | {"of"}
    lower = all(w.islower() for w in words)
    if name and len(words) <= 5 and (of or (lower and _of_role(words[-1], mixed))):
        role, name = words, []  # "the transport manager", "le directeur du magasin"
    if not name and role and any(w.casefold() in PEOPLE or roles.is_head(w.casefold()) for w in role):
        return _Item("", " ".join(role), joined)
    if not _is_name(name, mixed):
        return None
    return _Item(_cased(name), " ".join(role), joined)


def _of_role(word: str, mixed: bool) -> bool:
    low = word.casefold()
    if low in TITLES and (word[0].isupper() or low not in PEOPLE):
        return False
    known = low in PEOPLE or roles.is_head(low) or low in lexicon.words("role_modifiers.txt") or low == "of"
    return known and not (mixed and word[0].isupper() and len(word) > 3 and low not in PEOPLE)


def _is_name(words: list[str], mixed: bool) -> bool:
    if not words or len(words) > 5:
        return False
    titled = words[0].casefold().rstrip(".") in TITLES
    plain = [w for w in words if w.casefold().rstrip(".") not in TITLES | PARTICLES]
    if not plain or len(plain[0]) < 2 or not all(re.fullmatch(r"[^\W\d_][\w'’-]*", w) for w in plain):
        return False
    low = [w.casefold().removesuffix("'s") for w in plain]
    if any(w in lexicon.words("not_companies.txt") or w in JOB_NOUNS for w in low):
        return titled and not any(w in lexicon.words("not_companies.txt") for w in low)
    verbs = any(w.endswith(("ed", "ing")) for w in low)
    return titled or plain[0][0].isupper() or (not mixed and len(plain) <= 3 and not verbs)


def _cased(words: list[str]) -> str:
    name = " ".join(words)
    return " ".join(w if w in PARTICLES else w[:1].upper() + w[1:] for w in words) if name.islower() else name


def _beside_role(text: str, mentions: Sequence[Mention], taken: set[str]) -> list[_Item]:
    """ "Their recruiter Priya Nair", "HR lady Frau Keller"."""
    mixed = is_mixed(text)
    words = [
        m for m in WORD.finditer(text) if not any(x.start <= m.start() < x.end for x in mentions if x.kind != "kind")
    ]
    for number, match in enumerate(words[:-1]):
        if match.group().casefold() not in PEOPLE - CROWDS or text[match.end() : words[number + 1].start()].strip():
            continue
        item = next((_item(w, "", mixed) for w, _ in _items(text, words[number + 1].start(), mentions)), None)
        if item and item.name and item.name.casefold() not in taken and (mixed or number):
            return [_Item(item.name, " ".join(r for r in (match.group(), item.role) if r), "")]
    return []


def _from(text: str, mentions: Sequence[Mention]) -> list[_Item]:
    """ "Sarah from Globex wants to see me"."""
    for mention in mentions:
        match = FROM.search(text[: mention.start]) if mention.kind == "company" else None
        if match and any(m.start < match.end("name") and match.start("name") < m.end for m in mentions):
            continue
        if match and _is_name(match.group("name").split(), True):
            return [_Item(match.group("name"), "", "")]
    return []


def alone(text: str) -> str | None:
    """The person whose name is all that the words say."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’.-]*|\S", text) if w.casefold() not in FILLERS]
    item = _item(words, "", is_mixed(text)) if words else None
    titled = bool(words) and words[0].casefold().rstrip(".") in TITLES
    return item.name if item and item.name and (titled or item.name[:1].isupper()) else None
