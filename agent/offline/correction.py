"""Corrections: "no wait, it was Tuesday", "sorry, I meant Globex": the last change is made again, rightly."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import amended, instead, lexicon, own_entry, references
from agent.offline.calls import meeting_words
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from agent.offline.openers import NO_NEWS, head, is_opener
from agent.offline.slots import tidy
from agent.offline.statuswords import status_in
from storage.companies import company_key
from tools.focus import Focus, numbers
from tools.result import Call

TAKEN_BACK = re.compile(
    r"\W*(?:(?:actually|no|oh|wait|sorry|please|nein|non)[\s,.]+)*(?:scratch|scrap|strike|undo|cancel|"
    r"revert|ignore)\s+(?:that|this|it)"
    r"(?:[\s,]+(?:please|pls|sorry|one|again|last one))*\W*",
    re.I,
)
READS = frozenset("find show agenda stats chart help export ask_back import undo settings".split()) | frozenset(
    "connect mailbox check_mail mailboxes disconnect mail".split()  # accounts: no words about a job put them right
)
# What may stand around a company that was meant instead, and says nothing more.
AROUND = frozenset(
    "i i'm im it it's its was is that that's thats this those the a an for at to from with by of on in "
    "meant mean meaning said say says "
    "should be have been company firm one ones job role application name sorry actually instead rather not "
    "no thinking thought about "
    "talking confused mixed them up wrong other different real correct right me my mistake bad and but "
    "just only oops yes well so you "
    "u misunderstood got would please change put make switch same thing again though tho lol haha "
    "obviously belongs goes apply applied "
    "quise quería decir era es fue la el lo los las de del en con para no sino otra otro empresa ich "
    "meinte meine war es das die der "
    "bei sondern nicht habe gemeint firma doch je voulais dire c'était c'est était chez pas mais l'autre "
    "le les non boîte au à pour "
    "who them again were "
    "por mit von über avec pour shop store place company's wollte sagen gehört that'd it'd were they he she we".split()
)


NOT = re.compile(r"\b(?:not|isn't|wasn't|nicht|pas|no)\b", re.I)
# "That was for Lola", "change it to Lola": words that point at what was just changed, and name whom it is about.
POINTS = re.compile(
    r"^\W*(?:(?:and|but|hey|ok|so)\W+)?(?:it|it's|its|it was|this|that|that's|thats|that one|i was|i am|i'm|i meant|"
    r"we were|not|wrong|das|ich meinte|era|c'était|"
    r"(?:please\W+)?(?:change|move|put|switch|make|set|do)\s+(?:it|this|that))\b",
    re.I,
)


def is_one(clause: Clause) -> bool:
    """Whether the words begin as a correction does and there is something to correct."""
    base = _base(clause)
    if _points_elsewhere(clause, base):
        return True
    if TAKEN_BACK.fullmatch(clause.text):
        return True
    denied = amended.kept(clause.text) != clause.text
    return base is not None and (is_opener(clause.text) or (denied and not clause.asks and _denies(clause, base)))


def _points_elsewhere(clause: Clause, base: Call | None) -> bool:
    """Whether the words only say that the last change was about another company: "that was for Lola, not for Acme"."""
    made = base is not None and base in clause.briefing.focus.calls and "company" in base.args
    if not made or clause.asks or "?" in clause.text or not (clause.of("company") and POINTS.match(clause.text)):
        return False
    return _other(clause) is not None


def _denies(clause: Clause, base: Call) -> bool:
    """Whether the words take back what was said last: "I withdrew, they didn't reject me", "Frau Klein, not Herr"."""
    kept = amended.kept(clause.text)
    gone = "".join(c if k == " " else " " for c, k in zip(clause.text, kept, strict=True))
    said = " ".join(str(v) for v in base.args.values()).casefold()
    words = [w for w in re.findall(r"[^\W_]{2,}", gone.casefold()) if w not in AROUND]
    return any(w in said for w in words) or status_in(gone) == base.args.get("status", "")


def unanswered(focus: Focus) -> Call | None:
    """The call of the last turn that changed nothing because something was asked or refused; None where all is done."""
    return next((c for c in reversed(focus.last) if c not in focus.calls and c.name not in READS), None)


def _base(clause: Clause) -> Call | None:
    focus = clause.briefing.focus
    return unanswered(focus) or (focus.calls[-1] if focus.calls and focus.calls[-1].name not in READS else None)


def calls(clause: Clause) -> list[Call]:
    """The calls that put the last change right; empty where the words do not say how."""
    base = _base(clause)
    focus = clause.briefing.focus
    if TAKEN_BACK.fullmatch(clause.text):
        just_made = focus.step and focus.last and focus.last[-1] in focus.calls
        return [Call(name="undo", args={"step": focus.step})] if just_made else []
    if base is None or clause.asks or NO_NEWS.match(clause.text):
        return []
    waiting = unanswered(clause.briefing.focus) is not None
    if _news_of_another(clause, base) or (not waiting and _only_names(clause)):
        return []
    if not waiting and "company" in base.args and (meant := _other(clause)):
        return instead.calls(clause, meant)
    given = amended.given(clause, base)
    if waiting:
        given = _as_asked(base, given)
        meant = _company_meant(clause)
        target = {"company": meant, "title": None} if meant else {}
        return [base.model_copy(update={"args": {**base.args, **given, **target}})] if given or meant else []
    return amended.calls(clause, base, given, _subject(clause, base))


def _as_asked(base: Call, given: dict[str, Any]) -> dict[str, Any]:
    """What is put right under the names that it has in the call that waits."""
    names = {"applied_on": "on", "new_title": "title", "new_company": "company"} if base.name == "log" else {}
    return {names.get(key, key): value for key, value in given.items() if value}


def _news_of_another(clause: Clause, base: Call) -> bool:
    """ "Actually, Lidl rejected me", said after something else was told of Aldi: news, not a correction."""
    meant = _company_meant(clause)
    about = {f"#{i}" for i in numbers(clause.briefing.focus.subject, "application")}
    known = {k.company: f"#{k.id}" for k in clause.briefing.applications}
    named = bool(clause.of("company")) and meant is not None and known.get(meant, meant) not in about
    said = {company_key(str(c.args.get("company", ""))) for c in clause.briefing.focus.calls}
    own = own_entry.is_subject(clause) or _says_more(clause, str(meant))
    return named and company_key(str(meant)) not in said and own


def _only_names(clause: Clause) -> bool:
    """ "Lidl", "Dishoom not take me": words that begin with a company and call none wrong are about that one."""
    named = clause.of("company")
    kept = right(clause.text)
    first = (
        bool(named) and not clause.text[: named[0].start].strip(" \"'") and (clause.full or clause.text) == clause.text
    )
    return first and all(kept[m.start : m.end].strip() for m in named)


def _subject(clause: Clause, base: Call) -> dict[str, str]:
    """The application that is corrected: the one pointed at, else the last one that was changed."""
    about = numbers(clause.briefing.focus.subject, "application")
    named = [m for m in clause.of("company") if right(clause.text)[m.start : m.end].strip()]
    pointed = [i for i in references.resolve(right(clause.text), clause.briefing) if i in about]
    of_name = [k.id for k in clause.briefing.applications if k.id in about and named and k.company == named[0].value]
    found = of_name or (pointed if len(pointed) == 1 else []) or list(about[-1:])
    return {"company": f"#{found[0]}"} if found else {}


def _other(clause: Clause) -> str | None:
    """The company or application that was meant instead, where the words say hardly more than that."""
    meant = _company_meant(clause)
    if meant is None or re.search(
        r"\b(?:spell?ed|spelt|called|name is|written|heißt|se llama|s'appelle)\b", clause.text, re.I
    ):
        return None
    about = {f"#{i}" for i in numbers(clause.briefing.focus.subject, "application")[-1:]}
    mine = {company_key(str(c.args.get("company", ""))) for c in clause.briefing.focus.calls}
    ids = {f"#{k.id}" for k in clause.briefing.applications if k.company == meant}
    same = meant in about or company_key(meant) in mine or bool(about & ids)
    return None if same or _says_more(clause, meant) else meant


def _company_meant(clause: Clause) -> str | None:
    """The company or the application ("#12") that the words call right."""
    kept = right(clause.text)
    named = [m for m in clause.of("company") if kept[m.start : m.end].strip()]
    if not named and len({m.value for m in clause.of("company")}) == 2:  # "that's not Acme that's Lola"
        named = [m for m in clause.of("company") if not _is_subject(clause, m.value)]
    if named:
        return next((m.value for m in named if NOT.search(kept) and not _is_subject(clause, m.value)), named[0].value)
    start = head(kept)
    other = references.other(kept, clause.briefing) or references.described(kept[start:], clause.briefing)
    if other:
        return f"#{other[0]}"
    last = clause.briefing.focus.calls[-1:]
    if last and last[0].name == "log" and _denied(clause, str(last[0].args.get("company", ""))):
        plain = amended.plain(clause)
        if plain.slots.sure:
            return plain.slots.pairs[0][0]
    words = " ".join(w for w in re.findall(r"[^\W_][\w'&.-]*", kept[start:]) if w.casefold() not in AROUND)
    if last and last[0].name == "log" and words and _is_name(clause, words):
        return tidy(words)
    return None


def _is_subject(clause: Clause, company: str) -> bool:
    about = numbers(clause.briefing.focus.subject, "application")
    return any(k.company == company for k in clause.briefing.applications if k.id in about)


def _denied(clause: Clause, company: str) -> bool:
    """Whether the words call a company wrong."""
    kept = right(clause.text)
    gone = "".join(c if k == " " else " " for c, k in zip(clause.text, kept, strict=True))
    return bool(company) and company.casefold() in gone.casefold()


def _is_name(clause: Clause, words: str) -> bool:
    """Whether the only words of weight are a name: an unknown company, after one has just been logged."""
    plain = not clause.of("when", "money", "mode", "type", "source", "kind", "duration", "url")
    denied = right(clause.text) != clause.text and len(words.split()) <= 3
    named = denied or any(company_key(c) == company_key(words) for c, _ in clause.slots.pairs) or words[:1].isupper()
    return plain and named and clause.slots.title is None and words.casefold() not in lexicon.words("not_companies.txt")


def _says_more(clause: Clause, meant: str) -> bool:
    """Whether more is said than which company: then it is news of its own, or another fact is put right."""
    kept = right(clause.text)
    left = kept[head(kept) :]
    offset = len(kept) - len(left)
    for m in sorted(clause.mentions, key=lambda m: -m.start):
        if m.start >= offset and m.kind in ("company", "when", "kind", "duration"):
            left = left[: m.start - offset] + " " + left[m.end - offset :]
    words = [w.casefold() for w in re.findall(r"[^\W_][\w'-]*", left)]
    own = {w.casefold() for w in re.findall(r"[^\W_][\w'-]*", f"{meant} {_title_words(clause, meant)}")}
    own |= {w for c in clause.briefing.focus.calls for v in c.args.values() for w in str(v).casefold().split()}
    weighty = [w for w in words if w not in AROUND and w not in own]
    return bool(weighty) and not _same_news(clause)


def _title_words(clause: Clause, meant: str) -> str:
    return " ".join(str(k.title) for k in clause.briefing.applications if f"#{k.id}" == meant)


def _same_news(clause: Clause) -> bool:
    """ "No, I mean Globex rejected me": the same news of another company."""
    last = clause.briefing.focus.calls[-1]
    if last.name == "schedule":
        return meeting_words.INVITED.search(clause.text) is not None and not clause.of("when")
    return last.name == "status" and amended.status_said(clause) == last.args.get("status")


__all__ = ["calls", "head", "is_one", "unanswered"]
