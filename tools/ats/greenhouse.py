"""Greenhouse: Harvest v3, opened with an OAuth client's id and secret; the company's own key, not a candidate's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import (
    Asking,
    basic,
    batches,
    bearer,
    get,
    inner,
    is_of,
    iso,
    moment,
    next_link,
    objects,
    read,
    required,
    text,
)  # fmt: skip
from tools.ats.contract import (
    MOST_APPLICATIONS,
    Fetched,
    Get,
    Key,
    KeyRefused,
    NoRight,
    Platform,
    Reading,
    RemoteApplication,
    Stand,
)  # fmt: skip

NAME = "greenhouse"
TOKEN = "https://auth.greenhouse.io/token"  # noqa: S105 - an address
BASE = "https://harvest.greenhouse.io/v3"
MOST_PAGES = 10
THEIR_CHOICE = "they rejected us"
Head = tuple[str, str]


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address, those that changed since an instant. Raises the troubles of the contract."""
    head = yield from _signed_in(key)
    people = yield from _all(head, "candidates", email=email)
    ids = [required(one, "id") for one in people if is_of(one, email)][:MOST_APPLICATIONS]
    found: list[dict[str, Any]] = []
    for part in batches(ids):
        after = f"gte|{iso(since)}" if since else None
        found += yield from _all(head, "applications", candidate_ids=part, updated_at=after)
    mine = [one for one in found[:MOST_APPLICATIONS] if text(one, "candidate_id") in set(ids)]
    told: list[RemoteApplication] = yield from _told(head, key, mine)
    return told


def _signed_in(key: Key) -> Asking:
    """The head with a token for some minutes. Raises KeyRefused."""
    form = urlencode({"grant_type": "client_credentials"}).encode()
    kind = ("Content-Type", "application/x-www-form-urlencoded")
    number, secret = key.words
    answer: Fetched = yield Get(TOKEN, NAME, method="POST", headers=(basic(number, secret), kind), body=form)
    if answer.status in (400, 401, 403):
        raise KeyRefused("it does not take that client ID and secret")
    return bearer(required(read(answer), "access_token"))


def _all(head: Head, name: str, **asked: str | None) -> Asking:
    """All objects of a list, page by page. A page's address holds all that was asked for: nothing may be added."""
    question = get(NAME, f"{BASE}/{name}", head, per_page=500, **asked)
    found: list[dict[str, Any]] = []
    for _ in range(MOST_PAGES):
        answer: Fetched = yield question
        found += objects(read(answer))
        following = next_link(answer, question)
        if following is None:
            break
        question = Get(following, NAME, headers=(head,))
    return found


def _allowed(head: Head, name: str, **asked: str | None) -> Asking:
    """The same for what a key need not be allowed to see: nothing then."""
    try:
        return (yield from _all(head, name, **asked))
    except NoRight:
        return []


def _by(found: Iterable[dict[str, Any]], name: str) -> dict[str, dict[str, Any]]:
    return {text(one, name): one for one in found}


def _each(head: Head, name: str, by: str, ids: Sequence[str], **asked: str) -> Asking:
    """Objects that belong to others, by the id of those."""
    found: list[dict[str, Any]] = []
    for part in batches(sorted({one for one in ids if one})):
        found += yield from _allowed(head, name, **{by: part}, **asked)
    return found


def _told(head: Head, key: Key, mine: list[dict[str, Any]]) -> Asking:
    """The applications with what belongs to them: job, stage, offer and the reason of a rejection."""
    ids = [required(one, "id") for one in mine]
    jobs = _by((yield from _each(head, "jobs", "ids", [text(one, "job_id") for one in mine])), "id")
    since = _by((yield from _each(head, "application_stages", "application_ids", ids, current="true")),
                "application_id")  # fmt: skip
    offers = _by((yield from _each(head, "offers", "application_ids", ids, current_only="true")), "application_id")
    gone = [text(one, "id") for one in mine if text(one, "status") == "rejected"]
    reasons = (yield from _reasons(head, gone)) if gone else {}
    told = []
    for one in mine:
        number = text(one, "id")
        stage, offer, reason = since.get(number, {}), offers.get(number, {}), reasons.get(number, "")
        told.append(_application(key, one, text(jobs.get(text(one, "job_id")), "name"), stage, offer, reason))
    return told


def _reasons(head: Head, ids: list[str]) -> Asking:
    """The kind and the name of each rejection's reason, by application."""
    details = yield from _each(head, "rejection_details", "application_ids", ids)
    known = _by((yield from _allowed(head, "rejection_reasons", include_defaults="true")), "id")
    return {text(one, "application_id"): _reason(known.get(text(one, "rejection_reason_id"), {})) for one in details}


def _reason(reason: dict[str, Any]) -> str:
    kind = text(reason, "type", "name") or text(reason, "type")
    return " · ".join(word for word in (kind, text(reason, "name")) if word)


def _application(
    key: Key, one: dict[str, Any], title: str, stage: dict[str, Any], offer: dict[str, Any], reason: str
) -> RemoteApplication:
    status, stage_name = required(one, "status"), text(one, "stage_name")
    entered = moment(inner(stage, "entered_at")) if status == "in_process" else None
    offered = moment(inner(offer, "resolved_at")) or moment(inner(offer, "sent_on")) if offer else None
    changed = moment(one.get("rejected_at")) if status == "rejected" else offered or entered
    return RemoteApplication(
        external_id=required(one, "id"),
        company=key.company,
        title=title or None,
        raw_status=status,
        raw_stage=stage_name,
        raw_reason=reason or text(offer, "status"),
        stand=_stand(one, status, stage_name, offer, reason),
        requisition=text(one, "job_post_id") or None,
        changed_at=changed,
        updated_at=moment(one.get("updated_at")) or moment(one.get("created_at")),
    )


def _stand(one: dict[str, Any], status: str, stage: str, offer: dict[str, Any], reason: str) -> Stand:
    """Facts first, the words of the stage last."""
    if status == "hired":
        return Stand(Status.ACCEPTED, sure=True)
    if status == "rejected":
        gone = reason.casefold().startswith(THEIR_CHOICE)
        return Stand(Status.WITHDRAWN if gone else Status.REJECTED, sure=True)
    if status != "in_process" or one.get("prospect") is True:
        return Stand()
    said = text(offer, "status").casefold()
    if said == "accepted":
        return Stand(Status.ACCEPTED, sure=True)
    if said == "rejected" or (said == "created" and inner(offer, "sent_on")):
        return Stand(Status.OFFER, sure=True)
    return stages.of_words(stage)


PLATFORM = Platform(
    NAME, "Greenhouse", list_applications, "its client ID and its client secret, with a blank between them", (2,)
)
