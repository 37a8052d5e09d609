"""Words that stand beside a company's name in mails, and such as are never one; tables only."""

from __future__ import annotations

import re

# What never is, or never begins, a company's name though it is written with a capital.
NO_NAME = frozenset(
    """
    i we you he she it they the our your their this that these those thank thanks dear hi hello hey good best kind warm
    regards sincerely cheers please fragen rückfragen anfang zeit gespräch stelle unterlagen lebenslauf zukunft weg
    erfolg termin tag woche firma unternehmen vertrag zusage absage eingang test aufgabe interesse bedarf take teste prueba
    entrevista entretien convite invitación if unfortunately however although while as at in on for from to of and or but so
    talent acquisition team recruiting recruitment hr human resources people hiring manager candidate applicant careers
    career jobs job position role company application interview update reminder invitation invite re fwd fw aw wg
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december montag dienstag mittwoch donnerstag freitag lundi mardi mercredi jeudi vendredi lunes martes
    ihre ihr ihnen sie wir vielen dank sehr geehrte geehrter liebe hallo guten mit freundlichen grüßen leider die der das
    unser unsere bewerbung bonjour madame monsieur nous vous votre merci cordialement candidature hola estimado estimada
    gracias tu su nuestro saludos olá prezado obrigado sua seu atenciosamente name first last link date time zoom teams
    meet skype pst est cst mst edt pdt utc gmt ist am pm usa us uk eu remote hybrid onsite covid faq pdf cv url
    app store play congratulations great
    rescheduled cancelled canceled confirmed outcome status assessment challenge
    once after before due after upon also only all any some there here what when where who how why no not yes new next
    further other more most many such both each every another one two three first second final none null confirmation
    status receipt submission portal home page center centre click view see use visit log sign learn read follow
    recruiter hiring department office headquarters personalabteilung crew action required urgent important needed
    confidential ward campus réponse resposta respuesta site ihrer eingang
    conditional unconditional formal official verbal written
    """.split()
)
# Of those, the ones that begin or end names when written with a capital: "New Relic", "Swiss Re".
OF_NAMES = frozenset("The New First One Great Next Re App Play All Two".split())
# What a company owns in mails, so that its name ends before: "Acme's Graduate Program".
OWNED = frozenset(
    "program programme practicum internship internships campus graduate hiring careers career talent application team "
    "opening openings role roles position positions early student summer recruiting recruitment apprenticeship".split()
)
# Departments, as they stand behind the name of a company in subjects: "Acme Engineering".
DEPARTMENTS = frozenset(
    "engineering product data design sales marketing finance operations it support research".split()
)
# Words of names that are none by themselves.
HALF_NAMES = frozenset(
    "management services sales engineering software engineer developer systems solutions group labs data analytics company "
    "corporation university hospital bank school health".split()
)
# Small words inside names.
JOINING = r"(?:of|and|the|for|&|\+|de|del|der|des|du|la|le|les|und|y|e|et|van|von|do|da|dos)"
LEGAL = r"(?:,?\s+(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|AG|SE|KG|Corp|Co|PLC|plc|S\.?A\.?|SAS|SARL|B\.?V|LLP|LP|Ltda|S\.?L|S\.?p\.?A|e\.V|mbH|PBC|N\.A)\b\.?)"
# Behind a company's name in a signature or a sender's name.
BEHIND = (
    r"(?:(?:global |us |uk |emea |early |university |campus |student |executive )*"
    r"(?:talent(?: acquisition| attraction| engagement| team| partner\w*| management| operations)?|recruit\w*|careers?|jobs?|hr|human resources|people(?: (?:team|ops|operations|&|and)\b[^,|]*)?|hiring(?: team)?|"
    r"staffing|candidate (?:experience|care)|ta team|team|crew|family|karriere|personal\w*|bewerb\w*|recrutement|ressources humaines|selección|recursos humanos|"
    r"rrhh|recrutamento|rh|notifications?|no[- ]?reply|applications?|support|admin\w*|onboarding)\b)"
)

_WORD = r"(?:(?:St|Mt|Dr|Ft|J|A|E|L|S|P|C|B|H|D|M|R|W)\.(?=\s)|[A-ZÀ-ÖØ-Þ][\w&'’+@/·-]*(?:\.(?:com|io|ai|org|net|co|de|tech|app|us|uk|fr|es|dev|so|be|me|health|bio|ly|gg|tv|eu|ch|at|it|nl|xyz|cloud|jobs)\b)?|[a-z]{1,2}[A-Z]\w+|\d+[A-Za-z]\w*|\d{1,3}(?=\s[A-Z])|[a-z][\w-]+\.(?:com|io|ai|org|net|de|co)\b)"
_NAME = rf"(?:[Tt]he\s+(?=[A-Z]))?{_WORD}(?:(?:\s+{JOINING}){{0,2}}\s+{_WORD}|\s*[&+]\s*{_WORD}){{0,5}}{LEGAL}?"
NAME = rf"(?P<name>{_NAME})(?![.@]\w)"
PATTERNS = tuple(
    (weight, re.compile(pattern, re.MULTILINE))
    for weight, pattern in (
        (
            6,
            rf"(?i:\b(?:interest(?:ed)?(?: shown| expressed| you have shown)? in|application (?:to|with|at)|appl(?:y|ied|ying) (?:to|with|at|for employment (?:at|with)|for a (?:job|position|role) (?:at|with))|interview(?:ing)? (?:with|at)|joining|join|(?:position|role|job|opening|vacancy|internship|opportunity|post|employment|career|careers|work|working|life|candidacy|team|offer|conversation|call|assessment|part of|welcome(?: you)?|process|interest|submission|opportunities|hiring|everyone|all of us|here|viewed|opened|downloaded|sent|submitted|forwarded) (?:in|at|with|from|to|by|of))\s+(?:the team at |working (?:at|for|with) |a (?:career|position|role|job) (?:at|with) |joining |employment (?:at|with) |opportunities (?:at|with) |career opportunities (?:at|with) |becoming part of )?){NAME}",
        ),
        (5, rf"(?i:\b(?:considering|chosen|choosing|contacting|on behalf of)\s+){NAME}"),
        (
            5,
            rf"{NAME}\s+(?i:has (?:invited|asked|selected|decided|received|sent|extended|viewed|chosen|moved|reviewed|filled|closed|offered)|receives|will (?:review|contact|be in touch)|recruit(?:s|ing)|is (?:pleased|delighted|happy|excited|thrilled) to|(?:viewed|received|would like|invites|wants) )",
        ),
        (4, rf"(?:^|[,|–—-]\s*|(?i:the|your|our)\s+){NAME}(?:['’]s)?\s+(?i:{BEHIND})\s*$"),
        (
            5,
            rf"(?i:\b(?:postular(?:te|se)? (?:a|en)|interés (?:en|por)|candidatura (?:a|en)|aplicar a|inscrib\w+ en|interesse (?:na|no|em|pela|pelo)|candidat\w+ (?:à|a|na|no)|postul\w+ (?:chez|à|au)|intérêt (?:que vous portez à|pour)|rejoindre|interesse an (?:einer mitarbeit bei )?|mitarbeit (?:bei|in))\s+(?:der |dem |la |el |a |o |une? )?){NAME}",
        ),
        (
            4,
            rf"(?i:\b(?:human resources|ressources humaines|recursos humanos|personalabteilung|personalwesen|recruiting|recrutement|selección|recrutamento|rrhh|rh|hr|drh)\s*[,|–—-]?\s*(?:de |da |von |der )?){NAME}\s*$",
        ),
        (
            4,
            rf"(?:^|[.!?]\s+|(?i:the whole|all of) ){NAME}\s+(?i:est une|es una|es un|ist ein|é uma|crew|family|is a place)\b",
        ),
        (4, rf"(?i:^en |^na |^no |^bei |^chez |^at ){NAME}(?=,? (?i:[a-zà-ÿ]))"),
        (
            4,
            rf"(?i:\b(?:bei|bei der|bei dem|beim|mitarbeit bei|chez|au sein de|en|na|no|da|da empresa|à|a la empresa)\s+(?:der |dem |la |el |a |o )?(?:firma |société |empresa |groupe )?){NAME}",
        ),
        (5, rf"(?i:\b(?:la empresa|a empresa|l['’]entreprise|die firma|der firma|the company)\s+){NAME}"),
        (
            3.5,
            rf"(?i:\b(?:oferta|vaga|puesto|poste|stelle)\b)[^.;]{{1,60}}?(?i:\b(?:de|da|do|del|chez|bei|en)\s+){NAME}\s*(?:[.,!]|$)",
        ),
        (4, rf"(?i:\bat\s+){NAME}"),
        (2.5, rf"(?:^|[.!?:]\s+){NAME}\s+(?i:has|have|thanks|was|opened|lost|hat|ha|a)\b"),
        (
            3.2,
            rf"(?:^|[.!?]\s+)(?!(?:Best|Kind|Warm|Many|Thanks|Thank|Dear|Hi|Hello)\b){_WORD}(?:\s{_WORD})?\s*[,@|·]\s*{NAME}\s*$",
        ),
        (
            3,
            rf"(?:^|[.!?]\s+){NAME}\s+(?i:is (?:an?|the|proud|committed|one|growing|looking|not)|was founded|offers|provides|values|recruiting|careers)\b",
        ),
        (
            3,
            rf"(?i:\b(?:with|from|for|to)\s+){NAME}(?=\s*(?:[.,!?;:)]|$|\s(?:and|in|as|on|is|for|has|position|role)\b))",
        ),
        (
            3,
            rf"(?i:(?:lead|manager|recruiter|acquisition|partner|specialist|director|team|resources|officer|coordinator|hr|talent|chef|ceo|founder|head of \w+)\s*(?:,|@|\||-|–|—|at|bei|chez)\s*){NAME}\s*$",
        ),
        (3, rf"(?i:^team\s+){NAME}\s*$"),
        (
            2.6,
            rf"(?i:\b(?:regards|sincerely|wishes|faithfully|grüße|grüßen|gruß|salutations|cordialement|continuation|saludos|saludo|atentamente|cumprimentos|atenciosamente|cheers)[,.!]?\s+){NAME}\s*$",
        ),
        (2.5, rf"^{NAME}(?:,? (?i:inc|llc|ltd|gmbh)\.?)?\s*$"),
    )
)
SUBJECTS = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (
            6,
            rf"(?i:\b(?:to|at|with|from|by|bei|chez|@|en|na)\s+){NAME}(?=\s*(?:$|[-–—|:!?.,(]|\s(?:for|has|regarding|as|is|on|-)\b))",
        ),
        (5, rf"(?:^|[-–—|:]\s*){NAME}\s*(?=$|[-–—|:])"),
        (
            5,
            rf"{NAME}\s+(?i:(?:video |phone |online |coding |technical |on-?site |first |final |virtual |job |skills )*(?:application|interview|careers?|recruiting|hiring|coding|online|assessment|test|challenge|offer|talent))\b",
        ),
    )
)
PATHS = re.compile(
    r"^(?:boards|job-boards|jobs|apply|careers|app)\.(?:[\w-]+\.)*(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|recruitee\.com|breezy\.hr)$"
)
BUSINESS = re.compile(
    r"\b(?:group|inc|llc|ltd|gmbh|ag|labs?|systems?|solutions?|technolog\w+|health\w*|hospital\w*|hotels?|foods?|bank|services?|partners?|associates|media|"
    r"schools?|university|college|academy|institute|clinic|klinik\w*|logistics|energy|software|consulting|capital|studios?|stores?|restaurant\w*|bakery|care|"
    r"council|trust|international|global|digital|networks?|industries|company|motors|air\w*|aerospace|aviation|construction|builders?|insurance|financial|"
    r"robotics|nhs|pharma\w*|foundation|analytics|cloud|freight|trucking|transport\w*|rail\w*|dental|veterinary|medical|biotech|therapeutics|diagnostics|nursing|"
    r"cafe|café|coffee|kitchen|grill|brewing|books|museum|credit union|mutual|realty|properties|homes|design|creative|games|entertainment|apparel|outfitters|"
    r"market\w*|security|ventures|advisors|works|manufacturing|steel|automotive|resorts?|fitness|farms?|city|county|department|authority|agency|church|"
    r"sparkasse|\w*werke?|\w*bau|bäckerei|gasthof|praxis|apotheke|groupe|grupo|gruppe|banco|banque|clínica|clinique|hôtel|boulangerie|pharmacie|farmácia|"
    r"spedition|gärtnerei|metzgerei|brauerei|tischlerei|frères|fils|talleres|ferretería|supermercado|panadería|padaria|atelier|sociedade|société|verlag|stiftung|\w*haus)\b",
    re.I,
)
# As boards list a job: "Acme · Leeds (Hybrid)".
LISTED = re.compile(rf"^{NAME}\s+(?:·|•|-|–)\s+[A-ZÀ-Þ]")
