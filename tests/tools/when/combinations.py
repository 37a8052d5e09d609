"""Days and hours of each language, to be put together in every way that a person might."""

from __future__ import annotations

from collections.abc import Iterator

# Said on Tuesday 17 November 2026 at ten in the morning. "words = meaning", by language; then the ways to join them.
DAYS = {
    "english": """tomorrow = 11-18; monday = 11-23; next monday = 11-23; next friday = 11-27; this friday = 11-20
        dec 3 = 12-03; 3 dec = 12-03; december 3rd = 12-03; 3rd of december = 12-03; the 3rd = 12-03
        2026-12-03 = 12-03; 25/11 = 11-25; in two weeks = 12-01; in 3 days = 11-20; a week from monday = 11-30
        monday week = 11-30; 25.11.2026 = 11-25; next week thursday = 11-26; thursday next week = 11-26
        the day after tomorrow = 11-19; wed 25 nov = 11-25; wednesday, november 25 = 11-25
        thurs the 26th = 11-26; end of the month = 11-30; today = 11-17; first monday of december = 12-07
        tuesday after next = 12-01; christmas eve = 12-24; tmrw = 11-18""",
    "german": """morgen = 11-18; übermorgen = 11-19; am Montag = 11-23; Montag = 11-23; nächsten Dienstag = 11-24
        am 3. Dezember = 12-03; 3.12. = 12-03; am 03.12.2026 = 12-03; in zwei Wochen = 12-01
        in drei Tagen = 11-20; nächste Woche Donnerstag = 11-26; am Mittwoch, den 25. November = 11-25
        kommenden Freitag = 11-20; heute = 11-17""",
    "spanish": """mañana = 11-18; pasado mañana = 11-19; el lunes = 11-23; el próximo martes = 11-24
        el 3 de diciembre = 12-03; en dos semanas = 12-01; dentro de tres días = 11-20
        el jueves de la semana que viene = 11-26; hoy = 11-17; el miércoles 25 de noviembre = 11-25
        este viernes = 11-20; el martes 24 = 11-24""",
    "french": """demain = 11-18; après-demain = 11-19; lundi = 11-23; mardi prochain = 11-24; le 3 décembre = 12-03
        dans deux semaines = 12-01; dans trois jours = 11-20; jeudi de la semaine prochaine = 11-26
        ce vendredi = 11-20; mercredi 25 novembre = 11-25; aujourd'hui = 11-17; lundi en huit = 11-30
        le 1er décembre = 12-01""",
}
HOURS = {
    "english": """3pm = 15:00; 3 pm = 15:00; 15:00 = 15:00; 3:30 = 15:30; half past three = 15:30; quarter to 4 = 15:45
        noon = 12:00; 10:30 am = 10:30; 4 in the afternoon = 16:00; 5 o'clock = 17:00; 1530h = 15:30
        11ish = 11:00; 3.30pm = 15:30; 7 in the evening = 19:00; 2-3pm = 14:00; 10:30-11:30 = 10:30
        twenty past ten = 10:20""",
    "german": """um 15 Uhr = 15:00; 15 Uhr = 15:00; 15:30 Uhr = 15:30; um 15.30 Uhr = 15:30; um halb vier = 15:30
        um 11 = 11:00; um viertel vor vier = 15:45; gegen 14:00 = 14:00; um 14 Uhr 15 = 14:15
        um 4 Uhr nachmittags = 16:00; abends um 7 = 19:00; um zehn nach elf = 11:10""",
    "spanish": """a las 15:00 = 15:00; a las 3 de la tarde = 15:00; a las tres y media = 15:30
        a las cuatro menos cuarto = 15:45; a las 11 = 11:00; a las 15h = 15:00; al mediodía = 12:00
        por la tarde a las 4 = 16:00; a las 10 de la mañana = 10:00; sobre las 11 = 11:00
        a la una y cuarto = 13:15; a las 8 de la noche = 20:00""",
    "french": """à 15h = 15:00; à 15h30 = 15:30; à trois heures et demie = 15:30; à quatre heures moins le quart = 15:45
        à 11 heures = 11:00; 15h = 15:00; à midi = 12:00; vers 11h = 11:00; à 4 heures de l'après-midi = 16:00
        à 8h du soir = 20:00; à 10 h 30 = 10:30; à dix heures dix = 10:10""",
}
WAYS = {
    "english": (
        "{d} {h}",
        "{d} at {h}",
        "{h} {d}",
        "{d}, {h}",
        "{h}, {d}",
        "at {h} {d}",
        "{d} @ {h}",
        "{d} around {h}",
        "{h} on {d}",
    ),
    "german": ("{d} {h}", "{h} {d}", "{d}, {h}"),
    "spanish": ("{d} {h}", "{h} {d}", "{d}, {h}"),
    "french": ("{d} {h}", "{h} {d}", "{d}, {h}"),
}


def pairs(table: str) -> list[tuple[str, str]]:
    """Words and meaning."""
    entries = [entry.rsplit(" = ", 1) for line in table.splitlines() for entry in line.split(";")]
    return [(words.strip(), meaning.strip()) for words, meaning in entries]


def combined(language: str) -> Iterator[tuple[str, str]]:
    """Each phrase and its meaning, such as "11-18 15:00"."""
    for day, date in pairs(DAYS[language]):
        for hour, time in pairs(HOURS[language]):
            for way in WAYS[language]:
                yield way.format(d=day, h=hour), f"{date} {time}"
