"""From the bytes of a message, or from the fields of one, to a Mail; bounded, and never raises on what is sent."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from tools.mail import mime, tnef
from tools.mail.charset import whole
from tools.mail.html import Page, read_html, visible
from tools.mail.mail import Link, Mail
from tools.mail.mime import Part
from tools.mail.quotes import Forwarded, forwarded, own_words

MOST_TEXT = 200_000
MOST_CALENDARS = 4
LARGEST_CALENDAR = 256 * 1024
LONGEST_ADDRESS = 1_000
ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]@]{1,200}@[^\s<>,;:\"()\[\]@]{1,200}")
REFERENCE = re.compile(r"<([^<>\s]{3,500})>")
PLAIN_LINK = re.compile(r"https?://[^\s<>\"')\]]{4,1500}")
LOOKS_LIKE_HTML = re.compile(r"<(?:html|body|div|p|br|table|span|td|a)\b[^>]{0,200}>", re.I)
OWN_WORDS = 400
HEAD = 300
MOST_FORWARDS = 4


def mail_of(raw: bytes, owner: Collection[str] = ()) -> Mail:
    """The mail that these bytes are (RFC 822, or an mbox entry). `owner`: the person's own addresses in lower case;
    what comes from one of them is outgoing."""
    parts = mime.message(raw)
    head = parts[0].headers
    page = _page(parts)
    name, sender = named_address(head.get("from", ""))
    references = REFERENCE.findall(head.get("references", "")) or REFERENCE.findall(head.get("in-reply-to", ""))
    mail = Mail(
        id=_id(head.get("message-id", ""), raw),
        thread=references[0] if references else None,
        subject=head.get("subject", "")[:1000],
        sender=sender.casefold(),
        sender_name=name,
        recipients=_addresses(head),
        sent_at=_instant(head.get("date", "")),
        text=page.text,
        links=page.links,
        calendar=tuple(_calendars(parts)),
        outgoing=sender.casefold() in owner,
        reply_to=named_address(head.get("reply-to", ""))[1].casefold() or None,
        list_unsubscribe="list-unsubscribe" in head,
        authentication=head.get("authentication-results", "")[:500] or None,
    )
    return _readable(mail)


def mail_from(subject: str, sender: str, date: str, body: str, id: str) -> Mail:
    """The mail that these fields make: `sender` as in a From line, `date` ISO 8601 or RFC 822, `body` text or HTML."""
    subject, sender, body, id = map(whole, (subject, sender, body[:MOST_TEXT], id))
    page = _unlinked(body)
    name, address = named_address(sender.replace("\n", " "))
    if "@" not in address:
        name, address = sender.strip(), ""
    mail = Mail(
        id=id, subject=" ".join(visible(subject).split())[:1000], text=page.text, links=page.links,
        sender=address.casefold(), sender_name=" ".join(name.split()), sent_at=_instant(date),
    )  # fmt: skip
    return _readable(mail)


def _unlinked(body: str) -> Page:
    """The text of a body of unknown sort."""
    if len(LOOKS_LIKE_HTML.findall(body[:20_000])) > 1:
        return read_html(body)
    return Page(_tidy(body), tuple(Link("", url) for url in PLAIN_LINK.findall(body)[:200]))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in visible(text).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _page(parts: Sequence[Part]) -> Page:
    """The text of the message's own parts; of a message within it, where it says next to nothing itself."""
    outer, inner = _split_at_message(parts)
    page = _best(outer)
    if not inner or len(page.text) > OWN_WORDS:
        return page
    head = inner[0].headers
    within = _page(inner)
    marks = [f"{name.title()}: {head[name]}" for name in ("from", "date", "subject", "to") if head.get(name)]
    text = "\n".join([page.text, "---------- Forwarded message ----------", *marks, "", within.text])
    return Page(text[:MOST_TEXT], page.links + within.links)


def _split_at_message(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    for n, part in enumerate(parts):
        if n and part.kind == "message/rfc822":
            # The walk goes depth first: what lies deeper than the container belongs to it.
            end = next((m for m in range(n + 1, len(parts)) if parts[m].depth <= part.depth), len(parts))
            return [*parts[:n], *parts[end:]], parts[n + 1 : end]
    return parts, ()


def _best(parts: Sequence[Part]) -> Page:
    """What is meant to be read: HTML, as a person sees it, if there is text in it; else plain; else winmail.dat."""
    shown = [part for part in parts if not part.attached]
    html = [read_html(part.text()) for part in shown if part.kind == "text/html"][:3]
    if any(page.text for page in html):
        return Page(
            "\n".join(page.text for page in html)[:MOST_TEXT], tuple(link for page in html for link in page.links)
        )
    plain = "\n".join(part.text() for part in shown if part.kind == "text/plain")[:MOST_TEXT]
    if plain.strip():
        return _unlinked(plain)
    packed = next((part for part in parts if _is_packed(part)), None)
    return _unlinked(tnef.body(packed.content())[:MOST_TEXT]) if packed else Page("", ())


def _is_packed(part: Part) -> bool:
    return part.kind in ("application/ms-tnef", "application/vnd.ms-tnef") or part.name.casefold() == "winmail.dat"


def _calendars(parts: Sequence[Part]) -> list[bytes]:
    """Invitations, the same one sent twice kept once."""
    found = [
        part
        for part in parts
        if part.kind in ("text/calendar", "application/ics") or part.name.casefold().endswith(".ics")
    ]
    data = [part.content()[:LARGEST_CALENDAR] for part in found[: 2 * MOST_CALENDARS]]
    return list(dict.fromkeys(each for each in data if b"BEGIN:VCALENDAR" in each[:2000].upper()))[:MOST_CALENDARS]


def _addresses(head: dict[str, str]) -> tuple[str, ...]:
    said = " ".join(head[name][:10_000] for name in ("to", "cc", "delivered-to") if head.get(name))
    return tuple(dict.fromkeys(address.casefold() for address in ADDRESS.findall(said)))[:50]


def named_address(said: str) -> tuple[str, str]:
    """(name, address) of a From line, both empty where it holds no address; the first of several."""
    said = said[:LONGEST_ADDRESS]
    name, bracket, rest = said.partition("<")
    found = ADDRESS.search(rest if bracket else said)
    if found is None:
        return "", ""
    if not bracket:  # "jane@x.example (Jane Roe)", as old programs write it
        name = said[found.end() :].strip(" ()") if said[found.end() :].lstrip().startswith("(") else ""
    return name.strip().strip("\"'").replace("\\", ""), found.group(0)


def _id(said: str, raw: bytes) -> str:
    """The message's own name; one made of its bytes where it has none, so that the same mail is known again."""
    match = REFERENCE.search(said)
    return match.group(1) if match else said.strip()[:500] or hashlib.sha256(raw).hexdigest()[:32]


def _instant(said: str) -> datetime | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(said.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else None
    return None


def _readable(mail: Mail) -> Mail:
    """The same with only its own news as text. A forward that says next to nothing itself is the mail within it."""
    for _ in range(MOST_FORWARDS):
        within = None if mail.outgoing else forwarded(mail.text)
        if within is None or len(mail.text) - len(within.text) > OWN_WORDS + HEAD:
            break
        mail = _unwrapped(mail, within)
    return replace(mail, text=own_words(mail.text))


def _unwrapped(mail: Mail, within: Forwarded) -> Mail:
    name, address = named_address(within.sender.replace("[mailto:", "<").replace("]", ">"))
    return replace(
        mail,
        subject=within.subject or mail.subject,
        sender=address.casefold() if "@" in address else mail.sender,
        sender_name=name or mail.sender_name,
        sent_at=_instant(within.date) or mail.sent_at,
        text=within.text,
    )
