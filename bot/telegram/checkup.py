"""What `jobbot doctor` says of Telegram: whether the token is known, who may write, and how the webhook fares."""

from __future__ import annotations

from telegram.error import Forbidden, InvalidToken, TelegramError

from bot.settings import Http
from bot.settings import Telegram as Settings
from bot.telegram.channel import UNKNOWN, make_bot

Finding = tuple[bool, str]


async def findings(settings: Settings, http: Http) -> list[Finding]:
    """Whether each part is well, and a sentence about it; asks the server twice and changes nothing there."""
    bot = make_bot(settings)
    try:
        await bot.initialize()
        hook = await bot.get_webhook_info()
    except (InvalidToken, Forbidden):
        return [(False, f"telegram: {UNKNOWN}")]
    except TelegramError as error:
        words = f"{settings.api_url} cannot be reached ({type(error).__name__})"
        return [(False, f"telegram: {words}. Check the network and TELEGRAM_API_URL.")]
    finally:
        await bot.shutdown()
    well = f"telegram: @{bot.username} answers; {_way(http)}; {_door(settings)}"
    return [(True, well), *_trouble(hook.last_error_message)]


def _way(http: Http) -> str:
    return f"updates come to {http.public_url}" if http.public_url else "updates are fetched by polling"


def _door(settings: Settings) -> str:
    allowed = len(settings.allowed)
    listed = f"{allowed} numbers of TELEGRAM_ALLOWED_USERS are let in, and " if allowed else ""
    return f"{listed}whoever sends a code of jobbot pair is let in"


def _trouble(words: str | None) -> list[Finding]:
    """What the server says about its last call of the webhook."""
    if not words:
        return []
    return [(False, f"telegram: the last call of the webhook failed: {words[:200]}. Check JOBBOT_PUBLIC_URL.")]
