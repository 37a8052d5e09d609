"""The words of a note or a reminder as the person typed them: what was mended for understanding is put back."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

WORD = re.compile(r"\S+")
EDGE = " \t\n\"'“”„,:;-"


def restored(part: str, said: str) -> str:
    """The stretch of `said` that became `part`, a stretch of the mended words; `part` itself where it is not found."""
    mended, typed = WORD.findall(part), list(WORD.finditer(said))
    if not mended or not typed or part in said:
        return part
    words = [match.group() for match in typed]
    matcher = SequenceMatcher(None, [w.casefold() for w in words], [w.casefold() for w in mended], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks or sum(block.size for block in blocks) < len(mended) / 2:
        return part
    first = blocks[0].a - blocks[0].b
    last = blocks[-1].a + blocks[-1].size - 1 + (len(mended) - blocks[-1].b - blocks[-1].size)
    if not 0 <= first <= last < len(words):
        return part
    found = said[typed[first].start() : typed[last].end()]
    return found.strip(EDGE) or part
