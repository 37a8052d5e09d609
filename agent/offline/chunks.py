"""Stage 5a: a clause cut into chunks at its small words; each chunk knows the word that led to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agent.offline import lexicon
from agent.offline.entities import FAMOUS, Mention
from agent.offline.smallwords import ARTICLES, CALLED, COMPANY_LEADS, JOB_NOUNS, JOINERS, PREPOSITIONS

ORDINALS = frozenset("first second third 1st 2nd 3rd primer segundo erste zweite premier deuxième".split())
WENT = re.compile(r"\b(?:went|going|gone|go|goes)\s+$", re.I)  # "went with" somebody else: no employer
EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
WITHIN = frozenset("of de del du des di da von der la el the las los y am zum zur".split())
# Kinds of employers, which close a name in lower case: "the Philly school district".
EMPLOYERS = frozenset(
    (
        "school district hospital council city university college bank hotel restaurant group clinic store shop "
        "bakery cafe church library museum police department county office company theatre theater airport nursery "
        "pharmacy garage farm brewery gym spa salon practice surgery centre center academy foundation trust agency"
    ).split()
)
INSTITUTIONS = frozenset(
    "bank museum university house city county state department ministry church school college board institute council "
    "hospital friends bay royal port academy office kingdom clinique hôpital école lycée collège mairie université "
    "maison clínica escuela colegio universidad residencia".split()
)
ADDS = frozenset("add put enter save".split())  # they only say what to do with the job behind them
OF = frozenset("of de d' del du des für".split())
ALSO = frozenset("also then auch también aussi".split())  # behind "and" they change nothing: "and also Aldi"
TRAILING = frozenset("back earlier again already online".split())
PARTNERS = frozenset("sons son daughters co company partners partner brothers bros associates söhne hijos fils".split())
SPANISH = re.compile(
    r"\b(?:el|los|las|una?|mi|he|ha|para|como|ayer|hoy|que|por|con|del|apliqu\w+|envi[éa]\w*|mand\w+|"
    r"solicit\w*|entrevista|postul\w+)\b",
    re.I,
)


@dataclass(frozen=True)
class Chunk:
    """Words that belong together: the lead before them (a preposition, a separator or ""), and where they stand."""

    lead: str
    text: str
    start: int
    end: int
    mention: Mention | None = None


def cut(text: str, mentions: Iterable[Mention]) -> list[Chunk]:
    """The chunks of a clause, left to right; a mention is a chunk of its own."""
    marked = {mention.start: mention for mention in mentions}
    cutter = _Cutter(text, mixed=is_mixed(text))
    at = 0
    for match in re.finditer(r"\S+", text):
        cutter.after = text[match.end() :].lstrip()[:40]
        if match.start() < at:
            continue
        inside = next((m for s, m in marked.items() if match.start() <= s < match.end()), None)
        if inside is not None:
            cutter.words(text[match.start() : inside.start], match.start())
            cutter.mention(inside)
            at = inside.end
            rest = re.match(r"\S*", text[at:])
            if rest and rest.group() and not any(at <= s < at + rest.end() for s in marked):
                cutter.words(rest.group(), at)
                at += rest.end()
        else:
            cutter.words(match.group(), match.start())
    return cutter.done()


def is_mixed(text: str) -> bool:
    """Whether capitals mean something here: some word behind the first begins with one, and not all of them do."""
    words = re.findall(r"[^\W\d_][\w']*", text)
    capital = [w[0].isupper() and w not in ("I", "I'm", "I've", "I'd", "I'll") for w in words[1:]]
    return any(capital) and not text.isupper()


class _Cutter:
    """Collects words into chunks; a small word, a separator or a mention closes the chunk in hand."""

    def __init__(self, text: str, mixed: bool) -> None:
        self.text, self.mixed = text, mixed
        self.chunks: list[Chunk] = []
        self.lead, self.start, self.end = "", -1, -1
        self.after = ""
        self.famous = -1
        self.spanish = SPANISH.search(text) is not None
        self.called = {match.end() for match in CALLED.finditer(text)}

    def words(self, raw: str, start: int) -> None:
        """Take in one stretch of text without blanks."""
        if not raw:
            return
        head = len(raw) - len(raw.lstrip(",;:|()[]!?\"'-–"))
        core = raw.strip(",;:|()[]!?\"'").rstrip(".") if raw.strip("-") else ""
        core = "" if re.fullmatch(r"[-/+→]+", core) else core
        if head or not core:
            self.close(raw[:head].strip()[:1] or raw[:1])
        if core:
            self.word(core, start + raw.index(core))
        tail = raw[raw.index(core) + len(core) :] if core else ""
        if tail and not (
            tail == "."
            and re.search(r"\b(?:\w|st|mr|mrs|dr|inc|co|ltd|corp|dipl|ing|sr|jr|asst|mgr|tech|eng)$", core, re.I)
        ):
            self.close("," if "," in tail else tail.strip("\"'")[:1])

    def word(self, word: str, start: int) -> None:
        """One word: it leads, it closes, or it belongs to the chunk."""
        low = word.casefold()
        opening = not self.text[:start].strip(" \"'(-") and _breaks(low)
        named = self.mixed and word[:1].isupper() and not opening
        inside = self.start >= 0
        if inside and (named or self._within(low) or self._firm(low)):
            self._extend(start, word)
        elif inside and start + len(word) in self.called:
            self.start = -1  # the name behind it takes the place
        elif inside and low in OF and self.text[self.start : self.end].casefold() in JOB_NOUNS:
            self.start = -1
            self.lead = "at" if self.mixed and self.after[:1].isupper() and not self._before_head() else "as"
        elif (lead := self._lead_of(low, start, named)) is not None:
            self.close(lead)
        elif low in ARTICLES and not named:
            self.close("" if inside else None)
        elif not named and (self._ends_at(low) or (inside and low in TRAILING)):
            self.close(None if low in ALSO and self.lead == "and" and not inside else "")
        else:
            if inside and low in lexicon.words("employers.txt") and self._ends_with_employer():
                self.close(",")
            self._part(low, named)
            self._extend(start, word)

    def _ends_with_employer(self) -> bool:
        """Whether words in small letters end with an employer's name, so that the next one is another's."""
        last = self.text[self.start : self.end].split()[-1].casefold()
        return not self.mixed and (self.end == self.famous or last in lexicon.words("employers.txt"))

    def _firm(self, low: str) -> bool:
        """Whether "and" goes on with the end of a firm's name: "Sharma and Sons"."""
        following = re.match(r"[^\W\d_]+", self.after)
        return low in JOINERS and following is not None and following.group().casefold() in PARTNERS

    def _within(self, low: str) -> bool:
        """Whether a small word or the one emoji goes on the chunk in hand: "Bank of America", "head of sales"."""
        decorated = self.mixed and EMOJI.fullmatch(low) and len(EMOJI.findall(self.text)) == 1
        return ((decorated or low in WITHIN) and self._goes_on()) or (low in OF and self._titled())

    def _lead_of(self, low: str, start: int, named: bool) -> str | None:
        """What a word says of the next chunk: its preposition, "and", a comma for an emoji; None for no such word."""
        if EMOJI.fullmatch(low):
            return ","
        if low in JOINERS:
            return "and"
        if low == "as" and re.match(r"well\b", self.after):
            return ","
        if low == "with" and WENT.search(self.text[:start]):
            return ""
        led = named and self.start < 0 and self.lead in PREPOSITIONS
        return low if low in PREPOSITIONS and (low != "a" or self.spanish) and not led else None

    def _ends_at(self, low: str) -> bool:
        """Whether a word that names nothing ends the chunk in hand."""
        inside = self.start >= 0
        joined = inside and self.text[: self.end].endswith("&")
        led = self.lead in COMPANY_LEADS and not inside and not self.mixed
        return _breaks(low) and (low in ADDS or not (self._before_head() or joined or led))

    def _part(self, low: str, named: bool) -> None:
        """Close a possessive, or a name in capitals, before a word that does not belong to it."""
        if self.start < 0 or named:
            return
        if self.text[: self.end].endswith("'s"):
            self.end -= 2
            self.close("")
        elif (
            self.mixed and self.lead in COMPANY_LEADS and low[0].isalpha() and low not in EMPLOYERS and self._is_name()
        ):
            self.close("")

    def _is_name(self) -> bool:
        """Whether the chunk in hand is a name in capitals and no beginning of a job title."""
        words = self.text[self.start : self.end].split()
        titled = (
            w.casefold() in lexicon.words("role_modifiers.txt") or w.casefold() in lexicon.words("roles.txt")
            for w in words
        )
        return words[-1][:1].isupper() and words[0][:1].isupper() and not all(titled)

    def _goes_on(self) -> bool:
        """Whether a name goes on behind "of" or "de": "Bank of America", "bank of scotland"."""
        last = self.text[self.start : self.end].split()[-1]
        following = re.match(r"(?:the |la |el |las |los )?(\S)", self.after)
        if self.mixed:
            return last[:1].isupper() and following is not None and following.group(1).isupper()
        return last.casefold() in INSTITUTIONS | OF and following is not None

    def _before_head(self) -> bool:
        """Whether the next word is the head of a job title, so that this one belongs to it: "track" of "operative"."""
        following = re.match(r"[^\W\d_]+", self.after)
        word = following.group().casefold() if following and self.start < 0 else ""
        return word == "grad" or word in lexicon.words("roles.txt")

    def _titled(self) -> bool:
        """Whether the chunk in hand ends with the head of a job title and no name follows: "head" before "of sales"."""
        last = self.text[self.start : self.end].split()[-1].casefold()
        return last in lexicon.words("roles.txt") and not (
            self.mixed and self.after[:1].isupper() and not self.text[self.start].isupper()
        )

    def mention(self, found: Mention) -> None:
        """A mention ends the chunk in hand and is one of its own."""
        if found.kind == FAMOUS:
            if self.start >= 0 and self._ends_with_employer():
                self.close(",")
            self._extend(found.start, found.text)
            self.famous = self.end
            return
        self.close(None)
        self.chunks.append(Chunk(self.lead, found.text, found.start, found.end, found))
        self.lead = ""

    def close(self, lead: str | None) -> None:
        """End the chunk in hand; `lead` leads the next one (None leaves it as it is)."""
        if self.start >= 0:
            self.chunks.append(Chunk(self.lead, self.text[self.start : self.end], self.start, self.end))
            self.start, self.lead = -1, ""
        if lead is not None:
            self.lead = lead

    def done(self) -> list[Chunk]:
        """All chunks, the last one closed."""
        self.close("")
        return self.chunks

    def _extend(self, start: int, word: str) -> None:
        if self.start < 0:
            self.start = start
        self.end = start + len(word)


def _breaks(low: str) -> bool:
    if low not in lexicon.words("not_companies.txt") or low in JOB_NOUNS or low in ORDINALS:
        return False
    return low not in lexicon.words("role_modifiers.txt") and low not in lexicon.words("roles.txt")
