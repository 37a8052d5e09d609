"""Other names under which well-known companies go, and short forms of common words; knows nothing of matching."""

# One company a line, its names separated by "|"; the first is the usual one. Only names that mean one company to most
# people: "MS" (Microsoft, Morgan Stanley) or "BA" are left out. Sources: the companies' own "about" pages and
# Wikipedia's articles on them.
_COMPANIES = """
Alphabet|Google
Meta|Facebook|Meta Platforms|FB
Amazon Web Services|AWS
Amazon|AMZN
Microsoft|MSFT
Apple|AAPL
Netflix|NFLX
Nvidia|NVDA
Tesla|TSLA|Tesla Motors
International Business Machines|IBM|Big Blue
Hewlett Packard|HP
Hewlett Packard Enterprise|HPE
Advanced Micro Devices|AMD
Texas Instruments|TI
Taiwan Semiconductor Manufacturing|TSMC
NXP|NXP Semiconductors
Tata Consultancy Services|TCS
HCL Technologies|HCL|HCLTech
Larsen and Toubro|L&T
DXC Technology|DXC
NTT Data|NTT
Salesforce|SFDC
Twitter|X Corp
ByteDance|TikTok
Block|Square
American Telephone and Telegraph|AT&T
British Telecom|BT|BT Group
Deutsche Telekom|Telekom|DTAG
Electronic Arts|EA
JPMorgan Chase|JPMorgan|JP Morgan|JPM|JPMC|J.P. Morgan Chase|Chase Bank
Goldman Sachs|Goldman|GS
Morgan Stanley|MSCO
Bank of America|BoA|BofA|BAML
Bank of New York Mellon|BNY|BNY Mellon
Citigroup|Citi|Citibank
Hongkong and Shanghai Banking Corporation|HSBC
Royal Bank of Scotland|RBS
Royal Bank of Canada|RBC
Toronto Dominion|TD Bank|Toronto-Dominion Bank
Commonwealth Bank of Australia|CBA|CommBank
Australia and New Zealand Banking Group|ANZ
National Australia Bank|NAB
Banco Bilbao Vizcaya Argentaria|BBVA
Union Bank of Switzerland|UBS
Landesbank Baden-Württemberg|LBBW
Deutsche Kreditbank|DKB
European Central Bank|ECB
American Express|Amex
PayPal|PYPL
State Street|SSGA
Charles Schwab|Schwab
PricewaterhouseCoopers|PwC|Price Waterhouse Coopers
Ernst and Young|EY|E&Y
Klynveld Peat Marwick Goerdeler|KPMG
Deloitte|Deloitte Touche Tohmatsu
Boston Consulting Group|BCG|Boston Consulting
McKinsey|McK|McKinsey & Company
Booz Allen Hamilton|BAH|Booz Allen
Accenture|ACN
Standard and Poors|S&P|S&P Global|Standard & Poor's
Johnson and Johnson|J&J|JNJ
Procter and Gamble|P&G|PG
GlaxoSmithKline|GSK|Glaxo
Bristol Myers Squibb|BMS
Merck Sharp and Dohme|MSD
Boehringer Ingelheim
UnitedHealth|UnitedHealth Group|UHG
CVS Health|CVS
Kaiser Permanente|Kaiser
National Health Service|NHS
Hospital Corporation of America|HCA|HCA Healthcare
University of Pittsburgh Medical Center|UPMC
University of California Los Angeles|UCLA
Massachusetts Institute of Technology|MIT
Massachusetts General Hospital|MGH|Mass General
New York University|NYU
University College London|UCL
London School of Economics|LSE
Eidgenössische Technische Hochschule Zürich|ETH|ETH Zurich
Technische Universität München|TUM|TU Munich|TU München
Ludwig-Maximilians-Universität München|LMU
Deutsches Zentrum für Luft- und Raumfahrt|DLR
National Aeronautics and Space Administration|NASA
European Space Agency|ESA
Conseil européen pour la recherche nucléaire|CERN
Bayerische Motoren Werke|BMW
Volkswagen|VW
Mercedes-Benz|Daimler|Mercedes
General Motors|GM
General Electric|GE
ZF Friedrichshafen|ZF
Badische Anilin- und Sodafabrik|BASF
Deutsche Bahn|DB
Österreichische Bundesbahnen|ÖBB
Schweizerische Bundesbahnen|SBB
Société nationale des chemins de fer français|SNCF
Régie autonome des transports parisiens|RATP
Électricité de France|EDF
Compagnie Maritime d'Affrètement|CMA CGM
Moët Hennessy Louis Vuitton|LVMH|Louis Vuitton
Transport for London|TfL
Koninklijke Luchtvaart Maatschappij|KLM
United Parcel Service|UPS
Federal Express|FedEx
DHL|Deutsche Post DHL|Deutsche Post
United States Postal Service|USPS
Maersk|AP Moller Maersk|A.P. Moller|A.P. Møller
British Petroleum|BP
ExxonMobil|Exxon|Exxon Mobil
Royal Dutch Shell|Shell
Consolidated Edison|Con Edison|ConEd|Con Ed
Pacific Gas and Electric|PG&E
Minnesota Mining and Manufacturing|3M
British Broadcasting Corporation|BBC
Canadian Broadcasting Corporation|CBC
Columbia Broadcasting System|CBS
National Broadcasting Company|NBC|NBCUniversal
Zweites Deutsches Fernsehen|ZDF
Cable News Network|CNN
New York Times|NYT|NY Times
Wall Street Journal|WSJ
Financial Times|FT
Walt Disney|Disney
Warner Bros Discovery|WBD|Warner Bros|Warner Brothers
Kentucky Fried Chicken|KFC
McDonald's|Mickey D's|McD
Anheuser-Busch InBev|AB InBev|ABInBev|Anheuser Busch
Coca-Cola|Coke
PepsiCo|Pepsi
Marks and Spencer|M&S
Hennes and Mauritz|H&M
Bed Bath and Beyond|BB&B
Barnes and Noble|B&N
Dick's Sporting Goods|DSG
Recreational Equipment|REI
Ingvar Kamprad Elmtaryd Agunnaryd|IKEA
Transportation Security Administration|TSA
Department of Defense|DoD
Internal Revenue Service|IRS
Royal Mail|Royal Mail Group
Royal Society for the Protection of Birds|RSPB
Young Men's Christian Association|YMCA
World Wildlife Fund|WWF
United Nations|UN|UNO
World Health Organization|WHO
Médecins Sans Frontières|MSF|Doctors Without Borders
Deutsches Rotes Kreuz|DRK
London Stock Exchange Group|LSEG
Automatic Data Processing|ADP
Lockheed Martin|LMT
Robert Bosch|Bosch
British Aerospace|BAE|BAE Systems
Raytheon Technologies|RTX|Raytheon
Eastman Kodak|Kodak
Hudson's Bay|HBC|Hudson's Bay Company
"""

# Well-known names that one typo or a few letters more would turn into another company's.
_ALSO_KNOWN = """
SAP SAS ING AIG AON Visa Ford Fiat Audi Seat Kia Uber Lyft Bolt Ola Grab Gap Zara Mango Puma Nike Adidas Asics Lidl
Aldi Rewe Spar Tesco Asda Target Walmart Costco Kroger Publix Wegmans Macys Kohls Lowes Airbnb Expedia Booking Trivago
Stripe Adyen Klarna Plaid Brex Ramp Monzo Revolut Wise N26 Chime Affirm Robinhood Coinbase Kraken Oracle Cisco Intel
Dell Lenovo Sony Canon Nikon Ricoh Xerox Nokia Slack Zoom Asana Notion Figma Canva Miro Linear Vercel Datadog
Snowflake Databricks Splunk Elastic Okta Twilio Zendesk Intercom Hubspot Spotify Deezer Snap Reddit Pinterest LinkedIn
Indeed Glassdoor Delta United Southwest Ryanair Lufthansa Siemens Bayer Allianz Aetna Cigna Humana Anthem Pfizer Merck
Roche Novartis Sanofi Moderna Nestle Danone Unilever Henkel Mars Kellogg Philips Ericsson Orange Atos Capgemini
Infosys Wipro Cognizant Gartner Nielsen Mercer Bain Oliver Palantir Anduril SpaceX Boeing Airbus Safran Thales
Honeywell
"""

COMPANIES: tuple[tuple[str, ...], ...] = tuple(tuple(line.split("|")) for line in _COMPANIES.strip().splitlines())
ALSO_KNOWN: tuple[str, ...] = tuple(_ALSO_KNOWN.split())

# Written short -> the words it may stand for, as they stand in a key.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "intl": ("international",),
    "int": ("international",),
    "natl": ("national",),
    "univ": ("university", "universal", "universitat"),
    "uni": ("university", "universitat"),
    "tech": ("technology", "technologies"),
    "techs": ("technologies",),
    "svcs": ("services",),
    "svc": ("service", "services"),
    "mgmt": ("management",),
    "mfg": ("manufacturing",),
    "hosp": ("hospital",),
    "med": ("medical",),
    "ctr": ("center", "centre"),
    "center": ("centre",),
    "centre": ("center",),
    "dept": ("department",),
    "assoc": ("associates", "association"),
    "bros": ("brothers",),
    "grp": ("group",),
    "st": ("saint", "state", "street"),
    "saint": ("st",),
    "mt": ("mount",),
    "ft": ("fort",),
    "labs": ("laboratories", "laboratory"),
    "lab": ("laboratory", "labs"),
    "pharma": ("pharmaceuticals", "pharmaceutical"),
    "sys": ("systems",),
    "govt": ("government",),
    "ins": ("insurance",),
    "fin": ("financial",),
    "us": ("usa",),
    "ny": ("new york",),
}

_SMALL = "a an and at by de del der des die du for in la le of on the to und y"
SMALL_WORDS = frozenset(_SMALL.split())

# Words that many names share: they tell companies apart only beside another word.
_COMMON = """
academy advisors agency airlines america american analytics app associates association bank banking brands brothers
capital care center central centre city clinic cloud club college communications community construction consultants
consulting council county data department design development digital east education electric energy engineering
enterprises europe european express federal finance financial first food foods foundation fund games general global
group gruppe health healthcare holding holdings home hospital hotel hotels hr industries industrial institute
insurance international investments ireland labs laboratories learning legal life limited local logistics management
manufacturing market marketing markets materials media medical ministry motors national network networks new north
northern office oil one online partners payments pharma pharmaceuticals power press private products properties public
realty research resources restaurant restaurants retail royal sales school schools science sciences security service
services shipping shop society software solar solutions sons south southern state states store stores street studio
studios supply support systems team tech technologies technology telecom trade trading transport travel trust uk union
united universal university us usa utilities ventures water west western wholesale works world worldwide
"""
COMMON_WORDS = SMALL_WORDS | frozenset(_COMMON.split())

# Words that a person may add to a name, or that a name may carry, without its being another company.
_ADDED = """
careers company corporate europe gmbh group gruppe holding holdings hq inc international global jobs hr labs
recruiting software solutions systems services tech technologies technology team uk us usa worldwide
"""
ADDED_WORDS = frozenset(_ADDED.split())
