"""How a period, a group of applications or a source is going: asked of the whole, not of one figure."""

from __future__ import annotations

import re

from agent.offline.calls import figure_groups, periods
from agent.offline.clause import Clause

# "How is it going in transport", "how am I doing with nurse jobs".
GOING = re.compile(
    r"^\W*(?:so |and )?(?:how(?:'s|s| is| are| am)?|wie) (?:it|things|stuff|everything|i|läuft es) (?:all )?"
    r"(?:going|doing|looking|getting on)?\s*(?:in|with|on|for|at|im|bei)\b",
    re.I,
)
# "How is Indeed doing for me", "are referrals working".
DOING = re.compile(
    r"^\W*(?:so |and )?(?:how(?:'s|s| is| are| do| does| did| have| has)?|is|are|wie (?:läuft|laufen)|cómo (?:va|van)|"
    r"comment (?:va|vont|marchent?))(?: my| the)?(?: \S+){1,4}? ?(?:doing|going|perform\w*|work(?:s|ed|ing)?|do|done|"
    r"been|far(?:e|ing)|compare|pay(?:ing)? off)(?: for me| so far| lately)*\W*$",
    re.I,
)


def asked(clause: Clause) -> bool:
    """Whether the words ask how a period or a group is going."""
    if clause.slots.known:
        return False
    named = GOING.match(clause.text) or DOING.match(clause.text)
    return _period(clause) or (named is not None and figure_groups.only(clause) is not None)


def _period(clause: Clause) -> bool:
    """ "How's November going": a period is asked about as a whole."""
    m = periods.mention(clause)
    if m is None:
        return False
    lead = re.search(
        r"^\W*(?:so |and )?(?:how(?:'s|s|'d)?|hows)(?: (?:is|was|did|has|are))?(?: (?:my|the|this))?\W*$",
        clause.text[: m.start],
        re.I,
    )
    return (
        lead is not None
        and re.match(r"\W*(?:so far )?(?:go\w*|been|look\w*|doing|treat\w*|compare)?\W*", clause.text[m.end :], re.I)
        is not None
    )
