"""What helps around a reminder: a draft to copy, a calendar file, the digest now, silence about one application."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.clause import Clause
from tools.focus import numbers
from tools.result import Call

POLITE = r"(?:(?:please|pls|plz|can you|could you|would you|and|ok|okay|hey|now|just)[\s,]+)*"
LATER = r"(?!.*\b(?:tomorrow|tonight|next|later|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
DRAFT = re.compile(
    rf"^\W*{POLITE}(?:(?:help me )?(?:to )?(?:draft|compose|write|word)(?: me| up)?|give me a draft|i need a draft)\b"
    rf"{LATER}(?=[^?]*\b(?:follow[- ]?ups?|thank[- ]?you|thanks|messages?|e-?mails?|nudge|draft|"
    r"something\b[^?]*\bsend|(?:few )?(?:lines|words) (?:to|for))\b)(?!.*\bnote that\b)",
    re.I,
)
THANKS = re.compile(r"\bthank", re.I)
CHASES = re.compile(r"\bfollow|\bnudge|\bchas", re.I)
ALL = r"(?!\s+(?:all|everything|everyone|me|my|the|reminders?|notifications?|it all|until|till|for)\b)"
MUTE = re.compile(rf"^\W*{POLITE}(?:mute|silence)\b{ALL}\s+\S(?!.*\b(?:until|till)\b)", re.I)
UNMUTE = re.compile(rf"^\W*{POLITE}un-?mute\b{ALL}\s+\S", re.I)
NAGS = r"(?:remind|ping|nudg|bug|bother|nag|messag|notif|pok|chas|text|writ)\w*"
# "Stop pinging me about Acme", "no more reminders for Acme": about one application, not about one reminder.
STOP_ABOUT = re.compile(
    rf"^\W*{POLITE}(?:(?:stop|quit|don'?t|do not|never|no need to)\s+(?:\w+\s+)?{NAGS}\s+(?:me\s+)?"
    r"(?:any ?more\s+)?|(?:shut up|be quiet|enough|leave me (?:alone|be|in peace))\s+|"
    r"(?:i )?(?:don'?t|do not) (?:want|need) (?:any )?(?:more |further )?"
    r"(?:reminders?|pings?|nudges?|messages?|notifications?)\s+|"
    r"no (?:more |further )?(?:reminders?|pings?|nudges?|messages?|notifications?|follow[- ]?ups?)\s+)"
    r"(?:about|of|for|on|regarding)\s+"
    r"(?P<what>\S.*?)(?:,\s*(?:they|he|she|it|i|we|because|since)\b.*)?$",
    re.I,
)
AGAIN_ABOUT = re.compile(
    rf"^\W*{POLITE}(?:(?:(?:you (?:can|may)|start|do|feel free to)\s+){NAGS}\s+(?:me\s+)?(?:again\s+)?"
    r"(?:about|of|for|on|regarding)\s+|"
    r"(?:turn|switch|put|set)\s+(?=[^?]*\b(?:reminders?|nudges?|follow[- ]?ups?|messages?|notifications?)\b)"
    r"(?=[^?]*\bon\b)|"
    r"(?:i )?(?:want|need)\s+(?:to (?:get|have) )?(?=[^?]*\b(?:reminders?|nudges?)\b[^?]*\bagain\b))(?P<what>\S.*)",
    re.I,
)
REST = re.compile(
    r"\b(?:the|my|that|this|job|role|application|one|at|any ?more|no longer|again|please|pls|thanks|thank you|ok|now|"
    r"for now|company|stuff|thing|from now on|reminders?|nudges?|messages?|notifications?|follow[- ]?ups?|back|on|"
    r"about|"
    r"for|of|to)\b",
    re.I,
)
# "I'm on holiday", "no reminders this week": of all of them.
AWAY = re.compile(
    rf"^\W*{POLITE}(?:i(?:'m| am|'ll be| will be)|we(?:'re| are)|going|off)\s+(?:(?:off|away|going)\s+)?on\s+"
    r"(?:a\s+|my\s+)?(?:holidays?|vacation|leave)\b[^?]*$|"
    rf"^\W*{POLITE}no (?:more )?(?:reminders|pings|nudges|notifications|messages|texts) "
    r"(?:today|tonight|this (?:week|weekend|month)|until|till|on|over|at|for (?:a|the|now|\d))\b[^?]*$|"
    rf"^\W*{POLITE}(?:(?:i'm|i am|i'll|let's|i want to|i need to)\s+)?(?:take|taking|have|having|need)\s+a\s+"
    r"(?:\w+\s+)?break(?:\s+(?:until|till|for|this|over|now)\b[^?]*)?\W*$|"
    rf"^\W*{POLITE}(?:put|keep)\s+(?:everything|it all|all of (?:it|them)|(?:all )?(?:the |my )?(?:reminders|"
    rf"messages))\s+"
    r"on hold\b[^?]*$|"
    r"^\W*(?:keine erinnerungen (?:mehr )?bis|(?:sin|no m[aá]s) recordatorios hasta|(?:pas|plus) de rappels? "
    r"jusqu)[^?]*$|"
    rf"^\W*{POLITE}hold off\s+(?:(?:on|with) (?:everything|(?:the |my )?(?:reminders|messages))\s+)?(?:until|till|"
    rf"for)\b"
    r"[^?]*$|"
    rf"^\W*{POLITE}give me\s+[^?,;]{{1,20}}\boff from (?:all )?(?:the |your |my |these )?(?:reminders|messages|"
    rf"pings)\W*$|"
    rf"^\W*{POLITE}(?:stop|pause|hold|suspend)\s+(?:remind|ping|nudg|messag)\w*\s+(?:me\s+)?(?:(?:of|about)\s+)?"
    r"(?:everything|anything|all of it|for (?:a while|now|the moment))\b[^?]*$",
    re.I,
)
CALENDAR = re.compile(
    rf"\bcalendar (?:file|entry|invite|event)\b|\bics\b|^\W*{POLITE}(?:add|put|export|save)\b[^?]*\b(?:to|in|into|for) "
    r"(?:my |the )?calendar\b",
    re.I,
)
DIGEST = re.compile(
    rf"^\W*{POLITE}(?:(?:show|give|send)(?: me)? (?:my|the) (?:weekly |daily )?digest(?: now| please| today)*|"
    r"(?:my )?digest now|how was my week)\W*$",
    re.I,
)
HEARD = re.compile(
    r"^\W*(?:i(?:'ve| have)? )?(?:just |finally )?(?:heard (?:back )?|got (?:an? )?(?:reply|answer|response) )"
    r"from\s+(?![^,.;:]*(?:\?|\byet\W*$))[^,.;:]{2,40}$|"
    r"^\W*(?:(?:i|i've|i have|yes|yep|yeah|ok|just|finally)\W+)*heard back(?: now| today| finally| already)?\W*$",
    re.I,
)
BACK = re.compile(
    r"^\W*i(?:'m| am) back(?: again| home| from (?:my |the )?(?:holidays?|vacation|leave|trip))?\W*$|"
    rf"^\W*{POLITE}(?:turn|switch|put) (?:them|it all|everything|(?:all )?(?:the |my )?(?:reminders|notifications|"
    rf"pings|messages))"
    r" (?:all )?(?:back )?on(?: again| now| please| pls)*\W*$|"
    r"^\W*(?:ok\W+)?(?:schalt\w* (?:sie|die erinnerungen) wieder (?:an|ein)|vuelve a activar(?:l[oa]s| los "
    r"recordatorios)|"
    r"(?:réactive|remets)(?:-les| les rappels))\W*$",
    re.I,
)
SENT = re.compile(
    r"^\W*(?:what|when) (?:do|will) you (?:send|push|notify|message|write)\b(?![^?]*\bnext\b)|"
    r"^\W*(?:(?:hi|hey|so|and|ok)\W+)*(?:(?:how|when|where) (?:do|will|can|would|does|am|are) (?:i|you|the "
    r"reminders?|reminders?|the "
    r"reminding|it)(?: going to)?(?: get| be| send| come| arrive)*(?: me)?(?: reminded| remind(?: me)?| "
    r"reminders?| notified| "
    r"work| come| arrive| sent)+(?: of (?:things|interviews)| about (?:things|interviews))?|how (?:the "
    r")?reminders? works?|"
    r"(?:do|will|can) you (?:send|give) (?:me )?(?:any )?reminders?|will i (?:get|be) (?:any )?(?:reminders?|reminded)|"
    r"which reminders (?:do|will) (?:i get|you send)|what (?:are the|is a) reminders?)\W*$|"
    r"^\W*how often (?:do|will) you (?:send|push|notify|message|write|remind)\b|"
    rf"^\W*{POLITE}(?:(?:show|list|see|change|edit|open)(?: me)? )?(?:my |the |your )?"
    r"(?:reminders?|notifications?|messages?) (?:settings?|preferences|options|schedule)\W*$",
    re.I,
)
# "Will you remind me about the interview?" asks what is set.
WILL_REMIND = re.compile(
    r"^\W*(?:will|do|are|did|would) you (?:going to )?(?:remind(?:ing)?|notify(?:ing)?|tell(?:ing)?|"
    r"warn(?:ing)?|set a reminder)(?: me)?"
    r"\s+(?:about|of|for|before|when)\b|"
    r"^\W*when (?:will|do|are) you (?:going to )?(?:next )?(?:writ|remind|messag|ping|text|nudg)\w*[^?]*\bnext\b",
    re.I,
)
NAMED = re.compile(
    r"\b(?:to|for|at|with|from|mute)\s+(?:the\s+)?(?P<name>(?!(?:it|this|that|my|me|us|him|her|them|"
    r"you)\b)[^,.;:?!]{2,60})",
    re.I,
)
# "Move the reminder about Acme to Tuesday": one that is there, at another time.
PUT_OFF = re.compile(
    rf"^\W*{POLITE}(?:move|shift|push|change|postpone|delay|reschedule|put)\b[^?]*?\breminder\b(?! settings?)[^?]*?"
    r"\b(?:to|till|until|by|for)\s+\S",
    re.I,
)
# "Only weekdays please", "no messages on Sundays": days of every week, which no setting knows.
DAYS = re.compile(
    rf"^\W*{POLITE}(?:(?:{NAGS}|send) (?:to )?(?:me )?)?only (?:on )?(?:the )?"
    r"(?:week ?days|(?:work|working|business) days)\b[^?,;]{0,40}$|"
    rf"^\W*{POLITE}(?:(?:i )?(?:don'?t|do not|never|stop|not?)\b[^?,;]{{0,20}}?)\b{NAGS}\b[^?,;]{{0,30}}?"
    r"\b(?:on|at|over|during)\s+(?:the\s+|my\s+)?(?:weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b",
    re.I,
)
NO_DAYS = (
    "I can't keep days of every week free. I can be quiet at hours of each day (“quiet from 8pm to 9am”), or hold "
    "everything until a day (“pause until Monday”)."
)
SNOOZE = re.compile(rf"^\W*{POLITE}snooze\b", re.I)
# "Text me less", "too many messages": what is sent is shown, with what makes it fewer.
LESS = re.compile(
    rf"^\W*(?:{POLITE})(?:(?:i(?:'m| am)? )?(?:get(?:ting)?|receiv\w+|you (?:send|write|text)|want|would like|"
    rf"need)\s+)?(?:me\s+)?"
    r"(?:(?:way |far |much )?too (?:many|much|often)|(?:a lot |a bit |much |way )?(?:fewer|less|not so (?:many|much|"
    r"often)))"
    r"\s*(?:(?:of )?(?:the |these |your )?(?:messages?|reminders?|notifications?|texts?|pings?|nudges?|"
    r"nagging))?\W*(?:please|pls)?\W*$|"
    rf"\b{NAGS}\s+(?:to\s+)?me\s+(?:a (?:bit|little|lot) |much |way |far )?(?:less|too (?:much|often)|less often|"
    rf"not so (?:much|often)|so (?:much|often))"
    r"\b(?!\s+(?:about|of|than))|"
    rf"\b(?:fewer|less|too many|so many) (?:messages|reminders|notifications|texts|pings|nudges)\b(?!\s+(?:about|for|"
    rf"than))",
    re.I,
)
FORMS = (
    ("aid.days", DAYS.match),
    ("remind.snooze", SNOOZE.match),
    ("aid.sent", LESS.search),
    ("remind.snooze", PUT_OFF.match),
    ("aid.draft", DRAFT.match),
    ("aid.unmute", UNMUTE.match),
    ("aid.mute", MUTE.match),
    ("aid.calendar", CALENDAR.search),
    ("aid.digest", DIGEST.match),
    ("aid.heard", HEARD.match),
    ("aid.back", BACK.match),
    ("aid.sent", SENT.match),
    ("aid.away", AWAY.match),
    ("aid.set", WILL_REMIND.match),
)


def draft(clause: Clause) -> list[Call]:
    """A message to an employer, of the kind that was said."""
    kind = "thank_you" if THANKS.search(clause.text) else "follow_up" if CHASES.search(clause.text) else None
    return [_call("draft", clause, kind=kind)]


def mute(clause: Clause, off: bool) -> list[Call]:
    """No reminders about one application, or again; words that name none mean all of them, which is a setting."""
    return [_call("mute", clause, off=off or None)]


def about_one(clause: Clause) -> str | None:
    """The intent of words that silence one known application, or end that; None where they name more than it."""
    for intent, pattern in (("aid.mute", STOP_ABOUT), ("aid.unmute", AGAIN_ABOUT)):
        match = pattern.match(clause.text)
        if match and (clause.slots.known or clause.refs):
            named = [m for m in clause.of("company") if m.start >= match.start("what")]
            spans = [clause.text[m.start : m.end] for m in named]
            rest = match["what"]
            for span in spans:
                rest = rest.replace(span, " ")
            if not re.search(r"\w", REST.sub(" ", rest) if spans else ONLY_IT.sub(" ", rest)):
                return intent
    return None


ONLY_IT = re.compile(r"\b(?:it|them|that one|this one|that|this|any ?more|again|please|pls|now)\b", re.I)


def calendar(clause: Clause) -> list[Call]:
    """The interviews ahead as a file: all of them where more than one is spoken of."""
    every = clause.has(r"\binterviews\b") and not clause.slots.known
    return [Call(name="calendar")] if every else [_call("calendar", clause)]


def heard(clause: Clause) -> list[Call]:
    """News whose kind was not said; beside the news itself it is no question."""
    return [_call("heard_back", clause)]


def set_for(clause: Clause) -> list[Call]:
    """What is set to come, for the company that is named or spoken of, else the one that has an interview ahead."""
    company = clause.of("company")[0].value if clause.slots.known else None
    if company is None and clause.has(r"\binterview|\bcall\b|\bit\b"):
        about = [*numbers(clause.briefing.focus.subject, "application")]
        ahead = {meeting.application for meeting in clause.briefing.ahead}
        found = [i for i in about if i in ahead] or list(ahead)
        company = f"#{found[0]}" if len(found) == 1 else None
    args = {"what": "reminders"} | ({"company": company} if company else {})
    return [Call(name="agenda", args=args)]


def _call(name: str, clause: Clause, **more: Any) -> Call:
    args = {"company": _company(clause), **more}
    return Call(name=name, args={key: value for key, value in args.items() if value is not None})


def _company(clause: Clause) -> str | None:
    """The one that is named or pointed at, else the one that the talk is about."""
    if clause.slots.known:
        return clause.of("company")[0].value
    named = NAMED.search(clause.text)
    if named:
        return named["name"]
    about = clause.refs or [*numbers(clause.briefing.focus.subject, "application")]
    return f"#{about[0]}" if about else None
