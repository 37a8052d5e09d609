"""Tags, stars and the archive: which label, and on which applications."""

from __future__ import annotations

import re

from agent.offline import references
from agent.offline.calls.statuses import sweep_words
from agent.offline.calls.whom import bare, meant
from agent.offline.clause import Clause
from agent.offline.slots import tidy
from tools.result import Call

POLITE = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|would you|and|also|then|so|ok|hey|just|now|i want to|"
    r"i'd like to|let's|bitte|kannst du|por favor|puedes|s'il te plaît|peux-tu)\s+)*"
)
VERB = (
    r"(?:un-?tag(?:ged|ging)?|tag(?:ged|ging|ge|gen)?|label(?:led|ling|ed|s)?|mark(?:ed)?|add|put|stick|"
    r"attach|slap|give|set|remove|take|drop|delete|strip|lose|clear|get rid of|pull|"
    r"etiquet\w+|etikettier\w*|markier\w*|kennzeichn\w*|étiquet\w+|pon\w*|añad\w*|agreg\w*|quita\w*|"
    r"elimina\w*|borra\w*|entfern\w*|lösch\w*|füg\w*|setz\w*|nimm|häng\w*|mets|ajoute\w*|enlève\w*|"
    r"supprime\w*|retire\w*|marca\w*|marque\w*)"
)
TAG_NOUN = r"(?:tags?|labels?|hashtags?|schlagw[oö]rt\w*|etikett\w*|etiquetas?|étiquettes?)"
# "… as nights", "… with fintech and remote": the labels stand behind.
AS = re.compile(
    r"\b(?:as|with|als|mit(?: dem| der)?|como|con|comme|avec)\s+(?P<tags>[^.;!?]+)$|:\s*(?P<listed>[^.;!?]+)$", re.I
)
# "add nights to …", "take the 'night' tag off …": the labels stand before.
TO = re.compile(
    r"^(?P<tags>.+?)\s+(?:to|on to|onto|on|from|off of|off|for|in|into|zu|zur|zum|von|vom|bei|an|auf|a|al|de|"
    r"del|à|sur|pour|para|en)\s+(?P<names>.+)$",
    re.I,
)
NO_TAG = re.compile(
    rf"\b(?:{TAG_NOUN}|please|pls|plz|thanks|bitte|por favor|also|too|the|a|an|my|der|die|das|den|dem|el|"
    rf"la|los|las|le|les|une?|another|new|again|auch|hinzu|weg|ab|"
    r"l'|d'|un'|i|don't|doesn't|isn't|want|need|should(?:n't)?|have|has|no longer|not|no more|anymore|any more|"
    r"application|role|job|ones?|off|jobs|roles|applications|both|all|of|them|these|those|it|this|that|"
    r"beide|ambas|todas|lo|ça)\b",
    re.I,
)
# "tag it dream job": behind a word of its own "job" belongs to the tag.
JOB_TAG = re.compile(r"\W*(?:(?:it|this|that|them|as|with)\s+)*(?P<tag>(?P<word>[^\W\d_]+)\s+(?:job|role))\W*", re.I)
AND = re.compile(r"\s*(?:,|&|;|/|\+)\s*|\s+(?:and|und|y|e|et|plus)\s+", re.I)


def tags(clause: Clause, remove: bool) -> list[Call]:
    """Tags put on or taken off each application meant."""
    text, names = _said(clause)
    found = [m.value for m in clause.of("hashtag")] or _listed(text) or (_known(clause) if remove else [])
    if not found:
        return []
    args = {"remove" if remove or _takes_off(clause) else "add": ",".join(dict.fromkeys(found))}
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="label", args={**args, "every": sweep_words(clause)})]
    return [Call(name="label", args={**args, **target}) for target in _targets(clause, names)]


def _takes_off(clause: Clause) -> bool:
    return clause.has(
        r"^\W*(?:\w+\s+){0,3}?un-?tag|^\W*(?:\w+\s+){0,3}?(?:(?:remove|take|drop|delete|strip|lose|clear)\b|"
        r"quita|elimina|borra|entfern|lösch|nimm|enlève|supprime|retire)"
    )


def _known(clause: Clause) -> list[str]:
    """The person's own tags of which the message speaks ("it isn't urgent any more, remove that tag")."""
    return [tag for tag in clause.briefing.tags if re.search(rf"(?<!\w){re.escape(tag)}(?!\w)", clause.said, re.I)]


def _said(clause: Clause) -> tuple[str, str]:
    """(the words that hold the tags, those that name the applications); known names stand as blanks in both."""
    text = _without_names(clause)
    head = re.match(rf"^\W*{POLITE}(?:{VERB})\b(?:\s+(?:down|on))?", text, re.I)
    rest = text[head.end() :] if head else text
    noun_first = re.match(
        rf"^\s*(?:the\s+|a\s+|an\s+|das\s+|die\s+|la\s+|el\s+|una\s+|l'|les?\s+|une\s+)?{TAG_NOUN}\b", rest, re.I
    )
    verb = head.group().casefold() if head else ""
    as_tag = AS.search(rest)
    if as_tag and not re.search(r"\b(?:add|put|stick|remove|take|give)\b", verb):
        return as_tag.group("tags") or as_tag.group("listed"), rest[: as_tag.start()]
    placed = TO.match(rest)
    if placed and (noun_first or not re.search(r"\btag|\blabel|etiquet|étiquet|etikett", verb)):
        return placed.group("tags"), placed.group("names")
    if (
        placed
        and not placed.group("names").strip(" \0.")
        and re.search(r"\btag|label", verb)
        and not _points(placed.group("tags"))
    ):
        return placed.group("tags"), ""
    if as_tag:
        return as_tag.group("tags") or as_tag.group("listed"), rest[: as_tag.start()]
    return rest, ""


def _without_names(clause: Clause) -> str:
    """The words with known companies, references and numbers as NUL characters: they are no tags."""
    text = clause.text
    spans = [(m.start, m.end) for m in clause.of("company", "ref")]
    for pattern in (references.DESCRIBED, references.ORDINAL, references.MANY):
        spans += [match.span() for match in pattern.finditer(text)] if clause.refs else []
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return re.sub(r"\0'?s\b", "\0\0", text)


def _points(words: str) -> bool:
    return "\0" in words


def _listed(words: str) -> list[str]:
    """The single tags: cut at commas, "and", and where a name stood."""
    quoted = re.findall(r"[\"'“„](.+?)[\"'”“](?!\w)", words)
    if quoted:
        return [part.strip().casefold() for part in quoted if part.strip()]
    if (whole := JOB_TAG.fullmatch(words.replace("\0", ""))) and not NO_TAG.fullmatch(whole["word"]):
        return [whole["tag"].casefold()]
    pieces = [piece for stretch in re.split(r"\0+", words) for piece in AND.split(stretch)]
    cut = (
        re.sub(
            r"^\W*(?:as|with|to|on|from|off|for|als|mit|como|con|comme|avec|a|von|de|à|in)\b|\b(?:to|on|from|off|"
            r"for|at|as|with|a|von|de|à|zu|in)\W*$",
            " ",
            NO_TAG.sub(" ", p).strip(),
            flags=re.I,
        )
        for p in pieces
    )
    return [" ".join(part.split()).strip(" .!?:'\"#").casefold() for part in cut if re.search(r"\w", part)]


def _targets(clause: Clause, names: str) -> list[dict[str, str]]:
    """The applications meant; a name nobody has heard of as it was said."""
    if clause.slots.known:
        return [{"company": name} for name in dict.fromkeys(m.value for m in clause.of("company"))]
    if clause.refs:
        return [{"company": f"#{i}"} for i in clause.refs]
    unknown = [name for part in AND.split(names) if (name := bare(NO_TAG.sub(" ", part).replace("\0", " ")))]
    return [{"company": tidy(name)} for name in unknown] or clause.implied() or [{}]


def flag(clause: Clause, name: str, value: bool) -> list[Call]:
    """Star, unstar, archive or unarchive each application meant."""
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="label", args={name: value, "every": sweep_words(clause)})]
    return [Call(name="label", args={name: value, **target}) for target in meant(clause)]
