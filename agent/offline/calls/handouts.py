"""Pictures and files asked for in words: which picture, which kind of file, of which applications and days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from agent.offline.calls import filters, periods
from agent.offline.clause import Clause
from tools.result import Call

POLITE = (
    r"(?:(?:please|pls|plz|bitte|can you|could you|can i|could i|may i|i(?:'d| would) like(?: to)?|i want(?: to)?|"
    r"i need|let me|kannst du|puedes|peux-tu|and|ok|okay|hey|now|just|me|to|mir|have|get|see|also)[\s,]+)*"
)
PICTURE = (
    r"(?:(?:bar |line |pie |funnel |sankey |calendar |flow )?(?:charts?|graphs?|diagrams?|plots?|histograms?)|"
    r"heat[ -]?maps?|sankeys?|balkendiagramm\w*|diagramm\w*|grafik\w*|schaubild\w*|heatmap\w*|graphiques?|"
    r"pictures? of (?:how|where|my (?:app|search|job|funnel|progress)\w*|the (?:funnel|numbers))|"
    r"diagrammes?|gráfic[oa]s?|grafic[oa]s?|diagramas?)"
)
# What may be drawn of; other words mean a name or a note.
MINE = (
    r"(?:(?:an? )?(?:funnel|heat[ -]?map|sankey)|my|the|all|our|how|where|when|weekly|monthly|daily|this|last|these|"
    r"applications?|apps?|status(?:es)?|responses?|answers?|conversions?|progress|numbers?|stats|figures|meine?n?|mes|mis)"
)
ASKS = (
    r"(?:show|give|make|create|send|display|draw|plot|generate|produce|do|zeige?|zeichne|mach|erstelle?|gib|montre\w*|"
    r"dessine\w*|fais|donne\w*|muestra\w*|muéstra\w*|dibuja\w*|haz\w*|dame|m[áa]nda\w*|envía\w*|"
    r"envoie\w*|schick\w*|quiero|je veux|ich (?:will|möchte|hätte gern))"
)
DRAWN = r"(?:plot|graph|chart|draw|visuali[sz]e|zeichne|dessine|dibuja)"
# Words of other wishes, and of papers that are none of ours; in small letters, since most messages are looked at.
NEVER = re.compile(
    r"\W*[^?]*?\b(?:note|remind|appl(?:ied|y|ying) (?:to|for|at)|interview with|call(?:ed)?|resume|résumé|cv|"
    r"lebenslauf|certificates?|certs?|portfolio|passport|photo|references?|diploma|cover letter|anschreiben|"
    r"offer letter|contract|attach\w*|import\w*)\b"
)
ARTICLE = r"(?:an? |the |my |one |ein(?:e|en)? |une? )?"
KIND = (
    r"(?:quick|nice|weekly|monthly|daily|yearly|status|responses?|times?|answers?|over|per|week|applications?|apps?|"
    r"progress|activity|conversion|goal|job|search|stats|dark|light|year)"
)
BEHIND = (
    r"(?:of|for|please|bitte|in|on|with|von|über|der|des|de|du|per|by|this|last|as|dark|light|dunkel|sombre|showing|"
    r"meine?[rn]?)"
)
CHART = re.compile(
    rf"\W*(?:{POLITE}{ASKS}\b[^?]{{0,60}}\b{PICTURE}\b|"
    rf"{POLITE}{DRAWN}(?: me| us| up| out| mir| uns)?\s+{MINE}\b|"
    rf"{POLITE}{ARTICLE}(?:{KIND} ){{0,4}}{PICTURE}(?:\s+{BEHIND}\b[^?]*)?\W*$|"
    rf"[^?]{{0,60}}\b(?:as|in|als|en) {ARTICLE}(?:{PICTURE}|pictures?|bild|image)\W*$)",
    re.I,
)
# A message of nothing but these asks for a picture when two of the first three are in it.
LOOKS = frozenset("dark light dunkel dunkle dunkles dunklen hell sombre foncé oscuro oscura".split())
DRAWINGS = frozenset(
    "chart charts graph graphs bar bars plot diagram picture diagramm grafik graphique gráfico".split()
)
SUBJECTS = frozenset(
    "funnel sankey week weeks weekly standing status statuses answer answers response responses calendar heatmap "
    "month months monthly progress conversion trichter wochen woche semaines semaine entonnoir semanas embudo".split()
)
BESIDE = frozenset(
    "show give make create draw send see i can you get me my the a an of in on as by per with and please pls just now "
    "mode theme look colours colors background version applications application zeige zeig mir bitte im in ein als "
    "montre-moi en mode s'il te plaît muéstrame el la por favor un une".split()
)
KINDS = (
    ("year", r"heat[ -]?map|calendar|kalender|calendrier|calendario|(?:per|by|each|every|a) day|daily|täglich"),
    ("answers", r"respon[sd]|answer|repl|hear(?:d|ing)? back|wait|antwort|répon|respuesta"),
    ("standing", r"status|stand|stages?|pipeline|stacked|stehen|étapes|statuts"),
    ("funnel", r"funnel|conver|sankey|trichter|entonnoir|embudo|how far"),
    ("weeks", r"week|month|goal|over time|woche|monat|semaine|mois|semana|mes\b|bar|progress|applications|bewerbungen"),
)
# "Per week" tells how to count, not when.
RATE = re.compile(
    r"\b(?:per|a|by|each|every|pro|par|por)\s+(?:day|week|month|tag|woche|monat|jour|semaine|mois|día|semana)\b", re.I
)
YEAR = re.compile(r"\b20\d\d\b")
DARK = re.compile(
    r"\b(?:dark(?:er)?|black|dunkel|dunkle?[nrsm]?|schwarz|sombre|foncé|noir|oscur[oa]|negro|night)\b", re.I
)
LIGHT = re.compile(
    r"\b(?:light(?:er)?|bright(?:er)?|white|day|hell|hell(?:e[nrsm]?)|weiß|clair|clar[oa]|blanco)\b", re.I
)
# A picture by any of its names.
DRAWN_ONE = re.compile(
    rf"\b(?:{PICTURE}|pictures?|images?|imagen|bild|dessin|dibujo|{DRAWN}|pie|visual(?:ly)?|drawn)\b", re.I
)
OFFICE = (
    r"(?:job ?cent(?:re|er)(?: ?plus)?|(?:un)?employment (?:office|agency)|dole(?: office)?|benefits? office|"
    r"universal credit|work coach|case ?worker|arbeitsagentur|agentur für arbeit|arbeitsamt|sachbearbeiter\w*|"
    r"france travail|pôle emploi|conseill(?:er|ère))"
)
PROOF = r"(?:proof|justificatif|bewerbungsnachweis|nachweis|eigenbemühung\w*)"
_PAPER = (
    r"(?:list|lists|proof|evidence|record|report|print\w*|copy|overview|nachweis|liste|übersicht|preuves?|justificatif)"
)
# A paper for the office in plain words, whoever wants it; a proof of the search needs no office.
FOR_OFFICE = re.compile(
    rf"\b{_PAPER}\b.{{0,60}}\b(?:for|to|für|fürs|an|pour|à)\b.{{0,20}}\b{OFFICE}\b|"
    rf"\b{OFFICE}\b.{{0,20}}\b(?:wants?|needs?|ask\w*|wanted|requires?|will|braucht|möchte|veut|demande)\b.{{0,60}}"
    rf"\b(?:{_PAPER}|what i|(?:to )?see)\b|"
    rf"\b(?:need|have|must|got|want|dois|muss) (?:to )?(?:show|prove|give|send|prouver|montrer)\b.{{0,40}}\b{OFFICE}\b|"
    r"\b(?:proof|evidence|record|preuves?|justificatifs?) (?:of|that|de|d')\s?(?:i'?m |my |ma |mes |the |i am )?"
    r"(?:job|work|looking|recherches?)\b|\bprintable (?:list|report|record|overview)\b|"
    r"\b(?:list|report|record) (?:that )?(?:i can|to|for) print\w*",
    re.I,
)
NO_PAPER = re.compile(r"^\W*(?:i )?(?:just )?applied\b|\b(?:interview|note|remind|rejected|offer)\b", re.I)
FORMATS = (
    ("pdf", rf"pdf|print\w*|druck\w*|imprim\w*|{OFFICE}|{PROOF}"),
    ("csv", r"csv"),
    ("xlsx", r"excel|xlsx?|spreadsheets?|sheets?|tabelle|tableur|hoja|table"),
)
FORMAT = r"(?:pdf|excel|xlsx?|csv|spreadsheet|json)"
TAKES = (
    r"(?:export|download|save|send|give|hand|make|create|generate|print|produce|prepare|put|exportier\w*|schick\w*|gib|"
    r"erstell\w*|mach\w*|druck\w*|exporte\w*|envoie\w*|donne\w*|fais|télécharge\w*|exporta\w*|descarga\w*|dame|haz\w*|"
    r"m[áa]nda\w*|envía\w*|quiero|je veux|il me faut|ich (?:brauche|möchte|will))"
)
OURS = r"(?:applications|bewerbungen|candidatures|solicitudes|job search|recherche d.emploi|eigenbemühungen)"
FILE = r"(?:(?:file|fichier|archivo|datei|tabelle|tableau) (?:in |en |de |d')?)?"
EXPORT = re.compile(
    rf"\W*(?![^?]*\bcalendar\b)(?:{POLITE}{TAKES}\b[^?]{{0,80}}\b(?:{FORMAT}|{OFFICE})\b|"
    rf"{POLITE}{ARTICLE}(?:(?:record|report|list)\b[^?]*\b{OFFICE}|"
    rf"(?:{FORMAT}|{PROOF})\b[^?]*\b(?:{OFFICE}|{OURS}))\b|"
    rf"{POLITE}print\b[^?]*\b{OURS}\b|[^?]{{0,80}}\b(?:as|als|in|en|to) {ARTICLE}{FORMAT}\W*$|"
    rf"{POLITE}{ARTICLE}{FILE}{FORMAT}(?: file| export| report|-datei)?"
    r"(?: please| bitte| stp| svp| por favor| s'il te plaît| (?:for|of|für|pour|de|para|von|with|mit)\b[^?]*)?\W*$)",
    re.I,
)
LANGUAGES = (
    ("de", r"in german|auf deutsch|deutsch\w*|german|en allemand"),
    ("fr", r"in french|auf französisch|french|en français|français\w*"),
    ("en", r"in english|auf englisch|english|en anglais"),
)
# The language of the paper is that of the words, where none is named.
SPOKEN = (
    ("de", r"nachweis|bewerbungen|bewerbungsnachweis|liste (?:meiner|für)|eigenbemühung\w*|brauche"),
    ("fr", r"preuves?|justificatif|candidatures|recherches? d.emploi|mes recherches|il me faut|je dois"),
)
# Words that name the file and not what is in it.
ABOUT_FILE = re.compile(
    rf"\b(?:{'|'.join(pattern for _, pattern in (*FORMATS, *LANGUAGES))}|{TAKES}|files?|as|als|list|liste|"
    r"report|record|for the|für das|pour|data|history|backup|dump)\b",
    re.I,
)
NARROW = ("status", "state", "work_mode", "employment_type", "source", "tag", "favorite", "company", "location",
          "unanswered")  # fmt: skip
MOST_LETTERS = 200


def asked(clause: Clause) -> list[Call]:
    """The calls of words that can only ask for a picture or a file; none for all others."""
    if len(clause.text) > MOST_LETTERS:
        return []
    never = NEVER.match(clause.text.lower()) is not None
    if (not never and CHART.match(clause.text)) or _only_of_pictures(clause):
        return chart(clause)
    if FOR_OFFICE.search(clause.text) and not NO_PAPER.search(clause.text):
        return _for_office(clause)
    return export(clause) if not never and EXPORT.match(clause.text) else []


def _only_of_pictures(clause: Clause) -> bool:
    """Whether words name a picture, what is drawn or how it looks, and nothing else but days: "weekly bars in dark"."""
    if not _names_two(_words(clause.text)):
        return False
    period, text = periods.words(_without(clause, RATE)), clause.text
    words = _words(text.replace(period, " ") if period else text)
    return words <= (LOOKS | DRAWINGS | SUBJECTS | BESIDE) and _names_two(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'-]+", text.casefold()))


def _names_two(words: frozenset[str]) -> bool:
    return sum(not words.isdisjoint(kind) for kind in (LOOKS, DRAWINGS, SUBJECTS)) > 1


def chart(clause: Clause) -> list[Call]:
    """The picture that the words name, by default the funnel."""
    text = clause.text
    kind, _ = kind_named(text)
    args: dict[str, Any] = {"kind": kind} if kind else {}
    quiet = _without(clause, RATE)
    period = periods.words(quiet)
    year = YEAR.search(text)
    if period and periods.readable(period, quiet):
        args["period"] = period
    elif year:
        args["period"] = year.group()
    return [Call(name="chart", args=args | ({"look": "dark"} if DARK.search(text) else {}))]


def kind_named(text: str) -> tuple[str | None, str]:
    """The kind of picture that words name, and the text without them."""
    for name, words in KINDS:
        if re.search(rf"\b(?:{words})", text, re.I):
            return name, re.sub(rf"\b(?:{words})\w*", " ", text, flags=re.I)
    return None, text


def _for_office(clause: Clause) -> list[Call]:
    """The record for an employment office: of all applications of a period."""
    form = _said(FORMATS, clause.text) or "pdf"
    return [Call(name="export", args={"format": form} | _period_and_language(_without(clause, ABOUT_FILE), form))]


def export(clause: Clause) -> list[Call]:
    """The kind of file that the words name; of some applications where they are narrowed down, else of all."""
    form = _said(FORMATS, clause.text) or "json"
    if form == "json":
        return [Call(name="export")]
    quiet = _without(clause, ABOUT_FILE)
    narrowed = {name: value for name, value in filters.of(quiet).items() if name in NARROW}
    more = _period_and_language(quiet, form)
    if narrowed.keys() - {"state"} or narrowed.get("state", "all") != "all":
        days = {"applied": more["period"]} if "period" in more else {}
        return [Call(name="find", args={**narrowed, **days, "file": form})]
    return [Call(name="export", args={"format": form} | more)]


def _period_and_language(quiet: Clause, form: str) -> dict[str, str]:
    """The days, and of a record its language: the one named, else that of the words."""
    period = periods.words(quiet)
    words = quiet.said or quiet.full or quiet.text
    language = (_said(LANGUAGES, words) or _said(SPOKEN, words)) if form == "pdf" else None
    given = {"period": period if period and periods.readable(period, quiet) else None, "language": language}
    return {name: said for name, said in given.items() if said}


def _said(names: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next((name for name, words in names if re.search(rf"\b(?:{words})\b", text, re.I)), None)


def _without(clause: Clause, words: re.Pattern[str]) -> Clause:
    """The clause with these words blanked out, and without what was found in them."""
    text = words.sub(lambda found: " " * len(found.group()), clause.text)
    kept = [m for m in clause.mentions if text[m.start : m.end].strip()]
    return replace(clause, text=text, mentions=kept)
