"""Words and phrases by which mails are read, in five languages; tables only."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(lines: str | Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that matches any of the lines."""
    found = lines.strip().splitlines() if isinstance(lines, str) else list(lines)
    return re.compile("|".join(f"(?:{line.strip()})" for line in found if line.strip()), flags)
