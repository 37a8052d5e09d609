"""People at the employer: their name, what they are, and how to reach them, as said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.offline import lexicon, places, roles
from agent.offline.calls.whom import narrowed
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.names import HOUSE
from tools import employers
from tools.result import Call

TITLED = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Sir|Frau|Herr|Herrn|Sra?|Don|Doña|Mme|Mlle|M|Madame|Monsieur|Chef|Sister|"
    r"Father)\.?\s+)"
)
CAPITAL = r"[A-ZÀ-ÞŁŚŻČŠŽĐİ][\w'’-]*\w"
FULL_NAME = (
    rf"{TITLED}?{CAPITAL}(?:\s+(?:(?:de|van|von|der|den|la|del|di|da|dos|bin|al|el|y|ter|"
    rf"zu)\s+){{0,2}}(?:{CAPITAL}|[A-Z]\.))"
) + r"{0,3}"
SMALL_NAME = r"(?:(?:dr|mr|mrs|ms|miss|frau|herr|sra?|mme)\.?\s+)?[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’-]+)?"
LED = (
    r"(?:\b(?:is|are|was|called|named|contact|recruiter|manager|add|save|met|meet|spoke to|spoke with|"
    r"spoken to|talk(?:ed|ing)? (?:to|with)|with|ist|heißt|es|son|se llama|est|"
    r"s'appelle|name's|name is|by|from|for|of|ask for|it's|via|person|lead|hr|boss|chef|número de|"
    r"nummer von|numéro de|email|e-mail|mail|phone|number|mit|con|avec|de|von)|[:,(-])\s*,?\s*"
)
PERSON_FIRST = re.compile(
    rf"^\W*(?:(?:and|also|add|save|new contact|contact|kontakt|contacto|the)\b\W*)*(?P<name>{FULL_NAME})(?:'s|"
    rf"’s)?(?=\s*(?:[,(:-]|\b(?:is|from|at|in|ist|von|bei|es|de|est|chez|the|as|number|email|e-mail|phone|mail|"
    rf"will|has|cell|mobile|can|works?|who|recruiter|hr|tel|\w+ed|rang|wrote|called|says|said|got in touch|"
    rf"schrieb|rief|escribió|llamó|écrit|appelé)\b|$))"
)
PERSON_LED = re.compile(rf"(?i:{LED})(?P<name>{FULL_NAME})")
PERSON_ANY = re.compile(rf"(?P<name>{FULL_NAME})")
SMALL_LED = re.compile(
    rf"(?:\b(?:is|called|named|name's|name is|contact(?: is)?|met|spoke (?:to|with)|ask for|heißt|ist|"
    rf"se llama|es|s'appelle|est|number for|email for|phone for|"
    rf"(?:my |the |their )?(?:recruiter|hiring manager|manager|hr|boss))|"
    rf"[:,(-])\s+(?P<name>{SMALL_NAME})\s*(?=[,(:<-]|$|\b(?:at|and|her|his|their|on|from|the|is|number|"
    rf"email|phone|cell|bei|en|chez)\b)"
)
SMALL_FIRST = re.compile(
    rf"^\W*(?:add\s+|save\s+|contact\s+|put\s+|note\s+|log\s+)?(?P<name>{SMALL_NAME})(?:'s)?\s*(?=,|\(|\b(?:from|"
    rf"at|is|as|to)\b)",
    re.I,
)
# What a person at an employer is called beside a job title.
ROLE_WORDS = re.compile(
    r"\b(?:recruiter(?:in)?|recruitment(?: \w+)?|hr(?: \w+)?|human resources|hiring manager|"
    r"talent (?:partner|acquisition\w*|scout\w*|lead)|people (?:partner|ops|team)|headhunter(?:in)?|"
    r"contact person|interviewer|boss|owner|agent|agency contact|referrer|referee|ward sister|matron|"
    r"sister|(?:head|director|chief) of \w+(?: (?:&|and) \w+)?|vp of [\w &]+|(?:team )?lead|reception|"
    r"admin|"
    r"reclutadora?|encargad[oa]|jef[ea](?: de [\w ]+)?|responsable(?: [\w ]+)?|recruteu\w+|"
    r"chef(?:fe)?(?: de [\w ]+)?|rh|rrhh|(?:rrhh|rh)|personaler(?:in)?|ansprechpartner(?:in)?|"
    r"leiter(?:in)?|\w+leiter(?:in)?|chef(?:in)?|gerente|drh|dueñ[oa]|patron(?:ne)?)\b",
    re.I,
)
NO_ROLE = re.compile(
    r"\b(?:my|the|their|our|his|her|an?|is|are|was|will be|called|named|name|name's|new|contact(?:s)?|add|"
    r"added|save|at|for|with|of|from|by|to|on|in|as|and|who|she|he|they|number|"
    r"e-?mail|mail|phone|mobile|cell|tel|address|note|handles?|also|please|pls|person|there|here|currently|"
    r"nice|great|lovely|really|dort|da|allí|là-bas|i|spoke|met|talked|reach(?:able)?|can be|it's|me|up|"
    r"down|you|"
    r"mein\w*|die|der|das|ist|heißt|bei|und|unter|mi|la|el|es|se llama|en|y|ma|mon|le|chez|s'appelle|est|"
    r"et|c'est|handy|telefon|correo|tfno|teléfono|numéro|nummer)\b",
    re.I,
)


# "Maria's restaurant" is the name of an employer.
EMPLOYS = re.compile(rf"(?:(?<=['’]s)|['’]s)\s+(?:{employers.NOUNS})\b", re.I)


def contact(clause: Clause) -> list[Call]:
    """A person at the employer, with role, e-mail address and phone number."""
    name, role = person_named(clause), _role(clause)
    if name and role and name.casefold() in role.casefold():
        role = None
    reach = {"email": clause.text_of("email"), "phone": clause.text_of("phone")}
    if not name and role and any(reach.values()):
        name, role = role.capitalize(), None
    last = clause.before[-1] if clause.before else None
    if not name and last is not None and last.name == "contact" and any(reach.values()):
        return [last.model_copy(update={"args": {**last.args, **{k: v for k, v in reach.items() if v}}})]
    if not name:
        return []
    args = {"name": name, "role": role, **reach, **_target(clause, name)}
    return [Call(name="contact", args={k: v for k, v in args.items() if v})]


def person_named(clause: Clause) -> str | None:
    """The name of a person in the clause that is no company's; in capitals where it was typed small."""
    for pattern in (PERSON_FIRST, PERSON_LED, PERSON_ANY):
        for name in _names(clause, pattern, clause.text):
            return re.sub(r"['’]s$", "", name)
    for pattern in (SMALL_LED, SMALL_FIRST):
        for name in _names(clause, pattern, clause.text):
            words = name.split()
            return " ".join(re.sub(r"(?:^|(?<=[-'’]))[^\W\d_](?=\w{2})", lambda m: m.group().upper(), w) for w in words)
    return None


def _names(clause: Clause, pattern: re.Pattern[str], text: str) -> Iterator[str]:
    at = 0
    while match := pattern.search(text, at):
        start, end = match.span("name")
        name = match.group("name")
        clash = [m.end for m in _clashing(clause, start, end)]
        at = max(match.start() + 1, start, *clash)
        if not clash and not _is_other(name) and not EMPLOYS.match(text, end):
            yield name


def _clashing(clause: Clause, start: int, end: int) -> list[Mention]:
    """The mentions that stand between two places and are no people."""
    return [m for m in clause.mentions if m.kind not in ("kind", "type", "source") and m.start < end and start < m.end]


def _is_other(name: str) -> bool:
    """Whether words that could be a name are none: a role, a place, an everyday word."""
    words = [w.strip(".") for w in name.casefold().split()]
    everyday = lexicon.words("not_companies.txt")
    titled = re.match(TITLED, name) is not None
    if EMPLOYS.search(name):
        return True
    if not titled and (
        words[0] in HOUSE
        or words[0] in everyday
        or (len(words) > 1 and words[-1] in everyday)
        or places.is_region(name)
    ):
        return True
    # "Tom Baker" is a person, "Head Chef" and "chef" are not.
    title = roles.is_head(words[-1]) and (len(words) == 1 or words[0] in lexicon.words("role_modifiers.txt"))
    return ROLE_WORDS.fullmatch(name) is not None or NO_ROLE.fullmatch(words[0]) is not None or (title and not titled)


def _role(clause: Clause) -> str | None:
    """What the person is, as said beside the name: "office manager", "ward sister", "head of people"."""
    name = person_named(clause)
    text = clause.text
    for m in sorted(clause.of("company", "email", "phone", "when", "url", "ref"), key=lambda m: -m.start):
        text = text[: m.start] + " | " + text[m.end :]
    if name:
        text = re.sub(re.escape(name), " | ", text, flags=re.I)
    for part in re.split(r"[|,;:()]|\s[-–]\s|(?<=\w)'s\b|\.(?:\s|$)", text):
        match = ROLE_WORDS.search(part)
        words = " ".join(NO_ROLE.sub(" ", part).split())
        if match and re.match(r"(?:head|vp|director|chief) of\b", match.group(), re.I):
            return _plain(match.group())
        if words.casefold() in {(known.title or "").casefold() for known in clause.briefing.applications}:
            continue  # the job that was applied for
        if words and roles.score(words) >= 0.8 and len(words.split()) <= 5:
            return _plain(words)
        if match:
            bare = re.sub(
                r"^(?:\W*(?:my|the|their|our|a|an|mein\w*|mi|ma|mon|la|el|le|die|der|is|as)\s+)+", "", part, flags=re.I
            )
            held = ROLE_WORDS.search(bare)
            return _plain(
                re.sub(
                    r"\s+(?:is|at|in|for|with|called|named|heißt|ist|bei|se llama|es|s'appelle|est|chez|en|de)$",
                    "",
                    held.group() if held else match.group(),
                    flags=re.I,
                )
            )
    return None


def _plain(words: str) -> str:
    """A role as said, small but for short forms like HR."""
    return " ".join(
        w if w.isupper() and len(w) <= 3 else w if not w.istitle() or w[1:] != w[1:].lower() else w.lower()
        for w in roles.tidy(words).split()
    ).strip(" .,'-")


def _target(clause: Clause, name: str) -> dict[str, str]:
    found = clause.slots
    if found.known:
        return narrowed(clause, [{"company": clause.of("company")[0].value}])[0]
    if clause.refs:
        return {"company": f"#{clause.refs[0]}"}
    if name.casefold() in {known.casefold() for known in clause.briefing.contacts}:
        return {}  # the tool knows where the person works
    led = re.search(
        r"\b(?:at|from|for|with|bei|von|en|chez|de)\s+(?P<company>[A-ZÀ-Þ][\w'&.-]*(?:\s+(?:&\s+)?[A-ZÀ-Þ][\w'&"
        r".-]*){0,4})",
        clause.text,
    )
    if (
        led
        and led.group("company") not in name
        and name not in led.group("company")
        and not ROLE_WORDS.fullmatch(led.group("company"))
    ):
        return {"company": led.group("company").strip(" .")}
    return (clause.implied() or [{}])[0]
