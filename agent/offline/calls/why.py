"""Questions for the reason of what is kept ("why?", "which mail was that?", "why is Stripe rejected?")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.briefing import Briefing
from agent.offline.entities import Mention
from storage.status import Status
from tools.focus import numbers
from tools.result import Call

ALONE = re.compile(
    r"\W*(?:but |and |so |ok,? |hm+,? )?(?:why(?: (?:is|was) (?:that|it))?|how come|how do you know(?: that| this)?|"
    r"why do you (?:think|say) (?:so|that)|says who|who (?:says|said|told you)(?: so| that)?|"
    r"where (?:did|do) you (?:get|have) (?:that|this)(?: from)?|"
    r"(?:which|what) (?:e-?)?mail(?: (?:was|is|says) (?:it|that|this))?|"
    r"(?:show|open)(?: me)? (?:the|that|this) (?:e-?)?mail|what does (?:the|that) (?:e-?)?mail say|"
    r"warum|wieso|weshalb|welche mail(?: war das)?|pourquoi|quel mail|por qu[eé]|qué correo)\W*",
    re.I,
)  # fmt: skip
OF_ONE = re.compile(
    rf"\W*(?:why|how come|warum|wieso|pourquoi|por qu[eé])\b.*"
    rf"\b(?:{'|'.join(Status)}|over|turned down|marked|status|there)\b.*|"
    r"\W*(?:show|open)(?: me)? (?:the|that) (?:e-?)?mail (?:of|from|by)\b.*|\W*(?:which|what) (?:e-?)?mail\b.*",
    re.I,
)  # fmt: skip


def calls(words: str, mentions: Sequence[Mention], briefing: Briefing) -> tuple[Call, ...]:
    """The call that shows the reason, for what is named or was spoken of last; none for other words."""
    named = list(dict.fromkeys(m.value for m in mentions if m.kind == "company"))
    if len(named) == 1 and OF_ONE.fullmatch(words):
        return (Call(name="why", args={"company": named[0]}),)
    if not ALONE.fullmatch(words):
        return ()
    subject = briefing.focus.subject
    findings, about = numbers(subject, "finding"), numbers(subject, "application")
    if len(findings) == 1:
        return (Call(name="why", args={"finding": findings[0]}),)
    return (Call(name="why", args={"company": f"#{about[0]}"} if len(about) == 1 else {}),)
