"""The command line: `jobbot` and its commands; heavy parts are imported by the command that needs them."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bot import commands

MOST_SEEDED = 100_000
MOST_RUNS = 100
MOST_DAYS = 3_660
PACKAGES = ("storage", "tools", "agent", "scheduler", "bot")


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0 done, 1 failed with one line on stderr, 2 wrong usage."""
    _forgive_letters()
    arguments = _parser().parse_args(argv)
    shadowed = _shadowed()
    if shadowed:
        return commands.failed(
            f"another package named “{shadowed}” stands in the way; install jobbot in an environment of its own."
        )
    try:
        command: Callable[[argparse.Namespace], int] = arguments.run
        status = command(arguments)
        sys.stdout.flush()
        return status
    except _meant_for_the_person() as error:
        return commands.failed(str(error))
    except BrokenPipeError:
        # Whoever read has had enough; what Python would still write at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _meant_for_the_person() -> tuple[type[Exception], ...]:
    """The errors whose words say what to do; asked for, and loaded, only when there is one."""
    from bot.bad_setting import BadSetting
    from storage.problems import DatabaseProblem
    from tools.result import Refusal

    return DatabaseProblem, Refusal, BadSetting


def _forgive_letters() -> None:
    """What a terminal cannot show or spell is replaced, instead of ending the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _shadowed() -> str | None:
    """The first of our packages that resolves to somebody else's, or None."""
    home = Path(__file__).resolve().parent.parent
    for name in PACKAGES:
        found = find_spec(name)
        if found is None or found.origin is None or Path(found.origin).resolve().parent.parent != home:
            return name
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jobbot", description="Keeps your job search, in plain words.")
    parser.set_defaults(run=commands.chat)
    parsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add(parsers, "chat", commands.chat, "chat in the terminal (the default)")
    _add(
        parsers,
        "run",
        commands.serve,
        "serve Telegram and Slack, whichever has a token, and send reminders, until stopped",
    )
    pair = _add(parsers, "pair", commands.pair, "a one-time code that lets a newcomer in, or links two channels")
    pair.add_argument("--user", metavar="U", help="link one more account to this person: id, or channel:account")
    _add(parsers, "stdio", commands.stdio, "the JSON-lines channel on standard input and output")
    _add_files(parsers)
    sample = _add(parsers, "seed", commands.seed, "realistic sample data for the person “demo”")
    sample.add_argument(
        "--applications", type=_number, default=60, metavar="N", help=f"0 to {MOST_SEEDED}; default: 60"
    )
    _add_backup(parsers)
    _add_doctor(parsers)
    _add_sync(parsers)
    _add_read(parsers)
    _add_posting(parsers)
    _add_eval(parsers)
    return parser


def _add_doctor(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command that looks whether all is well."""
    words = "check settings, data, clock and tokens, and say how to mend them"
    checks = _add(parsers, "doctor", commands.doctor, words)
    quick = "only whether the data can be used, and whether jobbot run answers where it serves"
    checks.add_argument("--quick", action="store_true", help=quick)


def _add_read(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command that shows what mails say."""
    mails = _add(parsers, "read", commands.read_mails, "what the mail reader finds in mails, changing nothing")
    mails.add_argument("files", metavar="FILE", nargs="+", help=".eml, .mbox or .jsonl")
    mails.add_argument("--json", action="store_true", help="one line of JSON a mail")


def _add_files(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands that bring a person's data in and take it out."""
    bring_in = _add(parsers, "import", commands.bring_in, "bring in a file that export made, or a table (CSV, XLSX)")
    bring_in.add_argument("file", metavar="FILE")
    bring_in.add_argument("--yes", action="store_true", help="a table: import it as it is read, without asking")
    bring_in.add_argument("--dates", choices=["day", "month"], help="a table: what comes first in 03/04")
    bring_in.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="WORDS",
        help="a table: “Firma is the company”; may be repeated",
    )
    take_out = _add(parsers, "export", commands.take_out, "write all of a person's data to a file")
    take_out.add_argument("--format", choices=["json", "csv", "xlsx", "pdf"], default="json")
    take_out.add_argument("--period", metavar="WORDS", help="csv, xlsx, pdf: applied to then, like “last month”")
    take_out.add_argument("--language", choices=["en", "de", "fr"], help="pdf: of the record; default: en")
    take_out.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    for one in (bring_in, take_out):
        one.add_argument("--user", metavar="U", help="id, or channel:account; default: local, or the only person")


def _add_backup(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keep = _add(
        parsers, "backup", commands.backup, "write all data of all people to one file, while the program runs or not"
    )
    keep.add_argument("file", metavar="FILE", help="- for standard output")
    back = _add(parsers, "restore", commands.restore, "put a backup in the place of all data")
    back.add_argument("file", metavar="FILE", help="- for standard input")
    back.add_argument("--yes", action="store_true", help="replace what is there without asking")


def _add_eval(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    play = _add(
        parsers, "eval", commands.evaluate, "play conversation cases on a database of their own and count what passes"
    )
    play.add_argument("file", metavar="FILE", nargs="?", help="JSON lines; default: the project's own cases")
    play.add_argument("--runs", type=_runs, default=1, metavar="K", help=f"of each case, 1 to {MOST_RUNS}; default: 1")


def _add_posting(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    look = _add(parsers, "posting", commands.posting, "what stands behind a link to a job; changes nothing")
    look.add_argument("urls", metavar="URL", nargs="*", help="- reads links from standard input, one a line")
    look.add_argument("--identify", action="store_true", help="from the link alone: which platform, which posting")
    look.add_argument("--html", metavar="FILE", help="read this saved page instead of fetching it")
    look.add_argument("--json", action="store_true", help="a line of JSON for each (the default in a pipe)")


def _add_sync(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pass_now = _add(parsers, "sync", commands.sync, "one pass now: read the mailboxes, send the reminders that are due")
    pass_now.add_argument("--source", choices=["email", "ats", "all"], help="where to look for news")
    pass_now.add_argument("--days-back", type=_days, metavar="N", help="go through the mail of the last N days again")
    pass_now.add_argument("--verbose", action="store_true", help="say how far it has come")
    pass_now.add_argument("--check-reminders", action="store_true", help="send what is due, and end")
    pass_now.add_argument("--dry-run", action="store_true", help="only show what would be done")
    pass_now.add_argument("--user", metavar="U", help="id, or channel:account; default: everybody")


def _runs(words: str) -> int:
    number = int(words)
    if not 1 <= number <= MOST_RUNS:
        raise argparse.ArgumentTypeError(f"not from 1 to {MOST_RUNS}: {number}")
    return number


def _days(words: str) -> int:
    number = int(words)
    if not 0 < number <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"not from 1 to {MOST_DAYS}: {number}")
    return number


def _number(words: str) -> int:
    number = int(words)
    if not 0 <= number <= MOST_SEEDED:
        raise argparse.ArgumentTypeError(f"not from 0 to {MOST_SEEDED}: {number}")
    return number


def _add(
    parsers: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    parser = parsers.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser
