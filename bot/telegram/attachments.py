"""Files that a person sends: fetched for the turn, and told apart by what is to become of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from telegram.error import BadRequest

from bot.received import Fetched, safe_name
from bot.telegram.reading import Attachment
from bot.telegram.sending import Sender

MOST_BYTES = 20_000_000  # what the server hands out to a bot
TOO_LARGE = (
    "{name} is larger than 20 MB, and Telegram hands no such file to a bot. Bring it in with: jobbot import FILE"
)
NOT_THERE = "Telegram does not have {name} any more. Please send it again."


async def fetch(sender: Sender, attachments: Sequence[Attachment], folder: Path) -> Fetched:
    """Download what can be used into `folder`. Raises TelegramError where the server cannot be reached."""
    found = Fetched()
    for number, one in enumerate(attachments):
        name = safe_name(one.name)
        if one.size > MOST_BYTES:
            found.notes.append(TOO_LARGE.format(name=name))
        else:
            await _fetch_one(sender, one, folder / str(number) / name, found)
    return found


async def _fetch_one(sender: Sender, one: Attachment, path: Path, found: Fetched) -> None:
    path.parent.mkdir(mode=0o700)
    try:
        file = await sender.patient(lambda: sender.bot.get_file(one.file_id))
        await sender.patient(lambda: file.download_to_drive(path))
    except BadRequest as error:
        too_large = "too big" in error.message.casefold()
        found.notes.append((TOO_LARGE if too_large else NOT_THERE).format(name=path.name))
        return
    found.take(path)
