"""Figures as a person hears them: groups, comparisons, weeks, lists behind a figure, estimates, honest findings."""

from __future__ import annotations

import re
from random import Random

import pytest

from tests.house import House
from tools.figures import odds
from tools.figures.insight import only_known
from tools.figures.rates import apart, percent, rate, wilson, z_of

SAID = (
    "/settings timezone=America/New_York",
    "/log Ward Hospital, Night Nurse, applied, 2 November, source=referral, pay=20 GBP/h, location=Leeds",
    "/status screening, Ward Hospital",
    "/log Vantage, Van Driver, applied, 3 November, source=indeed, pay=30k GBP/year",
    "/log Harbour Hotel, Cook, applied, 9 November, source=indeed, pay=24k GBP/year",
    "/log Quay, Cook, applied, 5 October, source=linkedin",
    "/status rejected, Quay",
    "/log Orchard School, Cook, saved",
)


@pytest.fixture
def search(sqlite_house: House) -> House:
    """Four submitted ones and a saved one."""
    for text in SAID:
        assert "Undo" in sqlite_house.say(text).labels, text
    return sqlite_house


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/stats", "4 applications submitted in all."),
        ("/stats last month", "1 application submitted last month, Thu 1 Oct to Sat 31 Oct."),
        ("/stats conversion", "Conversion to screening or later: 25 % (1 of 4, a small sample) (in all)"),
        ("/stats conversion, only=referrals", "100 % (1 of 1, a small sample) (in all, referral)"),
        ("/stats by source", "• indeed: 2, answered 0 % (0 of 2)"),
        ("/stats by=role", "• cook: 2, answered 50 % (1 of 2)"),
        ("/stats by=industry", "• hospitality: 2,"),
        ("/stats pay", "• GBP a year: from 24,000 to 30,000, median 27,000, average 27,000 (2 applications)"),
        ("/stats funnel", "• screening: 25 % (1 of 4)"),
        ("/stats funnel", "Small numbers so far: the shares say little yet."),
        ("/stats stages", "• applied to screening: median"),
        ("/stats weekly", "This week: 0. No weekly goal is set; for one, say “I want 10 a week”."),
        ("/stats only=referral, versus=indeed", "That says little: a comparison takes 10 or more on both sides."),
        ("/stats period=this month, versus=last month", "• submitted: 3 against 1"),
        ("/stats insight", "4 applications submitted: too few to say anything."),
        ("/stats only=healthcare", "1 application submitted in all, healthcare by tag, name or title."),
        ("/stats only=transport sector", "1 application submitted in all, transport by tag, name or title."),
        ("/stats chances, only=Vantage", "CareerPlug, Recruiting Metrics Report 2025"),
        ("/stats chances, only=Quay", "has ended (rejected), so there is nothing to estimate."),
        ("/stats only=Atlantis", "I find no application that “Atlantis” could mean"),
        ("/stats response_rate, period=today", "so there is no figure: –."),
        ("/stats response rate this year", "Response rate: 50 % (2 of 4, a small sample) (this year"),
        ("/stats last_month", "1 application submitted last month, "),
        ("/meaning ghosted", "nothing heard and nothing done for 30 days or more"),
        ("/counted response_rate", "2 applications answered (in all):"),
    ],
)
def test_a_figure(search: House, command: str, told: str) -> None:
    assert told in search.say(command).text


def test_what_stands_behind_a_figure_is_a_press_away(search: House) -> None:
    search.say("what's my response rate?")
    listed = search.press("Which ones")
    assert "Ward Hospital" in listed.text and "Quay" in listed.text and "Vantage" not in listed.text
    search.say("what's my response rate?")
    assert "reached screening, assessment, interview or offer" in search.press("How is it counted").text


def test_a_figure_goes_on_in_words(search: House) -> None:
    assert "3 applications submitted" in search.say("how many did I send this month").text
    assert "Vantage" in search.say("which ones?").text
    assert "1 application submitted" in search.say("and last month?").text


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("I want 4 a week", 4),
        ("at least 10 weekly", 10),
        ("aim for three per week", 3),
        ("my goal is 5 applications a week", 5),
        ("I would like to make minimum 6 applications in the week", 6),
        ("five a week is my goal", 5),
    ],
)
def test_a_goal_in_own_words(sqlite_house: House, said: str, goal: int) -> None:
    assert f"Weekly goal: none → {goal}" in sqlite_house.say(said).text


@pytest.mark.parametrize("said", ["I want 20 hours a week", "do I want 2 a week?", "at least 2 days a week from home"])
def test_what_sets_no_goal(sqlite_house: House, said: str) -> None:
    assert "Weekly goal: none →" not in sqlite_house.say(said).text


def test_a_goal_is_set_and_given_up(search: House) -> None:
    assert "Weekly goal: none → 2" in search.say("I want 2 a week").text
    assert "goal is 2 a week: 2 to go" in search.say("how many to go").text
    assert "Weekly goal: 2 → none" in search.say("remove my weekly goal please").text


def test_a_goal_is_thought_over(search: House) -> None:
    search.say("aim for 9 a week")
    assert "Weekly goal: 9 → 4" in search.say("hm, better make it four").text
    assert "Weekly goal: 4 → 6" in search.say("no, 6").text
    search.say("stats")
    assert "Weekly goal" not in search.say("no, 5").text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("16 November",), "Streak: 1 week so far, with an application."),
        (("9 November", "17 November"), "Streak: 2 weeks in a row with an application; the longest was 2."),
        (("19 October",), "Streak: none right now; the longest was 1 week in a row with an application."),
        ((), "submitted no application|This week: 0"),
    ],
)
def test_a_streak(sqlite_house: House, days: tuple[str, ...], told: str) -> None:
    for number, day in enumerate(days):
        sqlite_house.say(f"/log Inn {number}, Porter, applied, {day}")
    assert re.search(told, sqlite_house.say("am I on a streak?").text)


def test_a_goal_and_its_weeks(search: House) -> None:
    search.say("I want 3 a week")
    search.say("/log Abbey, Porter, applied")
    assert "This week: 1 of your goal of 3, 2 to go." in search.say("how many a week?").text
    assert "2 to go" in search.say("am I on track?").text


def test_nothing_at_all(sqlite_house: House) -> None:
    for command in ("/stats", "/stats by source", "/stats period=this month, versus=last month", "/stats conversion"):
        heard = sqlite_house.say(command)
        assert "–" in heard.text and "0 %" not in heard.text
    assert "too few" in sqlite_house.say("what stands out").text


def test_long_titles_and_emoji(sqlite_house: House) -> None:
    sqlite_house.say(f"/log 🙂 Café, {'Nurse ' * 33}, applied, source=🎉 fair")
    assert max(map(len, sqlite_house.say("/stats by source").text.splitlines())) < 120
    assert "🎉 fair" in sqlite_house.say("/stats by source").text
    assert "🙂 Café" in sqlite_house.say("/counted submitted").text


def test_percent_is_half_up_with_its_counts() -> None:
    assert (rate(5, 42), rate(1, 8), rate(0, 0)) == ("12 % (5 of 42)", "13 % (1 of 8, a small sample)", "–")
    assert percent(1, 200) == 1


def test_wilson_as_published() -> None:
    # Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    known = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for case, ends in known.items():
        assert wilson(*case, z_of(0.95)) == pytest.approx(ends, abs=5e-5)


def test_nothing_is_claimed_from_under_ten() -> None:
    assert apart((9, 9), (0, 1000)) == 0
    assert (apart((10, 10), (0, 1000)), apart((0, 1000), (10, 10))) == (1, -1)


def test_chance_is_seldom_taken_for_a_difference() -> None:
    random = Random(7)

    def drawn(number: int) -> tuple[int, int]:
        return sum(random.random() < 0.3 for _ in range(number)), number

    claims = sum(bool(apart(drawn(20), drawn(60))) for _ in range(2000))
    assert claims <= 2000 * 0.06


def test_an_estimate_moves_from_the_average_to_the_own_history() -> None:
    none, low = odds.drawn(0, 0, 0.03), odds.drawn(0, 40, 0.03)
    high = odds.drawn(20, 40, 0.03)
    assert none[0] < 0.03 < none[1]
    assert low[1] < none[1] and high[0] > none[1]
    near, far = odds.days_left([(3, 50)], 0), odds.days_left([], 0)
    assert near[1] < far[1] and far == pytest.approx((3, 48), abs=2)


def test_words_of_a_model_hold_no_number_of_their_own() -> None:
    facts = "Applications via indeed are answered less often: 12 % (5 of 42), all others 40 % (8 of 20)."
    assert only_known("Indeed answers 5 of 42, so try the others.", facts)
    assert not only_known("Indeed answers about 10 %.", facts)
    assert not only_known("  ", facts)
