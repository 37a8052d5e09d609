"""Company names are compared as people write them: suffixes, aliases, short forms and typos; near ties are asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.companies import CompanyIndex, company_key, decide, match
from tests.storage import company_names
from tests.storage.company_names import composed_forms, composed_strangers, ten_thousand

NAMES = ten_thousand()

MINE = (
    "Mercy General", "Mercy West Hospital", "Northwind Logistics, Inc.", "Con Edison", "Google LLC", "Microsoft",
    "Accenture plc", "Deloitte", "Lufthansa AG", "Siemens AG", "Lift Inc", "Avra", "TeamViewer SE", "Acme",
    "JPMorgan Chase & Co.", "Deutsche Bahn AG", "Johnson & Johnson", "Amazon", "Amazon Web Services", "Stripe",
    "Home Depot", "McDonald's", "HSBC Holdings plc", "Cedar Brook Finance", "Daimler Truck",
)  # fmt: skip


@pytest.fixture(scope="module")
def many() -> CompanyIndex:
    index = CompanyIndex(NAMES)
    decide("Qwzzz Nothing", index)
    return index


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Johnson & Johnson", "johnson and johnson"),
        ("Trader Joe's", "trader joes"),
        ("SAP SE", "sap"),
        ("Marks and Spencer plc", "marks and spencer"),
        ("Marks & Spencer", "marks and spencer"),
        ("M & S", "ms"),
        ("Deutsche Bahn AG", "deutsche bahn"),
        ("Con Edison", "con edison"),
        ("The Home Depot, Inc.", "home depot"),
        ("A.P. Møller - Mærsk A/S", "ap moller maersk"),
        ("Co-op", "co op"),
        ("AG Insurance", "ag insurance"),
        ("SE Ranking", "se ranking"),
        ("The Inc", "the"),
        ("Limited", "limited"),
        ("Foo GmbH & Co. KG", "foo"),
        ("Bar S.A. de C.V.", "bar"),
        ("Baz Pty Ltd", "baz"),
        ("Foo Sp. z o.o.", "foo"),
        ("Enel SpA", "enel"),
        ("Harbour Day Spa", "harbour day spa"),
        ("Bank of America, N.A.", "bank of america"),
        ("AT&T Inc.", "att"),
        ("Amazon.com, Inc.", "amazon"),
        ("Crédit Agricole", "credit agricole"),
        ("株式会社リクルート", "リクルート"),
        ("!!!", "!!!"),
        ("  ", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert company_key(name) == key


@given(st.text())
def test_a_key_is_empty_only_for_an_empty_name(name: str) -> None:
    key = company_key(name)
    assert bool(key) == bool(name.strip())
    assert key == " ".join(key.split())


@pytest.mark.parametrize("name", NAMES[::97])
def test_a_key_is_stable_under_case_spaces_and_legal_form(name: str) -> None:
    assert company_key(f"  The {name.upper()}, Inc. ") == company_key(f"The {name}") == company_key(name)


@pytest.mark.parametrize(
    ("said", "meant", "how"),
    [
        ("northwind logistics", "Northwind Logistics, Inc.", "exact"),
        ("the home depot inc", "Home Depot", "exact"),
        ("micro soft", "Microsoft", "exact"),
        ("mcdonalds", "McDonald's", "exact"),
        ("J&J", "Johnson & Johnson", "alias"),
        ("JPM", "JPMorgan Chase & Co.", "alias"),
        ("Alphabet", "Google LLC", "alias"),
        ("AWS", "Amazon Web Services", "alias"),
        ("Northwind", "Northwind Logistics, Inc.", "prefix"),
        ("Edison", "Con Edison", "prefix"),
        ("goog", "Google LLC", "prefix"),
        ("HSBC", "HSBC Holdings plc", "prefix"),
        ("stripe careers", "Stripe", "prefix"),
        ("cbf", "Cedar Brook Finance", "acronym"),
        ("Gogle", "Google LLC", "close"),
        ("Gooogle", "Google LLC", "close"),
        ("Microsfot", "Microsoft", "close"),
        ("Accentur", "Accenture plc", "close"),
        ("Delloite", "Deloitte", "close"),
        ("Lufthanza", "Lufthansa AG", "close"),
        ("Sieman", "Siemens AG", "close"),
        ("mercy genral", "Mercy General", "close"),
        ("nortwind logistcs", "Northwind Logistics, Inc.", "close"),
    ],
)
def test_one_is_meant(said: str, meant: str, how: str) -> None:
    decision = decide(said, MINE)
    assert decision.kind == "one", decision
    assert [(found.name, found.how) for found in decision.matches] == [(meant, how)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Mercy", ["Mercy General", "Mercy West Hospital"]),
        ("Lyft", ["Lift Inc"]),
        ("Acne", ["Acme"]),
        ("Strive", ["Stripe"]),
        ("Google Cloud", ["Google LLC"]),
        ("Mercedes", ["Daimler Truck"]),
    ],
)
def test_near_ties_and_far_ones_are_asked_about(said: str, asked: list[str]) -> None:
    decision = decide(said, MINE)
    assert (decision.kind, [found.name for found in decision.matches]) == ("several", asked)


@pytest.mark.parametrize(
    "said", ["Avail", "TeamEx", "Apple", "Deutsche Bank", "Zapier", "Mercury", "", "?", "x" * 5_000]
)
def test_none_is_meant(said: str) -> None:
    assert decide(said, MINE) == decide(said, []) == decide("Stripe", [])


def test_the_whole_name_beats_the_longer_one_and_its_places_stay_together() -> None:
    decision = decide("Mercy", ["Mercy General", "Mercy, Inc.", "MERCY"])
    assert (decision.kind, [found.index for found in decision.matches]) == ("one", [1, 2])
    assert match("amazon", MINE)[0].score == 1.0
    assert decide("microsoft", ["Micro Soft", "MicroSoft GmbH"]).matches[0].index == 1


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=8))
def test_any_text_gets_an_answer(said: str, names: list[str]) -> None:
    decision = decide(said, names)
    assert (decision.kind == "none") == (not decision.matches)
    assert all(names[found.index] == found.name and 0 <= found.score <= 1 for found in decision.matches)


@pytest.mark.parametrize("which", ["FIRST", "SECOND", "THIRD", "HELD_OUT"])
def test_forty_forms_and_forty_strangers_among_ten_thousand(which: str, many: CompanyIndex) -> None:
    seed = 100 + ["FIRST", "SECOND", "THIRD", "HELD_OUT"].index(which)
    forms = {**getattr(company_names, which), **composed_forms(seed, NAMES, 20)}
    strangers = [*getattr(company_names, f"{which}_STRANGERS"), *composed_strangers(seed, NAMES, 20)]
    assert len(forms) == len(strangers) == 40
    missed = [said for said, meant in forms.items() if not _is_one(said, meant, many)]
    taken = [said for said in strangers if decide(said, many).kind == "one"]
    assert len(missed) <= 2, missed
    assert len(taken) <= 1, taken


def _is_one(said: str, meant: str, names: CompanyIndex) -> bool:
    decision = decide(said, names)
    return decision.kind == "one" and any(found.name == meant for found in decision.matches)
