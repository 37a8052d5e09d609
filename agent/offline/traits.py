"""What a job is and is not, in words that are no field ("FedEx is local, not otr"): its title mended, or a note."""

from __future__ import annotations

import re

from agent.offline import references, roles, verbatim
from agent.offline.clause import Clause
from agent.offline.statuswords import status_in
from tools.result import Call

IS_NOT = re.compile(
    r"^(?:'s)?(?:\s+(?:job|one|role|position|work))?\s*(?:'s|\bis\b|\bwas\b|\bits\b|\bit's\b)\s+(?:an?\s+|"
    r"only\s+)?(?P<new>[\w/-]+(?: [\w/-]+)?),?"
    r"\s+(?:and\s+)?not\s+(?:an?\s+)?(?P<old>[\w/-]+(?: [\w/-]+)?)[\s.!]*$",
    re.I,
)


def calls(clause: Clause) -> list[Call]:
    """The call that keeps such words; empty for all others."""
    if len(clause.mentions) != 1 or clause.mentions[0].kind != "company" or status_in(clause.text) or clause.asks:
        return []
    mention = clause.mentions[0]
    match = IS_NOT.match(clause.text[mention.end :])
    if not match or len(clause.text[: mention.start].split()) > 1 or roles.score(match["new"]) >= roles.TITLE:
        return []
    there = [k for k in clause.briefing.applications if k.company == mention.value]
    wrong = re.compile(rf"\b{re.escape(match['old'])}\b", re.I)
    titled = [k for k in there if k.title and wrong.search(k.title)]
    if len(titled) == 1:
        title = wrong.sub(match["new"], str(titled[0].title))
        return [Call(name="update", args={"company": f"#{titled[0].id}", "new_title": title})]
    about = references.subject(clause.briefing) if len(there) > 1 else ()
    company = f"#{about[0]}" if about and about[0] in {k.id for k in there} else mention.value
    text = verbatim.restored(f"{match['new']}, not {match['old']}", clause.text)
    return [Call(name="note", args={"company": company, "text": text})]
