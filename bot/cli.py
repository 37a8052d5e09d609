"""The command line: `jobbot` and its commands; heavy parts are imported by the command that needs them."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import AsyncIterator, Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.assistant import Said
    from bot.app import App
    from bot.settings import Settings

MOST_SEEDED = 100_000
MOST_RUNS = 100
PACKAGES = ("storage", "tools", "agent", "scheduler", "bot")


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0 done, 1 failed with one line on stderr, 2 wrong usage."""
    _forgive_letters()
    arguments = _parser().parse_args(argv)
    shadowed = _shadowed()
    if shadowed:
        return _failed(
            f"another package named “{shadowed}” stands in the way; install jobbot in an environment of its own."
        )
    try:
        command: Callable[[argparse.Namespace], int] = arguments.run
        status = command(arguments)
        sys.stdout.flush()
        return status
    except _meant_for_the_person() as error:
        return _failed(str(error))
    except BrokenPipeError:
        # Whoever read has had enough; what Python would still write at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _meant_for_the_person() -> tuple[type[Exception], ...]:
    """The errors whose words say what to do; asked for, and loaded, only when there is one."""
    from bot.settings import BadSetting
    from storage.problems import DatabaseProblem
    from tools.result import Refusal

    return DatabaseProblem, Refusal, BadSetting


def _settings() -> Settings:
    """What the environment says; whoever has settings has something to do, and may have something to log."""
    import logging

    from bot import settings

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    return settings.read(os.environ)


def _forgive_letters() -> None:
    """What a terminal cannot show or spell is replaced, instead of ending the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _failed(words: str) -> int:
    print("jobbot: " + " ".join(words.split()), file=sys.stderr)
    return 1


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
    parser.set_defaults(run=_chat)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add(commands, "chat", _chat, "chat in the terminal (the default)")
    _add(commands, "run", _serve, "serve every channel that has a token, until stopped")
    _add(commands, "stdio", _stdio, "the JSON-lines channel on standard input and output")
    _add_files(commands)
    sample = _add(commands, "seed", _seed, "realistic sample data for the person “demo”")
    sample.add_argument(
        "--applications", type=_number, default=60, metavar="N", help=f"0 to {MOST_SEEDED}; default: 60"
    )
    keep = _add(commands, "backup", _backup, "write all data of all people to one file, while the program runs or not")
    keep.add_argument("file", metavar="FILE", help="- for standard output")
    back = _add(commands, "restore", _restore, "put a backup in the place of all data")
    back.add_argument("file", metavar="FILE", help="- for standard input")
    back.add_argument("--yes", action="store_true", help="replace what is there without asking")
    checks = _add(commands, "doctor", _doctor, "check settings, data, clock and tokens, and say how to mend them")
    checks.add_argument("--quick", action="store_true", help="only whether the data can be used; asks nobody")
    _add_sync(commands)
    _add_eval(commands)
    return parser


def _add_files(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands that bring a person's data in and take it out."""
    bring_in = _add(commands, "import", _import, "bring in a file that export made, or a table (CSV, XLSX)")
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
    take_out = _add(commands, "export", _export, "write all of a person's data to a file")
    take_out.add_argument("--format", choices=["json", "csv"], default="json")
    take_out.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    for one in (bring_in, take_out):
        one.add_argument("--user", metavar="U", help="id, or channel:account; default: local, or the only person")


def _add_eval(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    play = _add(commands, "eval", _eval, "play conversation cases on a database of their own and count what passes")
    play.add_argument("file", metavar="FILE", nargs="?", help="JSON lines; default: the project's own cases")
    play.add_argument("--runs", type=_runs, default=1, metavar="K", help=f"of each case, 1 to {MOST_RUNS}; default: 1")


def _add_sync(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pass_now = _add(commands, "sync", _sync, "one pass now: send the reminders that are due")
    pass_now.add_argument("--check-reminders", action="store_true", help="send what is due, and end")
    pass_now.add_argument("--dry-run", action="store_true", help="only show what would be done")
    pass_now.add_argument("--user", metavar="U", help="id, or channel:account; default: everybody")


def _runs(words: str) -> int:
    number = int(words)
    if not 1 <= number <= MOST_RUNS:
        raise argparse.ArgumentTypeError(f"not from 1 to {MOST_RUNS}: {number}")
    return number


def _number(words: str) -> int:
    number = int(words)
    if not 0 <= number <= MOST_SEEDED:
        raise argparse.ArgumentTypeError(f"not from 0 to {MOST_SEEDED}: {number}")
    return number


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def _chat(_: argparse.Namespace) -> int:
    from bot import terminal

    return terminal.run(_settings(), _reminders if sys.stdin.isatty() else None)


def _reminders(app: App) -> AsyncIterator[Said]:
    """What falls due while somebody sits there; loaded behind the prompt."""
    from bot import heartbeat

    return heartbeat.spoken(app)


def _serve(_: argparse.Namespace) -> int:
    return _failed(
        "no channel has a token, and none can be served yet; to chat in this terminal, run jobbot without run."
    )


def _stdio(_: argparse.Namespace) -> int:
    from bot import app, stdio

    parts = app.build(_settings())
    try:
        return stdio.run(parts.assistant)
    finally:
        parts.close()


def _sync(arguments: argparse.Namespace) -> int:
    from bot import sync

    if not arguments.check_reminders:
        return _failed("say what to do: jobbot sync --check-reminders.")
    for line in sync.check_reminders(_settings(), arguments.user, dry_run=arguments.dry_run):
        print(line)
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from bot import doctor

    return doctor.run(os.environ, quick=arguments.quick)


def _import(arguments: argparse.Namespace) -> int:
    from bot import files, tables

    changes = [*_columns(arguments.column), *([f"{arguments.dates} first"] if arguments.dates else [])]
    ask = input if sys.stdin.isatty() else None
    manner = tables.Manner(arguments.yes, changes, ask)
    print(files.bring_in(_settings(), Path(arguments.file), arguments.user, manner))
    return 0


def _columns(said: list[str]) -> list[str]:
    """Corrections as the chat takes them: "Firma=company" and "Firma is the company" name a column."""
    return [words if words.casefold().startswith("column ") else f"column {words}" for words in said]


def _export(arguments: argparse.Namespace) -> int:
    from bot import files

    text = files.take_out(_settings(), arguments.user, arguments.format)
    if arguments.output:
        files.write(Path(arguments.output), text)
    else:
        _utf8()
        sys.stdout.write(text + "\n")
    return 0


def _utf8() -> None:
    """Data leaves as UTF-8, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict")


def _backup(arguments: argparse.Namespace) -> int:
    from bot import backup

    # The backup itself may be what goes to standard output.
    print(backup.back_up(_settings(), arguments.file), file=sys.stderr if arguments.file == "-" else sys.stdout)
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from bot import restore

    print(restore.restore(_settings(), arguments.file, sure=arguments.yes))
    return 0


def _seed(arguments: argparse.Namespace) -> int:
    from bot import seed

    print(seed.run(_settings(), arguments.applications))
    return 0


def _eval(arguments: argparse.Namespace) -> int:
    from bot import cases, evaluate

    path = Path(arguments.file) if arguments.file else cases.OWN
    evaluate.run(_settings(), path, arguments.runs, print)
    return 0
