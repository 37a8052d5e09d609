"""A Greenhouse of the tests' own: Harvest v3 as far as it is asked, with two candidates of invented names."""

from __future__ import annotations

import base64
from typing import Any

from tests.ats.replay import Answer, Asked

SECRET = "client-7 secret-of-client-7"
TOKEN = "a-token-for-an-hour"
PAIR = base64.b64encode(SECRET.replace(" ", ":").encode()).decode()


def application(number: int, candidate: int, **more: Any) -> dict[str, Any]:
    """An application as the list has it."""
    usual = {
        "id": number, "candidate_id": candidate, "job_id": 71, "job_post_id": 7100, "stage_id": 5,
        "stage_name": "Onsite", "status": "in_process", "rejected_at": None, "created_at": "2026-11-02T09:00:00Z",
        "updated_at": "2026-11-16T10:00:00Z", "prospect": False,
    }  # fmt: skip
    return {**usual, **more}


class Greenhouse:
    """What it holds; `page`: how many objects a page has at most."""

    def __init__(self) -> None:
        self.page = 500
        self.lists: dict[str, list[dict[str, Any]]] = {
            "candidates": [{"id": 1, "email": "ana@example.com"}, {"id": 2, "email": "ben@example.com"}],
            "applications": [application(11, 1), application(12, 2, status="hired")],
            "jobs": [{"id": 71, "name": "Line Cook", "status": "open"}],
            "application_stages": [{"id": 1, "application_id": 11, "entered_at": "2026-11-15T08:00:00Z"}],
            "offers": [], "rejection_details": [],
            "rejection_reasons": [{"id": 3, "name": "Another job", "type": {"id": 2, "name": "They rejected us"}},
                                  {"id": 4, "name": "Skills", "type": {"id": 1, "name": "We rejected them"}}],
        }  # fmt: skip

    def __call__(self, asked: Asked) -> Answer:
        """The answer to a question."""
        if asked.path == "/token":
            if asked.headers.get("authorization") != f"Basic {PAIR}" or "client_credentials" not in asked.body:
                return Answer({"error": "invalid_client"}, 401)
            return Answer({"access_token": TOKEN, "expires_in": 3600})
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return Answer({"message": "Unauthorized", "errors": ["Token could not be decoded"]}, 401)
        name = asked.path.removeprefix("/v3/")
        if name not in self.lists:
            return Answer({"message": "Not found"}, 404)
        if "cursor" in asked.query and len(asked.query) > 1:
            return Answer({"errors": ["When passing a cursor, do not include other query params."]}, 422)
        return self._page(name, asked)

    def _page(self, name: str, asked: Asked) -> Answer:
        """A page of a list; the cursor holds all that was asked for."""
        held = dict(part.split("=", 1) for part in asked.query.get("cursor", "").split(";") if part) or asked.query
        found = [one for one in self.lists[name] if _fits(one, held)]
        start = int(held.get("start", 0))
        more = {**held, "start": str(start + self.page)}
        cursor = "%3B".join(f"{key}%3D{value}" for key, value in more.items())
        link = {"Link": f'<https://harvest.greenhouse.io/v3/{name}?cursor={cursor}>; rel="next"'}
        return Answer(found[start : start + self.page], headers=link if start + self.page < len(found) else {})


def _fits(one: dict[str, Any], asked: dict[str, str]) -> bool:
    wanted = {"ids": "id", "candidate_ids": "candidate_id", "application_ids": "application_id"}
    lists = all(str(one[name]) in asked[param].split(",") for param, name in wanted.items() if param in asked)
    after = asked.get("updated_at", "").removeprefix("gte|")
    return lists and asked.get("email", one.get("email")) == one.get("email") and one.get("updated_at", "9") >= after
