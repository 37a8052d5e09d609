"""News of where an application stands."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import lexicon
from agent.offline.calls import assessments, logging, news, pays_said, yes_no
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools.result import Call

NAMED = re.compile(
    r"\b(?:mark|set|move|change|put|update|make|status)\b.*?\b(?:as|to|at|into|=|"
    r":)\s+(?:the\s+)?(?P<status>[^,.;!?]+)",
    re.I,
)
OLDER = re.compile(r"(\d{1,3})\s*(day|week|month)s?", re.I)
DAYS = {"day": 1, "week": 7, "month": 30}


ANSWER = re.compile(
    r"\b(?:know|answer|tell|decide|decision|respond|response|reply|until|deadline|expires?|antwort\w*|antes|"
    r"hasta|avant|réponse|bis)\b",
    re.I,
)
COMMAND = re.compile(
    r"^\W*(?:(?:please|pls|just|can you|could you|so|then|and|now)\s+)*(?:mark|set|move|change|put|update|make|"
    r"markier\w*|setz\w*|marca|cambia|pon|marque|mets)\b",
    re.I,
)
FIRST_PERSON = re.compile(
    r"\b(?:i|i've|i'm|i'd|i'll|we|we've|my|ich|hab|habe|mein\w*|yo|he|mi|je|j'ai|ma|offer|angebot|oferta|"
    r"offre|declin\w+|mark|set)\b|^\W*(?:turned|said|declined|refused|passed)\b",
    re.I,
)
DECLINED_ME = re.compile(
    r"\bdeclined (?:me|my application|to (?:proceed|move|continue|interview))\b|\b(?:been|was|were|"
    r"got) declined\b|\bdeclined by\b",
    re.I,
)
STANDS = re.compile(
    r"\b(?:is|am|are|i'm|we're|it's|now|back|only|still|just)\b[^,.;]*?\b(?:at|in|"
    r"on)\s+(?:the\s+)?(?P<status>[^,.;!?]+)",
    re.I,
)
# A silence of days or weeks is told, and not yet given up.
STILL = re.compile(
    r"\b(?:still|yet|so far|todavía|aún|noch|immer noch|encore|toujours)\b|"
    r"\bhaven'?t heard\b|"
    r"\bbeen (?:over |about |more than |nearly |like )?(?:an?|one|two|three|\d+) (?:days?|weeks?|fortnight)\b",
    re.I,
)
GHOSTED = re.compile(
    r"\bghost\w*|\bmark|\bnever\b|\bgive up|\bgiving up|\bgiven up|\bwrite (?:it|them) off|\bassum\w+|"
    r"\bcount\b|\bdead\b|\bnie\b|\bnunca\b|\bjamais\b",
    re.I,
)

LATER = re.compile(
    r"\b(?:again|re-?apply|try|come back|keep (?:me|my)|wieder|nochmals?|erneut|de nuevo|otra vez|volver|réessay\w+|"
    r"repostul\w+|à nouveau)\b",
    re.I,
)
# What the person is about to do, or bids to be written down: "turn down the Tesco offer".
TURN_DOWN = re.compile(r"^\W*(?:(?:please|and|then|now|just|to)\s+)*turn(?:ing)? down\b", re.I)
# The first day of work is no day of an answer.
STARTS = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|first day|fange?|beginn\w*|empiez[oa]|empezar\w*|commenc\w+|débute)\b", re.I
)


def status(clause: Clause, value: str) -> list[Call]:
    """One call for each application meant; a sweep where "all" is said and no company is named."""
    value = value_of(clause, value)
    if value == "applied" and clause.slots.pairs and not clause.slots.known:
        return logging.applied(clause)
    if value == "ghosted" and STILL.search(clause.text) and not GHOSTED.search(clause.text):
        return [Call(name="show", args=dict(target)) for target in clause.targets()]
    starts = value in ("accepted", "offer") and STARTS.search(clause.text) is not None
    ahead = starts or value == "offer" or _test_day(clause, value) is not None
    day = {"on": clause.day} if clause.day and not ahead and not _is_of_later(clause, clause.day) else {}
    if clause.sweeps and not clause.slots.known and not clause.refs:
        return [Call(name="status", args={"status": value, "every": sweep_words(clause), **day})]
    targets = clause.targets() or [{}]
    extra = {
        "pay": clause.text_of("money") or (pays_said.offered(clause) if value == "offer" else None),
        "deadline": _answer_by(clause, value),
    }
    facts = {k: v for k, v in extra.items() if v}
    told = facts and not starts and len(targets) == 1 and assessments.stands_at(clause) == value
    made = [] if told else [Call(name="status", args={"status": value, **target, **day}) for target in targets]
    if starts:
        made.append(news.noted(clause, targets[0]))
    return [*made, Call(name="update", args={**targets[0], **facts})] if facts and len(targets) == 1 else made


def _is_of_later(clause: Clause, day: str) -> bool:
    """Whether a day is the one on which to try again, and not that of the news."""
    return LATER.search(clause.text[: max(clause.text.find(day), 0)]) is not None


def unsent(clause: Clause) -> list[Call]:
    """What was never applied to is only kept for later; the entry that said so is replaced."""
    return [Call(name="status", args={**target, "status": "saved", "correct": True}) for target in clause.targets()]


def value_of(clause: Clause, value: str) -> str:
    """The status that the words tell, where `value` is the guess: named ones count, and who declined whom."""
    if yes_no.intent(clause) == "status.declined":
        return "declined"
    value = named_status(clause) or ("declined" if TURN_DOWN.match(clause.text) else value)
    mine = FIRST_PERSON.search(clause.text) or TURN_DOWN.match(clause.text)
    they = DECLINED_ME.search(clause.text) or not mine
    return "rejected" if value == "declined" and they else value


def named_status(clause: Clause) -> str | None:
    """The status said by its name after "mark as" or "move to"."""
    commanded = COMMAND.match(clause.text) or clause.has(r"\b(?:mark|status|put|move|set)\b")
    match = NAMED.search(clause.text) if commanded else STANDS.search(clause.text)
    if not match:
        return None
    words = match.group("status").casefold().split()
    table = lexicon.table("statuses.txt")
    for size in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = table.get(" ".join(words[start : start + size]))
            if found:
                return found
    return None


def sweep_words(clause: Clause) -> str:
    """Which applications "all" means: "all", "open", a status, "ended", or "silent N"."""
    text = clause.text.casefold()
    period = clause.first("range")
    tail = f" applied {period.text}" if period else ""
    kind = _kind_words(text)
    return kind if kind.startswith("silent") else kind + tail


def _kind_words(text: str) -> str:
    older = OLDER.search(text)
    if older and re.search(
        r"older|more than|over|silent|no (?:answer|reply|news)|haven't heard|not heard|stale|ago", text
    ):
        return f"silent {int(older.group(1)) * DAYS[older.group(2)]}"
    if re.search(r"\b(?:open|active|still|pending|offen|abiert|ouvert|en cours)", text):
        return "open"
    before = re.split(r"\b(?:as|to)\b", text)[0]
    kinds = [lexicon.table("statuses.txt").get(word) for word in re.findall(r"[^\W\d_]+", before)]
    found = [k for k in kinds if k and (k != "applied" or re.search(r"\bapplied ones\b|\bthe applied\b", text))]
    if found:
        return ",".join(dict.fromkeys(found))
    if re.search(r"\b(?:ended|closed|finished|dead)\b", text):
        return "ended"
    return "open" if re.search(r"\bapplications?\b|\bapps\b", text) and "everything" not in text else "all"


def _answer_by(clause: Clause, value: str) -> str | None:
    """The day by which an offer must be answered or a test handed in, or another deadline said."""
    found = clause.deadline or _test_day(clause, value)
    if found:
        return found.text
    days = [m.text for m in clause.of("when") if m.value == "day"]
    return days[-1] if value == "offer" and days and ANSWER.search(clause.text) else None


def _test_day(clause: Clause, value: str) -> Mention | None:
    """The day of a test that is still to be done."""
    return assessments.day(clause) if value == "assessment" else None


def args_of(clause: Clause) -> dict[str, Any]:
    """The first target of a clause as arguments; empty where none is meant."""
    targets = clause.targets()
    return dict(targets[0]) if targets else {}
