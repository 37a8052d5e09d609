"""Tables as people and programs make them, each with what has to come of it; the names in them are invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Style:
    """A text file: its bytes, what its rows are as (company, title, status, applied_on), and more to be looked at.

    `press` is the button that imports it.
    """

    name: str
    content: bytes
    rows: tuple[tuple[str, str | None, str, str | None], ...]
    first: dict[str, Any]
    says: tuple[str, ...] = ()
    press: str = "^Import"


HUNTR = """\
Company,Job Title,List,Location,Salary,Job Post URL,Date Added,Date Applied,Notes
Brightwater,Lifeguard,Applied,"Tampa, FL","$18/hr",https://jobs.example.com/1,"Nov 1, 2026","Nov 2, 2026",
Dale & Sons,Carpenter,Wishlist,Ocala FL,,https://jobs.example.com/2,"Nov 3, 2026",,ask Tom
Orchard Clinic,Night Nurse,Phone Screen,Remote,"$70,000 - $80,000",,"Oct 20, 2026","Oct 21, 2026","calm, friendly"
"""
TEAL = """\
Job Position,Company,Max Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow Up,Excitement
Barista,Kettle House,42000,Leeds,Applied,2026-11-01,2026-12-01,2026-11-04,2026-11-11,4
Pastry Cook,Flour Mill,,York,Bookmarked,2026-11-05,,,,5
Baker,Crumb Ltd,39000,Hull,No Longer Under Consideration,2026-10-01,,2026-10-03,,2
"""
NOTION = """\
\ufeffName,Position,Stage,Applied On,Tags,Posting
Northlight,Data Analyst,Interviewing,"November 3, 2026","remote, health",https://northlight.example/jobs/7
Harbor Foods,Warehouse Lead,Offer,"October 12, 2026",,
Plain & Co,Clerk,Rejected,"September 30, 2026 → October 2, 2026",office,
"""
SIMPLIFY = """\
Job Title,Company Name,Job URL,Applied Date,Status,Archived
Line Cook,Golden Fork,https://apply.example/55,2026-11-10T14:30:00.000Z,Applied,false
Driver,Quick Post,https://apply.example/56,2026-11-11T09:00:00.000Z,Screen,true
"""
GOOGLE = """\
My job hunt,,,,,
updated every Sunday,,,,,
,,,,,
Company,Role,Date applied,Status,Heard back?,Link
Sunny Nursery,Gardener,13/10/2026,Applied,,www.sunny.example/jobs
Stone Works,Mason,05/11/2026,Ghosted,no,
,,,,,
Company,Role,Date applied,Status,Heard back?,Link
Bell Tower Inn,Receptionist,06/11/2026,Interview scheduled,yes,https://bell.example
"""
GERMAN = """\
Firma;Stelle;Ort;Bewerbungsdatum;Status;Gehalt;Ansprechpartner;Notizen
Bäckerei Süß;Verkäuferin;Köln;03.11.2026;Absage;14,50 € pro Stunde;Frau Möller;nett
Fuhrpark Öztürk GmbH;Fahrer;Düren;12.10.26;Vorstellungsgespräch;2.800 € brutto im Monat;;
Klinikum Nord;Pflegerin;Kiel;01.09.2026;Zusage;;Dr. Groß <gross@klinik.example>;
"""
FRENCH = """\
Entreprise;Poste;Date de candidature;Statut;Lieu;Lien
Café Léa;Serveuse;04/11/2026;Refusé;Nîmes;https://cafe.example/a
Hôpital du Lac;Infirmière;05/11/2026;Entretien prévu;Évian;
Société Bûche;Menuisier;06/11/2026;Sans réponse;Orléans;
"""
SPANISH = """\
Empresa|Puesto|Fecha de solicitud|Estado|Ubicación|Salario
Compañía Peña|Diseñadora|02/11/2026|Enviada|Logroño|28.000 €
Panadería Ibáñez|Panadero|03/11/2026|Rechazado|Cádiz|
Taller Núñez|Mecánico|04/11/2026|Entrevista|Jaén|
"""
AMERICAN = """\
EMPLOYER\tPOSITION APPLIED FOR\tDATE\tRESULT\tCONTACT PERSON\tPHONE
Pine Lodge\tHousekeeper\t10/28/2026\tno response\tJane Roe\t+1 555 0100
Maple Diner\tDishwasher\t11/03/2026\tHired!\t\t
"""
BARE = """\
Copper Kettle,Waiter,2026-11-02,applied
Silver Spoon,Host,2026-11-03,rejected
"""
CAMEL = """\
companyName,jobTitle,appliedDate,applicationStatus,jobUrl
"Lamp, Inc.",Welder,2026/11/02,applied,lamp.example/j
"""
EXCEL = 'sep=;\r\n"Company";"Title";"Applied on";"Status"\r\n"Tin Roof";"Roofer";"46328";"applied"\r\n'
OLD_MAC = """\
Company,Position,Applied,Status,Notes
Garden Gate,Florist,2 Nov 2026,Applied,great
Iron Bridge,Fitter,3 Nov 2026,Withdrawn,
""".replace("\n", "\r")


STYLES = (
    Style(
        "huntr.csv",
        HUNTR.encode(),
        (
            ("Brightwater", "Lifeguard", "applied", "2026-11-02"),
            ("Dale & Sons", "Carpenter", "saved", None),
            ("Orchard Clinic", "Night Nurse", "screening", "2026-10-21"),
        ),
        {"location": "Tampa, FL", "salary_min": 18, "salary_period": "hour", "url": "https://jobs.example.com/1"},
        ("List → status", "Wishlist → saved"),
    ),
    Style(
        "teal.csv",
        TEAL.encode(),
        (
            ("Kettle House", "Barista", "applied", "2026-11-04"),
            ("Flour Mill", "Pastry Cook", "saved", None),
            ("Crumb Ltd", "Baker", "rejected", "2026-10-03"),
        ),
        {"salary_max": 42000, "deadline_on": "2026-12-01", "location": "Leeds"},
        ("Kept as notes: Follow Up, Excitement",),
    ),
    Style(
        "notion.csv",
        NOTION.encode(),
        (
            ("Northlight", "Data Analyst", "interview", "2026-11-03"),
            ("Harbor Foods", "Warehouse Lead", "offer", "2026-10-12"),
            ("Plain & Co", "Clerk", "rejected", "2026-09-30"),
        ),
        {"tags": ["remote", "health"], "url": "https://northlight.example/jobs/7"},
    ),
    Style(
        "simplify.csv",
        SIMPLIFY.encode(),
        (("Golden Fork", "Line Cook", "applied", "2026-11-10"), ("Quick Post", "Driver", "screening", "2026-11-11")),
        {"url": "https://apply.example/55", "archived": False},
    ),
    Style(
        "google.csv",
        GOOGLE.encode(),
        (
            ("Sunny Nursery", "Gardener", "applied", "2026-10-13"),
            ("Stone Works", "Mason", "ghosted", "2026-11-05"),
            ("Bell Tower Inn", "Receptionist", "interview", "2026-11-06"),
        ),
        {"url": "https://www.sunny.example/jobs"},
        ("names are in row 4", "with the day first, as the other days in it show"),
    ),
    Style(
        "latin1.csv",
        GERMAN.encode("latin-1", "replace").replace(b"?", b"EUR"),
        (
            ("Bäckerei Süß", "Verkäuferin", "rejected", "2026-11-03"),
            ("Fuhrpark Öztürk GmbH", "Fahrer", "interview", "2026-10-12"),
            ("Klinikum Nord", "Pflegerin", "offer", "2026-09-01"),
        ),
        {"location": "Köln", "salary_min": 14.5, "salary_currency": "EUR", "salary_period": "hour"},
        ("Absage → rejected",),
    ),
    Style(
        "windows.csv",
        GERMAN.encode("cp1252"),
        (
            ("Bäckerei Süß", "Verkäuferin", "rejected", "2026-11-03"),
            ("Fuhrpark Öztürk GmbH", "Fahrer", "interview", "2026-10-12"),
            ("Klinikum Nord", "Pflegerin", "offer", "2026-09-01"),
        ),
        {"salary_min": 14.5, "salary_currency": "EUR"},
    ),
    Style(
        "french.csv",
        FRENCH.encode("mac-roman"),
        (
            ("Café Léa", "Serveuse", "rejected", "2026-11-04"),
            ("Hôpital du Lac", "Infirmière", "interview", "2026-11-05"),
            ("Société Bûche", "Menuisier", "ghosted", "2026-11-06"),
        ),
        {"location": "Nîmes"},
        ("with the day first, as is usual in its language",),
    ),
    Style(
        "spanish.txt",
        SPANISH.encode("cp850", "replace").replace(b"?", b"EUR"),
        (
            ("Compañía Peña", "Diseñadora", "applied", "2026-11-02"),
            ("Panadería Ibáñez", "Panadero", "rejected", "2026-11-03"),
            ("Taller Núñez", "Mecánico", "interview", "2026-11-04"),
        ),
        {"location": "Logroño", "salary_min": 28000},
    ),
    Style(
        "american.tsv",
        AMERICAN.encode("utf-16"),
        (
            ("Pine Lodge", "Housekeeper", "ghosted", "2026-10-28"),
            ("Maple Diner", "Dishwasher", "accepted", "2026-11-03"),
        ),
        {"contacts": [{"name": "Jane Roe", "role": None, "email": None, "phone": "+1 555 0100"}]},
        ("with the month first, as the other days in it show",),
    ),
    Style(
        "utf16.tsv",
        AMERICAN.encode("utf-16-le"),
        (
            ("Pine Lodge", "Housekeeper", "ghosted", "2026-10-28"),
            ("Maple Diner", "Dishwasher", "accepted", "2026-11-03"),
        ),
        {},
    ),
    Style(
        "bare.csv",
        BARE.encode(),
        (("Copper Kettle", "Waiter", "applied", "2026-11-02"), ("Silver Spoon", "Host", "rejected", "2026-11-03")),
        {},
        ("no names of columns",),
    ),
    Style(
        "camel.csv",
        CAMEL.encode(),
        (("Lamp, Inc.", "Welder", "applied", "2026-11-02"),),
        {"url": "https://lamp.example/j"},
    ),
    Style("excel.csv", EXCEL.encode("utf-8-sig"), (("Tin Roof", "Roofer", "applied", "2026-11-02"),), {}),
    Style("excel-plain.csv", EXCEL.encode(), (("Tin Roof", "Roofer", "applied", "2026-11-02"),), {}),
    Style(
        "mac.csv",
        OLD_MAC.encode(),
        (("Garden Gate", "Florist", "applied", "2026-11-02"), ("Iron Bridge", "Fitter", "withdrawn", "2026-11-03")),
        {"notes": "great"},
    ),
)
