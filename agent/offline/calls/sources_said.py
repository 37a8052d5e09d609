"""Where a job was found, as said: a source that is known by name, or any other behind "found it on"."""

from __future__ import annotations

import re

from agent.offline.calls.said import first, right
from agent.offline.clause import Clause

FOUND_ON = re.compile(
    r"\b(?:found|saw|seen|spotted|posted|advertised|listed|came across|heard (?:about|of)|discovered|gefunden|gesehen|"
    r"entdeckt|"
    r"encontr\w+|vi|visto|trouvé\w*|vue?|découvert\w*)\b[^,;!?]*?\s"
    r"(?:on|via|through|thru|in|from|by|over|auf|über|bei|durch|en|por|sur|par|grâce à|dans)\s+(?:(?:the|"
    r"an?|my|der|dem|den|einen?|el|la|un|una|le|les|une)\s+)*(?P<source>[^\W_][\w.&' "
    r"-]{1,40}?)(?=\s*(?:[,.;!?]|$|\band\b|\bnot\b))"
    r"|\b(?:source|quelle|fuente)\b(?:\s+(?:for|of|at|bei|de|pour)\s+[^:]+?)?\s*(?:is|was|should be|:|=|"
    r"ist|war|es|est)\s*(?P<named>[^\W_][\w.&' -]{1,40}?)(?=\s*(?:[,.;!?]|$|\bnot\b))"
    r"|\bwhere i (?:found|saw|got|came across)\b[^,;!?]*?(?:\b(?:to|is|was|should be)\b|:)\s*(?:on\s+)?"
    r"(?P<set>[^\W_][\w.&' -]{1,40}?)(?=\s*(?:[,.;!?]|$))",
    re.I,
)


def said(clause: Clause) -> str | None:
    """The source, in its usual form where it has one; None where none is named."""
    mention = first(clause, "source")
    if mention is not None:
        return mention.value
    match = FOUND_ON.search(right(clause.text))
    words = (match["source"] or match["named"] or match["set"]).strip() if match else ""
    known = any(m.text in words for m in clause.of("company", "when", "mode"))
    return words if words and not known and words.casefold() not in ("time", "it", "there") else None
