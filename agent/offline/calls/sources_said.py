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


# "Through an agency, Pulse Nursing", "via the Pulse Nursing agency".
AGENCY = (
    r"(?:agency|agence|agentur|agencia|recruiter|recruitment (?:agency|company|firm)|staffing (?:agency|firm|company)|"
    r"temp agency|headhunter)"
)
LED = (
    r"\b(?:through|thru|via|by|from|with|using|over|per|über|par|por)\s+(?:(?:an?|the|my|this|their|eine|die|"
    r"une|una|la|l')\s*)?"
)
END = r"(?=\s*(?:[,.;)!?]|$|\b(?:at|in|for|as|to|and|who|they|bank|on|is|bei|chez|en)\b))"
OF_AGENCY = (
    re.compile(
        rf"{LED}(?:\w+\s+)?{AGENCY}(?:\s+(?:called|named|is))?[\s,:(-]+(?P<agency>(?-i:[A-ZÀ-Þ])[\w&'.-]*"
        rf"(?:\s+(?-i:[A-ZÀ-Þ&])[\w&'.-]*){{0,3}})",
        re.I,
    ),
    re.compile(
        rf"{LED}(?:\w+\s+)?{AGENCY}\s+(?:called|named)\s+(?P<agency>[\w&'.-]+(?:\s+[\w&'.-]+){{0,2}}?){END}", re.I
    ),
    re.compile(rf"{LED}(?:\w+\s+)?{AGENCY}[,:]\s+(?P<agency>[\w&'.-]+(?:\s+[\w&'.-]+){{0,2}}?)(?=\s*[,;])", re.I),
    re.compile(
        rf"{LED}(?P<agency>(?-i:[A-ZÀ-Þ])[\w&'.-]*(?:\s+(?-i:[A-ZÀ-Þ&])[\w&'.-]*){{0,3}}),?\s+(?:an?\s+)?{AGENCY}\b",
        re.I,
    ),
)


def agency(clause: Clause) -> str | None:
    """The name of the agency through which a job was found; None where none is named."""
    kept = right(clause.text)
    match = next((m for pattern in OF_AGENCY if (m := pattern.search(kept))), None)
    if match is None or any(
        m.kind != "source" and m.start < match.end("agency") and match.start("agency") < m.end for m in clause.mentions
    ):
        return None
    return " ".join(match["agency"].split()).strip(" .'")


def said(clause: Clause) -> str | None:
    """The source, in its usual form where it has one; None where none is named."""
    if named := agency(clause):
        return named
    mention = first(clause, "source")
    if mention is not None:
        return mention.value
    match = FOUND_ON.search(right(clause.text))
    words = (match["source"] or match["named"] or match["set"]).strip() if match else ""
    known = any(m.text in words or words in m.text for m in clause.of("company", "when", "mode"))
    return words if words and not known and words.casefold() not in ("time", "it", "there") else None
