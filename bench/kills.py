"""stub"""

from collections.abc import Iterator
from bench.measure import Figure


def run() -> Iterator[Figure]:
    yield from ()
