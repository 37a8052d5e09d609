"""A house known as "Bistro Lola" is Lola to those who speak of it, where no other is meant."""

from __future__ import annotations

import pytest

from agent.offline import names

KNOWN = ("Bistro Lola", "Hotel Bellevue", "Sodexo school canteen", "Hotel Paris", "Bar Sol", "Restaurant Sol")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Lola called, they want to see me", ["Bistro Lola"]),
        ("no, that was Lola not Sodexo", ["Bistro Lola", "Sodexo school canteen"]),
        ("bellevue said no", ["Hotel Bellevue"]),
        ("Bistro Lola's trial shift", ["Bistro Lola"]),
        # A large city is rather that; two of a name are not told apart by it; a house may be of any name.
        ("I live in Paris", []),
        ("Sol rang", []),
        ("the hotel rang", []),
    ],
)
def test_short_for_a_house(said: str, meant: list[str]) -> None:
    assert [company for *_, company in names.find(said, KNOWN)] == meant
