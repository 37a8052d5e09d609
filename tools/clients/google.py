"""Google's sign-in: the address of its page, and codes and tokens for one another; knows no mail and no database."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from tools.clients.trouble import AccessLost, Busy, Unreachable

SCOPE = "https://www.googleapis.com/auth/gmail.readonly"
OWN_FILES = "https://www.googleapis.com/auth/drive.file"
SHEETS = "https://www.googleapis.com/auth/spreadsheets"
NOT_TICKED = {
    SCOPE: "the box that lets me read mail was not ticked",
    OWN_FILES: "the box that lets me make a sheet was not ticked",
    SHEETS: "the box that lets me write into your sheets was not ticked",
}
# A token that ends so soon is as good as none.
MARGIN = timedelta(minutes=3)


@dataclass(frozen=True)
class GoogleApp:
    """The OAuth client of whoever runs this, and where Google is."""

    client_id: str
    secret: str = field(repr=False)
    auth_url: str = "https://accounts.google.com/o/oauth2/v2/auth"
    token_url: str = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address
    api_url: str = "https://gmail.googleapis.com"
    sheets_url: str = "https://sheets.googleapis.com"

    @property
    def revoke_url(self) -> str:
        """Where a token is given back: beside where it came from."""
        parts = urlsplit(self.token_url)
        return parts._replace(path=parts.path.rpartition("/")[0] + "/revoke").geturl()


@dataclass(frozen=True)
class Tokens:
    """What Google gave: the token of the next hour or so, and the one that fetches more of them."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime

    def fresh(self, now: datetime) -> bool:
        """Whether the token of the hour still holds for a while."""
        return self.expires_at - now > MARGIN

    def secret(self) -> dict[str, Any]:
        """As it is kept, sealed."""
        return {"access": self.access, "refresh": self.refresh, "expires_at": self.expires_at.isoformat()}


def kept(secret: dict[str, Any]) -> Tokens:
    """What `Tokens.secret` gave. Raises KeyError, ValueError for what is none."""
    return Tokens(str(secret["access"]), str(secret["refresh"]), datetime.fromisoformat(secret["expires_at"]))


def consent_url(app: GoogleApp, redirect: str, state: str, verifier: str, scope: str = SCOPE) -> str:
    """The page where a person says yes to a scope; what comes of it is led to `redirect`."""
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "client_id": app.client_id, "redirect_uri": redirect, "response_type": "code", "scope": scope, "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="), "code_challenge_method": "S256",
        # Without these two Google gives no token that lasts, to somebody who has been here before.
        "access_type": "offline", "prompt": "consent",
    }  # fmt: skip
    return f"{app.auth_url}?{urlencode(asked)}"


def tokens_for(app: GoogleApp, code: str, redirect: str, verifier: str, now: datetime, scope: str = SCOPE) -> Tokens:
    """The tokens for a code that Google led back with. Raises AccessLost, Busy, Unreachable."""
    said = _asked(app, {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect,
                        "code_verifier": verifier})  # fmt: skip
    if "scope" in said and scope not in str(said["scope"]).split():
        raise AccessLost(NOT_TICKED[scope])
    if not said.get("refresh_token"):
        raise AccessLost("Google gave no lasting permission")
    return Tokens(str(said["access_token"]), str(said["refresh_token"]), _end(said, now))


def refreshed(app: GoogleApp, tokens: Tokens, now: datetime) -> Tokens:
    """The same with a new token for the next hour. Raises AccessLost, Busy, Unreachable."""
    said = _asked(app, {"grant_type": "refresh_token", "refresh_token": tokens.refresh})
    return Tokens(str(said["access_token"]), str(said.get("refresh_token") or tokens.refresh), _end(said, now))


def revoke(app: GoogleApp, tokens: Tokens) -> bool:
    """Give the permission back; whether Google took it, or knew nothing of it any more. Raises Unreachable."""
    from tools.clients.web import post_form

    status, _ = post_form(app.revoke_url, {"token": tokens.refresh})
    return status in (200, 400)


def _asked(app: GoogleApp, fields: dict[str, str]) -> dict[str, Any]:
    from tools.clients.web import post_form

    status, said = post_form(app.token_url, {**fields, "client_id": app.client_id, "client_secret": app.secret})
    if status == 200 and said.get("access_token"):
        return said
    if status == 429 or status >= 500:
        raise Busy(f"Google answered {status}")
    reason = str(said.get("error") or status)[:40]
    if reason in ("invalid_grant", "access_denied"):
        raise AccessLost(reason)
    if reason in ("invalid_client", "unauthorized_client"):
        raise Unreachable(f"Google does not know this program ({reason}): check GOOGLE_CLIENT_ID and its secret")
    raise Unreachable(f"Google said {reason}")


def _end(said: dict[str, Any], now: datetime) -> datetime:
    try:
        seconds = min(max(float(said.get("expires_in") or 0), 0), 86_400)
    except (TypeError, ValueError):
        seconds = 0
    return now + timedelta(seconds=seconds)
