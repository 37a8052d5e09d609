"""What a person can set, with its limits; pure, knows no database."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, field_validator

_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


class Settings(BaseModel):
    """What a person can set. Times of day are "HH:MM" of the person's own zone; weekdays count from Monday = 0.

    `reminders_to`: the channel that reminders go to, empty for the one used last.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    timezone: str = "UTC"
    morning: str = Field("09:00", pattern=_CLOCK)
    quiet_from: str = Field("21:00", pattern=_CLOCK)
    quiet_to: str = Field("08:00", pattern=_CLOCK)
    digest: Literal["off", "weekly", "daily"] = "weekly"
    digest_weekday: int = Field(0, ge=0, le=6)
    follow_up_days: tuple[int, int, int] = (7, 14, 30)
    working_days_after: int = Field(5, ge=1, le=60)
    paused_until: datetime | None = None
    name: str | None = None
    weekly_goal: int | None = Field(None, ge=1, le=1000)
    offline: bool = False
    reminders_to: str = Field("", max_length=20)
    skills: tuple[str, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"unknown time zone {value!r}")
        return value

    @field_validator("follow_up_days")
    @classmethod
    def _growing(cls, value: tuple[int, int, int]) -> tuple[int, int, int]:
        if not 0 < value[0] < value[1] < value[2] <= 365:
            raise ValueError("the days of the follow-ups must grow, from 1 to at most 365")
        return value

    @property
    def morning_time(self) -> time:
        """The hour of the morning as a time of day, without a zone."""
        return time.fromisoformat(self.morning)
