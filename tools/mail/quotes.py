"""What of a mail's text is its own news: quoted history, forward marks, footers and fine print are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.mail.words.frame import DATES, FOOTER, FORWARD, HEADER, NO_NEWS, ORIGINAL, SENDERS, SUBJECTS, WROTE

MOST_LINES = 4_000
LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What a forward says of the mail in it, as written there; empty where it says nothing."""

    sender: str
    subject: str
    date: str
    text: str


def own_words(text: str) -> str:
    """The text without quoted history and without the fine print at its end."""
    lines = [line[:LONGEST_LINE] for line in text.splitlines()[:MOST_LINES]]
    end = next((n for n in range(len(lines)) if _starts_history(lines, n)), len(lines))
    kept = [line for line in lines[:end] if not line.lstrip().startswith(">")]
    if not any(line.strip() for line in kept):
        # Answered below the quotation.
        kept = [line for line in lines if not line.lstrip().startswith(">") and not _wrote(lines, lines.index(line))]
    return "\n".join(_without_footer(kept)).strip()


def _starts_history(lines: list[str], n: int) -> bool:
    line = lines[n].strip()
    if not line:
        return False
    return ORIGINAL.match(line) is not None or _wrote(lines, n) or (n > 0 and len(_head(lines, n)) >= 3)


def _wrote(lines: list[str], n: int) -> bool:
    """Also where the line was broken in two; a sentence about what somebody wrote is none."""
    line = lines[n].strip()
    if not re.search(r"\d", line) and "@" not in line and not line.endswith(":"):
        return False
    if WROTE.match(line):
        return True
    following = lines[n + 1].strip() if n + 1 < len(lines) else ""
    return (
        line[:3].rstrip() in ("On", "Am", "Le", "El", "Em")
        and following.endswith(":")
        and WROTE.match(f"{line} {following}") is not None
    )


def _head(lines: list[str], n: int) -> dict[str, str]:
    """The header lines ("From: …") that start here, by their names in lower case."""
    found: dict[str, str] = {}
    for line in lines[n : n + 8]:
        match = HEADER.match(line)
        if match is None:
            if line.strip() and found:
                break
            continue
        found.setdefault(match.group(1).casefold(), match.group(2).strip())
    return found


def _without_footer(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for n, line in enumerate(lines):
        if FOOTER.search(line):
            # Fine print at the top ("view in browser") is one line; further down it is the end.
            if n > 3 and sum(map(len, kept)) > 120:
                break
            if len(line) < 160:
                continue
        if NO_NEWS.search(line) and len(line) < 160:
            continue
        kept.append(line)
    return kept


def forwarded(text: str) -> Forwarded | None:
    """The mail within a forward, if there is one and its sender is named."""
    lines = [line[:LONGEST_LINE] for line in text.splitlines()[:MOST_LINES]]
    start = next((n for n, line in enumerate(lines) if FORWARD.match(line.strip())), None)
    if start is None:
        start = 0 if len(_head(lines, 0)) >= 3 else None
        if start is None:
            return None
        start -= 1
    head = _head(lines, start + 1)
    sender, subject, date = (next((head[k] for k in keys if k in head), "") for keys in (SENDERS, SUBJECTS, DATES))
    if not sender and not subject:
        return None
    rest = start + 1
    while rest < len(lines) and (HEADER.match(lines[rest]) or not lines[rest].strip()):
        rest += 1
    return Forwarded(sender, subject, date, "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines[rest:]))
