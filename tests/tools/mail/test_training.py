"""The trained weights belong to the examples as they stand, and every class has examples in every language."""

from __future__ import annotations

from tools.mail import classes, composing, train
from tools.mail.finding import STATUSES
from tools.mail.signs import LEXICONS, lexicon


def test_the_weights_were_trained_on_these_examples() -> None:
    assert classes.model().head["digest"] == train.digest(), "run make train"


def test_each_class_has_examples_in_each_language() -> None:
    assert set(classes.model().labels) == set(STATUSES) == set(composing.COUNTS)
    for name in composing.COUNTS:
        assert {heading.split()[0] for heading in composing.sections(name)} == set(LEXICONS)


def test_each_class_has_phrases_in_each_language() -> None:
    for language in LEXICONS:
        named = {name for entries in lexicon(language).values() for name, _ in entries}
        assert set(STATUSES) - {"not_job"} <= named
