"""Which company a mail is about: candidates from its sentences, its sender, addresses and links, weighed together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tools.mail.addresses import host_of, is_no_reply, kind_of, registered, tenant, within
from tools.mail.domains import CARRIERS, names_of_domain, plain
from tools.mail.mail import Link, Mail
from tools.mail.sentences import Sentence
from tools.mail.words.companies import (
    BEHIND,
    BUSINESS,
    HALF_NAMES,
    LEGAL,
    LISTED,
    NO_NAME,
    PATHS,
    PATTERNS,
    SUBJECTS,
)
from tools.mail.words.senders import BOARDS, FREE, HOST_WORDS, SYSTEMS
from tools.mail.words.titles import HEADS

LONGEST = 70
# What it counts for a name that the sender's domain holds it.
KNOWN = 3.0
BRACKETS = re.compile(r"\[([A-Z][\w .&-]{1,40})\]")
WITH = re.compile(r"\b(?:with|from|by|mit|avec|con|com|von|meet|contact)\s*$", re.I)
VIA = re.compile(r"\s+(?:via|through|über|par|by way of)\s+.*$|\s*[(<].*$", re.I)
AT = re.compile(r"^.{2,40}?\s*(?:\bat\b|\bfrom\b|@|\bbei\b|\bof\b|\bvon\b|\bchez\b|[,|–—-]\s)\s*(?P<name>\S.*)$")
STREET = re.compile(r"^\d+\w?\s.*\b(?:road|rd|street|st|avenue|ave|lane|drive|boulevard|blvd|way|square)\b", re.I)
TAIL = re.compile(rf"[\s,|–—-]+(?:{BEHIND}[\s&,|–—-]*)+$", re.I)


def company_of(mail: Mail, found: Sequence[Sentence], title: str | None = None) -> str | None:
    """The company's name as written in the mail, or as its address tells; None where nothing names it."""
    scores: dict[str, float] = defaultdict(float)
    forms: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for weight, said in _candidates(mail, found):
        name = _cleaned(said)
        if _is_name(name, title) and not _is_writer(name, mail) and not _is_carrier(name, mail.sender):
            key = squashed(name)
            scores[key] += weight / 3 if forms[key] else weight
            forms[key].append((weight, name))
    _joined(scores)
    for key in scores:
        scores[key] += _known_by(key, mail)
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    # The full name, where a short one is used as well.
    best = max((key for key in scores if key.startswith(best) and scores[key] >= scores[best] / 2), key=len)
    return max(forms[best], key=lambda form: form[0])[1] if scores[best] >= 2 else None


def squashed(name: str) -> str:
    """A name as names are compared: letters and digits only, without its legal form."""
    name = re.sub(rf"{LEGAL}$", "", name.strip())
    return re.sub(r"[\W_]|^the\s", "", name.casefold())


def _candidates(mail: Mail, found: Sequence[Sentence]) -> Iterator[tuple[float, str]]:
    for number, sentence in enumerate(found[:60]):
        text = BRACKETS.sub(r"\1", sentence.text)
        for weight, pattern in SUBJECTS if sentence.subject else PATTERNS:
            for match in pattern.finditer(text):
                if (
                    weight < 3
                    and _is_person(match.group("name"))
                    and not _known_by(squashed(match.group("name")), mail)
                ):
                    continue
                if WITH.search(text, 0, match.start("name")) and _is_person(match.group("name")):
                    continue  # "a call with Jane Roe"
                name = match.group("name")
                # A host's name is rather what one visits than who one works for.
                yield weight - min(0.04 * number, 1) - 2 * name.islower(), name
    if kind_of(mail.sender) == "board":
        listed = (LISTED.match(sentence.text) for sentence in found)
        yield from ((5.5, match.group("name")) for match in listed if match)
    yield from _of_sender(mail)
    yield from _of_address(mail.sender)
    yield from ((5.5, name) for name in names_of_domain(mail.sender, found))
    yield from ((2.0, name) for name in _of_links(mail.links))


def _of_sender(mail: Mail) -> Iterator[tuple[float, str]]:
    kind = kind_of(mail.sender)
    name = VIA.sub("", mail.sender_name).strip(" \"'")
    if squashed(name).removesuffix("jobs") in CARRIERS:
        name = ""
    at = AT.match(name)
    if at and kind != "board":
        yield 5.0, TAIL.sub("", at.group("name"))
    short = TAIL.sub("", name)
    if short != name:
        yield 5.5, short
    elif name and kind == "system" and not _is_person(name):
        yield 5.0, name
    elif name and kind == "system" and is_no_reply(mail.sender):
        yield 2.6, name  # a person writes from such an address too, under a company's own words
    elif name and kind in ("own", "none") and not _writes_oneself(name, mail.sender):
        yield 5.0 if kind == "own" else 3.5, name


def _of_address(sender: str) -> Iterator[tuple[float, str]]:
    kind = kind_of(sender)
    if kind == "system" and (customer := tenant(sender)):
        yield 2.5, customer if customer != customer.casefold() else customer.replace("-", " ").title()
    elif kind == "own" and registered(host_of(sender)) not in CARRIERS:
        yield 2.2, registered(host_of(sender)).replace("-", " ").title()


def _of_links(links: Sequence[Link]) -> Iterator[str]:
    """The names of customers in links to applicant systems."""
    for link in links[:40]:
        host = host_of(link.url)
        if PATHS.match(host):
            path = link.url.partition("://")[2].partition("/")[2]
            yield re.split(r"[/?#]", path)[0].replace("-", " ").title()
        elif within(host, SYSTEMS) and (customer := tenant(f"x@{host}")):
            yield customer.replace("-", " ").title()


def _writes_oneself(name: str, address: str) -> bool:
    """Whether the sender is a person: the name looks like one, and stands in the address before the @."""
    if tenant(address):
        return False
    user = plain(address.rpartition("@")[0])
    return _is_person(name) and (not user or any(plain(word)[:4] in user for word in name.split() if len(word) > 2))


def _is_person(name: str) -> bool:
    """Two or three plain capitalised words without one that companies have."""
    words = name.split()
    plain = 2 <= len(words) <= 3 and all(word[:1].isupper() and word[1:].islower() for word in words)
    return plain and not _businesslike(name) and not any(word.casefold() in NO_NAME for word in words)


def _businesslike(name: str) -> bool:
    return BUSINESS.search(name) is not None


def _cleaned(said: str) -> str:
    name = " ".join(said.split()).strip(" ,.;:!?\"'“”()|-–—*")
    name = re.sub(r"['’]s$", "", name)
    name = TAIL.sub("", name) if squashed(TAIL.sub("", name)) else name
    words = name.split()
    while words and words[-1].casefold().strip(".,") in NO_NAME and len(words) > 1:
        words.pop()
    while len(words) > 1 and words[-1].casefold() in (
        "of",
        "and",
        "the",
        "for",
        "at",
        "in",
        "de",
        "&",
        "und",
        "y",
        "e",
    ):
        words.pop()
    while len(words) > 1 and words[0].casefold() in NO_NAME and words[0] != "The" and not _shouted(words[0]):
        words.pop(0)
    return " ".join(words)[:LONGEST]


def _shouted(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _is_name(name: str, title: str | None) -> bool:
    words = [re.split("['’]", word.strip(".,"))[0] for word in name.casefold().split()]
    if (
        not words
        or len(squashed(name)) < 2
        or all(word in NO_NAME or word in HOST_WORDS or word in HALF_NAMES for word in words)
    ):
        return False
    if words[-1] in HEADS and len(words) > 1 and not _businesslike(name):
        return False  # a job's title
    if title and title.casefold() in name.casefold():
        return False
    return not name.isdigit() and STREET.search(name) is None


def _is_writer(name: str, mail: Mail) -> bool:
    """Whether it is the person who writes."""
    return _writes_oneself(mail.sender_name, mail.sender) and mail.sender_name.casefold().startswith(name.casefold())


def _is_carrier(name: str, sender: str) -> bool:
    """Whether this is only the board or the applicant system that carries the mail."""
    domain = within(host_of(sender), BOARDS | SYSTEMS)
    if domain is None:
        return False
    own = registered(domain).replace("-", "")
    return squashed(name).removesuffix("jobs") in (own, own.removeprefix("my"), own.removesuffix("forwork"))


def _joined(scores: dict[str, float]) -> None:
    """A short form ("Cogo" beside "Cogo Labs") speaks for the longer one, and the other way round, a little."""
    keys = list(scores)
    for short in keys:
        for long in keys:
            if short != long and len(short) >= 3 and long.startswith(short):
                scores[long] += 0.3 * scores[short]
                scores[short] += 0.3 * scores[long]


def _known_by(key: str, mail: Mail) -> float:
    """How much the sender's domain and the links say that it is this company."""
    hosts = [host_of(mail.sender), host_of(mail.reply_to or ""), *(host_of(link.url) for link in mail.links[:40])]
    labels = {plain(registered(host)) for host in hosts if host and not within(host, SYSTEMS | BOARDS | FREE)}
    labels |= {plain(tenant(f"x@{host}")) for host in hosts if within(host, SYSTEMS)}
    labels |= {plain(tenant(mail.sender))}
    said = {plain(key), plain(key.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))}
    known = any(len(label) >= 3 and (label in name or name in label) for label in labels for name in said)
    return KNOWN if known else 0.0
