"""What stands by itself before a message is read: what the program had just asked for, a sheet, a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.offline import linked, mail_phrases, own_name, sheet_phrases, staying
from agent.offline.briefing import Briefing
from tools.result import Call

FEWEST_OF_NEWS = 3
Alone = Callable[[str], Sequence[Call]]


def calls(said: str, briefing: Briefing, alone: Alone) -> Sequence[Call] | str | None:
    """The calls, or words to answer with; None for any other message. `alone` reads words as if nothing was asked."""
    apart = staying.wish(said)
    if apart is not None:
        return [Call(name="settings", args={"offline": apart})]
    connects = connecting(said, briefing, alone)
    if connects is not None:
        return [connects]
    named = own_name.calls(said, briefing, alone)
    return named if named is not None else linked.calls(said, briefing)


def connecting(said: str, briefing: Briefing, alone: Alone) -> Call | None:
    """The call of a message about one's mailbox, sheet or system for applicants, or of what one of these asked for."""
    told = _told_of_system(said, briefing, alone) or sheet_phrases.asked(said)
    if told is not None or len(said) > mail_phrases.LONGEST:
        return told
    return mail_phrases.asked(said) or mail_phrases.answered(said, briefing.focus.wanted)


def _told_of_system(said: str, briefing: Briefing, alone: Alone) -> Call | None:
    """The answer to what was asked for the connection of a system for applicants; news are none."""
    call = mail_phrases.told_of_system(said, briefing.focus.wanted)
    short = call is None or len(said.split()) < FEWEST_OF_NEWS
    return call if short or all(one.name == "ask_back" for one in alone(said)) else None
