"""A real IMAP server for the tests, where there is one on the machine."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.house import House
from tests.imap.dovecot import DOVECOT, MISSING, Dovecot, serving


@pytest.fixture
def dovecot(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    """A server with an empty mailbox, whose certificate is trusted."""
    if DOVECOT is None:
        pytest.skip(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="jobbot-imap-", dir="/tmp"))  # sockets want a short path
    folder.chmod(0o755)
    try:
        with serving(folder) as found:
            monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def imaphouse(sqlite_database: Database, tmp_path: Path) -> Iterator[House]:
    """The product that may reach mail servers."""
    found = House(sqlite_database.url.render_as_string(), tmp_path, more={"offline": False})
    yield found
    found.close()
