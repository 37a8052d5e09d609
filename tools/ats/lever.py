"""Lever: opportunities of an address, opened with an API key of the employer's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import Asking, basic, get, inner, is_of, moment, objects, read, required, text
from tools.ats.contract import Fetched, Key, NoRight, Platform, Reading, RemoteApplication, Stand, Unreadable

NAME = "lever"
BASE = "https://api.lever.co/v1"
MOST_PAGES = 10
MOST_JOBS = 40
Head = tuple[str, str]
# The pipelines of the platform's own stages; they hold where an employer has named a stage otherwise.
PIPELINES = {
    "lead": Status.SAVED, "applicant": Status.APPLIED, "screen": Status.SCREENING, "onsite": Status.INTERVIEW,
    "offer": Status.OFFER,
}  # fmt: skip
SENT_OFFERS = frozenset(("sent", "sent-manually", "opened"))


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address, those that changed since an instant. Raises the troubles of the contract."""
    head = basic(key.words[0])
    start = int(since.timestamp() * 1000) if since else None
    found = yield from _all(head, "opportunities", email=email, updated_at_start=start,
                            expand=("applications", "stage"))  # fmt: skip
    mine = [one for one in found if is_of(one, email)][:MOST_JOBS]
    if not mine:
        return []
    steps = yield from _allowed(head, "disposition_stages")
    reasons = yield from _allowed(head, "archive_reasons")
    titles: dict[str, str] = {}
    told: list[RemoteApplication] = []
    for one in mine:
        posting = _posting(one)
        if posting and posting not in titles:
            titles[posting] = yield from _title(head, posting)
        offer = yield from _offer(head, one)
        told.append(_application(key, one, titles.get(posting, ""), offer, (_pipelines(steps), _by_id(reasons))))
    return told


def _all(head: Head, name: str, **asked: str | int | tuple[str, ...] | None) -> Asking:
    """All objects of a list, page by page."""
    found: list[dict[str, Any]] = []
    offset: str | None = None
    for _ in range(MOST_PAGES):
        answer: Fetched = yield get(NAME, f"{BASE}/{name}", head, limit=100, offset=offset, **asked)
        value = read(answer)
        found += objects(value, "data")
        offset = text(value, "next")
        if inner(value, "hasNext") is not True or not offset:
            break
    return found


def _allowed(head: Head, name: str) -> Asking:
    """What a key need not be allowed to see, as it is; nothing then, and nothing where it is not there."""
    answer: Fetched = yield get(NAME, f"{BASE}/{name}", head)
    try:
        return inner(read(answer), "data")
    except (NoRight, Unreadable):
        return None


def _title(head: Head, posting: str) -> Asking:
    return text((yield from _allowed(head, f"postings/{posting}")), "text")


def _offer(head: Head, one: dict[str, Any]) -> Asking:
    """The last offer; only asked for where one may be."""
    if one.get("archived") or (_stage_id(one) not in ("offer", "") and "offer" not in _stage_name(one).casefold()):
        return {}
    offers = yield from _allowed(head, f"opportunities/{required(one, 'id')}/offers")
    return offers[-1] if isinstance(offers, list) and offers else {}


def _by_id(reasons: Any) -> dict[str, dict[str, Any]]:
    found = reasons if isinstance(reasons, list) else []
    return {text(one, "id"): one for one in found if isinstance(one, dict)}


def _pipelines(steps: Any) -> dict[str, str]:
    """Each stage's place in the pipeline."""
    found = inner(steps, "stages") if isinstance(steps, dict) else steps
    listed = found if isinstance(found, list) else []
    return {text(one, "id"): text(one, "pipeline") for one in listed}


def _posting(one: dict[str, Any]) -> str:
    """The posting of the latest application, where applications were sent along."""
    held = one.get("applications")
    found = [text(each, "posting") or text(each, "posting", "id") for each in held] if isinstance(held, list) else []
    return next((number for number in reversed(found) if number), "")


def _stage_id(one: dict[str, Any]) -> str:
    return text(one, "stage") or text(one, "stage", "id")


def _stage_name(one: dict[str, Any]) -> str:
    return text(one, "stage", "text") or _stage_id(one).replace("-", " ")


def _application(
    key: Key,
    one: dict[str, Any],
    title: str,
    offer: Mapping[str, Any],
    tables: tuple[dict[str, str], dict[str, dict[str, Any]]],
) -> RemoteApplication:
    pipelines, reasons = tables
    archived = one.get("archived") if isinstance(one.get("archived"), dict) else None
    reason = reasons.get(text(archived, "reason"), {})
    pipeline = pipelines.get(_stage_id(one), "")
    changes = one.get("stageChanges")
    entered = inner(changes[-1], "updatedAt") if isinstance(changes, list) and changes else None
    changed = inner(archived, "archivedAt") if archived else inner(offer, "sentAt") or entered
    return RemoteApplication(
        external_id=required(one, "id"),
        company=key.company,
        title=title or None,
        raw_status="archived" if archived else pipeline or "active",
        raw_stage=_stage_name(one),
        raw_reason=text(reason, "text") or text(offer, "status"),
        stand=_archived(reason) if archived else _running(pipeline, _stage_name(one), text(offer, "status")),
        requisition=_posting(one) or None,
        changed_at=moment(changed),
        updated_at=moment(one.get("updatedAt")),
    )


def _archived(reason: Mapping[str, Any]) -> Stand:
    """The kind of the reason decides, then its words; without either nobody can say how it ended."""
    if text(reason, "type") == "hired":
        return Stand(Status.ACCEPTED, sure=True)
    return stages.ended(text(reason, "text")) if text(reason, "text") else Stand()


def _running(pipeline: str, stage: str, offer: str) -> Stand:
    if offer == "signed":
        return Stand(Status.ACCEPTED, sure=True)
    if offer in SENT_OFFERS:
        return Stand(Status.OFFER, sure=True)
    known = PIPELINES.get(pipeline)
    return Stand(known, sure=True) if known else stages.of_words(stage)


PLATFORM = Platform(NAME, "Lever", list_applications, "its API key")
