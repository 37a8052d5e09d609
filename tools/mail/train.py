"""Trains the classes of mails from `examples/` and writes their weights; run by `make train`, never by the product."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from tools import linear_fit
from tools.mail import classes, composing, features, sentences, signs
from tools.mail.words import (
    conditions,
    english,
    english_else,
    english_late,
    french,
    german,
    meetings,
    portuguese,
    spanish,
)

# The inverse strength of the regularisation, by cross-validation on the examples.
STRENGTH = 3.0
RAREST = (2, 4)
MAKERS = (
    composing, features, sentences, signs, conditions, meetings, english, english_else, english_late, german, french,
    spanish, portuguese,
)  # fmt: skip


def digest() -> str:
    """A short hash of the examples and of all that makes features of them: the weights belong to exactly these."""
    parts = [path.read_text("utf-8") for path in sorted(composing.EXAMPLES.glob("*.txt"))]
    parts += [Path(str(module.__file__)).read_text("utf-8") for module in MAKERS]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def main() -> None:
    """Write the weights beside this file."""
    examples = list(composing.compose())
    rows = [classes.seen(example.subject, example.body, example.sender).blocks for example in examples]
    data = linear_fit.fit([example.status for example in examples], rows, RAREST, STRENGTH, digest=digest())
    linear_fit.write(Path(__file__).with_name(classes.MODEL), data)
    sys.stdout.write(f"{len(rows)} mails, {len(data)} bytes\n")


if __name__ == "__main__":
    main()
