"""A small Google for sheets: sign-in with PKCE, tokens with scopes, who may see which file, quotas, ranges, batches.

It knows only what is documented and used; whatever else is asked of it is an error of 400.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.google.emulated import ANNA, CLIENT, REDIRECTS, SECRET
from tests.gsheets.answers import described, named, values
from tests.gsheets.changes import apply, check
from tests.gsheets.workbook import Invalid, Tab, Workbook

FILE, ALL = "https://www.googleapis.com/auth/drive.file", "https://www.googleapis.com/auth/spreadsheets"
Said = dict[str, Any]


class Fails(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, short: str, words: str = "") -> None:
        super().__init__(words)
        self.status, self.short, self.words = status, short, words


@dataclass
class Grant:
    """What a person allowed: whose files, which of them; `live` until it is taken away."""

    email: str
    scope: str
    redirect: str
    challenge: str
    live: bool = True


@dataclass
class Google:
    """The files and the permissions; `asked` is every request that arrived, `quota` how many a minute may; `failing`:
    what the next requests are answered with; `lost`: so many changes are done whose answer does not arrive."""

    books: dict[str, Workbook] = field(default_factory=dict)
    grants: dict[str, Grant] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    quota: int = 60
    failing: list[int] = field(default_factory=list)
    lost: int = 0
    _times: dict[str, deque[float]] = field(default_factory=dict)

    def allow(self, url: str, email: str = ANNA, *, scope: str | None = None) -> str:
        """What a person does on Google's page; gives the address that they are led back to."""
        asked = {name: one[0] for name, one in parse_qs(urlsplit(url).query).items()}
        assert asked["client_id"] == CLIENT and asked["redirect_uri"] in REDIRECTS
        assert asked["code_challenge_method"] == "S256" and asked["access_type"] == "offline"
        code = f"code{len(self.grants)}"
        granted = asked["scope"] if scope is None else scope
        self.grants[code] = Grant(email, granted, asked["redirect_uri"], asked["code_challenge"])
        return f"{asked['redirect_uri']}?state={quote(asked['state'])}&code={code}"

    def token(self, form: dict[str, str]) -> Said:
        """A token for a code, or for another token."""
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            raise Fails(401, "invalid_client")
        code = form.get("code") or form.get("refresh_token", "").removeprefix("refresh-")
        grant = self.grants.get(code)
        if grant is None or not grant.live:
            raise Fails(400, "invalid_grant")
        if "code" in form:
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            if base64.urlsafe_b64encode(digest).decode().rstrip("=") != grant.challenge:
                raise Fails(400, "invalid_grant")
            if form["redirect_uri"] != grant.redirect:
                raise Fails(400, "redirect_uri_mismatch")
        given = {"access_token": f"access-{code}", "expires_in": 3600, "scope": grant.scope}
        return given | ({"refresh_token": f"refresh-{code}"} if "code" in form else {})

    def revoke(self, form: dict[str, str]) -> Said:
        """A permission taken back takes all of that person's with it."""
        grant = self.grants.get(form.get("token", "").removeprefix("refresh-"))
        if grant is None or not grant.live:
            raise Fails(400, "invalid_token")
        for one in self.grants.values():
            one.live = one.live and one.email != grant.email
        return {}

    def answer(self, method: str, path: str, bearer: str, body: Said) -> Said:
        """What the service answers. Raises Fails."""
        parts = urlsplit(path)
        grant = self.grants.get(bearer.removeprefix("Bearer access-"))
        if grant is None or not grant.live:
            raise Fails(401, "UNAUTHENTICATED")
        if not {FILE, ALL} & set(grant.scope.split()):
            raise Fails(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.")
        self._count(f"{grant.email} {'reads' if method == 'GET' or path.endswith('search?alt=json') else 'writes'}")
        if self.failing:
            raise Fails(self.failing.pop(0), "UNAVAILABLE")
        names = [unquote(one) for one in parts.path.removeprefix("/v4/spreadsheets").split("/") if one]
        try:
            return self._asked(grant, method, names, parse_qs(parts.query), body)
        except Invalid as error:
            raise Fails(400, "INVALID_ARGUMENT", str(error)) from None

    def _asked(self, grant: Grant, method: str, names: list[str], query: dict[str, list[str]], body: Said) -> Said:
        if method == "POST" and not names:
            return self._created(grant, body)
        number, _, verb = names[0].partition(":")
        book = self._seen(grant, number, changes=verb == "batchUpdate")
        rest = "/".join(names[1:])
        if method == "POST" and verb == "batchUpdate":
            return self._changed(book, body)
        if method == "POST" and rest == "developerMetadata:search":
            check(body, "SearchDeveloperMetadataRequest")
            return named(book, body)
        if method == "GET" and not rest:
            return described(book, query.get("fields", [""])[0])
        if method == "GET" and rest == "values:batchGet":
            return {"valueRanges": [values(book, one, query) for one in query["ranges"]]}
        if method == "GET" and rest.startswith("values/"):
            return values(book, rest.removeprefix("values/"), query)
        raise Invalid(f"not known to this server: {method} {rest}")

    def _seen(self, grant: Grant, number: str, *, changes: bool) -> Workbook:
        book = self.books.get(number)
        reads = book is not None and grant.email in (book.owner, *book.readers)
        if book is None or not reads or (ALL not in grant.scope and not book.made_here):
            raise Fails(404, "NOT_FOUND", "Requested entity was not found.")
        if book.excel:
            raise Fails(400, "FAILED_PRECONDITION", "This operation is not supported for this document")
        if changes and grant.email != book.owner:
            raise Fails(403, "PERMISSION_DENIED", "The caller does not have permission")
        return book

    def _created(self, grant: Grant, body: Said) -> Said:
        check(body, "Spreadsheet")
        number = f"made-by-the-program-number-{len(self.books)}"
        tabs = [Tab(at, one["properties"]["title"]) for at, one in enumerate(body["sheets"])]
        self.books[number] = Workbook(number, grant.email, True, tabs, body["properties"]["title"])
        return {"spreadsheetId": number}

    def _changed(self, book: Workbook, body: Said) -> Said:
        check(body, "BatchUpdateSpreadsheetRequest")
        tried = copy.deepcopy(book.tabs), book.tabs
        try:
            apply(book, body["requests"])
        except Invalid:
            book.tabs[:] = tried[0]
            raise
        if self.lost:
            self.lost -= 1
            raise Fails(503, "UNAVAILABLE")
        return {"replies": [{} for _ in body["requests"]]}

    def _count(self, who: str) -> None:
        times = self._times.setdefault(who, deque())
        while times and times[0] < time.monotonic() - 60:
            times.popleft()
        if len(times) >= self.quota:
            raise Fails(429, "RESOURCE_EXHAUSTED", "Quota exceeded")
        times.append(time.monotonic())
