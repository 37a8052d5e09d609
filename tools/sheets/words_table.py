"""The words by which people and programs say where an application stands, in four languages, and other short words."""

from __future__ import annotations

from storage.status import Status

STATUSES: dict[Status, str] = {
    Status.SAVED: "saved|wishlist|bookmarked|to apply|interested|not applied|not applied yet|not yet applied|backlog|"
    "lead|leads|prospect|draft|considering|researching|planned|planning|to do|todo|want to apply|shortlist|"
    "shortlisted by me|preparing|ready to apply|not started|open to apply|will apply|opportunity|"
    "gespeichert|gemerkt|vorgemerkt|geplant|noch nicht beworben|zu bewerben|interessant|merkliste|entwurf|offen lassen|"
    "enregistré|enregistrée|à postuler|a postuler|intéressé|favori|à envoyer|en préparation|brouillon|à faire|"
    "guardado|guardada|por aplicar|pendiente de aplicar|interesado|interesada|por enviar|borrador|"
    "favorito|por solicitar",
    Status.APPLIED: "applied|sent|submitted|application sent|application submitted|waiting|pending|awaiting response|"
    "awaiting reply|waiting for response|no response yet|no reply yet|in progress|open|active|applying|applied online|"
    "under consideration|application received|received|confirmation received|submitted application|done|yes|"
    "applied waiting|waiting to hear back|awaiting|ongoing|"
    "beworben|abgeschickt|gesendet|versendet|verschickt|bewerbung verschickt|bewerbung gesendet|eingereicht|offen|"
    "laufend|wartend|warte auf antwort|in bearbeitung|warten|ausstehend|eingangsbestätigung|läuft|"
    "bewerbung abgeschickt|postulé|postulée|envoyé|envoyée|candidature envoyée|en attente|candidaté|en cours|"
    "en attente de réponse|soumis|soumise|transmise|enviado|enviada|aplicado|aplicada|solicitado|solicitada|"
    "postulado|postulada|en espera|pendiente|en curso|esperando respuesta|inscrito|inscrita|presentada|en proceso",
    Status.SCREENING: "screening|screen|phone screen|phone call|recruiter screen|recruiter call|phone screening|"
    "hr screen|"
    "in review|under review|reviewing|hr call|initial screen|recruiter|contacted|in contact|heard back|reached out|"
    "responded|shortlisted|application viewed|viewed|telefonat|telefoninterview mit hr|vorauswahl|in prüfung|"
    "wird geprüft|erstgespräch telefonisch|rückmeldung erhalten|in kontakt|présélection|preselection|"
    "premier contact|appel rh|contacté|contactée|en cours d examen|à l étude|preselección|llamada|llamada de rrhh|"
    "en revisión|contactado|contactada|cribado|filtro|primer contacto",
    Status.ASSESSMENT: "assessment|test|take home|take home test|coding test|coding challenge|online assessment|oa|"
    "technical test|challenge|online test|case study|skills test|trial|trial shift|homework|assignment|"
    "einstellungstest|testaufgabe|probearbeiten|probearbeit|probetag|eignungstest|aufgabe|test technique|"
    "étude de cas|exercice|essai|journée d essai|évaluation|prueba|prueba técnica|test técnico|evaluación|reto|"
    "caso práctico",
    Status.INTERVIEW: "interview|interviewing|interviews|interview scheduled|interviewed|first interview|1st interview|"
    "second interview|2nd interview|final interview|final round|onsite|on site|onsite interview|phone interview|"
    "video interview|technical interview|1st round|2nd round|round 1|round 2|round 3|first round|second round|"
    "interview stage|in interviews|interview process|zoom interview|panel interview|"
    "vorstellungsgespräch|gespräch|vorgestellt|bewerbungsgespräch|einladung|eingeladen|zweitgespräch|erstgespräch|"
    "interview geplant|einladung zum gespräch|kennenlerngespräch|entretien|entretiens|entretien prévu|"
    "entretien passé|en entretien|convoqué|convoquée|second entretien|premier entretien|entrevista|entrevistas|"
    "entrevistado|entrevistada|en entrevistas|entrevista programada|primera entrevista|segunda entrevista",
    Status.OFFER: "offer|offered|got an offer|offer received|offers|job offer|offer extended|negotiating|negotiation|"
    "verbal offer|zusage|angebot|zusage erhalten|angebot erhalten|jobangebot|offre|offre reçue|proposition|"
    "proposition reçue|oferta|oferta recibida|oferta de trabajo|propuesta|negociación",
    Status.ACCEPTED: "accepted|hired|got the job|signed|offer accepted|got it|success|won|employed|job accepted|"
    "angenommen|eingestellt|unterschrieben|vertrag unterschrieben|angebot angenommen|zugesagt|accepté|acceptée|"
    "embauché|embauchée|signé|offre acceptée|recruté|recrutée|aceptado|aceptada|contratado|contratada|firmado|"
    "oferta aceptada",
    Status.REJECTED: "rejected|rejection|turned down|no|not selected|declined by company|unsuccessful|denied|"
    "not moving forward|rejected by company|no longer under consideration|failed|not hired|passed on|refused|"
    "closed|position filled|position closed|rejected after interview|did not get it|lost|not successful|"
    "job closed|regret|abgelehnt|absage|abgesagt|absage erhalten|nicht genommen|leider nein|stelle besetzt|"
    "refusé|refusée|refus|rejeté|rejetée|non retenu|non retenue|négatif|réponse négative|candidature refusée|"
    "rechazado|rechazada|descartado|descartada|no seleccionado|no seleccionada|rechazo|negativo|denegado|denegada|"
    "cerrado|cerrada",
    Status.WITHDRAWN: "withdrawn|withdrew|withdraw|pulled out|i withdrew|cancelled|canceled|withdrawn by me|"
    "not interested|dropped|zurückgezogen|bewerbung zurückgezogen|abgebrochen|retiré|retirée|abandonné|abandonnée|"
    "candidature retirée|désisté|retirado|retirada|abandonado|renuncié|desistido|cancelado|cancelada",
    Status.DECLINED: "declined|declined offer|offer declined|i declined|offer rejected by me|said no|"
    "turned down offer|turned offer down|angebot abgelehnt|ich habe abgesagt|selbst abgesagt|offre refusée|déclinée|"
    "offre déclinée|décliné|oferta rechazada|declinado|declinada",
    Status.GHOSTED: "ghosted|no answer|no reply|no response|never heard back|ghost|radio silence|silence|"
    "no feedback|didn t hear back|did not hear back|not heard back|keine antwort|keine rückmeldung|nicht gemeldet|"
    "funkstille|nie gemeldet|sans réponse|pas de réponse|aucune réponse|sin respuesta|no respondieron|silencio|"
    "no contestan|nunca respondieron",
}
# Words inside a longer status that name it, the surest first: "Rejected after 2nd interview" is a rejection.
CUES: tuple[tuple[str, Status], ...] = (
    (r"\bwithdr\w*|\bzurückgezogen|\bretirad[oa]\b|\bretirée?\b", Status.WITHDRAWN),
    (r"\b(?:offer|angebot) (?:declined|abgelehnt)|\bdeclined (?:the |their )?offer", Status.DECLINED),
    (r"\bghost\w*|\bno (?:response|reply|answer)\b|\bkeine (?:antwort|rückmeldung)|\bsin respuesta|"
     r"\b(?:sans|pas de|aucune) réponse", Status.GHOSTED),
    (r"\breject\w*|\babsage|\babgelehnt|\brefus\w*|\brechaz\w*|\bdescartad\w*|\bnot selected|\bunsuccessful",
     Status.REJECTED),
    (r"\baccepted\b|\bhired\b|\bangenommen|\bacceptée?\b|\baceptad[oa]\b|\bcontratad[oa]\b", Status.ACCEPTED),
    (r"\boffer\b|\bangebot\b|\bzusage\b|\boffre\b|\boferta\b", Status.OFFER),
    (r"\b(?:phone|recruiter|hr) screen\w*|\bscreening\b", Status.SCREENING),
    (r"\bassessment|\b(?:coding|technical|online|take.?home) (?:test|challenge)|\bprobearbeit\w*|\btestaufgabe",
     Status.ASSESSMENT),
    (r"\binterview\w*|\bgespräch|\bvorstellungsgespräch|\bentretien|\bentrevista", Status.INTERVIEW),
    (r"\bto apply\b|\bnot (?:yet )?applied|\bnoch nicht beworben|\bà postuler|\bpor aplicar", Status.SAVED),
    (r"\bapplied\b|\bsubmitted\b|\bbeworben\b|\bpostulée?\b|\benviad[oa]\b|\baplicad[oa]\b", Status.APPLIED),
)  # fmt: skip
WORK_MODES = {
    "remote": "remote|fully remote|100% remote|full remote|remote work|wfh|work from home|home office|homeoffice|"
    "télétravail|teletravail|remoto|teletrabajo|distanciel|à distance|en remoto|yes|ja|oui|sí|si|true|x|✓|✔",
    "hybrid": "hybrid|hybride|híbrido|hibrido|partly remote|teilweise remote|mixto",
    "onsite": "onsite|on site|on-site|in person|in office|office|vor ort|präsenz|büro|sur site|présentiel|presencial|"
    "no|nein|non|false",
}
EMPLOYMENT_TYPES = {
    "full_time": "full time|full-time|fulltime|ft|vollzeit|temps plein|cdi|tiempo completo|jornada completa|permanent|"
    "unbefristet|festanstellung|indefinido",
    "part_time": "part time|part-time|parttime|pt|teilzeit|temps partiel|media jornada|tiempo parcial|minijob",
    "contract": "contract|contractor|freelance|freelancer|selbstständig|autónomo|indépendant|projekt",
    "internship": "internship|intern|praktikum|stage|prácticas|practicas|beca|ausbildung|apprenticeship|alternance|"
    "placement|werkstudent|pasantía",
    "temporary": "temporary|temp|seasonal|fixed term|fixed-term|befristet|zeitarbeit|intérim|interim|cdd|temporal|"
    "saisonal|saisonnier",
}
PERIODS = {
    "year": "year|yearly|annual|annually|per year|jahr|jährlich|an|annuel|par an|año|anual",
    "month": "month|monthly|per month|monat|monatlich|mois|mensuel|par mois|mes|mensual",
    "week": "week|weekly|woche|wöchentlich|semaine|semana|semanal",
    "day": "day|daily|tag|täglich|jour|día|dia",
    "hour": "hour|hourly|per hour|stunde|stündlich|heure|horaire|hora|por hora",
}
YES = frozenset("yes y true 1 x ✓ ✔ ★ ⭐ ja oui sí si wahr vrai verdadero".split())
# What people write where they know nothing.
BLANK = frozenset(
    ("-", "--", "—", "–", "n/a", "na", "none", "null", "tbd", "tba", "?", "??", "unknown", "/", ".", "nan", "k.a.",
     "k. a.", "unbekannt",
     "inconnu", "desconocido", "not specified", "not provided", "#n/a", "keine angabe", "s/d")
)  # fmt: skip
