"""Which figures there are, by the words people use, and how each of them is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from storage import groups
from tools import when
from tools.fields import past_range

Name = Literal[
    "all", "submitted", "response_rate", "conversion_rate", "offer_rate", "ghosted_rate", "rejection_rate",
    "time_to_response", "screenings", "interviews", "offers", "waiting", "by_status", "stages", "weekly", "pay",
    "insight", "chances",
]  # fmt: skip
NAMES: tuple[str, ...] = get_args(Name)
ALIASES = {
    "conversion": "conversion_rate", "response": "response_rate", "answers": "response_rate", "ghosted": "ghosted_rate",
    "rejected": "rejection_rate", "rejections": "rejection_rate", "funnel": "by_status", "status": "by_status",
    "median": "time_to_response", "wait": "time_to_response",
    "salary": "pay", "weeks": "weekly", "goal": "weekly", "streak": "weekly",
    "chance": "chances", "insights": "insight", "sent": "submitted", "applied": "submitted",
}  # fmt: skip
# How each figure is counted, for whoever asks; docs/figures.md says the same at more length.
MEANING = {
    "all": "The overview counts the applications with a day of application in the period, and what became of them.",
    "submitted": "Submitted: applications whose day of application lies in the period. Saved ones do not count.",
    "response_rate": (
        "Response rate: of those submitted, how many were ever answered by a person or a decision: they reached "
        "screening, assessment, interview or offer, or were rejected. An automatic “we got it” is no answer."
    ),
    "conversion_rate": (
        "Conversion rate: of those submitted, how many ever reached screening or a later stage. One that was rejected "
        "later keeps what it had reached."
    ),
    "offer_rate": "Offer rate: of those submitted, how many ever reached an offer.",
    "ghosted_rate": (
        "Ghosted rate: of those submitted, how many you marked as ghosted, or that stand at applied with nothing "
        "heard and nothing done for 30 days or more."
    ),
    "rejection_rate": "Rejected: of those submitted, how many stand at rejected now.",
    "time_to_response": (
        "Time to response: the days from the day of application to the first answer. Half came sooner than the median, "
        "nine in ten sooner than the 90th percentile. Those that still wait are not in it, so it looks a little short."
    ),
    "screenings": "Screening: of those submitted, how many ever reached screening or a later stage.",
    "interviews": "Interviews: of those submitted, how many ever reached an interview or a later stage.",
    "offers": "Offers: of those submitted, how many ever reached an offer.",
    "waiting": "Waiting: those submitted that still stand at applied and have had no answer.",
    "by_status": "The funnel: of those submitted, how many ever reached each stage, and where they stand now.",
    "stages": "Stage to stage: the days between one change of status and the next, as they stand in the history.",
    "weekly": "By week: submitted applications from Monday to Sunday. A streak is weeks in a row that met your goal.",
    "pay": "Pay: of those submitted that have it noted: lowest, median and average of the middles, and highest.",
    "insight": (
        "What stands out: only differences that chance hardly explains: ten or more on each side, and an interval of "
        "the difference (made of Wilson's) without zero in it, at 95 % over all that was compared together."
    ),
    "chances": (
        "An estimate: what became of your own applications that had come as far, mixed with published averages that "
        "weigh as much as ten applications. It is a range, and it knows nothing of you or the job."
    ),
}
# Which applications are behind a figure, as storage/behind.py names them.
BEHIND = {
    "submitted": "submitted", "response_rate": "answered", "conversion_rate": "reached_screening",
    "offer_rate": "reached_offer", "ghosted_rate": "ghosted", "rejection_rate": "rejected",
    "time_to_response": "answered", "screenings": "reached_screening", "interviews": "reached_interview",
    "offers": "reached_offer", "waiting": "waiting", "all": "submitted", "by_status": "submitted",
}  # fmt: skip
SUBMITTED_WORDS = {
    "submitted": "submitted", "answered": "answered", "waiting": "still waiting for an answer",
    "ghosted": "ghosted, or silent for 30 days", "rejected": "rejected",
    "reached_screening": "that reached screening or more", "reached_interview": "that reached an interview",
    "reached_offer": "that reached an offer",
}  # fmt: skip


def read_name(value: Any) -> str:
    """A figure by its name or another word for it; raise ValueError."""
    said = re.sub(r"[\s-]+", "_", str(value).strip().casefold())
    found = said if said in NAMES else ALIASES.get(said)
    if found is None:
        raise ValueError(f"“{str(value)[:40]}” is no figure I know; there are {', '.join(NAMES)}.")
    return found


@dataclass(frozen=True, slots=True)
class Over:
    """A figure and its days, said in one: "response rate last month"."""

    figure: str
    period: when.DateRange
    words: str


def _over(said: str, info: ValidationInfo) -> Over | None:
    """A figure that stands before days, where the words are that."""
    words = said.replace("_", " ").replace(",", " ").split()
    for size in range(len(words) - 1, 0, -1):
        try:
            rest = " ".join(words[size:])
            return Over(read_name("_".join(words[:size])), past_range(rest, info), rest)
        except (ValueError, when.Unclear):
            continue
    return None


def _name_or_period(value: Any, info: ValidationInfo) -> Any:
    """A figure; or days, so that "/stats last month" works; or a group, so that "/stats by source" does."""
    if isinstance(value, when.DateRange | Over):
        return value
    grouped = re.fullmatch(r"by[_\s]+(\w[\w ]*)", str(value).strip().casefold())
    if grouped and (facet := FACETS.get(grouped[1].replace(" ", "_"))):
        return f"by_{facet}"
    try:
        return read_name(value)
    except ValueError:
        try:
            return past_range(re.sub(r"(?<=\w)_(?=\w)", " ", str(value)), info)
        except when.Unclear:
            over = _over(str(value), info)
        if over is not None:
            return over
        raise


FACETS = {
    "source": "source", "site": "source", "channel": "source", "company": "company", "employer": "company",
    "industry": "industry", "sector": "industry", "role": "role", "title": "role", "job": "role",
    "work_mode": "work_mode",
    "mode": "work_mode", "location": "location", "place": "location", "city": "location",
}  # fmt: skip


def _facet(value: Any) -> str:
    said = re.sub(r"[\s-]+", "_", str(value).strip().casefold())
    if said not in FACETS:
        raise ValueError(f"I can tell groups apart by {', '.join(dict.fromkeys(FACETS.values()))}.")
    return FACETS[said]


Facet = Annotated[groups.Facet, BeforeValidator(_facet), WithJsonSchema({"type": "string"})]
Figure = Annotated[Name, BeforeValidator(read_name), WithJsonSchema({"type": "string"})]
# What a model is told of, in short words; the other figures are what these come to.
TOLD = (
    "all", "sent", "response", "conversion", "offers", "ghosted", "rejected", "wait", "interviews", "funnel", "stages",
    "weekly", "pay", "insight", "chances",
)  # fmt: skip
FigureOrPeriod = Annotated[
    Any, BeforeValidator(_name_or_period), WithJsonSchema({"type": "string", "enum": list(TOLD)})
]
