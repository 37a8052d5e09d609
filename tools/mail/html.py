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
NEVER_SEEN = ("script", "style", "noscript", "template", "svg", "object", "title")
# A line break stands before each of these, and after those that something else may follow than one of its kind.
BLOCKS = (
    "p, div, br, tr, li, ul, ol, table, h1, h2, h3, h4, h5, h6, hr, section, article, header, footer, blockquote, "
    "pre, dl, dt, dd, center, address, figure, form"
)
ENDED = (
    "p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, section, article, header, footer, blockquote, pre, dl, center, form"
)
CELLS = "td + td, th + td, th + th, td + th"
QUOTES = (
    ".gmail_quote, .gmail_extra, blockquote[type=cite], .yahoo_quoted, .moz-cite-prefix, #divRplyFwdMsg, "
    "#appendonsend, .protonmail_quote, .zmail_extra, #OLK_SRC_BODY_SECTION"
)
QUOTED = (
    *(
        "gmail_",
        "=cite",
        '"cite"',
        "yahoo_quoted",
        "moz-cite",
        "divrplyfwdmsg",
        "appendonsend",
        "protonmail_quote",
        "zmail_extra",
    ),
    "olk_src_body_section",
)
# What may hide, and which elements have to be looked at where it stands in the source (in lower case).
MAY_HIDE = (
    *(
        ("display", '[style*="display:none" i], [style*="display: none" i], [style*="display :" i]'),
        ("visibility", '[style*="visibility" i]'),
        ("mso-hide", '[style*="mso-hide" i]'),
    ),
    *(("opacity", '[style*="opacity" i]'), ("transparent", '[style*="transparent" i]')),
    *(("max-height", '[style*="max-height" i]'), (" hidden", "[hidden]")),
)
TINY = re.compile(r"font-size\s*:\s*[0-2](?!\d)")
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
    root = _seen(source)
    links = tuple(_links(root)) if root is not None else ()
    return Page(_text(root), links)


def text_of(source: str) -> str:
    """The same without the links."""
    return _text(_seen(source))


def _seen(source: str) -> LexborNode | None:
    """The body without what nobody sees and without quoted history."""
    source = _bounded(source)
    tree = LexborHTMLParser(source)
    root = tree.body
    if root is None:
        return None
    low = source.casefold()
    inside = low[low.find("<body") + 1 :]
    if any(f"<{name}" in inside for name in NEVER_SEEN):
        root.strip_tags(list(NEVER_SEEN))
    for word, selector in MAY_HIDE:
        if word in low:
            _drop_hidden(root, selector)
    if TINY.search(low):
        _drop_hidden(root, '[style*="font-size" i]')
    if any(mark in low for mark in QUOTED):
        _drop_quotes(root)
    return root


def _text(root: LexborNode | None) -> str:
    if root is None:
        return ""
    for node in root.css(BLOCKS):
        node.insert_before(BREAK)
    for node in root.css(ENDED):
        node.insert_after(BREAK)
    for node in root.css(CELLS):
        node.insert_before(" ")
    lines = (" ".join(line.split()) for line in visible(root.text()).split(BREAK))
    return "\n".join(line for line in lines if line)


def _bounded(source: str) -> str:
    source = source[:MOST_LETTERS]
    if source.count("<") <= MOST_TAGS:
        return source
    return "<".join(source.split("<", MOST_TAGS)[:MOST_TAGS])


def _drop_hidden(root: LexborNode, selector: str) -> None:
    gone = [node for node in root.css(selector) if selector == "[hidden]" or _is_hidden(node)]
    for node in gone:
        # An outer one may have taken it along; to remove it twice does no harm.
        node.remove()


def _is_hidden(node: LexborNode) -> bool:
    style = node.attributes.get("style") or ""
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
