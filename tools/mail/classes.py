"""Which class a mail belongs to: phrases first, a small model where they leave it open, and how sure that is."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from tools.linear import Linear, shipped
from tools.mail.addresses import kind_of
from tools.mail.features import features
from tools.mail.finding import STATUSES, Status
from tools.mail.sentences import Sentence, languages, sentences
from tools.mail.signs import Sign, signs
from tools.mail.words.titles import HEADS

MODEL = "classes.model.gz"
# What is said of applications of every kind, and the words of those for work.
APPLICATION = re.compile(r"applica|candidac|candidat|bewerb|solicitud|postula|inscri")
TRADE = frozenset(
    """
    career careers job jobs employment employer hiring recruiter recruiters recruiting recruitment candidate candidates
    talent resume cv vacancy vacancies salary colleagues karriere arbeitgeber stelle lebenslauf emploi poste recrutement
    empleo puesto vaga emprego currículo
    """.split()
)


@dataclass(frozen=True)
class Seen:
    """A mail as the classes are read from: its sentences, the phrases in them, and its features."""

    sentences: list[Sentence]
    languages: tuple[str, ...]
    signs: list[Sign]
    blocks: tuple[list[str], list[str]]
    sender: str = ""

    @cached_property
    def stated(self) -> Counter[str]:
        """How often each kind of phrase stands there without a condition."""
        return Counter(sign.name for sign in self.signs if not sign.open)

    @cached_property
    def of_work(self) -> bool:
        """Whether anything says that work is meant: words of hiring, or a title."""
        about = any(self.stated[name] for name in ("job", "applied?", "interview?"))
        return about or any(word in HEADS for sentence in self.sentences[:12] for word in sentence.words)

    @cached_property
    def of_hiring(self) -> bool:
        """Whether more than the bare word "application", which is also one for a passport, says that work is meant."""
        said = (sign for sign in self.signs if sign.name in ("job", "interview?"))
        words = any(not APPLICATION.search(sign.sentence.low[sign.start : sign.end]) for sign in said)
        trade = any(word in TRADE or word in HEADS for sentence in self.sentences for word in sentence.words)
        return words or trade or kind_of(self.sender) in ("system", "board")


def seen(subject: str, text: str, sender: str) -> Seen:
    """Look at a mail."""
    found = sentences(subject, text)
    spoken = languages(found)
    phrases = signs(found, spoken)
    return Seen(found, spoken, phrases, features(found, phrases, sender), sender)


@cache
def model() -> Linear:
    """The trained weights that ship with the project."""
    return shipped("tools.mail", MODEL)


def probabilities(mail: Seen) -> dict[str, float]:
    """How likely each class is by the model."""
    return dict(zip(model().labels, model().probabilities(mail.blocks), strict=True))


# A thing said twice is surer than once.
MOST_COUNTED = 2
# How much each phrase that speaks of a flat, a loan or a course tells against a job, in logits.
ELSE = 0.3
# How much each phrase that says it outright adds to the model's own reading, in logits.
OUTRIGHT = {
    "rejected": 2.5,
    "offer": 1.2,
    "withdrawn": 1.0,
    "interview": 1.0,
    "assessment": 1.0,
    "applied": 1.0,
    "update": 1.0,
}
# Called sure is what phrases say outright, undisputed by those of another class, with no more doubt of the model than
# this; said twice, it may doubt more. Such mails are likelier right than the model's figure says: less of it counts.
SURE, SURE_TWICE = 0.7, 0.5
DOUBT = 0.3
SURELY_NOT = 0.97
OWN_WITHDRAWAL = 0.3
# Where no phrase of the class stands there, less than this is only a guess, if it may as well be no news.
GUESS, RIVAL = 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A class, how likely it is, whether 95 of 100 like it are right, and what decided."""

    status: Status
    confidence: float
    sure: bool
    decided_by: Literal["rules", "model"]


def decide(mail: Seen, *, outgoing: bool = False, invited: bool = False) -> Verdict:
    """The class of a mail. `outgoing`: the person wrote it, and only a withdrawal is news in it; `invited`: it carries
    a calendar part."""
    if not any(sentence.words for sentence in mail.sentences):
        return Verdict("not_job", 1.0, True, "rules")
    found = weighed(mail)
    if outgoing:
        gone = mail.stated["withdrawn"] > 0 and found["withdrawn"] > OWN_WITHDRAWAL
        return Verdict("withdrawn" if gone else "not_job", 0.8, False, "rules")
    status = max(found, key=lambda name: found[name])
    if invited and mail.stated["interview?"] and not mail.stated[status]:
        status = "interview"
    elif not mail.stated[status] and found[status] < GUESS and found["not_job"] > RIVAL:
        status = "not_job"
    likely = found[status]
    if status == "not_job":
        return Verdict("not_job", likely, likely >= SURELY_NOT, "rules" if not mail.stated["job"] else "model")
    outright = mail.stated[status] > 0
    if not outright or not mail.of_work or not _undisputed(mail, status):
        return Verdict(_as_status(status), likely, False, "rules" if outright else "model")
    sure = mail.of_hiring and likely >= (SURE_TWICE if mail.stated[status] > 1 else SURE)
    return Verdict(_as_status(status), 1 - DOUBT * (1 - likely), sure, "rules")


def _as_status(name: str) -> Status:
    return next(status for status in STATUSES if status == name)


# Phrases that make a mail of a class doubtful: its sentences may belong to the other one.
DISPUTES = {
    "applied": ("rejected", "offer", "interview", "withdrawn", "assessment", "cold", "other", "nudge"),
    "rejected": ("offer", "interview", "assessment", "withdrawn", "other"),
    "interview": ("rejected", "offer", "other", "cold"),
    "assessment": ("rejected", "offer", "other", "cold"),
    "offer": ("rejected", "withdrawn", "other", "cold", "alert"),
    "update": ("rejected", "offer", "interview", "assessment", "withdrawn", "other", "applied"),
    "withdrawn": ("rejected", "offer", "interview", "other"),
}


def _undisputed(mail: Seen, status: str) -> bool:
    return not any(mail.stated[name] for name in DISPUTES[status])


def weighed(mail: Seen) -> dict[str, float]:
    """How likely each class is, by the phrases and the model together."""
    scores = {name: math.log(max(p, 1e-9)) for name, p in probabilities(mail).items()}
    if mail.of_work and not mail.stated["other"]:
        for name, more in OUTRIGHT.items():
            scores[name] += more * min(mail.stated[name], MOST_COUNTED)
    scores["not_job"] += ELSE * min(mail.stated["other"], MOST_COUNTED)
    top = max(scores.values())
    powers = {name: math.exp(score - top) for name, score in scores.items()}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}
