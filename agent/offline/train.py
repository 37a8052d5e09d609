"""Trains the intent stage from `examples/` and writes its weights; run by `make train`, never by the product."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from agent.offline import entities, intent, text

EXAMPLES = Path(__file__).with_name("examples")
MARK = re.compile(r"\{(\w+):([^{}]*)\}")
MASKED = {"company": " <company> ", "role": " <role> ", "person": " <person> ", "place": " <place> "}
SMALLEST = 4  # weights under 0.04 are left out


def examples() -> Iterator[tuple[str, str]]:
    """(intent, marked-up sentence) of every line of the example files."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield path.stem, line.strip()


def digest() -> str:
    """A short hash of all examples and of the features' code: the weights belong to exactly these."""
    parts = [f"{label}\t{line}" for label, line in examples()]
    parts.append(Path(intent.__file__).read_text("utf-8").split("def features")[1].split("@cache")[0])
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def variants(marked: str) -> Iterator[str]:
    """The masked forms of one example: its companies known to the person, and unknown."""
    plain = MARK.sub(lambda m: m.group(2), marked)
    known = [m.group(2) for m in MARK.finditer(marked) if m.group(1) == "company"]
    for names in ([], known) if known else ([],):
        words = text.clean(plain, names)
        yield entities.mask(words, entities.find(words, names))


def train(skip: frozenset[int] = frozenset()) -> tuple[list[str], list[list[str]], list[str]]:
    """Features and labels of all examples, those at the indices in `skip` left out."""
    rows, labels, sources = [], [], []
    for index, (label, marked) in enumerate(examples()):
        if index in skip:
            continue
        for masked in dict.fromkeys(variants(marked)):
            rows.append(intent.features(masked))
            labels.append(label)
            sources.append(masked)
    return labels, rows, sources


def fit(labels: list[str], rows: list[list[str]]) -> dict[str, object]:
    """Fit the model with scikit-learn and give its weights in the form that `intent.model` reads."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = CountVectorizer(analyzer=lambda row: row, binary=True, min_df=2)
    matrix = vectorizer.fit_transform(rows)
    fitted = LogisticRegression(C=3.0, max_iter=400, class_weight="balanced").fit(matrix, labels)
    weights: dict[str, list[int]] = {}
    for column, name in enumerate(vectorizer.get_feature_names_out()):
        pairs: list[int] = []
        for row, value in enumerate(fitted.coef_[:, column]):
            if abs(rounded := round(float(value) * 100)) >= SMALLEST:
                pairs += [row, rounded]
        if pairs:
            weights[str(name)] = pairs
    bias = [round(float(value), 3) for value in fitted.intercept_]
    return {"labels": [str(c) for c in fitted.classes_], "bias": bias, "weights": weights, "digest": digest()}


def main() -> None:
    """Write the weights beside this file."""
    labels, rows, _ = train()
    data = json.dumps(fit(labels, rows), separators=(",", ":"), ensure_ascii=False, sort_keys=True)
    with gzip.GzipFile(Path(__file__).with_name(intent.MODEL), "wb", mtime=0) as out:
        out.write(data.encode())
    sys.stdout.write(f"{len(labels)} examples, {len(set(labels))} intents, {len(data)} bytes of weights\n")


if __name__ == "__main__":
    main()
