"""What each command of the command line does; heavy parts are imported by the command that needs them."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.assistant import Said
    from bot.app import App
    from bot.settings import Settings


BINARY = ("xlsx", "pdf")


def _settings() -> Settings:
    """What the environment says; whoever has settings has something to do, and may have something to log."""
    import logging

    from bot import settings

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    return settings.read(os.environ)


def failed(words: str) -> int:
    """One line on stderr that says why and what to do; the exit status 1."""
    print("jobbot: " + " ".join(words.split()), file=sys.stderr)
    return 1


def chat(_: argparse.Namespace) -> int:
    """Chat in the terminal."""
    from bot import terminal

    return terminal.run(_settings(), _reminders if sys.stdin.isatty() else None)


def _reminders(app: App) -> AsyncIterator[Said]:
    """What falls due while somebody sits there; loaded behind the prompt."""
    from bot import heartbeat

    return heartbeat.spoken(app)


def serve(_: argparse.Namespace) -> int:
    """Serve every channel that has a token."""
    from bot import run

    return run.run(_settings())


def pair(arguments: argparse.Namespace) -> int:
    """Print a one-time code."""
    from datetime import UTC, datetime

    from bot import pair

    print(pair.run(_settings(), arguments.user, datetime.now(UTC)))
    return 0


def stdio(_: argparse.Namespace) -> int:
    """The JSON-lines channel."""
    from bot import app, stdio

    parts = app.build(_settings())
    try:
        return stdio.run(parts.assistant)
    finally:
        parts.close()


def sync(arguments: argparse.Namespace) -> int:
    """One pass now over what is due."""
    from bot import sync

    if not (arguments.check_reminders or arguments.source):
        return failed("say what to do: jobbot sync --source email, or jobbot sync --check-reminders.")
    lines = _mail_lines(arguments) if arguments.source else []
    if arguments.check_reminders:
        lines += sync.check_reminders(_settings(), arguments.user, dry_run=arguments.dry_run)
    for line in lines:
        print(line)
    return 0


def _mail_lines(arguments: argparse.Namespace) -> list[str]:
    from bot import sync_mail

    manner = sync_mail.Manner(
        arguments.user, arguments.days_back, arguments.dry_run, arguments.verbose, arguments.source
    )
    return sync_mail.sync(_settings(), manner)


def read_mails(arguments: argparse.Namespace) -> int:
    """What mails say, with nothing changed."""
    from bot import reading

    _utf8()
    for line in reading.lines([Path(name) for name in arguments.files], as_json=arguments.json):
        print(line)
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    """Check what there is."""
    from bot import doctor

    return doctor.run(os.environ, quick=arguments.quick)


def bring_in(arguments: argparse.Namespace) -> int:
    """Bring a file into a person's data."""
    from bot import files, tables

    changes = [*_columns(arguments.column), *([f"{arguments.dates} first"] if arguments.dates else [])]
    ask = input if sys.stdin.isatty() else None
    manner = tables.Manner(arguments.yes, changes, ask)
    print(files.bring_in(_settings(), Path(arguments.file), arguments.user, manner))
    return 0


def _columns(said: list[str]) -> list[str]:
    """Corrections as the chat takes them: "Firma=company" and "Firma is the company" name a column."""
    return [words if words.casefold().startswith("column ") else f"column {words}" for words in said]


def take_out(arguments: argparse.Namespace) -> int:
    """Write a person's data to a file."""
    from bot import files

    if arguments.format in BINARY and not arguments.output and sys.stdout.isatty():
        return failed(
            f"a file of this kind is nothing for a screen: name one with -o, like -o mine.{arguments.format}."
        )
    said = {"format": arguments.format, "period": arguments.period, "language": arguments.language}
    wanted = {name: words for name, words in said.items() if words}
    told = files.take_out(_settings(), arguments.user, wanted, Path(arguments.output) if arguments.output else None)
    if arguments.output and arguments.format != "json":
        print(told, file=sys.stderr)
    return 0


def _utf8() -> None:
    """Data leaves as UTF-8, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict")


def backup(arguments: argparse.Namespace) -> int:
    """Write all data of all people to one file."""
    from bot import backup

    # The backup itself may be what goes to standard output.
    print(backup.back_up(_settings(), arguments.file), file=sys.stderr if arguments.file == "-" else sys.stdout)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of all data."""
    from bot import restore

    print(restore.restore(_settings(), arguments.file, sure=arguments.yes))
    return 0


def seed(arguments: argparse.Namespace) -> int:
    """Sample data."""
    from bot import seed

    print(seed.run(_settings(), arguments.applications))
    return 0


def evaluate(arguments: argparse.Namespace) -> int:
    """Play conversation cases and count what passes."""
    from bot import cases, evaluate

    path = Path(arguments.file) if arguments.file else cases.OWN
    evaluate.run(_settings(), path, arguments.runs, print)
    return 0


def posting(arguments: argparse.Namespace) -> int:
    """What stands behind links to jobs."""
    from bot import posting

    _utf8()
    source = sys.stdin if "-" in arguments.urls else ()
    return posting.run(os.environ, arguments, source, as_json=arguments.json or not sys.stdout.isatty())
