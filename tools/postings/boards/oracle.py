"""Oracle's candidate experience: one requisition by its number."""

from __future__ import annotations

from urllib.parse import quote

from tools.postings import shapes, values
from tools.postings.board import Board, Fields, Gone, host_of
from tools.postings.identify import Identified
from tools.postings.plain import text_of

TEXTS = (
    "ExternalDescriptionStr",
    "ExternalResponsibilitiesStr",
    "ExternalQualificationsStr",
    "CorporateDescriptionStr",
)


def _link(found: Identified) -> str | None:
    job_id, site = found.identifiers.get("job_id"), found.identifiers.get("site")
    if not job_id or not site or not job_id.replace("-", "").replace("_", "").isalnum():
        return None
    finder = quote(f'ById;Id="{job_id}",siteNumber={site}', safe="")
    home = f"https://{host_of(found)}/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails"
    return f"{home}?finder={finder}&expand=all&onlyData=true"


def _fields(body: str, found: Identified) -> Fields | None:
    data = shapes.parsed(body)
    items = shapes.at(data, "items")
    if not isinstance(items, list):
        return None
    if not items:
        raise Gone
    job = items[0]
    if shapes.text(job, "Title") is None:
        return None
    more = [shapes.text(place, "Name") for place in shapes.rows(job, "secondaryLocations")]
    place = values.places([shapes.text(job, "PrimaryLocation"), *more])
    schedule = (shapes.text(job, name) for name in ("WorkerType", "JobSchedule", "ContractType"))
    return {
        "title": shapes.text(job, "Title"),
        "company": shapes.text(job, "LegalEmployer"),
        "location": place,
        "work_mode": values.work_mode(shapes.text(job, "WorkplaceType"), shapes.text(job, "WorkplaceTypeCode"), place),
        "employment_type": values.employment_type(*schedule),
        "posted_on": values.day(shapes.at(job, "ExternalPostedStartDate")),
        "deadline_on": values.day(shapes.at(job, "ExternalPostedEndDate")),
        "requisition": shapes.first(shapes.text(job, "Id"), found.identifiers.get("job_id")),
        "description": text_of("\n".join(shapes.long_text(job, name) for name in TEXTS)),
    }


BOARD = Board("oracle_cloud", _link, _fields, offered=False)
