"""Ashby: the applications of the candidates of an address, opened with an API key of the employer's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import Asking, basic, inner, is_of, moment, objects, post_json, read, required, text
from tools.ats.contract import (
    Fetched,
    Key,
    KeyRefused,
    NoRight,
    Platform,
    Reading,
    RemoteApplication,
    Stand,
    Unreadable,
)

NAME = "ashby"
BASE = "https://api.ashbyhq.com"
MOST_JOBS = 40
Head = tuple[str, str]


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address, those that changed since an instant. Raises the troubles of the contract."""
    head = basic(key.words[0])
    people = objects((yield from _asked(head, "candidate.search", email=email)))
    ids = [number for one in people if _is_of(one, email) for number in _applications(one)]
    told: list[RemoteApplication] = []
    for number in ids[:MOST_JOBS]:
        told.append(_application(key, (yield from _asked(head, "application.info", applicationId=number))))
    return [one for one in told if since is None or one.updated_at is None or one.updated_at >= since]


def _asked(head: Head, name: str, **given: str) -> Asking:
    """What a question comes to. A refusal comes as an answer like any other, with a word that says why."""
    answer: Fetched = yield post_json(NAME, f"{BASE}/{name}", head, given)
    value = read(answer)
    if inner(value, "success") is True:
        return inner(value, "results")
    raise _refusal(" ".join(str(one) for one in _words(value)))


def _words(value: Any) -> list[Any]:
    found = inner(value, "errors")
    return found if isinstance(found, list) else []


def _refusal(words: str) -> Exception:
    if "api_key" in words or "unauth" in words:
        return KeyRefused("it does not take the key")
    if "permission" in words or "forbidden" in words:
        return NoRight("the key is right, but may not see candidates: whoever made it has to allow that")
    return Unreadable("it did not understand what I asked")


def _is_of(person: dict[str, Any], email: str) -> bool:
    others = person.get("emailAddresses")
    return is_of({"emails": [person.get("primaryEmailAddress"), *(others if isinstance(others, list) else [])]}, email)


def _applications(person: dict[str, Any]) -> list[str]:
    found = person.get("applicationIds")
    return [number for one in found if (number := text(one))] if isinstance(found, list) else []


def _application(key: Key, one: Any) -> RemoteApplication:
    status, stage = required(one, "status"), inner(one, "currentInterviewStage")
    reason, history = inner(one, "archiveReason"), inner(one, "applicationHistory")
    entered = inner(history[-1], "enteredStageAt") if isinstance(history, list) and history else None
    archived = moment(inner(one, "archivedAt")) if status == "Archived" else None
    return RemoteApplication(
        external_id=required(one, "id"),
        company=key.company,
        title=text(one, "job", "title") or None,
        raw_status=status,
        raw_stage=text(stage, "title"),
        raw_reason=" · ".join(word for word in (text(reason, "reasonType"), text(reason, "text")) if word),
        stand=_stand(status, text(stage, "type"), text(stage, "title"), text(reason, "reasonType")),
        requisition=text(one, "appliedViaJobPostingId") or None,
        changed_at=archived or moment(entered),
        updated_at=moment(inner(one, "updatedAt")),
    )


def _stand(status: str, kind: str, title: str, reason: str) -> Stand:
    """The status, the kind of the stage, then its words."""
    if status == "Archived":
        return Stand(Status.WITHDRAWN if reason == "RejectedByCandidate" else Status.REJECTED, sure=True)
    known = {"Hired": Status.ACCEPTED, "Lead": Status.SAVED}.get(status)
    if known or status != "Active":
        return Stand(known, sure=known is not None)
    if kind == "Offer":
        return Stand(Status.OFFER, sure=True)
    return stages.of_words(title)


PLATFORM = Platform(NAME, "Ashby", list_applications, "its API key")
