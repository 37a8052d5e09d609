"""`jobbot doctor`: a line for each thing that it looked at, and how to mend what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from bot.bad_setting import BadSetting
from bot.checks.channels import check_slack, check_telegram
from bot.checks.clock import check_clock, check_zones
from bot.checks.data import check_database, check_database_quickly, check_disk
from bot.checks.finding import Check, Finding, Patient
from bot.checks.mail import check_mail
from bot.checks.model import check_model
from bot.checks.names import check_settings, check_tokens
from bot.checks.serving import check_serving
from bot.settings import Settings, read

# In the order in which one explains the next. What asks a server comes last; a channel adds its check here.
ALL: tuple[Check, ...] = (
    check_settings, check_tokens, check_disk, check_database, check_mail, check_clock, check_zones, check_model,
    check_serving,
    check_telegram, check_slack,
)  # fmt: skip
# What may be asked every half minute, by whoever watches the program.
QUICK: tuple[Check, ...] = (check_disk, check_database_quickly, check_serving)


OF_THE_DATA = ("JOBBOT_DATA_DIR", "JOBBOT_DATABASE_URL")


def findings(environment: Mapping[str, str], now: datetime, checks: tuple[Check, ...] = ALL) -> Iterator[Finding]:
    """What each check says of these settings, at the machine's instant `now` (aware)."""
    patient = Patient(environment, _settings(environment), now)
    for check in checks:
        yield from check(patient)


def _settings(environment: Mapping[str, str]) -> Settings:
    """Where one cannot be read, as the check of the settings says, those that name the data: it is looked at anyway."""
    try:
        return read(environment)
    except BadSetting:
        return read({name: environment[name] for name in OF_THE_DATA if name in environment})


def run(environment: Mapping[str, str], *, quick: bool) -> int:
    """Print what was found, only what is wrong when `quick`; 0 when nothing has to be mended, else 1."""
    if quick:
        read(environment)  # raises BadSetting: there is no check of the settings to say so
    wrong = False
    for finding in findings(environment, datetime.now(UTC), QUICK if quick else ALL):
        wrong = wrong or finding.level == "bad"
        if finding.level == "bad" or not quick:
            print(finding.line())
    return 1 if wrong else 0
