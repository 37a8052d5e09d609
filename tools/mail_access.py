"""What the house lends to the tools of mail accounts: the lock for secrets, Google's sign-in, where links lead back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from storage.vault import Vault
from tools.clients.google import GoogleApp

CALLBACK = "/oauth/google/callback"
START = "/oauth/google/start"


@dataclass(frozen=True)
class MailAccess:
    """`google` is None where no OAuth client is set; `public_url` is where the world reaches this program, empty where
    it does not; `local_url` where this machine does; `online`: whether anything may leave the machine; `servers`: for
    platforms another server than their own; `office`: keys of the house by platform, as tools/ats/keys.py packs them.
    """

    vault: Vault = field(default_factory=Vault)
    google: GoogleApp | None = None
    public_url: str = ""
    local_url: str = "http://127.0.0.1:8080"
    online: bool = True
    servers: Mapping[str, str] = field(default_factory=dict)
    office: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)

    @property
    def redirect(self) -> str:
        """Where Google leads a person back to."""
        return f"{self.public_url.rstrip('/') or self.local_url}{CALLBACK}"
