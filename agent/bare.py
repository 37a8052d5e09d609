"""A bare "yes" or "no" that no question waits for is answered as such, and never taken for news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.pending import Option, says_no
from tools.focus import Focus

YES = frozenset(
    ("yes", "y", "yep", "yeah", "yup", "ok", "okay", "sure", "confirm", "do it", "go ahead", "yes please", "yes do it",
     "please do", "sí", "si", "ja", "oui", "👍", "✅")
)  # fmt: skip
NO = frozenset(
    ("no", "n", "nope", "nah", "cancel", "stop", "no thanks", "never mind", "nevermind", "forget it", "don't", "nein",
     "non", "👎", "❌")
)  # fmt: skip


def answers_nothing(text: str, options: Sequence[Option], focus: Focus) -> str:
    """The words for a "yes" or a "no" that no question waits for: it must never be taken for news."""
    if options and says_no(text):
        return "All right, I changed nothing."
    said = " ".join(re.findall(r"[\w']+|[👍✅👎❌]", text.casefold()))
    if said not in YES and (said not in NO or focus.wanted is not None):
        return ""
    return "Please say which one." if options else "All right. No question is open, so I changed nothing."
