"""The language model that may be asked: which one, what it may cost, and what its failures mean; knows no tool."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from storage.usage import Spent

Fault = Literal["key", "unknown", "limit", "down", "slow", "refused", "garbled"]
# What the person is told of a fault; the sentence goes on "so I read this with my own rules".
WORDS: dict[Fault, str] = {
    "key": "The language model does not accept the key (OPENAI_API_KEY)",
    "unknown": "The language model is not known at that address (JOBBOT_MODEL, OPENAI_BASE_URL)",
    "limit": "The language model takes no more requests just now",
    "down": "The language model cannot be reached",
    "slow": "The language model took too long",
    "refused": "The language model would not answer that",
    "garbled": "The language model answered something that I cannot use",
}


LONGEST_WAIT = 8.0  # seconds
# No money left, and more than it reads at once: the client has no errors of their own for these.
OF_STATUS: dict[int, Fault] = {402: "limit", 413: "refused"}


@dataclass(frozen=True)
class Prices:
    """US dollars for a million tokens: read, read from the provider's cache, written."""

    read: float
    cached: float
    written: float


@dataclass(frozen=True)
class ModelConfig:
    """Which model of which OpenAI-compatible server, and its caps.

    `seconds` a turn may wait for it, `calls` and `tokens` (read and written) it may cost; `seconds_a_day`,
    `calls_a_day` and `tokens_a_day` for one person in 24 hours; `fast_path`: plain messages are read without it.
    """

    name: str
    key: str = field(repr=False)
    base_url: str | None = None
    fast_path: bool = True
    seconds: float = 30.0
    calls: int = 3
    tokens: int = 50_000
    seconds_a_day: float = 3_600.0
    calls_a_day: int = 500
    tokens_a_day: int = 200_000
    prices: Prices | None = None

    def is_spent(self, spent: Spent | None) -> bool:
        """Whether a person's turns of a day have cost what they may."""
        return spent is not None and (
            spent.tokens >= self.tokens_a_day
            or spent.calls >= self.calls_a_day
            or spent.milliseconds >= self.seconds_a_day * 1000
        )

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

    # The client warns of an answer of odd form by showing it: what was said must not get into a log.
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings", category=UserWarning)
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


def fault_of(error: Exception) -> Fault:
    """What a failed call means. What is neither said by the server nor by the way there is an answer of odd form."""
    import openai

    said: tuple[tuple[tuple[type[Exception], ...], Fault], ...] = (
        ((openai.AuthenticationError, openai.PermissionDeniedError), "key"),
        ((openai.NotFoundError,), "unknown"),
        ((openai.RateLimitError,), "limit"),
        ((TimeoutError, openai.APITimeoutError), "slow"),
        # It is there, and would take another message: one without tools, a shorter one, one that it may read.
        ((openai.BadRequestError, openai.UnprocessableEntityError, openai.ContentFilterFinishReasonError), "refused"),
    )
    for kinds, fault in said:
        if isinstance(error, kinds):
            return fault
    status = getattr(error, "status_code", None)
    if status in OF_STATUS:
        return OF_STATUS[status]
    # A connection that was cut while the answer came belongs to the transport's own family of errors.
    transport = type(error).__module__.split(".")[0] in ("httpx", "httpcore", "httpx2", "httpcore2")
    return "down" if transport or isinstance(error, openai.APIConnectionError | openai.APIStatusError) else "garbled"


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
