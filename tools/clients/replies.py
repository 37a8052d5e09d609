"""What Google's answers mean: come again, not there, refused; and a connection that carries a token."""

from __future__ import annotations

import json
from typing import Any

from tools.clients.access import Access
from tools.clients.trouble import AccessLost, MailTrouble, Unreachable
from tools.clients.web import Http

LIMITS = frozenset(("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded"))
SWITCHED_OFF = frozenset(("accessNotConfigured", "SERVICE_DISABLED"))


class Later(MailTrouble):
    """To be asked again after a pause (seconds, where one was named); `undone`: nothing can have been changed."""

    def __init__(self, words: str, pause: float | None = None, *, undone: bool = False) -> None:
        super().__init__(words)
        self.pause = pause
        self.undone = undone


class NotFound(MailTrouble):
    """It is not there."""


class BadRequest(MailTrouble):
    """The server does not take what is asked: a place in a list that has grown old. `reason`: Google's short word."""

    def __init__(self, words: str, reason: str = "") -> None:
        super().__init__(words)
        self.reason = reason


class Refused(MailTrouble):
    """The token is not taken."""


class Bearer:
    """A connection that sends the token with each request; `used` is the one that it sent last.

    The library takes it for its own kind: in a batch it asks `credentials` for new tokens by itself.
    """

    def __init__(self, http: Http, access: Access) -> None:
        self.http = http
        self.access = access
        self.used = ""
        self.credentials = self
        self.access_token_expired = False

    @property
    def access_token(self) -> str:
        """The token as it is now."""
        return self.used or "unused"

    def refresh(self, _: Any) -> None:
        """Get a new token. Raises MailTrouble."""
        self.access.renew(self.used)

    def apply(self, headers: dict[str, str]) -> None:
        """Put the token into the head of a part of a batch."""
        headers["authorization"] = f"Bearer {self.access.token()}"

    def request(self, uri: str, method: str = "GET", body: Any = None, headers: Any = None, **more: Any) -> Any:
        """As httplib2's own. Raises Refused, TooLong and what httplib2 raises."""
        self.used = self.access.token()
        sent = {**(headers or {}), "authorization": f"Bearer {self.used}"}
        answer, content = self.http.request(uri, method, body=body, headers=sent, **more)
        if answer.status == 401:
            raise Refused("the token is not taken")
        return answer, content


def raise_for(error: Exception) -> None:
    """Raise what an error of Google's library means; what is none of its errors is raised as it is."""
    from googleapiclient.errors import BatchError, HttpError

    if isinstance(error, BatchError):
        raise Later("a batch came back in pieces") from None
    if not isinstance(error, HttpError):
        raise error
    status, reason = int(error.resp.status), _reason(error.content)
    if status == 429 or status >= 500 or reason in LIMITS:
        undone = status == 429 or reason in LIMITS
        raise Later(f"Google answered {status}", _pause(error.resp.get("retry-after")), undone=undone)
    if status == 400:
        raise BadRequest("Google answered 400", reason)
    plain = {401: Refused, 404: NotFound}.get(status)
    if plain is not None:
        raise plain(f"Google answered {status}")
    if reason in SWITCHED_OFF:
        raise Unreachable("that API is switched off in the Google project: switch it on in its console")
    if status == 403:
        raise AccessLost(f"Google refuses ({reason or status})")
    raise Unreachable(f"Google answered {status}")


def _reason(content: Any) -> str:
    """The short word in which Google says why."""
    try:
        said = json.loads(content)["error"]
        details = [one["reason"] for one in said.get("details") or () if "reason" in one]
        known = said["errors"][0]["reason"] if said.get("errors") else (details or [said.get("status") or ""])[0]
        return str(known)[:60]
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _pause(said: Any) -> float | None:
    try:
        return max(float(said), 0.0)
    except (TypeError, ValueError):
        return None
