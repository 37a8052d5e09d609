"""Deleting and taking back."""

from __future__ import annotations

import re

from agent.offline.calls import fields, fieldwords
from agent.offline.calls.statuses import sweep_words
from agent.offline.calls.whom import meant
from agent.offline.clause import Clause
from tools.result import Call

NUMBERS = {
    "one": 1, "two": 2, "twice": 2, "both": 2, "couple": 2,
    "three": 3, "thrice": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "ambos": 2, "ambas": 2,
    "zwei": 2, "zweimal": 2, "beide": 2, "beiden": 2, "drei": 3, "dreimal": 3, "vier": 4, "fünf": 5, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5,
}  # fmt: skip
COUNT = re.compile(
    r"(?:\b(?:last|past|previous|latest|undo|revert|letzten|últim[oa]s|derni(?:er|ère)s)\s+|"
    r"\bx\s*)(?P<digits>\d{1,2})\b"
    r"|(?<![\w:.])(?P<steps>\d{1,2})\s*(?:x\b|steps?|things|changes|times|actions|messages|mal\b|schritte|veces|pasos|"
    r"cambios|fois|étapes)|\b(?P<word>" + "|".join(NUMBERS) + r")\b",
    re.I,
)
ONLY = re.compile(r"\b(?:that|this|the last|last|latest|most recent|just that)\s+one\b", re.I)
DELETES = re.compile(
    r"\b(?:delet\w*|remov\w*|eras\w*|wip\w*|purg\w*|get rid|getting rid|rid of|drop|bin|trash|nuke|scrap|"
    r"clear|kill|forget|throw (?:away|out)|take (?:off|out)|chuck|ditch|destroy|discard|strike|"
    r"clean (?:slate|out)|start (?:over|afresh|from scratch|again)|burn|close my account|take .+? (?:off|out)|"
    r"lösch\w*|entfern\w*|streich\w*|vergiss|wirf|schmeiß|weg|borr\w*|bórra\w*|elimin\w*|elimín\w*|"
    r"quita\w*|quíta\w*|olvida\w*|supprim\w*|efface\w*|enlèv\w*|retir\w*|oublie\w*|vire)\b",
    re.I,
)
OWN_DATA = re.compile(
    r"\b(?:my (?:data|account|profile|history|info\w*|details|records?)|(?:all|"
    r"everything)(?: that)? (?:you (?:have|know|hold|keep|store|saved|got|remember)|about me|on me|"
    r"you keep|of mine)|(?:everything|all) about me|meine (?:ganzen |gesamten )?daten|mein konto|"
    r"alles über mich|"
    r"(?:todos )?mis datos|mi cuenta|todo sobre mí|tout ce que tu (?:sais|as)|(?:toutes )?mes données|"
    r"alles was du|todo lo que (?:sabes|tienes)|(?:data|info\w*) you (?:have|keep|hold|store)|mon compte|"
    r"all (?:of )?my (?:data|stuff|info\w*)|forget me|who i am|personal data|gdpr|dsgvo|rgpd|existed|"
    r"clean slate|whole history|entire history|factory reset|start (?:over|afresh|from scratch))\b",
    re.I,
)
# What can be taken away from an application without taking the application away.
PART = re.compile(
    r"\b(?:notes?|contacts?|recruiter|interview|call|notiz\w*|notas?|kontakt|contacto|entretien|entrevista|"
    r"vorstellungsgespräch|termin)\b",
    re.I,
)
WHOLE = re.compile(
    r"\b(?:applications?|app|job|role|entry|bewerbung\w*|solicitud\w*|candidature\w*|one|stelle)\b", re.I
)


# "… the closing date is gone, remove it": what goes is what the clause before named.
TAIL = re.compile(
    r"^\W*(?:(?:so|please|pls|just|can you|and|then)\s+)*(?:(?P<off>cancel|remove|delete|drop|scrap|clear|"
    r"kill|bin|lose|strip|forget|take|quita|borra|lösch|entfern|streich|supprime|enlève)\w*"
    r"|update|fix|change|correct|amend|korrigier|cambia|corrige)\s*(?:it|that|this|them|those|lo|la|es|das|"
    r"le|ça)\b(?:\s+(?:off|out|away|down|please|pls|for me|now|then|bitte|por favor|s'il te plaît|weg|"
    r"raus))*\W*$",
    re.I,
)
TAKEN = re.compile(
    rf"\b(?:reminders?|nudge|notes?|tags?|labels?|stars?|contact|digest|summary|notifications?|erinnerung|"
    rf"recordatorio|rappel|etiqueta|étiquette|"
    rf"{fieldwords.FIELDS['deadline']}|{fieldwords.FIELDS['pay']}|{fieldwords.FIELDS['url']})\b",
    re.I,
)


def is_tail(left: Clause, right: Clause) -> bool:
    """Whether a clause only says what to do with what the clause before it named: "remove it", "update that"."""
    match = TAIL.match(right.text)
    return match is not None and (match["off"] is None or TAKEN.search(left.text) is not None)


def delete(clause: Clause) -> list[Call]:
    """Delete the applications meant, after asking; or empty the one fact that is to go."""
    if not DELETES.search(clause.text):
        return []
    emptied = fieldwords.cleared(clause)
    last = clause.before[-1] if clause.before else None
    if last is not None and last.name == "update" and "clear" in last.args and not clause.slots.known:
        return [last]
    if emptied:
        return fields.update(clause)
    if OWN_DATA.search(clause.text) and not clause.slots.known:
        return [Call(name="delete", args={"account": True})]
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="delete", args={"every": swept(clause)})]
    if PART.search(clause.text) and not WHOLE.search(clause.text):
        return []
    targets = [target for target in meant(clause) if target]
    if len(targets) > 1 and all("company" in target for target in targets):
        return [Call(name="delete", args={"companies": [target["company"] for target in targets]})]
    return [Call(name="delete", args=dict(target)) for target in targets]


def delete_all(clause: Clause) -> list[Call]:
    """All of the person's data; only the applications where just those are named."""
    if clause.slots.known or clause.refs or not DELETES.search(clause.text):
        return delete(clause)
    own = OWN_DATA.search(clause.text)
    if own or not (clause.sweeps or WHOLE.search(clause.text)):
        return [Call(name="delete", args={"account": True})]
    return [Call(name="delete", args={"every": swept(clause)})]


def swept(clause: Clause) -> str:
    """Which applications a sweep means: "all my applications" is every one, also those that have ended."""
    words = sweep_words(clause)
    narrow = clause.has(
        r"\b(?:open|active|still|pending|current|running|offen\w*|laufend\w*|abiert\w*|activ\w*|ouvert\w*|"
        r"en cours)\b"
    )
    return "all" if words == "open" and not narrow else words


UNDOES = re.compile(
    r"\bundo\w*|\bvergiss|\bforget\b|\bolvida|\boublie|\bdiscard|\brevert|\brevers|\broll(?:ed|"
    r"ing)? (?:\w+ )?back|(?<!hear )(?<!heard )(?<!called )(?<!wrote )(?<!came )(?<!mailed )(?<!rang )\bback\b|"
    r"\bnever ?mind|\bscratch|\bstrike that|\bcancel|\brestore|\bmistake|"
    r"\bdidn't mean|\bnot what i|\boops|\bwhoops|\bwrong|\bforget (?:that|it|what)|\bctrl|\bput (?:it|that|"
    r"them)|\bdon't|\bdo not|\bno\b|"
    r"\bdelete what|\bremove what|\bshouldn't have|\bhaven't\b|\bi take\b|\bwithdraw (?:that|it)|\bunsend|"
    r"\bdes(?:haz|hacer)|\bdeshaz|\banula|\brevierte|\bretroced|\bcancela|\bvuelve|\berror|\brückgängig|"
    r"\bzurück|\bstorn|\bdoch nicht|\bmach das weg|\bannul|\bdéfai|\brevien|\bretour|\barrière|"
    r"\beffacer? ça|\berreur",
    re.I,
)


# What may stand before the company whose change is meant: "undo the Acme one", "take back what i said about Lidl".
OF_ONE = re.compile(
    r"\W*(?:(?:please|pls|can you|could you|oops|no|sorry|wait|ok)\W+)*(?:undo|undid|revert|reverse|take back|deshaz|"
    r"anula|mach|"
    r"annule|défais)\b(?:\s+(?:the|my|that|thing|what i (?:said|did|wrote) (?:about|for|at|on)|last|latest|change|"
    r"changes|to|for|"
    r"at|on|with|about|lo|de|del|en|das|die|mit|bei|zu|für|le|la|pour|chez))*\s*",
    re.I,
)


def undo(clause: Clause) -> list[Call]:
    """Take back the last step, or the last few."""
    if not UNDOES.search(clause.full or clause.text):
        return []
    match = None if ONLY.search(clause.text) else COUNT.search(clause.text)
    steps = 1
    if match:
        digits = match.group("digits") or match.group("steps")
        steps = int(digits) if digits else NUMBERS[match.group("word").casefold()]
    whose = _whose(clause)
    if whose and steps == 1:
        return [Call(name="undo", args={"company": whose})]
    return [Call(name="undo", args={"steps": steps} if steps > 1 else {})]


def _whose(clause: Clause) -> str | None:
    """The company whose change shall be taken back, known or not."""
    known = {m.value for m in clause.of("company") if OF_ONE.fullmatch(clause.text[: m.start])}
    if known:
        return known.pop() if len(known) == 1 else None
    named = [company for company, _ in clause.slots.pairs if not clause.slots.known]
    at = clause.text.find(named[0]) if len(named) == 1 else -1
    return named[0] if at > 0 and OF_ONE.fullmatch(clause.text[:at]) else None
