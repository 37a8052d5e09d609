"""The names that people and programs give to the columns of a job search, in English, German, French and Spanish."""

from __future__ import annotations

HEADERS: dict[str, str] = {
    "company": "company|company name|employer|organization|organisation|firm|business|employer name|hiring company|"
    "company applied to|company organization|unternehmen|firma|arbeitgeber|firmenname|betrieb|unternehmensname|"
    "entreprise|société|societe|employeur|nom de l entreprise|boîte|empresa|compañía|compania|empleador|"
    "nombre de la empresa|nombre empresa|organización|organizacion",
    "title": "title|job title|position|role|job|job position|position title|role title|job role|job name|"
    "position applied for|position applied|role applied for|title of position|vacancy|opening|post|"
    "stelle|position stelle|jobtitel|stellenbezeichnung|beruf|tätigkeit|stellentitel|ausgeschriebene stelle|rolle|"
    "poste|intitulé|intitulé du poste|titre|titre du poste|métier|offre|fonction|"
    "puesto|cargo|puesto de trabajo|título|titulo|posición|posicion|vacante|rol|oferta",
    "status": "status|stage|state|application status|current status|pipeline stage|list|board|column|phase|progress|"
    "list name|board column|job status|application stage|current stage|outcome|result|response|"
    "bewerbungsstatus|stand|stand der bewerbung|ergebnis|rückmeldung|"
    "statut|état|etat|étape|résultat|réponse|avancement|estado|etapa|fase|resultado|respuesta|situación",
    "applied_on": "applied on|date applied|applied|applied date|application date|date of application|applied at|"
    "date|date submitted|submitted|submitted on|submission date|date sent|application sent|apply date|"
    "date of applying|when applied|application submitted|beworben am|bewerbungsdatum|datum der bewerbung|beworben|"
    "datum|bewerbung am|gesendet am|abgeschickt am|versendet am|date de candidature|date candidature|postulé le|"
    "candidature envoyée le|date d envoi|envoyé le|date d envoi de la candidature|date de postulation|"
    "fecha de solicitud|fecha solicitud|fecha|fecha de aplicación|fecha de postulación|fecha de candidatura|"
    "fecha de envío|aplicado el|enviado el|solicitado el",
    "status_on": "status since|last update|last updated|updated|status date|date updated|updated at|last contact|"
    "last activity|date of last contact|response date|date of response|letzte änderung|letzter kontakt|"
    "datum der rückmeldung|antwort am|rückmeldung am|stand vom|dernière mise à jour|dernier contact|"
    "date de réponse|última actualización|último contacto|fecha de respuesta|rejection date|rejected on",
    "source": "source|found on|found via|where found|job board|platform|applied via|via|applied through|channel|site|"
    "where i found it|job source|lead source|referral source|how found|method|website|quelle|gefunden auf|"
    "gefunden über|plattform|kanal|jobbörse|source de l offre|plateforme|trouvé sur|canal|fuente|origen|plataforma|"
    "portal|encontrado en|vía",
    "location": "location|city|place|job location|where|town|office|region|office location|work location|city state|"
    "ort|standort|arbeitsort|stadt|einsatzort|lieu|ville|localisation|lieu de travail|ubicación|ubicacion|lugar|"
    "ciudad|localidad|localización",
    "work_mode": "work mode|remote|remote onsite|remote hybrid|remote hybrid onsite|work type|workplace|"
    "workplace type|work arrangement|work model|remote or onsite|work style|on site remote|homeoffice|home office|"
    "arbeitsmodell|télétravail|teletravail|mode de travail|modalidad|teletrabajo|modalidad de trabajo",
    "employment_type": "employment type|job type|contract|contract type|type of employment|full time part time|"
    "hours|employment|type of contract|vertragsart|anstellungsart|beschäftigungsart|art der anstellung|vertrag|"
    "type de contrat|contrat|type d emploi|tipo de contrato|contrato|tipo de empleo|jornada",
    "salary": "salary|pay|salary range|compensation|wage|pay range|rate|expected salary|salary expectation|comp|"
    "offered salary|base salary|package|hourly rate|gehalt|lohn|vergütung|gehaltsvorstellung|gehaltswunsch|"
    "jahresgehalt|gehaltsspanne|stundenlohn|salaire|rémunération|remuneration|paie|salario|sueldo|remuneración|"
    "rango salarial|salario ofrecido",
    "salary_min": "salary min|min salary|minimum salary|salary from|pay min|salary minimum|gehalt von|gehalt min|"
    "mindestgehalt|salaire min|salaire minimum|salario mínimo|salario min|salary low",
    "salary_max": "salary max|max salary|maximum salary|salary to|pay max|salary maximum|gehalt bis|gehalt max|"
    "salaire max|salaire maximum|salario máximo|salario max|salary high",
    "salary_currency": "currency|salary currency|währung|waehrung|devise|monnaie|moneda|divisa",
    "salary_period": "salary period|pay period|per|zeitraum|période|periodo",
    "url": "url|link|job url|job link|posting|job posting|posting url|link to job|listing|job posting url|"
    "job posting link|application link|link to posting|job description link|job ad|apply link|posting link|web link|"
    "application url|hyperlink|stellenanzeige|anzeige|link zur stelle|link zur anzeige|link zur stellenanzeige|lien|"
    "lien de l offre|annonce|lien annonce|enlace|enlace de la oferta|vínculo|liga|anuncio|link oferta",
    "deadline_on": "deadline|due date|closing date|apply by|application deadline|closes|closes on|due|end date|"
    "bewerbungsfrist|frist|bewerbungsschluss|einsendeschluss|date limite|échéance|date de clôture|clôture|"
    "fecha límite|fecha limite|plazo|cierre|fecha de cierre",
    "note": "notes|note|comments|comment|remarks|details|thoughts|notizen|notiz|kommentar|kommentare|bemerkung|"
    "bemerkungen|anmerkung|anmerkungen|commentaire|commentaires|remarque|remarques|notas|nota|comentario|"
    "comentarios|observaciones|observación",
    "tags": "tags|labels|tag|label|category|categories|keywords|schlagworte|kategorie|étiquettes|etiquettes|"
    "catégorie|etiquetas|categoría|categorias",
    "contact": "contact|contact person|recruiter|recruiter name|contact name|hiring manager|contacts|"
    "point of contact|poc|ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|ansprechperson|recruteur|"
    "personne de contact|contacto|reclutador|persona de contacto|reclutadora",
    "contact_email": "email|e mail|contact email|recruiter email|email address|contact e mail|mail|courriel|"
    "e mail adresse|adresse e mail|correo|correo electrónico|email de contacto",
    "contact_phone": "phone|telephone|contact phone|phone number|tel|telefon|telefonnummer|téléphone|teléfono|móvil",
    "contact_role": "contact role|contact title",
    "interview_at": "interview date|interview|interview at|interview time|date of interview|next interview|"
    "interview scheduled|interview on|first interview|vorstellungsgespräch|gespräch am|gesprächstermin|"
    "interviewtermin|termin|entretien|date d entretien|date de l entretien|date entretien|entrevista|"
    "fecha de entrevista|fecha entrevista|fecha de la entrevista",
    "favorite": "favorite|favourite|starred|star|favorit|favori|favorito",
    "archived": "archived|archive|archiviert|archivé|archivado",
    # Cells that this program's own export packs.
    "notes_packed": "jobbot notes",
    "contacts_packed": "jobbot contacts",
    "interviews_packed": "jobbot interviews",
    # What no one misses: numbers of rows, and when a program made its entry.
    "nothing": "id|nr|no|lfd nr|row|index|created time|created at|created|last edited time|record id|uuid|n|num|"
    "created by|last edited by|user id|application id|job id column|date added time",
}
# What may be several things: it is what the table lacks, in this order.
EITHER: dict[str, tuple[str, ...]] = {
    "name": ("company", "title", "contact"),
    "nom": ("company", "contact"),
    "nombre": ("company", "contact"),
    "type": ("employment_type",),
    "typ": ("employment_type",),
    "art": ("employment_type",),
    "tipo": ("employment_type",),
    "position company": ("company",),
    "date added": ("status_on",),
    "date saved": ("status_on",),
    "added on": ("status_on",),
    "saved on": ("status_on",),
    "how applied": ("source",),
    "description": ("note",),
    "offer": (),
}
# Columns that a table of anything has: alone they make no table of a job search.
COMMON = frozenset("date url link name notes note comments type status location tags email phone id nr no".split())
