"""The words by which people speak of meetings, in four languages: that one is set, over, called off, how it is held."""

from __future__ import annotations

import re
from datetime import timedelta

SCREEN = re.compile(
    r"\b(?:pre-?)?screen(?:ing|er)?\b|\bintro(?:ductory)? (?:call|chat)\b|\bvorabgespräch\b|\bpréqualif\w*", re.I
)
RECRUITER = re.compile(
    r"\b(?:recruiter\w*|headhunter|talent (?:partner|acquisition|team)|reclutador\w*|recruteu\w+|"
    r"personaler\w*)\b",
    re.I,
)
HR = re.compile(r"\b(?:hr|human resources|people team|personalabteilung|rrhh|recursos humanos|rh|drh)\b", re.I)
LATER_ROUND = re.compile(
    r"\b(?:second|2nd|final|third|3rd|last|next) (?:round|stage|interview)|zweite\w*|segunda|deuxième", re.I
)
PLATFORM = re.compile(
    r"\b(?:zoom|teams|skype|google meet|gmeet|meet\.google|facetime|webex|whereby|hangouts?|visio|video\w*|vídeo\w*|"
    r"online|virtual\w*|remotely)\b",
    re.I,
)
CALL = re.compile(
    r"\b(?:call(?:s|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)|telefon\w*|anruf\w*|ruf\w* (?:mich|mir)|llama\w*|"
    r"teléfono|appel\w*|téléphone)\b",
    re.I,
)
IN_PERSON = re.compile(
    r"\b(?:in[ -]person|on-?site|face[ -]to[ -]face|f2f|vor ort|persönlich|presencial|en persona|sur place|"
    r"présentiel)\b",
    re.I,
)
COMMAND = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|kindly|now|ok|and)\s+)*(?:set|schedule|book|put|add|create|"
    r"plan|log|save|enter|"
    r"trag\w*|plan\w*|agend\w*|programa\w*|pon|ajoute|note|mets)\b",
    re.I,
)
INVITED = re.compile(
    r"\b(?:invit\w*|heard|got (?:an?|the|my|another)\b.*\binterview|offered me|emailed|wrote|einladung|eingeladen|lädt|"
    r"citaron|convoqu\w*|proposé)\b",
    re.I,
)
OVER = re.compile(
    r"\b(?:had(?! an? (?:\w+ )?call[- ]?back)|did|finished|done|completed|attended|survived|passed through|"
    r"sat (?:the|an?|my)|bombed|"
    r"nailed|aced|botched|met|spoke|talked|"
    r"saw|came out|come out|got back(?! to (?:me|us))|got out|back from|walked out|hung up|got off|been to|"
    r"was interviewed|"
    r"were interviewed|"
    r"interviewed (?:at|with|for|by)|i interviewed|went|lasted|over with|is over|was over|behind me|happened|grilled)\b"
    r"|\b(?:interview|call|chat|round|panel|screen|trial|shift|zoom|meeting)\b.{0,40}?\b(?:was|done|over)\b"
    r"|\b(?:hatte|hatten|war|waren|lief|gehabt|gesprochen|hinter mir|überstanden|gemacht|komme (?:grad|"
    r"gerade)|tuve|tuvimos|fue|était|"
    r"hice|fui|salí|salió|hablé|me fue|he tenido|acabo de|acabé|hecha|j'ai eu|j'ai passé|j'ai vu|je sors|je viens de|"
    r"s'est (?:bien|mal|super)|c'est fait|terminée?|passée?)\b",
    re.I,
)
TO_COME = re.compile(
    r"\b(?:(?:can|could) (?:i|you|we) (?:come|pop|drop|make it|do|join|go)|"
    r"wants?|want to|would like|'d like|invit\w*|asked|will|'ll|going to|gonna|is on|to (?:come|be there|pop|drop|"
    r"turn up|show up|report)|ask for|upcoming|scheduled|booked|"
    r"möchte\w*|will mich|lädt|quiere\w*|veut|veulent|souhaite\w*|got an?|have an?|tengo|habe ein\w*|j'ai un)\b",
    re.I,
)
HOW = re.compile(
    r"\b(?:in[ -]person|face to face|f2f|(?:by|over the|on the) phone|persönlich|en persona|en personne|"
    r"telefonisch|por teléfono|par téléphone)\b",
    re.I,
)
MEETING = re.compile(
    r"\b(?:interview\w*|int|zoom|teams|skype|call|calling me|calls me|rings? me|ringing me|phon(?:e|es|"
    r"ing) me|chat|meeting|coffee|panel|screen(?:ing)?|trial|"
    r"(?:try|test)[ -](?:work|shift|day)|try[ -]?out|"
    r"on-?site(?= (?:is|set|booked|confirmed|scheduled|on|at)\b)|\w*gespräch|termin|entrevista|cita|"
    r"entretien|rdv|rendez-vous|visio)\b",
    re.I,
)
TRIAL = re.compile(
    r"\btrial\b|\b(?:try|test|probation)[ -](?:work|shift|day)\b|\btry[ -]?out\b|\bprobearbeit\w*|\bprobetag\b|"
    r"\bessai\b",
    re.I,
)
CANCELLED = re.compile(
    r"cancel|call(?:ed|ing)? (?:it |the \w+ |everything )?off|\boff\b|scrap|\bdrop|not happening|not going|"
    r"isn't going|won't|not doing|"
    r"no longer|\bno (?:more )?(?:interview|int|call|round|meeting)|don'?t want|\bpull|axed|binned|canned|"
    r"fell through|falling through|"
    r"remove|delete|take .* (?:off|out)|scratch|withdr|had to bail|bailed|annul|absag|abgesagt|fällt|"
    r"findet nicht|nicht statt|streich|"
    r"gestrichen|entfällt|storn|suspend|ya no|no hay|quita|anul|plus d'|n'aura pas|supprim|bye",
    re.I,
)
ASKS = re.compile(
    r"^\W*(?:show|list|find|see|view|tell|give|any|do i|have i|is there|are there|which|what|when|zeig|muestra|"
    r"montre)\b",
    re.I,
)
POSSIBLE, SURE, LIKELY = 0.12, 0.34, 0.6
SAME_TIME = re.compile(
    r"\bsame (?:time|hour|place)\b|\bmisma hora\b|\bmême heure\b|\b(?:gleiche|selbe)[nr]? (?:uhr)?zeit\b|"
    r"\bzur selben zeit\b",
    re.I,
)
INSTEAD = re.compile(r"\binstead\b|\brather than\b|\bno longer\b|\banymore\b|\bstatt\b|\ben vez de\b|\bau lieu d", re.I)
WHOLE = re.compile(
    r"\b(?:applications?|app|job|role|entry|record|everything|bewerbung\w*|solicitud\w*|candidature\w*|stelle)\b", re.I
)
AGREED = re.compile(
    r"^\W*(?:(?:and|so|of course|obviously|i|we|i've|ich|j'ai|les|just|have|ihnen)\s+)*"
    r"(?:said|told them|dije que|habe|hab|dit)\s+(?:(?:a|big|ihnen)\s+)*(?:yes|sí|ja gesagt|zugesagt|oui|ok\w*)"
    r"(?:\s+to\s+(?:them|it|the job|(?:the|their) offer|<company>))?\W*$",
    re.I,
)
SPEAKS_OF_ONE = re.compile(
    r"\b(?:\w*interview\w*|int|stage|round|invit\w*|shortlist\w*|next step|through to|forward|progress\w*|"
    r"meet\w*|see me|talk\w*|speak|"
    r"chat|call\w*|come in|want\w* me in|zoom|teams|screen\w*|panel|trial|\w*gespräch\w*|eingeladen|"
    r"einladung|lädt|termin|entrevist\w*|"
    r"cita\w*|entretien|convoqu\w*|rencontr\w*)\b",
    re.I,
)
STAGE = re.compile(r"\b(?:stage|round|phase|runde|fase|étape)\b", re.I)
# It is the meeting that is called off, not the person who is turned down.
MEETING_OFF = re.compile(
    r"\b(?:den|das|der|mein\w*|unser\w*)\s+(?:\w+\s+)?(?:termin|\w*gespräch|interview)\b(?! mit\b).{0,40}\babgesagt\b",
    re.I,
)
AFTERWARDS = re.compile(r"\bnach (?:dem|meinem|unserem|einem)\b", re.I)
ABGESAGT = re.compile(r"\babgesagt\b", re.I)
AMBIGUOUS = timedelta(days=45)
LONGEST = 10 * 60  # minutes; a longer time is no length of an interview
QUERIES = frozenset({"find", "show", "agenda.interviews", "agenda.deadlines", "stats", "remind.list"})
TO_ME = re.compile(
    r"\b(?:me (?:han?|dijeron|dijo|llamaron|llamó|rechaz\w+|ofrecieron|ofreció|contrat\w+)|m'(?:ont|a)|"
    r"(?:haben|hat) (?:mich|mir)|"
    r"(?:they|he|she)(?:'ve| have|'s| has)?\s+(?:just\s+)?\w+ me)\b",
    re.I,
)
# An interview that is told, and not asked about.
ANNOUNCED = re.compile(
    r"\W*(?:(?:so|hey|hi|guess what|good news|update|yay|oh|ich|just)\W+)*(?:i have|i've|i've got|i got|got|have|"
    r"have got|habe|hab|"
    r"tengo|j'ai)\s+(?:an?|another|my first|eine?n?|una?|une?)\s+(?:\w+\s+)?(?:\w*interview|\w*gespräch|entrevista|"
    r"entretien)"
    r"(?:\s+(?:now|coming up|lined up|booked|scheduled|set up))?[\s!.:)]*",
    re.I,
)
