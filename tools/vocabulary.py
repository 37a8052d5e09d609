"""The closed lists a person may name in an argument, with their plain English variants."""

from __future__ import annotations

from storage.status import Status


def _table(canonical: dict[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, variants in canonical.items():
        for variant in (name, name.replace("_", " "), *variants.split(",")):
            table[variant.strip()] = name
    table.pop("", None)
    return table


STATUSES = _table(
    {
        Status.SAVED: "wishlist,bookmarked,interested,to apply",
        Status.APPLIED: "sent,submitted,application sent",
        Status.SCREENING: "screen,phone screen,recruiter screen,in review",
        Status.ASSESSMENT: "test,take-home,take home,coding test,assessment centre,assessment center",
        Status.INTERVIEW: "interviewing,interviews",
        Status.OFFER: "offered,got an offer",
        Status.ACCEPTED: "hired,got the job,signed",
        Status.REJECTED: "rejection,turned down,no",
        Status.WITHDRAWN: "withdrew,pulled out,withdraw",
        Status.DECLINED: "declined offer,said no",
        Status.GHOSTED: "no answer,no reply,no response",
    }
)
WORK_MODES = _table(
    {
        "remote": "fully remote,work from home,wfh,home office,from home",
        "hybrid": "partly remote,part remote",
        "onsite": "on-site,on site,in person,in the office,office",
    }
)
EMPLOYMENT_TYPES = _table(
    {
        "full_time": "full-time,ft,fulltime",
        "part_time": "part-time,pt,parttime",
        "contract": "contractor,freelance",
        "internship": "intern,placement",
        "temporary": "temp,seasonal,fixed term,fixed-term",
    }
)
INTERVIEW_KINDS = _table(
    {
        "phone": "call,phone screen,phone call,telephone",
        "video": "zoom,teams,google meet,video call,skype",
        "onsite": "on-site,on site,in person,face to face",
        "technical": "coding,tech",
        "behavioral": "behavioural,competency,culture fit",
        "panel": "board",
        "other": "interview",
    }
)
