"""What somebody new asks about using the program: which short answer fits; the help tool has the answers."""

from __future__ import annotations

import re

from agent.offline.clause import Clause
from tools.result import Call

HOW = (
    r"(?:how (?:do|can|would|will|should) (?:i|you|we)|how to|can i|could i|may i|what (?:do|should) i do "
    r"(?:if|when)|where (?:do|can) i)"
)
MINE = r"(?:my|this|the|your|all|everything|all my|any of my)"
MISTAKE = (
    r"(?:a |an |my |the |that |any |some )?(?:mistakes?|errors?|typos?|wrong (?:thing|one|entry|date|"
    r"name)|something wrong|entr(?:y|ies))"
)
SPEAK = (
    r"(?:speak|talk|write|answer|reply|respond|understand|read|use|switch to|know|parle[srz]?|parler|"
    r"habla[rs]?|sprichst|sprechen|spreche)"
)
TOPICS: tuple[tuple[str, str], ...] = (
    (
        "mistakes",
        r"what (?:do|should|can) (?:i|we) do (?:if|when) .*\b(?:mistakes?|wrong|errors?|typos?)\b|"
        rf"{HOW}\s+(?:\w+\s+)?(?:fix|correct|change|undo|edit|mend|repair|take back|delete)\s+{MISTAKE}|"
        rf"(?:i|what if i|if i)\s+(?:made|make|did|do|typed?|wrote|write|put|said)\s+(?:it |something |this )?"
        rf"(?:a |an |some )?(?:mistakes?|errors?|typos?|wrong|incorrectly)\b.*(?:what|how|\?)|"
        rf"what if i (?:make|type|write|get|say)\s+.*\b(?:mistake|wrong)\b|can (?:i|you) undo(?: (?:things|"
        rf"something))?\W*$|"
        rf"how (?:do|can) (?:i|you) undo\b",
    ),
    (
        "window",
        r"(?:do|must|should|need|will|have)\b.*\b(?:keep|leave|have)\s+(?:this |the |it |my |jobbot )*(?:window|"
        r"terminal|app|"
        r"chat|program|computer|laptop|pc|phone|it|jobbot)?\s*(?:open|on|running)\b|"
        r"(?:what (?:happens|if)|and if|if|when)\b.*\bi (?:close|shut|turn off|switch off)\b.*\b(?:window|"
        r"terminal|app|chat|computer|"
        r"laptop|program|this|it)\b",
    ),
    (
        "leaving",
        rf"{HOW}\s+(?:leave|exit|quit|close|stop|get out|log ?out|finish|end)(?: (?:this|it|the (?:chat|program|"
        rf"app)|here|"
        rf"jobbot|of (?:here|this)))?\W*$|{HOW}\s+(?:come back|return|get back|continue|start again|find you)\b.*$|"
        r"(?:do|will|can) you (?:remember|keep|save|store)(?: (?:this|it|everything|all|me|what i (?:say|said|"
        r"tell|type|write)))?"
        r"(?: (?:later|tomorrow|for me))?\W*$|(?:is|are) (?:it|this|everything|my (?:data|stuff|jobs))(?: all)? "
        r"saved\W*$",
    ),
    (
        "privacy",
        rf"is (?:{MINE} )?(?:data|info(?:rmation)?|stuff|this|it|everything)(?: \w+){{0,3}} (?:safe|secure|"
        rf"private|confidential)\b|"
        rf"who (?:can |else |will )*(?:sees?|reads?|gets?|knows?|has access)\b(?!.*\b(?:offers?|interviews?|"
        rf"reject\w*)\b)|"
        r"(?:do|will|can) you (?:share|sell|send|give)\b.*\b(?:data|info\w*|this|anyone|anybody|others?|employers?)\b|"
        r"(?:can|does|will) (?:my |the )?(?:boss|employers?|anyone|anybody|other people|somebody)(?: else)? "
        r"(?:see|read|know)\b|"
        r"what (?:data |words |information )?(?:leaves|goes out of|is sent from) (?:the|this|my) "
        r"(?:machine|computer|phone)\b|"
        r"(?:what|which (?:data|words)) (?:do you|is|are|gets?) (?:send|sent|shared?)(?: out)?(?: to\b| with\b|\W*$)|"
        r"(?:sind|ist) (?:meine|die|das|alles) ?(?:daten|hier)? (?:hier )?(?:sicher|privat|vertraulich)\b|"
        r"was (?:verlässt|schickst du)\b|wer (?:kann|sieht|liest)\b.*\b(?:daten|das|mit|es)\b|"
        r"(?:est-ce que )?(?:mes|les) données (?:sont|restent)|qui (?:voit|lit|peut voir)\b|"
        r"(?:son|están) (?:mis|los) datos|(?:mis|los) datos (?:son|están)|quién (?:ve|lee|puede ver)\b|"
        r"where (?:is|are|does|do) (?:my |the )?(?:data|info\w*|it all)\b|is (?:this|it) (?:private|safe|secure|"
        r"confidential)\b",
    ),
    (
        "deleting",
        rf"{HOW}\s+(?:\w+\s+)?(?:delete|remove|erase|wipe|get rid of)\s+{MINE}?\s*(?:\w+\s*){{0,3}}\W*$",
    ),
    (
        "adding",
        rf"{HOW}\s+(?:\w+\s+)?(?:add|log|enter|record|put in|write|save|tell you(?: about| of)?|report)\s+"
        r"(?:an? |my |the |new |another )*(?:jobs?|applications?|news|interviews?|rejections?|offers?)\W*$",
    ),
)
FORMS = tuple(
    (topic, re.compile(rf"^\W*(?:(?:hi|hey|hello|ok|so|and|but|please|sorry|um|jobbot)[\s,]+)*(?:{words})", re.I))
    for topic, words in TOPICS
)
NAMES = {
    "français": r"french|français|francais|französisch|francés",
    "español": r"spanish|español|espanol|castellano|espagnol|spanisch",
    "deutsch": r"german|deutsch|allemand|alemán|aleman",
}
OTHERS = (
    r"english|polish|romanian|italian|portuguese|arabic|turkish|ukrainian|russian|hindi|urdu|bengali|"
    r"punjabi|tagalog|chinese|dutch|languages?|another language|my language"
)
ANY = "|".join((*NAMES.values(), OTHERS))
LANGUAGE = re.compile(
    rf"^\W*(?:(?:hi|hello|please|pls|por favor|bitte|can you|could you|do you|you|will you|puedes|kannst du|tu|"
    rf"vous|peux-tu|"
    rf"pouvez-vous|also|only)[\s,-]+)*{SPEAK}[\s-]*(?:tu|vous|du|sie|you|to me|me|with me|please)?\s*(?:in |en |"
    rf"auf )?(?P<one>{ANY})\b"
    rf"[^.]{{0,20}}$|^\W*(?:please\s+)?(?:in|en|auf)\s+(?P<two>{ANY})(?:\s+(?:please|pls|por favor|bitte|s'il "
    rf"te plaît|s'il vous plaît))?\W*$|"
    rf"^\W*(?:what|which) languages?\b(?P<three>.*)$",
    re.I,
)


def calls(clause: Clause) -> list[Call]:
    """The call of the help on one topic; empty where the words ask nothing about using the program."""
    if clause.slots.known:
        return []
    topic = _language(clause.text) or next((topic for topic, form in FORMS if form.match(clause.text)), None)
    return [Call(name="help", args={"topic": topic})] if topic else []


def _language(text: str) -> str | None:
    match = LANGUAGE.match(text)
    if match is None:
        return None
    said = match["one"] or match["two"] or ""
    return next((topic for topic, names in NAMES.items() if re.fullmatch(names, said, re.I)), "language")
