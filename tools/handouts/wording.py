"""The words of a report in English, German and French; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.status import Status
from tools.handouts.order import Language


@dataclass(frozen=True)
class Words:
    """All fixed words of a report. `outcomes` by status; `channels` by the names under which sources are kept."""

    title: str
    name: str
    period: str
    until: str
    since: str
    whole: str
    made: str
    total: str
    columns: tuple[str, str, str, str, str]
    summary: str
    facts: tuple[str, str, str, str]
    weeks: str
    steps: str
    sent: str
    goal: str
    none: str
    signature: str
    page: str
    outcomes: dict[Status, str]
    channels: dict[str, str]


def day_of(day: date, language: Language) -> str:
    """A day as it is written in the language, never to be read in two ways."""
    if language == "de":
        return f"{day:%d.%m.}{day.year}"
    return f"{day:%d/%m/}{day.year}" if language == "fr" else f"{day.day} {day:%b} {day.year}"


ENGLISH = Words(
    title="Record of job applications",
    name="Name",
    period="Period",
    until="{first} to {last}",
    since="up to {last}",
    whole="all, up to {last}",
    made="Date of this record",
    total="Applications sent",
    columns=("Date", "Company", "Position", "Channel", "Outcome"),
    summary="Summary",
    facts=("Answers", "Interviews reached", "Offers", "Rejections"),
    weeks="Applications a week",
    steps="How far they came",
    sent="sent",
    goal="goal",
    none="No application was sent in this period.",
    signature="Place, date, signature",
    page="Page {page} of {pages}",
    outcomes={
        Status.SAVED: "not sent yet",
        Status.APPLIED: "no answer yet",
        Status.SCREENING: "in contact",
        Status.ASSESSMENT: "test or task",
        Status.INTERVIEW: "interview",
        Status.OFFER: "offer",
        Status.ACCEPTED: "accepted",
        Status.REJECTED: "rejected",
        Status.WITHDRAWN: "withdrawn",
        Status.DECLINED: "offer declined",
        Status.GHOSTED: "no answer",
    },
    channels={},
)

GERMAN = Words(
    title="Nachweis der Eigenbemühungen",
    name="Name",
    period="Zeitraum",
    until="{first} bis {last}",
    since="bis {last}",
    whole="gesamt, bis {last}",
    made="Stand",
    total="Versandte Bewerbungen",
    columns=("Datum", "Firma", "Stelle", "Weg", "Ergebnis"),
    summary="Überblick",
    facts=("Antworten", "Vorstellungsgespräche", "Zusagen", "Absagen"),
    weeks="Bewerbungen pro Woche",
    steps="Wie weit sie kamen",
    sent="versandt",
    goal="Ziel",
    none="In diesem Zeitraum wurde keine Bewerbung versandt.",
    signature="Ort, Datum, Unterschrift",
    page="Seite {page} von {pages}",
    outcomes={
        Status.SAVED: "noch nicht beworben",
        Status.APPLIED: "noch offen",
        Status.SCREENING: "in Kontakt",
        Status.ASSESSMENT: "Test",
        Status.INTERVIEW: "Gespräch",
        Status.OFFER: "Zusage",
        Status.ACCEPTED: "angenommen",
        Status.REJECTED: "Absage",
        Status.WITHDRAWN: "zurückgezogen",
        Status.DECLINED: "abgelehnt",
        Status.GHOSTED: "keine Antwort",
    },
    channels={
        "referral": "Empfehlung",
        "company site": "Firmenseite",
        "a recruiter": "Vermittlung",
        "job board": "Stellenportal",
        "by email": "E-Mail",
        "by text": "Kurznachricht",
        "internal posting": "intern",
        "newspaper": "Zeitung",
        "walk-in": "persönlich",
        "job fair": "Jobmesse",
    },
)

FRENCH = Words(
    title="Justificatif de recherche d’emploi",
    name="Nom",
    period="Période",
    until="du {first} au {last}",
    since="jusqu’au {last}",
    whole="toutes, jusqu’au {last}",
    made="Établi le",
    total="Candidatures envoyées",
    columns=("Date", "Entreprise", "Poste", "Canal", "Résultat"),
    summary="Synthèse",
    facts=("Réponses", "Entretiens obtenus", "Offres", "Refus"),
    weeks="Candidatures par semaine",
    steps="Jusqu’où elles sont allées",
    sent="envoyées",
    goal="cible",
    none="Aucune candidature n’a été envoyée pendant cette période.",
    signature="Lieu, date, signature",
    page="Page {page} sur {pages}",
    outcomes={
        Status.SAVED: "pas encore envoyée",
        Status.APPLIED: "en attente",
        Status.SCREENING: "en contact",
        Status.ASSESSMENT: "test ou exercice",
        Status.INTERVIEW: "entretien",
        Status.OFFER: "offre",
        Status.ACCEPTED: "offre acceptée",
        Status.REJECTED: "refus",
        Status.WITHDRAWN: "retirée",
        Status.DECLINED: "offre déclinée",
        Status.GHOSTED: "sans réponse",
    },
    channels={
        "referral": "recommandation",
        "company site": "site de l’entreprise",
        "a recruiter": "recruteur",
        "job board": "site d’emploi",
        "by email": "courriel",
        "by text": "message",
        "internal posting": "annonce interne",
        "newspaper": "presse",
        "walk-in": "sur place",
        "job fair": "salon de l’emploi",
    },
)
WORDS: dict[Language, Words] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
