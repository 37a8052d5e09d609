"""Pay is read as people write it in four languages, and nothing else is taken for pay."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.money import BadMoney, Money, find, read

K = 1000.0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("140-160k", Money(140 * K, 160 * K)),
        ("70–80k", Money(70 * K, 80 * K)),
        ("160-140k", Money(140 * K, 160 * K)),
        ("90k", Money(90 * K, 90 * K)),
        ("62,5k", Money(62.5 * K, 62.5 * K)),
        ("90 thousand dollars", Money(90 * K, 90 * K, "USD")),
        ("$62k-$70k a year", Money(62 * K, 70 * K, "USD", "year")),
        ("$120,000.00 - $140,000.00 per year", Money(120 * K, 140 * K, "USD", "year")),
        ("$90k CAD", Money(90 * K, 90 * K, "CAD")),
        ("A$90k", Money(90 * K, 90 * K, "AUD")),
        ("120k/yr USD", Money(120 * K, 120 * K, "USD", "year")),
        ("USD120k", Money(120 * K, 120 * K, "USD")),
        ("50 k€", Money(50 * K, 50 * K, "EUR")),
        ("CHF 95k", Money(95 * K, 95 * K, "CHF")),
        ("95’000.- Franken", Money(95 * K, 95 * K, "CHF")),
        ("90k US dollars", Money(90 * K, 90 * K, "USD")),
        ("95k francs suisses", Money(95 * K, 95 * K, "CHF")),
        ("50 dollars canadiens de l'heure", Money(50, 50, "CAD", "hour")),
        ("kr 45 000 per month", Money(45 * K, 45 * K, None, "month")),
        ("PHP 50,000 monthly", Money(50 * K, 50 * K, "PHP", "month")),
        ("¥400,000/month", Money(400 * K, 400 * K, "JPY", "month")),
        ("1.2M yen", Money(1200 * K, 1200 * K, "JPY")),
        ("£18/h", Money(18, 18, "GBP", "hour")),
        ("£15ph", Money(15, 15, "GBP", "hour")),
        ("£13.50 an hour", Money(13.5, 13.5, "GBP", "hour")),
        ("£2000 pcm", Money(2000, 2000, "GBP", "month")),
        ("£350/day", Money(350, 350, "GBP", "day")),
        ("£500pw", Money(500, 500, "GBP", "week")),
        ("£30,000-£35,000pa", Money(30 * K, 35 * K, "GBP", "year")),
        ("15 dollars an hour", Money(15, 15, "USD", "hour")),
        ("$25/hr", Money(25, 25, "USD", "hour")),
        ("25 bucks an hour", Money(25, 25, "USD", "hour")),
        ("20 an hour EUR", Money(20, 20, "EUR", "hour")),
        ("hourly rate of $25", Money(25, 25, "USD", "hour")),
        ("45.000 € brutto im Jahr", Money(45 * K, 45 * K, "EUR", "year")),
        ("38.000,- € p.a.", Money(38 * K, 38 * K, "EUR", "year")),
        ("3.200 Euro monatlich", Money(3200, 3200, "EUR", "month")),
        ("12,50 € pro Stunde", Money(12.5, 12.5, "EUR", "hour")),
        ("Jahresgehalt: 62.000 Euro", Money(62 * K, 62 * K, "EUR", "year")),
        ("zwischen 50.000 und 60.000 Euro", Money(50 * K, 60 * K, "EUR")),
        ("28 000 € par an", Money(28 * K, 28 * K, "EUR", "year")),
        ("1 800 euros nets par mois", Money(1800, 1800, "EUR", "month")),
        ("1.800 euros al mes", Money(1800, 1800, "EUR", "month")),
        ("14€ la hora", Money(14, 14, "EUR", "hour")),
        ("entre 30.000 y 35.000 € brutos al año", Money(30 * K, 35 * K, "EUR", "year")),
        ("₹12 lpa", Money(1200 * K, 1200 * K, "INR", "year")),
        ("12-15 LPA", Money(1200 * K, 1500 * K, "INR", "year")),
        ("20 lakhs", Money(2000 * K, 2000 * K, "INR")),
        ("R28 000 per month", Money(28 * K, 28 * K, "ZAR", "month")),
        ("N650,000 monthly", Money(650 * K, 650 * K, "NGN", "month")),
        ("18 mil al mes", Money(18 * K, 18 * K, None, "month")),
        ("₹8,00,000 p.a.", Money(800 * K, 800 * K, "INR", "year")),
        ("€50K+", Money(50 * K, None, "EUR")),
        ("$140k + bonus", Money(140 * K, 140 * K, "USD")),
        ("$140k base plus $20k bonus", Money(140 * K, 140 * K, "USD")),
        ("between 50 and 60k", Money(50 * K, 60 * K)),
        ("from 30k to 35k", Money(30 * K, 35 * K)),
        ("up to 80k", Money(None, 80 * K)),
        ("80k max", Money(None, 80 * K)),
        ("at least 60k", Money(60 * K, None)),
        ("over 60k", Money(60 * K, None)),
        ("60k or more", Money(60 * K, None)),
        ("ab 45k", Money(45 * K, None)),
        ("6 figures", Money(100 * K, None)),
        ("six-figure", Money(100 * K, None)),
    ],
)
def test_pay_is_read_and_found(said: str, meant: Money) -> None:
    assert read(said) == meant
    assert [one.text for one in find(said)][:1] == [said.removesuffix(" + bonus").removesuffix(" base plus $20k bonus")]
    around = f"The job, {said}, sounds good"
    assert [read(one.text) for one in find(around)][:1] == [meant]


@pytest.mark.parametrize(
    ("said", "own", "meant"),
    [
        ("90k", "eur", Money(90 * K, 90 * K, "EUR")),
        ("$90k", "CAD", Money(90 * K, 90 * K, "CAD")),
        ("$90k", "EUR", Money(90 * K, 90 * K, "USD")),
        ("kr 45 000", "NOK", Money(45 * K, 45 * K, "NOK")),
        ("£90k", "USD", Money(90 * K, 90 * K, "GBP")),
        ("120,000", "GBP", Money(120 * K, 120 * K, "GBP")),
        ("salary of 90", None, Money(90, 90)),
        ("0", None, Money(0, 0)),
    ],
)
def test_what_was_not_said_is_the_persons_own_or_stays_open(said: str, own: str | None, meant: Money) -> None:
    assert read(said, default_currency=own) == meant


@pytest.mark.parametrize(
    "text",
    [
        "TVöD E9", "35 hours", "401k", "401(k) match", "Dec 3", "floor 3k", "room 3k, floor 4", "2026", "2026-11-20",
        "call me at 555-123-4567", "+1 555 123 4567", "at 3pm for 45 minutes", "at 1430 pm", "2 p.m.", "30-40 minutes",
        "15-20h/week", "8 hours a day", "100 applications a week", "24/7 support", "9-5", "80-100%", "a 10k race",
        "10k employees", "30k lines of code", "they raised $20M in 2026", "a $4M seed round", "AMD 3 rounds",
        "5 PHP developers", "I won 3 and lost 5 won matches", "#12000", "Python 3.11", "iPhone 15 Pro", "90", "120,000",
        "3.14.15", "192.168.10.100", "Route 66", "25 hr shift", "E14 level 5", "1e12",
    ],
)  # fmt: skip
def test_nothing_else_is_pay(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Applied to Acme Dec 3 - 140k", ["140k"]),
        ("applied to Stripe on Nov 20 - 90k remote", ["90k"]),
        ("pays 25 an hour, 35 hours a week", ["25 an hour"]),
        ("salary 120,000 and 5 days off", ["120,000"]),
        ("401k match and 90k base", ["90k"]),
        ("80k to 90k and 5 weeks off", ["80k to 90k"]),
        ("TVöD E9, 4.000 € im Monat", ["4.000 € im Monat"]),
        ("the job (60-70k) is remote", ["60-70k"]),
        ("80k in Berlin, 120k in Zurich", ["80k", "120k"]),
    ],
)
def test_pay_is_found_among_other_figures(text: str, found: list[str]) -> None:
    assert [one.text for one in find(text)] == found
    assert all(text[one.start : one.end] == one.text for one in find(text))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("", "I see no pay in “”. Say it like “60-70k EUR a year” or “$25 an hour”."),
        ("a lot", "I see no pay in “a lot”. Say it like “60-70k EUR a year” or “$25 an hour”."),
        ("35 hours", "I see no pay in “35 hours”. Say it like “60-70k EUR a year” or “$25 an hour”."),
        ("-5k", "“-5k” is negative; pay is not."),
        ("minus 5000 euros", "“minus 5000 euros” is negative; pay is not."),
        ("90000000000", "“90000000000” is more than any job pays; is there a digit too many?"),
        (
            "80k in Berlin, 120k in Zurich",
            "I see more than one amount in “80k in Berlin, 120k in Zurich”. Which one is the pay?",
        ),
    ],
)
def test_what_is_no_pay_is_refused_with_a_sentence(said: str, sentence: str) -> None:
    with pytest.raises(BadMoney) as refused:
        read(said)
    assert str(refused.value) == sentence


_PIECES = st.sampled_from(
    "12|90k|1.200|3 000,50|$|€|USD|kr| |-|–|to|a|an hour|/h|p.a.|lpa|between|and|up to|+|or more|six figures|(|)|401k"
    "|salary of|US dollars|,|.".split("|")
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=14).map("".join), st.lists(_PIECES, max_size=14).map(" ".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = find(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    try:
        money = read(text)
    except BadMoney as problem:
        assert str(problem)
    else:
        ends = [end for end in (money.minimum, money.maximum) if end is not None]
        assert ends and ends == sorted(ends) and all(0 <= end <= 1e9 for end in ends)


@given(
    st.integers(1, 999), st.sampled_from(["USD", "EUR", "GBP", "CHF", "PLN"]), st.sampled_from(["{n}k {c}", "{c} {n}k"])
)
def test_any_round_amount_comes_back(thousands: int, code: str, form: str) -> None:
    said = form.format(n=thousands, c=code)
    assert read(said) == Money(thousands * K, thousands * K, code)
