"""English words for dates and times, by kind and meaning; a table only."""

from __future__ import annotations

from tools.when.words import Table

WORDS: Table = {
    "DAYWORD": {
        0: "today, 2day, tday, todays, this day, earlier today, later today, just now, right now",
        1: (
            "tomorrow, tmrw, tmr, tmrrw, tmw, tomoz, tomos, 2moro, 2morrow, 2mrw, 2moz, tomoro, tomo, morrow, "
            "to - morrow, the morrow"
        ),
        -1: "yesterday, yday, yest, yesterdays, ystrday, yestarday",
        2: "the day after tomorrow, day after tomorrow, the day after tmrw, day after tmrw, overmorrow",
        -2: "the day before yesterday, day before yesterday, the day before yday, day before yday",
    },
    "NOW": {
        0: "now",
    },
    "TONIGHT": {
        (0, "night"): "tonight, 2nite, tonite, 2night",
        (-1, "night"): "last night, lastnight, last nite, lastnite, lst night",
        (0, "morning"): "this am",
        (0, "afternoon"): "this pm, this arvo",
        (-1, "evening"): "last evening",
    },
    "PART": {
        "morning": "morning, mornin, early morning, late morning",
        "afternoon": "afternoon, arvo, aft, late afternoon, early afternoon",
        "evening": "evening, eve, early evening, late evening",
        "night": "night",
        "first": "first thing, first thing in the morning, bright and early",
        "lunch": "lunchtime, lunch time",
        "early": "early",
        "late": "late",
    },
    "PARTP": {
        "morning": "in the morning, in the am, in the mornings",
        "afternoon": "in the afternoon, in the arvo, in the pm",
        "evening": "in the evening",
        "night": "at night, in the night",
        "lunch": "at lunch, at lunchtime, over lunch",
        "first": "first thing in the morning",
    },
    "EOD": {
        0: (
            "eod, end of day, end of the day, end of business, close of business, cob, end of play, close of "
            "play, end of today, end of the working day"
        ),
    },
    "EOW": {
        "week": "eow",
        "month": "eom",
    },
    "NOON": {
        12: "noon, midday, mid - day, middle of the day, noontime, high noon",
    },
    "MIDNIGHT": {
        0: "midnight",
    },
    "MER": {
        "am": "am, a . m ., a . m, a m",
        "pm": "pm, p . m ., p . m, p m",
    },
    "OCLOCK": "o ' clock, oclock, o clock",
    "ISH": "ish, sharp, on the dot, or so, approx, approximately",
    "HALFPAST": "half past, half after, 1 / 2 past, halfpast",
    "HALF": "half, one half, half a, half an, 1 / 2, ½",
    "ANDHALF": "and a half, and half, & a half, and 1 / 2",
    "QUARTER": {
        15: "quarter, a quarter, quarter of an, a quarter of an",
        45: "three quarters, three quarters of an",
    },
    "PAST": "past, after",
    "TO": "to, till, til, before",
    "OFQ": "of",
    "THROUGH": "to, till, til, until, through, thru, and, up to",
    "DAYPREP": "on, for",
    "ON": "on",
    "AT": (
        "at, @, around, about, at about, at around, approx, approximately, roughly, circa, at approx, at "
        "roughly, at like, at exactly, for around, arnd, @ about, from about"
    ),
    "IN": "in, in about, in around, in another, in like",
    "WITHIN": "within, within the, in the, over the, during the, for the",
    "AGO": "ago, back",
    "HENCE": "from now, from today, hence, time, ' time, s time, ' s time",
    "FROM": "from, after, since",
    "BEFORE": "before, prior to",
    "AFTER": "after, later than",
    "SINCE": "since, ever since",
    "UNTIL": "until, till, til, up to, by, up until, through, no later than",
    "BETWEEN": "between, betw",
    "FROMTO": "from, starting, as of, beginning",
    "OLDER": "older than, more than, over, longer than, longer ago than",
    "ATLEAST": "at least",
    "Q": {
        1: "q1",
        2: "q2",
        3: "q3",
        4: "q4",
    },
    "OLD": "old",
    "OR": "or",
    "OROLDER": "or older, or longer, or more",
    "REL": {
        "this": "this, the current, current, dis",
        "next": "next, nxt, the following, following",
        "last": "last, this past, previous, this last, preceding",
        "past": "past",
        "coming": "coming, upcoming, this coming, this upcoming, the coming, next coming, this next",
    },
    "RELPOST": {
        "last": "gone, just gone",
        "coming": "coming",
    },
    "ART": "the, da",
    "ONE": "a, an, one",
    "OF": "of, in, ', ' s",
    "AND": "and, &, n, +",
    "EDGE": {
        "end": (
            "end of, end of the, the end of, the end of the, the last day of, the last day of the, last day of "
            "the, last day of"
        ),
        "late": "late, towards the end of",
        "start": (
            "start of, start of the, the start of, the start of the, beginning of, beginning of the, the "
            "beginning of, the beginning of the, the first of, the first day of, the first day of the, first "
            "day of the"
        ),
        "early": "early",
        "mid": "middle of, the middle of, mid, mid -",
    },
    "SEASON": "summer, winter, spring, autumn, fall",
    "EVERY": "every, each, every other",
    "WDS": {
        0: "mondays",
        1: "tuesdays",
        2: "wednesdays",
        3: "thursdays",
        4: "fridays",
        5: "saturdays",
        6: "sundays",
    },
    "SOFAR": {
        "so_far": "so far, earlier, earlier in",
        "rest": "later, later in, the rest of, the rest of the, rest of the, rest of",
        "all": "sometime, some time, at some point, sometime in, any time, anytime",
    },
    "HOLIDAY": {
        (12, 25): "christmas, christmas day, xmas, xmas day",
        (12, 24): "christmas eve, xmas eve",
        (12, 26): "boxing day",
        (1, 1): "new year ' s day, new years day",
        (12, 31): "new year ' s eve, new years eve, nye",
        (10, 31): "halloween",
        (2, 14): "valentine ' s day, valentines day",
    },
    "VAGUE": (
        "easter, thanksgiving, new year, the new year, new years, new year ' s, lately, the holidays, the "
        "summer, the other day, recently, some day, someday, the day before, the night before, the evening "
        "before, the morning of, the day of, the day after, a while ago, a while back, the other week, ages "
        "ago, one of these days, some time ago, soonish, in a bit, in a while, in a moment, in a sec, the other "
        "night"
    ),
    "FEW": "few, a few, some, several, a couple few, a handful of, a bunch of",
    "UNIT": {
        "minute": "minute, minutes, min, mins, minuets",
        "hour": "hour, hours, hr, hrs",
        "day": "day, days",
        "workday": "business day, business days, working day, working days, workdays, weekdays",
        "week": "week, weeks, wk, wks",
        "fortnight": "fortnight, fortnights",
        "weekend": "weekend, wkend, week - end, wknd",
        "month": "month, months, mth, mths, calendar month",
        "quarter": "quarter",
        "year": "year, years, yr, yrs",
    },
    "NUMBER": {
        0: "zero",
        2: "two, a couple of, a couple, couple of, couple, a pair of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve, a dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty, fourty",
        45: "forty five, forty - five",
        50: "fifty",
        60: "sixty",
        90: "ninety",
        25: "twenty five, twenty - five",
        35: "thirty five",
        55: "fifty five",
    },
    "ORDINAL": {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty - first, twenty first",
        22: "twenty - second, twenty second",
        23: "twenty - third, twenty third",
        24: "twenty - fourth, twenty fourth",
        25: "twenty - fifth, twenty fifth",
        26: "twenty - sixth, twenty sixth",
        27: "twenty - seventh, twenty seventh",
        28: "twenty - eighth, twenty eighth",
        29: "twenty - ninth, twenty ninth",
        30: "thirtieth",
        31: "thirty - first, thirty first",
    },
    "WD": {
        1: "tues, tue, tuesd",
        2: "weds, wednes, wensday, wednsday, wedneday",
        3: "thur, thurs, thrs, thu, thrusday",
        5: "sats",
        4: "fryday, firday, friyay",
        0: "munday",
    },
    "MONTH": {
        9: "sept",
        2: "febuary, feburary",
        1: "janurary",
    },
}
