"""What companies' names look like: told from persons, titles and the words around them; weighs nothing."""

from __future__ import annotations

import re

from tools.mail.words.companies import BEHIND, BUSINESS, HALF_NAMES, LEGAL, NO_NAME, OF_NAMES, OWNED
from tools.mail.words.senders import HOST_WORDS
from tools.mail.words.titles import HEADS

LONGEST = 70
STREET = re.compile(r"^\d+\w?\s.*\b(?:road|rd|street|st|avenue|ave|lane|drive|boulevard|blvd|way|square)\b", re.I)
TAIL = re.compile(rf"[\s,|–—-]+(?:{BEHIND}[\s&,|–—-]*)+$", re.I)
LAST_JOINING = frozenset("of and the for at in de & und y e".split())
TRADES = r"(?:Recruiting|Recruitment|Talent|Staffing|Careers|Jobs|Personal)\b"
OWNS = re.compile(r"^(?P<owner>.{2,40}?)['’]s\s+(?P<rest>\S.*)$")


def squashed(name: str) -> str:
    """A name as names are compared: letters and digits only, without its legal form."""
    name = re.sub(rf"{LEGAL}$", "", name.strip())
    return re.sub(r"[\W_]|^the\s", "", name.casefold())


def is_person(name: str) -> bool:
    """Two or three plain capitalised words without one that companies have."""
    words = name.split()
    plain = 2 <= len(words) <= 3 and all(word[:1].isupper() and word[1:].islower() for word in words)
    return plain and not _businesslike(name) and not any(word.casefold() in NO_NAME for word in words)


def _businesslike(name: str) -> bool:
    return BUSINESS.search(name) is not None


def cleaned(said: str) -> str:
    """A name without what stands around it: whose team writes, what is owned ("Acme's Barista"), words of letters."""
    name = _owner(" ".join(said.split()).strip(" ,.;:!?\"'“”()|-–—*"))
    name = re.sub(r"['’]s$", "", name)
    name = TAIL.sub("", name) if squashed(TAIL.sub("", name)) else name
    words = name.split()
    while len(words) > 1 and words[-1].casefold().strip(".,") in NO_NAME and words[-1] not in OF_NAMES:
        words.pop()
    while len(words) > 1 and words[-1].casefold() in LAST_JOINING:
        words.pop()
    while len(words) > 1 and _only_begins(words[0]):
        words.pop(0)
    return " ".join(words)[:LONGEST]


def _owner(name: str) -> str:
    """Whose it is, where a job or an office stands behind the name: "Acme's Senior Barista"."""
    owns = OWNS.match(name)
    rest = {word.casefold().strip(".,") for word in owns.group("rest").split()} if owns else set()
    return owns.group("owner") if owns and rest & (HEADS | OWNED) else name


def _only_begins(word: str) -> bool:
    """Whether a word only begins the sentence, and no name."""
    return word.casefold() in NO_NAME and word not in OF_NAMES and not (len(word) > 2 and word.isupper())


def is_name(name: str, title: str | None) -> bool:
    """Whether these words can be a company's name, and are not the job's title or an address."""
    words = [re.split("['’]", word.strip(".,"))[0] for word in name.casefold().split()]
    if (
        not words
        or len(squashed(name)) < 2
        or all(word in NO_NAME or word in HOST_WORDS or word in HALF_NAMES for word in words)
    ):
        return False
    if words[-1] in HEADS and len(words) > 1 and not _businesslike(name):
        return False  # a job's title
    if title and (f" {title.casefold()} " in f" {name.casefold()} " or _begins(title, name)):
        return False
    return not name.isdigit() and STREET.match(name) is None


def _begins(title: str, name: str) -> bool:
    """Whether a name of several words is only how the title begins: "Junior Web" of "Junior Web developer"."""
    return " " in name and title.casefold().startswith(f"{name.casefold()} ")


def with_trade(name: str, said: str) -> str:
    """An agency's name with its trade ("Eleven Talent"), which else is cut as an office: where it never lacks."""
    tails = re.findall(rf"\b{re.escape(name)}\b((?: {TRADES})?)(?! (?:Team|Partner|Manager|Acquisition))", said)
    return name + tails[0] if len(tails) > 1 and tails[0] and len(set(tails)) == 1 else name
