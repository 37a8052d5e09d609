"""A circuit breaker: after some failures in a row the model is left alone for a while; time is handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from agent.model import Fault

FAILURES = 3
PAUSE = timedelta(minutes=1)
# A key that is not accepted, and a model that is not there, will not be so in a minute.
LONG_PAUSE = timedelta(minutes=15)


@dataclass
class Circuit:
    """Closed (calls go through), open until an instant, then half open: one call decides. `told` knows of the fault."""

    failures: int = 0
    open_until: datetime | None = None
    fault: Fault | None = None
    told: set[tuple[int, Fault]] = field(default_factory=set)

    def lets_through(self, at: datetime) -> bool:
        """Whether the model may be asked at an instant; when the pause is over one call may try."""
        if self.open_until is None:
            return True
        if at < self.open_until:
            return False
        self.open_until = at + PAUSE  # those who come meanwhile still wait for the one that tries
        return True

    def failed(self, fault: Fault, at: datetime) -> None:
        """Count a failure; open after three in a row, or at once where a setting is at fault or the trial failed."""
        self.failures += 1
        self.fault = fault
        if fault in ("key", "unknown"):
            self.open_until = at + LONG_PAUSE
        elif fault == "refused":
            self.failures, self.open_until = 0, None  # it is there, and may answer the next one
        elif fault != "garbled" and (self.failures >= FAILURES or self.open_until is not None):
            self.open_until = at + PAUSE

    def worked(self) -> None:
        """Close, and forget who was told."""
        self.failures, self.open_until, self.fault = 0, None, None
        self.told.clear()

    def tell_once(self, user_id: int, fault: Fault) -> bool:
        """Whether a person has not been told of this fault yet since the model last worked."""
        new = (user_id, fault) not in self.told
        self.told.add((user_id, fault))
        return new
