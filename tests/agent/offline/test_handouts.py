"""Pictures and files asked for in words, and what only sounds so."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.briefing import Briefing
from agent.offline.pipeline import understand
from tests.agent.offline.asking import APPLICATIONS, NOW, TAGS

PICTURES = [
    ("show me a chart", {}),
    ("chart", {}),
    ("funnel as a picture", {"kind": "funnel"}),
    ("can you draw my funnel in dark", {"kind": "funnel", "look": "dark"}),
    ("plot my applications per week", {"kind": "weeks"}),
    ("chart of the last 3 months", {"kind": "weeks", "period": "the last 3 months"}),
    ("heat map of this year", {"kind": "year", "period": "this year"}),
    ("make a heatmap for 2025", {"kind": "year", "period": "2025"}),
    ("can I see a graph of my response times?", {"kind": "answers"}),
    ("how fast do companies reply, as a chart", {"kind": "answers"}),
    ("status over time chart", {"kind": "standing"}),
    ("Diagramm meiner Bewerbungen pro Woche", {"kind": "weeks"}),
    ("montre-moi un graphique", {}),
    ("muéstrame un gráfico", {}),
    ("show me the weekly bars in dark", {"kind": "weeks", "look": "dark"}),
    ("weekly bars, dark", {"kind": "weeks", "look": "dark"}),
    ("dark, weekly bars please", {"kind": "weeks", "look": "dark"}),
    ("weeks chart dark", {"kind": "weeks", "look": "dark"}),
    ("dark bars", {"kind": "weeks", "look": "dark"}),
    ("bar chart, light", {"kind": "weeks"}),
    ("funnel in dark mode", {"kind": "funnel", "look": "dark"}),
    ("show me my answers in dark", {"kind": "answers", "look": "dark"}),
    ("show me the weekly bars of the last 3 months in dark", {"kind": "weeks", "period": "the last 3 months",
                                                             "look": "dark"}),
    ("dark weekly bars this year", {"kind": "weeks", "period": "this year", "look": "dark"}),
    ("zeig mir die Grafik in dunkel, Wochen", {"kind": "weeks", "look": "dark"}),
]  # fmt: skip
FILES: list[tuple[str, str, dict[str, Any]]] = [
    ("export everything", "export", {}),
    ("export as excel", "export", {"format": "xlsx"}),
    ("schick mir alle Daten als CSV", "export", {"format": "csv"}),
    ("my applications as a pdf", "export", {"format": "pdf"}),
    ("everything from last month as csv", "export", {"format": "csv", "period": "last month"}),
    (
        "pdf for the job centre in German for October",
        "export",
        {"format": "pdf", "period": "October", "language": "de"},
    ),
    ("un pdf pour France Travail en français", "export", {"format": "pdf", "language": "fr"}),
    (
        "Nachweis meiner Eigenbemühungen für Oktober",
        "export",
        {"format": "pdf", "period": "Oktober", "language": "de"},
    ),
    ("I need a list for the jobcentre", "export", {"format": "pdf"}),
    ("my work coach wants to see what I applied for last month", "export", {"format": "pdf", "period": "last month"}),
    ("need proof of my job search", "export", {"format": "pdf"}),
    ("Ich brauche eine Liste für das Arbeitsamt", "export", {"format": "pdf", "language": "de"}),
    ("preuve de recherche d'emploi", "export", {"format": "pdf", "language": "fr"}),
    ("print a list for my caseworker", "export", {"format": "pdf"}),
    ("export my rejected applications as csv", "find", {"status": "rejected", "file": "csv"}),
    ("send me a spreadsheet of my remote jobs", "find", {"work_mode": "remote", "file": "xlsx"}),
    ("export applications tagged visa to csv", "find", {"tag": "visa", "file": "csv"}),
]
OTHERS = [
    ("applied to ChartHop as graph engineer", "log"),
    ("applied to Plot as chart editor yesterday", "log"),
    ("note for Pizza Roma: send a pdf of my portfolio", "note"),
    ("remind me to plot my applications tomorrow", "remind"),
    ("interview with Pizza Roma on Tuesday, bring a chart", "schedule"),
    ("List all applications sorted by date applied, oldest first.", "find"),
    ("draw a line under Pizza Roma", "note"),
    ("applied to the job centre for a list clerk job", "log"),
    ("applied to Dark Bars as a barista", "log"),
    ("applied to two bars this week, The Crown and The Anchor", "log"),
    ("Pizza Roma went dark", "status"),
]


def called(said: str) -> list[tuple[str, dict[str, Any]]]:
    """The calls that come of words."""
    found = understand(said, Briefing(NOW, APPLICATIONS, (), TAGS))
    return [(call.name, call.args) for call in found.calls]


@pytest.mark.parametrize(("said", "args"), PICTURES)
def test_a_picture(said: str, args: dict[str, Any]) -> None:
    assert called(said) == [("chart", args)]


@pytest.mark.parametrize(("said", "name", "args"), FILES)
def test_a_file(said: str, name: str, args: dict[str, Any]) -> None:
    assert called(said) == [(name, args)]


@pytest.mark.parametrize(("said", "name"), OTHERS)
def test_what_only_sounds_so(said: str, name: str) -> None:
    assert name in [call for call, _ in called(said)]
    assert not {"chart", "export"} & {call for call, _ in called(said)}
