"""The weekly goal in people's own words: set, given up, or asked how much of it is left."""

from __future__ import annotations

import re

from agent.offline import phrases
from agent.offline.calls import periods
from agent.offline.calls.preferences import COUNTS
from agent.offline.clause import Clause
from tools.result import Call

ASKS_GOAL = re.compile(
    r"\b(?:on track|how (?:far|close)|reach\w*|hit|met|meet|left|to go|miss\w*|short of|doing|"
    r"wie (?:weit|steht|nah|läuft)|"
    r"erreich\w*|geschafft|schaff\w*|fehl\w*|cómo voy|falta\w*|queda\w*|llegu?[éeo]\w*|alcan\w+|cumpl\w+|où j'en suis|"
    r"où en (?:suis-je|est)|atteint\w*|reste\w*|manque\w*)\b",
    re.I,
)
GOAL_ASKED = re.compile(
    r"^\W*(?:so |and |ok )?(?:(?:do|did|have) i (?:\w+ )?(?:have|got|set|any)|is there|what(?:'s| is| was|s)|which|"
    r"how (?:high|big) is|remind me of|show(?: me)?|was ist|wie (?:hoch|lautet) ist|habe ich|cuál es|tengo|quel est|"
    r"est-ce que j'ai|ai-je)(?: (?:a|any|my|the|mein|ein|mi|un|mon))?(?: \w+)? ?(?:goals?|targets?|ziel|wochenziel|"
    r"objetivo|meta|objectif)\b(?: (?:a|per|for the|this) week| set| right now| now| again| semanal|"
    r" hebdomadaire)*\W*$",
    re.I,
)
HOW_OFTEN = re.compile(
    r"\b(?:how (?:often|many (?:weeks|times))|wie oft|cuántas (?:veces|semanas)|combien de (?:fois|semaines))\b", re.I
)
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
    r"want(?: to)?|(?:let'?s |lets )(?:say|do|aim|go|make it|try)(?: for| at)?|aim\w*|shoot\w*|try\w*|"
    r"(?:(?:my|the|our|a|new|weekly) )*(?:goal|target)|(?:mein )?ziel|"
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
    r"^\W*(?:(?:actually|no|ok|okay|hm+|sorry|wait),? )*(?:please |pls |can you |just |i (?:want|need|have) )*"
    r"(?:drop|remove|delete|cancel|forget|clear|stop|scrap|"
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
    r"(?: now| then)?\W*$|"
    r"^\W*(?:(?:il )?(?:m'en |en |me )?(?:reste|manque)(?:-t-il)? (?:encore )?combien|"
    r"combien (?:\w+ |m'en |en ){0,4}(?:reste|manque)\w*(?:-t-il)?(?: encore| à (?:faire|envoyer))?|"
    r"cuánt[oa]s (?:\w+ ){0,3}(?:faltan?|quedan?)(?: por \w+| todavía| aún)?|"
    r"wie viele (?:\w+ ){0,2}(?:fehlen|muss ich|brauche ich|sind es)(?: mir)?(?: noch)?)"
    r"(?: (?:diese woche|esta semana|cette semaine))?\W*$",
    re.I,
)


# "Actually make that six", just after a goal was set.
_AGAIN = re.compile(
    r"^\W*(?:(?:actually|no|ok(?:ay)?|hm+|sorry|wait|or|and|better|rather|maybe|lieber|mejor|plutôt|please|pls)"
    r"[\s,.]+)*"
    rf"(?:(?:let'?s |can you |can we )?(?:make|change|set|put|raise|lower|do|say|call)(?: (?:that|it|(?:the|my) goal))?"
    rf"(?: to| at)?|more like|rather|only|just|better|it should be|i mean(?:t)?)?\s*{_NUMBER}"
    rf"(?:\s*{_WHAT}{_WEEK})?(?:\s+(?:instead|then|rather|is (?:better|enough|more realistic)|please|pls))*\W*$",
    re.I,
)


# "Did I hit it this week", just after.
_MET = re.compile(
    r"^\W*(?:so |and |ok )?(?:did|have|do|will|am|are|was|can) (?:i|we) (?:\w+ )?"
    r"(?:hit|reach(?:ed)?|ma[kd]e|met|meet|managed?|done|do|get|got)? ?(?:it|that|there|the number)\b|"
    r"^\W*(?:so |and |ok )?(?:how(?:'s| is| am| are|s)? (?:i|it|that|we|things)?\s*(?:doing|going|looking|getting on)"
    r"(?: (?:against|on|with|for|so far)(?: (?:it|that|this|the goal))?)?|"
    r"how far (?:am i|along)|am i (?:close|(?:nearly |almost )?there)(?: yet)?)\b",
    re.I,
)


def _just_set(clause: Clause) -> bool:
    """Whether a goal was set just before."""
    last = clause.before[-1:] or list(clause.briefing.focus.last[-1:])
    return bool(last) and last[0].name == "settings" and bool(last[0].args.get("weekly_goal"))


def _just_told(clause: Clause) -> bool:
    """Whether a goal was set just before, or this week's count was said."""
    last = clause.briefing.focus.last[-1:]
    told = last and last[0].args == {"figure": "submitted", "period": "this week"}
    return bool(told) or _just_set(clause)


def of(clause: Clause) -> list[Call]:
    """Set the goal, take it away, or say how far it is."""
    text = clause.text.strip()
    if _GIVE_UP.match(text):
        return [Call(name="settings", args={"weekly_goal": 0})]
    if _LEFT.match(text) or (_MET.match(text) and _just_told(clause)):
        return _progress(clause)
    again = _AGAIN.match(text) if _just_set(clause) else None
    match = _SET.match(text) or _NAMED.match(text) or again
    if match is None or text.endswith("?"):
        return []
    said = match["number"].casefold()
    return [Call(name="settings", args={"weekly_goal": int(COUNTS.get(said, said))})]


def asked(clause: Clause) -> list[Call]:
    """How far the weekly goal is; a goal that is set is a setting."""
    text = clause.text
    if _goal_asked(text):
        return [Call(name="stats", args={"figure": "weekly"})]
    if not phrases.has(text, "goal") or not ASKS_GOAL.search(text):
        return []
    return [Call(name="stats", args={"figure": "weekly"})] if HOW_OFTEN.search(text) else _progress(clause)


def _goal_asked(text: str) -> bool:
    """Whether the goal itself is asked for: "do I have a goal", "what's my target"."""
    return phrases.has(text, "goal") and GOAL_ASKED.match(text) is not None


def _progress(clause: Clause) -> list[Call]:
    return [Call(name="stats", args={"figure": "submitted", "period": periods.words(clause) or "this week"})]
