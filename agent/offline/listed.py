"""Stage 5b: items of a list that hold a name and a title at once: "Lidl cashier, Aldi store assistant"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.offline import lexicon, roles
from agent.offline.chunks import EMPLOYERS, Chunk
from agent.offline.smallwords import COMPANY_LEADS, JOINERS

LEADS = JOINERS | frozenset((",", "/", ";", "+", ""))
HEADS = frozenset((":", "-"))  # behind these begins a list that words before them announce


def parted(chunks: Sequence[Chunk], *, mixed: bool) -> list[Chunk]:
    """The chunks, those that go on a list of jobs with "Name title" cut in two; `mixed`: capitals mean something."""
    return list(_parted(chunks, mixed))


def _parted(chunks: Sequence[Chunk], mixed: bool) -> Iterator[Chunk]:
    head = next((i for i in range(len(chunks)) if _is_headed(chunks[:i], chunks[i:])), len(chunks))
    alike = _are_alike(chunks[head:])
    listing, parallel = False, alike and any(_is_employer(item) for item in chunks[head:])
    for i, chunk in enumerate(chunks):
        goes_on = i == head or (chunk.lead in LEADS if listing else not mixed and chunk.lead in COMPANY_LEADS)
        name = _name(chunk, mixed, parallel, alike) if goes_on and chunk.mention is None else ""
        listing = listing or i == head or chunk.mention is not None or chunk.lead in COMPANY_LEADS
        parallel = parallel or bool(name)
        if not name:
            yield chunk
            continue
        # Who heads a list says to whom these were sent, as "to" would.
        yield replace(chunk, text=name, end=chunk.start + len(name), lead="to" if i == head else chunk.lead)
        title = chunk.text[len(name) :].lstrip()
        yield Chunk("", title, chunk.end - len(title), chunk.end)


def _is_headed(head: Sequence[Chunk], items: Sequence[Chunk]) -> bool:
    """Whether a list begins behind a colon or a dash, and what stands before it names no employer: "3 today: …"."""
    opens = items[0].lead in HEADS and len(items) > 1 and all(item.lead in LEADS for item in items[1:])
    return opens and bool(head) and not any(_may_name(chunk) for chunk in head)


def _may_name(chunk: Chunk) -> bool:
    if chunk.mention is not None:
        return chunk.mention.kind == "company"
    words = re.findall(r"[^\W\d_]+", chunk.text.casefold())
    return not all(word in lexicon.words("not_companies.txt") for word in words)


def _are_alike(items: Sequence[Chunk]) -> bool:
    """Whether each item of a list is a name with a title behind it; a known company and its title are chunks apart."""
    return all(
        item.mention is not None or _halves(item) is not None or roles.score(item.text) >= roles.TITLE for item in items
    )


def _halves(chunk: Chunk) -> tuple[str, str] | None:
    """The name that a chunk begins with and the title that is all that follows it."""
    name, title = roles.split(chunk.text) or ("", "")
    return (name, title) if name and chunk.text.startswith(name) and chunk.text.endswith(title) else None


def _is_employer(chunk: Chunk) -> bool:
    """Whether a chunk begins with the name of a well-known employer."""
    name, _ = _halves(chunk) or ("", "")
    return name.casefold() in lexicon.words("famous.txt") | lexicon.words("employers.txt")


def _name(chunk: Chunk, mixed: bool, parallel: bool, alike: bool) -> str:
    """The name that a chunk begins with, where a title is all that follows it; else "".

    `parallel`: an item before it was of this form, so that a name in small letters needs not be a famous one;
    `alike`: all of the list are, so that a title may have a capital too.
    """
    name, title = _halves(chunk) or ("", "")
    if not name or _is_employer(chunk):
        return name
    capital = all(word[:1].isupper() for word in name.split()) and (alike or title[:1].islower())
    likely = capital if mixed else parallel
    plain = lexicon.words("not_companies.txt") | EMPLOYERS
    return name if likely and not all(word in plain for word in name.casefold().split()) else ""
