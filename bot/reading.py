"""`jobbot read`: what the mail reader finds in files of mails, changing nothing and knowing no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tools.result import Refusal

if TYPE_CHECKING:
    from tools.mail.finding import Finding
    from tools.mail.mail import Mail

LONGEST_ROW = 4 * 1024 * 1024
KINDS = (".eml", ".mbox", ".jsonl")


def lines(paths: list[Path], *, as_json: bool) -> Iterator[str]:
    """What to print: one JSON object a mail, or a short paragraph. Refuses a file that is no mail, by its name."""
    from tools.mail.read import read

    for path in paths:
        if path.suffix.casefold() not in KINDS:
            raise Refusal(f"{path.name} is no .eml, .mbox or .jsonl file; save the mail as .eml and name that file.")
    for path in paths:
        for mail in mails(path):
            finding = read(mail)
            yield row(mail, finding) if as_json else paragraph(mail, finding)


def mails(path: Path) -> Iterator[Mail]:
    """The mails of a file, one at a time."""
    from tools.mail.files import mails_in

    try:
        yield from _rows(path) if path.suffix.casefold() == ".jsonl" else mails_in(path)
    except OSError as error:
        raise Refusal(f"I cannot read {path}: {error.strerror or error}.") from None


def _rows(path: Path) -> Iterator[Mail]:
    from tools.mail.parse import mail_from

    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            if len(line) > LONGEST_ROW:
                raise Refusal(f"Line {number} of {path.name} is longer than a mail: leave it out.")
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                raise Refusal(f"Line {number} of {path.name} is no JSON object: mend it or leave it out.") from None
            if not isinstance(row, dict):
                raise Refusal(f"Line {number} of {path.name} is no JSON object: mend it or leave it out.")
            said = {key: row.get(key) for key in ("subject", "from", "date", "body", "id")}
            fields = ["" if value is None else str(value) for value in said.values()]
            yield mail_from(*fields)


def row(mail: Mail, finding: Finding) -> str:
    """One mail as the line that other programs read."""
    at = finding.interview_at
    return json.dumps(
        {
            "id": mail.id,
            "status": finding.status,
            "company": finding.company,
            "job_title": finding.title,
            "interview_at": at.isoformat(timespec="minutes") if at else None,
            "confidence": round(finding.confidence, 3),
            "evidence": finding.evidence,
            "decided_by": finding.decided_by,
            "sure": finding.sure,
        },
        ensure_ascii=False,
    )


def paragraph(mail: Mail, finding: Finding) -> str:
    """One mail for a person: its subject, what it says, and the line that says so."""
    what = finding.status.replace("_", " ")
    named = ", ".join(part for part in (finding.company, finding.title) if part)
    at = f", {finding.interview_at:%a %d %b %Y %H:%M %z}" if finding.interview_at else ""
    sure = "sure" if finding.sure else f"{finding.confidence:.0%}"
    said = [
        f"{mail.subject or mail.id}",
        f"  {what}{': ' + named if named else ''}{at} ({sure}, by {finding.decided_by})",
    ]
    return "\n".join(said + ([f"  “{finding.evidence}”"] if finding.evidence else []))
