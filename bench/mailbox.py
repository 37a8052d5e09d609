"""`python -m bench.mailbox [MAILS]`: a large mailbox on dovecot read to the end by the real program, killed half-way.

It takes a quarter of an hour for 50,000 mails and is no part of `make bench`. What it says: that every mail was looked
at once, the newest first, across a SIGKILL; how much memory the program took; how long a mail took.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.mails import letter
from bench.measure import Figure
from tests.checkout import ROOT
from tests.imap.dovecot import ANNA, DOVECOT, MISSING, PASSWORD, Dovecot, serving
from tests.process import Process
from tools.mail import composing

MAILS = 50_000
MODELS = 1_000  # different mails, sent again and again with numbers of their own
NEWS = 20  # one mail in so many is about a job
APART = timedelta(minutes=30)
FLAT = 1.2  # how much the memory may grow between a tenth of the mails and all of them
MOST_TRIES = 5
BEAT = 0.5  # seconds between two looks at the program


@dataclass
class Watched:
    """A program at work: seconds, mails looked at, and megabytes at the same moment."""

    process: subprocess.Popen[str]
    database: Path
    begun: float = field(default_factory=time.monotonic)
    seen: list[tuple[float, int, float]] = field(default_factory=list)

    def until(self, number: int) -> None:
        """Watch until so many mails were looked at, or the program ends."""
        while self.process.poll() is None and (not self.seen or self.seen[-1][1] < number):
            self.seen.append((time.monotonic() - self.begun, looked_at(self.database), megabytes(self.process.pid)))
            time.sleep(BEAT)

    def peak(self, until: int) -> float:
        """The most megabytes by the time that so many mails were looked at."""
        return max((size for _, number, size in self.seen if number <= until), default=0.0)


def main(mails: int) -> int:
    """Fill the mailbox, read it in two goes, and print what was found; 1 where something is not as it should be."""
    if DOVECOT is None:
        sys.stderr.write(f"{MISSING}\n")
        return 2
    # The server's disk is not what is measured: in memory where that can be, and sockets want a short path.
    place = "/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"  # noqa: S108
    folder, data = (Path(tempfile.mkdtemp(prefix="jobbot-box-", dir=where)) for where in (place, None))
    folder.chmod(0o755)
    try:
        with serving(folder) as server:
            figures = list(read(server, data, fill(server, mails)))
    finally:
        for gone in (folder, data):
            shutil.rmtree(gone, ignore_errors=True)
    for found in figures:
        print(found.line(), flush=True)
    return 0 if all(found.ok for found in figures) else 1


def fill(server: Dovecot, count: int) -> list[str]:
    """Mails of twelve kilobytes, one every half an hour, one in twenty about a job; their names, the newest first."""
    models = list(_models())
    place = server.place() / "cur"
    place.mkdir(exist_ok=True)
    last = datetime.now(UTC) - timedelta(hours=1)
    names = []
    for number in range(count):
        at = last - number * APART
        name = f"<mailbox-{number}@bench.example>"
        path = place / f"{int(at.timestamp())}.{number}.bench:2,S"
        head = f"Message-ID: {name}\r\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\r\n".encode()
        path.write_bytes(head + models[number % MODELS])
        os.utime(path, (at.timestamp(), at.timestamp()))
        names.append(hashlib.sha256(f"message-id: {name}".encode()).hexdigest())
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{server.owner.pw_uid}:{server.owner.pw_gid}", server.place()], check=True)
    return names


def _models() -> Iterator[bytes]:
    examples = list(composing.compose())
    random.Random(7).shuffle(examples)
    other = iter([one for one in examples if one.status == "not_job"])
    news = iter([one for one in examples if one.status != "not_job"])
    for number in range(MODELS):
        raw = letter(next(other if number % NEWS else news), number)
        yield re.sub(rb"(?m)^(Message-ID|Date): .*\n", b"", raw, count=2).replace(b"\n", b"\r\n")


def read(server: Dovecot, data: Path, names: list[str]) -> Iterator[Figure]:
    """Connect it in the chat, end the program by SIGKILL half-way, and let `jobbot sync` read the rest."""
    database, half = data / "jobbot.db", len(names) // 2
    first = Watched(connected(server, data), database)
    first.until(half)
    first.process.kill()
    first.process.communicate()
    cut = first_ones(database)
    order = set(names[: len(cut)]) == cut
    yield Figure("mailbox/order", 0.0 if order else 1.0, 0.0, f"the newest {len(cut):,} were read when it was killed")
    second = the_rest(server, data, len(names))
    missing = len(names) - looked_at(database)
    yield Figure("mailbox/missing", missing / len(names), 0.0, f"{len(names):,} mails")
    extra = logged(database) - len(names)
    yield Figure("mailbox/twice", max(extra, 0) / len(names), 0.0, "mails that were looked at twice")
    yield from _costs((first, second), names, len(cut))


def the_rest(server: Dovecot, data: Path, number: int) -> Watched:
    """`jobbot sync` until all is read; where the machine is busy a look may end early, and the next one goes on."""
    database = data / "jobbot.db"
    free(database)
    watched = Watched(sync(server, data), database)
    for _ in range(MOST_TRIES):
        watched.until(number + 1)
        said, errors = watched.process.communicate()
        sys.stderr.write(said + errors)
        if looked_at(database) >= number:
            break
        watched.process = sync(server, data)
    return watched


def _costs(parts: tuple[Watched, Watched], names: list[str], cut: int) -> Iterator[Figure]:
    first, second = parts
    spent = [part.seen[-1][0] for part in parts]
    growth = max(first.peak(cut) / first.peak(len(names) // 10), second.peak(len(names)) / second.peak(cut + 1000))
    peaks = f"{first.peak(cut):.0f} and {second.peak(len(names)):.0f} MB at most"
    yield Figure("mailbox/memory", growth, FLAT, peaks)
    each = [1000 * spent[0] / cut, 1000 * spent[1] / max(len(names) - cut, 1)]
    yield Figure("mailbox/seconds", sum(spent), None, f"{each[0]:.1f} and {each[1]:.1f} ms a mail")


def connected(server: Dovecot, data: Path) -> subprocess.Popen[str]:
    """The program after a person has connected the mailbox in the chat, at work on the first look."""
    talk = Process(data, **_environment(server, data))
    assert "Which server" in talk.say(f"connect {ANNA}").text
    talk.say(server.server)
    assert "Since when" in talk.say(PASSWORD).text
    at = datetime.now(UTC)
    talk.write(f'{{"id": 9, "user": "u1", "at": "{at.isoformat()}", "text": "everything"}}')
    assert talk.process is not None
    return talk.process


def sync(server: Dovecot, data: Path) -> subprocess.Popen[str]:
    """`jobbot sync --source email`."""
    environment = {**os.environ, **_environment(server, data)}
    command = [sys.executable, "-m", "bot", "sync", "--source", "email"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)


def _environment(server: Dovecot, data: Path) -> dict[str, str]:
    return {"JOBBOT_DATA_DIR": str(data), "JOBBOT_OFFLINE": "", "SSL_CERT_FILE": str(server.certificate)}


def megabytes(process: int) -> float:
    """What a program takes now; 0.0 when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def looked_at(database: Path) -> int:
    """How many mails were looked at."""
    return int(_one(database, "SELECT count(*) FROM seen_mails"))


def logged(database: Path) -> int:
    """How many looks at a mail the log of the looks counts."""
    return int(_one(database, "SELECT sum(looked) FROM fetches"))


def first_ones(database: Path) -> set[str]:
    """The names of the mails that were looked at."""
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return {row[0] for row in connection.execute("SELECT mail FROM seen_mails")}


def free(database: Path) -> None:
    """Let the lease of the killed program end now; it would in five minutes."""
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        connection.execute("UPDATE mailboxes SET leased_until = NULL")


def _one(database: Path, query: str) -> int:
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return int(connection.execute(query).fetchone()[0] or 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MAILS))
