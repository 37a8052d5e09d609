"""Questions: lists with filters, one application, what lies ahead, figures."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import lexicon, places, roles
from agent.offline.clause import Clause
from tools.focus import numbers
from tools.result import Call

MORE = re.compile(r"^\W*(?:(?:show|give|see|list)\s+(?:me\s+)?)?(?:more|next(?: page| ones?)?|the rest|continue|go on|and\s+then|más|mehr|weiter|suite|encore|page (?P<page>\d+))\W*$", re.I)
STATUS_WORDS = {
    r"\breject|turned (?:me )?down|said no|knocked? (?:me )?back|\bno'?s\b|abgelehnt|absage|rechaz|refus": "rejected",
    r"\boffer(?!ing)|angebot|zusage|oferta|\boffre\b": "offer",
    r"\bghost|never (?:replied|answered|got back)": "ghosted",
    r"\bwithdr|pulled out|zurückgezogen|retirad": "withdrawn",
    r"\bdeclined|turned down (?:the|an) offer": "declined",
    r"\baccepted\b|\bhired\b": "accepted",
    r"\bsaved\b|bookmark|wish ?list|haven'?t applied|not applied|yet to apply|still to apply|to apply to|gespeichert|guardad|enregistr|sauvegard": "saved",
    r"\bscreening\b|phone screens?\b": "screening",
    r"\bassessments?\b|\btests?\b": "assessment",
    r"\binterview(?:ing|s)?\b(?! (?:with|at|on|this|next|tomorrow|today))|interview stage|entrevista|vorstellungs|entretien": "interview",
}
UNANSWERED = re.compile(
    r"no (?:answer|reply|response|word|news)|haven'?t (?:heard|replied|answered|responded)|not (?:heard|replied|answered|responded)|no(?:body| one) (?:has )?(?:answered|replied)|unanswered|silent|silence|still waiting|waiting (?:on|for)|without (?:an )?(?:answer|reply)|hasn'?t (?:replied|answered|responded|gotten back|got back)|keine antwort|noch nichts gehört|sin respuesta|sans réponse",
    re.I,
)
OPEN = re.compile(r"\b(?:open|active|still|ongoing|live|pending|running|in progress|in play|in the running|going on|alive|offen\w*|aktiv\w*|laufend\w*|abiert\w*|activ\w*|en curso|ouvert\w*|en cours)\b", re.I)
ALL = re.compile(r"\b(?:everything|all|every|ever|so far|in total|whole|complete|entire|full|alles|alle|todas?|todos?|todo|toutes?|tous|tout)\b", re.I)
ENDED = re.compile(r"\b(?:ended|closed|finished|dead|over|done with|beendet\w*|cerrad\w*|terminé\w*)\b", re.I)
OVER = re.compile(r"(?:over|above|more than|at least|min(?:imum)?|from|north of|>=?|better than|upwards of|higher than|exceed\w*|über|mehr als|ab|mindestens|más de|por encima de|plus de|au moins|or more)\W*$", re.I)
UNDER = re.compile(r"(?:under|below|less than|up to|at most|max(?:imum)?|<=?|lower than|unter|weniger als|bis|menos de|hasta|moins de|jusqu'à)\W*$", re.I)
SORTS = (
    (r"\b(?:pay|salar\w+|money|paid|paying|best[- ]paid|highest|gehalt|sueldo|salaire)\b", r"\b(?:sort|order|rank|highest|best|top|most|by|sortier\w*|orden\w*|tri\w*)\b", "salary"),
    (r"\b(?:date|newest|latest|recent|oldest|when i applied|datum|fecha)\b", r"\b(?:sort|order|by|newest|oldest|latest|first|sortier\w*|orden\w*|tri\w*)\b", "applied_on"),
    (r"\b(?:alphabet\w*|company|name|a to z|a-z)\b", r"\b(?:sort|order|by|alphabet\w*|sortier\w*|orden\w*|tri\w*)\b", "company"),
    (r"\bdeadlines?\b", r"\b(?:sort|order|by)\b", "deadline"),
    (r"\bstatus|stage\b", r"\b(?:sort|order|by)\b", "status"),
)  # fmt: skip
SUBMITTED = re.compile(r"\b(?:appl(?:y|ied)\b(?! for me)|sent (?:out|off|in)?|submitted|beworben|postul\w+|candidat\w+|aplic\w+)", re.I)
PERIOD_OF_APPLYING = re.compile(r"\b(?:appl(?:y|ied|ications?)|sent|submitted|logged|added|saved|from|beworben|bewerbung\w*|postul\w+|candidatur\w+|aplic\w+|solicitud\w*|since)\b", re.I)


def find(clause: Clause) -> list[Call]:
    """A list with all the filters that the words name; "more" turns the page; "of them" narrows the last list."""
    more = MORE.match(clause.text)
    last = clause.briefing.focus.find
    if more and last is not None:
        page = int(more.group("page") or 0) or int(last.args.get("page", 1)) + 1
        return [last.model_copy(update={"args": {**last.args, "page": page}})]
    args = filters(clause)
    if last is not None and re.search(r"\b(?:of (?:them|those|these)|those|these|them)\b", clause.text, re.I):
        args = {k: v for k, v in last.args.items() if k != "page"} | args
    return [Call(name="find", args=args)]


def filters(clause: Clause) -> dict[str, Any]:
    """All filters of a question as arguments of find."""
    args: dict[str, Any] = {}
    if clause.slots.known:
        args["company"] = clause.slots.company
    args |= _pay(clause) | _facts(clause) | _labels(clause) | _sort(clause) | _words(clause)
    statuses = _statuses(clause)
    if args.get("archived"):
        args["state"] = "all"
    if UNANSWERED.search(clause.text):
        args |= {"unanswered": True} if not clause.of("duration") else {"silent_days": _days(clause)}
        args.setdefault("state", "open")
    elif statuses:
        args["status"] = statuses
    elif ENDED.search(clause.text) and not ALL.search(clause.text) and not clause.of("money"):
        args["state"] = "ended"
    elif OPEN.search(clause.text):
        args["state"] = "open"
    elif ALL.search(clause.text) and not args:
        args["state"] = "all"
    period = clause.first("range") or next((m for m in clause.of("when") if m.value == "day"), None)
    if period and "silent_days" not in args:
        args["applied"] = _since(clause, period.text, period.start)
        args.pop("state", None) if not OPEN.search(clause.text) else None
    if SUBMITTED.search(clause.text) and not statuses and args.get("state", "all") == "all" and not period:
        args = {k: v for k, v in args.items() if k != "state"} | {"submitted": True}
    return args


def _since(clause: Clause, words: str, start: int) -> str:
    lead = re.search(r"\b(?:since|before|after|in|until|seit|vor|desde|antes de|depuis|avant)\s+(?:the\s+)?$", clause.text[:start], re.I)
    if not lead or words.casefold().startswith(lead.group().split()[0].casefold()):
        return words
    return f"{lead.group().split()[0]} {words}"


def _days(clause: Clause) -> int:
    match = re.search(r"(\d+|a|one|two|three|four|six)\s*(day|week|month)", clause.text, re.I)
    if not match:
        return 14
    number = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}.get(match.group(1).casefold())
    return (number or int(match.group(1))) * {"day": 1, "week": 7, "month": 30}[match.group(2).casefold()]


def _pay(clause: Clause) -> dict[str, Any]:
    money = clause.first("money")
    if money is None:
        return {}
    before, after = clause.text[: money.start], clause.text[money.end :]
    if UNDER.search(before) or re.match(r"\s*or less", after, re.I) or UNDER.match(money.text + " ") or money.text.casefold().startswith(("under", "below", "less", "up to", "max")):
        return {"pay_at_most": money.text}
    return {"pay_at_least": money.text}


def _facts(clause: Clause) -> dict[str, Any]:
    given = {
        "source": clause.value_of("source"),
        "work_mode": clause.value_of("mode"),
        "employment_type": clause.value_of("type"),
        "location": clause.slots.place or _place(clause),
    }
    return {k: v for k, v in given.items() if v}


def _place(clause: Clause) -> str | None:
    """A place asked for: "in Leeds"."""
    for match in re.finditer(r"\b(?:in|near|around|en|à|um)\s+(?P<place>[^\W\d_][\w'-]*(?:\s+[A-ZÀ-Þ][\w'-]*)*)", clause.text):
        words = match.group("place")
        inside = any(m.start < match.end() and match.start("place") < m.end for m in clause.mentions)
        if not inside and (places.is_city(words) or (words[:1].isupper() and words.casefold() not in lexicon.words("not_companies.txt"))):
            return words
    return None


def _labels(clause: Clause) -> dict[str, Any]:
    args: dict[str, Any] = {}
    tag = re.search(r"\btag(?:ged)?\b\s*(?:as|with|is|=|:)?\s*[\"']?(?P<tag>[^\"'?!.,;]+)", clause.text, re.I)
    if clause.of("hashtag"):
        args["tag"] = clause.of("hashtag")[0].value
    elif tag:
        args["tag"] = re.sub(r"\b(?:jobs?|ones?|applications?|please)\b", "", tag.group("tag"), flags=re.I).strip().casefold()
    else:
        known = [t for t in clause.briefing.tags if re.search(rf"(?<!\w){re.escape(t)}(?!\w)", clause.text, re.I)]
        args |= {"tag": known[0]} if known else {}
    if clause.has(r"\b(?:favou?rites?|starred|stars?|favorit\w*|destacad\w*|favoris?)\b"):
        args["favorite"] = True
    if clause.has(r"\barchived?\b|\barchivad\w*|\barchiv(?:iert\w*)?\b|\barchivées?\b"):
        args["archived"] = True
    return {k: v for k, v in args.items() if v}


def _sort(clause: Clause) -> dict[str, Any]:
    for subject, order, name in SORTS:
        if clause.has(subject) and clause.has(order) and not (name == "salary" and clause.of("money")):
            return {"sort": name}
    return {}


def _words(clause: Clause) -> dict[str, Any]:
    """Role words, or a company that is not known yet, among what no other filter has taken."""
    if clause.slots.known:
        return {}
    if clause.slots.title:
        return {"role": _singular(clause.slots.title)}
    company = clause.slots.company
    if company and clause.has(rf"\b(?:at|from|with|for|bei|en|chez|von)\s+{re.escape(company)}"):
        return {"company": company}
    about = re.search(r"\b(?:about|mention(?:s|ing)?|containing|with the word|search(?: for)?|suche?(?: nach)?|busca)\s+[\"']?(?P<text>[^\"'?!.]+)", clause.text, re.I)
    return {"text": about.group("text").strip()} if about else {}


def _singular(title: str) -> str:
    words = [w for w in title.split() if w.casefold() not in lexicon.words("not_companies.txt")] or title.split()
    last = words[-1]
    if last.casefold().endswith("s") and not last.casefold().endswith("ss") and roles.is_head(last.casefold()[:-1]):
        words[-1] = last[:-1]
    return " ".join(words)


def _statuses(clause: Clause) -> str | None:
    found = [name for pattern, name in STATUS_WORDS.items() if clause.has(pattern)]
    if "offer" in found and "declined" in found:
        found.remove("offer")
    return ",".join(found) or None


def show(clause: Clause) -> list[Call]:
    """The card of each application meant."""
    if clause.has(r"\binterview|entrevista|vorstellungsgespräch|entretien") and clause.has(r"\bwhen|what time|what day|wann|cuándo|quand\b"):
        return agenda(clause, "interviews")
    targets = clause.targets()
    if not targets and clause.briefing.focus.listed:
        return []
    return [Call(name="show", args=target) for target in targets[:5]]


def agenda(clause: Clause, what: str) -> list[Call]:
    """What lies ahead, of one company or in a period."""
    args: dict[str, Any] = {"what": what}
    period = clause.first("range") or next((m for m in clause.of("when") if m.value == "day"), None)
    if period:
        args["period"] = period.text
    if clause.slots.known or (clause.slots.company and not period and clause.has(r"\b(?:with|at|for|bei|con|en|chez|avec)\b")):
        args["company"] = clause.slots.company
    elif clause.refs and not period and numbers(clause.briefing.focus.subject, "application"):
        args["company"] = f"#{clause.refs[0]}"
    return [Call(name="agenda", args=args)]


FIGURES = (
    (r"time (?:to|until)|how long|how quick|how fast|median|days? (?:until|to|before)|wie lange|cuánto (?:tarda|tiempo)|combien de temps|(?:hear|get|answer|reply|respond)\w* back", "time_to_response"),
    (r"ghost", "ghosted_rate"),
    (r"conver", "conversion_rate"),
    (r"offer rate|(?:turned|became|become|lead|led|end(?:ed)?|result\w*).*\boffers?\b|\boffers?\b|angebot\w*|ofertas?|offres", "offers"),
    (r"respon[sd]|answer|repl(?:y|ies)|hear back|antwort|respuesta|réponse", "response_rate"),
    (r"interview|entrevista|vorstellungs|entretien", "interviews"),
    (r"source|linkedin|indeed|referral|which (?:site|channel)|where do i", "by_source"),
    (r"by status|each (?:stage|status)|break ?down|how many .*\b(?:open|reject|saved|stage|status)", "by_status"),
)  # fmt: skip


def stats(clause: Clause) -> list[Call]:
    """The figure asked for, over the period said; both counts where two are asked for."""
    period = clause.first("range") or next((m for m in clause.of("when") if m.value == "day"), None)
    when = {"period": _since(clause, period.text, period.start)} if period else {}
    found = [name for pattern, name in FIGURES if clause.has(pattern)][:1]
    counts = clause.has(r"\bhow many\b|\bcount\b|\bnumber of\b|wie viele|cuánt[oa]s|combien|\btotal\b")
    if counts and SUBMITTED.search(clause.text) and found:
        found = ["all"] if found != ["offers"] else ["submitted", "offers"]
    elif counts and not found:
        found = ["submitted"]
    if "offers" in found and clause.has(r"\brate|percent|%|share\b"):
        found = ["offer_rate"]
    return [Call(name="stats", args={"figure": figure, **when}) for figure in found or ["all"]]
