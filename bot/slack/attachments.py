"""Files that a person sends: fetched for the turn, and told apart by what is to become of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from bot import received
from bot.received import MOST_BYTES, Fetched
from bot.slack.reading import Attachment
from bot.slack.sending import Sender

SECONDS = aiohttp.ClientTimeout(total=60)
TOO_LARGE = "{name} is larger than 20 MB. Bring it in on the machine where I run: jobbot import FILE"
NOT_THERE = "I could not get {name} from Slack. Please send it again."


async def fetch(sender: Sender, attachments: Sequence[Attachment], folder: Path) -> Fetched:
    """Download what can be used into `folder`. Raises one of TROUBLE where the server cannot be reached."""

    async def download(one: Attachment, path: Path) -> str:
        content = await sender.patient(lambda: _content(sender, one.url)) if _ours(sender, one.url) else None
        if content is None:
            return NOT_THERE
        path.write_bytes(content)
        return ""

    return await received.fetch(attachments, folder, download, TOO_LARGE)


def _ours(sender: Sender, url: str) -> bool:
    """Whether an address is Slack's own: the token is shown to no other server, and files may lie elsewhere."""
    parts, api = urlsplit(url), urlsplit(sender.client.base_url)
    if parts.scheme == "https" and (parts.hostname or "").endswith(".slack.com"):
        return True
    return bool(parts.hostname) and parts.netloc == api.netloc


async def _content(sender: Sender, url: str) -> bytes | None:
    """The file; None where the server has none for us, which it says with its sign-in page."""
    headers = {"Authorization": f"Bearer {sender.client.token}"}
    async with aiohttp.ClientSession(timeout=SECONDS) as session, session.get(url, headers=headers) as answer:
        if answer.status >= 500:
            answer.raise_for_status()
        if answer.status != 200 or answer.content_type == "text/html":
            return None
        content = await answer.content.read(MOST_BYTES + 1)
        while len(content) <= MOST_BYTES and (part := await answer.content.read(MOST_BYTES + 1)):
            content += part
        return content if len(content) <= MOST_BYTES else None
