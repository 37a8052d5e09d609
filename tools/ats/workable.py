"""Workable: candidates of an address, opened with an access token of the employer's."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import Asking, bearer, get, inner, is_of, iso, moment, objects, read, required, same_place, text
from tools.ats.contract import Fetched, Get, Key, NoRight, Platform, Reading, RemoteApplication, Stand, Unreadable

NAME = "workable"
MOST_PAGES = 5
MOST_JOBS = 40
Head = tuple[str, str]
# The kinds of the platform's own stages; an employer's further ones are read by their names.
KINDS = {
    "sourced": Status.SAVED, "applied": Status.APPLIED, "phone-screen": Status.SCREENING,
    "assessment": Status.ASSESSMENT, "interview": Status.INTERVIEW, "offer": Status.OFFER,
}  # fmt: skip


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The applications of an address, those that changed since an instant. Raises the troubles of the contract."""
    head, base = bearer(key.words[0]), f"https://{key.account}.workable.com/spi/v3"
    found: list[dict[str, Any]] = []
    question = get(NAME, f"{base}/candidates", head, email=email, limit=100, updated_after=iso(since))
    for _ in range(MOST_PAGES):
        answer: Fetched = yield question
        value = read(answer)
        found += [one for one in objects(value, "candidates") if is_of(one, email)]
        following = inner(value, "paging", "next")
        if not following:
            break
        question = Get(f"{base}/candidates?{_page(following, question)}", NAME, headers=(head,))
    told: list[RemoteApplication] = []
    for one in found[:MOST_JOBS]:
        more = yield from _more(head, base, required(one, "id"))
        told.append(_application(key, {**one, **more}))
    return told


def _page(following: Any, question: Get) -> str:
    """What the next page is asked with. Its address may have an older form, with the account in its path."""
    return same_place(following, question).partition("?")[2]


def _more(head: Head, base: str, number: str) -> Asking:
    """What the list leaves out: whether the person withdrew, and when things were."""
    answer: Fetched = yield get(NAME, f"{base}/candidates/{number}", head)
    try:
        found = inner(read(answer), "candidate")
    except (NoRight, Unreadable):
        found = None
    return found if isinstance(found, dict) else {}


def _application(key: Key, one: dict[str, Any]) -> RemoteApplication:
    gone, out = one.get("withdrew") is True, one.get("disqualified") is True
    hired = bool(one.get("hired_at")) or text(one, "stage_kind") == "hired"
    at = "disqualified_at" if gone or out else "hired_at" if hired else "moved_to_offer_at"
    offered = text(one, "stage_kind") == "offer"
    return RemoteApplication(
        external_id=required(one, "id"),
        company=key.company,
        title=text(one, "job", "title") or None,
        raw_status="withdrew" if gone else "disqualified" if out else text(one, "stage_kind") or "active",
        raw_stage=text(one, "stage"),
        raw_reason=text(one, "disqualification_reason"),
        stand=_stand(one, gone=gone, out=out, hired=hired),
        requisition=text(one, "job", "shortcode") or None,
        changed_at=moment(one.get(at)) if gone or out or hired or offered else None,
        updated_at=moment(one.get("updated_at")),
    )


def _stand(one: dict[str, Any], *, gone: bool, out: bool, hired: bool) -> Stand:
    """Facts first, then the kind of the stage, then its words. "Disqualified" alone may mean either side's choice;
    beside a hire it says nothing."""
    if gone:
        return Stand(Status.WITHDRAWN, sure=True)
    if hired:
        return Stand() if out else Stand(Status.ACCEPTED, sure=True)
    if out:
        return stages.ended(text(one, "disqualification_reason").replace("_", " "))
    known = KINDS.get(text(one, "stage_kind"))
    return Stand(known, sure=True) if known else stages.of_words(text(one, "stage"))


def account(said: str) -> str:
    """The company's part of the address, from it or from all of the address. Raises ValueError."""
    found = re.fullmatch(r"(?:https?://)?([a-z0-9][a-z0-9-]{0,62})(?:\.workable\.com(?:/\S*)?)?", said.strip(), re.I)
    if found is None:
        raise ValueError("The address of a Workable account looks like acme.workable.com.")
    return found[1].casefold()


PLATFORM = Platform(
    NAME, "Workable", list_applications, "an access token", ask_account="What is the address of its Workable account? "
    "It looks like acme.workable.com.", account=account,
)  # fmt: skip
