"""How a masked clause is worded for the intent stage: job titles, unknown names and numbers become marks."""

from __future__ import annotations

import re

from agent.offline import lexicon, roles
from agent.offline.chunks import is_mixed

WORD = re.compile(r"<\w+>|[^\W\d_][\w'-]*|\d+|[?!]")
# Heads of titles that are everyday words of this domain.
PLAIN = frozenset(("offer", "test", "manager", "head", "recruiter", "lead", "interviewer", "contact"))
NEVER_MODIFIERS = frozenset(
    ("the", "a", "an", "application", "applications", "app", "as", "in", "to", "at", "for", "on")
)
ME = frozenset(("I", "I'm", "I've", "I'd", "I'll"))


def reworded(masked: str) -> list[str]:
    """The words in lower case; a job title is `<role>`, a name in capitals `<company>`, a number `<num>`."""
    mixed = is_mixed(masked)
    words: list[str] = []
    for number, word in enumerate(WORD.findall(masked)):
        low = word.casefold()
        if low.startswith("<"):
            words.append(low)
        elif low not in PLAIN and roles.is_head(low):
            while words and words[-1] in lexicon.words("role_modifiers.txt") and words[-1] not in NEVER_MODIFIERS:
                words.pop()
            words.append("<role>")
        elif mixed and number and word[0].isupper() and word not in ME:
            if not words or words[-1] != "<company>":
                words.append("<company>")
        else:
            words.append("<num>" if word.isdigit() else low)
    return words
