"""What a sender's address tells: whose domain it is, and which company's name may stand in it."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.mail.words.senders import BOARDS, FREE, HOST_WORDS, SECOND_LEVEL, SYSTEMS

NO_REPLY = re.compile(
    r"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|mailer|bounce|auto|system|noresponder)", re.I
)


def host_of(address: str) -> str:
    """What stands behind the @, in lower case; a URL's host too."""
    rest = address.partition("://")[2] or address.rpartition("@")[2]
    return re.split(r"[/?#:]", rest.casefold(), maxsplit=1)[0].strip(" .>")


@lru_cache(maxsize=4096)
def within(host: str, domains: frozenset[str]) -> str | None:
    """The one of the domains that a host belongs to."""
    labels = host.split(".")
    return next((".".join(labels[n:]) for n in range(len(labels)) if ".".join(labels[n:]) in domains), None)


def kind_of(address: str) -> str:
    """system, board, free, own (a domain of the sender's), or none."""
    host = host_of(address)
    if "." not in host:
        return "none"
    for name, domains in (("system", SYSTEMS), ("board", BOARDS), ("free", FREE)):
        if within(host, domains):
            return name
    return "own"


def is_no_reply(address: str) -> bool:
    """Whether nobody reads what is sent there."""
    return NO_REPLY.match(address.rpartition("@")[0]) is not None


def registered(host: str) -> str:
    """The label that somebody registered: `acme` of `mail.acme.co.uk`."""
    labels = [label for label in host.split(".") if label]
    if len(labels) >= 3 and labels[-2] in SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) >= 2 else ""


def tenant(address: str) -> str:
    """The customer's name in an applicant system's address: `acme@myworkday.com`, `no-reply@acme.recruitee.com`."""
    host = host_of(address)
    system = within(host, SYSTEMS)
    if system is None:
        return ""
    before = [label for label in host.removesuffix(system).strip(".").split(".") if label and label not in HOST_WORDS]
    user = re.split(r"[+]", address.rpartition("@")[0].casefold())
    names = [name for name in user if name and not NO_REPLY.match(name) and name not in HOST_WORDS]
    found = before[-1] if before else names[-1] if names else ""
    return "" if any(part in HOST_WORDS for part in re.split(r"[-_.]", found)) else found
