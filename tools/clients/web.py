"""HTTP for the clients: answers no longer than a limit, forms posted and JSON read; knows no service."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlencode, urlsplit

import httplib2

from tools.clients.trouble import Unreachable

PATIENCE = 30.0  # seconds for a server to answer
LOCAL = ("127.0.0.1", "localhost", "::1")
FAULTS = (OSError, http.client.HTTPException, httplib2.HttpLib2Error)


class TooLong(Exception):
    """An answer is longer than anybody wants to hold."""


class Http(httplib2.Http):  # type: ignore[misc]
    """A connection of one thread that reads no answer longer than `most` bytes; compressed ones are not asked for."""

    def __init__(self, most: int, patience: float = PATIENCE) -> None:
        super().__init__(timeout=patience)
        self.most = most
        self.follow_redirects = False

    def request(self, uri: str, method: str = "GET", body: Any = None, headers: Any = None, **more: Any) -> Any:
        """As httplib2's own. Raises TooLong."""
        # What is compressed may be a thousand times as long as it says.
        asked = {**(headers or {}), "accept-encoding": "identity"}
        kind = _capped(urlsplit(uri).scheme, self.most)
        try:
            return super().request(uri, method, body=body, headers=asked, connection_type=kind, **more)
        except TooLong:
            self.close()  # the rest of the answer is still on its way
            raise


def _capped(scheme: str, most: int) -> type[http.client.HTTPConnection]:
    class Response(http.client.HTTPResponse):
        def read(self, amt: int | None = None) -> bytes:
            if amt is not None:
                return super().read(amt)
            if self.length is not None and self.length > most:
                raise TooLong
            found = super().read(most + 1)
            if len(found) > most:
                raise TooLong
            # The end of an answer of unknown length is only seen by one more look.
            super().read(1)
            return found

    base = httplib2.HTTPSConnectionWithTimeout if scheme == "https" else httplib2.HTTPConnectionWithTimeout
    return type("Capped", (base,), {"response_class": Response})


def post_form(url: str, fields: dict[str, str], most: int = 100_000) -> tuple[int, dict[str, Any]]:
    """The status and the JSON object that answer a form; an answer that is none counts as empty. Raises Unreachable."""
    headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
    http = Http(most)
    try:
        answer, content = http.request(url, "POST", body=urlencode(fields), headers=headers)
    except (*FAULTS, TooLong) as error:
        raise Unreachable(f"no answer ({type(error).__name__})") from None
    finally:
        http.close()
    try:
        found = json.loads(content)
    except ValueError:
        found = {}
    return int(answer.status), found if isinstance(found, dict) else {}
