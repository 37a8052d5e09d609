"""What the model sees of a mail: the phrases found in it, who sent it, and its words; not who it is about."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from tools.mail.addresses import is_no_reply, kind_of
from tools.mail.sentences import Sentence
from tools.mail.signs import Sign
from tools.mail.words.titles import HEADS

MOST_WORDS = 400
OUTCOMES = ("applied", "assessment", "interview", "offer", "rejected", "withdrawn", "update")
CONTEXTS = ("job", "nudge", "alert", "cold", "other", "mass")


def features(found: Sequence[Sentence], signs: Sequence[Sign], sender: str) -> tuple[list[str], list[str]]:
    """Two blocks: the phrases with their circumstances, and the words with pairs of neighbours."""
    return list(_phrases(found, signs, sender)), _words(found)


def _phrases(found: Sequence[Sentence], signs: Sequence[Sign], sender: str) -> list[str]:
    counts = Counter(f"{sign.name}~" if sign.open else sign.name for sign in signs)
    names = [name for name, count in counts.items() for _ in range(min(count, 3))]
    stated = [name for name in OUTCOMES if counts[name]]
    around = [name for name in CONTEXTS if counts[name]]
    names += [f"{a}+{b}" for a, b in itertools.combinations([*stated, *around], 2)]
    names += [f"subject:{sign.name}" for sign in signs if sign.sentence.subject]
    names += [f"first:{next((s.name for s in signs if not s.open and s.name in stated), 'nothing')}"]
    names += [f"only:{stated[0] if len(stated) == 1 else len(stated)}", f"no:{not counts['job']}"]
    titled = any(word in HEADS for sentence in found[:12] for word in sentence.words)
    names += [f"titled:{titled}"]
    names += [f"long:{min(len(found) // 12, 4)}"]
    return [*names, *_of_sender(sender)]


def _of_sender(sender: str) -> list[str]:
    kind = kind_of(sender)
    return [f"from:{kind}"] + ([f"noreply:{is_no_reply(sender)}"] if kind != "none" else [])


def _words(found: Sequence[Sentence]) -> list[str]:
    words: list[str] = []
    for sentence in found:
        inside = sentence.words
        words += inside
        words += map(" ".join, itertools.pairwise(inside))
        if len(words) > 2 * MOST_WORDS:
            break
    return words[: 2 * MOST_WORDS]
