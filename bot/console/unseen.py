"""A terminal that does not show what is typed, for a password; where it cannot be told so, it says that."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SEEN = "(This terminal cannot hide what you type.)\n"


@contextmanager
def unseen(write: Callable[[str], None], *, secret: bool) -> Iterator[None]:
    """While it lasts nothing of what is typed on standard input is shown, if it is `secret`."""
    hidden = _hide() if secret else None
    if secret and hidden is None:
        write(SEEN)
    try:
        yield
    finally:
        if hidden is not None:
            hidden()
            write("\n")  # the one that was typed was not shown either


def _hide() -> Callable[[], None] | None:
    """Have nothing shown any more; gives what shows it again. None where that cannot be."""
    try:
        import termios

        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
    except (ImportError, OSError, ValueError):
        return None
    except termios.error:
        return None
    after = [*before]
    after[3] &= ~termios.ECHO
    termios.tcsetattr(number, termios.TCSADRAIN, after)

    def again() -> None:
        with suppress(termios.error):
            termios.tcsetattr(number, termios.TCSADRAIN, before)

    return again
