"""HTML of others as plain text: what a person would read, with lines and list marks; runs nothing, loads nothing."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MOST = 40_000  # characters of a description that are kept
ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))
BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr|/ul|/ol|/section|hr)\b[^>]*>", re.I)
ITEMS = re.compile(r"<\s*li\b[^>]*>", re.I)
HIDDEN = "script, style, noscript, template, svg, iframe, head"


def text_of(markup: str, *, escaped: bool = False) -> str | None:
    """The text of a piece of HTML, a line for each block; None where there is none.

    `escaped`: the markup was escaped once more than its place asks for.
    """
    source = markup[: MOST * 8]
    if escaped or ("&lt;" in source and "<" not in source):
        # One level, for those that markup is escaped with; the parser reads what else there is.
        for sign, meant in ESCAPED:
            source = source.replace(sign, meant)
    if "<" in source:
        source = BREAKS.sub("\n", ITEMS.sub("\n• ", source))
        source = visible(parsed(source))
    else:
        source = html.unescape(source)
    lines = (" ".join(line.split()) for line in source.replace("\u200b", "").splitlines())
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "•")).strip()
    return text[:MOST].replace("\x00", "") or None


def visible(tree: LexborHTMLParser) -> str:
    """The text of a page that a person sees."""
    for node in tree.css(HIDDEN):
        node.decompose()
    return tree.body.text(separator="") if tree.body is not None else ""


def parsed(markup: str) -> LexborHTMLParser:
    """A page, however broken."""
    return _parser()(markup.replace("\x00", ""))


@cache
def _parser() -> type[LexborHTMLParser]:
    """Loaded when a page is there to be read."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser
