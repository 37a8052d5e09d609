"""For each platform a posting of our own in its shape: the link, where it is asked, the answer, what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.web import Page, as_json

UUID = "0b6a1f5e-9d2c-4c1a-8f3e-5a7b9c0d1e2f"
MARKED = "<p>You cook for 40 guests.</p><ul><li>HACCP</li><li>Two years</li></ul>"
ESCAPED = MARKED.replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True)
class Case:
    """`closed`: the answers at `path` that mean that the posting is gone; `beside`: what else the server holds."""

    platform: str
    link: str
    path: str
    page: Page
    told: dict[str, Any]
    closed: tuple[Page, ...] = ()
    beside: dict[str, Page] = field(default_factory=dict)


GREENHOUSE = {
    "id": 51, "title": "Sous Chef ", "company_name": "Old Inn", "location": {"name": "Bonn, Germany"},
    "absolute_url": "https://boards.greenhouse.io/inn/jobs/51", "requisition_id": "K-7", "content": ESCAPED,
    "first_published": "2026-11-02T09:00:00-05:00", "application_deadline": "2026-12-01",
    "metadata": [{"name": "Employment Type", "value": "Part-time"}],
    "pay_input_ranges": [{"min_cents": 2150, "max_cents": 2600, "currency_type": "EUR", "title": "Hourly Rate"}],
}  # fmt: skip
LEVER = {
    "id": UUID, "text": "Sous Chef", "country": "DE", "workplaceType": "on-site", "createdAt": 1793610000000,
    "categories": {"commitment": "Full-time", "location": "Bonn", "allLocations": ["Bonn", "Köln"]},
    "salaryRange": {"currency": "EUR", "interval": "per-month-salary", "min": 2900, "max": 3300},
    "description": MARKED, "lists": [{"text": "You bring", "content": "<li>calm</li>"}], "additional": "",
}  # fmt: skip
ASHBY = {
    "id": UUID, "title": "Sous Chef", "location": "Bonn", "secondaryLocations": [{"location": "Köln"}],
    "isListed": True,    "employmentType": "FullTime", "workplaceType": "Hybrid",
    "publishedAt": "2026-11-02T09:00:00.000+00:00",
    "descriptionHtml": MARKED,
    "compensation": {"summaryComponents": [
        {"compensationType": "EquityPercentage", "minValue": 1, "maxValue": 2},
        {"compensationType": "Salary", "minValue": 40000, "maxValue": 46000, "currencyCode": "EUR",
         "interval": "1 YEAR"},
    ]},
}  # fmt: skip
SMART = {
    "id": "744000011112222", "name": "Sous Chef", "company": {"identifier": "Inn2", "name": "Old Inn"}, "active": True,
    "location": {"city": "Bonn", "region": "NW", "country": "de", "remote": False, "hybrid": False},
    "releasedDate": "2026-11-02T09:00:00.000Z", "refNumber": "REF7A",
    "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
    "jobAd": {"sections": {"jobDescription": {"title": "Your day", "text": MARKED}}},
}  # fmt: skip
WORKDAY: dict[str, Any] = {
    "jobPostingInfo": {
        "title": "Sous Chef", "location": "Bonn", "additionalLocations": ["Köln"], "startDate": "2026-11-02",
        "endDate": "2026-12-01", "timeType": "Part time", "jobReqId": "R-00123", "canApply": True, "posted": True,
        "jobDescription": MARKED + "<p>Pay: $21.50 - $26.00 per hour.</p>",
    },
    "hiringOrganization": {"name": "Old Inn", "url": ""},
}  # fmt: skip
BAMBOO = {
    "jobOpeningName": "Sous Chef", "location": {"city": "Bonn", "state": "NW", "addressCountry": "Germany"},
    "datePosted": "2026-11-02", "employmentStatusLabel": "Full-Time", "compensation": "€40,000 - €46,000",
    "description": MARKED, "jobOpeningStatus": "Open", "locationType": "0",
}  # fmt: skip
RECRUITEE = {
    "id": 9, "slug": "sous-chef", "status": "published", "title": "Sous Chef", "company_name": "Old Inn",
    "locations": [{"city": "Bonn", "state": "NRW", "country": "Germany"}], "remote": False, "on_site": True,
    "salary": {"min": "40000", "max": "46000", "period": "year", "currency": "EUR"}, "description": MARKED,
    "employment_type_code": "fulltime_permanent", "published_at": "2026-11-02 09:00:00 UTC",
    "close_at": "2026-12-01 00:00:00 UTC",
}  # fmt: skip
WORKABLE = {
    "title": "Sous Chef", "shortcode": "0A1B2C3D4E", "published_on": "2026-11-02", "telecommuting": False,
    "locations": [{"city": "Bonn", "region": None, "country": "Germany"}], "description": MARKED,
    "employment_type": "Full-time",
}  # fmt: skip
TEAMTAILOR = {
    "title": "Sous Chef", "url": "https://inn.teamtailor.com/jobs/700123-sous-chef", "date_published": "2026-11-02",
    "_jobposting": {"@type": "JobPosting", "title": "Sous Chef", "employmentType": "FULL_TIME", "description": MARKED,
                    "hiringOrganization": {"name": "Old Inn"},
                    "jobLocation": [{"address": {"addressLocality": "Bonn"}}]},
}  # fmt: skip
PERSONIO = f"""<?xml version="1.0" encoding="UTF-8"?><workzag-jobs><position><id>190012</id>
<subcompany>Old Inn GmbH</subcompany><office>Bonn</office><additionalOffices><office>Köln</office></additionalOffices>
<name>Sous Chef</name><employmentType>permanent</employmentType><schedule>part-time</schedule>
<jobDescriptions><jobDescription><name>Your day</name><value><![CDATA[{MARKED}]]></value></jobDescription>
</jobDescriptions><createdAt>2026-11-02T09:00:00+00:00</createdAt></position></workzag-jobs>"""
ORACLE = {
    "Id": "2041", "Title": "Sous Chef", "PrimaryLocation": "Bonn", "WorkplaceType": "On-site",
    "JobSchedule": "Full time",    "ExternalPostedStartDate": "2026-11-02T00:00:00+00:00",
    "ExternalPostedEndDate": "2026-12-01T23:59:00+00:00",
    "ExternalDescriptionStr": MARKED, "LegalEmployer": "Old Inn",
}  # fmt: skip
XML = "application/xml"
HOSTED = Page(b"<html><head><meta property='og:title' content='Sous Chef at Old Inn'></head></html>")
PAY = {"salary_min": 40000, "salary_max": 46000, "salary_currency": "EUR", "salary_period": "year"}
CASES: tuple[Case, ...] = (
    Case(
        "greenhouse", "https://boards.greenhouse.io/inn/jobs/51", "/v1/boards/inn/jobs/51?pay_transparency=true",
        as_json(GREENHOUSE),
        {"company": "Old Inn", "location": "Bonn, Germany", "employment_type": "part_time", "salary_min": 21.5,
         "salary_max": 26, "salary_currency": "EUR", "salary_period": "hour", "deadline_on": "2026-12-01"},
        (as_json({"status": 404, "error": "Job not found"}, 404),),
    ),
    Case(
        "lever", f"https://jobs.lever.co/inn/{UUID}/apply", f"/v0/postings/inn/{UUID}?mode=json", as_json(LEVER),
        {"company": "Old Inn", "location": "Bonn; Köln", "work_mode": "onsite", "employment_type": "full_time",
         "salary_min": 2900, "salary_max": 3300, "salary_currency": "EUR", "salary_period": "month"},
        (as_json({"ok": False, "error": "Document not found"}, 404),), {f"/inn/{UUID}/apply": HOSTED},
    ),
    Case(
        "ashby", f"https://jobs.ashbyhq.com/Old%20Inn/{UUID}",
        "/posting-api/job-board/Old%20Inn?includeCompensation=true", as_json({"jobs": [{"id": "x"}, ASHBY]}),
        {"company": "Old Inn", "location": "Bonn; Köln", "work_mode": "hybrid", "employment_type": "full_time", **PAY},
        (as_json({"jobs": [{"id": "x"}]}), as_json({"jobs": [{**ASHBY, "isListed": False}]})),
    ),
    Case(
        "smartrecruiters", "https://jobs.smartrecruiters.com/Inn2/744000011112222-sous-chef",
        "/v1/companies/Inn2/postings/744000011112222", as_json(SMART),
        {"company": "Old Inn", "location": "Bonn, NW, de", "employment_type": "full_time"},
        (as_json({"message": "Posting not found"}, 404), as_json({**SMART, "active": False})),
    ),
    Case(
        "workday", "https://inn.wd5.myworkdayjobs.com/en-US/Careers/job/Bonn/Sous-Chef_R-00123",
        "/wday/cxs/inn/Careers/job/Bonn/Sous-Chef_R-00123", as_json(WORKDAY),
        {"company": "Old Inn", "location": "Bonn; Köln", "employment_type": "part_time", "deadline_on": "2026-12-01",
         "salary_min": 21.5, "salary_max": 26, "salary_currency": "USD", "salary_period": "hour"},
        (as_json({"errorCode": "S21", "message": "not found"}, 404),
         as_json({"jobPostingInfo": {**WORKDAY["jobPostingInfo"], "canApply": False}})),
    ),
    Case(
        "workday", "https://wd3.myworkdaysite.com/recruiting/inn/Careers/details/Sous-Chef_R-00123-1",
        "/wday/cxs/inn/Careers/job/Sous-Chef_R-00123-1", as_json(WORKDAY), {"company": "Old Inn"},
    ),
    Case(
        "bamboohr", "https://inn.bamboohr.com/careers/41", "/careers/41/detail",
        as_json({"result": {"jobOpening": BAMBOO}}),
        {"company": "Inn", "location": "Bonn, NW, Germany", "work_mode": "onsite",
         "employment_type": "full_time", **PAY},
        (as_json({"result": {"jobOpening": {**BAMBOO, "jobOpeningStatus": "Closed"}}}), Page(status=404)),
        {"/careers/list": as_json({"result": [{"id": "7"}]})},
    ),
    Case(
        "recruitee", "https://inn.recruitee.com/o/sous-chef", "/api/offers/sous-chef", as_json({"offer": RECRUITEE}),
        {"company": "Old Inn", "location": "Bonn, NRW, Germany", "work_mode": "onsite", "deadline_on": "2026-12-01",
         "employment_type": "full_time", **PAY},
        (as_json({"error": "not found"}, 404), as_json({"offer": {**RECRUITEE, "status": "archived"}})),
    ),
    Case(
        "workable", "https://apply.workable.com/inn/j/0A1B2C3D4E/", "/api/v1/widget/accounts/inn?details=true",
        as_json({"name": "Old Inn", "jobs": [WORKABLE]}),
        {"company": "Old Inn", "location": "Bonn, Germany", "employment_type": "full_time"},
        (as_json({"name": "Old Inn", "jobs": []}),),
    ),
    Case(
        "teamtailor", "https://inn.teamtailor.com/jobs/700123-sous-chef", "/jobs.json",
        as_json({"title": "Old Inn", "items": [TEAMTAILOR]}),
        {"company": "Old Inn", "location": "Bonn", "employment_type": "full_time"},
        (as_json({"title": "Old Inn", "items": []}),),
    ),
    Case(
        "personio", "https://inn.jobs.personio.de/job/190012", "/xml?language=en", Page(PERSONIO.encode(), kind=XML),
        {"company": "Old Inn GmbH", "location": "Bonn; Köln", "employment_type": "part_time"},
        (Page(b"<workzag-jobs></workzag-jobs>", kind=XML),),
    ),
    Case(
        "oracle_cloud",
        "https://eabc.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/2041",
        "/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails", as_json({"items": [ORACLE]}),
        {"company": "Old Inn", "location": "Bonn", "work_mode": "onsite", "employment_type": "full_time",
         "deadline_on": "2026-12-01"},
        (as_json({"items": []}),),
    ),
)  # fmt: skip
