"""What `/metrics` shows: turns, their time, calls and tokens of a model, deliveries, errors; never a word said."""

from __future__ import annotations

import logging
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from agent.assistant import Message, Said
from agent.thinking import Sink
from bot.channel import Answering, Delivered, Delivery, Failed

log = logging.getLogger(__name__)

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The figures of one process, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.turns = Counter("jobbot_turns", "Messages answered.", ["channel"], registry=self.registry)
        self.seconds = Histogram(
            "jobbot_turn_seconds",
            "From a message to its answers.",
            ["channel"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.calls = Counter("jobbot_model_calls", "Calls of the language model.", registry=self.registry)
        self.tokens = Counter("jobbot_model_tokens", "Tokens read and written.", registry=self.registry)
        self.deliveries = Counter(
            "jobbot_deliveries", "Answers and pushes sent.", ["channel", "outcome"], registry=self.registry
        )
        self.errors = Counter(
            "jobbot_errors", "What went wrong, by its type.", ["where", "kind"], registry=self.registry
        )
        self.up = Gauge("jobbot_service_up", "1 while a part serves.", ["service"], registry=self.registry)

    def measured(self, answer: Answering) -> Answering:
        """The same assistant, with its turns counted, timed and noted in the log, without their words."""

        async def counted(message: Message, sink: Sink | None = None) -> Said:
            start = perf_counter()
            said = await answer(message, sink)
            took = perf_counter() - start
            self.seconds.labels(message.channel).observe(took)
            fields = {"channel": message.channel, "ms": round(took * 1000), "tools": [c.name for c in said.calls]}
            log.info("turn", extra={"fields": {**fields, "model_calls": said.model_calls}})
            self.turns.labels(message.channel).inc()
            self.calls.inc(said.model_calls)
            self.tokens.inc(said.tokens)
            return said

        return counted

    def delivered(self, channel: str, delivery: Delivery) -> None:
        """Count what became of something sent."""
        failed = "failed" if isinstance(delivery, Failed) else "gone"
        self.deliveries.labels(channel, "delivered" if isinstance(delivery, Delivered) else failed).inc()

    def failed(self, where: str, error: BaseException) -> None:
        """Count an error by its type, without its words."""
        self.errors.labels(where, type(error).__name__).inc()

    def text(self) -> bytes:
        """All figures in Prometheus' form."""
        return generate_latest(self.registry)
