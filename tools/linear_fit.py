"""Fits the weights of a linear model with scikit-learn and packs them into a file; for `make train` only."""

from __future__ import annotations

import gzip
import json
from array import array
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

Blocks = tuple[list[str], ...]


def fit(labels: Sequence[str], rows: Sequence[Blocks], rarest: Sequence[int], strength: float, **head: Any) -> bytes:
    """The packed weights. `rows` hold the blocks of features of each example, `rarest` in how many examples a feature
    of each block must occur, `strength` the inverse of the regularisation; `head` is kept beside the weights."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    blocks, names, idf = [], [], []
    for part, least in enumerate(rarest):
        vectorizer = TfidfVectorizer(analyzer=itemgetter(part), min_df=least, sublinear_tf=True)
        blocks.append(vectorizer.fit_transform(rows))
        names += [str(name) for name in vectorizer.get_feature_names_out()]
        idf += [round(float(value), 3) for value in vectorizer.idf_]
    fitted = LogisticRegression(C=strength, max_iter=400, class_weight="balanced").fit(hstack(blocks).tocsr(), labels)
    return _packed(fitted, names, idf, head)


def _packed(fitted: Any, names: list[str], idf: list[float], head: dict[str, Any]) -> bytes:
    """Weights in one byte each, behind a line of JSON."""
    unit = float(abs(fitted.coef_).max()) / 127
    weights = array("b", [round(float(value) / unit) for row in fitted.coef_.T for value in row])
    first = {
        "labels": [str(label) for label in fitted.classes_],
        "bias": [round(float(value), 3) for value in fitted.intercept_],
        "unit": unit,
        "features": names,
        "idf": idf,
        **head,
    }
    return json.dumps(first, ensure_ascii=False, separators=(",", ":")).encode() + b"\0" + weights.tobytes()


def write(path: Path, data: bytes) -> None:
    """Write packed weights, the same bytes for the same weights."""
    with gzip.GzipFile(path, "wb", mtime=0) as out:
        out.write(data)
