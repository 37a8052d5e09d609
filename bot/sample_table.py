"""The words that the sample data is made of: places, people, and walks of life with their employers, jobs and pay."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """A title and what it pays: from, to, and for which period."""

    title: str
    low: float
    high: float
    period: str


@dataclass(frozen=True)
class Walk:
    """A walk of life: what employers are called ({place} and {name} stand for one), their jobs, and what is noted."""

    employers: tuple[str, ...]
    jobs: tuple[Job, ...]
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    modes: tuple[str, ...] = ("onsite",)
    types: tuple[str, ...] = ("full_time", "full_time", "full_time", "part_time")


PLACES = tuple(
    (
        "Albany, NY; Allentown, PA; Baltimore, MD; Bangor, ME; Boston, MA; Bridgeport, CT; Brooklyn, NY; Buffalo, NY; "
        "Burlington, VT; Camden, NJ; Concord, NH; Dover, DE; Elizabeth, NJ; Erie, PA; Fall River, MA; Frederick, MD; "
        "Hartford, CT; Hoboken, NJ; Jersey City, NJ; Lancaster, PA; Lowell, MA; Manchester, NH; Newark, NJ; "
        "New Haven, CT; Norfolk, VA; Paterson, NJ; Philadelphia, PA; Pittsburgh, PA; Portland, ME; Providence, RI; "
        "Quincy, MA; Reading, PA; Richmond, VA; Rochester, NY; Salem, MA; Scranton, PA; Stamford, CT; Syracuse, NY; "
        "Trenton, NJ; Utica, NY; Warwick, RI; Waterbury, CT; Wilmington, DE; Worcester, MA; Yonkers, NY"
    ).split("; ")
)
NAMES = tuple(
    (
        "Alder Amber Anchor Arbor Aspen Beacon Birch Bluebird Bramble Bright Cedar Clover Copper Coral Crescent Dover "
        "Eastgate Elm Fairview Falcon Fern Garnet Golden Granite Harbor Hazel Heron Hillcrest Ivory Juniper Keystone "
        "Lakeside Lantern Larch Linden Lumen Maple Meridian Mill Northgate Oakfield Olive Orchard Pebble Pine Quarry "
        "Redwood Ridge River Rowan Sable Silver Spruce Stonebridge Summit Tamarack Thistle Union Valley Westgate "
        "Willow Winter"
    ).split()
)
FIRST_NAMES = tuple(
    (
        "Adaeze Agnes Ahmed Aisha Beatriz Carlos Chen Clara Daniela David Dmitri Elena Farid Fatima Grace Hannah Ines "
        "Ivan Jamal Joanna Kwame Laura Leila Luca Malik Marta Mei Miguel Nadia Noah Olga Omar Paula Pedro Priya Rosa "
        "Samuel Sofia Tomas Wanda Yusuf Zoe"
    ).split()
)
LAST_NAMES = tuple(
    (
        "Adams Baker Bianchi Brown Carter Cohen Costa Diaz Evans Fischer Garcia Haddad Hill Ito Jensen Khan Kim Lopez "
        "Marino Mensah Moore Murphy Nguyen Novak Okafor Osei Patel Petrov Reyes Rossi Schmidt Silva Singh Sullivan "
        "Tanaka Torres Walker Weber Wong Young"
    ).split()
)
SOURCES = (
    "company site", "company site", "linkedin", "linkedin", "indeed", "referral", "referral", "job fair", "newspaper",
    "agency", "walk-in", "glassdoor",
)  # fmt: skip
NOTES = (
    "Ask about the notice period.",
    "They want two references.",
    "Parking is behind the building.",
    "The posting says that pay is negotiable.",
    "A former colleague works there: ask her how it is.",
    "Start would be the first of next month.",
    "Bring copies of the certificates.",
    "The woman at the desk was very kind.",
    "Training is paid.",
    "They asked for a cover letter of one page.",
)

WALKS = (
    Walk(
        ("{place} General Hospital", "St. {name} Medical Center", "{name} Family Clinic", "{name} Home Health"),
        (
            Job("Registered Nurse", 68_000, 98_000, "year"),
            Job("Licensed Practical Nurse", 26, 36, "hour"),
            Job("Nursing Assistant", 17, 23, "hour"),
            Job("Night Shift Nurse, ICU", 78_000, 112_000, "year"),
            Job("Physical Therapist", 76_000, 102_000, "year"),
            Job("Pharmacy Technician", 18, 25, "hour"),
        ),
        ("Three twelve-hour shifts a week.", "Sign-on bonus after six months.", "Every second weekend is off."),
        ("healthcare", "shift work"),
    ),
    Walk(
        ("The {name} Kitchen", "{name} & Salt", "Hotel {name} {place}", "{place} Catering", "Café {name}"),
        (
            Job("Line Cook", 18, 25, "hour"),
            Job("Sous Chef", 52_000, 70_000, "year"),
            Job("Pastry Chef", 45_000, 62_000, "year"),
            Job("Kitchen Porter", 15, 18, "hour"),
            Job("Restaurant Manager", 54_000, 74_000, "year"),
            Job("Barista", 15, 19, "hour"),
        ),
        ("Trial shift on a Tuesday.", "Tips are shared with the kitchen.", "No split shifts, he promised."),
        ("kitchen", "evenings"),
    ),
    Walk(
        ("{place} Transit", "{name} School Buses"),
        (Job("Bus Driver", 22, 31, "hour"), Job("Dispatcher", 44_000, 58_000, "year")),
        ("Split shifts: mornings and afternoons.", "They pay for the license.", "Uniform is given."),
        ("driving",),
        types=("full_time", "part_time"),
    ),
    Walk(
        ("{name} Logistics", "{name} Freight", "{place} Couriers"),
        (
            Job("Delivery Driver", 19, 26, "hour"),
            Job("Truck Driver, CDL A", 1_200, 1_700, "week"),
            Job("Forklift Operator", 19, 25, "hour"),
            Job("Dispatcher", 44_000, 58_000, "year"),
            Job("Warehouse Supervisor", 55_000, 72_000, "year"),
        ),
        ("Home every night.", "Needs the medical card renewed before the start.", "New vans, all automatic."),
        ("driving", "logistics"),
    ),
    Walk(
        ("{place} Public Schools", "{name} Elementary School", "{name} Academy", "{name} Early Learning Center"),
        (
            Job("Elementary School Teacher", 54_000, 78_000, "year"),
            Job("Mathematics Teacher", 56_000, 84_000, "year"),
            Job("Special Education Teacher", 58_000, 86_000, "year"),
            Job("Teaching Assistant", 17, 22, "hour"),
            Job("Substitute Teacher", 130, 190, "day"),
            Job("Preschool Teacher", 18, 25, "hour"),
        ),
        ("Model lesson: fractions, fifth grade.", "Asked about the class size: 22.", "Needs my transcript."),
        ("education",),
        types=("full_time", "full_time", "part_time", "temporary"),
    ),
    Walk(
        ("{name} Engineering", "{name} & Partners", "{place} Water Authority", "{name} Bridge Works"),
        (
            Job("Civil Engineer", 78_000, 108_000, "year"),
            Job("Mechanical Engineer", 80_000, 112_000, "year"),
            Job("Electrical Engineer", 84_000, 118_000, "year"),
            Job("CAD Technician", 27, 38, "hour"),
            Job("Site Manager", 88_000, 120_000, "year"),
            Job("Quality Inspector", 25, 35, "hour"),
        ),
        ("Bring drawings of the footbridge.", "They use the same software as I do.", "Travel one day a week."),
        ("engineering",),
        ("onsite", "hybrid"),
        ("full_time", "full_time", "contract"),
    ),
    Walk(
        ("{name} Software", "{name} Labs", "{name} Data", "{name}.io", "{name} Payments"),
        (
            Job("Backend Engineer", 120_000, 165_000, "year"),
            Job("Frontend Developer", 105_000, 145_000, "year"),
            Job("Data Analyst", 78_000, 108_000, "year"),
            Job("Site Reliability Engineer", 130_000, 178_000, "year"),
            Job("Product Designer", 98_000, 138_000, "year"),
            Job("Support Engineer", 32, 46, "hour"),
        ),
        ("The take-home test should take three hours.", "On-call one week in six.", "Ask how they review code."),
        ("tech",),
        ("remote", "remote", "hybrid", "onsite"),
        ("full_time", "full_time", "full_time", "contract", "internship"),
    ),
    Walk(
        ("{name} Insurance", "{place} Credit Union", "{name} Accounting", "{name} Law Offices", "City of {place}"),
        (
            Job("Office Administrator", 42_000, 55_000, "year"),
            Job("Bookkeeper", 24, 33, "hour"),
            Job("Accountant", 62_000, 84_000, "year"),
            Job("Paralegal", 54_000, 74_000, "year"),
            Job("Customer Service Representative", 18, 24, "hour"),
            Job("Human Resources Generalist", 60_000, 82_000, "year"),
        ),
        ("Typing test at the interview.", "Two days a week from home.", "Small team, five people."),
        ("office",),
        ("onsite", "hybrid", "hybrid", "remote"),
    ),
    Walk(
        ("{name} Electric", "{name} Builders", "{place} Construction"),
        (
            Job("Electrician", 30, 44, "hour"),
            Job("Carpenter", 26, 38, "hour"),
            Job("Apprentice Welder", 19, 24, "hour"),
            Job("Site Supervisor", 70_000, 92_000, "year"),
        ),
        ("Own tools needed.", "Union shop.", "Company truck to take home."),
        ("trades",),
        types=("full_time", "full_time", "contract"),
    ),
    Walk(
        ("{name} Plumbing & Heating", "{place} Mechanical"),
        (Job("Plumber", 29, 43, "hour"), Job("HVAC Technician", 27, 40, "hour")),
        ("On call one weekend a month.", "Own tools needed.", "Company van."),
        ("trades",),
    ),
    Walk(
        ("{name} Auto Repair", "{place} Motors"),
        (Job("Automotive Mechanic", 24, 37, "hour"), Job("Service Advisor", 20, 29, "hour")),
        ("They work on electric cars too.", "Saturdays until noon.", "Certification is paid."),
        ("trades", "cars"),
    ),
    Walk(
        ("{name} Market", "{name} Books", "{name} Outfitters", "{name} Pharmacy"),
        (
            Job("Store Manager", 50_000, 68_000, "year"),
            Job("Sales Associate", 15, 19, "hour"),
            Job("Visual Merchandiser", 20, 27, "hour"),
            Job("Buyer", 58_000, 78_000, "year"),
            Job("Cashier", 15, 18, "hour"),
        ),
        ("Hours change from week to week.", "Staff discount of a third.", "They need somebody for the season."),
        ("retail",),
        types=("full_time", "part_time", "part_time", "temporary"),
    ),
    Walk(
        ("{name} Care Home", "{place} Community Services", "{name} Foundation", "{name} Youth Center"),
        (
            Job("Care Worker", 17, 22, "hour"),
            Job("Social Worker", 56_000, 76_000, "year"),
            Job("Activities Coordinator", 40_000, 52_000, "year"),
            Job("Case Manager", 50_000, 66_000, "year"),
            Job("Volunteer Coordinator", 42_000, 55_000, "year"),
            Job("Housekeeper", 16, 20, "hour"),
        ),
        ("Background check takes two weeks.", "First aid course is paid.", "Mostly mornings."),
        ("care", "nonprofit"),
    ),
)
