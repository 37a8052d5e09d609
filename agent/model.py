"""The language model that may be asked: which one, what it may cost, and what its failures mean; knows no tool."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Fault = Literal["key", "limit", "down", "slow", "refused", "garbled"]
# What the person is told of a fault; the sentence goes on "so I read this with my own rules".
WORDS: dict[Fault, str] = {
    "key": "The language model does not accept the key (OPENAI_API_KEY)",
    "limit": "The language model takes no more requests just now",
    "down": "The language model cannot be reached",
    "slow": "The language model took too long",
    "refused": "The language model would not answer that",
    "garbled": "The language model answered something that I cannot use",
}


LONGEST_WAIT = 8.0  # seconds


@dataclass(frozen=True)
class Prices:
    """US dollars for a million tokens: read, read from the provider's cache, written."""

    read: float
    cached: float
    written: float


@dataclass(frozen=True)
class ModelConfig:
    """Which model of which OpenAI-compatible server, and its caps.

    `seconds` a turn may wait for it, `calls` it may cost, `tokens_a_day` (read and written) for one person in 24 hours;
    `fast_path`: plain messages are read without it.
    """

    name: str
    key: str = field(repr=False)
    base_url: str | None = None
    fast_path: bool = True
    seconds: float = 30.0
    calls: int = 3
    tokens_a_day: int = 200_000
    prices: Prices | None = None

    @property
    def host(self) -> str:
        """Where words are sent, for the person to read."""
        return (self.base_url or "https://api.openai.com/v1").split("//")[-1].split("/")[0].split("@")[-1]


class ModelError(Exception):
    """A call of the model that came to nothing, why, and in how many seconds it may be asked again, if it said so."""

    def __init__(self, fault: Fault, retry_after: float | None = None) -> None:
        super().__init__(WORDS[fault])
        self.fault = fault
        self.retry_after = retry_after


def connect(config: ModelConfig) -> BaseChatModel:
    """The client of the model; imported here, for it takes a second that only those with a key should spend."""
    from langchain_openai import ChatOpenAI
    from openai import DefaultAsyncHttpxClient
    from pydantic import SecretStr

    return ChatOpenAI(
        model_name=config.name,
        openai_api_key=SecretStr(config.key),
        openai_api_base=config.base_url,
        max_retries=0,
        request_timeout=config.seconds,
        stream_usage=True,
        # A client of its own: the library's shared one belongs to the event loop that used it first.
        http_async_client=DefaultAsyncHttpxClient(),
    )


def fault_of(error: BaseException) -> Fault | None:
    """What a failed call means; None for an error that is none of the model's."""
    import openai

    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError | openai.NotFoundError):
        return "key"
    if isinstance(error, openai.RateLimitError):
        return "limit"
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return "slow"
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return "refused"
    if isinstance(error, openai.APIConnectionError | openai.APIStatusError):
        return "down"
    return (
        "garbled" if isinstance(error, openai.OpenAIError | ValueError | KeyError | TypeError) else _of_transport(error)
    )


def patience(error: BaseException) -> float | None:
    """The seconds that a 429 asks to wait; None for all other errors and for a wait that nobody sits through."""
    import openai

    if not isinstance(error, openai.RateLimitError):
        return None
    try:
        seconds = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds <= LONGEST_WAIT else None


def _of_transport(error: BaseException) -> Fault | None:
    """A connection that was cut while the answer came belongs to the transport's own family of errors."""
    module: Any = type(error).__module__
    return "down" if str(module).split(".")[0] in ("httpx", "httpcore", "httpx2", "httpcore2") else None
