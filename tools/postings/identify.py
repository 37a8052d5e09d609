"""Which platform and which posting a link means, read from the link alone; pure, and fast enough for a mailbox."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from tools.postings.grammar_table import INDEED, ON_ANY_HOST, RULES, SMART_NUMBER, Rule

COMPANY_SITE = "company_site"
LONGEST = 8000  # characters of a link
# Parameters that say where a click came from, never which job is meant.
TRACKING = re.compile(
    r"(?:utm_\w+|gh_src|lever-(?:source|origin|via)\S*|trk\w*|trackingid|refid|ebp|fbclid|gclid|dclid|msclkid|igshid|"
    r"mc_[ce]id|_hs\w+|mkt_tok|oga|codes|rx_\w+|iisn?|jobpipeline|jobboardsource|recommendedflavor|position|pagenum)",
    re.IGNORECASE,
)
# These carry a source, or a number that is needed.
MAYBE = frozenset(("ref", "src", "source", "from", "referrer", "referer", "campaign"))
# A web address as people type it, without its beginning.
BARE = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#]|$)")


@dataclass(frozen=True, slots=True)
class Identified:
    """A link without its tracking, the platform behind it, and the ids that stand in it, as they stand there.

    `platform` is None for what is no web address at all, "company_site" for a page of which only the host is known.
    """

    url: str
    platform: str | None = None
    identifiers: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str | None:
        """What two links to one posting have in common; None where the link names no single posting."""
        ids = self.identifiers
        wanted = ids.get("job_id") or ids.get("posting_uuid") or ids.get("slug") or ids.get("short")
        if self.platform is None or self.platform == COMPANY_SITE or not wanted:
            return None
        home = ids.get("board") or ids.get("tenant") or ids.get("pod") or ids.get("host") or ""
        return unquote(f"{self.platform}:{home}:{wanted}").casefold()


def identify(text: str) -> Identified:
    """The platform and the ids of a link; never raises."""
    url = text.strip().strip("<>")
    parts = split(url)
    if parts is None:
        return Identified(url[:LONGEST])
    host = (parts.hostname or "").rstrip(".")
    query = _query(parts)
    platform, identifiers = _by_host(host, parts.path, query) or _on_any_host(host, parts.path, query)
    clean = _clean(parts) if parts.query else parts.geturl()
    return Identified(clean, platform, identifiers)


def split(url: str) -> SplitResult | None:
    """The parts of a web address, without a user name and a password; None for what is none."""
    if len(url) > LONGEST or not url.isprintable() or " " in url:
        return None
    if "://" not in url[:12]:
        if not BARE.match(url):
            return None
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if "@" in parts.netloc:
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return parts if parts.scheme in ("http", "https") and host and "." in host else None


def _by_host(host: str, path: str, query: dict[str, str]) -> tuple[str, dict[str, str]] | None:
    labels = host.rsplit(".", 2)
    rules = RULES.get(".".join(labels[-2:]))
    if rules is None:
        return _indeed(host, query)
    place = host + path
    for rule in rules:
        found = rule.pattern.match(place)
        if found is not None:
            return rule.platform, _identifiers(rule, found, query)
    return None


def _indeed(host: str, query: dict[str, str]) -> tuple[str, dict[str, str]] | None:
    """Indeed has a host for each country: "de.indeed.com", but also "indeed.co.uk"."""
    if not host.startswith("indeed.") and ".indeed." not in host:
        return None
    return INDEED.platform, {"job_id": query["jk"]} if query.get("jk") else {}


def _identifiers(rule: Rule, found: re.Match[str], query: dict[str, str]) -> dict[str, str]:
    named = {name: value for name, value in found.groupdict().items() if value}
    for name, keys in rule.asked:
        value = next((query[key] for key in keys if query.get(key)), None)
        if value:
            # BrassRing writes the number of its site behind that of the job.
            named[name] = value.partition("_")[0] if rule.platform == "brassring" else value
    if "%" in named.get("board", ""):
        named["board"] = unquote(named["board"])
    return named


def _on_any_host(host: str, path: str, query: dict[str, str]) -> tuple[str, dict[str, str]]:
    """A page on a company's own domain, with the platform that a parameter or the number of the job betrays."""
    for name, platform, beside in ON_ANY_HOST:
        if query.get(name) and (not beside or query.get(beside)):
            return platform, {"host": host, "job_id": query[name].partition(",")[0]}
    found = SMART_NUMBER.search(path)
    if found is not None:
        return "smartrecruiters", {"host": host, "job_id": found["job_id"]}
    return COMPANY_SITE, {"host": host}


def _query(parts: SplitResult) -> dict[str, str]:
    """Parameters by their names in lower case, values as they stand; the first of a name counts.

    Where a page keeps its parameters behind the hash, they come last.
    """
    text = parts.query
    if "=" in parts.fragment:
        text = f"{text}&{parts.fragment.rpartition('?')[2]}"
    found: dict[str, str] = {}
    for part in text.split("&"):
        name, equals, value = part.partition("=")
        if equals and value:
            found.setdefault((unquote(name) if "%" in name else name).casefold(), value)
    return found


def _clean(parts: SplitResult) -> str:
    """The link without the parameters that only say where it was clicked."""
    kept = "&".join(part for part in parts.query.split("&") if not _tracks(part))
    return parts._replace(query=kept).geturl()


def _tracks(part: str) -> bool:
    name, _, value = part.partition("=")
    if name.casefold() in MAYBE:
        return not any(letter.isdigit() for letter in value)
    return TRACKING.fullmatch(name) is not None
