"""Whose a sender's address is: the company's own, an applicant system's, anybody's, or a look-alike; pure."""

from __future__ import annotations

import re
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from storage.companies import company_key
from tools.mail.words.senders import BOARDS, FREE, SECOND_LEVEL, SYSTEMS

SHARED = SYSTEMS | BOARDS
FAILED = re.compile(r"\b(?:dmarc|dkim|spf)\s*=\s*(?:fail|softfail|permerror)\b", re.I)
PASSED_DMARC = re.compile(r"\bdmarc\s*=\s*pass\b", re.I)
# Letters that look alike, as those who forge domains use them.
TWINS = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("3", "e"), ("4", "a"), ("-", ""))
# "acme.com.other.example": what looks like the end of an address within it.
ENDING = re.compile(r"\w\.(?:com|net|org|io|co|de|fr|es|it|uk|eu|jobs)\.$")
# The names of systems that are long enough to be told from everyday words.
_NAMES = frozenset(name for system in SYSTEMS if len(name := system.split(".")[-2]) > 6)
SHORTEST = 3  # letters of a name that is looked for in others
TELLING = 5  # letters of one that may stand anywhere within another
WHOLE = 0.6  # of a name's letters that a domain must hold to be its own


class Trust(StrEnum):
    """How far a sender's address bears out the company that the mail names."""

    OWN = "own"
    SYSTEM = "system"
    UNKNOWN = "unknown"
    NONE = "none"
    SUSPICIOUS = "suspicious"


def domain_of(address: str) -> str:
    """The domain of an address, in lower case; empty for none."""
    return address.rpartition("@")[2].strip(" .>").casefold() if "@" in address else ""


def registrable(domain: str) -> str:
    """The part of a domain that somebody registered: "mail.acme.co.uk" -> "acme.co.uk"."""
    parts = domain.split(".")
    two = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVEL
    return ".".join(parts[-3:] if two else parts[-2:])


def is_shared(domain: str) -> bool:
    """Whether a domain says nothing of the company: an applicant system's, or one where anybody gets an address."""
    own = registrable(domain)
    return own in SHARED or own in FREE


def trust(sender: str, company: str | None, authentication: str | None = None, name: str = "") -> Trust:
    """How far a sender's address bears out the company. `authentication`: what the receiving server found; `name`: the
    name that the sender writes before the address."""
    domain = domain_of(sender)
    if not domain:
        return Trust.NONE
    if failed(authentication) or ("@" in name and domain_of(name.strip(" \"'")) != domain):
        return Trust.SUSPICIOUS
    own = registrable(domain)
    if own in SHARED:
        return Trust.SYSTEM
    label = own.partition(".")[0]
    if company and is_name(label, company):
        return Trust.OWN
    if _forged(label, company) or ENDING.search(domain.removesuffix(own)):
        return Trust.SUSPICIOUS
    return Trust.UNKNOWN


def failed(authentication: str | None) -> bool:
    """Whether the receiving server found that the sender is not who the mail says."""
    words = authentication or ""
    return FAILED.search(words) is not None and PASSED_DMARC.search(words) is None


def is_name(label: str, company: str) -> bool:
    """Whether the name of a domain is a company's name, or its first words that make up most of it."""
    words = company_key(company).split()
    letters = "".join(words)
    plain = company_key(label.replace("-", " ")).replace(" ", "")
    starts = ["".join(words[: number + 1]) for number in range(len(words))]
    return any(plain == start and len(start) >= WHOLE * len(letters) for start in starts)


def _forged(label: str, company: str | None) -> bool:
    """Whether the name of a domain only looks like the company's, or like that of a system."""
    if label.startswith("xn--") or not label.isascii():
        return True
    names = ["".join(company_key(company).split())] if company else []
    return any(len(name) >= SHORTEST and _alike(label, name) for name in (*names, *_NAMES))


def _alike(label: str, name: str) -> bool:
    if label != name and name in label.split("-"):
        return True
    seen, meant = _twin(label), _twin(name)
    if seen == meant or (len(name) >= TELLING and meant in seen and label != name):
        return True
    return len(name) > TELLING and Levenshtein.distance(label, name, score_cutoff=1) <= 1


def _twin(label: str) -> str:
    for written, read in TWINS:
        label = label.replace(written, read)
    return label
