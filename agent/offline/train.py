"""Trains the intent stage from `examples/` and writes its weights; run by `make train`, never by the product."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from array import array
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

from agent.offline import entities, intent, text, wording

EXAMPLES = Path(__file__).with_name("examples")
MARK = re.compile(r"\{(\w+):([^{}]*)\}")
# The inverse strength of the regularisation, by cross-validation on the examples.
STRENGTH = 20.0


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


def fit(labels: list[str], masked: list[str]) -> bytes:
    """Fit the model with scikit-learn; give it in the form that `intent.model` reads."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    found = [intent.features(form) for form in masked]
    blocks, names, idf = [], [], []
    for part, rarest in ((0, 2), (1, 3)):
        vectorizer = TfidfVectorizer(analyzer=itemgetter(part), min_df=rarest, sublinear_tf=True)
        blocks.append(vectorizer.fit_transform(found))
        names += [str(name) for name in vectorizer.get_feature_names_out()]
        idf += [round(float(value), 3) for value in vectorizer.idf_]
    fitted = LogisticRegression(C=STRENGTH, max_iter=400, class_weight="balanced").fit(hstack(blocks).tocsr(), labels)
    return _packed(fitted, names, idf)


def _packed(fitted: Any, names: list[str], idf: list[float]) -> bytes:
    """Weights in one byte each, behind a line of JSON."""
    unit = float(abs(fitted.coef_).max()) / 127
    weights = array("b", [round(float(value) / unit) for row in fitted.coef_.T for value in row])
    head = {
        "labels": [str(label) for label in fitted.classes_],
        "bias": [round(float(value), 3) for value in fitted.intercept_],
        "unit": unit,
        "features": names,
        "idf": idf,
        "digest": digest(),
        "words": ordinary(),
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\0" + weights.tobytes()


def main() -> None:
    """Write the weights beside this file."""
    labels, masked = rows()
    data = fit(labels, masked)
    with gzip.GzipFile(Path(__file__).with_name(intent.MODEL), "wb", mtime=0) as out:
        out.write(data)
    sys.stdout.write(f"{len(labels)} forms of examples, {len(set(labels))} intents, {len(data)} bytes\n")


if __name__ == "__main__":
    main()
