"""The trained weights belong to the examples as they stand."""

from __future__ import annotations

from agent.offline import build, intent, train


def test_the_weights_were_trained_on_these_examples() -> None:
    assert intent.model().head["digest"] == train.digest(), "run make train"


def test_each_intent_has_examples_and_a_builder() -> None:
    labels = {label for label, _ in train.examples()}
    assert set(intent.model().labels) == labels
    assert labels <= set(build.BUILDERS)
