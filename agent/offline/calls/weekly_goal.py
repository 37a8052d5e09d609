"""The weekly goal in people's own words: set, given up, or asked how much of it is left."""

from __future__ import annotations

import re

from agent.offline.calls.preferences import COUNTS
from agent.offline.clause import Clause
from tools.result import Call

_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(COUNTS)})"
_WHAT = (
    r"(?:(?:new |job |good |solid )?(?:applications?|apps|jobs|cvs|resumes|of them|ones|places|bewerbungen|"
    r"solicitudes|candidaturas|candidatures)\s*)?"
)
_WEEK = (
    r"(?:(?:a|an|per|each|every(?: single)?|in (?:a|the|one)|by the|pro|por|par|jede|in der|die|a la|cada|chaque|/)\s*"
    r"(?:week|wk|woche|semana|semaine)s?|weekly|wöchentlich|semanales|hebdomadaires?)"
)
_DO = (
    r"(?:do|send(?: out| off)?|make|write|submit|put in|get(?: out| in)?|hit|reach|manage|finish|apply(?: to| for)?|"
    r"fill in|have|go for|set|schreiben|schaffen|machen|verschicken|enviar|hacer|mandar|envoyer|faire)"
)
_WISH = (
    r"(?:i(?:'d| would| will|'ll|'m| am)?(?: really| just)? "
    r"(?:want|like|love|plan\w*|need|try\w*|aim\w*|hop\w+|intend\w*|go\w*|should|must|have)(?: to| for| at)*|"
    r"want(?: to)?|(?:let'?s |lets )(?:say|do|aim|go|make it|try)(?: for| at)?|aim\w*|shoot\w*|try\w*|goal|target|ziel|"
    r"objetivo|objectif|weekly goal|plan|i should|we should|at least|minimum|min|no (?:fewer|less) than|mindestens|"
    r"ich (?:will|möchte|würde gerne?)|quiero|je veux|(?:al|au) (?:menos|moins))"
)
_FILL = (
    r"(?:\s*(?:of|is|are|be|for|at|to|at least|a minimum of|minimum|min|about|around|,|:|=|mindestens|al menos|"
    rf"au moins|{_DO}))*"
)
_HEAD = r"^\W*(?:(?:ok(?:ay)?|so|hi|hey|right|then|from now on|please|pls|and|now)[\s,]*)*"
_TAIL = r"(?:please|pls|bitte|from now on|minimum|at least|as (?:a|my) goal|is (?:my|the) (?:goal|target))?\W*$"
_SET = re.compile(rf"{_HEAD}{_WISH}{_FILL}\s*{_NUMBER}\s*{_WHAT}{_DO}?\s*{_WEEK}(?:\s+{_DO})?[\s,]*{_TAIL}", re.I)
_NAMED = re.compile(
    rf"{_HEAD}{_NUMBER}\s*{_WHAT}{_WEEK}\s*(?:is|=|as|would be)\s*(?:my|the)\s*(?:goal|target)\W*$", re.I
)
_GIVE_UP = re.compile(
    r"^\W*(?:please |pls |can you |just |i (?:want|need|have) )*(?:drop|remove|delete|cancel|forget|clear|stop|scrap|"
    r"turn off|get rid of|no(?: more)?|without|lösch\w*|kein\w*|quita\w*|sin|supprime\w*|plus d[e']|pas d[e'])\s*"
    r"(?:the |my |a |das |mein |meine? |el |mi |l'|mon )?(?:weekly |wöchentliches )?"
    r"(?:goal|target|wochenziel|ziel|objetivo|objectif)s?(?: semanal| hebdomadaire)?"
    r"(?: per week| a week| for the week)?(?: any ?more| please| pls| now| bitte)*\W*$",
    re.I,
)
_LEFT = re.compile(
    r"^\W*(?:so |and |ok )?(?:how (?:many|much)|wie viele|cuántas|combien)(?: more)?"
    r"(?: applications?| jobs| apps| ones)?(?: (?:do|are|have|is|must|should|i|there|still|got|to|we|it))*\s*"
    r"(?:left|to go|missing|still (?:to (?:do|send)|"
    r"missing|left)|need(?: to (?:do|send))?|more|fehlen(?: noch)?|faltan|reste\w*|noch)"
    r"(?: to (?:hit|reach|get to|meet|make) (?:it|my goal|my target|the goal))?(?: (?:for )?(?:this|the) week)?"
    r"(?: now| then)?\W*$",
    re.I,
)


def of(clause: Clause) -> list[Call]:
    """Set the goal, take it away, or say how far it is."""
    text = clause.text.strip()
    if _GIVE_UP.match(text):
        return [Call(name="settings", args={"weekly_goal": 0})]
    if _LEFT.match(text):
        return [Call(name="stats", args={"figure": "submitted", "period": "this week"})]
    match = (_SET.match(text) or _NAMED.match(text)) if not text.endswith("?") else None
    if match is None:
        return []
    said = match["number"].casefold()
    return [Call(name="settings", args={"weekly_goal": int(COUNTS.get(said, said))})]
