"""Ten thousand company names and ways in which people write them, for the tests of matching; the same on every run."""

import random
from collections import Counter
from itertools import product

from storage.companies import company_key

# Well-known names as they stand in registers and job postings.
_REAL = """
3M Co.|7-Eleven, Inc.|A.P. Møller - Mærsk A/S|ABB Ltd|Abbott Laboratories|AbbVie Inc.|Accenture plc
Activision Blizzard|Adidas AG|Adobe Inc.|Advanced Micro Devices, Inc.|Adyen N.V.|Aetna Inc.|Airbnb, Inc.|Airbus SE
Akamai Technologies|Albertsons|Alcoa Corp.|Allianz SE|Ally Financial|Alphabet Inc.|Amazon.com, Inc.
American Airlines Group|American Express Company|Amgen Inc.|Anthem, Inc.|Anthropic PBC|Apple Inc.
Applied Materials, Inc.|Asana, Inc.|AstraZeneca plc|AT&T Inc.|Atlassian Corporation|Audi AG|Autodesk, Inc.|Aviva plc
AXA SA|Baker Hughes|Bank of America Corporation|Barclays PLC|BASF SE|Bayer AG|Bayerische Motoren Werke AG|BBVA
Beiersdorf AG|Bertelsmann SE & Co. KGaA|Best Buy Co., Inc.|Biogen Inc.|BlackRock, Inc.|Bloomberg L.P.|BNP Paribas
Boeing|Booking.com B.V.|Booz Allen Hamilton|Boston Consulting Group|Boston Scientific Corporation|BP p.l.c.
Bristol-Myers Squibb|British Broadcasting Corporation|Broadcom Inc.|Burberry Group plc|Campbell Soup Company
Canva Pty Ltd|Capgemini SE|Capital One Financial Corporation|Cargill, Incorporated|Caterpillar Inc.|Celonis SE
Centene Corporation|Charles Schwab|Chevron Corporation|Chick-fil-A|Chipotle Mexican Grill|Cigna|Cisco Systems, Inc.
Citigroup Inc.|Cloudflare, Inc.|Coca-Cola Company|Cognizant Technology Solutions|Coinbase Global|Colgate-Palmolive
Comcast Corporation|Commerzbank AG|ConocoPhillips|Consolidated Edison, Inc.|Continental AG
Costco Wholesale Corporation|Crédit Agricole|CrowdStrike|CVS Health|Daimler Truck|Danone S.A.|Databricks, Inc.
Datadog, Inc.|Deere & Company|Delivery Hero SE|Dell Technologies|Deloitte LLP|Delta Air Lines|Deutsche Bahn AG
Deutsche Bank AG|Deutsche Lufthansa AG|Deutsche Telekom AG|DocuSign|Dollar General|DoorDash, Inc.|Dropbox
Duke Energy|DuPont de Nemours|Dyson Ltd|eBay Inc.|Ecolab|Electronic Arts|Eli Lilly and Company|Emerson Electric
Enel SpA|Engie SA|Ericsson AB|Ernst & Young LLP|Estée Lauder|Etsy|Expedia Group|Exxon Mobil Corporation
FedEx Corporation|Ferrari N.V.|Fidelity Investments|Figma, Inc.|Flixbus GmbH|Ford Motor Company
Fresenius SE & Co. KGaA|Garmin Ltd.|Gartner|General Electric|General Mills|General Motors|Genentech|Gilead Sciences
GitHub|GitLab Inc.|GlaxoSmithKline plc|Goldman Sachs Group|Grammarly|Halliburton|Hapag-Lloyd AG|Harley-Davidson
Hasbro|Heineken N.V.|HelloFresh SE|Henkel AG & Co. KGaA|Hermès|Hewlett Packard Enterprise|Hilton Worldwide
Hitachi, Ltd.|Home Depot, Inc.|Honeywell|HSBC Holdings plc|HubSpot|Humana|Hyatt Hotels|IKEA|Illumina, Inc.|Indeed
Infineon Technologies AG|Infosys Limited|ING Groep N.V.|Instacart|Intel Corporation|Intuit Inc.|Intuitive Surgical
International Business Machines Corporation|Jaguar Land Rover|John Lewis Partnership plc|Johnson & Johnson
JPMorgan Chase & Co.|Kaiser Permanente|Kellogg|Kimberly-Clark|Klarna Bank AB|KPMG|Kraft Heinz|Kroger|Kühne + Nagel
L'Oréal S.A.|Lego A/S|Lenovo|Levi Strauss & Co.|Lidl Stiftung & Co. KG|LinkedIn|Lloyds Banking Group|Lockheed Martin
Lowe's Companies, Inc.|Lululemon Athletica|LVMH|Marks and Spencer plc|Marriott International|Mastercard|Mattel
Mayo Clinic|McDonald's Corporation|McKinsey & Company|Medtronic plc|Mercedes-Benz Group AG|Merck KGaA
Meta Platforms, Inc.|Michelin|Micron Technology|Microsoft Corporation|Mondelez|MongoDB, Inc.|Monzo Bank
Morgan Stanley|Morningstar|Mozilla Corporation|Munich Re|N26 GmbH|Nestlé S.A.|Netflix, Inc.|Nike, Inc.|Nokia Oyj
Nordstrom|Northrop Grumman|Novartis AG|Novo Nordisk A/S|Nvidia Corporation|Ocado Group|Okta|OpenAI
Oracle Corporation|Otto GmbH & Co. KG|PagerDuty|Palantir Technologies|Panasonic|PayPal Holdings|Peloton|PepsiCo
Personio SE|Pfizer Inc.|Philips|Pinterest|Porsche AG|Procter & Gamble|Prudential|Publicis Groupe|Puma SE|Qualcomm
Quest Diagnostics|Ralph Lauren|Reddit|Regeneron Pharmaceuticals|Renault|Revolut Ltd|Rheinmetall AG|Rivian Automotive
Robert Bosch GmbH|Roche Holding AG|Rolls-Royce Holdings|Ryanair|Saint-Gobain|Salesforce, Inc.|Samsung Electronics
Sanofi|SAP SE|Schneider Electric|Schwarz Gruppe|ServiceNow|Shopify|Siemens AG|Siemens Healthineers AG|Slack
Snap Inc.|Snowflake Inc.|Société Générale|SolarWinds|SpaceX|Spotify AB|Starbucks|State Farm|Stripe|Stryker|Swarovski
Swiss Re|Sysco|T-Mobile US, Inc.|Target Corporation|Tesco PLC|Tesla, Inc.|Texas Instruments|Thales Group
Thermo Fisher Scientific|ThoughtWorks|Thyssenkrupp AG|TotalEnergies|Toyota Motor|Trader Joe's|Trivago N.V.|TUI AG
Twilio|Uber Technologies|UBS Group|UniCredit|Unilever PLC|Union Pacific|United Parcel Service|UnitedHealth Group
Vattenfall AB|Verizon|Vodafone Group|Volkswagen AG|Volvo|Vonovia SE|Walgreens|Walmart Inc.|Walt Disney Company
Warner Bros. Discovery|Waymo|Wayfair|Wells Fargo|Western Digital|Whole Foods Market|Wise plc|Workday, Inc.|Xerox
Yelp|Zalando SE|Zeiss AG|Zendesk|Zillow
"""
REAL = _REAL.strip().replace("\n", "|").split("|")

_HEADS = """
Amber Ash Aspen Atlas Aurora Beacon Birch Blue Boulder Bridge Bright Cedar Chestnut Clear Cobalt Copper Coral Crescent
Crest Crimson Crystal Eagle Echo Elm Ember Emerald Ever Falcon Fern First Flint Fox Garnet Glen Golden Granite Green
Harbor Hawk Heather High Holly Horizon Indigo Iron Ivory Jade Juniper Keystone Lake Laurel Liberty Lime Lotus Lunar
Maple Marble Meadow Mercy Mill Mistral Moon Moss Mountain North Oak Ocean Olive Onyx Opal Orchid Pacific Pearl Pebble
Pine Pioneer Polar Prairie Quartz Raven Red Ridge River Robin Rose Saffron Sage Sand Sapphire Sequoia Shore Sierra
Silver Sky Solar Spring Spruce Stag Star Stone Summit Sun Swift Thistle Timber Topaz Trail Valley Velvet Violet Vista
Walnut West White Wild Willow Wind Winter
"""
_TAILS = """
bank beam bend bloom bound bridge brook burg bury cast cliff court craft crest dale den edge fall field fire flow ford
forge gate glow grove guard haven head hill hold hurst jet lake land lane leaf light line link loop mark mere mill
mont moor mount park path peak point port quest reach rest ridge rise rock run scape shire side song span spire spring
star stead stone stream tide ton tower vale view village ville ward watch wave way well wick wind wood works worth
yard
"""
_TRADES = """
Analytics Apparel Architects Aviation Bakery Biotech Brewing Capital Catering Chemicals Clinic Construction Consulting
Cosmetics Dental Design Diagnostics Dynamics Electronics Energy Engineering Farms Fashion Financial Fitness Foods
Freight Furniture Gaming General Hospital Glass Health Homes Hotels Imaging Insurance Interiors Labs Law Legal
Logistics Marine Marketing Media Medical Mining Mobility Motors Networks Optics Packaging Paper Partners Payments
Pharma Plastics Power Press Properties Publishing Rail Realty Research Robotics Schools Security Semiconductors
Shipping Software Solar Staffing Steel Studios Systems Technologies Telecom Textiles Therapeutics Tools Toys Travel
Ventures Water Wellness Wines
"""
_SURNAMES = """
Abbott Alvarez Andersson Baker Bauer Becker Bianchi Carlsen Carter Castillo Chandra Chen Costa Delgado Dubois Eriksen
Fischer Fontaine Fraser Gallagher Garcia Greco Hansen Hartmann Hoffmann Holloway Ivanov Jansen Keller Kessler Kowalski
Lambert Lindqvist Lombardi Marchetti Mercer Moreau Mulder Nakamura Novak Okafor Ortega Park Patel Pereira Petrov Ramos
Reinhardt Rossi Sato Schreiber Silva Singh Tanaka Thornton Ueda Vargas Vasquez Vogel Wagner Watanabe Weber Whitaker
Yamada Zimmermann
"""
_FORMS = [
    "",
    "",
    "",
    " Inc.",
    ", Inc.",
    " LLC",
    " Ltd",
    " GmbH",
    " plc",
    " Group",
    " Corp.",
    " AG",
    " S.A.",
    " Pty Ltd",
    " B.V.",
]


def ten_thousand() -> list[str]:
    """REAL and composed names, all different."""
    rng = random.Random(20_261_120)
    names = dict.fromkeys(REAL)
    coined = [head + tail for head, tail in product(_HEADS.split(), _TAILS.split()) if head[-1].lower() != tail[0]]
    while len(names) < 10_000:
        kind = rng.random()
        if kind < 0.7:
            name = f"{rng.choice(coined)} {rng.choice(_TRADES.split())}"
        elif kind < 0.8:
            name = rng.choice(coined)
        elif kind < 0.9:
            name = f"{rng.choice(_SURNAMES.split())} & {rng.choice([*_SURNAMES.split(), 'Sons', 'Daughters'])}"
        else:
            name = f"{rng.choice(_HEADS.split())} {rng.choice(_SURNAMES.split())} {rng.choice(_TRADES.split())}"
        names[name + rng.choice(_FORMS)] = None
    return list(names)


def composed_strangers(seed: int, names: list[str], count: int) -> list[str]:
    """Names made of the same parts that are not in the list: their words are there, in other company."""
    rng = random.Random(seed)
    known = "|".join(names).casefold()
    found: list[str] = []
    while len(found) < count:
        name = f"{rng.choice(_HEADS.split())}{rng.choice(_TAILS.split())} {rng.choice(_TRADES.split())}"
        if name.casefold() not in known:
            found.append(name)
    return found


def composed_forms(seed: int, names: list[str], count: int) -> dict[str, str]:
    """What a person might write for a composed name -> the name: of three, one cut to its first word where no other
    name begins so, two misspelt; all without legal form."""
    rng = random.Random(seed)
    beginnings = Counter(company_key(name).split()[0] for name in names)
    keys = Counter(map(company_key, names))
    found: dict[str, str] = {}
    while len(found) < count:
        name = rng.choice(names[len(REAL) :])
        key = company_key(name)
        first = key.split()[0]
        if keys[key] == 1 and len(found) % 3:
            found[misspelt(key.title(), rng)] = name
        elif keys[key] == 1 and first != key and beginnings[first] == 1:
            found[first] = name
    return found


def misspelt(name: str, rng: random.Random) -> str:
    """The name with one typing mistake in its first word, after the first letter."""
    word, _, rest = name.partition(" ")
    at = rng.randrange(1, len(word) - 1)
    letter, after = word[at], word[at + 1]
    near = dict(zip("qwertyuioasdfghjkzxcvbnplm", "wertyuiopsdfghjklxcvbnmokn", strict=True)).get(letter, "e")
    made = rng.choice(
        [
            word[:at] + after + letter + word[at + 2 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + near + word[at + 1 :],
        ]
    )
    return f"{made} {rest}".strip() if made != word else f"{word[:at]}{word[at + 1 :]} {rest}".strip()


# What a person writes -> the name in the list. Tuned on the first two twenties (with twenty composed ones each). The
# third and the fourth were looked at when the code stood, one after the other: the gaps of the third were mended.
FIRST = {
    "Gogle": "Alphabet Inc.", "Microsfot": "Microsoft Corporation", "Accentur": "Accenture plc",
    "Delloite": "Deloitte LLP", "Lufthanza": "Deutsche Lufthansa AG", "amazon": "Amazon.com, Inc.",
    "Home Depot": "Home Depot, Inc.", "con ed": "Consolidated Edison, Inc.", "nvidea": "Nvidia Corporation",
    "the boston consulting": "Boston Consulting Group", "Volkswagon": "Volkswagen AG", "airbnd": "Airbnb, Inc.",
    "sales force": "Salesforce, Inc.", "mc donalds": "McDonald's Corporation", "JPM": "JPMorgan Chase & Co.",
    "Palantir": "Palantir Technologies", "trader joes": "Trader Joe's", "bosch": "Robert Bosch GmbH",
    "Starbuks": "Starbucks", "Thermo Fischer": "Thermo Fisher Scientific",
}  # fmt: skip
SECOND = {
    "Gooogle": "Alphabet Inc.", "Mircosoft": "Microsoft Corporation", "capgemni": "Capgemini SE",
    "Earnst and Young": "Ernst & Young LLP", "Siemans": "Siemens AG", "netflx": "Netflix, Inc.",
    "Goldmann Sachs": "Goldman Sachs Group", "Wells Fargo & Co": "Wells Fargo", "Mckinsey": "McKinsey & Company",
    "qualcom": "Qualcomm", "Porshe": "Porsche AG", "data bricks": "Databricks, Inc.",
    "Mercedes": "Mercedes-Benz Group AG", "P&G": "Procter & Gamble", "snowflak": "Snowflake Inc.",
    "Regeneron": "Regeneron Pharmaceuticals", "wholefoods": "Whole Foods Market", "estee lauder": "Estée Lauder",
    "Phizer": "Pfizer Inc.", "Zallando": "Zalando SE",
}  # fmt: skip
THIRD = {
    "Amex": "American Express Company", "Astra Zeneca": "AstraZeneca plc", "BMW": "Bayerische Motoren Werke AG",
    "Bristol Meyers": "Bristol-Myers Squibb", "Catapillar": "Caterpillar Inc.", "Chic fil a": "Chick-fil-A",
    "Cloudfare": "Cloudflare, Inc.", "Comerzbank": "Commerzbank AG", "DuPont": "DuPont de Nemours",
    "Linkdin": "LinkedIn", "Morgan Stanly": "Morgan Stanley", "Novo Nordisc": "Novo Nordisk A/S",
    "Proctor and Gamble": "Procter & Gamble", "Rhinemetal": "Rheinmetall AG", "Schneider": "Schneider Electric",
    "Spotfy": "Spotify AB", "Tyssenkrupp": "Thyssenkrupp AG", "UPS": "United Parcel Service",
    "Wallmart": "Walmart Inc.", "Wayfare": "Wayfair",
}  # fmt: skip
HELD_OUT = {
    "Abott Labs": "Abbott Laboratories", "Activison": "Activision Blizzard", "Albertson's": "Albertsons",
    "Biersdorf": "Beiersdorf AG", "Black Rock": "BlackRock, Inc.", "Burbery": "Burberry Group plc",
    "Centine": "Centene Corporation", "Chipolte": "Chipotle Mexican Grill", "Coinbse": "Coinbase Global",
    "Delta Airlines": "Delta Air Lines", "Docusgin": "DocuSign", "Duetsche Bahn": "Deutsche Bahn AG",
    "Erickson": "Ericsson AB", "Fressenius": "Fresenius SE & Co. KGaA", "Glaxo": "GlaxoSmithKline plc",
    "Haliburton": "Halliburton", "Honeywel": "Honeywell", "Instcart": "Instacart", "Jaguar": "Jaguar Land Rover",
    "Krafft Heinz": "Kraft Heinz",
}  # fmt: skip
_FIRST_STRANGERS = """
Lyft|Target Optical Lab|Notion|Avail|Bain|TeamEx|Strive|Acne|Boxed|Brex|Monday|Lush|Zara|Ramp|Vercel|Supabase|Sonos
Brooks|Carta|Plaid
"""
FIRST_STRANGERS = _FIRST_STRANGERS.strip().replace("\n", "|").split("|")
_SECOND_STRANGERS = """
TeamViewer|Linear|Miro|Siena|Acme|Avra|Glean|Mistral AI|Figment|Perplexity|Chime|Deel|Intercom|Segment|Robinhood
Wipro|Nubank|Klaviyo|Rippling|Sofi
"""
SECOND_STRANGERS = _SECOND_STRANGERS.strip().replace("\n", "|").split("|")
_THIRD_STRANGERS = """
Roku|Databank|Uberall|Northvolt|Snyk|Appian|Hopper|Quora|Lime|Metro|Tessera|Asos|Cursor|Nextdoor|Workable
Delta Dental|Siemens Energy|Novavax|Sandoz|Stripes Coffee
"""
THIRD_STRANGERS = _THIRD_STRANGERS.strip().replace("\n", "|").split("|")
_HELD_OUT_STRANGERS = """
Cummins|Hertz|Gusto|Sentry|Twitch|Loom|Bumble|Vimeo|Poshmark|Rapid7|Nuance|Tanium|Kayak|Sage Therapeutics|Lucid Motors
Unity|Barracuda|Gong|Mercy Ships|Lenox
"""
HELD_OUT_STRANGERS = _HELD_OUT_STRANGERS.strip().replace("\n", "|").split("|")
