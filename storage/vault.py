"""What must not be read by whoever gets hold of the database: sealed with a key that is kept elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

SHORTEST = 20
READY_MADE = re.compile(r"[A-Za-z0-9_-]{43}=")
_SALT = b"jobbot: what is kept of mail accounts"
NO_KEY = (
    "I must not keep a password or a token here before there is a key to lock it with. Whoever runs me sets "
    "JOBBOT_SECRET_KEY (docs/mail-accounts.md says how); then try again."
)


class NoKey(Exception):
    """Nothing can be sealed: there is no key; the words are meant for the person."""


class Unreadable(Exception):
    """What was sealed cannot be opened: the key is another one, or it was sealed for another person."""


class Vault:
    """Seals secrets and opens them again. The first key seals, all of them open: so a key can be replaced."""

    def __init__(self, keys: Sequence[str] = (), file: Path | None = None) -> None:
        """`keys` as `split` gives them; without one, `file` holds a key, and is made when the first is needed."""
        self._keys = tuple(keys)
        self._file = file
        self._fernet: MultiFernet | None = None

    @property
    def file(self) -> Path | None:
        """Where the key lies that was made here; None where it was given."""
        return None if self._keys else self._file

    @property
    def usable(self) -> bool:
        """Whether there is a key, or a place where one can be made."""
        return bool(self._keys or self._file)

    def seal(self, user_id: int, secret: dict[str, Any]) -> str:
        """A secret of a person as text that says nothing. Raises NoKey; OSError where no key can be made."""
        return self._opener(make=True).encrypt(json.dumps([user_id, secret]).encode()).decode()

    def open(self, user_id: int, sealed: str) -> dict[str, Any]:
        """What was sealed for this person. Raises Unreadable, NoKey."""
        from cryptography.fernet import InvalidToken

        try:
            owner, secret = json.loads(self._opener(make=False).decrypt(sealed.encode()))
        except (InvalidToken, ValueError) as error:
            raise Unreadable("the key is another one") from error
        if owner != user_id or not isinstance(secret, dict):
            raise Unreadable("it was sealed for somebody else")
        return secret

    def _opener(self, *, make: bool) -> MultiFernet:
        # Imported here: most commands have nothing to lock.
        from cryptography.fernet import Fernet, MultiFernet

        if self._fernet is None:
            keys = self._keys or (self._kept(make),)
            self._fernet = MultiFernet([Fernet(_derived(key)) for key in keys])
        return self._fernet

    def _kept(self, make: bool) -> str:
        if self._file is None:
            raise NoKey(NO_KEY)
        if not self._file.exists():
            if not make:
                raise Unreadable("the file of the key is gone")
            _write(self._file, base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
        return self._file.read_text("ascii").strip()


def split(said: str) -> tuple[str, ...]:
    """The keys of a setting: several are parted by commas or blanks. Raises ValueError for one that is too short."""
    keys = tuple(word for word in re.split(r"[\s,]+", said) if word)
    if any(len(key) < SHORTEST for key in keys):
        raise ValueError(f"a key has at least {SHORTEST} characters")
    return keys


def _derived(key: str) -> bytes:
    """A key as Fernet takes it; any other long word is stretched, so that guessing it stays slow."""
    if READY_MADE.fullmatch(key):
        return key.encode()
    return base64.urlsafe_b64encode(hashlib.scrypt(key.encode(), salt=_SALT, n=2**14, r=8, p=1, dklen=32))


def _write(path: Path, key: str) -> None:
    """Write the file whole, for its owner alone; where another process was faster, its key stands."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(key)
            file.flush()
            os.fsync(descriptor)
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink(missing_ok=True)
