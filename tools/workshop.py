"""The process in which one file is made: it reads an order, loads what that needs, writes the file, and ends."""

from __future__ import annotations

import os
import pickle
import sys
from importlib import import_module
from traceback import extract_tb

# What is made, and where the function stands that makes it of the order's task; it gives what is said of the file.
WORKS = {
    "picture": ("tools.pictures.draw", "draw"),
    "json": ("tools.handouts.json_file", "write"),
    "csv": ("tools.handouts.csv_file", "write"),
    "xlsx": ("tools.handouts.xlsx_file", "write"),
    "pdf": ("tools.handouts.pdf_file", "write"),
}
POLITE = 5  # steps of priority below all that people wait for


def main() -> int:
    """Carry out the order on standard input; what is said of the file goes to standard output, 0 when it is made."""
    if hasattr(os, "nice"):
        os.nice(POLITE)
    # Our own process wrote it.
    work, task, path, url = pickle.loads(sys.stdin.buffer.read())  # noqa: S301
    module, name = WORKS[work]
    try:
        said = getattr(import_module(module), name)(task, path, url)
    except Exception as error:
        # Where it happened, never what was in it: that may be a person's.
        where = extract_tb(error.__traceback__)[-1]
        sys.stderr.write(f"{type(error).__name__} in {os.path.basename(where.filename)}, line {where.lineno}")
        return 1
    sys.stdout.buffer.write(said.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
