"""All filters that a question names, as arguments of `find`; words that name none become none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from agent.offline import lexicon, phrases, places, questions
from agent.offline.calls import asked_pay, asked_places, asked_words, ordering, periods, standing
from agent.offline.clause import Clause

# Before a name in small letters only these lead to an employer for sure.
SMALL_LEADS = r"at|bei|chez|@"
ANY_LEADS = r"at|from|with|by|bei|beim|con|chez|auprès|von|avec|mit|@"
NO_NAMES = ("generic", "workplace", "about.tags", "ordering", "open", "ended", "all", "field")
BETWEEN = r"\s+(?:put\s+)?(?:an?|the|any|some|eine?[nrm]?|una?|une?)?\s*"
TAGGED = re.compile(
    r"\b(?:tag(?:ged)?|label(?:led|ed)?|marked|etiquet\w+|étiquet\w+)\b\s*(?:as|with|is|under|=|:|mit|con|como|de)?\s*"
    r"[\"'#]?(?P<tag>[^\"'?!.,;]+)",
    re.I,
)


def of(clause: Clause) -> dict[str, Any]:
    """The arguments of `find` for a clause."""
    quiet = _quiet(clause)
    args = company(quiet) | asked_pay.of(clause) | _facts(quiet) | _labels(clause) | _noted(clause)
    if str(args.get("company", "")).casefold() in str(args.get("tag", "-")).casefold() and not clause.slots.known:
        args.pop("company", None)
    if (args.get("having"), True) in (
        ("tags", "tag" in args),
        ("pay", "pay_at_least" in args or "pay_at_most" in args),
    ):
        del args["having"]
    args |= standing.of(clause)
    args |= asked_words.role(quiet, args)
    args = asked_words.of_type(clause, args)
    args |= asked_words.text(quiet, args)
    args |= _period(clause, args)
    return args | ordering.of(clause)


def _quiet(clause: Clause) -> Clause:
    """The clause without words that say nothing, so that none of them is taken for a name."""
    text = list(questions.plain(clause.text))
    for m in clause.mentions:
        text[m.start : m.end] = clause.text[m.start : m.end]
    return replace(clause, text="".join(text))


def company(clause: Clause) -> dict[str, Any]:
    """The companies named: known ones, or a name in capitals where only an employer can stand."""
    found = clause.slots
    if found.known:
        first = next(m for m in clause.mentions if m.kind == "company")
        names = list(dict.fromkeys(company for company, _ in found.pairs))
        return {"company": asked_places.negated(clause.text, first.start) + " or ".join(names)}
    name = found.company
    if not name or not found.sure or clause.of("source") or places.is_city(name):
        return {}
    leads = SMALL_LEADS if name and clause.text.islower() else ANY_LEADS
    said = re.search(rf"\b(?:{leads})\s+(?:the\s+)?(?P<name>{re.escape(name)})(?!\w)", clause.text, re.I)
    if said is None or _everyday(said["name"]) or phrases.has(name, *NO_NAMES) or phrases.pattern("wh").match(name):
        return {}
    return {"company": name}


def _everyday(name: str) -> bool:
    """Whether words in small letters are everyday ones, which name no employer."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    lists = ("not_companies.txt", "spelling_keep.txt", "spelling.txt", "role_modifiers.txt")
    common = [word for word in words if any(word in lexicon.words(one) for one in lists)]
    return name.casefold() in lexicon.words("not_companies.txt") or (name.islower() and len(common) == len(words))


def _facts(clause: Clause) -> dict[str, Any]:
    given = {
        "source": clause.value_of("source"),
        "work_mode": " or ".join(dict.fromkeys(m.value for m in clause.of("mode"))),
        "employment_type": " or ".join(dict.fromkeys(m.value for m in clause.of("type"))),
        "location": asked_places.of(clause),
    }
    return {name: value for name, value in given.items() if value}


def _labels(clause: Clause) -> dict[str, Any]:
    args: dict[str, Any] = {}
    if phrases.has(clause.text, "favorite"):
        args["favorite"] = True
    if phrases.has(clause.text, "archived") and not phrases.has(clause.text, "not_archived"):
        args |= {"archived": True}
    found = tags(clause)
    return args | ({"tag": " or ".join(found)} if found else {})


def tags(clause: Clause) -> list[str]:
    """The tags named: with a "#", those that are in use, else what stands behind "tagged"."""
    hashed = [m.value for m in clause.of("hashtag")]
    text = asked_places.masked(clause) if clause.of("company") else clause.text
    searched = phrases.leads(text, "searching") and not phrases.has(text, "about.tags")
    used = [] if searched else [tag for tag in clause.briefing.tags if _says(text, tag)]
    if hashed or used:
        return hashed or [tag for tag in used if not any(tag != other and tag in other for other in used)]
    said = TAGGED.search(clause.text)
    words = said["tag"].strip().casefold() if said else ""
    end = phrases.pattern("tag_end").search(words)
    tag = (words[: end.start()] if end else words).strip()
    return [tag] if tag and tag not in lexicon.words("not_companies.txt") and tag not in ("has", "have", "do") else []


def _says(text: str, tag: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(tag)}(?:s|es)?(?!\w)", text, re.I) is not None


def _noted(clause: Clause) -> dict[str, Any]:
    """What must be noted of them, or is not."""
    for name in ("missing", "having"):
        lead = phrases.pattern(name).pattern
        for detail in phrases.named("detail"):
            if re.search(rf"{lead}{BETWEEN}{phrases.pattern(f'detail.{detail}').pattern}", clause.text, re.I):
                return {name: detail}
    return {}


def _period(clause: Clause, args: dict[str, Any]) -> dict[str, Any]:
    """The day of applying or of the latest news, by the words that stand nearest to it."""
    words = periods.words(clause)
    m = periods.mention(clause)
    if words is None or "silent_days" in args:
        return {}
    status = set(str(args.get("status", "")).split(",")) - {"", "applied"}
    if m is None:
        return {"news": words}
    applied, news = (periods.nearest(clause, m, name) for name in ("applied_then", "news_then"))
    if news is not None and (applied is None or news < applied or (status and applied > news)):
        return {"news": words} | ({} if status or "state" in args else {"state": "all"})
    return {"applied": words}
