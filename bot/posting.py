"""`jobbot posting`: what the reader of postings finds behind links, as JSON lines or in words; touches no database."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot import settings
from tools.postings.identify import identify
from tools.postings.posting import Posting, ReadPosting, as_line, from_url

LARGEST = 20_000_000  # bytes of a saved page
AT_ONCE = 8


class BadCall(ValueError):
    """Something that the command cannot do as it was called; the words say what to do."""


def run(environment: Mapping[str, str], asked: argparse.Namespace, source: Iterable[str], *, as_json: bool) -> int:
    """Print a line for each link; 1 where not one of them could be made out."""
    try:
        found, troubles = _found(environment, asked, source)
    except BadCall as error:
        sys.stderr.write(f"jobbot: {error}\n")
        return 1
    made_out = False
    for posting in found:
        made_out = made_out or posting.platform is not None
        sys.stdout.write((_line(posting) if as_json else _words(posting)) + "\n")
    for trouble in dict.fromkeys(troubles):
        sys.stderr.write(f"jobbot: {trouble}\n")
    if not made_out:
        sys.stderr.write("jobbot: none of these is a web address; one begins with https://.\n")
    return 0 if made_out and not troubles else 1


def _found(
    environment: Mapping[str, str], asked: argparse.Namespace, source: Iterable[str]
) -> tuple[Iterator[Posting], list[str]]:
    links = _links(asked.urls, source)
    if asked.html:
        return _saved(Path(asked.html), list(links)), []
    if asked.identify:
        return (from_url(identify(link)) for link in links), []
    parts = settings.read(environment)
    if parts.offline:
        raise BadCall("JOBBOT_OFFLINE is set, so nothing is fetched; use --identify or --html FILE.")
    read = asyncio.run(_fetched(parts.servers, list(links)))
    troubles = [f"{one.posting.url}: {one.trouble}." for one in read if one.trouble]
    return (one.posting for one in read), troubles


async def _fetched(servers: Mapping[str, str], links: list[str]) -> list[ReadPosting]:
    """What stands behind links, several at once, in their order."""
    from tools.clients.fetch import Fetcher, carried_out
    from tools.postings.read import read

    fetcher, gate = Fetcher(servers), asyncio.Semaphore(AT_ONCE)

    async def one(link: str) -> ReadPosting:
        found = identify(link)
        if found.platform is None:
            return ReadPosting(from_url(found), "it is no web address")
        async with gate:
            return await carried_out(fetcher, read(found))

    try:
        return list(await asyncio.gather(*(one(link) for link in links)))
    finally:
        await fetcher.close()


def _links(said: list[str], source: Iterable[str]) -> Iterator[str]:
    for word in said:
        if word != "-":
            yield word
            continue
        yield from (line.strip() for line in source if line.strip())


def _saved(path: Path, links: list[str]) -> Iterator[Posting]:
    """What a saved page says; of one link, or of none."""
    from tools.postings.page import read_page

    if len(links) > 1:
        raise BadCall("--html goes with one link: the one whose page was saved.")
    try:
        with path.open("rb") as file:
            markup = file.read(LARGEST).decode("utf-8", "replace")
    except OSError as error:
        raise BadCall(f"I could not read {path}: {error.strerror}.") from None
    return iter((read_page(markup, identify(links[0] if links else "")),))


def _line(posting: Posting) -> str:
    return json.dumps(as_line(posting), ensure_ascii=False)


def _words(posting: Posting) -> str:
    """The same for a person: a heading, and a line for each thing that is known."""
    head = posting.url or "(a saved page)"
    told = {**{f"{name}": value for name, value in posting.identifiers.items()}, **as_line(posting)}
    lines = [
        f"  {name.replace('_', ' ')}: {value}"
        for name, value in told.items()
        if value is not None and name not in ("url", "identifiers")
    ]
    return "\n".join((head, *lines))
