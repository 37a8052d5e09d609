"""Which company a mail is about: candidates from its sentences, its sender, addresses and links, weighed together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tools.mail.addresses import host_of, is_no_reply, kind_of, registered, tenant, within
from tools.mail.domains import CARRIERS, names_of_domain, plain
from tools.mail.mail import Link, Mail
from tools.mail.names import TAIL, cleaned, is_name, is_person, squashed, with_trade
from tools.mail.sentences import Sentence
from tools.mail.words.companies import DEPARTMENTS, LISTED, PATHS, PATTERNS, SUBJECTS
from tools.mail.words.senders import BOARDS, FREE, SYSTEMS

# What it counts for a name that the sender's domain holds it.
KNOWN = 3.0
# What it counts for a name that only an address holds.
ADDRESS = 1.5
BRACKETS = re.compile(r"\[([A-Z][\w .&-]{1,40})\]")
WITH = re.compile(
    r"(?<!\bjob )(?<!role )(?<!position )(?<!career )(?<!ment )(?<!application )"
    r"\b(?:with|from|by|mit|avec|con|com|von|meet|contact)\s*$",
    re.I,
)
# What is used for a talk or a document, and is no employer there.
TOOLS = re.compile(
    r"Google (?:Meet|Calendar|Hangouts?|Docs?|Drive|Forms?|Chat|Maps|Play)\b"
    r"|(?:Calendly|DocuSign)\b(?! (?:role|position|team|has|is))"
)
VIA = re.compile(r"\s+(?:via|through|über|par|by way of)\s+.*$|\s*[(<].*$", re.I)
AT = re.compile(r"^.{2,40}?\s*(?:\bat\b|\bfrom\b|@|\bbei\b|\bof\b|\bvon\b|\bchez\b|[,|–—-]\s)\s*(?P<name>\S.*)$")


def company_of(mail: Mail, found: Sequence[Sentence], title: str | None = None) -> str | None:
    """The company's name as written in the mail, or as its address tells; None where nothing names it."""
    scores: dict[str, float] = defaultdict(float)
    forms: dict[str, list[tuple[float, str]]] = defaultdict(list)
    written: set[str] = set()
    for weight, said, stands in _candidates(mail, found):
        name = cleaned(said)
        if is_name(name, title) and not _is_writer(name, mail) and not _is_carrier(name, mail.sender):
            key = squashed(name)
            scores[key] += weight / 3 if forms[key] else weight
            forms[key].append((weight, name))
            written |= {key} if stands else set()
    _joined(scores)
    for key in scores:
        scores[key] += _known_by(key, mail) if key in written else ADDRESS
    if not scores:
        return None
    best = _in_full(max(scores, key=lambda key: scores[key]), scores, written, mail)
    if scores[best] < 2:
        return None
    said = "\n".join((mail.sender_name, *(sentence.text for sentence in found)))
    return with_trade(max(forms[best], key=lambda form: form[0])[1], said)


def _in_full(best: str, scores: Mapping[str, float], written: set[str], mail: Mail) -> str:
    """The full name, where a short one is used as well; a department behind what the domain says is none."""
    longer = [key for key in scores if key in written and key.startswith(best) and scores[key] >= scores[best] / 2]
    if plain(best) == plain(registered(host_of(mail.sender))):
        longer = [key for key in longer if key.removeprefix(best) not in DEPARTMENTS]
    return max((best, *longer), key=len)


def _candidates(mail: Mail, found: Sequence[Sentence]) -> Iterator[tuple[float, str, bool]]:
    """(how telling, the words, whether they stand in the mail rather than in an address) of all that may be a name."""
    for number, sentence in enumerate(found[:60]):
        # A host's name is rather what one visits than who one works for.
        for weight, name in _in_sentence(sentence, mail):
            yield weight - min(0.04 * number, 1) - 2 * name.islower(), name, True
    if kind_of(mail.sender) == "board":
        listed = (LISTED.match(sentence.text) for sentence in found)
        yield from ((5.5, match.group("name"), True) for match in listed if match)
    yield from ((weight, name, True) for weight, name in _of_sender(mail))
    yield from ((5.5, name, True) for name in names_of_domain(mail.sender, found))
    yield from ((weight, name, False) for weight, name in _of_address(mail.sender))
    yield from ((2.0, name, False) for name in _of_links(mail.links))


def _in_sentence(sentence: Sentence, mail: Mail) -> Iterator[tuple[float, str]]:
    text = BRACKETS.sub(r"\1", sentence.text)
    for weight, pattern in SUBJECTS if sentence.subject else PATTERNS:
        for match in pattern.finditer(text):
            name = match.group("name")
            person = is_person(name)
            if TOOLS.match(text, match.start("name")):
                continue
            if person and weight < 3 and not _known_by(squashed(name), mail):
                continue
            if person and WITH.search(text, 0, match.start("name")):
                continue  # "a call with Jane Roe"
            yield weight, name


def _of_sender(mail: Mail) -> Iterator[tuple[float, str]]:
    kind = kind_of(mail.sender)
    name = _written_name(mail.sender_name, kind)
    at = AT.match(name)
    if at and kind != "board":
        yield 5.0, TAIL.sub("", at.group("name"))
    short = TAIL.sub("", name)
    if short != name:
        yield 5.5, short
    elif name and kind == "system" and not is_person(name):
        yield 5.0, name
    elif name and kind == "system" and is_no_reply(mail.sender):
        yield 2.6, name  # a person writes from such an address too, under a company's own words
    elif name and kind in ("own", "none") and not _writes_oneself(name, mail.sender):
        yield 5.0 if kind == "own" else 3.5, name


def _written_name(said: str, kind: str) -> str:
    """A sender's name without "via Workday"; of an address in its place the company; empty where it names nobody."""
    name = VIA.sub("", said).strip(" \"'")
    if "@" in name:
        name = registered(host_of(name)).title() if kind_of(name) == "own" else ""
    if name.islower() and "." in name and kind != "system":
        return ""  # the user's part of the address
    return "" if squashed(name).removesuffix("jobs") in CARRIERS else name


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
    return is_person(name) and (not user or any(plain(word)[:4] in user for word in name.split() if len(word) > 2))


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
