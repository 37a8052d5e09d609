"""Facts of an application corrected or added: fields, notes, contacts, tags, star, archive."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import lexicon, references, roles
from agent.offline.calls.logging import facts_of
from agent.offline.calls.statuses import sweep_words
from agent.offline.clause import Clause
from tools.result import Call

NOT_X = re.compile(r"\b(?:not|instead of|rather than|statt|nicht|no|pas)\s+(?:the\s+|on\s+|a\s+|an\s+)*[^,.;]*$", re.I)
NEW_TITLE = re.compile(
    r"\b(?:role|title|job|position|stelle|puesto|poste)\b(?:\s+(?:title|name|there))?(?:\s+(?:at|for|with|bei|en|chez)\s+[^,:]+?)?\s*(?:is|was|should be|should read|to|=|:|as|ist|es|est)\s+(?:actually|really|now|called|in fact)?\s*(?P<title>[^,.;!?]+)"
    r"|\b(?:it's|its|it is|it was|that's|that was)\s+(?:actually|really|for)?\s*(?:a|an|the)?\s*(?P<bare>[^,.;!?]+)"
    r"|\bas\s+(?:an?\s+)?(?P<as>[^,.;!?]+)$",
    re.I,
)
NEW_NAME = re.compile(
    r"\b(?:rename|change)\s+(?P<old>.+?)\s+(?:to|into|as)\s+(?P<new>[^,.;!?]+)$"
    r"|\b(?:company|name|employer|firm|firma|empresa|entreprise)\b.*?\b(?:is|should be|called|spelled|spelt|heißt|se llama|s'appelle|to)\s+(?:actually|really|now|called)?\s*(?P<name>[^,.;!?]+)$",
    re.I,
)
CLEAR = re.compile(r"\b(?:remove|clear|delete|drop|forget|scrap|no more)\b.*?\b(?P<field>deadline|salary|pay|location|link|url|source|role|title)\b", re.I)
APPLIED = re.compile(r"\b(?:appl\w+|sent|submitted|handed|beworb\w*|mand\w+|envi\w+|postul\w+|soumis)\b", re.I)
NOTE = re.compile(
    r"^\W*(?:please\s+|pls\s+|can you\s+|could you\s+|and\s+)*(?:(?:make|take|add|put|leave|jot|write|save|keep)\s+(?:down\s+)?(?:a|an|this|the|another)?\s*(?:quick\s+)?|)"
    r"(?:note|notes?|notiz|nota|anota|anotar|apunta|notier\w*|jot down|jot|memo|remember|fyi|write down|schreib(?: auf)?|noter)\b(?:\s+down)?",
    re.I,
)
LEADIN = re.compile(r"^\W*(?:that|to self|:|-|,|dass|que|this)\s*", re.I)
ABOUT = re.compile(r"^\W*(?:on|for|about|to|at|with|re|under|zu|bei|für|para|sobre|en|de|pour|chez|sur|in)\s+(?:the\s+|my\s+)?", re.I)


def update(clause: Clause) -> list[Call]:
    """One call with all the facts said; the applied day, a new title or name where the words say so."""
    facts = facts_of(clause)
    facts.pop("tags", None)
    target = _target(clause)
    cleared = CLEAR.search(clause.text)
    if cleared:
        facts = {"clear": cleared.group("field").casefold().replace("salary", "pay")}
    elif name := new_name(clause):
        facts["new_company"] = name
    elif not facts or APPLIED.search(clause.text):
        facts |= _applied(clause)
    if not cleared and (title := new_title(clause, facts)):
        facts["new_title"] = title
        target.pop("title", None)
    return [Call(name="update", args={**target, **facts})] if facts else []


def _applied(clause: Clause) -> dict[str, Any]:
    days = [m for m in clause.of("when") if m is not clause.deadline and not NOT_X.search(clause.text[: m.start])]
    return {"applied_on": days[0].text} if days else {}


def new_name(clause: Clause) -> str | None:
    """The company's right name, where it is said to be another."""
    match = NEW_NAME.search(clause.text)
    if not match:
        return None
    name = match.group("new") or match.group("name")
    old = match.group("old") or ""
    if match.group("old") is not None and not (clause.slots.known and not re.search(r"\b(?:role|title|status|deadline|salary|pay|location|date|interview)\b", old, re.I)):
        return None
    return name.strip(" \"'") if roles.score(name) < 0.8 or match.group("name") else None


def new_title(clause: Clause, facts: dict[str, Any]) -> str | None:
    """The right job title, where one is told."""
    if "new_company" in facts:
        return None
    for match in NEW_TITLE.finditer(clause.text):
        words = match.group("title") or match.group("bare") or match.group("as")
        words = re.split(r",|\bnot\b|\binstead\b|\band\b|\bbut\b", words)[0]
        if any(m.start < match.end() and match.start(match.lastgroup or 0) < m.end for m in clause.mentions if m.kind != "company"):
            continue
        title = roles.tidy(words)
        if title and (match.group("title") or roles.score(title) >= 0.8) and title.casefold() not in lexicon.words("not_companies.txt"):
            return title
    return None


def note(clause: Clause) -> list[Call]:
    """A note in the person's words, for the company named beside it."""
    text = clause.text.strip()
    head = NOTE.match(text)
    body = text[head.end() :] if head else text
    body = _without_target(clause, body) if head else body
    body = LEADIN.sub("", body).strip(" \"'“”") or text
    named = {} if clause.slots.known else _named_before_colon(text)
    return [Call(name="note", args={"text": body, **(named or _own_target(clause))})]


def _named_before_colon(text: str) -> dict[str, str]:
    """The company of "note for Initech: …", which is not known yet."""
    match = re.match(r"^\W*\w+(?:\s+\w+){0,2}?\s+(?:for|on|about|to|at|für|zu|bei|para|sobre|pour|sur)\s+(?:the\s+)?(?P<name>[^:,.]{2,40}?)\s*:", text, re.I)
    return {"company": match.group("name").strip()} if match and not references.ONE_OF.fullmatch(match.group("name").strip()) else {}


def _own_target(clause: Clause) -> dict[str, str]:
    """A known company or what is pointed at: other words of a note name nothing."""
    if clause.slots.known:
        return _target(clause)
    ids = clause.refs
    return {"company": f"#{ids[0]}"} if ids and not clause.earlier else (clause.implied() or [{}])[0]


def _without_target(clause: Clause, body: str) -> str:
    """The note without "for Stripe:" before it or "for Stripe" behind it."""
    offset = len(clause.text.strip()) - len(body)
    lead = ABOUT.match(body)
    company = next((m for m in clause.of("company", "ref") if m.start >= offset - 1), None)
    if lead:
        named = company if company and company.start - offset <= lead.end() + 6 else None
        if named:
            rest = body[named.end - offset :]
            return re.sub(r"^(?:'s)?\s*(?:application|role|job|one|interview|bewerbung)?\s*(?:[:,\-]|that\b|saying\b)?\s*", "", rest, flags=re.I)
        colon = re.match(r"[^:]{1,60}:\s*", body)
        if colon:
            return body[colon.end() :]
        pointed = re.match(r"\s*\w+\s+(?:it|that one|this one|the \w+ one|the (?:first|second|third|last)(?: one)?)\s*[:,\-]?\s*", body, re.I)
        return body[pointed.end() :] if pointed else body
    return body


def contact(clause: Clause) -> list[Call]:
    """A person at the employer, with role, e-mail address and phone number."""
    name = person_named(clause)
    if not name:
        return []
    role = re.search(
        r"\b(?P<role>recruiter(?:in)?|hiring manager|hr(?: manager| person| lady| contact)?|manager|interviewer|headhunter|head of [\w ]+?|team lead|boss|supervisor|talent partner|reclutadora?|recruteu\w+|personalerin?|chef(?:fe)?|ansprechpartner(?:in)?|foreman|director|owner|principal|ward sister|matron)\b",
        clause.text,
        re.I,
    )
    args = {
        "name": name,
        "role": role.group("role").strip().casefold() if role else None,
        "email": clause.text_of("email"),
        "phone": clause.text_of("phone"),
        **_contact_target(clause, name),
    }
    return [Call(name="contact", args={k: v for k, v in args.items() if v})]


FULL_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Frau|Herr|Sra?|Mme|M)\.?\s+)?[A-ZÀ-Þ][\w'’-]+(?:\s+(?:de|van|von|der|la|del|Mc|Mac|O')?\s*[A-ZÀ-Þ][\w'’-]+){0,3}"
PERSON_AFTER = re.compile(rf"\b(?:is|are|called|named|contact|recruiter|manager|add|met|spoke to|spoke with|talk(?:ed)? (?:to|with)|with|:|ist|heißt|es|se llama|est|s'appelle|name's|by|from)\s*,?\s*(?P<name>{FULL_NAME})")
PERSON_FIRST = re.compile(rf"^\W*(?:(?:and|also)\s+)?(?P<name>{FULL_NAME})\s+(?:is|from|at|,|\(|ist|von|es|de|est|chez)")
PERSON_ANY = re.compile(rf"(?P<name>{FULL_NAME})")


def person_named(clause: Clause) -> str | None:
    """The name of a person in the clause that is no company's."""
    text = clause.text
    for pattern in (PERSON_FIRST, PERSON_AFTER, PERSON_ANY):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            name = match.group("name")
            clash = any(m.start < end and start < m.end for m in clause.mentions)
            if not clash and name.casefold().split()[0] not in lexicon.words("not_companies.txt"):
                return name
    low = re.search(r"\b(?:is|called|named|contact|recruiter|manager)\s+(?P<name>[a-z]+(?:\s+[a-z]+)?)\b(?=\s*(?:,|$|\(|at\b|and\b|her\b|his\b|on\b|<))", text)
    if low and not any(m.start < low.end("name") and low.start("name") < m.end for m in clause.mentions):
        return low.group("name").title()
    return None


def _contact_target(clause: Clause, name: str) -> dict[str, str]:
    found = clause.slots
    pairs = [(c, None) for c, _ in found.pairs if c.casefold() != name.casefold() and name.casefold() not in c.casefold()]
    if found.known or not pairs:
        return _target(clause) if found.known else (clause.implied() or [{}])[0]
    return {"company": pairs[0][0]}


TAG = re.compile(
    r"\b(?:tag|label|etiqueta|etiquetar|etikett|étiquette|kennzeichne)\w*\b\s*(?P<rest>.*)$|^(?P<before>.+?)\s+tag\b", re.I
)
TAG_WORD = re.compile(r"\b(?:as|with|als|mit|como|con|comme|avec|:)\s+(?:the\s+tag\s+)?[\"']?(?P<tag>[^\"',.;!?]+)[\"']?", re.I)
TAG_FROM = re.compile(r"(?:the\s+)?(?:tag\s+)?[\"']?(?P<tag>[^\"',.;!?]+?)[\"']?\s+(?:tag\s+)?(?:from|off|to|on|on to|onto|von|de|a|à|zu)\b", re.I)


def tags(clause: Clause, remove: bool) -> list[Call]:
    """Tags put on or taken off each application meant."""
    names = [m.value for m in clause.of("hashtag")] or _tag_words(clause)
    if not names:
        return []
    args = {"remove" if remove else "add": ",".join(names)}
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="label", args={**args, "every": sweep_words(clause)})]
    return [Call(name="label", args={**args, **target}) for target in clause.targets() or [{}]]


def _tag_words(clause: Clause) -> list[str]:
    match = TAG_WORD.search(clause.text)
    if not match:
        head = re.search(r"\b(?:tag|label|remove|add|put|take|drop|untag|untagged|delete|etiqueta|etikett|étiquette)\b\s*", clause.text, re.I)
        match = TAG_FROM.match(clause.text[head.end() :]) if head else None
    if not match:
        last = re.search(r"\btags?\s*:?\s*(?P<tag>[^,.;!?]+)$", clause.text, re.I)
        match = last
    if not match:
        return []
    words = re.sub(r"\b(?:tag|please|pls|thanks|the|für|for)\b", " ", match.group("tag"), flags=re.I)
    parts = re.split(r"\s*(?:,|\band\b|&)\s*", " ".join(words.split()))
    return [part.strip().casefold() for part in parts if part.strip()]


def flag(clause: Clause, name: str, value: bool) -> list[Call]:
    """Star, unstar, archive or unarchive each application meant."""
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="label", args={name: value, "every": sweep_words(clause)})]
    return [Call(name="label", args={name: value, **target}) for target in clause.targets() or [{}]]


def _target(clause: Clause) -> dict[str, str]:
    targets = clause.targets()
    return dict(targets[0]) if targets else {}
