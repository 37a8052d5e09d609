"""Mails put together from the examples, to train the classes on; run by `make train`, never by the product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

EXAMPLES = Path(__file__).with_name("examples")
SEED = 20
OFTEN = 5  # how often a mail written as a whole counts
LANGUAGES = {"en": 0.66, "de": 0.11, "fr": 0.08, "es": 0.08, "pt": 0.07}
COUNTS = {
    "applied": 1100, "rejected": 1500, "interview": 1000, "assessment": 600,
    "offer": 600, "withdrawn": 350, "update": 700, "not_job": 2800,
}  # fmt: skip
GREETINGS = {
    "en": ("Hi {person},", "Dear {person},", "Hello {person},", "{person},", "Dear applicant,", "Dear candidate,", ""),
    "de": ("Sehr geehrte Frau Weber,", "Hallo {person},", "Guten Tag {person},", "Sehr geehrter Herr Kaya,", ""),
    "fr": ("Bonjour {person},", "Madame, Monsieur,", "Bonjour,", ""),
    "es": ("Hola {person}:", "Estimada {person},", "Buenos días,", ""),
    "pt": ("Olá {person},", "Prezado {person},", "Bom dia,", ""),
}
THANKS = re.compile(r"thank|vielen dank|merci|gracias|obrigad|nous vous rem|agrad", re.IGNORECASE)
SLOT = re.compile(r"\{(\w+)\}")
# Who writes about an application, and who about all else; LinkedIn and Indeed do both.
SENDERS = {
    "job": tuple(
        """
        no-reply@us.greenhouse-mail.io acme@myworkday.com notifications@smartrecruiters.com jobs-
        noreply@linkedin.com jane.roe@northgate.example careers@harbourfoods.example no-reply@kestrel.example
        indeedapply@indeed.com noreply@candidates.workablemail.com hr@talheim.example no-reply@ashbyhq.com
        karriere@brandtner.example
        """.split()
    ),
    "other": tuple(
        """
        jobalerts-noreply@linkedin.com alert@indeed.com news@shop.example no-reply@bank.example
        jane.roe@agency.example hello@startup.example messages-noreply@linkedin.com noreply@careers.example
        info@gym.example omar@gmail.com no-reply@myworkday.com jobs@ziprecruiter.com service@telecom.example
        team@app.example
        """.split()
    ),
}


@dataclass(frozen=True)
class Example:
    """One composed mail with its class."""

    status: str
    sender: str
    subject: str
    body: str


@cache
def sections(name: str) -> dict[str, list[str]]:
    """The lines of an example file by their headings ("en", "en extra", …)."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (EXAMPLES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            found.setdefault(heading, []).append(line.strip())
    return found


def compose() -> Iterator[Example]:
    """All mails to train on, the same ones each time."""
    chance = Random(SEED)  # noqa: S311
    for status, count in COUNTS.items():
        for _ in range(count):
            make = _other if status == "not_job" else _about
            yield _filled(make(status, chance), chance)
    for letter in letters():
        yield from (letter for _ in range(OFTEN))


def letters() -> Iterator[Example]:
    """The mails that are written as a whole."""
    for block in (EXAMPLES / "letters.txt").read_text("utf-8").split("\n== ")[1:]:
        head, _, body = block.partition("\n")
        status, sender, subject = (part.strip() for part in head.split("|", 2))
        yield Example(status, sender, subject, body.strip())


def _language(chance: Random) -> str:
    return chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]


def _some(lines: list[str], most: int, chance: Random) -> list[str]:
    return chance.sample(lines, min(len(lines), chance.randint(0, most)))


def _about(status: str, chance: Random) -> Example:
    """A mail about an application: what it says, among what it may say besides."""
    language = _language(chance)
    own, around = sections(status), sections("around")
    says = chance.sample(own[language], chance.choice((1, 1, 1, 2)))
    extra = _some(own.get(f"{language} extra", []), 3, chance)
    before: list[str] = []
    if chance.random() < 0.5:
        before.append(chance.choice(around[f"{language} open"]))
    if status not in ("applied", "withdrawn") and chance.random() < 0.25:
        before.append(_receipt(language, chance))
    middle = _some(around[f"{language} middle"], 2, chance) + extra
    chance.shuffle(middle)
    ahead = middle[: chance.choice((0, 0, 1))]
    body = [*before, *ahead, *says, *middle[len(ahead) :]]
    if chance.random() < 0.15:
        return Example(status, "", "", " ".join(says))
    if chance.random() < 0.7:
        body.append(chance.choice(around[f"{language} close"]))
    subject = chance.choice(own[f"{language} subject"]) if chance.random() < 0.5 else ""
    return Example(status, _sender("job", chance), subject, _laid_out(body, language, chance))


def _receipt(language: str, chance: Random) -> str:
    """A sentence with which many a later mail begins: thanks for the application."""
    lines = [
        line
        for line in sections("applied")[language]
        if re.match(r"thank|vielen dank|merci|gracias|obrigad|nous vous rem|agrad", line, re.I)
    ]
    return chance.choice(lines)


def _other(status: str, chance: Random) -> Example:
    """Any other mail; a digest or a letter of news is made of several."""
    language = _language(chance)
    table = sections("not_job")
    names = [name for name in table if name.startswith(f"{language} ")]
    name = chance.choice(names)
    times = chance.choice((1, 1, 1, 2, 4)) if name.split()[1] in ("alert", "shop", "advice", "life") else 1
    picked = [line.partition(" || ") for line in chance.sample(table[name], min(times, len(table[name])))]
    subject = picked[0][0] if chance.random() < 0.55 else ""
    body = [text for _, _, text in picked]
    if name.endswith(("otherapplication", "cold", "nudge")) and chance.random() < 0.3:
        body.append(chance.choice(sections("around")[f"{language} close"]))
    kind = "job" if chance.random() < 0.2 else "other"
    return Example(status, _sender(kind, chance), subject, _laid_out(body, language, chance))


def _sender(kind: str, chance: Random) -> str:
    return chance.choice(SENDERS[kind]) if chance.random() < 0.5 else ""


def _laid_out(body: list[str], language: str, chance: Random) -> str:
    between = chance.choice((" ", "\n\n"))
    greeting = chance.choice(GREETINGS[language])
    return f"{greeting}\n\n{between.join(body)}".strip().replace(" / ", "\n")


def _filled(example: Example, chance: Random) -> Example:
    names = {name: chance.choice(lines) for name, lines in sections("names").items()}
    subject, body = (SLOT.sub(lambda m: names[m.group(1)], part) for part in (example.subject, example.body))
    return Example(example.status, example.sender, subject, body)
