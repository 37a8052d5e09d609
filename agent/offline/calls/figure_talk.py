"""What is said of a figure, a list behind one or a picture just shown: other days, a group, a look, a kind, a file."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.calls import figure_groups, figures, handouts, periods
from agent.offline.clause import Clause
from tools.charts import OF_FIGURES
from tools.result import Call

MOST_WORDS = 9
SHOWN = ("stats", "counted", "chart", "meaning")
LOOKS = {"dark": handouts.DARK, "light": handouts.LIGHT}
WHOLE = re.compile(
    r"\b(?:all[- ]time|(?:of|in) all(?: time)?|overall|altogether|in total|ever|since the (?:beginning|start)|"
    r"insgesamt|im ganzen|gesamt|seit (?:beginn|anfang)|en total|desde el (?:principio|inicio)|au total|"
    r"depuis le début)\b",
    re.I,
)
AS_RATE = re.compile(
    r"\b(?:per ?cent(?:age)?|pct|prozent|porcentaje|por ciento|pour ?cent(?:age)?|rate|ratio|share|quote|anteil|tasa|"
    r"taux)\b|%",
    re.I,
)
AS_COUNT = re.compile(r"\b(?:absolute|(?:as|in) (?:a )?(?:count|numbers?)|how many is that)\b", re.I)
# "And how many interviews?" goes on; a whole question begins anew.
GOES_ON = re.compile(
    r"^\W*(?:(?:and|und|y|et|ok(?:ay)?|of (?:those|them|these)|davon|de ellas|parmi elles)\b[\s,]*)+"
    r"(?:how many|how much|wie viele|cuánt[oa]s|combien d[e'])\b|\b(?:wie viele|cuánt[oa]s|combien|how many) "
    r"(?:of (?:those|them|these)|davon|de (?:ellas|esas)|d'entre elles)\b",
    re.I,
)
OF_THOSE = re.compile(
    rf"{phrases.pattern('of_those').pattern}|{phrases.pattern('counting').pattern}|\b(?:got|get|were|was|have|has|had|"
    r"been|did|ended up|led to|reached|turned into|become|became|sind|wurden|haben|gab es|han|fueron|son|ont|été|"
    r"sont)\b",
    re.I,
)
LEANS = re.compile(
    r"^\W*(?:and|but|ok(?:ay)?|now|only|just|what about|how about|und|y|et|aber|pero|mais|of those)\b", re.I
)
# What is a question of its own.
ASKS_ANEW = re.compile(
    r"(?:^|[,;:])\W*(?:what(?:'?s| is| are| was)|which|how (?!about)|wie|was (?:ist|sind)|cuál|qué|quel|combien|cuánt)",
    re.I,
)
A_WHOLE = re.compile(
    r"^\W*(?:is|are|was|were)\b|^\W*(?:what|which|welche[rs]?|qué|quel(?:le)?)\s+"
    r"(?:share|percent\w*|%|part|fraction|proportion|prozent|anteil|porcentaje)\s+"
    r"(?:of (?:my|the|all)|is\s+(?!that|it|this))",
    re.I,
)
RATES = {
    "interviews": "interviews", "offers": "offer_rate", "submitted": "all", "screenings": "conversion_rate",
    "waiting": "waiting",
}  # fmt: skip

# Figures by one word, which would be news or nothing where no figure was said before.
_BARE = {
    "submitted": r"sent|submitted|applications|verschickt\w*|enviadas|envoyées",
    "response_rate": r"respon[sd]es?|repl(?:y|ies)|answers?|answered|antworten|respuestas?|réponses?",
    "conversion_rate": r"conversions?|screenings?|konversion|conversión|conversion",
    "rejection_rate": r"reject(?:s|ed|ions?)|absagen|rechazos?|rechazadas|refus|refusées",
    "ghosted_rate": r"ghost(?:s|ed|ing)?|silence|silent|no answer",
    "offer_rate": r"offers?|angebote?|ofertas?|offres?",
    "interviews": r"interviews?|gespräche?|vorstellungsgespräche?|entrevistas?|entretiens?",
    "time_to_response": r"medians?|wait\w*|times?|wartezeit|espera|attente|médiane|mediana|p ?90",
    "waiting": r"still waiting|pending|open ones|offen|pendientes|en attente",
    "pay": r"pay|salar(?:y|ies)|wages?|gehalt|löhne|sueldo|salario|salaires?",
    "weekly": r"weekly|weeks|streak|wochen|(?:(?:by|per|a|each|pro|je|por|par) )(?:week|woche|semana|semaine)",
    "by_status": r"funnel|status(?:es)?|stages|trichter|embudo|entonnoir",
    "insight": r"insights?|trends?",
}
BARE = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _BARE.items()}
FILLER = re.compile(
    r"\b(?:and|but|or|now|then|ok(?:ay)?|so|just|only|please|pls|plz|thanks|the|my|our|an?|same|again|once more|"
    r"what(?:'?s| is| are| was| were)? ?(?:about|that|it|those)?|what|how about|with|for|"
    r"from|via|through|by|per|on|of|in|at|"
    r"to|as|into|it|its|that|this one|this|these|those|them|they|ones?|jobs?|roles?|applications?|apps|show|me|give|"
    r"see|can|could|may|i|you|we|get|have|make|made|do|put|turn|change|switch|draw|send|version|mode|theme|colou?rs?|"
    r"background|look|instead|rather|also|too|is|are|there|be|like|want|would|let'?s|"
    r"und|nur|bitte|für|die|der|das|den|dem|als|im|in|mit|von|mal|noch|auch|jetzt|zeig\w*|mach\w*|mir|es|was ist mit|"
    r"ich|will|möchte|hätte|gerne?|gib|davon|y|quiero|quisiera|dame|solo|sólo|por favor|para|el|la|los|las|lo|en|con|"
    r"de|del|como|ahora|también|muéstra\w*|haz\w*|"
    r"qué tal|et|je|veux|voudrais|donne|seulement|juste|pour|les?|la|du|des|d'|l'|avec|comme|sur|aussi|maintenant|"
    r"montre\w*|fais\w*|moi|s'il te plaît|stp)(?!\w)",
    re.I,
)


def calls(clause: Clause) -> list[Call]:
    """What was shown just before with what these few words change of it; none where they say more than that."""
    last = clause.before[-1:] or list(clause.briefing.focus.last[-1:])
    full = clause.full or clause.text
    if not last or last[0].name not in SHOWN or clause.slots.known or len(full.split()) > MOST_WORDS:
        return []
    return _of_picture(clause, last[0], full) or _of_figure(clause, last[0], full)


def _of_picture(clause: Clause, last: Call, text: str) -> list[Call]:
    """The picture again in another look, of other days, of another kind; or a picture of the figure said."""
    asked = handouts.DRAWN_ONE.search(text) is not None
    if not (last.name == "chart" or asked):
        return []
    look = next((name for name, said in LOOKS.items() if said.search(text)), None)
    period, rest = _period(clause, handouts.LIGHT.sub(" ", handouts.DARK.sub(" ", text)))
    kind, rest = handouts.kind_named(handouts.DRAWN_ONE.sub(" ", rest))
    if _left(rest) or not (look or asked or kind or period):
        return []
    more = {"kind": kind, "period": period, "look": look}
    return [Call(name="chart", args=_as_picture(last) | {name: value for name, value in more.items() if value})]


def _as_picture(last: Call) -> dict[str, Any]:
    """What a picture of the last call is of."""
    if last.name == "chart":
        return dict(last.args)
    figure = str(last.args.get("figure", "all"))
    kind = "funnel" if figure == "by_status" else OF_FIGURES.get(figure)
    period = last.args.get("period")
    return ({"kind": kind} if kind else {}) | ({"period": period} if period else {})


def _of_figure(clause: Clause, last: Call, text: str) -> list[Call]:
    """The figure or the list behind it over other days, of a group, by groups, in per cent; or another figure."""
    if last.name == "chart" or A_WHOLE.match(text):
        return []
    of_those = phrases.has(text, "of_those")
    period, rest = _period(clause, (OF_THOSE if of_those else GOES_ON).sub(" ", text))
    whole = WHOLE.search(rest) is not None and period is None
    rest = WHOLE.sub(" ", rest)
    share = AS_RATE.search(rest) is not None
    figure, rest = _bare(AS_COUNT.sub(" ", AS_RATE.sub(" ", rest)))
    if figure and (ASKS_ANEW.search(text) or (period and not LEANS.match(text))):
        return []
    facet = figures.facet(clause)
    rest = phrases.pattern(f"facet.{facet}").sub(" ", rest) if facet else rest
    group = (figure_groups.only(clause) or figure_groups.titled(clause, FILLER.sub(" ", rest))) if not facet else None
    if figure and group and not LEANS.match(text):
        return []
    if _left(rest, group) or not (period or whole or share or figure or facet or group):
        return []
    return [_changed(last, {"period": period, "only": group, "by": facet, "figure": figure}, share=share, whole=whole)]


def _changed(last: Call, said: dict[str, str | None], *, share: bool, whole: bool) -> Call:
    """The last call with what was said put in its place."""
    kept = {name: value for name, value in last.args.items() if name in ("figure", "period", "only", "by")}
    new = {name: value for name, value in said.items() if value}
    if whole:
        kept.pop("period", None)
    if "figure" in new or "by" in new:
        kept.pop("by", None)
        kept.pop("figure", None)
    if share and "figure" not in new:
        before = str(kept.get("figure", "all"))
        new["figure"] = RATES.get(before, before)
    name = "counted" if last.name == "counted" and not ({"figure", "by"} & new.keys()) else "stats"
    return Call(name=name, args=kept | new)


def _period(clause: Clause, text: str) -> tuple[str | None, str]:
    """The days named, and the text without them."""
    said = periods.words(clause)
    if said is None or not periods.readable(said, clause):
        return None, text
    m = periods.mention(clause)
    bare = re.sub(re.escape(m.text if m else said), " ", text, flags=re.I)
    return said, re.sub(
        r"\b(?:since|before|after|until|by|seit|vor|nach|bis|desde|antes|hasta|depuis|avant)\b", " ", bare
    )


def _bare(text: str) -> tuple[str | None, str]:
    """The figure that the words name and nothing else, and the text without it."""
    for name, ways in BARE.items():
        if ways.search(text):
            return name, ways.sub(" ", text)
    return None, text


def _left(text: str, group: str | None = None) -> bool:
    """Whether words are left that say more."""
    for word in (group or "").split():
        text = re.sub(rf"\b{re.escape(word.removesuffix('s'))}\w*", " ", text, flags=re.I)
    return re.search(r"\w", FILLER.sub(" ", text)) is not None
