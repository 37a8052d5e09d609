"""The workspace behind the test's Slack: people, chats, boards, forms and files, and the methods of the web API."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from tests.slack_wire import SlackError, check_blocks, check_message

BOT_TOKEN, APP_TOKEN = "xoxb-test", "xapp-test"
TEAM, BOT = "T1", "UBOT"
Raw = dict[str, Any]


class Workspace:
    """What is there, and `do_…` for each method; `url` is where it is served."""

    url: str

    def __init__(self) -> None:
        self.users: dict[str, Raw] = {}
        self.messages: dict[str, list[Raw]] = defaultdict(list)
        self.ephemeral: list[Raw] = []
        self.homes: dict[str, Raw] = {}
        self.views: list[Raw] = []
        self.files: dict[str, bytes] = {}
        self.calls: list[tuple[str, Raw]] = []
        self.failing: dict[str, list[SlackError]] = defaultdict(list)
        self._number = 0
        self._clock: Callable[[], float] = lambda: 1_800_000_000.0

    def tell_time(self, clock: Callable[[], float]) -> None:
        """Stamp what comes with this clock."""
        self._clock = clock

    def new_ts(self) -> str:
        """The next stamp of a message."""
        self._number += 1
        return f"{int(self._clock())}.{self._number:06d}"

    def called(self, method: str) -> list[Raw]:
        """The arguments of all calls of a method."""
        return [fields for name, fields in self.calls if name == method]

    def user(self, user: str) -> Raw:
        """A user's record."""
        return {"id": user, "team_id": TEAM, "name": user.lower(), "is_bot": False, **self.users.get(user, {})}

    def do_auth_test(self, _: Raw) -> Raw:
        """Who the bot is."""
        return {"team_id": TEAM, "team": "Jobs", "user_id": BOT, "user": "jobbot", "bot_id": "B1", "url": "https://x"}

    def do_apps_connections_open(self, _: Raw) -> Raw:
        """Where to connect to."""
        return {"url": f"{self.url.replace('http', 'ws')}/socket"}

    def do_users_info(self, fields: Raw) -> Raw:
        """Who somebody is."""
        if self.users.get(fields["user"], {}).get("missing"):
            raise SlackError("user_not_found")
        return {"user": self.user(fields["user"])}

    def do_conversations_open(self, fields: Raw) -> Raw:
        """The bot's own chat with somebody."""
        return {"channel": {"id": f"D{fields['users']!s}"}}

    def do_conversations_history(self, fields: Raw) -> Raw:
        """The newest first, without the answers in threads."""
        written = self.messages[fields["channel"]]
        shown = [one for one in written if one.get("thread_ts") in (None, one["ts"])]
        latest = {one["thread_ts"]: one["ts"] for one in written if one.get("thread_ts")}
        heads = [{**one, **({"latest_reply": latest[one["ts"]]} if one["ts"] in latest else {})} for one in shown]
        return {"messages": heads[::-1][: int(fields["limit"])]}

    def do_conversations_replies(self, fields: Raw) -> Raw:
        """A thread."""
        return {
            "messages": [m for m in self.messages[fields["channel"]] if fields["ts"] in (m["ts"], m.get("thread_ts"))]
        }

    def do_chat_postMessage(self, fields: Raw) -> Raw:
        """A new message."""
        check_message(fields["text"], fields.get("blocks") or [])
        message = {**fields, "ts": self.new_ts(), "user": BOT, "bot_id": "B1"}
        self.messages[fields["channel"]].append(message)
        return {"ts": message["ts"], "channel": fields["channel"]}

    def do_chat_postEphemeral(self, fields: Raw) -> None:
        """For one person's eyes."""
        check_message(fields["text"], fields.get("blocks") or [])
        self.ephemeral.append(fields)

    def do_chat_update(self, fields: Raw) -> Raw:
        """Another content for a message of the bot's."""
        check_message(fields["text"], fields.get("blocks") or [])
        message = self._own(fields)
        message.update(text=fields["text"], blocks=fields.get("blocks") or [])
        return {"ts": message["ts"]}

    def do_chat_startStream(self, fields: Raw) -> Raw:
        """A message that grows."""
        assert fields["thread_ts"] and fields["recipient_user_id"]
        message = {**fields, "text": fields["markdown_text"], "ts": self.new_ts(), "user": BOT, "bot_id": "B1"}
        self.messages[fields["channel"]].append(message)
        return {"ts": message["ts"]}

    def do_chat_appendStream(self, fields: Raw) -> None:
        """More of it."""
        self._own(fields)["text"] += fields["markdown_text"]

    def do_chat_stopStream(self, fields: Raw) -> None:
        """It is whole."""
        self._own(fields)

    def do_views_open(self, fields: Raw) -> Raw:
        """A modal."""
        check_blocks(fields["view"]["blocks"], 100)
        assert len(fields["view"]["private_metadata"]) <= 3_000 and len(fields["view"]["title"]["text"]) <= 24
        view = {**fields["view"], "id": f"V{len(self.views)}", "hash": "h"}
        self.views.append(view)
        return {"view": view}

    def do_views_publish(self, fields: Raw) -> None:
        """The board."""
        check_blocks(fields["view"]["blocks"], 100)
        self.homes[fields["user_id"]] = fields["view"]

    def do_assistant_threads_setStatus(self, _: Raw) -> None:
        """Taken."""

    def do_assistant_threads_setTitle(self, _: Raw) -> None:
        """Taken."""

    def do_assistant_threads_setSuggestedPrompts(self, fields: Raw) -> None:
        """At most four."""
        assert 0 < len(fields["prompts"]) <= 4

    def do_files_getUploadURLExternal(self, fields: Raw) -> Raw:
        """Where to bring a file."""
        name = f"F{len(self.files)}-{fields['filename']}"
        return {"upload_url": f"{self.url}/upload/{name}", "file_id": name}

    def do_files_completeUploadExternal(self, fields: Raw) -> Raw:
        """The file is shown in its channel."""
        files = [{"id": one["id"], "url_private": f"{self.url}/file/{one['id']}"} for one in fields["files"]]
        shown = {"ts": self.new_ts(), "user": BOT, "text": "", "files": files, "thread_ts": fields.get("thread_ts")}
        self.messages[fields["channel_id"]].append(shown)
        return {"files": files}

    def _own(self, fields: Raw) -> Raw:
        found = [m for m in self.messages[fields["channel"]] if m["ts"] == fields["ts"] and m["user"] == BOT]
        if not found:
            raise SlackError("message_not_found")
        return found[0]
