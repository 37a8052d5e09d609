"""The line to a Google API: requests in batches side by side, tried again while it asks for patience."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from tools.clients import replies
from tools.clients.access import Access
from tools.clients.mails import MOST_BYTES
from tools.clients.trouble import AccessLost, Busy, MailTrouble
from tools.clients.web import FAULTS, Http, TooLong

SIDE_BY_SIDE = 20
GROUP = 5  # requests in a batch: as many batches as connections, so that it is fast however a server counts them
TRIES = 6
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 32.0
MOST_ANSWER = MOST_BYTES * 4 // 3 + 100_000  # a mail comes in base64
T = TypeVar("T")
Said = dict[str, Any]


@dataclass(frozen=True)
class Api:
    """Which of Google's APIs: its name and version, what people call it, and the longest answer (bytes)."""

    name: str
    version: str
    title: str
    most: int


GMAIL = Api("gmail", "v1", "Gmail", MOST_ANSWER)


class _Pauses:
    """How long to wait before each further try: longer each time, or as long as the server says."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep
        self._next = FIRST_PAUSE

    def wait(self, asked: float | None) -> None:
        self._sleep(min(max(asked or 0.0, self._next), LONGEST_PAUSE))
        self._next *= 2


class Line:
    """Connections to an API for one look; `service` makes requests, `ask` and `ask_all` send them."""

    def __init__(
        self, access: Access, sleep: Callable[[float], None] = time.sleep, api: Api = GMAIL, url: str = ""
    ) -> None:
        from googleapiclient.discovery import build_from_document
        from googleapiclient.discovery_cache import get_static_doc

        self.access = access
        self.sleep = sleep
        self.api = api
        document = json.loads(get_static_doc(api.name, api.version))
        # Batches go to the root, which no option of the library changes.
        document["rootUrl"] = document["baseUrl"] = (url or access.app.api_url).rstrip("/") + "/"
        self.service: Any = build_from_document(document, http=Http(api.most))
        self._pool = ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix=api.name)
        self._own = threading.local()
        self._all: list[Http] = []

    def close(self) -> None:
        """Let go of the server; what is asked at this moment is waited for."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        for http in self._all:
            http.close()

    def ask(self, request: Any, *, writes: bool = False) -> Said:
        """The answer to one request; one that `writes` is tried again only where it was surely not done.

        Raises MailTrouble, TooLong.
        """
        pauses = _Pauses(self.sleep)
        for left in range(TRIES - 1, -1, -1):
            try:
                said = self._once(lambda http: request.execute(http=http))
                return said if isinstance(said, dict) else {}
            except replies.Later as error:
                if writes and not error.undone:
                    raise Busy(f"{self.api.title} did not answer in the middle of a change") from None
                if left:
                    pauses.wait(error.pause)
        raise Busy(f"{self.api.title} asks for patience")

    def ask_all(self, requests: Mapping[str, Any]) -> tuple[dict[str, Said], list[str]]:
        """The answers to many requests by their names, and the names of those whose answers were too long together.

        What is not there is left out. Raises MailTrouble.
        """
        names = list(requests)
        groups = [names[start : start + GROUP] for start in range(0, len(names), GROUP)]
        found: dict[str, Said] = {}
        long: list[str] = []
        for said, rest in self._pool.map(lambda group: self._group(requests, group), groups):
            found |= said
            long += rest
        return found, long

    def _group(self, requests: Mapping[str, Any], names: Sequence[str]) -> tuple[dict[str, Said], list[str]]:
        """One batch, of which those that failed for now are tried again."""
        pauses = _Pauses(self.sleep)
        found: dict[str, Said] = {}
        left, pause = list(names), None
        for tries in range(TRIES, 0, -1):
            try:
                said, left, pause = self._batch(requests, left)
            except TooLong:
                return found, left
            found |= said
            if not left:
                return found, []
            if tries > 1:
                pauses.wait(pause)
        raise Busy(f"{self.api.title} asks for patience")

    def _batch(
        self, requests: Mapping[str, Any], names: Sequence[str]
    ) -> tuple[dict[str, Said], list[str], float | None]:
        """What a batch gives, what of it is to be tried again, and after which pause. Raises TooLong, MailTrouble."""
        answered: list[tuple[str, Said, Exception | None]] = []
        batch = self.service.new_batch_http_request(callback=lambda *answer: answered.append(answer))
        for name in names:
            batch.add(requests[name], request_id=name)
        try:
            self._once(lambda http: batch.execute(http=http))
        except replies.Later as error:
            return {}, list(names), error.pause
        found = {name: said for name, said, error in answered if error is None}
        again, pause = _failed([(name, error) for name, _, error in answered if error is not None])
        return found, again, pause

    def _once(self, ask: Callable[[replies.Bearer], T]) -> T:
        """One request with a token that holds, and with a new one where it was refused. Raises MailTrouble, Later."""
        for _ in range(2):
            http = self._http()
            try:
                return self._translated(ask, http)
            except replies.Refused:
                self.access.renew(http.used)
        raise AccessLost("Google refuses the token")

    def _translated(self, ask: Callable[[replies.Bearer], T], http: replies.Bearer) -> T:
        try:
            return ask(http)
        except (MailTrouble, TooLong):
            raise
        except FAULTS as error:
            raise replies.Later(type(error).__name__) from None
        except Exception as error:
            replies.raise_for(error)
            raise

    def _http(self) -> replies.Bearer:
        """The connection of this thread."""
        if not hasattr(self._own, "http"):
            http = Http(self.api.most)
            self._all.append(http)
            self._own.http = replies.Bearer(http, self.access)
        found: replies.Bearer = self._own.http
        return found


def _failed(answers: Sequence[tuple[str, Exception]]) -> tuple[list[str], float | None]:
    """Which of the requests in a batch are to be tried again, and after which pause. Raises MailTrouble."""
    again: list[str] = []
    pause: float | None = None
    for name, error in answers:
        try:
            replies.raise_for(error)
        except replies.NotFound:
            continue
        except replies.Later as later:
            again.append(name)
            pause = max(pause or 0.0, later.pause or 0.0)
        except replies.Refused:
            again.append(name)
    return again, pause
