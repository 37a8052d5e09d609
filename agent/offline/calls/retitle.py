"""The right job title and the right company's name, where the words correct one or tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rapidfuzz import fuzz

from agent.offline import lexicon, places, references, roles
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from agent.offline.smallwords import PREPOSITIONS
from storage.companies import company_key

TITLE = (
    r"(?:job )?(?:title|titel)|role|position|post|stellenbezeichnung|berufsbezeichnung|bezeichnung|puesto|cargo|título|"
    r"poste|intitulé|titre|rolle"
)
ASIDE = (
    r"(?:actually|really|now|in fact|just|rather|called|named|officially|a|an|the|der|die|das|eine?n?|un|une|"
    r"una|el|la|le|for|as|eigentlich|en realidad|en fait|in truth)"
)
# Explicit: whatever follows is the title. Else: only what looks like one.
EXPLICIT = re.compile(
    rf"\b(?:{TITLE})\b(?:\s+(?:name|there))?(?:\s*(?:at|for|with|on|of|bei|en|chez|de|von|für|in)\s+[^,:;]+?)?\s*"
    rf"(?:\b(?:is|was|should be|should read|should say|ought to be|needs to be|must be|has to be|reads|to|"
    rf"as|ist|heißt|lautet|es|era|est|c'est|s'appelle|debe ser|debería ser|doit être|devrait être|"
    rf"soll(?:te)?(?: sein)?|auf|in|a|en)(?!\w)|[=:]|->|→)\s*"
    rf"(?:{ASIDE}\s+)*(?P<title>[^,.;!?()]+)",
    re.I,
)
BARE = re.compile(
    rf"(?:\b(?:it's|its|it is|it was|that's|that is|that was|is|was|be|being|read|reads|say|says|to|into|"
    rf"as|for|wants?|want|need|needs|seeks?|hiring|become|"
    rf"ist|heißt|heisst|nennt sich|se llama|s'appelle|war|als|in|zu|auf|es|era|como|a|por|c'est|est|était|"
    rf"comme|en|pour|actually|called|make (?:it|that)|make)(?!\w)|[=:]|->|→|^)\s*(?:{ASIDE}\s+)*"
    rf"(?P<title>[^,.;!?()]+)",
    re.I,
)
TITLE_CUE = re.compile(rf"\b(?:{TITLE}|job|stelle)\b", re.I)
ENDS = re.compile(
    r"\s+(?:and|but|und|y|et|at|with|bei|chez|instead|not|please|pls|btw|though|role|job|position|post|gig|"
    r"one|in the|there|on|by|now|bitte|por favor|"
    r"pays?|paying|zahlt|paga|paie|fix)\b.*$",
    re.I,
)
CHANGE = re.compile(
    r"\b(?:rename|change|correct|fix|update|edit|switch)\s+(?:the\s+)?(?:company\s+)?(?:name\s+)?(?:of\s+|"
    r"from\s+)?(?P<old>.+?)(?:'s)?(?:\s+name)?\s+(?:to|into|as|→|->)\s+(?P<new>[^,;!?]+)$"
    r"|\b(?:benenn\w*|ändere|korrigier\w*)\s+(?P<alt>.+?)\s+(?:in|zu|auf)\s+(?P<neu>[^,;!?]+?)(?:\s+um)?$"
    r"|\b(?:cambia|corrige|renombra)\s+(?P<viejo>.+?)\s+(?:a|por)\s+(?P<nuevo>[^,;!?]+)$"
    r"|\b(?:renomme|change|corrige)\s+(?P<vieux>.+?)\s+(?:en|par)\s+(?P<nouveau>[^,;!?]+)$",
    re.I,
)
NAMED = re.compile(
    r"\b(?:spell(?:ed|ing|s)?|spelt|written|writes? itself|misspel\w*|mistyped|typo\w*|rebrand\w*|renam\w*|"
    r"new name|company(?:'s)?(?: name)?|employer|firm|firma|empresa|"
    r"entreprise|société|name|nombre|nom|called|heißt|heissen|schreibt sich|geschrieben|se llama|"
    r"se escribe|s'appelle|s'écrit)\b",
    re.I,
)
NAME_AFTER = re.compile(
    r"(?:\b(?:it's|its|it is|is|was|should be|should read|should say|be|to|as|into|called|named|correctly|"
    r"correct|spelled|spelt|spelling|written|heißt|ist|schreibt sich|se llama|es|"
    r"se escribe|s'appelle|s'écrit|c'est|est|name|meant)(?!\w)|[=:]|->|→)\s*(?:(?:actually|really|now|"
    r"in fact|just|called|spelled|spelt|written|with|as|jetzt|richtig|eigentlich|ahora|en realidad|"
    r"maintenant|en fait|is|:)\s+)*"
    r"(?P<name>[^\W_][^,;!?()]*)",
    re.I,
)
COMPANY_WORD = re.compile(
    r"\b(?:company|employer|firm|firma|empresa|entreprise|société|arbeitgeber|business|place)\b", re.I
)
SPELT = re.compile(r"\bspel|\bmistyp|\btypo|\bmis-?spel|\bgeschrieben|\bescrib|\bécri", re.I)
NAME_ENDS = re.compile(r"\s+(?:not|and|but|please|now|instead|with an? \w|nicht|y no|et pas)\b|\s+-\s", re.I)
OTHER_FIELD = re.compile(
    r"\b(?:role|title|status|deadline|salary|pay|location|date|day|interview|link|url|source|applied|stage|"
    r"from|to|remote|hybrid)\b|\d",
    re.I,
)


def new_title(clause: Clause, facts: dict[str, Any]) -> str | None:
    """The right job title, where one is told."""
    if "new_company" in facts:
        return None
    kept = right(clause.text)
    for pattern in (EXPLICIT, BARE):
        for _, words in _behind(pattern, kept, "title"):
            title = _title(clause, words, explicit=pattern is EXPLICIT)
            if title and title.casefold() not in (str(facts.get("location", "")).casefold(), *_own_words(clause)):
                return title
    return None


def _behind(pattern: re.Pattern[str], text: str, group: str) -> Iterator[tuple[int, str]]:
    """Where it begins and what stands behind each cue, also where one cue follows another."""
    at = 0
    while match := pattern.search(text, at):
        yield match.start(group), match.group(group)
        at = max(match.start(group), match.start() + 1)


def _title(clause: Clause, words: str, *, explicit: bool) -> str | None:
    stretch = _until_mention(clause, words)
    for part in dict.fromkeys((stretch, ENDS.sub("", stretch))):
        title = roles.tidy(" ".join(part.split()))
        if title and roles.score(title) >= 0.8 and _stands(title):
            return title
    title = roles.tidy(" ".join(ENDS.sub("", stretch).split()))
    known = title.casefold() in lexicon.words("not_companies.txt") or places.is_city(title)
    led = title.split()[0].casefold() in PREPOSITIONS if title else True
    return title if explicit and not led and not known and len(title.split()) <= 7 else None


def _stands(title: str) -> bool:
    """Whether words that hold a job title hold nothing before it that none has: "in Kassel", "the nurse one is"."""
    low = title.casefold().split()
    small = (lexicon.words("not_companies.txt") | PREPOSITIONS) - lexicon.words("role_modifiers.txt")
    return low[0] not in small and not re.search(r"\b(?:is|was|one|in the|i|they|we|my)\b", title, re.I)


def _until_mention(clause: Clause, words: str) -> str:
    """The words up to the first date, sum, company or other mention among them."""
    at = clause.text.find(words.strip()) if words.strip() in clause.text else -1
    stops = [
        m.start - at
        for m in clause.mentions
        if m.kind not in ("source", "kind", "type") and at <= m.start < at + len(words)
    ]
    return words.strip()[: min(stops)] if at >= 0 and stops else words


def _own_words(clause: Clause) -> set[str]:
    """What only points at the job: "the nurse one", "the Northwind designer job"."""
    match = references.DESCRIBED.search(clause.text)
    return {match.group("words").casefold()} if match else set()


def new_name(clause: Clause) -> tuple[str, str] | None:
    """(the company meant or "", its right name), where it is said to be another."""
    changed = _changed(clause)
    if changed:
        return changed
    employer = COMPANY_WORD.search(clause.text)
    if (
        not NAMED.search(clause.text)
        or clause.of("when", "money")
        or (TITLE_CUE.search(clause.text) and not employer and not SPELT.search(clause.text))
    ):
        return _not_that_name(clause)
    kept = right(clause.text)
    for at, words in reversed(list(_behind(NAME_AFTER, kept, "name"))):
        name = re.sub(r"^(?:it|as|like)\s+", "", " ".join(words.split()).strip(" .\"'"), flags=re.I)
        name = NAME_ENDS.split(name)[0].strip(" .\"'")
        if _is_name(name) and (employer or roles.score(name) < 0.8):
            return _old_of(clause, at, name), name
    return None


def _changed(clause: Clause) -> tuple[str, str] | None:
    """ "change Siemens to Siemens Energy", "rename X to Y"."""
    match = CHANGE.search(clause.text)
    if not match:
        return None
    old, new = [group for group in match.groups() if group is not None][:2]
    named = [m for m in clause.of("company") if match.start() <= m.start < match.end() and m.text in old]
    beside = (
        re.sub(
            r"\b(?:the|my|company|companies|firm|name|employer|of|from|at|called|entry|'s)\b|\W",
            "",
            old.replace(named[0].text, ""),
            flags=re.I,
        )
        if named
        else ""
    )
    if (
        not named
        or beside
        or OTHER_FIELD.search(old.replace(named[0].text, ""))
        or roles.score(new) >= 0.8
        or not _is_name(new)
    ):
        return None
    return named[0].value, new.strip(" .\"'")


def _not_that_name(clause: Clause) -> tuple[str, str] | None:
    """ "It's Halden Care, not Holden Care": two spellings of what is one company to the person."""
    match = re.search(
        r"(?P<new>[^\W_][^,;:!?()]*?),?\s+(?:not|nicht|no|pas|instead of|"
        r"rather than)\s+(?P<old>[^,;:!?()]+?)[\s.!]*$",
        clause.text,
        re.I,
    )
    if not match:
        return None
    new = re.sub(
        r"^.*\b(?:it's|it is|is|was|be|meant|ist|es|c'est|est|heißt)\s+", "", match.group("new"), flags=re.I
    ).strip(" .\"'")
    old = match.group("old").strip(" .\"'")
    ours = next((m.value for m in clause.of("company") if company_key(old) == company_key(m.value)), None)
    alike = fuzz.ratio(company_key(new), company_key(old)) >= 70
    return (ours, new) if ours and alike and new != old and _is_name(new) else None


def _is_name(name: str) -> bool:
    low = name.casefold().strip()
    return (
        bool(low)
        and len(low.split()) <= 7
        and low not in lexicon.words("not_companies.txt")
        and not re.match(r"(?:wrong|right|correct|a|an|the)\b", low)
    )


def _old_of(clause: Clause, at: int, name: str) -> str:
    """The company that bore another name until now: the one named beside the new name, else none."""
    known = [m for m in clause.of("company") if not (m.start <= at < m.end or at <= m.start < at + len(name))]
    inside = [
        m.value
        for m in clause.of("company")
        if at <= m.start < at + len(name) and m.text.casefold() != m.value.casefold()
    ]
    return known[0].value if known else inside[0] if inside else ""
