"""Workday: a report of the employer's own (RaaS), whose columns its administrator has named; there is no other way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from storage.status import Status
from tools.ats import stages
from tools.ats.answers import basic, get, moment, objects, read, same_address, text
from tools.ats.contract import MOST_APPLICATIONS, Fetched, Key, Platform, Reading, RemoteApplication, Stand, Unreadable

NAME = "workday"
# Which column says what, where nobody has said otherwise.
COLUMNS = {
    "email": "Candidate_Email", "requisition": "Job_Requisition_ID", "title": "Job_Title", "stage": "Stage",
    "disposition": "Disposition", "applied": "Application_Date", "changed": "Status_Timestamp",
    "id": "Job_Application_ID", "withdrawn": "Withdrawn",
}  # fmt: skip
NEEDED = ("email", "stage")
# The platform's own stages; an employer may have named further ones.
STAGES = {
    "review": Status.APPLIED, "screen": Status.SCREENING, "assessment": Status.ASSESSMENT,
    "questionnaire": Status.ASSESSMENT, "interview": Status.INTERVIEW, "reference check": Status.OFFER,
    "background check": Status.OFFER, "offer": Status.OFFER, "employment agreement": Status.OFFER,
    "ready for hire": Status.ACCEPTED, "hire": Status.ACCEPTED,
}  # fmt: skip
YES = frozenset(("1", "true", "yes", "y"))


def list_applications(key: Key, email: str, since: datetime | None) -> Reading:
    """The rows of an address; a report is given whole. Raises the troubles of the contract."""
    answer: Fetched = yield get(NAME, key.account, basic(*key.words), format="json")
    rows = objects(read(answer), "Report_Entry")
    columns = {**COLUMNS, **key.columns}
    _check(rows, columns)
    mine = [row for row in rows if same_address(_said(row, columns, "email"), email)]
    told = [_application(key, row, columns) for row in mine[:MOST_APPLICATIONS]]
    return [one for one in told if since is None or one.changed_at is None or one.changed_at >= since]


def _check(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> None:
    """Whether the columns are there that nothing can be read without. An empty cell may be left out of a row."""
    named = {name for row in rows[:200] for name in row}
    missing = [columns[name] for name in NEEDED if rows and columns[name] not in named]
    if missing:
        there = ", ".join(sorted(named)[:12])
        raise Unreadable(f"its report has no column {' and '.join(missing)}, only {there}"[:300])


def _said(row: Mapping[str, Any], columns: Mapping[str, str], name: str) -> str:
    """A cell as text; a reference shows its name."""
    value = row.get(columns.get(name, ""))
    return text(value, "descriptor") or text(value)


def _application(key: Key, row: Mapping[str, Any], columns: Mapping[str, str]) -> RemoteApplication:
    requisition, title = _said(row, columns, "requisition"), _said(row, columns, "title")
    stage, disposition = _said(row, columns, "stage"), _said(row, columns, "disposition")
    number = _said(row, columns, "id") or f"{requisition}/{title}/{_said(row, columns, 'email').casefold()}"
    gone = _said(row, columns, "withdrawn").casefold() in YES
    return RemoteApplication(
        external_id=number,
        company=key.company,
        title=title or None,
        raw_status="withdrawn" if gone else disposition,
        raw_stage=stage,
        stand=Stand(Status.WITHDRAWN, sure=True) if gone else _stand(stage, disposition),
        requisition=requisition or None,
        changed_at=moment(_said(row, columns, "changed")),
        updated_at=moment(_said(row, columns, "applied")),
    )


def _stand(stage: str, disposition: str) -> Stand:
    """Any disposition ends an application; else the stage says where it is."""
    if disposition:
        hired = re.fullmatch(r"hired?", disposition, re.I) is not None
        return Stand(Status.ACCEPTED, sure=True) if hired else stages.ended(disposition)
    known = STAGES.get(stage.casefold())
    return Stand(known, sure=True) if known else stages.of_words(stage)


def account(said: str) -> str:
    """The address of a report, without its parameters. Raises ValueError."""
    parts = urlsplit(said.strip())
    if parts.scheme != "https" or not parts.hostname or "/customreport2/" not in parts.path or "@" in parts.netloc:
        raise ValueError(
            "The address of the report looks like https://…workday.com/ccx/service/customreport2/acme/owner/report."
        )
    return f"https://{parts.netloc}{parts.path}"


PLATFORM = Platform(
    NAME, "Workday", list_applications, "the name and the password of the integration user that may run the report, "
    "with a blank between them", (2,), "What is the web address of the report? Workday has no other way: its "
    "administrator makes a report of applications and gives you its JSON address (docs/ats.md says which columns).",
    account,
)  # fmt: skip
