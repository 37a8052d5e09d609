"""Words by which a job's title is told from other names, in five languages; tables only."""

from __future__ import annotations

import re

# What somebody is: a title holds one of these, mostly at its end (in French, Spanish and Portuguese at its start).
HEADS = frozenset(
    """
    engineer developer programmer architect scientist analyst manager director lead head officer president
    administrator admin assistant associate coordinator specialist consultant adviser advisor technician designer
    researcher representative rep supervisor clerk nurse rn lpn cna physician doctor surgeon therapist physiotherapist
    pharmacist dentist hygienist paramedic midwife caregiver carer aide attendant teacher tutor lecturer professor
    instructor trainer coach cook chef baker barista bartender server waiter waitress host hostess dishwasher butcher
    driver courier dispatcher operator mechanic electrician plumber welder carpenter painter roofer installer machinist
    worker labourer laborer picker packer handler stocker loader cleaner housekeeper janitor porter concierge
    receptionist secretary accountant bookkeeper auditor controller cashier teller banker broker agent buyer planner
    recruiter strategist marketer copywriter writer editor journalist translator interpreter photographer producer
    artist animator illustrator librarian lawyer attorney solicitor paralegal counsel judge guard soldier firefighter
    pilot steward stewardess captain sailor farmer gardener groundskeeper florist hairdresser stylist beautician
    intern internship trainee apprentice apprenticeship graduate fellow fellowship student co-op sde swe sre devops qa
    tester owner partner principal executive ceo cto cfo coo vp ambassador crew member partner practitioner
    radiographer sonographer phlebotomist optometrist veterinarian vet psychologist counsellor counselor social
    geologist chemist biologist physicist statistician economist surveyor estimator inspector foreman merchandiser
    operative angestellte angestellter fachangestellte fachangestellter konstrukteur konstrukteurin contrôleur
    contrôleuse meister meisterin netzmeister matron staffer keeper storekeeper barback maid butler clerkship sommelier
    scientiste aidant aidante técnica camareira auxiliaire ajudante barmaid groom splicer lineman linesman pipefitter
    salesperson seller underwriter actuary dietitian nutritionist lifeguard nanny babysitter postdoc scholar
    mitarbeiter mitarbeiterin fachkraft pflegefachkraft pflegekraft krankenpfleger krankenschwester altenpfleger koch
    köchin bäcker bäckerin konditor kellner kellnerin fahrer fahrerin berufskraftfahrer kraftfahrer lagerist lagerhelfer
    elektriker elektroniker mechaniker mechatroniker schlosser schreiner tischler maler maurer verkäufer verkäuferin
    kaufmann kauffrau kaufleute sachbearbeiter sachbearbeiterin buchhalter buchhalterin ingenieur ingenieurin entwickler
    entwicklerin softwareentwickler berater beraterin leiter leiterin projektleiter teamleiter assistent assistentin
    referent referentin erzieher erzieherin lehrer lehrerin arzt ärztin arzthelferin praktikant praktikantin praktikum
    werkstudent werkstudentin auszubildende auszubildender ausbildung azubi analyst finanzanalyst controllerin
    hausmeister reinigungskraft aushilfe servicekraft küchenhilfe therapeut physiotherapeut techniker technikerin
    infirmier infirmière cuisinier cuisinière boulanger serveur serveuse chauffeur livreur conducteur conductrice
    ingénieur ingénieure développeur développeuse comptable assistante vendeur vendeuse conseiller conseillère
    responsable directeur directrice technicien technicienne ouvrier ouvrière magasinier préparateur agente aide-soignant
    aide-soignante enseignant enseignante professeur éducateur éducatrice stagiaire stage alternance apprenti apprentie
    analyste chargé chargée gestionnaire secrétaire caissier caissière commercial commerciale électricien plombier
    enfermero enfermera cocinero cocinera panadero camarero camarera conductor conductora repartidor ingeniero ingeniera
    desarrollador desarrolladora programador programadora contable administrativo administrativa auxiliar dependiente
    vendedor vendedora asesor asesora gerente jefe jefa director directora técnico técnica operario operaria mozo
    profesor profesora maestro maestra médico médica analista becario becaria prácticas recepcionista electricista
    fontanero limpiador limpiadora encargado encargada ejecutivo ejecutiva coordinador coordinadora
    pâtissier pâtissière réceptionniste mécanicien mécanicienne menuisier maçon peintre coiffeur coiffeuse pharmacien
    pharmacienne médecin kinésithérapeute sage-femme auxiliaire animateur animatrice juriste avocat avocate acheteur
    acheteuse logisticien manutentionnaire cariste agent plongeur barman gouvernante consultant consultante chef
    mecánico mecánica carpintero albañil pintor peluquero peluquera farmacéutico farmacéutica fisioterapeuta abogado
    abogada comercial comprador almacenero carretillero ayudante barman gobernanta consultor consultora cuidador cuidadora
    educador educadora psicólogo psicóloga diseñador diseñadora jardinero soldador peón teleoperador cajero cajera
    mecânico pedreiro carpinteiro pintor cabeleireiro farmacêutico fisioterapeuta advogado advogada comprador almoxarife
    ajudante cuidador cuidadora psicólogo psicóloga designer jardineiro soldador caixa vigilante porteiro zelador babá
    chefkoch beikoch souschef zimmermädchen zimmerer dachdecker friseur friseurin apotheker apothekerin hebamme jurist
    juristin rechtsanwalt einkäufer einkäuferin logistiker disponent staplerfahrer busfahrer pförtner zusteller sekretärin
    sekretär bürokraft rezeptionist rezeptionistin barkeeper gärtner gärtnerin schweißer monteur bauleiter architekt
    architektin designer pädagoge pädagogin sozialarbeiter sozialarbeiterin psychologe psychologin redakteur redakteurin
    agent clinician handler registrar orderly ranger rigger fitter fabricator glazier plasterer tiler scaffolder
    bricklayer labor technologist scribe coder biller transcriptionist proofreader curator conservator archivist usher
    stagehand promoter canvasser fundraiser organizer chaplain pastor deputy constable sergeant investigator examiner
    appraiser adjuster processor associate arborist landscaper beekeeper fisher deckhand bosun purser
    enfermeiro enfermeira cozinheiro cozinheira padeiro garçom garçonete motorista entregador entregadora engenheiro
    engenheira desenvolvedor desenvolvedora contador contadora assistente auxiliar atendente balconista consultor
    consultora gerente coordenador coordenadora diretor diretora tecnólogo professor professora médico estagiário
    rececionista enólogo graphiste poseur libraire charpentier couvreur maçonne museumspädagoge bookseller bellhop
    busser dosimetrist audiologist cartographer ghostwriter storyboarder sculptor luthier upholsterer seamstress
    tailor cobbler roaster brewer distiller vintner fishmonger groomer referee umpire docent archaeologist
    hydrologist meteorologist ecologist botanist zoologist entomologist
    estagiária estágio trainee operador operadora supervisor supervisora eletricista encanador faxineiro faxineira
    """.split()
)
# The words for a job itself, that stand beside a title: "the Cook position".
POSTS = (
    "position|role|job|opening|vacancy|opportunity|internship|post|requisition|posting|program|programme|apprenticeship"
)
# What a title never is by itself.
NO_TITLE = frozenset(
    """
    this that the a an our your open same following above next new other another any current future specific particular
    right best great job position role career exciting available advertised first available vacancies opening listed
    application applications interview interviews team company employment consideration process time date email resume
    interest candidacy cv which it us you we one above-mentioned aforementioned full-time part-time remote internal
    online phone technical video final initial short quick similar relevant various multiple several many all only
    mentioned stelle position ausgeschriebene unsere ihre genannte vaga cargo puesto poste oferta
    """.split()
)

# One word of a title: a capital, a number or a sign in it, or a small joining word.
_BIG = r"[(\"“'‘]?(?:[a-z]{1,2}(?=[A-Z]))?[A-ZÀ-ÖØ-Þ0-9#+.][\w+#./&'’*:)-]*[)\"”]?,?"
_SMALL = r"(?:of|and|for|in|the|to|de|du|des|la|le|en|et|und|für|im|y|e|da|do|-|–|—|/|&|\||\(m/w/d\)|\(w/m/d\)|m/w/d|\(all genders\))"
_RUN = rf"{_BIG}(?:\s+(?:{_SMALL}\s+){{0,2}}{_BIG}){{0,10}}"
_END = r"(?=\s*(?:$|[.!?;:\n]|,\s|\))|\s[-–—|@(]|\s[a-zà-ÿ])"
_THE = r"(?:(?:the|our|a|an|your|this|open|die|der|den|das|eine?n?|unsere|le|la|un|une|el|una|o|uma)\s+)*"
POSTED = rf"(?i:{POSTS})s?"
PATTERNS = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (
            5,
            r"(?i:^(?:job |position |role )?(?:position|role|title|job title|stelle|job|poste|puesto|vaga|cargo|vacancy)(?: title| applied for)?)\s*:\s*(?P<title>\S[^\n|;]{2,90}?)\s*(?:$|\||;|\s[-–—/]\s)",
        ),
        (5, rf"(?i:(?:\b(?:for|to|in|of|as|about|regarding|from|on)|['’]s)\s+{_THE})(?P<title>{_RUN})\s+{POSTED}\b"),
        (5, rf"(?i:\b(?:{POSTS})(?:\(s\)|s)?)\s*(?i:of|as|for|titled|-|–)?\s*:?\s*{_THE}(?P<title>{_RUN}){_END}"),
        (4, rf"(?i:\b(?:ref|req|job|id|application)[\w.]*)[:#\s]*\d[\w-]{{2,}}\s*[-–—:]\s*(?P<title>{_RUN}){_END}"),
        (
            4,
            rf"(?i:\b(?:appl(?:y|ied|ying|ication|ications)|submission|candidacy|interview(?:ed|ing)?|candidature|interest|considered|consideration|selected|interviewing|assessment|challenge|assignment|entrevista|prueba técnica|teste|test|proceso|processo|seletivo|selectivo)\b(?: you sent)?\s+(?:for|to|in|as|regarding|para|pour|als)\s+{_THE})(?P<title>{_RUN}){_END}",
        ),
        (4, rf"(?i:\b(?:als|en tant qu(?:e |['’])|als\s+eine?)\s+)(?P<title>{_RUN}){_END}"),
        (
            4,
            rf"(?i:\b(?:stelle|position|stellenangebot|ausschreibung)\s+(?:(?:als|des|der|einer?|eines|im bereich|zum|zur)\s+)?){_THE}(?P<title>{_RUN}){_END}",
        ),
        (4, rf"(?i:\b(?:poste|offre|emploi)\s+(?:de|d['’]|du|des)?\s*)(?P<title>{_RUN}){_END}"),
        (
            4,
            rf"(?i:\b(?:puesto|vacante|plaza|oferta|candidatura|posición)\s*(?:de |para |como |: ?)?){_THE}(?P<title>{_RUN}){_END}",
        ),
        (4, rf"(?i:\b(?:vaga|cargo|posição|oportunidade)\s*(?:de |para |como |: ?)?){_THE}(?P<title>{_RUN}){_END}"),
        (
            3,
            rf"(?i:\bas\s+)(?P<title>{_RUN}){_END}",
        ),
        (4, rf"(?i:(?:^|[.:;]\s)(?:job |position )?title\s*:\s*)(?P<title>{_RUN}){_END}"),
        (
            3,
            rf"(?i:\b(?:as|join us as|hire|hiring|become|seeking|need)\s+(?:a|an|our|the|your)\s+)(?P<title>{_RUN}){_END}",
        ),
        (
            2.6,
            rf"(?i:\b(?:for|is|are|be|new|your|our|the|eine[nr]?|un|une|una|um|uma)\s+(?:an?\s+)?)(?P<title>{_RUN}){_END}",
        ),
        (3, rf"(?P<title>{_RUN})\s+(?:at|@|bei|chez|en|na|no)\s+[A-Z]"),
        (2, rf"(?:[-–—|:(,]|^)\s*(?P<title>{_RUN})\s*(?:$|[-–—|)@(]|\s(?:at|bei|chez)\s)"),
    )
)
# In French, Spanish and Portuguese the words behind the first are small: "chauffeur poids lourd".
_STOP = r"(?:chez|au|aux|à|dans|pour|et|est|sur|en|nous|que|qui|ont|a|ha|para|y|con|es|no|na|nos|nas|e|é|foi|em|com|del|o|d'ici|n'a|sera|il|elle|\\w+é)"
_LOW_RUN = rf"[A-ZÀ-Þa-zà-ÿ][\w'’/-]+(?:\s+(?!{_STOP}\b)[\w'’/()-]+){{0,5}}"
ROMANCE = re.compile(
    rf"(?i:\b(?:poste|emploi|puesto|vacante|plaza|vaga|cargo|posición|posição)\s+(?:de |d['’]|du |para |como |: ?))(?P<title>{_LOW_RUN})"
)
SMALL_ROLE = re.compile(
    r"(?:^|,\s|\b(?:for|as|of|to|about|regarding|in|re:?|filled|given|gave|offered|closed|advertised)\s+)(?:the |a |an |our |your |this |that )?(?P<title>(?:[a-zà-ÿ][\w/&+-]*\s+){0,4}[a-zà-ÿ][\w/&+-]*)\s+(?:position|role|job|vacancy|opening|post|opportunity|spot|gig|shift)\b",
    re.I,
)
LABELLED = re.compile(r"(?i)^(?:position|role|job title|job|title|stelle|poste|puesto|vaga|cargo|vacancy)\b")
NUMBERED = re.compile(
    r"\b(?:req(?:uisition)?|job|position|posting|vacancy|reference|ref|kennziffer|referenz(?:nummer)?|stellen-?(?:id|nr|nummer)|"
    r"job-?id|réf(?:érence)?|referencia|referência|código|chiffre|application)\.?\s*(?:id|number|no|nr|code|nummer|num)?\.?\s*[:#№]?\s*#?"
    r"(?P<id>[A-Z]{0,5}[-_]?\d[\w./-]{1,18}[\w])",
    re.I,
)
BARE = re.compile(
    r"\b(?P<id>JR-?\d{4,9}|R-?\d{4,9}|REQ-?_?\d{3,9}|\d{4,8}BR|20\d\d-\d{3,6}|PR?ID-?\d{3,9}|[A-Z]{2,5}-\d{4,7})\b"
)
NUMBER = re.compile(
    r"(?:\b(?:req(?:uisition)?|job|id|ref|nr|no|kennziffer|position)\.?\s*(?:id|no|number|#)?\.?:?\s*#?\s*)?\(?#?\b(?!(?:19|20)\d\d\b(?!-))(?:[A-Z]{1,5}[-_]?)?\d[\d_-]{3,}[A-Z]{0,2}\b\)?",
    re.I,
)
LEFT = re.compile(
    r"^(?:and|the|our|a|an|this|your|die|der|das|position|role|job|of|as|for|to|poste|puesto|vaga|de)\s+", re.I
)
# What stands before a title, or behind it, and is none of it.
AHEAD = re.compile(
    r"^(?:.*\b(?:interest|application|interview|apply|applying|candidacy)\s+)?(?:in|for|to|as|of|about|and)\s+(?:the|an?|our|your|this|that)\s+"
    r"|^(?:\w+ )?(?:interview|application|assessment|offer|update|reminder|status|invitation|notification)\b[^:]{0,25}:\s+"
    r"|^.*\band (?:the|our)\s+",
    re.I,
)
BEYOND = re.compile(
    r"(?:(?<=\bI)|(?<=\bII)|(?<=\bIII)|(?<=\bIV)|(?<=\b[1-9]))\.\s+[A-Z].*$|\s+(?:Dear|Hi|Hello)\s+[A-Z].*$|[,\s]+(?:as|at)\s+advertised.*$|\s*[-–—|:,]\s*(?i:round|stage|step|phase|interview|application|assessment)\b.*$"
)
# Sentences behind which a title stands alone: in a list of positions, or as boards write.
INTRODUCES = re.compile(
    rf"(?i:\b(?:{POSTS})(?:\(s\)|s)?\b[^:.]{{0,40}}:\s*$|\bapplication (?:was|has been) (?:sent|submitted) to\b|^application submitted\.?$)"
)
# What a title never ends with.
NO_END = frozenset(
    "interview interviews assessment application test call conversation challenge round stage team offer".split()
)
TRIM = " \t,.;:|-–—/&\"“”'*("
# The ends of German compounds that say what somebody is.
GERMAN = tuple(
    head
    for head in HEADS
    if len(head) >= 5
    and head.endswith(
        ("er", "in", "kraft", "mann", "frau", "leute", "ent", "eur", "ist", "ant", "ten", "ung", "um", "koch")
    )
)
