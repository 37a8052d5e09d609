"""Words that tell of a change, and words that do not."""

from __future__ import annotations

import pytest

from agent.claims import claims


@pytest.mark.parametrize(
    "said",
    [
        "I just went ahead and marked Wayne as rejected.",
        "Wayne has now been marked as rejected.",
        "Got it – saved as applied.",
        "Okay, all done.",
        "Wayne is now archived.",
        "✅ Wayne – cook",
        "Ich habe deine Bewerbung bei Wayne als Koch eingetragen.",
        "Deine Bewerbung wurde gespeichert.",
        "Alles klar, habe ich notiert.",
        "Wayne ist jetzt als abgelehnt markiert.",
        "J’ai bien enregistré votre candidature.",
        "Votre candidature a été ajoutée.",
        "Voilà, c'est fait.",
        "Ya he registrado la entrevista.",
        "Se ha añadido Wayne.",
        "Registré tu candidatura en Wayne.",
        "¡Hecho!",
    ],
)
def test_a_change_is_told_of(said: str) -> None:
    assert claims(said)


@pytest.mark.parametrize(
    "said",
    [
        "I have no application at Wayne.",
        "I haven't logged anything yet.",
        "I set great store by it.",
        "Your interview is scheduled for Tuesday.",
        "Saved jobs are Wayne and Hooli.",
        "Marked differences exist between the offers.",
        "Done with interviews? Then write a note of thanks.",
        "Ich habe noch nichts geändert.",
        "Dein Interview ist für Dienstag eingetragen.",
        "Je n'ai rien enregistré.",
        "No he guardado nada.",
        "La entrevista está programada para el martes.",
    ],
)
def test_no_change_is_told_of(said: str) -> None:
    assert not claims(said)
