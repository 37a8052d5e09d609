"""The reader of dates and times in a person's words, in four languages; knows no applications and no database."""

from tools.when.errors import Unclear
from tools.when.find import find
from tools.when.local import at_local
from tools.when.model import DateRange, Direction, Found, Moment
from tools.when.read import read_day, read_duration, read_moment, read_range

__all__ = [
    "DateRange",
    "Direction",
    "Found",
    "Moment",
    "Unclear",
    "at_local",
    "find",
    "read_day",
    "read_duration",
    "read_moment",
    "read_range",
]
