"""What a person confides - a password, the address with a code from Google - is told apart before anything is kept."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.offline import mail_phrases
from agent.offline.briefing import Briefing
from agent.offline.pipeline import understand
from agent.pending import says_no
from tools import mail_google
from tools.focus import Focus
from tools.result import Call

HIDDEN = "(not kept)"
OPEN_ROOM = (
    "Others can read along here, so I did not take that. Write it to me in our own chat, and change it if it was real."
)
# A password of more words is rather a message.
MOST_WORDS = 6
FEWEST_OF_NEWS = 3
# No address is longer than 254 characters; without that bound a row of @ would take seconds, on everybody's loop.
BESIDE = re.compile(
    r"(?P<lead>.*@\S{1,254}?)[\s,;:.]+(?:(?:and|with|using|und|mit|y|con|et|avec|the|my|das|dem|la|le|mi|mon|app|its)[\s-]+)*"
    r"(?:password|passwort|kennwort|passwd|pw|contraseña|clave|mot de passe)\b.*",
    re.IGNORECASE | re.DOTALL,
)
LET_BE = "All right, I connected nothing."
LEFT = frozenset(
    "no nope cancel stop later skip nothing nevermind abbrechen nein cancelar non annuler back help".split()
)


def secret_in(text: str, briefing: Briefing) -> str:
    """The part of a message that must not be kept: all of it, or nothing."""
    if mail_google.is_way_back(text):
        return text
    lines, words = len(text.strip().splitlines()), len(text.split())
    if not _awaited(briefing.focus) or text.startswith("/") or leaves(text, briefing.focus):
        return ""
    # An id and a secret may stand below each other.
    if lines > 1 and words > MOST_WORDS:
        return ""
    if mail_phrases.asked(text) is not None:
        return ""
    # "Applied to Aldi yesterday" is news, whatever was asked.
    return "" if words > MOST_WORDS or (words >= FEWEST_OF_NEWS and _is_news(text, briefing)) else text


def _is_news(text: str, briefing: Briefing) -> bool:
    """Whether words ask for something when they stand alone."""
    calls = understand(text, replace(briefing, focus=Focus())).calls
    return any(call.name != "ask_back" for call in calls)


def without_password(text: str) -> str:
    """ "Connect ana@x.example with the password …" without the password: it is asked for by itself."""
    found = BESIDE.fullmatch(text.strip())
    return found["lead"] if found is not None and mail_phrases.asked(found["lead"]) is not None else text


def leaves(text: str, focus: Focus) -> bool:
    """Whether somebody who was asked for a password would rather not."""
    words = text.casefold().split()
    if not words or not _awaited(focus):
        return False
    return words[0].strip(".,!") in LEFT or ("".join(words).isalpha() and says_no(text))


def _awaited(focus: Focus) -> bool:
    return focus.wanted is not None and focus.wanted.secret


def call(secret: str, focus: Focus) -> Call:
    """The call that takes it: the one that asked for it, where it is a password."""
    if mail_google.is_way_back(secret) or focus.wanted is None:
        return Call(name="google_code")
    return focus.wanted.call
