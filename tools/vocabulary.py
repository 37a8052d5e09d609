"""The closed lists a person may name in an argument, with their plain English variants."""

from __future__ import annotations

from storage.status import Status


def _table(canonical: dict[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, variants in canonical.items():
        for variant in (name, name.replace("_", " "), *variants.split(",")):
            table[variant.strip()] = name
    table.pop("", None)
    return table


STATUSES = _table(
    {
        Status.SAVED: "wishlist,bookmarked,interested,to apply",
        Status.APPLIED: "sent,submitted,application sent",
        Status.SCREENING: "screen,phone screen,recruiter screen,in review",
        Status.ASSESSMENT: "test,take-home,take home,coding test,assessment centre,assessment center",
        Status.INTERVIEW: "interviewing,interviews",
        Status.OFFER: "offered,got an offer",
        Status.ACCEPTED: "hired,got the job,signed",
        Status.REJECTED: "rejection,turned down,no",
        Status.WITHDRAWN: "withdrew,pulled out,withdraw",
        Status.DECLINED: "declined offer,said no",
        Status.GHOSTED: "no answer,no reply,no response",
    }
)
WORK_MODES = _table(
    {
        "remote": "fully remote,work from home,wfh,home office,from home",
        "hybrid": "partly remote,part remote",
        "onsite": "on-site,on site,in person,in the office,office",
    }
)
EMPLOYMENT_TYPES = _table(
    {
        "full_time": "full-time,ft,fulltime",
        "part_time": "part-time,pt,parttime",
        "contract": "contractor,freelance",
        "internship": "intern,placement",
        "temporary": "temp,seasonal,fixed term,fixed-term",
    }
)
INTERVIEW_KINDS = _table(
    {
        "phone": "call,phone screen,phone call,telephone",
        "video": "zoom,teams,google meet,video call,skype",
        "onsite": "on-site,on site,in person,face to face",
        "technical": "coding,tech",
        "behavioral": "behavioural,competency,culture fit",
        "panel": "board",
        "other": "interview",
    }
)
# The names are those of storage/industries.py.
INDUSTRIES = _table(
    {
        "healthcare": "health care,health,medical,medicine,gesundheitswesen,gesundheit,pflege,sanidad,salud,santé",
        "education": "schools,bildung,educación,éducation,enseignement",
        "hospitality": "catering,gastronomy,gastronomie,gastgewerbe,hostelería,restauration",
        "retail": "shops,einzelhandel,handel,comercio,commerce",
        "finance": "banking,insurance,finanzen,finanzas,banque",
        "transport": "transportation,logistics,logistik,logística,logistique",
        "technology": "tech,it,software,informatik,tecnología,informatique",
        "construction": "building,bau,construcción,bâtiment",
        "public service": "public sector,civil service,government,öffentlicher dienst,öffentlichen dienst",
        "manufacturing": "production,factories,fertigung,industrie",
        "cleaning": "reinigung,limpieza,nettoyage",
        "security": "sicherheit,seguridad,sécurité",
        "law": "legal,recht,derecho,droit",
        "charity": "charities,nonprofit,non-profit,non-profits,nonprofits,third sector",
    }
)
