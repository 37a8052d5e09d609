"""The words by which people name a status, in four languages; knows no sentence."""

from __future__ import annotations

import re

STATUS_CUES = {
    "accepted": r"\baccept\w*|\bgot the job|\bzugesagt|\bacept\w*",
    "rejected": r"\breject\w*|\bturned (?:me )?down|\bknocked (?:me )?back|\babsage|\babgesagt|\babgelehnt|\brechaz\w*|"
    r"\brefus\w*|\bunsuccessful",
    "offer": r"\boffer\w*|\bzusage|\boferta|\boffre",
    "withdrawn": r"\bwithdr\w*|\bpulled out|\bdropped out|\bzurückgezogen|\bretir\w*|\bno longer interested|"
    r"\bnot interested\b[^.;]*\bany ?more|\b(?:don't|do not|no longer) want (?:this|that|the) (?:job|role|position)\b",
    "declined": r"\bdeclin\w*|\bi said no|\bturned (?:it|them) down",
    "ghosted": r"\bghost\w*",
    "screening": r"\bscreen\w*",
    "assessment": r"\bassess\w*|\b(?:a|the|online|skills|coding) test\b|\btrial task",
    "interview": r"\binterview\w*|\bvorstellungsgespräch|\bentrevista|\bentretien",
    "saved": r"\bsaved?\b|\bbookmark\w*|\bnot applied|\bhaven't applied|\bdidn't apply|\bgespeichert|\bguardad\w*|"
    r"\benregistré",
    "applied": r"\bapplied\b|\bbeworben|\bpostulé|\bmandé",
}


def status_in(text: str) -> str | None:
    """The status that words speak of, the furthest first."""
    return next((status for status, cue in STATUS_CUES.items() if re.search(cue, text, re.I)), None)


def names(text: str, status: str) -> bool:
    """Whether the words speak of that status."""
    return status in STATUS_CUES and re.search(STATUS_CUES[status], text, re.I) is not None
