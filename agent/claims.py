"""Words of a language model that tell of a change, in the four languages that are read; knows no tool and no turn."""

from __future__ import annotations

import re

# What may have been done with an application, an interview, a note or a reminder.
ENGLISH = (
    r"(?:logged|added|updated|deleted|removed|scheduled|rescheduled|moved|saved|marked|cancell?ed|noted|recorded|"
    r"changed|archived|tracked|registered|created)"
)
GERMAN = (
    r"(?:eingetragen|gespeichert|gelöscht|geändert|hinzugefügt|notiert|vermerkt|erfasst|angelegt|aktualisiert|"
    r"markiert|verschoben|entfernt|archiviert|storniert|festgehalten)"
)
FRENCH = (
    r"(?:ajoutée?s?|enregistrée?s?|supprimée?s?|modifiée?s?|notée?s?|marquée?s?|programmée?s?|annulée?s?|déplacée?s?|"
    r"effacée?s?|archivée?s?|mis(?:es?)? à jour)"
)
SPANISH = r"(?:(?:guard|agreg|actualiz|elimin|borr|registr|anot|marc|program|cambi|cancel|archiv)ad[oa]s?|añadid[oa]s?)"
PAST = r"(?:guardé|registré|añadí|agregué|marqué|borré|eliminé|actualicé|anoté|programé|cambié|cancelé)(?!\w)"
DENIED = r"\b(?:nicht|nichts|nie|kein\w*)\b"
FILLED = r"(?:(?:now|just|also|already|successfully|gone|went|ahead|and|then) )*"
# How an answer begins, or a sentence of it, before the word that tells.
HEAD = (
    r"(?:^|[.!\n…]\s*)\W*(?:(?:ok|okay|great|perfect|sure|alles klar|gut|vale|perfecto|parfait|voilà|got it)"
    r"[\s,.!–-]+)*"
)
# What follows it where it tells of this change, and is no "Saved jobs are …".
TAIL = r"(?=\W*$|\s*[.,:;!…–]|\s+(?:it|that|this|them|your|the|an?|as|for|both|all)\b|\s+\S+\s+(?:as|to|for|from)\b)"
FORMS = (
    rf"\bi(?:['’]ve| have)? {FILLED}{ENGLISH}\b",
    rf"\bi(?:['’]ve| have) {FILLED}set\b",
    rf"\b(?:has|have) {FILLED}been {FILLED}{ENGLISH}\b",
    rf"\b(?:is|are) now {ENGLISH}\b|\bsuccessfully {ENGLISH}\b",
    rf"\b(?:ich habe|habe ich|wurden?|(?:ist|sind) (?:jetzt|nun|damit))\b(?:(?!{DENIED})[^.!?\n]){{0,80}}?\b{GERMAN}\b",
    rf"\b(?:j['’]ai|a été|ont été|est (?:maintenant|désormais)) (?:(?:bien|maintenant|donc|aussi|déjà) )*{FRENCH}\b",
    rf"(?<!no )\b(?:he|ha sido|han sido|se ha|se han|queda|quedó|está ahora) (?:(?:ya|también) )*{SPANISH}\b",
    rf"(?<!no )\b{PAST}",
    rf"{HEAD}(?:(?:all )?done|all set|{ENGLISH}|erledigt|{GERMAN}|listo|hecho|{SPANISH}|"
    rf"c['’]est (?:fait|{FRENCH})|{FRENCH}){TAIL}",
    r"[✅✔]",
)
CLAIM = re.compile("|".join(FORMS), re.I)


def claims(said: str) -> bool:
    """Whether words say that something was changed; what was not done, and what merely is, is no claim."""
    return CLAIM.search(said) is not None
