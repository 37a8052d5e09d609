"""Trains the intent stage from `examples/` and writes its weights; run by `make train`, never by the product."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from agent.offline import entities, intent, text, wording
from tools import linear_fit

EXAMPLES = Path(__file__).with_name("examples")
MARK = re.compile(r"\{(\w+):([^{}]*)\}")
# The inverse strength of the regularisation, by cross-validation on the examples.
STRENGTH = 20.0
RAREST = (2, 3)


def examples() -> Iterator[tuple[str, str]]:
    """(intent, marked-up sentence) of every line of the example files."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield path.stem, line.strip()


def digest() -> str:
    """A short hash of all examples and of how they are worded: the weights belong to exactly these."""
    parts = [f"{label}\t{line}" for label, line in examples()]
    parts += [Path(str(module.__file__)).read_text("utf-8") for module in (intent, wording)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def variants(marked: str) -> Iterator[str]:
    """The masked forms of one example: its companies known to the person, and unknown."""
    plain = MARK.sub(lambda m: m.group(2), marked)
    known = [m.group(2) for m in MARK.finditer(marked) if m.group(1) == "company"]
    for names in ([], known) if known else ([],):
        words = text.clean(plain, names)
        yield entities.mask(words, entities.find(words, names))


def ordinary() -> list[str]:
    """The words of the examples that stand outside their marks: no names of companies or people."""
    lines = [marked.casefold() for _, marked in examples()]
    named = {m.group(2) for line in lines for m in MARK.finditer(line) if m.group(1) in ("company", "person")}
    found = {word for line in lines for word in re.findall(r"[^\W\d_]{3,}", MARK.sub(" ", line))}
    return sorted(found - named)


def rows() -> tuple[list[str], list[str]]:
    """(labels, masked clauses) of all examples in all their forms."""
    labels, masked = [], []
    for label, marked in examples():
        for form in dict.fromkeys(variants(marked)):
            labels.append(label)
            masked.append(form)
    return labels, masked


def main() -> None:
    """Write the weights beside this file."""
    labels, masked = rows()
    found = [intent.features(form) for form in masked]
    data = linear_fit.fit(labels, found, RAREST, STRENGTH, digest=digest(), words=ordinary())
    linear_fit.write(Path(__file__).with_name(intent.MODEL), data)
    sys.stdout.write(f"{len(labels)} forms of examples, {len(set(labels))} intents, {len(data)} bytes\n")


if __name__ == "__main__":
    main()
