"""A real IMAP server (dovecot), started on loopback with a certificate of its own and folders that a test fills."""

from __future__ import annotations

import getpass
import grp
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.model_server import free_port
from tests.talk import NOON

DOVECOT = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)
MISSING = "dovecot is not installed (Debian: dovecot-imapd)"
ANNA, PASSWORD = "anna@mail.example", "only-for-the-test"
CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class Dovecot:
    """A running server, and the mail that arrives there."""

    def __init__(self, folder: Path, port: int, owner: pwd.struct_passwd) -> None:
        self.folder = folder
        self.port = port
        self.owner = owner
        self.number = 0

    @property
    def server(self) -> str:
        """As a person says it."""
        return f"localhost:{self.port}"

    @property
    def certificate(self) -> Path:
        """Whom to trust."""
        return self.folder / "cert.pem"

    def deliver(
        self, subject: str, text: str, *, days: int = 1, folder: str = "", number: str = "", size: int = 0
    ) -> None:
        """A mail arrives in a folder; `size` bytes are attached to it."""
        self.number += 1
        at = NOON.astimezone(UTC) - timedelta(days=days)
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "jobs@lidl.example", ANNA, subject
        mail["Date"], mail["Message-ID"] = (
            at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
            f"<{number or self.number}@lidl.example>",
        )
        mail.set_content(text)
        if size:
            mail.add_attachment(b"x" * size, maintype="application", subtype="pdf", filename="big.pdf")
        place = self.place(folder) / "new"
        self._make(place.parent)
        path = place / f"{int(at.timestamp())}.{self.number}.test"
        path.write_bytes(mail.as_bytes())
        os.utime(path, (at.timestamp(), at.timestamp()))
        self._give(path)

    def place(self, folder: str = "") -> Path:
        """Where the files of a folder are."""
        return self.folder / "mail" / ANNA / (f".{folder}" if folder else "")

    def made_anew(self) -> None:
        """The folder loses all that the server knows of it: its numbers count anew."""
        for path in self.place().glob("dovecot*"):
            path.unlink()
        time.sleep(1.1)  # the new number of the folder is the second in which it is made

    def _make(self, place: Path) -> None:
        for part in ("new", "cur", "tmp"):
            (place / part).mkdir(parents=True, exist_ok=True)
            self._give(place / part)
        for path in (place, self.folder / "mail", self.folder / "mail" / ANNA):
            self._give(path)

    def _give(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, self.owner.pw_uid, self.owner.pw_gid)


@contextmanager
def serving(folder: Path) -> Iterator[Dovecot]:
    """A server until the end."""
    assert DOVECOT is not None, MISSING
    owner = pwd.getpwnam("nobody" if os.geteuid() == 0 else getpass.getuser())
    port = free_port()
    server = Dovecot(folder, port, owner)
    _certificate(folder)
    (folder / "mail" / ANNA).mkdir(parents=True)
    server._make(server.place())
    group = grp.getgrgid(owner.pw_gid).gr_name
    words = CONFIG.format(folder=folder, user=owner.pw_name, group=group, uid=owner.pw_uid, gid=owner.pw_gid, port=port,
                          password=PASSWORD)  # fmt: skip
    (folder / "dovecot.conf").write_text(words)
    with subprocess.Popen([DOVECOT, "-F", "-c", str(folder / "dovecot.conf")], stderr=subprocess.PIPE) as process:
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()


def _wait(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        assert process.poll() is None and process.stderr is not None, "the server ended"
        time.sleep(0.05)
    raise RuntimeError("the server did not start")


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    first, last = datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    built = built.serial_number(x509.random_serial_number()).not_valid_before(first)
    built = built.not_valid_after(last)
    built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    made = built.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(
        key, hashes.SHA256()
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(pem)
