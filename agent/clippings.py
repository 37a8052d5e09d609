"""What a pasted posting tells, as a question to the person; only a press of theirs changes anything."""

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


class Clipping(Form):
    """news: posting where the text offers a job, else nothing; company: the employer; title: the job; line: the
    sentence of the text that names the job, word for word. Empty where the text does not say it."""

    news: Literal["posting", "nothing"]
    company: Short
    title: Short
    line: Annotated[str, StringConstraints(max_length=400)]


def question(clipping: Clipping, paste: Paste, briefing: Briefing) -> Call | None:
    """The question whether to take over what was read; None where the text itself does not bear it out."""
    company = _named(clipping.company, paste.body, briefing)
    if company is None or clipping.news == "nothing" or _plain(clipping.line) not in _plain(paste.body):
        return None
    told = f"That reads like a posting of {company}: “{clipped(clipping.line.strip(), 160)}”"
    job: dict[str, Any] = {"company": company} | ({"title": clipping.title} if clipping.title else {})
    save = Call(name="log", args={**job, "status": "saved"})
    keep = Call(name="note", args={"text": paste.body, "company": company})
    have = any(known.company == company for known in briefing.applications)
    ways = [(f"Keep it as a note at {clipped(company, 30)}", keep)] if have else []
    guesses = [_guess(label, call) for label, call in [(f"Add {clipped(company, 30)} as saved", save), *ways]]
    said = {"said": clipped(paste.lead, 120), "guesses": guesses, "text": f"{told}\nShall I keep that?"}
    return Call(name="ask_back", args=said)


def _named(company: str, body: str, briefing: Briefing) -> str | None:
    """The employer as the person has it, or as the text has it; None for a name that is in neither."""
    key = company_key(company)
    known = next((k.company for k in briefing.applications if key and company_key(k.company) == key), None)
    return known or (company if key and _plain(company) in _plain(body) else None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _guess(label: str, call: Call) -> dict[str, Any]:
    return {"label": label, "calls": [call.model_dump(mode="json")]}
