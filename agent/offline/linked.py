"""Stage 0: a message that is a link and little else, or asks which skills postings ask for; without guessing."""

from __future__ import annotations

import re

from agent.offline import entities
from agent.offline.briefing import Briefing
from tools.postings.identify import identify
from tools.postings.skills import known
from tools.result import Call

MOST = 5  # links of one message
MOST_WORDS = 12
LONGEST = 4000  # characters
AND = re.compile(r"\s+(?:and|und|y|et|&)\s+", re.I)
POLITE = r"(?:(?:please|pls|bitte|por favor|s'il te plaît|can you|could you|hey|hi|ok|and|so|jobbot)\s+)*"
THIS = (
    r"(?:(?:^|\s+)(?:this|that|the|it|these|one|new|here|for|to|at|on|via|with|in|me|later|my|list|tracker|diese\w*|den|die|das|auf|"
    r"hier|für|esta?|este|aquí|cette|ce|ici|à|a|la|el|le))*"
    r"(?:(?:^|\s+)(?:jobs?|links?|postings?|roles?|positions?|openings?|one|ad|listing|vacancy|stellen?|anzeige|oferta|"
    r"vacante|offre|poste|page|site|url))*"
    r"(?:\s+(?:here|for|to|at|on|via|later|link|me|my|list|tracker|from|through|is|it))*"
)
DONE = re.compile(
    rf"{POLITE}(?:i\s+|i've\s+|i\s+have\s+|ich\s+habe\s+mich\s+|he\s+|me\s+|j'ai\s+)*(?:just\s+|also\s+|already\s+)*"
    r"(?:log(?:ged)?|appl(?:y|ied)|sent\s+(?:an?\s+)?application|add(?:ed)?|track|record|beworben|apliqu[ée]|"
    rf"postul[ée]|submitted(?:\s+(?:an?|my)\s+application)?){THIS}",
    re.I,
)
KEPT = re.compile(
    rf"{POLITE}(?:i\s+|i'd\s+like\s+to\s+|i\s+want\s+to\s+|i'm\s+|i\s+am\s+|ich\s+)*"
    r"(?:save|keep|bookmark|remember|store|found|saw|spotted|interested|want\s+to\s+apply|would\s+like\s+to\s+apply|"
    rf"apply\s+(?:later|to\s+this)|merk\w*|speicher\w*|guarda\w*|enregistre\w*|to\s?do|saved){THIS}",
    re.I,
)
# Words that ask to look at a link, or say nothing.
LOOK = re.compile(
    rf"{POLITE}(?:(?:check(?:\s+out)?|look\s+at|see|read|what(?:'s|\s+is|\s+about)|how\s+about|"
    rf"what\s+do\s+you\s+think\s+of|open|show|job|link|posting|schau\w*|mira|regarde)?{THIS})",
    re.I,
)
SKILLS = re.compile(
    r"(?:(?:what|which|show(?: me)?(?: the)?)\s+(?:are\s+(?:the\s+)?)?(?:most\s+)?(?:wanted\s+|top\s+|common\s+)?"
    r"skills?\b[^?.;:]{0,60}?\b(?:ask\w*|demand\w*|need\w*|want\w*|miss\w*|lack\w*|gaps?|look\w*|requir\w*|postings?|"
    r"jobs)[^?.;:]{0,20}|skills?(?:\s+(?:gaps?|in demand|asked for))?)[\s?.!;:,-]*"
    r"(?:(?:i|my skills are|mine are)?\s*(?:know|have|can do|can)?\s*(?<=\s)(?P<have>[^?]{2,200}?))?[\s?.!]*",
    re.I,
)
MINE = re.compile(
    r"(?P<sure>my skills(?: are|:)?|i have skills in)\s+(?P<have>[^?.;:]{2,200})|"
    r"i (?:also )?(?:know|can do|have experience (?:with|in)|am good at)\s+(?P<know>[^?.;:]{2,200})",
    re.I,
)
WISH = re.compile(r"\b(?:want|like|going|plan\w*)\s+to\s+apply|\bapply\s+later", re.I)


def _skills(said: str) -> Call | None:
    """What asks for the skills that are wanted, or names one's own."""
    asked = SKILLS.fullmatch(said)
    if asked is None:
        mine = _own_skills(said.rstrip(" .!"))
        return Call(name="skills", args={"have": mine}) if mine else None
    return Call(name="skills", args={"have": AND.sub(", ", asked["have"])} if asked["have"] else {})


def _own_skills(said: str) -> str:
    """The skills that somebody says to have; "I know" tells of skills only where one of them is a known one."""
    found = MINE.fullmatch(said)
    if found is None:
        return ""
    named = AND.sub(", ", found["have"] or found["know"])
    each = [one.strip() for one in named.split(",") if one.strip()]
    return named if found["sure"] or (any(known(one) for one in each) and len(each) <= MOST) else ""


def calls(said: str, briefing: Briefing) -> tuple[Call, ...] | None:
    """The calls for such a message: one or more links with at most a few plain words; None for all else."""
    if len(said) > LONGEST:
        return None
    if (skills := _skills(" ".join(said.replace("’", "'").split()))) is not None:
        return (skills,)
    links = list(dict.fromkeys(match.group() for match in entities.URL.finditer(said)))
    found = [link for link in links if identify(link).platform is not None]
    if not found or len(found) != len(links) or len(found) > MOST:
        return None
    words = " ".join(re.sub(r"[^\w\s'’]", " ", entities.URL.sub(" ", said)).replace("’", "'").split())
    if len(words.split()) > MOST_WORDS:
        return None
    day = _day(words, briefing)
    rest = words.replace(day, " ").strip() if day else words
    if not day and LOOK.fullmatch(rest):
        return tuple(Call(name="posting", args={"what": link}) for link in found)
    if KEPT.fullmatch(rest) or WISH.search(rest):
        status = {"status": "saved"} if KEPT.fullmatch(rest) else None
    else:
        status = {"status": "applied"} if DONE.fullmatch(rest) else None
    if status is None or (day and status["status"] == "saved"):
        return None
    return tuple(Call(name="log", args={"url": link, **status, **({"on": day} if day else {})}) for link in found)


def _day(words: str, briefing: Briefing) -> str | None:
    """The day that is named at the end of the words, if one is."""
    days = [m for m in entities.find(words, briefing.companies) if m.kind == "when"]
    return days[-1].text if len(days) == 1 and days[-1].end >= len(words.rstrip()) else None
