"""Whether words are a place, as the stages of the interpreter ask it; the names themselves are the tools'."""

from tools.places import is_city, is_region

__all__ = ["is_city", "is_region"]
