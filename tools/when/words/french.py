"""French words for dates and times, by kind and meaning; a table only."""

from __future__ import annotations

from tools.when.words import Table

WORDS: Table = {
    "DAYWORD": {
        0: "aujourd ' hui, aujourd hui, aujourdhui, ajd, auj",
        1: "demain, dmain, 2main",
        2: "après - demain, après demain, apres - demain",
        -1: "hier",
        -2: "avant - hier, avant hier",
    },
    "NOW": {
        0: "maintenant, à l ' instant",
    },
    "TONIGHT": {
        (0, "night"): "cette nuit",
        (0, "afternoon"): "cet après - midi, cet après midi, cet aprem",
        (-1, "evening"): "hier soir",
        (-1, "night"): "la nuit dernière",
    },
    "PART": {
        "morning": "matin, matinée",
        "afternoon": "après - midi, aprem, aprèm, après midi",
        "evening": "soir, soirée",
        "night": "nuit",
        "lunch": "midi",
        "first": "à la première heure",
        "early": "tôt",
    },
    "PARTP": {
        "morning": "du matin, le matin, au matin, dans la matinée, en matinée, tôt le matin",
        "afternoon": (
            "de l ' après - midi, l ' après - midi, dans l ' après - midi, de l ' après midi, l ' après midi"
        ),
        "evening": "du soir, le soir, au soir, en soirée, dans la soirée",
        "night": "de la nuit",
        "first": "à la première heure, dès la première heure",
    },
    "EOD": {
        0: "fin de journée, en fin de journée, la fin de journée, d ' ici ce soir",
    },
    "NOON": {
        12: "midi, à midi, ce midi",
    },
    "MIDNIGHT": {
        0: "minuit, à minuit",
    },
    "OCLOCK": "heures pile, h pile",
    "HEURE": "heure, heures, h",
    "ISH": "environ, pile, précises",
    "ANDHALF": "et demie, et demi",
    "HALF": "demi, demi -, demie",
    "QUARTER": {
        15: "quart, le quart, un quart, quart d ', un quart d '",
        45: "trois quarts d '",
    },
    "PLUS": "et",
    "TOPOST": "moins",
    "THROUGH": "à, au, jusqu ' à, jusqu ' au, et, et le, et fin",
    "DAYPREP": "le, ce, du, pour le, au, dès",
    "ON": "le, ce, pour le, du",
    "AT": "à, vers, a, vers les, aux environs de, autour de, dès, aux alentours de",
    "IN": "dans, en, au mois de, au mois d ', d ' ici, dans environ, sous",
    "WITHIN": (
        "dans les, ces, les, au cours des, durant les, pendant les, pendant, des, au cours de, durant, la, le, "
        "pour, de la, du, ce"
    ),
    "PREAGO": "il y a, y a, ya, ça fait, il y a environ",
    "FROM": "après, à partir de, après le, à partir du",
    "BEFORE": "avant, avant le, avant la",
    "AFTER": "après, après le",
    "SINCE": "depuis, depuis le, dès, à partir de, à partir du, depuis la",
    "UNTIL": "jusqu ' à, jusqu ' au, jusqu à, jusqu ' en, d ' ici, d ' ici le",
    "BETWEEN": "entre, entre le",
    "FROMTO": "de, du",
    "OLDER": "plus de, il y a plus de, depuis plus de, plus vieux que, datant de plus de, plus anciennes que",
    "REL": {
        "this": "ce, cette, cet, en cours, de cette, de ce",
        "next": "prochain, prochaine, prochains, prochaines, suivant, suivante",
        "last": "dernier, dernière, derniers, dernières, passé, passée, précédent, précédente",
        "coming": "qui vient, à venir",
    },
    "RELPOST": {
        "next": "prochain, prochaine",
        "last": "dernier, dernière, passé, passée, précédent",
        "coming": "qui vient, à venir",
        "before_last": "d ' avant",
    },
    "INEIGHT": "en huit",
    "ART": "le, la, les, l '",
    "ONE": "un, une",
    "OF": "de, du, de la, d ', de l '",
    "AND": "et",
    "EDGE": {
        "end": (
            "fin, fin de, la fin de, la fin du, fin du, à la fin de, à la fin du, en fin de, fin de la, à la "
            "fin de la, la fin de la"
        ),
        "early": "début, début de, le début de, au début de, le début du, au début du, en début de",
        "mid": "mi -, mi, la mi -, à la mi -",
    },
    "OR": "ou",
    "SEASON": "été, hiver, automne, printemps",
    "EVERY": "chaque, tous les, toutes les",
    "SOFAR": {
        "rest": "le reste de, le reste du, plus tard",
        "so_far": "plus tôt",
    },
    "HOLIDAY": {
        (12, 25): "noël",
        (12, 31): "la saint - sylvestre",
        (1, 1): "le jour de l ' an",
        (11, 1): "toussaint",
    },
    "CI": "- ci",
    "VAGUE": (
        "le nouvel an, dans quinze jours, dans huit jours, il y a quinze jours, il y a huit jours, sous quinze "
        "jours, sous huit jours, l ' autre jour, la veille, le lendemain, récemment, un jour, il y a peu, "
        "bientôt, prochainement"
    ),
    "FEW": "quelques, une quinzaine de, une dizaine de, une huitaine de, plusieurs, qqs",
    "UNIT": {
        "minute": "minute, minutes, mn",
        "hour": "heure, heures, h",
        "day": "jour, jours, journée",
        "workday": "jour ouvré, jours ouvrés, jours ouvrables, jour ouvrable",
        "week": "semaine, semaines",
        "fortnight": "quinzaine",
        "weekend": "week - end, weekend",
        "month": "mois",
        "quarter": "trimestre",
        "year": "an, ans, année, années",
    },
    "NUMBER": {
        0: "zéro",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        17: "dix - sept",
        18: "dix - huit",
        19: "dix - neuf",
        20: "vingt",
        21: "vingt et un",
        22: "vingt - deux",
        23: "vingt - trois",
        24: "vingt - quatre",
        25: "vingt - cinq",
        30: "trente",
        35: "trente - cinq",
        40: "quarante",
        45: "quarante - cinq",
        50: "cinquante",
        60: "soixante",
    },
    "ORDINAL": "premier, 1 er",
    "MONTH": {
        2: "fevr",
        1: "janv",
    },
}
