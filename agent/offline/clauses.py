"""Stage 3: a message cut into clauses, each one fact or wish; commas and "and" cut only before words that begin one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.entities import Mention
from agent.offline.smallwords import ARTICLES, CALLED, JOINERS, PREPOSITIONS

# Ends of sentences; a full stop after one letter or a common short form ends nothing.
SHORT_FORMS = "St st Mr Mrs Ms Mme Sra Hr Fr Prof Dr Inc Ltd Co Corp No p.m a.m".split()
SHORTENED = "".join(rf"(?<!\b{re.escape(form)}\.)" for form in SHORT_FORMS)
STOP = re.compile(
    rf"\.(?<!\b\w\.){SHORTENED}(?=\s+\S)|"
    r"[!?]+(?=\s|$)|\n+|;|\.{3}|(?:^|(?<=\s))(?:\(\d{1,2}\)|\d{1,2}\)|[•*·]|-(?=\s)(?<=\n-))\s+(?=\S)|\s//\s"
)
JOIN = re.compile(
    r"\s*,\s*(?:and|but|then|also|so|plus|y|und|et|pero|aber|mais)?\s*|\s+(?:and|but|then|also|plus|y|und|et|"
    r"pero|aber|mais|while|whereas|&)\s+|\s+-\s+|:\s+",
    re.I,
)
LEAD = (
    r"(?:(?:and|but|also|then|plus|so|just|already|finally|today|yesterday|i think|y|und|et|pero|aber|mais|"
    r"luego|dann|puis|ensuite|después|también|auch|aussi)\s+)*"
)
ME = (
    r"(?:(?:i|i've|i'm|i am|i have|i had|we|they|they've|he|she|it|ich|ich habe|hab|habe|yo|me|he|je|j'ai|"
    r"on m'a|ils|sie)\s+)?(?:(?:just|also|already|have|had|was|were|got|am|been|did|haben|wurde|ha|han|m'a|"
    r"m'ont)\s+)*"
)
VERBS = (
    r"appl(?:y|ied|ying)\b(?! it)|rejected\b|reject\b|(?:got |was |were )?(?:turned down|knocked back|"
    r"shortlisted|ghosted|declined|invited|hired)\b|"
    r"(?:got|have|had|has|received|booked|scheduled|set up|got myself)\s+(?:an?|my|the|another|one|"
    r"two)?\s*(?:\w+\s+)?(?:interview|offer|call|rejection|screening|assessment|test|trial)\b|"
    r"(?:interview|phone screen|offer|rejection|call|video call|assessment)\s+(?:at|with|from|by)\b|"
    r"heard\b|withdrew\b|withdraw\b|withdrawn\b|pulled out\b|dropped out\b|submitted\b|sent\b|put in\b|handed in\b|"
    r"accepted\b|turned\b|said (?:no|yes)\b|save\b|saved\b|bookmark\b|remind\b|note\b|add\b|tag\b|star\b|"
    r"favou?rite\b|archive\b|delete\b|remove\b|get rid of\b|mark\b|set\b|move\b|cancel\b|undo\b|show\b|list\b|update\b|"
    r"change\b|log\b|"
    r"so did\b|same\b|no (?:answer|reply|response|word|news)\b|nothing\b|how\b|what\b|who\b|when\b|"
    r"which\b(?!\s+(?:my|i|i'd|they|he|she|we|was|would|means?|meant|sounds?|seems?|will|is an?|is so)\b)|"
    r"where\b|"
    r"beworben\b|abgelehnt\b|absage\b|zusage\b|vorstellungsgespräch\b|erinner\b|notier\b|"
    r"mandé\b|envié\b|apliqué\b|postulé\b|me rechaz\w+|rechaz\w+|entrevista\b|oferta\b|recuérdame\b|anota\b|"
    r"candidaté\b|refusé\b|entretien\b|rappelle\b|note\b"
)
VERB_SOMEWHERE = re.compile(
    rf"\b(?:{VERBS})|\b(?:rejected|turned|passed|offered|said|wants?|made|gave|invited|called|interview|offer|is|are|"
    rf"was|were|have|has|had)\b",
    re.I,
)
BEGINS = re.compile(LEAD + ME + rf"(?:{VERBS})", re.I)
# "… and Mark Osei": in the middle of a sentence no command has a capital.
NAMED_MARK = re.compile(r"(?:Mark|Star)\s+[A-ZÀ-Þ]")
# "HGV job at Wincanton, applied": what was done with the job just named.
APPLIED_LAST = re.compile(
    r"(?:(?:i|i've|have|just|already)\s+)*(?:applied|sent (?:my )?(?:cv|resume)|beworben|postulé|candidaté|aplicado)"
    r"(?:\s+(?:today|yesterday|already|this morning|last night|heute|gestern|hoy|ayer|hier))?\W*$", re.I,
)  # fmt: skip
NAME_BEGINS = re.compile(
    LEAD + r"(?:(?:the|my|at|from|with|by|bei|en|chez|de)\s+)?(?P<name>[^\s,;]*[^\s,;.!?](?:\s+[^\s,;]*[^\s,;.!?]){0,"
    r"3}?)\s+(?:(?:have|has|had|just|also|finally|one|ones|role|application|today|yesterday)\s+)*"
    + r"(?:rejected|turned|said|ghosted|offered|made|gave|wants?|wanted|invited|called|moved|passed|declined|"
    r"never|hasn't|haven't|didn't|is|are|was|were|interview|no|offer|did|sent|asked|went|emailed|"
    r"rescheduled|cancell?ed|hat|haben|möchte|will|me|m'a|a|ont|han)\b",
    re.I,
)


# A note or a reminder goes on to the end of its sentence, whatever stands in it.
HOLDS = re.compile(
    r"^\W*(?:(?:please|pls|and|also|then|can you|could you|hey|ok)\s+)*(?:(?:make|take|add|put|leave|jot|"
    r"write|save|keep|set)\s+(?:down\s+|me\s+)?(?:a|an|another|this)?\s*(?:quick\s+)?(?:note|reminder|"
    r"notiz|nota)|note|notes|notiz|nota|anota|apunta|notier\w*|jot|memo|remember|remind|recuérdame|"
    r"erinner\w*|rappelle)\b",
    re.I,
)
LEADIN = re.compile(
    r"^\W*(?:(?:kindly note(?!\s*:)|please note(?=\s+(?:that\s+)?(?:my|i|i've|i'm)\b)|please|pls|kindly|"
    r"hey|hi|hello|ok(?:ay)?|so|omg|yo|well|lol|oh|um|right|alright|good news|bad news|great news|sad news|"
    r"news|update|quick (?:update|one|note(?!\s+(?:on|for|about|to|re|at|with)\b))|fyi|btw|by the way|"
    r"plot twist|guess what|not gonna lie|honestly|also|and|jobbot|hey jobbot|hallo|hola|bonjour|salut|"
    r"bitte|por favor|kindly note|please note|for completeness|for the record|just so you know|"
    r"just (?:wanted )?to let you know|i (?:just )?(?:wanted|want|would like|'d like) to (?:tell|let|"
    r"inform) you(?: know)?|let it be known)\b(?:\s+that\b)?[\s,:!.-]*)+",
    re.I,
)


# "Acme closes friday remind me thursday evening": no comma parts the wish from what was told.
BARE_WISH = re.compile(r"\s+(?=(?:(?:so|pls|please|can you|could you)\s+)*remind me\b)", re.I)
WISH_HEAD = re.compile(r".*?remind me\s+(?:on\s+|at\s+|in\s+|the\s+)?", re.I)
# "… and rejected ones": one more kind of the same list.
KINDS = re.compile(
    r"(?:the\s+)?(?:rejected|ghosted|declined|withdrawn|saved|accepted|applied|archived)\s+(?:ones?|jobs?|"
    r"applications?|apps)\b",
    re.I,
)
# Somebody at the employer is told of: "… and my recruiter there is Femke".
PERSON = re.compile(
    r"(?:(?:my|the|their)\s+)?(?:recruiter|contact(?: person)?|hiring manager|line manager|hr (?:person|"
    r"manager|contact))\b[^,.;]{0,40}?\s(?:is|'s|called|will be)\b|(?:mein\w*|die|der)\s+(?:ansprechpartner\w*|"
    r"recruiter\w*)\b[^,.;]{0,40}?\b(?:ist|heißt)\b|(?:mi|ma|mon)\s+(?:contacto|reclutador\w*|contact|"
    r"recruteu\w*)\b[^,.;]{0,40}?\b(?:es|se llama|est|s'appelle)\b",
    re.I,
)


def without_leadin(text: str) -> int:
    """How many characters at the start of a clause only lead in to what it says."""
    match = LEADIN.match(text)
    return match.end() if match and match.end() < len(text) else 0


def split(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """(start, end) of each clause, in order; never cuts inside a mention or a quotation."""
    cuts: list[tuple[int, int]] = []
    for match in sorted(
        [*STOP.finditer(text), *JOIN.finditer(text), *BARE_WISH.finditer(text)], key=lambda m: (m.start(), -m.end())
    ):
        inside = any(m.start < match.end() and match.start() < m.end for m in mentions)
        if inside or (cuts and match.start() < cuts[-1][1]) or _quoted(text, match.start()):
            continue
        if (match.re is JOIN or match.group() == ";") and HOLDS.match(text[cuts[-1][1] if cuts else 0 :]):
            continue
        begun = cuts[-1][1] if cuts else 0
        if match.re is BARE_WISH and not _is_bare_wish(text, begun, match, mentions):
            continue
        before = text[begun : match.start()]
        if match.group().strip() in ("-", ":") and _names_only(begun, before, mentions):
            continue
        person = PERSON.match(text[match.end() :]) is not None and ":" not in match.group()
        if (
            match.re in (STOP, BARE_WISH)
            or person
            or _begins(text, match.end(), mentions, before)
            or _own_news(text, match, before, mentions)
        ):
            cuts.append((match.start(), match.end()))
    return _spans(text, cuts)


def _is_bare_wish(text: str, begun: int, at: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether "remind me" with a time right behind it follows words that tell a day of a known company."""
    told = {m.kind for m in mentions if begun <= m.start and m.end <= at.start()}
    head = WISH_HEAD.match(text, at.end())
    times = [m for m in mentions if m.kind in ("when", "duration", "range")]
    timed = head is not None and any(m.start <= head.end() < m.end for m in times)
    return timed and {"company", "when"} <= told


def _names_only(start: int, words: str, mentions: Sequence[Mention]) -> bool:
    """Whether words are nothing but a known company, of which news follows behind a dash: "Boots - rejected"."""
    at = [(m.start, m.end) for m in mentions if m.kind == "company"]
    return any(
        not (words[: a - start] + words[b - start :]).strip() for a, b in at if a >= start and b <= start + len(words)
    )


def _begins(text: str, at: int, mentions: Sequence[Mention], before: str) -> bool:
    """Whether a clause of its own begins at `at`; after a mere list of names none does."""
    rest = text[at:]
    bare = NAMED_MARK.match(rest) or (APPLIED_LAST.match(rest) and not VERB_SOMEWHERE.search(before))
    if not bare and BEGINS.match(rest) and not KINDS.match(rest):
        return True
    if any(m.kind == "company" and m.start == at and re.match(r"\s*:\s|\s+[-–]\s", text[m.end :]) for m in mentions):
        return True
    match = NAME_BEGINS.match(rest)
    if not match or not VERB_SOMEWHERE.search(before) or CALLED.search(rest.split(",")[0]):
        return False
    if {"as", "to", "als", "como", "comme"} & set(match.group("name").casefold().split()):
        return False
    start = at + match.start("name")
    named = rest[match.start("name")].isupper() or any(m.kind == "company" and m.start == start for m in mentions)
    name = match.group("name").casefold()
    again = len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", text[:at].casefold()) is not None
    return named or name in SOMEBODY or (again and name not in NO_NEWS)


SOMEBODY = frozenset("they it he she both all neither none nobody beide ambos ambas".split())


def _own_news(text: str, at: re.Match[str], before: str, mentions: Sequence[Mention]) -> bool:
    """Whether both sides of a separator name a known company and say something of it ("Picnic no, Bynder yes")."""
    start = at.start() - len(before)
    start = max([m.end() for m in JOIN.finditer(text, start, at.start())], default=start)
    left = _said_of(text, start, at.start(), mentions)
    following = JOIN.search(text, at.end())
    right = _said_of(text, at.end(), following.start() if following else len(text), mentions)
    return (
        bool(left)
        and bool(right)
        and left not in COMMANDS
        and not _same_name(text, start, at.start(), at.end(), mentions)
    )


def _said_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    """The words of a stretch beside its mentions and small words; None where it names no known company."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    if not any(m.kind == "company" for m in inside):
        return None
    left = "".join(c for i, c in enumerate(text[start:end], start) if not any(m.start <= i < m.end for m in inside))
    return " ".join(w for w in re.findall(r"[^\W\d_]+", left.casefold()) if w not in NO_NEWS)


def _same_name(text: str, start: int, left: int, right: int, mentions: Sequence[Mention]) -> bool:
    """Whether both sides name the same company ("I misspelt Acme, it's Acmé")."""
    sides = [
        {m.value for m in mentions if m.kind == "company" and a <= m.start < b}
        for a, b in ((start, left), (right, len(text)))
    ]
    return bool(sides[0] & sides[1])


# One of these before a list of names is about all of them.
COMMANDS = frozenset(
    "tag untag label star unstar archive unarchive delete remove erase mark set put move add log track "
    "save pin favourite favorite note remind cancel tell told turn turned decline declined reject rejected "
    "drop restore withdraw close reopen show compare etiqueta archiva borra marca quita elimina añade pon "
    "archivier archiviere markier markiere tagge lösch lösche entferne setz setze archive supprime marque "
    "étiquette ajoute mets enlève".split()
)
NO_NEWS = (
    PREPOSITIONS
    | ARTICLES
    | JOINERS
    | frozenset(
        (
            "both all too also as well i we me is was the one role job beide ambos tous auch también aussi today "
            "yesterday"
        ).split()
    )
)


def _quoted(text: str, at: int) -> bool:
    return text[:at].count('"') % 2 == 1 and '"' in text[at:]


def _spans(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for begin, end in [*cuts, (len(text), len(text))]:
        closing = end if text[begin:end].strip() in ("?", "!") else begin
        if text[start:closing].strip(" .,;:!-"):
            spans.append((start, closing))
        start = end
    return spans
