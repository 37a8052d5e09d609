"""Notes: what is to be kept in the person's own words, and with which application."""

from __future__ import annotations

import re

from agent.offline import references, verbatim
from agent.offline.clause import Clause
from tools.result import Call

POLITE = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|would you|will you|i'd like to|i want to|i want you to|"
    r"let me|and|also|then|und|y|et|ok|hey|just|oh|quick(?:ly)?|bitte|kannst du|por favor|puedes|s'il te plaît|peux-tu|"
    r"tu peux)\s+)*"
)
NOUN = r"(?:notes?|notiz(?:en)?|nota|anotación|vermerk|remarque|comment|memo)"
HEAD = re.compile(
    rf"^\W*{POLITE}(?:"
    rf"(?:make|take|add|put|leave|jot|write|save|keep|file|drop|stick|attach|record|log|pop|scribble|"
    rf"mach\w*|schreib\w*|füg\w*|añad\w*|agreg\w*|pon\w*|apunta\w*|apúnta\w*|deja\w*|guarda\w*|ajoute\w*|"
    rf"mets|note|prends|écris)"
    rf"\s+(?:down\s+|me\s+|mir\s+|in\s+)?(?:this\s+|a\s+|an\s+|the\s+|another\s+|one\s+more\s+|eine?\s+|"
    rf"una\s+|une\s+|esta\s+|diese\s+)?(?:quick\s+|little\s+|short\s+|new\s+|"
    rf"kurze\s+)?{NOUN}\b(?:\s+hinzu)?"
    rf"|{NOUN}\b(?:\s+(?:down|to self|that down))?"
    r"|(?:jot|write|take|put|get)\s+(?:(?:this|that|it)\s+)?down\b(?:\s+(?:a|the) note\b)?"
    rf"|(?:stick|put|add|write|pop|save|file|keep|record|log)\s+(?:this|that|the following)(?=\s+(?:down\s+)?(?:on|"
    rf"to|for|under|in|against|at|with)\b)"
    rf"|(?:record|minute|log|register|write|enter)(?=\s+(?:against|on|for|under)\b)"
    r"|(?:jot|memo|remember|fyi|for the record|keep in mind|bear in mind|don't forget)\b"
    r"|(?:notier\w*|schreib\w*|merk\w*|vermerk\w*|halte? fest)\b(?:\s+dir|\s+mir)?(?:\s+bitte)?(?:\s+auf\b)?"
    r"|(?:anota\w*|anóta\w*|apunta\w*|apúnta\w*|noter|notez|souviens-toi|recuerda)\b(?:\s+(?:que|esto))?"
    r")",
    re.I,
)
PREP = (
    r"(?:on|for|about|to|at|with|re|regarding|concerning|under|in|against|into|over|against|zu|zur|zum|bei|"
    r"beim|für|über|an|para|sobre|en|de|del|a|pour|chez|sur|à|dans)"
)
THING = (
    r"(?:\s*(?:'s\s+)?(?:application|role|job|one|interview|position|card|entry|file|record|notes?|thing|page|"
    r"bewerbung|stelle|solicitud|candidature|poste))"
)
LINK = re.compile(
    r"^\s*(?:[:,;>=\-]+|\b(?:there(?=\s*(?:that\b|saying\b|:))|that|this|saying|says|which says|to say|stating|as "
    r"follows|dass|das|que|"
    r"diciendo|disant|qui dit|please|pls|bitte|down|auf|hinzu)\b)\s*",
    re.I,
)
POINTER = (
    r"(?:it|this|that|this one|that one|them|the (?:\w+ ){1,3}?one|(?:the )?(?:number|no\.?|#) ?\d+|"
    r"the (?:first|second|third|fourth|fifth|last|latter|former)|(?:das|die|der|den|el|la|le|al|"
    r"lo)\s+(?:\w+e[nrs]?|\w+[oa]|\w+er|premi\w+|derni\w+))"
)
FRONT = re.compile(
    rf"^\W*{POLITE}(?P<prep>(?:on|for|about|re|regarding|zu|bei|für|para|sobre|pour|chez|"
    rf"sur)\s+)?(?P<name>[^:,]{{1,50}}?)\s*(?:[:,]\s*|\s+){POLITE}(?={NOUN}\b|jot\b|note\b|write (?:this|that|"
    rf"it)?\s*down|put down|remember\b|anota|apunta|notier|noter?\b)",
    re.I,
)
NOTES_OF = re.compile(
    rf"^\W*{POLITE}(?:add|put|write|append)\s+(?:this\s+)?(?P<text>.+?)\s+(?:to|in|into|on)\s+(?:the\s+|"
    rf"my\s+)?(?P<name>[^,:]{{2,50}}?)(?:'s)?\s+notes?[\s.!]*$",
    re.I,
)


REMOVES = re.compile(
    rf"^\W*{POLITE}(?:delete|remove|erase|drop|scrap|forget|lösch\w*|entfern\w*|borra\w*|quita\w*|elimina\w*|"
    rf"supprime\w*|efface\w*|enlève\w*)\s+(?:(?:the|that|this|my|last|latest|die|das|meine|letzte|la|esa|última|ma|"
    rf"cette|dernière)\s+)*{NOUN}(?:\s+(?:again|please|pls|wieder|bitte|por favor))*\W*$",
    re.I,
)
LATER = "I can take a note back only while it is the latest change, so I left it. “undo” takes back the latest change."


def note(clause: Clause) -> list[Call] | str:
    """A note in the person's words, for the application named beside it; or the one just made taken back."""
    if REMOVES.match(clause.text):
        focus = clause.briefing.focus
        made = bool(focus.calls) and focus.calls[-1].name == "note" and focus.step is not None
        return [Call(name="undo", args={"step": focus.step})] if made else LATER
    text = clause.text.strip()
    offset = clause.text.index(text) if text else 0
    start, end, name = _body(clause, text, offset)
    body = text[start:end].strip(" \"'“”,:;-") or text
    if text.endswith("?") and re.match(r"\W*(?:can|could|would|will|kannst|puedes|peux)\b", text, re.I):
        body = body.rstrip("?")
    target = {"company": name} if name else _target(clause, offset + start, offset + end)
    return [Call(name="note", args={"text": verbatim.restored(body, clause.said), **target})]


def _body(clause: Clause, text: str, offset: int) -> tuple[int, int, str]:
    """Where the note itself begins and ends, and the company named beside it ("" where none is)."""
    filed = NOTES_OF.match(text)
    if filed:
        return (
            filed.start("text"),
            filed.end("text"),
            _company(clause, filed.group("name"), offset + filed.start("name")),
        )
    front = FRONT.match(text)
    known = _company(clause, front.group("name"), offset + front.start("name")) if front else ""
    known = known if front and (front.group("prep") or not known.startswith("?")) else ""
    at = front.end() if front and known else 0
    head = HEAD.match(text[at:])
    if head is None:
        return *_behind_name(clause, text, offset), ""
    at += head.end()
    start, name = _led(clause, text, at, offset)
    start = _linked(text, start)
    if not name and at == head.end():
        more, name = _led(clause, text, start, offset, linked=True) if text[at:start].strip(" :") == "" else (start, "")
        start = _linked(text, more)
    end = len(text)
    if not name and not known:
        end, name = _tailed(clause, text, start, offset)
    return start, end, (name or known).lstrip("?")


def _behind_name(clause: Clause, text: str, offset: int) -> tuple[int, int]:
    """A note without the word: "Sage: parking is free" loses the name before its colon, nothing else."""
    first = clause.first("company")
    match = re.match(r"\s*(?::|\s-)\s+", text[first.end - offset :]) if first and first.start - offset <= 5 else None
    return (first.end - offset + match.end() if first and match else 0), len(text)


def _linked(text: str, at: int) -> int:
    """Behind colons and words like "that"."""
    while match := LINK.match(text[at:]):
        at += match.end()
    return at


def _led(clause: Clause, text: str, at: int, offset: int, *, linked: bool = False) -> tuple[int, str]:
    """Behind "for Stripe", "on the second one"; an unknown name only before a colon or "that"."""
    lead = re.match(rf"\s*{PREP}\s+(?:the\s+|my\s+|der\s+|die\s+|la\s+|el\s+|le\s+)?", text[at:], re.I) or re.match(
        r"\s+", text[at:]
    )
    if lead is None:
        return at, ""
    begin = at + lead.end()
    led = bool(lead.group().strip())
    mention = next((m for m in clause.of("company", "ref") if begin - 5 <= m.start - offset <= begin + 1), None)
    if mention is not None:
        thing = re.match(rf"(?:{THING})*", text[mention.end - offset :], re.I)
        end = mention.end - offset + (thing.end() if thing else 0)
        behind = LINK.match(text[end:]) is not None
        named = mention.value if mention.kind == "company" else f"#{mention.value}"
        return (end, named) if behind or (led and not linked) else (at, "")
    return _led_by_words(clause, text, at, begin, lead.group().split()[:1])


def _led_by_words(clause: Clause, text: str, at: int, begin: int, preposition: list[str]) -> tuple[int, str]:
    """The same where no company is named: "the nurse one", "that one", or a name that is not known yet."""
    led = bool(preposition)
    described = re.match(
        r"(?:the\s+|my\s+)?(?:[\w'-]+\s+){1,3}(?:one|job|role|position|application|stelle|puesto|poste)\b",
        text[at:].lstrip()[len("".join(preposition)) :].lstrip(),
        re.I,
    )
    if described and led and references.described(_definite(described.group()), clause.briefing):
        ids = references.described(_definite(described.group()), clause.briefing)
        return text.index(described.group(), at) + len(described.group()), f"#{ids[0]}"
    pointed = re.match(
        rf"{POINTER}(?=\s*[:,\-]|\s|$)",
        text[begin - (4 if text[begin - 4 : begin].casefold() == "the " else 0) :],
        re.I,
    )
    if pointed and led:
        base = begin - (4 if text[begin - 4 : begin].casefold() == "the " else 0)
        return base + pointed.end(), ""
    unknown = (
        re.match(r"(?P<name>[^\W_][^:,.;!?]{0,40}?)(?=\s*:|,?\s+(?:that|saying|dass|que)\b)", text[begin:])
        if led
        else None
    )
    if unknown and len(unknown.group("name").split()) <= 5:
        return begin + unknown.end(), "?" + re.sub(rf"{THING}$", "", unknown.group("name"), flags=re.I)
    return at, ""


def _definite(words: str) -> str:
    return words if words.casefold().startswith(("the ", "my ")) else f"the {words}"


def _tailed(clause: Clause, text: str, start: int, offset: int) -> tuple[int, str]:
    """Before ", for Stripe" at the end."""
    last = clause.of("company", "ref")[-1:]
    if not last or last[0].start - offset <= start:
        return len(text), ""
    mention = last[0]
    behind = re.fullmatch(
        rf"(?:{THING})?\W*(?:please|pls|thanks|bitte|por favor)?\W*", text[mention.end - offset :], re.I
    )
    before = re.search(
        r"(?:[,(]\s*|\s)(?:for|on|to|under|für|zu|zur|bei|para|sobre|pour|sur|chez)\s+(?:the\s+|my\s+|la\s+|"
        r"el\s+)?[,(]?\s*$",
        text[start : mention.start - offset],
        re.I,
    )
    if behind is None or before is None:
        return len(text), ""
    return start + before.start(), mention.value if mention.kind == "company" else f"#{mention.value}"


def _company(clause: Clause, words: str, at: int) -> str:
    """The company that these words name; "?…" for one that is not known, "" for what points elsewhere."""
    known = next((m.value for m in clause.of("company") if at <= m.start < at + len(words)), None)
    if known:
        return known
    return "" if re.fullmatch(POINTER, words, re.I) or references.ONE_OF.fullmatch(words) else "?" + words


def _target(clause: Clause, start: int, end: int) -> dict[str, str]:
    """A note that names nothing beside itself goes to what is pointed at, else to the one company in it."""
    outside = [m for m in clause.of("company") if not start <= m.start < end]
    inside = list(dict.fromkeys(m.value for m in clause.of("company")))
    if outside or len(inside) == 1:
        return {"company": outside[0].value if outside else inside[0]}
    ids = references.resolve(clause.text[:start] if start else clause.text, clause.briefing)
    if ids and not clause.earlier:
        return {"company": f"#{ids[0]}"}
    return (clause.implied() or [{}])[0]
