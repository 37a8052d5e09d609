"""From HTML to the text that a person sees: blocks on lines of their own, hidden parts gone, links aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tools.mail.mail import Link

MOST_LETTERS = 500_000
MOST_LINKS = 200
# Parsing time grows with the square of the depth: of a mail of more tags the rest is cut off.
MOST_TAGS = 10_000
BREAK = "\x1f"
NEVER_SEEN = "head, script, style, noscript, template, svg, object, [hidden], input[type=hidden], o\\:p:empty"
BLOCKS = (
    "p, div, br, tr, li, ul, ol, table, h1, h2, h3, h4, h5, h6, hr, section, article, header, footer, blockquote, "
    "pre, dl, dt, dd, center, address, figure, form, title"
)
QUOTES = (
    ".gmail_quote, .gmail_extra, blockquote[type=cite], .yahoo_quoted, .moz-cite-prefix, #divRplyFwdMsg, "
    "#appendonsend, .protonmail_quote, .zmail_extra, #OLK_SRC_BODY_SECTION"
)
MAY_HIDE = re.compile(
    r"none|hidden|mso-hide|font-size\s*:\s*[0-2](?:\.\d+)?(?![\d.])|max-height\s*:\s*[01]|opacity|transparent", re.I
)
HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?<!-)opacity\s*:\s*0(?:\.0+)?(?![\d.])|"
    r"(?<!-)color\s*:\s*transparent",
    re.I,
)
# Layout tables have a font size of nothing too, and set it again inside: it hides only where no element stands within.
SHRINKS = re.compile(r"font-size\s*:\s*(?:0(?:px|pt|r?em|%)?|[0-2](?:\.\d+)?(?:px|pt|%)?)\s*(?:;|$|!)", re.I)
CLOSED = re.compile(r"max-height\s*:\s*[01](?:px)?\s*(?:;|$|!)", re.I)
FORWARDED = re.compile(r"forwarded message|weitergeleitet|transféré|reenviado|encaminhad", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of an HTML mail, a line a block, and its links."""

    text: str
    links: tuple[Link, ...]


def read_html(source: str) -> Page:
    """What a person sees of an HTML mail; quoted history is left out. Never raises."""
    root = LexborHTMLParser(_bounded(source)).root
    if root is None:
        return Page("", ())
    _drop(root, NEVER_SEEN)
    if MAY_HIDE.search(source):
        _drop_hidden(root)
    _drop_quotes(root)
    links = tuple(_links(root))
    for node in root.css(BLOCKS):
        node.insert_before(BREAK)
        if node.first_child is not None:
            node.insert_after(BREAK)
    for node in root.css("td, th"):
        node.insert_after(" ")
    lines = (" ".join(line.split()) for line in visible(root.text()).split(BREAK))
    return Page("\n".join(line for line in lines if line), links)


def _bounded(source: str) -> str:
    source = source[:MOST_LETTERS]
    if source.count("<") <= MOST_TAGS:
        return source
    return "<".join(source.split("<", MOST_TAGS)[:MOST_TAGS])


def _drop(root: LexborNode, selector: str) -> None:
    for node in root.css(selector):
        node.decompose()


def _drop_hidden(root: LexborNode) -> None:
    gone = [node for node in root.css("[style]") if _is_hidden(node, node.attributes.get("style") or "")]
    for node in gone:
        # An outer one may have taken it along; to empty it twice does no harm.
        node.remove()


def _is_hidden(node: LexborNode, style: str) -> bool:
    if HIDES.search(style) or CLOSED.search(style):
        return True
    return SHRINKS.search(style) is not None and next(node.iter(), None) is None


def _drop_quotes(root: LexborNode) -> None:
    for node in root.css(QUOTES):
        if not FORWARDED.search(node.text()[:300]):
            node.remove()


def _links(root: LexborNode) -> list[Link]:
    found = []
    for node in root.css("a[href]")[:MOST_LINKS]:
        url = (node.attributes.get("href") or "").strip()
        if url.startswith(("http://", "https://")):
            found.append(Link(" ".join(visible(node.text()).split())[:200], url[:2000]))
    return found


INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text without signs that cannot be seen: fillers of preheaders, marks that turn the direction, tags."""
    return text if text.isascii() else INVISIBLE.sub("", text).replace("\u00a0", " ")
