"""What a person granted us, as it is kept: the secret behind a row, and tokens that Google renewed on the way."""

from __future__ import annotations

from typing import Any

from storage import credentials
from storage.rows import NotThere
from storage.vault import NoKey, Unreadable
from tools.clients.google import Tokens
from tools.clients.trouble import AccessLost
from tools.mail_access import MailAccess
from tools.toolbox import Toolbox

SHUT = "I can't open what I had kept to get in"


def secret(toolbox: Toolbox, mail: MailAccess, user_id: int, credential_id: int | None) -> dict[str, Any]:
    """A secret as it was kept. Raises AccessLost where there is none, or none that can be opened."""
    try:
        with toolbox.database.read() as db:
            return credentials.read(db, user_id, mail.vault, credential_id or 0)
    except (NotThere, Unreadable, NoKey):
        raise AccessLost(SHUT) from None


def keep(toolbox: Toolbox, user_id: int, credential_id: int | None, tokens: Tokens) -> None:
    """Keeps tokens in the place of those there were."""
    if toolbox.mail is not None and credential_id is not None:
        with toolbox.database.write() as db:
            # When they end is all that says since when they are there.
            credentials.replace(db, user_id, toolbox.mail.vault, credential_id, tokens.secret(), tokens.expires_at)
