"""How the links of each platform are built: a table of patterns over host and path, and the parameters that matter."""

from __future__ import annotations

import re
from typing import NamedTuple


class Rule(NamedTuple):
    """One form of link: named groups of the pattern are identifiers; `asked` are those that stand in the query, with
    the parameter names (lower case) that may carry them."""

    platform: str
    pattern: re.Pattern[str]
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _rule(platform: str, pattern: str, **asked: str) -> Rule:
    return Rule(platform, re.compile(pattern), tuple((name, tuple(keys.split())) for name, keys in asked.items()))


UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
LOCALE = r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?"
# A requisition number is what follows the last underscore of a slug, with its own prefix ("JR_14350"); a "-1" behind
# it counts how often the job was posted anew, where enough of the number is left without it.
REQ = r"(?P<job_id>(?:[A-Za-z]{1,6}_)?(?:[A-Za-z0-9]+-)*?[A-Za-z]*\d[A-Za-z0-9]*(?:-\d{2,}[A-Za-z0-9]*)*)"
JOB_PATH = rf"(?P<external_path>/(?:job|details)/(?:[^/]+/)*?[^/]*?_{REQ}(?:-\d)?)(?:/apply.*|/login.*|/)?$"
PAGE_PATH = r"(?P<external_path>/(?:job|details)/[^?]+?)(?:/apply(?:/.*)?|/)?$"
DAY_JOBS = (
    rf"(?P<tenant>[^./]+)\.(?P<shard>wd\d+)\.myworkdayjobs(?:-impl)?\.com(?:/(?P<locale>{LOCALE}))?/(?P<site>[^/]+)"
)
DAY_API = r"(?P<tenant>[^./]+)\.(?P<shard>wd\d+)\.myworkdayjobs(?:-impl)?\.com/wday/cxs/[^/]+/(?P<site>[^/]+)"
DAY_SITE = (
    rf"(?P<shard>wd\d+)\.myworkdaysite\.com(?:/(?P<locale>{LOCALE}))?/recruiting/(?P<tenant>[^/]+)/(?P<site>[^/]+)"
)
SUBDOMAIN = r"(?P<board>[^/]+?)\."
ULTIPRO = rf"/(?P<company_code>[^/]+)(?:/JobBoard/(?P<board>{UUID}))?"

# By the last two labels of the host; the first pattern that fits the begin of host and path wins.
RULES: dict[str, tuple[Rule, ...]] = {
    "greenhouse.io": (
        _rule(
            "greenhouse", r"[^/]*?(?P<region>\beu)?\.greenhouse\.io/embed/job_app", board="for", job_id="token gh_jid"
        ),
        _rule("greenhouse", r"[^/]*?(?P<region>\beu)?\.greenhouse\.io/embed/", board="for", job_id="gh_jid"),
        _rule("greenhouse", r"(?:boards-)?api\.greenhouse\.io/v1/boards/(?P<board>[^/]+)(?:/jobs/(?P<job_id>\d+))?"),
        _rule(
            "greenhouse",
            r"(?:job-)?boards(?:\.(?P<region>eu))?\.greenhouse\.io/(?P<board>[^/]+)(?:/jobs/(?P<job_id>\d+))?",
            job_id="gh_jid",
        ),
        _rule("greenhouse", r"", job_id="gh_jid"),
    ),
    "careerpuck.com": (
        _rule(
            "greenhouse",
            r"app\.careerpuck\.com/job-board/(?P<board>[^/]+)(?:/job/(?P<job_id>\d+))?",
            job_id="gh_jid",
        ),
    ),
    "grnh.se": (_rule("greenhouse", r"[^/]*/(?P<short>[^/]+)"),),
    "myworkdayjobs.com": (
        _rule("workday", DAY_API + JOB_PATH),
        _rule("workday", DAY_JOBS + JOB_PATH),
        _rule("workday", DAY_JOBS + PAGE_PATH),
        _rule("workday", DAY_API),
        _rule("workday", DAY_JOBS),
        _rule("workday", r"(?P<tenant>[^./]+)\.(?P<shard>wd\d+)\."),
    ),
    "myworkdayjobs-impl.com": (_rule("workday", DAY_JOBS + JOB_PATH), _rule("workday", DAY_JOBS)),
    "myworkdaysite.com": (
        _rule("workday", DAY_SITE + JOB_PATH),
        _rule("workday", DAY_SITE + PAGE_PATH),
        _rule("workday", DAY_SITE),
        _rule("workday", r"(?P<shard>wd\d+)\."),
    ),
    "lever.co": (
        _rule(
            "lever",
            rf"(?:jobs|api)(?:\.(?P<region>eu))?\.lever\.co/(?:v0/postings/)?(?P<board>[^/]+)(?:/(?P<job_id>{UUID}))?",
        ),
        _rule("lever", r""),
    ),
    "ashbyhq.com": (
        _rule(
            "ashby",
            rf"(?:jobs|api)\.ashbyhq\.com/(?:posting-api/job-board/)?(?P<board>[^/]+)(?:/(?P<job_id>{UUID}))?",
            job_id="ashby_jid",
        ),
        _rule("ashby", r""),
    ),
    "smartrecruiters.com": (
        _rule(
            "smartrecruiters",
            rf"[^/]+/(?:[a-z]{{2}}/)?oneclick-ui/company/(?P<board>[^/]+)/(?:publication|job)/(?P<posting_uuid>{UUID})",
        ),
        _rule(
            "smartrecruiters",
            r"api\.smartrecruiters\.com/v1/companies/(?P<board>[^/]+)(?:/postings/(?P<job_id>[\w-]+))?",
        ),
        _rule(
            "smartrecruiters",
            rf"[^/]+/(?:ni/)?(?P<board>[^/]+)(?:/(?P<job_id>{UUID}|\d{{6,}}))?",
        ),
        _rule("smartrecruiters", r""),
    ),
    "workable.com": (
        _rule("workable", r"apply\.workable\.com/j/(?P<job_id>[0-9A-Za-z]+)"),
        _rule(
            "workable", r"apply\.workable\.com/api/v\d/(?:widget/)?accounts/(?P<board>[^/]+)(?:/jobs/(?P<job_id>\w+))?"
        ),
        _rule("workable", r"apply\.workable\.com/(?P<board>[^/]+)(?:/(?:j|jobs)/(?P<job_id>[0-9A-Za-z]+))?"),
        _rule("workable", r"jobs\.workable\.com/(?:[a-z]{2}/)?view/(?P<job_id>[0-9A-Za-z]+)"),
        _rule(
            "workable",
            r"(?!jobs\.|www\.|apply\.)(?P<board>[^./]+)\.workable\.com(?:/(?:j|jobs)/(?P<job_id>[0-9A-Za-z]+))?",
        ),
        _rule("workable", r""),
    ),
    "icims.com": (
        _rule("icims", rf"{SUBDOMAIN}icims\.com/(?:{LOCALE}/)?jobs/(?P<job_id>\d+)"),
        _rule("icims", rf"{SUBDOMAIN}icims\.com"),
    ),
    "jibeapply.com": (_rule("icims", rf"{SUBDOMAIN}jibeapply\.com(?:/(?:[^/]+/)?jobs/(?P<job_id>\d+))?"),),
    "oraclecloud.com": (
        _rule(
            "oracle_cloud",
            r"(?P<pod>[^/]+)\.oraclecloud\.com/hcmUI/CandidateExperience/(?:[^/]+/)?sites/(?P<site>[^/]+)"
            r"(?:/(?:requisitions/|jobs/)?(?:job|preview)/(?P<job_id>[\w-]+))?",
        ),
        _rule("oracle_cloud", r"(?P<pod>[^/]+)\.oraclecloud\.com", job_id="job jobid"),
    ),
    "jobvite.com": (
        _rule("jobvite", r"jobs\.jobvite\.com/(?:careers/)?(?P<board>[^/]+)(?:/job/(?P<job_id>[^/]+))?"),
        _rule("jobvite", r"", board="c", job_id="cj j jvi"),
    ),
    "applytojob.com": (
        _rule(
            "jazzhr",
            r"(?P<board>[^./]+)\.applytojob\.com(?:/apply(?:/jobs/details)?/(?!jobs(?:/|$))(?P<job_id>[0-9A-Za-z]{6,}))?",
        ),
    ),
    "taleo.net": (
        _rule("taleo", r"[^/]*\.tbe\.taleo\.net/", board="org", job_id="rid"),
        _rule("taleo", r"(?P<board>[^/]+?)\.taleo\.net/careersection/(?P<section>[^/]+)(?:/|$)", job_id="job"),
        _rule("taleo", r"(?P<board>[^/]+?)\.taleo\.net", job_id="job"),
    ),
    "eightfold.ai": (
        _rule("eightfold", rf"{SUBDOMAIN}eightfold\.ai(?:/careers/job/(?P<job_id>\d+))?", board="domain", job_id="pid"),
    ),
    "avature.net": (
        _rule(
            "avature",
            rf"{SUBDOMAIN}avature\.net/.*?(?:Job|Folder|Project|Pipeline)Detail/(?:.*/)?(?P<job_id>\d+)/?$",
            job_id="jobid",
        ),
        _rule("avature", rf"{SUBDOMAIN}avature\.net", job_id="jobid"),
    ),
    "ultipro.com": (_rule("ultipro", rf"[^/]*{ULTIPRO}", job_id="opportunityid"),),
    "ultipro.ca": (_rule("ultipro", rf"[^/]*{ULTIPRO}", job_id="opportunityid"),),
    "ukg.net": (_rule("ultipro", rf"[^/]*{ULTIPRO}", job_id="opportunityid"),),
    "ukg.com": (_rule("ultipro", rf"[^/]*{ULTIPRO}", job_id="opportunityid"),),
    "bamboohr.com": (
        _rule("bamboohr", r"(?P<board>[^./]+)\.bamboohr\.com/(?:careers|hiring/jobs)/(?P<job_id>\d+)"),
        _rule("bamboohr", r"(?P<board>[^./]+)\.bamboohr\.com/jobs/", job_id="id"),
        _rule("bamboohr", r"(?P<board>[^./]+)\.bamboohr\.com"),
    ),
    "breezy.hr": (_rule("breezy", r"(?P<board>[^./]+)\.breezy\.hr(?:/p/(?P<job_id>[0-9a-z]+))?"),),
    "adp.com": (
        _rule("adp", r"myjobs\.adp\.com/(?P<board>[^/]+)", job_id="reqid"),
        _rule("adp", r"workforcenow\.", board="cid", job_id="jobid"),
        _rule("adp", r""),
    ),
    "tal.net": (_rule("talnet", r"(?P<board>[^./]+)\.tal\.net(?:/.*?/opp/(?P<job_id>\d+))?"),),
    "brassring.com": (_rule("brassring", r"", board="partnerid", job_id="jobid jobdetails"),),
    "dayforcehcm.com": (_rule("dayforce", r"[^/]+/(?:.*?/(?:[Pp]osting/[Vv]iew|jobs|job)/(?P<job_id>\d+))?"),),
    "csod.com": (
        _rule("cornerstone", r"(?P<board>[^./]+)\.csod\.com/.*?/requisition/(?P<job_id>\d+)"),
        _rule("cornerstone", r"(?P<board>[^./]+)\.csod\.com/.*JobDetails", job_id="id"),
        _rule("cornerstone", r"(?P<board>[^./]+)\.csod\.com"),
    ),
    "teamtailor.com": (
        _rule("teamtailor", r"(?P<board>[^./]+)(?:\.[^./]+)?\.teamtailor\.com(?:/(?:[^/]+/)?jobs/(?P<job_id>\d+))?"),
    ),
    "recruitee.com": (
        _rule("recruitee", r"(?P<board>[^./]+)\.recruitee\.com/(?:l/[^/]+/)?o/(?P<slug>[^/]+)"),
        _rule("recruitee", r"(?P<board>[^./]+)\.recruitee\.com"),
    ),
    "rippling.com": (
        _rule(
            "rippling",
            rf"ats\.(?:[a-z0-9]+\.)?rippling\.com/(?:{LOCALE}/)?(?P<board>[^/]+)(?:/jobs/(?P<job_id>{UUID}))?",
        ),
    ),
    "paycomonline.net": (_rule("paycom", r"", board="clientkey", job_id="job"),),
    "gr8people.com": (_rule("gr8people", r"(?P<board>[^./]+)\.gr8people\.com(?:/jobs/(?P<job_id>\d+))?"),),
    "dover.io": (_rule("dover", rf"[^/]+/(?:apply|jobs)/(?P<board>[^/]+)(?:/(?P<job_id>{UUID}))?"), _rule("dover", "")),
    "dover.com": (_rule("dover", rf"app\.dover\.com/(?:apply|jobs)/(?P<board>[^/]+)(?:/(?P<job_id>{UUID}))?"),),
    "linkedin.com": (
        _rule("linkedin", r"[^/]+/(?:comm/)?jobs/view/(?:[^/]*?-)?(?P<job_id>\d{6,})(?:/|$)", job_id="currentjobid"),
        _rule("linkedin", r"", job_id="currentjobid"),
    ),
    "indeed.com": (_rule("indeed", r"", job_id="jk vjk"),),
    "ripplematch.com": (_rule("ripplematch", r"[^/]+/(?:.*?/job/(?P<job_id>[0-9a-f-]+))?"),),
    "simplify.jobs": (
        _rule("simplify", rf"[^/]+/(?:p|jobs?)/(?P<job_id>{UUID})"),
        _rule("simplify", r"", job_id="jobid"),
    ),
    "metacareers.com": (
        _rule("meta", r"[^/]+/(?:v2/)?(?:jobs|profile/job_details)/(?P<job_id>\d+)"),
        _rule("meta", r""),
    ),
    "amazon.jobs": (_rule("amazon", r"[^/]+/(?:[a-z-]+/)?jobs/(?P<job_id>\d+)"), _rule("amazon", r"")),
    "apple.com": (
        _rule("apple", r"jobs\.apple\.com/.*?/?details/(?P<job_id>\d+)"),
        _rule("apple", r"jobs\.apple\.com"),
    ),
    "google.com": (
        _rule(
            "google", r"(?:www|careers)\.google\.com/(?:about/careers/(?:applications/)?)?jobs/results/(?P<job_id>\d+)"
        ),
        _rule("google", r"www\.google\.com/about/careers"),
        _rule("google", r"careers\.google\.com"),
    ),
    "microsoft.com": (
        _rule("microsoft", r"[^/]*careers\.microsoft\.com/.*?/?job/(?P<job_id>\d+)", job_id="pid"),
        _rule("microsoft", r"[^/]*careers\.microsoft\.com"),
    ),
}
RULES |= {
    "paylocity.com": (
        _rule("paylocity", r"[^/]+/(?i:recruiting)/(?i:jobs)/(?i:details|apply)/(?P<job_id>\d+)"),
        _rule("paylocity", r""),
    ),
    "pinpointhq.com": (
        _rule("pinpoint", rf"(?P<board>[^./]+)\.pinpointhq\.com(?:/.*?postings/(?P<job_id>{UUID}|\d+))?"),
    ),
    "gem.com": (_rule("gem", r"jobs\.gem\.com/(?P<board>[^/]+)(?:/(?P<job_id>[^/]+))?"),),
    "comeet.com": (
        _rule("comeet", r"[^/]+/jobs/(?P<board>[^/]+)/[^/]+(?:/[^/]+/(?P<job_id>[0-9A-F]{2}\.[0-9A-F]{3}))?"),
    ),
    "joinhandshake.com": (
        _rule("handshake", r"[^/]+/(?:.*?/)?(?:jobs|job-search)/(?P<job_id>\d+)"),
        _rule("handshake", r""),
    ),
    "wellfound.com": (_rule("wellfound", r"[^/]+/jobs/(?P<job_id>\d+)"), _rule("wellfound", r"")),
    "glassdoor.com": (_rule("glassdoor", r"", job_id="jl joblistingid"),),
    "glassdoor.de": (_rule("glassdoor", r"", job_id="jl joblistingid"),),
    "ziprecruiter.com": (_rule("ziprecruiter", r"", job_id="jid lvk"),),
    "stepstone.de": (_rule("stepstone", r"[^/]+/.*?--(?P<job_id>\d{5,})-inline"), _rule("stepstone", r"")),
    "xing.com": (_rule("xing", r"[^/]+/jobs/(?:[^/]*?-)?(?P<job_id>\d{5,})"),),
    "dice.com": (_rule("dice", r"[^/]+/job-detail/(?P<job_id>[^/]+)"), _rule("dice", r"")),
    "monster.com": (_rule("monster", r"[^/]+/job-openings/(?:[^/]*--)?(?P<job_id>[^/]+)"), _rule("monster", r"")),
}
SUCCESSFACTORS = _rule("successfactors", r"", board="company career_company", job_id="career_job_req_id jobid jobreqid")
PERSONIO = _rule("personio", r"(?P<board>[^./]+)\.jobs\.personio\.[a-z]+(?:/job/(?P<job_id>\d+))?")
INDEED = RULES["indeed.com"][0]
RULES |= dict.fromkeys(
    ("successfactors.com", "successfactors.eu", "successfactors.cn", "sapsf.com", "sapsf.eu", "sapsf.cn"),
    (SUCCESSFACTORS,),
)
RULES |= dict.fromkeys(("personio.de", "personio.com", "personio.es", "personio.net"), (PERSONIO,))
# Platforms that let their customers use a domain of their own: told by a parameter, or by the number of the job.
ON_ANY_HOST: tuple[tuple[str, str, str], ...] = (
    ("gh_jid", "greenhouse", ""),
    ("ashby_jid", "ashby", ""),
    ("pid", "eightfold", "domain"),
    ("jvi", "jobvite", ""),
)
SMART_NUMBER = re.compile(r"/(?P<job_id>7(?:43999|44000)\d{9})(?:[-/]|$)")
