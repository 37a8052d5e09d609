"""Platforms of the tests' own: the answers of each beside Greenhouse, in the real shape, with invented values."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from storage.status import Status
from tests.ats.greenhouse_at import SECRET, Greenhouse
from tests.ats.replay import Answer, Answers, Asked
from tools.ats.contract import Key

EMAIL = "ana@example.com"
REFUSED = Answer({"message": "Unauthorized"}, 401)


def basic(user: str, password: str = "") -> str:
    """The head that a platform expects."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def held(pages: dict[str, Any], head: tuple[str, str], page: Callable[[Asked], Any] | None = None) -> Answers:
    """A platform that answers by path, to whoever has the key."""

    def answers(asked: Asked) -> Answer:
        if asked.headers.get(head[0]) != head[1]:
            return REFUSED
        found = page(asked) if page else None
        found = pages.get(asked.path) if found is None else found
        return Answer({"message": "not found"}, 404) if found is None else Answer(found)

    return answers


def lever() -> Answers:
    """Two pages of opportunities, the second with one that was archived."""
    first = {
        "id": "opp-1", "name": "Ana", "emails": [EMAIL], "stage": {"id": "st-hm", "text": "HM Screen"},
        "archived": None, "applications": [{"id": "app-1", "posting": "post-1"}], "updatedAt": 1795000000000,
        "stageChanges": [{"toStageId": "st-hm", "toStageIndex": 2, "updatedAt": 1794900000000}],
    }  # fmt: skip
    second = {
        **first, "id": "opp-2", "archived": {"reason": "r-1", "archivedAt": 1794950000000},
        "applications": [{"id": "app-2", "posting": "post-2"}],
    }  # fmt: skip
    other = {**first, "id": "opp-3", "emails": ["ben@example.com"]}
    pages = {
        "/v1/disposition_stages": {"data": {"stages": [{"id": "st-hm", "text": "HM Screen", "pipeline": "onsite"}]}},
        "/v1/archive_reasons": {"data": [{"id": "r-1", "text": "Position closed", "type": "non-hired"}]},
        "/v1/postings/post-1": {"data": {"id": "post-1", "text": "Baker"}},
        "/v1/postings/post-2": {"data": {"id": "post-2", "text": "Driver"}},
    }

    def listed(asked: Asked) -> Any:
        if asked.path != "/v1/opportunities":
            return None
        if asked.query.get("offset") == "page-2":
            return {"data": [second], "hasNext": False}
        return {"data": [first, other], "hasNext": True, "next": "page-2"}

    return held(pages, ("authorization", basic("lever-key")), listed)


def smartrecruiters() -> Answers:
    """A candidate with two jobs on the second page, and somebody else whom the search found too."""
    stranger = {
        "id": "c-9",
        "email": "banana@example.com",
        "primaryAssignment": {"job": {"id": "j-9"}, "status": "NEW"},
    }
    ana = {
        "id": "c-1", "email": EMAIL, "updatedOn": "2026-11-16T10:00:00.000Z",
        "primaryAssignment": {"job": {"id": "j-1", "title": "Nurse"}, "status": "INTERVIEW", "subStatus": "Panel"},
        "secondaryAssignments": [{"job": {"id": "j-2", "title": "Midwife"}, "status": "REJECTED"}],
    }  # fmt: skip
    pages = {
        "/candidates/c-1/jobs/j-1": {"applicationId": "a-1", "status": "INTERVIEW", "subStatus": "Panel"},
        "/candidates/c-1/jobs/j-1/status/history": {
            "content": [{"changedOn": "2026-11-15T09:00:00.000Z", "status": "INTERVIEW", "subStatus": "Panel"}]
        },
        "/candidates/c-1/jobs/j-2": {"applicationId": "a-2", "status": "REJECTED", "reasonOfRejection": "No visa"},
        "/candidates/c-1/jobs/j-2/status/history": {
            "content": [{"changedOn": "2026-11-14T09:00:00.000Z", "status": "REJECTED"}]
        },
    }

    def listed(asked: Asked) -> Any:
        if asked.path != "/candidates":
            return None
        return {"content": [ana]} if asked.query.get("pageId") == "p2" else {"content": [stranger], "nextPageId": "p2"}

    return held(pages, ("x-smarttoken", "smart-key"), listed)


def bamboohr() -> Answers:
    """One that runs, on the second page, and one that has ended."""
    applicant = {"id": 118, "firstName": "Ana", "email": EMAIL}
    runs = {"id": 61, "appliedDate": "2026-11-02T09:00:00+00:00", "status": {"id": 5, "label": "Schedule Interview"},
            "applicant": applicant, "job": {"id": 22, "title": {"id": None, "label": "Accountant"}}}  # fmt: skip
    ended = {
        **runs,
        "id": 62,
        "job": {"id": 23, "title": {"id": 4, "label": "Clerk"}},
        "status": {"id": 12, "label": "Not a fit"},
    }
    base = "/api/v1/applicant_tracking/applications"
    since = {61: "2026-11-15T09:00:00+00:00", 62: "2026-11-14T09:00:00+00:00"}
    details = {f"{base}/{number}": one for number, one in ((61, dict(runs)), (62, dict(ended)))}
    for number, at in since.items():
        details[f"{base}/{number}"]["status"] = {"id": 5 if number == 61 else 12, "dateChanged": at}

    def listed(asked: Asked) -> Any:
        if asked.path != base:
            return None
        there = {"ALL_ACTIVE": [runs], "INACTIVE": [ended]}.get(asked.query["applicationStatus"], [])
        if there == [runs] and asked.query["page"] == "1":
            following = f"https://acme.bamboohr.com{base}?applicationStatus=ALL_ACTIVE&page=2"
            return {"paginationComplete": False, "nextPageUrl": following, "applications": []}
        return {"paginationComplete": True, "nextPageUrl": None, "applications": there}

    return held(details, ("authorization", basic("bamboo-key", "x")), listed)


REPORT = "/ccx/service/customreport2/acme/owner/applications"


def workday() -> Answers:
    """A report of all candidates."""
    row = {"Candidate_Email": EMAIL, "Job_Requisition_ID": "R-100", "Job_Title": "Welder", "Stage": "Interview",
           "Status_Timestamp": "2026-11-15T01:00:00.000-08:00", "Application_Date": "2026-11-02"}  # fmt: skip
    ended = {**row, "Job_Requisition_ID": "R-101", "Job_Title": "Fitter", "Disposition": "Candidate withdrew"}
    pages = {REPORT: {"Report_Entry": [row, ended, {**row, "Candidate_Email": "ben@example.com"}]}}
    return held(pages, ("authorization", basic("isu", "isu-password")))


def ashby() -> Answers:
    """A candidate with two applications; a refusal comes as an answer like any other."""
    person = {"id": "cand-1", "primaryEmailAddress": {"value": EMAIL}, "applicationIds": ["ap-1", "ap-2"]}
    usual = {"id": "ap-1", "createdAt": "2026-11-02T09:00:00.000Z", "updatedAt": "2026-11-16T10:00:00.000Z",
             "status": "Active", "currentInterviewStage": {"title": "Take-home", "type": "Active"},
             "job": {"id": "job-1", "title": "Tester"}, "archiveReason": None, "archivedAt": None,
             "applicationHistory": [{"title": "Take-home", "enteredStageAt": "2026-11-15T09:00:00.000Z"}]}  # fmt: skip
    gone = {**usual, "id": "ap-2", "job": {"id": "job-2", "title": "Editor"}, "status": "Archived",
            "archivedAt": "2026-11-14T09:00:00.000Z",
            "archiveReason": {"text": "Took another job", "reasonType": "RejectedByCandidate"}}  # fmt: skip

    def answers(asked: Asked) -> Answer:
        if asked.headers.get("authorization") != basic("ashby-key"):
            return Answer({"success": False, "errors": ["invalid_api_key"]})
        if asked.path == "/candidate.search":
            return Answer({"success": True, "results": [person] if asked.value == {"email": EMAIL} else []})
        one = {"ap-1": usual, "ap-2": gone}.get(asked.value.get("applicationId"))
        return Answer({"success": one is not None, "results": one, "errors": ["application_not_found"]})

    return answers


def workable() -> Answers:
    """Two pages of candidates; the list leaves out who withdrew."""
    one = {"id": "w-1", "email": EMAIL, "job": {"shortcode": "AB12", "title": "Waiter"}, "stage": "Phone Screen",
           "stage_kind": "phone-screen", "disqualified": False, "updated_at": "2026-11-15T09:00:00Z"}  # fmt: skip
    gone = {**one, "id": "w-2", "job": {"shortcode": "AB13", "title": "Barkeeper"}, "disqualified": True}
    more = {"withdrew": True, "disqualified_at": "2026-11-14T09:00:00Z", "disqualification_reason": "other"}
    pages = {"/spi/v3/candidates/w-1": {"candidate": {**one, "withdrew": False}},
             "/spi/v3/candidates/w-2": {"candidate": {**gone, **more}}}  # fmt: skip

    def listed(asked: Asked) -> Any:
        if asked.path != "/spi/v3/candidates":
            return None
        following = {"next": "https://acme.workable.com/spi/v3/candidates?since_id=w-1"}
        second = asked.query.get("since_id") == "w-1"
        return {"candidates": [gone] if second else [one], "paging": {} if second else following}

    return held(pages, ("authorization", "Bearer workable-token"), listed)


@dataclass(frozen=True)
class System:
    """A platform: its answers, a key that it takes, the path of its list, and what it says of Ana: title, status."""

    answers: Callable[[], Answers]
    key: Key
    path: str
    says: dict[str, Status | None] = field(default_factory=dict)


def _key(platform: str, *words: str, account: str = "") -> Key:
    return Key(platform, "Acme", account, words)


SYSTEMS = {
    "greenhouse": System(Greenhouse, _key("greenhouse", *SECRET.split()), "/v3/applications",
                         {"Line Cook": Status.INTERVIEW}),
    "lever": System(lever, _key("lever", "lever-key"), "/v1/opportunities",
                    {"Baker": Status.INTERVIEW, "Driver": Status.REJECTED}),
    "smartrecruiters": System(smartrecruiters, _key("smartrecruiters", "smart-key"), "/candidates",
                              {"Nurse": Status.INTERVIEW, "Midwife": Status.REJECTED}),
    "bamboohr": System(bamboohr, _key("bamboohr", "bamboo-key", account="acme"), "/applications",
                       {"Accountant": Status.INTERVIEW, "Clerk": Status.REJECTED}),
    "workday": System(workday, _key("workday", "isu", "isu-password", account=f"https://wd5.myworkday.com{REPORT}"),
                      REPORT, {"Welder": Status.INTERVIEW, "Fitter": Status.WITHDRAWN}),
    "ashby": System(ashby, _key("ashby", "ashby-key"), "/candidate.search",
                    {"Tester": Status.ASSESSMENT, "Editor": Status.WITHDRAWN}),
    "workable": System(workable, _key("workable", "workable-token", account="acme"), "/candidates",
                       {"Waiter": Status.SCREENING, "Barkeeper": Status.WITHDRAWN}),
}  # fmt: skip
