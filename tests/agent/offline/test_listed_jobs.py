"""Jobs listed as names with titles behind a number, a day, a colon or a dash: each is logged, none is merged."""

from __future__ import annotations

import pytest

from tests.house import House

WEEK = [("Aldi", "cashier"), ("Lidl", "driver"), ("Norma", "stocker"), ("Rewe", "butcher")]
SAID = [
    ("4 apps today: Aldi cashier, Lidl driver, Norma stocker and Rewe butcher", WEEK),
    ("sent four today - Aldi cashier, Lidl driver, Norma stocker, Rewe butcher", WEEK),
    ("today's applications: Aldi cashier / Lidl driver / Norma stocker / Rewe butcher", WEEK),
    (
        "applied to 3 yesterday: oakwood cook, aldi cashier, brunner baker",
        [("Oakwood", "cook"), ("Aldi", "cashier"), ("Brunner", "baker")],
    ),
    (
        "3 Bewerbungen heute: Aldi Kassierer, Hofmann Fahrer und Brunner Metzger",
        [("Aldi", "Kassierer"), ("Hofmann", "Fahrer"), ("Brunner", "Metzger")],
    ),
    (
        "hoy 2 solicitudes: Mercadona cajera, Ruiz reponedor",
        [("Mercadona", "cajera"), ("Ruiz", "reponedor")],
    ),
    (
        "2 candidatures hier : Carrefour caissière et Lidl livreur",
        [("Carrefour", "caissière"), ("Lidl", "livreur")],
    ),
    # One employer and its jobs, and titles before the names, stay what they were.
    (
        "applied at Ward Trust today: Theatre nurse, Senior nurse",
        [("Ward Trust", "Theatre nurse"), ("Ward Trust", "Senior nurse")],
    ),
    ("2 apps today: nurse at Mercy, cook at Oakwood", [("Mercy", "nurse"), ("Oakwood", "cook")]),
]


@pytest.mark.parametrize(("said", "jobs"), SAID)
def test_each_of_the_list_is_logged(sqlite_house: House, said: str, jobs: list[tuple[str, str]]) -> None:
    sqlite_house.say(said)
    assert sorted((a["company"], a["title"]) for a in sqlite_house.applications()) == sorted(jobs)


def test_a_number_that_differs_is_said(sqlite_house: House) -> None:
    heard = sqlite_house.say("3 applications today: Kaufland cashier, Penny driver")
    assert "You said 3, and I read 2: Kaufland and Penny." in heard.text


@pytest.mark.parametrize("said", ["3 apps today: delivery driver, kitchen porter, bar staff", "Warehouse operative"])
def test_titles_alone_are_no_companies(sqlite_house: House, said: str) -> None:
    sqlite_house.say(said)
    assert not {"Delivery", "Kitchen", "Bar", "Warehouse"} & {a["company"] for a in sqlite_house.applications()}
