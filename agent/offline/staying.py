"""Whether what is typed may leave for a language model: the person's switch, said in words.

It is read here and by nobody else: a wish to be kept from a model must not be told to one.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 120  # characters; who says more says something else besides
APART = r"off-?line|hors[- ]ligne|sin conexi[oó]n|desconectad[oa]|(?:sin|sans|ohne|without) internet"
THERE = r"on-?line|en ligne|en l[ií]nea|conectad[oa]"
KIND = (
    r"(?:language models?|llms?|a\.?i\.?|k\.?i\.?|l['’]?i\.?a\.?|i\.?a\.?|sprachmodelle?|modèles? de langage|"
    r"modelos? de lenguaje)"
)
# They employ people too: "no answer from OpenAI" is news.
MAKER = r"(?:open ?ai|chat ?gpt|gpt|the cloud|die cloud|la nube|le cloud)"
MODEL = rf"(?:{KIND}|{MAKER})"
HOME = r"(?:machine|computer|pc|laptop|device|phone|rechner|gerät|ordinateur|appareil|ordenador|equipo|máquina|móvil)"
# What may stand beside those words in such a wish; whoever says more is asked or understood elsewhere.
SMALL = frozenset(
    "stay stays staying go going keep keeping be being work working remain switch to turn put set into on in it me us "
    "i we you i'm want would like prefer to the a my mode please pls from now everything always just only jobbot back "
    "again may can ok okay hey "
    "bleib bleibe bleiben bleibt geh gehe gehen arbeite arbeiten mach mache schalte bitte modus offline-modus "
    "online-modus im den ab jetzt ein an ich will möchte immer nur wieder kannst darfst du "
    "va reste restez rester passe passez passer travaille travaillez mets-toi active activez le en maintenant toujours "
    "svp stp je veux tu peux de nouveau s'il te vous plaît plait "
    "quédate quedate mantente sigue trabaja ponte pon activa modo el por favor ahora desde siempre quiero puedes "
    "vuelve otra vez a estar".split()
)
# What turns such a wish round: "don't stay offline", "leave offline mode".
TURNED = frozenset(
    "stop don't dont not no never leave exit end off nicht kein keine raus beende verlasse aus mehr ne pas arrête "
    "arrêtez quitte quittez désactive deja sal desactiva".split()
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LEAD = (
    r"^\W*(?:(?:please|pls|and|also|ok|bitte|por favor|s'il te plaît|i want|ich will|ich möchte|quiero|je veux)[\s,]+)*"
)
NOT = (
    r"(?:don['’]?t|do not|never|stop|no|without|kein\w*|ohne|nie|nicht|nichts|sin|nada de|pas d[e'’]|sans|"
    r"n['’](?=\w)|ne)\s?"
)
ASKED = (
    r"(?:using|use|asking|ask|sending|send|sharing|share|giving|give|talking|talk|verwende\w*|benutze?\w*|nutze?\w*|"
    r"frage?\w*|schicke?\w*|sende?\w*|utilise[rz]?|envoie[rz]?|demande[rz]?|uses|usar|mandes|envíes|preguntes)"
)
SENT = (
    r"(?:(?:any|the|a|an|my|this|it|anything|everything|data|messages?|words|to|with|more|pas|plus|rien|nichts|nada|"
    r"die|das|der|meine?|daten|mehr|de|la|le|mes|données|mis|datos|à)\s+|d['’])*"
)
BEHIND = (
    r"(?:[\s,]+(?:please|pls|bitte|por favor|s'il te plaît|any ?more|mehr|again|from now on|for (?:me|this)|with (?:my|"
    r"this|it)\b(?: \w+)?|verwenden|benutzen|nutzen|fragen|schicken|senden))*\W*$"
)
NOT_ASKED = re.compile(
    rf"{LEAD}(?:{NOT}{ASKED}\s+{SENT}{MODEL}|{NOT}{SENT}{KIND}|(?:schick|sende?|frag)e?\s+(?:nichts|nie|nicht)\s+"
    rf"(?:mehr )?{SENT}(?:an )?{SENT}{MODEL})(?![\w-]){BEHIND}",
    re.I,
)
KEPT = re.compile(
    r"\b(?:nothing|nichts|rien|nada|no data|keine daten|aucune donnée|ningún dato)\b[^.;?]{0,30}\b(?:leaves?|"
    r"quitte[rz]?|sortir|sort|sale|salga|salir)\b[^.;?]{0,15}\b" + HOME + r"\b|"
    r"\b(?:nichts|keine daten)\b[^.;?]{0,20}\b" + HOME + r"\b[^.;?]{0,10}\b(?:verlassen|verlässt)\b|"
    r"\bkeep (?:it all|everything|all of it|my (?:data|words|messages))(?: \w+)? (?:local(?:ly)?|on (?:this|my) "
    + HOME
    + r")\b",
    re.I,
)
MENTIONED = re.compile(rf"\b(?:{APART}|{THERE})\b|(?<!\w){MODEL}(?!\w)|\b{HOME}\b|\blocal(?:ly)?\b", re.I)


def mentioned(said: str) -> bool:
    """Whether words may be about it; costs next to nothing."""
    return MENTIONED.search(said) is not None


@lru_cache(maxsize=64)
def wish(said: str) -> bool | None:
    """True for a wish that nothing leaves, False for one that it may again, None for other words."""
    if len(said) > LONGEST or "?" in said or not mentioned(said):
        return None
    if NOT_ASKED.match(said) or KEPT.search(said):
        return True
    for form, apart in ((APART, True), (THERE, False)):
        left, found = re.subn(rf"\b(?:{form})\b", " ", said, flags=re.I)
        words = [word.casefold() for word in WORD.findall(left)]
        if found and all(word in SMALL or word in TURNED for word in words):
            return apart != any(word in TURNED for word in words)
    return None
