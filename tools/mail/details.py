"""What else a mail tells of an application: whom to write to, the link to follow, the kind of talk, the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.mail.addresses import is_no_reply, kind_of
from tools.mail.classes import Seen
from tools.mail.mail import Link, Mail
from tools.mail.sentences import Sentence
from tools.mail.words.companies import NO_NAME
from tools.mail.words.meetings import (
    ADDRESS,
    CLOSING,
    HIDDEN_EMPLOYER,
    KINDS,
    NEVER,
    PERSON,
    PORTAL,
    WANTED,
)

LONGEST_LINE = 300


def contact_of(mail: Mail, found: Sequence[Sentence], company: str | None) -> tuple[str | None, str | None]:
    """(name, address) of the person who writes; None for what a mail does not give."""
    address = next((each for each in (mail.reply_to, mail.sender) if each and _personal(each)), None)
    if address is None:
        addresses = [match.group(0).casefold().rstrip(".") for s in found for match in ADDRESS.finditer(s.text)]
        address = next((each for each in addresses if _personal(each)), None)
    name = _signed(mail.text, company) or (mail.sender_name if _looks_like_person(mail.sender_name, company) else None)
    return name, address


def _personal(address: str) -> bool:
    return not is_no_reply(address) and kind_of(address) in ("own", "free")


def _signed(text: str, company: str | None) -> str | None:
    """The name under a closing line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for n in range(len(lines) - 1, -1, -1):
        if CLOSING.match(lines[n]):
            return next((line for line in lines[n + 1 : n + 2] if _looks_like_person(line, company)), None)
    return None


def _looks_like_person(line: str, company: str | None) -> bool:
    words = [word.casefold().strip(".,") for word in line.split()]
    if not words or len(line) > 50 or PERSON.match(line.strip(" ,")) is None:
        return False
    named = company is not None and company.casefold() in line.casefold()
    return not named and not any(word in NO_NAME for word in words)


def link_of(mail: Mail, status: str) -> str | None:
    """The link that the person needs next; None where there is none to be told from the rest. It is never followed."""
    wanted = re.compile(WANTED.get(status, PORTAL), re.I)
    ranked = [
        (_worth(link, wanted), -n, link.url)
        for n, link in enumerate(mail.links)
        if not NEVER.search(link.url + link.text)
    ]
    best = max(ranked, default=(0, 0, ""))
    return best[2] if best[0] > 0 else None


def _worth(link: Link, wanted: re.Pattern[str]) -> int:
    return 2 * bool(wanted.search(link.text)) + bool(wanted.search(link.url))


def kind_of_interview(found: Sequence[Sentence]) -> str | None:
    """phone, video, onsite, technical, behavioral or panel; None where the mail does not say."""
    said = " ".join(sentence.low for sentence in found)
    return next((name for name, pattern in KINDS if re.search(pattern, said)), None)


def for_hidden_employer(found: Sequence[Sentence]) -> bool:
    """Whether an agency writes for somebody whom it does not name."""
    return any(HIDDEN_EMPLOYER.search(sentence.low) for sentence in found)


def telling_line(mail: Seen, status: str) -> str:
    """The sentence that says it, word for word; of several the plainest. Empty where nothing is said."""
    if status == "not_job":
        return ""
    ranked = [
        (2 * (not sign.open) - sign.sentence.subject - 0.5 * (len(sign.sentence.text) < 20), sign)
        for sign in mail.signs
        if sign.name in (status, f"{status}?")
    ]
    plain = [(worth, sign) for worth, sign in ranked if sign.name == status]
    chosen = max(plain or ranked, key=lambda pair: pair[0], default=None)
    sentence = chosen[1].sentence if chosen else _fullest(mail)
    return sentence.text[:LONGEST_LINE] if sentence else ""


def _fullest(mail: Seen) -> Sentence | None:
    """The sentence with most of what concerns applications, else the first."""
    named = [sign.sentence for sign in mail.signs if sign.name in ("job", "applied", "applied?")]
    return named[0] if named else next(iter(mail.sentences), None)
