"""News of somebody else: "my brother got rejected by Lidl" moves nothing of the person's own search."""

from __future__ import annotations

import re

from agent.offline.clause import Clause

KIN = (
    r"(?:friend|mate|pal|buddy|brother|sister|bro|sis|cousin|husband|wife|partner|boyfriend|girlfriend|bf|gf|fianc[eé]e?|"
    r"mum|mom|mother|dad|father|son|daughter|kid|uncle|aunt|auntie|nephew|niece|flatmate|housemate|roommate|"
    r"colleague|co-?worker|classmate|neighbou?r)"
)
BRINGS = r"(?:an?|the|his|her|their)\s+(?:\w+\s+){0,2}?(?:interview|offer|rejection|screen|call|trial|job|role)\b"
# What became of somebody: the verbs by which a person tells of an own application.
ENGLISH = (
    rf"(?:my|our|an?)\s+(?:\w+\s+){{0,2}}?{KIN}(?:\s+of (?:mine|ours))?(?:\s+[A-Z]\w+)?"
    r"(?:\s+(?:just|also|finally|already|has|have|had|was|is|been|"
    rf"got|did|never))*\s+(?:{BRINGS}|rejected|turned down|ghosted|hired|shortlisted|invited|offered|declined|accepted|"
    r"applied|got in|withdrew|interviewed|interviewing|landed|through to)"
)
GERMAN = (
    r"(?:mein|meine|unsere?|eine?)\s+(?:bruder|schwester|freund|freundin|mann|frau|kumpel|kolleg(?:e|in)|mutter|vater|"
    r"sohn|tochter|mitbewohner(?:in)?|cousin\w*|nachbar(?:in)?)\s+(?:hat|wurde|ist|hatte)\b.*\b(?:absage|zusage|\w*gespräch|"
    r"angebot|beworben|abgelehnt|genommen|eingestellt|eingeladen|bekommen)"
)
SPANISH = (
    r"(?:a\s+)?(?:mi|una?)\s+(?:herman[oa]|amig[oa]|novi[oa]|marido|mujer|espos[oa]|prim[oa]|compañer[oa]|madre|padre|hij[oa]|"
    r"vecin[oa]|cuñad[oa])\s+(?:(?:ya|también|lo|la|le|ha|han|fue|sido)\s+)*(?:consigu\w+|apli(?:có|cado)|rechaz\w+|obtuvo|"
    r"tiene\s+(?:una\s+)?entrevista|recib\w+|mandó|envió|contrat\w+|ofreci\w+|cogi\w+)"
)
FRENCH = (
    r"(?:mon|ma|une?)\s+(?:frère|s(?:œ|oe)ur|amie?|copain|copine|mari|femme|cousine?|collègue|mère|père|fils|fille|pote|"
    r"coloc\w*|voisine?)\s+(?:a|est|s'est)\s+(?:été|eu|reçu|postulé|décroché|fait|pris|prise|trouvé|candidaté|"
    r"(?:un|son)\s+entretien)"
)
LEAD = r"^\W*(?:(?:and|also|so|but|lol|btw|fyi|oh|well|und|aber|y|pero|et|mais|just|heard|that)\W+)*"
THEIRS = re.compile(rf"{LEAD}(?:{ENGLISH}|{GERMAN}|{SPANISH}|{FRENCH})\b", re.I)
# The person has a part in it: "my cousin got me an interview", "my wife and I applied".
MINE = re.compile(
    r"\b(?:i|i'm|i've|me|us|we|mir|mich|ich|uns|wir|yo|conmigo|nosotros|je|moi|nous)\b|\b[jm]'|\b(?:told|said|says|refer\w*|recommend\w*)\b",
    re.I,
)
NOT_YOURS = "I keep only your own search, so I wrote nothing down of that."


def words(clause: Clause) -> str | None:
    """What to answer to news of somebody else; None where the words are the person's own news, or ask."""
    theirs = THEIRS.match(clause.full or clause.text)
    asks = clause.asks or "?" in clause.text
    return NOT_YOURS if theirs and not asks and not MINE.search(clause.text) else None
