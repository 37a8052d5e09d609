"""A second opinion on a mail that the rules read with doubt: a language model fills in a form, checked by the text."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from tools import when as reader
from tools.asking import Form
from tools.mail.finding import Finding
from tools.mail.mail import Mail

Short = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)]
News = Literal["applied", "assessment", "interview", "offer", "rejected", "withdrawn", "update", "not_job"]
# Never sure: the person has the last word on what a model read.
CONFIDENCE = 0.8
MOST_TEXT = 10_000


class MailForm(Form):
    """news: what the mail tells somebody about an application of theirs (applied: it was received; update: other news
    of it; not_job: an alert, an advertisement, or anything else); company: the employer; title: the job; when: day and
    hour of an interview as written; line: the sentence that says the news, word for word. Empty where it says none."""

    news: News
    company: Short
    title: Short
    when: Short
    line: Annotated[str, StringConstraints(max_length=400)]


def text_of(mail: Mail) -> str:
    """What a model is given to read: the sender, the subject and the words."""
    return f"From: {mail.sender_name} <{mail.sender}>\nSubject: {mail.subject}\n\n{mail.text[:MOST_TEXT]}"


def checked(mail: Mail, form: MailForm | None, now: datetime) -> Finding | None:
    """The model's reading where the mail itself bears it out; None where it does not, or there is none. `now`: in the
    person's zone."""
    if form is None:
        return None
    if form.news == "not_job":
        return Finding("not_job", confidence=CONFIDENCE, decided_by="language")
    whole = _plain(text_of(mail))
    if len(_plain(form.line)) < 4 or _plain(form.line) not in _plain(f"{mail.subject}\n{mail.text}"):
        return None
    found = Finding(form.news, evidence=form.line.strip(), confidence=CONFIDENCE, decided_by="language")
    company, title = (words if words and _plain(words) in whole else None for words in (form.company, form.title))
    at = _moment(mail, form.when, now) if form.when and _plain(form.when) in whole else None
    meeting: Literal["set"] | None = "set" if at is not None and form.news == "interview" else None
    return replace(found, company=company, title=title, interview_at=at, meeting=meeting)


def better(first: Finding, second: Finding) -> Finding:
    """The second opinion in the place of the first, which still says what the second leaves out."""
    if "not_job" in (first.status, second.status):
        return second
    kept = {one.name: value for one in fields(second) if (value := getattr(second, one.name)) is not None}
    return replace(first, **kept)


def _moment(mail: Mail, words: str, now: datetime) -> datetime | None:
    """The instant of an interview as the mail says it, read on the day of the mail."""
    said = (mail.sent_at or now).astimezone(now.tzinfo)
    try:
        moment = reader.read_moment(words, said, "future", default_time=None)
    except reader.Unclear:
        return None
    return moment.local if moment.time_given else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
