"""Words of meetings, signatures and links, and regular expressions made of them; tables only."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
CLOSING = re.compile(
    r"^(?:(?:best|kind|warm|many|with)(?:est)?(?: regards| wishes| thanks)?|regards|sincerely|thanks|thank you|cheers|all the best|yours|"
    r"respectfully|(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?|liebe|schöne) grüßen?|viele grüße|cordialement|bien à vous|"
    r"(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|atenciosamente|(?:um )?abraço|cumprimentos)\b.{0,40}[,.!]?$", re.I
)  # fmt: skip
PERSON = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme|M|Sra?)\.?\s+)?[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s+(?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w'’-]+|de|von|van|da|dos|del)){0,3}$"
)
KINDS = (
    (
        "technical",
        r"\btechnical|coding interview|live coding|pair programming|fachgespräch|entretien technique|entrevista técnica",
    ),
    ("panel", r"\bpanel\b"),
    (
        "video",
        r"\bvideo|zoom|google meet|microsoft teams|\bteams\b|skype|webex|virtual|visio|videollamada|videochamada|meet\.google",
    ),
    (
        "phone",
        r"\bphone|telephone|\bcall you|telefon|téléphon|telefón|by phone|phone screen|screening call|introductory call|intro call",
    ),
    ("behavioral", r"\bbehaviou?ral"),
    (
        "onsite",
        r"\bon-?site|in person|at our (?:office|restaurant|depot|hospital|store|location)|reception|vor ort|sur place|presencial|trial shift|probearbeit|probetag",
    ),
)
WANTED = {
    "interview": r"calendly|schedul|book|zoom\.us|meet\.google|teams\.microsoft|goodtime|interview|slot|select a time|termin|join|créneau|horario|horário",
    "assessment": r"hackerrank|codility|codesignal|testgorilla|hirevue|assessment|test|challenge|start|begin|aufgabe|prueba|teste",
    "offer": r"docusign|sign|offer|contract|angebot|vertrag|oferta|contrat",
}
PORTAL = (
    r"status|candidate|application|portal|myworkday|greenhouse|lever\.co|track|view|job|career|bewerb|candidat|postul"
)
NEVER = re.compile(
    r"unsubscribe|privacy|preferences|facebook\.com|twitter\.com|instagram\.com|youtube\.com|x\.com/|linkedin\.com/company|terms|abmelden|\.(?:png|gif|jpe?g)\b",
    re.I,
)
HIDDEN_EMPLOYER = re.compile(
    r"\b(?:our|my|the) client(?:'s|s)?\b|on behalf of (?:our|a|my) client|(?:unser|mein)\w* (?:mandant|kunde|auftraggeber)\w*|"
    r"(?:notre|mon) client|nuestro cliente|nosso cliente|the end client"
)
MOVES = re.compile(
    r"\b(?:reschedul\w+|postpone\w*|has been moved|was moved|moved to|new time|pushed back|verschoben|verlegt|verschieben|reporté|déplacé|décalé|reprogram\w+|cambi\w+|remarc\w+|reagend\w+)\b"
)
CANCELS = re.compile(
    r"\b(?:interview|call|meeting|appointment|conversation|\w*gespräch|\w*termin|entretien|rendez-vous|entrevista|reunión|reunião)\b[^.;]{0,100}"
    r"\b(?:cancell?ed|called off|abgesagt|ab(?:zu)?sagen|entfällt|fällt aus|ausfallen|annul\w+|anulad\w*|cancelad\w*|desmarcad\w*)\b|"
    r"\b(?:cancel\w*|call off|annul\w+|desmarcar)\b[^.;]{0,40}\b(?:interview|call|meeting|appointment|entretien|rendez-vous|entrevista|reunión|reunião)\b"
)
# A line that names a day or an hour by itself: "Date: 24 November", "Uhrzeit: 14 Uhr".
LABELLED = re.compile(
    r"^\W*(?:date|time|when|day|start|starts|datum|uhrzeit|wann|zeit|termin|beginn|heure|quand|fecha|hora|cuándo|data|horário|quando)"
    r"(?:\s*(?:and|&|/|und|et|y|e)\s*(?:time|uhrzeit|heure|hora|horário))?\s*:", re.I
)  # fmt: skip
MEETS = re.compile(
    r"\b(?:interview\w*|meet\w*|call\w*|chat|conversation|speak|talk|screen\w*|zoom|teams|trial|appointment|scheduled|confirm\w*|invit\w*|"
    r"gespräch\w*|kennen\w*|termin\w*|telefon\w*|einlad\w*|laden|probe\w*|findet|entretien\w*|rencontr\w*|rendez-vous|échang\w*|visio\w*|"
    r"entrevista\w*|reunión|llamada|videollamada|conversa\w*|reunião|chamada|moved|rescheduled|verschoben|reporté|new time|come|see you)\b",
    re.I,
)
# Days by which something is owed, or on which something else happened.
OTHERWISE = re.compile(
    r"\b(?:by|before|until|deadline|due|expires?|no later than|bis|spätestens|avant|antes|até|applied on|application date|received on|dated|posted|born|founded|since)\b",
    re.I,
)
NO_SUCH_WEEKDAY = re.compile(
    r"\b(?:(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|lundi|mardi|mercredi|jeudi|vendredi|samedi|lunes|martes|miércoles|jueves|viernes|sábado)\b\.?,?\s*(?:(?:den|dem|the)\s+)?", re.I
)  # fmt: skip
# Portuguese is read by the Spanish words of the same meaning.
PORTUGUESE = {
    "janeiro": "enero", "fevereiro": "febrero", "março": "marzo", "maio": "mayo", "junho": "junio", "julho": "julio",
    "setembro": "septiembre", "outubro": "octubre", "novembro": "noviembre", "dezembro": "diciembre", "abril": "abril",
    "segunda-feira": "lunes", "terça-feira": "martes", "quarta-feira": "miércoles", "quinta-feira": "jueves",
    "sexta-feira": "viernes", "segunda": "lunes", "terça": "martes", "quarta": "miércoles", "quinta": "jueves",
    "sexta": "viernes", "amanhã": "mañana", "hoje": "hoy", "às": "a las", "ao meio-dia": "a mediodía", "dia": "el",
    "próxima": "próximo", "feira": "",
}  # fmt: skip
PT = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, PORTUGUESE), key=len, reverse=True)) + r")\b", re.I)
PT_HOUR = re.compile(r"\b(\d{1,2})h(?:(\d{2}))?\b")
ODD_ZONES = {
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    210: "Asia/Tehran",
    570: "Australia/Darwin",
    -210: "America/St_Johns",
}
LENGTH = re.compile(
    r"\b(?:an? |one |half an |\d{1,3}[ -]?)(?:hour|minute|min|stunde|minuten|heure|hora|minuto)\w*(?: and a half)?\b",
    re.I,
)
LASTS = re.compile(r"dauer|last|take|dure|dura")
NOON = re.compile(r"noon|mittag|midi|mediod|meio-dia", re.I)
