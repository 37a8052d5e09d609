"""Which source of the person's own a name means: "Seek" and "seek.com.au", an agency and a recruiter are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage import groups
from tools.context import Context

ENDING = re.compile(r"\.(?:com?|net|org|jobs|[a-z]{2})(?:\.[a-z]{2})?$")
ARTICLE = re.compile(r"^(?:an?|the|my) ")
AGENCIES = frozenset(
    "recruiter|agency|agencie|recruitment agency|recruiting agency|staffing agency|temp agency|job agency|headhunter|"
    "employment agency".split("|")
)


def own(ctx: Context, said: str) -> str | None:
    """The source as the person has noted it: spelt so, else but for its ending, its article or its plural."""
    words = said.casefold()
    noted = [group.name for group in groups.by(ctx.db, ctx.user.id, "source") if group.name]
    return _spelt(words, noted) or next((name for name in noted if _plain(name) == _plain(words)), None)


def _spelt(words: str, noted: Iterable[str]) -> str | None:
    said = {form.replace("-", " ") for form in (words, words.removesuffix("s"))}
    return next((name for name in noted if name.replace("-", " ") in said), None)


def _plain(source: str) -> str:
    """A source without what people leave out of its name."""
    name = ARTICLE.sub("", ENDING.sub("", source.replace("-", " "))).removesuffix("s")
    return "agency" if name in AGENCIES else name
