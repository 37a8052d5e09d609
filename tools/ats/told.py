"""From applications as a system tells of them to findings, each state once; and from there the way of all findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from storage import findings
from storage.findings import Found, message_key
from storage.mailboxes import Mailbox
from storage.status import Source, Status
from tools import inbox
from tools.ats import registry
from tools.ats.contract import RemoteApplication
from tools.ats.source import name_of
from tools.context import Context
from tools.findings.gathering import said_by
from tools.findings.words import quoted
from tools.mail.change import TARGETS
from tools.mail.finding import Finding
from tools.mail.finding import Status as Told
from tools.receipts import counted

# A lead is no application yet, and what it says is the employer's own business.
SAYS: dict[Status, Told] = {status: name for name, status in TARGETS.items() if status is not Status.SAVED}  # type: ignore[misc]


def take(ctx: Context, box: Mailbox, remote: Sequence[RemoteApplication], *, push: bool) -> inbox.Taken:
    """Take in what a system tells. What the first look finds is shown before anything is changed."""
    new = [found for one in remote if (found := _kept(ctx, box, one)) is not None]
    inbox.settle_new(ctx, new, hold=box.looked_at is None, push=push)
    text = f"{counted(len(remote), 'application')} looked at, {len(new)} with news."
    return inbox.Taken(text=text, looked=len(remote), new=len(new))


def _kept(ctx: Context, box: Mailbox, one: RemoteApplication) -> Found | None:
    """The finding, unless it was known or says nothing that is understood."""
    name = message_key(f"ats:{name_of(box.platform or '', one)}")
    if one.stand.status not in SAYS or findings.known(ctx.db, ctx.user.id, [name]):
        return None
    return findings.keep(ctx.db, ctx.user.id, {**_values(ctx, box, one), "message_id": name})


def _values(ctx: Context, box: Mailbox, one: RemoteApplication) -> dict[str, Any]:
    assert one.stand.status is not None
    at = one.changed_at or one.updated_at
    finding = Finding(
        status=SAYS[one.stand.status], company=one.company, title=one.title, requisition=one.requisition, link=one.url,
        evidence=raw_words(one), confidence=0.99 if one.stand.sure else 0.7,
        sure=one.stand.sure and at is not None,
    )  # fmt: skip
    raw = {"status": one.raw_status, "stage": one.raw_stage, "reason": one.raw_reason}
    return {
        **said_by(finding), "thread": message_key(f"ats:{box.platform}:{one.company}:{one.external_id}"),
        "fingerprint": message_key(f"ats:{box.platform}:{one.external_id}")[:64], "source": str(Source.ATS),
        "mailbox": registry.system_words(box.platform, box.company), "sender": "", "subject": "",
        "at": min(at or ctx.now, ctx.now), "found_at": ctx.now, "suspicious": False, "interview_zone": None,
        "raw": json.dumps(raw, ensure_ascii=False),
    }  # fmt: skip


def raw_words(one: RemoteApplication) -> str:
    """What the system itself says, on one line."""
    parts = (("status", one.raw_status), ("stage", one.raw_stage), ("reason", one.raw_reason))
    said = [f"{name}: {quoted(words, 80)}" for name, words in parts if words]
    return ", ".join(said)
