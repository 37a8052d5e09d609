"""Stage 5b: items of a list that hold a name and a title at once: "Lidl cashier, Aldi store assistant"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.offline import lexicon, roles
from agent.offline.chunks import EMPLOYERS, Chunk
from agent.offline.smallwords import COMPANY_LEADS, JOINERS

LEADS = JOINERS | frozenset((",", "/", ";", "+", ""))


def parted(chunks: Sequence[Chunk], *, mixed: bool) -> list[Chunk]:
    """The chunks, those that go on a list of jobs with "Name title" cut in two; `mixed`: capitals mean something."""
    return list(_parted(chunks, mixed))


def _parted(chunks: Sequence[Chunk], mixed: bool) -> Iterator[Chunk]:
    listing = parallel = False
    for chunk in chunks:
        goes_on = chunk.lead in LEADS if listing else not mixed and chunk.lead in COMPANY_LEADS
        name = _name(chunk, mixed, parallel) if goes_on and chunk.mention is None else ""
        listing = listing or chunk.mention is not None or chunk.lead in COMPANY_LEADS
        parallel = parallel or bool(name)
        if not name:
            yield chunk
            continue
        yield replace(chunk, text=name, end=chunk.start + len(name))
        title = chunk.text[len(name) :].lstrip()
        yield Chunk("", title, chunk.end - len(title), chunk.end)


def _name(chunk: Chunk, mixed: bool, parallel: bool) -> str:
    """The name that a chunk begins with, where a title is all that follows it; else "".

    `parallel`: an item before it was of this form, so that a name in small letters needs not be a famous one.
    """
    name, title = roles.split(chunk.text) or ("", "")
    low = name.casefold()
    if not name or not chunk.text.startswith(name) or not chunk.text.endswith(title):
        return ""
    if low in lexicon.words("famous.txt") | lexicon.words("employers.txt"):
        return name
    capital = all(word[:1].isupper() for word in name.split()) and title[:1].islower()
    likely = capital if mixed else parallel
    plain = lexicon.words("not_companies.txt") | EMPLOYERS
    return name if likely and not all(word in plain for word in low.split()) else ""
