"""BambooHR: applications that its search finds for an address, opened with an API key of somebody who may hire."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import Asking, basic, get, inner, is_of, moment, objects, read, required, same_place, text
from tools.ats.contract import Fetched, Get, Key, NoRight, Platform, Reading, RemoteApplication, Stand, Unreadable

NAME = "bamboohr"
MOST_PAGES = 5
MOST_JOBS = 40
Head = tuple[str, str]
# The groups of the platform's own statuses; which group a status is in says more than its name.
GROUPS = ("HIRED", "INACTIVE", "ALL_ACTIVE")


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address; it cannot be asked for changes alone. Raises the troubles of the contract."""
    head = basic(key.words[0], "x")
    base = f"https://{key.account}.bamboohr.com/api/v1/applicant_tracking/applications"
    told: list[RemoteApplication] = []
    for group in GROUPS:
        for one in (yield from _all(head, base, group, email)):
            if len(told) < MOST_JOBS and is_of(one.get("applicant"), email):
                told.append((yield from _told(head, key, base, group, one)))
    return [one for one in told if since is None or one.changed_at is None or one.changed_at >= since]


def _all(head: Head, base: str, group: str, email: str) -> Asking:
    """What a group holds of an address, page by page; the last one names no next."""
    found: list[dict[str, Any]] = []
    question = get(NAME, base, head, applicationStatus=group, searchString=email, page=1)
    for _ in range(MOST_PAGES):
        answer: Fetched = yield question
        value = read(answer)
        found += objects(value, "applications")
        following = inner(value, "nextPageUrl")
        if following is None:
            break
        question = Get(same_place(following, question), NAME, headers=(head,))
    return found


def _told(head: Head, key: Key, base: str, group: str, one: dict[str, Any]) -> Asking:
    number, label = required(one, "id"), required(one, "status", "label")
    answer: Fetched = yield get(NAME, f"{base}/{number}", head)
    try:
        more = read(answer)
    except (NoRight, Unreadable):
        more = None
    same = text(more, "status", "id") == text(one, "status", "id")
    return RemoteApplication(
        external_id=number,
        company=key.company,
        title=text(one, "job", "title", "label") or text(one, "job", "title") or None,
        raw_status=group,
        raw_stage=label,
        stand=_stand(group, label),
        changed_at=moment(inner(more, "status", "dateChanged")) if same else None,
        updated_at=moment(one.get("appliedDate")),
    )


def _stand(group: str, label: str) -> Stand:
    if group == "HIRED":
        return Stand(Status.ACCEPTED, sure=True)
    return stages.ended(label) if group == "INACTIVE" else stages.of_words(label)


def account(said: str) -> str:
    """The company's part of the address, from it or from all of the address. Raises ValueError."""
    found = re.fullmatch(r"(?:https?://)?([a-z0-9][a-z0-9-]{0,62})(?:\.bamboohr\.com(?:/\S*)?)?", said.strip(), re.I)
    if found is None:
        raise ValueError("The address of a BambooHR looks like acme.bamboohr.com.")
    return found[1].casefold()


PLATFORM = Platform(
    NAME, "BambooHR", list_applications, "an API key", ask_account="What is the address of its BambooHR? It looks "
    "like acme.bamboohr.com.", account=account,
)  # fmt: skip
