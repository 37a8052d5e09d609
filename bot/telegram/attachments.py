"""Files that a person sends: fetched for the turn, and told apart by what is to become of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from telegram.error import BadRequest

from bot import received
from bot.received import Fetched
from bot.telegram.reading import Attachment
from bot.telegram.sending import Sender

TOO_LARGE = (
    "{name} is larger than 20 MB, and Telegram hands no such file to a bot. Bring it in with: jobbot import FILE"
)
NOT_THERE = "Telegram does not have {name} any more. Please send it again."


async def fetch(sender: Sender, attachments: Sequence[Attachment], folder: Path) -> Fetched:
    """Download what can be used into `folder`. Raises TelegramError where the server cannot be reached."""

    async def download(one: Attachment, path: Path) -> str:
        try:
            file = await sender.patient(lambda: sender.bot.get_file(one.file_id))
            await sender.patient(lambda: file.download_to_drive(path))
        except BadRequest as error:
            return TOO_LARGE if "too big" in error.message.casefold() else NOT_THERE
        return ""

    return await received.fetch(attachments, folder, download, TOO_LARGE)
