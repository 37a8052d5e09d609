"""Numbers as they stand in a picture: whole where there is room, else in thousands or millions; pure."""

from __future__ import annotations

THIN = "\u202f"  # parts thousands where a comma would be read as the beginning of decimals


def grouped(value: float, language: str = "en") -> str:
    """The whole number, its thousands parted as people who read the language expect it."""
    return f"{value:,.0f}" if language == "en" else f"{value:,.0f}".replace(",", THIN)


def brief(value: float, letters: int, language: str = "en") -> str:
    """The number in so many letters where it can be done without saying what is wrong: 83,333, 83.3k or 83k."""
    found = grouped(value, language)
    if len(found) <= letters or value < 1_000:
        return found
    unit, sign = (1_000_000, "M") if value >= 999_500 else (1_000, "k")
    tried = [round(value / unit, 1), *([round(value / unit)] if value >= 10 * unit else [])]
    words = [f"{one:g}{sign}".replace(".", "." if language == "en" else ",") for one in tried]
    return next((one for one in words if len(one) <= letters), words[-1])
