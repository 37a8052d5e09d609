"""A link that a person hands in: whether it is there already, and what stands behind it, read once and kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote

from storage import applications, postings
from storage.postings import Kept
from storage.records import Application
from tools.asking import Ask, Visit
from tools.context import Context
from tools.postings.identify import Identified, identify
from tools.postings.posting import Posting, ReadPosting
from tools.result import Result

FRESH = timedelta(days=7)
# What could not be read is not tried again at once.
TRIED = timedelta(minutes=10)
NO_NETWORK = "I am not connected here"
LINK = re.compile(r"(?:https?://|www\.)\S+", re.I)
KEPT = (
    "url", "platform", "company", "title", "location", "work_mode", "employment_type", "salary_min", "salary_max",
    "salary_currency", "salary_period", "posted_on", "deadline_on", "requisition", "description",
)  # fmt: skip
# Sites that show the postings of others: their own name is no employer's.
MARKETS = frozenset(
    "linkedin indeed simplify ripplematch adp dayforce brassring taleo handshake wellfound glassdoor ziprecruiter "
    "stepstone xing dice monster paylocity paycom".split()
)
LEADING = re.compile(r"^(?:\w{0,3}careers?|jobs?|karriere|external|hourly)\s+(?=\w)", re.I)
UNDER_COUNTRY = frozenset(("co", "com", "org", "net", "ac", "gov", "or"))
HOSTS = re.compile(r"^(?:www\d?|careers?|jobs?|karriere|stellen|recruiting|apply|work|join)\.", re.I)


@dataclass(frozen=True)
class Visited:
    """What came of a visit: the posting as it is kept now, None where it could not be read; then why, in words."""

    link: Identified
    kept: Kept | None = None
    trouble: str = ""
    closed: bool = False

    @property
    def company(self) -> str | None:
        """The employer that the link itself names, by its board or its domain; None where it names none."""
        ids = self.link.identifiers
        name = unquote(ids.get("board") or ids.get("tenant") or "")
        if not name and "host" in ids:
            labels = HOSTS.sub("", ids["host"]).split(".")[:-1]
            name = labels[-2] if len(labels) > 1 and labels[-1] in UNDER_COUNTRY else (labels or [""])[-1]
        # Some boards count: "Inn2" is the second board of Inn.
        words = LEADING.sub("", " ".join(name.replace("-", " ").replace("_", " ").split())).rstrip("0123456789")
        if self.link.platform in MARKETS or any(letter.isdigit() for letter in words):
            return None
        return words.title() if words.islower() else words or None


def link_key(link: Identified) -> str:
    """What two links to one posting have in common."""
    return link.key or link.url.partition("#")[0].partition("://")[2].rstrip("/").casefold()


def already(ctx: Context, url: str) -> Application | None:
    """The person's application with this very posting, whatever its link looked like; the latest of several."""
    link = identify(url)
    key = link_key(link)
    ids = link.identifiers
    part = next((ids[name] for name in ("job_id", "posting_uuid", "slug", "short") if ids.get(name)), None)
    part = part if link.key is not None and part is not None else link.url.partition("://")[2].partition("#")[0]
    for number, known in postings.with_link(ctx.db, ctx.user.id, part.rstrip("/")):
        if link_key(identify(known)) == key:
            return applications.get(ctx.db, ctx.user.id, number)
    return None


def visit(ctx: Context, url: str, then: Callable[[Context, Visited], Result]) -> Result:
    """Go on with what stands behind a link: as it was read lately, else from the network, outside of a transaction."""
    link = identify(url)
    kept = postings.find(ctx.db, ctx.user.id, link_key(link))
    if kept is not None and ctx.now - kept.read_at < (FRESH if kept.title else TRIED):
        return then(
            ctx, Visited(link, kept if kept.title else None, "" if kept.title else "I tried it a short while ago")
        )
    if not ctx.online:
        return then(ctx, Visited(link, trouble=NO_NETWORK))

    def go_on(fresh: Context, seen: ReadPosting | None) -> Result:
        if seen is None:
            return then(fresh, Visited(link, trouble=NO_NETWORK))
        return then(fresh, _kept(fresh, link, seen))

    return Ask(request=Visit(link.url), then=go_on)


def _kept(ctx: Context, link: Identified, seen: ReadPosting) -> Visited:
    """Keep what was read, and that nothing could be."""
    key = link_key(link)
    if not seen.closed:
        postings.keep(ctx.db, ctx.user.id, key, ctx.now, _row(seen.posting))
    kept = postings.find(ctx.db, ctx.user.id, key) if seen.posting.title else None
    return Visited(link, kept, seen.trouble, seen.closed)


def _row(posting: Posting) -> dict[str, object]:
    return {name: getattr(posting, name) for name in KEPT} | {"skills": list(posting.skills)}
