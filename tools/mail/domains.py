"""Names that stand in a text and that a sender's domain is made of; weighs nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tools.mail.addresses import host_of, kind_of, registered, tenant
from tools.mail.sentences import Sentence
from tools.mail.words.companies import BUSINESS, NAME, NO_NAME
from tools.mail.words.senders import BOARDS, SYSTEMS

ANY_NAME = re.compile(NAME)
WORD = re.compile(r"[a-z0-9]{2,}")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": "and"})
MOST_SENTENCES = 60
SHORTEST = 4
# Names of boards and applicant systems, as they stand before their addresses.
CARRIERS = frozenset(registered(domain).replace("-", "").removeprefix("my") for domain in SYSTEMS | BOARDS) | {"nhs"}


def plain(words: str) -> str:
    """Letters and digits alone, in lower case, without accents: as names stand in addresses."""
    folded = unicodedata.normalize("NFKD", words.casefold().replace("ß", "ss"))
    return "".join(sign for sign in folded if sign.isalnum())


def names_of_domain(sender: str, found: Sequence[Sentence]) -> Iterator[str]:
    """The names in the text that the domain of an address, or the customer's name in it, is made of."""
    own = registered(host_of(sender)) if kind_of(sender) == "own" else tenant(sender)
    if len(plain(own)) < SHORTEST:
        return
    for sentence in found[:MOST_SENTENCES]:
        for match in ANY_NAME.finditer(sentence.text):
            words = match.group("name").split()
            # Around it other words may stand: "A Farmácia Boavista", "Recruiting Team Frozen Foods".
            spans = ((first, last) for first in range(len(words)) for last in range(len(words), first, -1))
            spelled = next((span for span in spans if _spells(own, words[slice(*span)])), None)
            if spelled:
                yield " ".join(_whole(words, *spelled))


def _spells(domain: str, words: Sequence[str]) -> bool:
    """Whether a domain is made of the words: in a row, in another order, or with all but the first cut short."""
    folded = [plain(word.casefold().translate(UMLAUTS)) for word in words]
    letters = "".join(folded)
    if len(letters) < SHORTEST or not folded[0]:
        return False
    short = folded[0] + "".join(word[:1] for word in folded[1:])
    parts = set(WORD.findall(domain.casefold()))
    return plain(domain) in (letters, short) or (len(parts) > 1 and parts == set(folded))


def _whole(words: Sequence[str], first: int, last: int) -> Sequence[str]:
    """A part of a name with what else is of the name: the words before it, behind it such as only companies have."""
    while first > 0 and len(words[first - 1]) > 1 and words[first - 1].casefold() not in NO_NAME:
        first -= 1
    while last < len(words) and BUSINESS.search(words[last]):
        last += 1
    return words[first:last]
