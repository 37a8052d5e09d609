"""SmartRecruiters: the jobs that an address was assigned to, opened with an API key of the employer's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import Asking, get, inner, is_of, iso, moment, objects, read, required, text
from tools.ats.contract import Fetched, Key, NoRight, Platform, Reading, RemoteApplication, Stand, Unreadable

NAME = "smartrecruiters"
BASE = "https://api.smartrecruiters.com"
MOST_PAGES = 10
MOST_JOBS = 40
Head = tuple[str, str]
# Both of the platform's lists of words: that of its candidates and that of its applications.
STATUSES = {
    "LEAD": Status.SAVED, "NEW": Status.APPLIED, "IN_REVIEW": Status.SCREENING, "INTERVIEW": Status.INTERVIEW,
    "OFFERED": Status.OFFER, "OFFER": Status.OFFER, "HIRED": Status.ACCEPTED, "HIRE": Status.ACCEPTED,
    "REJECTED": Status.REJECTED, "WITHDRAWN": Status.WITHDRAWN,
}  # fmt: skip


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address, those that changed since an instant. Raises the troubles of the contract."""
    head = ("X-SmartToken", key.words[0])
    people = yield from _people(head, email, since)
    told: list[RemoteApplication] = []
    for person in people:
        for assigned in _assignments(person):
            if len(told) >= MOST_JOBS:
                break
            told.append((yield from _told(head, key, person, assigned)))
    return told


def _people(head: Head, email: str, since: datetime | None) -> Asking:
    """The candidates of an address; the search is by words, so that each is looked at."""
    found: list[dict[str, Any]] = []
    page: str | None = None
    after = iso(since).replace("Z", ".000+0000") if since else None  # type: ignore[union-attr]
    for _ in range(MOST_PAGES):
        answer: Fetched = yield get(NAME, f"{BASE}/candidates", head, q=email, limit=100, pageId=page,
                                    updatedAfter=after)  # fmt: skip
        value = read(answer)
        found += [one for one in objects(value, "content") if is_of(one, email)]
        page = text(value, "nextPageId")
        if not page:
            break
    return found


def _assignments(person: dict[str, Any]) -> list[dict[str, Any]]:
    """The jobs of a candidate, the current one first."""
    others = person.get("secondaryAssignments")
    found = [person.get("primaryAssignment"), *(others if isinstance(others, list) else [])]
    return [one for one in found if isinstance(one, dict) and text(one, "job", "id")]


def _told(head: Head, key: Key, person: dict[str, Any], assigned: dict[str, Any]) -> Asking:
    number, job = required(person, "id"), required(assigned, "job", "id")
    one = yield from _allowed(head, f"candidates/{number}/jobs/{job}")
    history = yield from _allowed(head, f"candidates/{number}/jobs/{job}/status/history")
    status = text(one, "status") or required(assigned, "status")
    step = text(one, "subStatus") or text(assigned, "subStatus")
    reason = text(one, "reasonOfRejection", "label") or text(one, "reasonOfRejection")
    reason = reason or text(one, "reasonOfWithdrawal", "label") or text(one, "reasonOfWithdrawal")
    return RemoteApplication(
        external_id=text(one, "applicationId") or f"{number}/{job}",
        company=key.company,
        title=text(assigned, "job", "title") or None,
        raw_status=status,
        raw_stage=step,
        raw_reason=reason,
        stand=_stand(status, step),
        changed_at=_since(history, status, step),
        updated_at=moment(person.get("updatedOn")),
    )


def _allowed(head: Head, path: str) -> Asking:
    """What a key need not be allowed to see: nothing then."""
    answer: Fetched = yield get(NAME, f"{BASE}/{path}", head)
    try:
        return read(answer)
    except (NoRight, Unreadable):
        return None


def _since(history: Any, status: str, step: str) -> datetime | None:
    """When it came to where it stands now."""
    listed = inner(history, "content")
    found = [moment(one.get("changedOn")) for one in listed if _is(one, status, step)] if _rows(listed) else []
    return max((at for at in found if at is not None), default=None)


def _rows(listed: Any) -> bool:
    return isinstance(listed, list) and all(isinstance(one, dict) for one in listed)


def _is(one: dict[str, Any], status: str, step: str) -> bool:
    return text(one, "status") == status and text(one, "subStatus") in ("", step)


def _stand(status: str, step: str) -> Stand:
    """The status, and in a review or an interview the words of the step where they say more."""
    known = STATUSES.get(status.upper())
    if known is None:
        return Stand()
    if known is Status.SCREENING and step:
        said = stages.of_words(step)
        return said if said.status in (Status.ASSESSMENT, Status.INTERVIEW, Status.SCREENING) else Stand(known, True)
    return Stand(known, sure=True)


PLATFORM = Platform(NAME, "SmartRecruiters", list_applications, "its API key")
