"""What a pasted mail or posting tells, as a question to the person; only a press of theirs changes anything."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from agent.offline.briefing import Briefing
from agent.offline.pasted import Paste
from storage.companies import company_key
from tools.asking import Form
from tools.result import Call
from tools.words import clipped

Short = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)]
News = Literal["received", "rejected", "interview", "offer", "assessment", "posting", "nothing"]
READS: dict[News, str] = {
    "received": "a confirmation",
    "rejected": "a rejection",
    "interview": "an invitation",
    "offer": "an offer",
    "assessment": "a test to do",
    "posting": "a posting",
    "nothing": "no news",
}


class Clipping(Form):
    """news: what it tells the applicant; company: the employer; title: the job; when: day and hour of an interview as
    written; line: the sentence of the text that says the news, word for word. Empty where the text does not say it."""

    news: News
    company: Short
    title: Short
    when: Short
    line: Annotated[str, StringConstraints(max_length=400)]


def question(clipping: Clipping, paste: Paste, briefing: Briefing) -> Call | None:
    """The question whether to take over what was read; None where the text itself does not bear it out."""
    company = _named(clipping.company, paste.body, briefing)
    if company is None or clipping.news == "nothing" or _plain(clipping.line) not in _plain(paste.body):
        return None
    told = f"That reads like {READS[clipping.news]} from {company}: “{clipped(clipping.line.strip(), 160)}”"
    guesses = [_guess(label, call) for label, call in _ways(clipping, company, paste, briefing)]
    said = {"said": clipped(paste.lead, 120), "guesses": guesses, "text": f"{told}\nShall I keep that?"}
    return Call(name="ask_back", args=said)


def _ways(clipping: Clipping, company: str, paste: Paste, briefing: Briefing) -> list[tuple[str, Call]]:
    """What the person may want done, the likeliest first."""
    have = any(known.company == company for known in briefing.applications)
    job: dict[str, Any] = {"company": company} | ({"title": clipping.title} if clipping.title else {})
    if not have:
        status = {"posting": "saved", "received": "applied"}.get(clipping.news, clipping.news)
        return [(f"Add {clipped(company, 30)} as {status}", Call(name="log", args={**job, "status": status}))]
    ways = [
        (
            f"Keep it as a note at {clipped(company, 30)}",
            Call(name="note", args={"text": paste.body, "company": company}),
        )
    ]
    if clipping.news == "interview" and clipping.when and clipping.when.casefold() in paste.body.casefold():
        meeting = Call(name="schedule", args={"company": company, "when": clipping.when})
        return [(f"Set the interview: {clipped(clipping.when, 40)}", meeting), *ways]
    if clipping.news in ("rejected", "interview", "offer", "assessment"):
        moved = Call(name="status", args={"company": company, "status": clipping.news})
        return [(f"Mark {clipped(company, 30)} as {clipping.news}", moved), *ways]
    return ways


def _named(company: str, body: str, briefing: Briefing) -> str | None:
    """The employer as the person has it, or as the text has it; None for a name that is in neither."""
    key = company_key(company)
    known = next((k.company for k in briefing.applications if key and company_key(k.company) == key), None)
    return known or (company if key and _plain(company) in _plain(body) else None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _guess(label: str, call: Call) -> dict[str, Any]:
    return {"label": label, "calls": [call.model_dump(mode="json")]}
