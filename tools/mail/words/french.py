"""French phrases by what they say of an application; in the form of the English ones."""

SIGNS = r"""
[rejected]
corre : \bne (?:correspond|correspondent|répond) pas\b
reten : \b(?:pas|n'a|n'avons|n'est|non|ne sera)\b[^.;]{0,60}\bretenue?s?\b
reten : \bretenir\b[^.;]{0,60}\b(?:autre|pas)\b|\bne (?:pas |pouvons |pourrons )[^.;]{0,30}\bretenir\b
suite : \b(?:pas|ne)\b[^.;]{0,60}\b(?:donner|donné|apporter|réserver)\b[^.;]{0,40}\bsuite\b
suite : \bsuite (?:défavorable|négative)\b
regre malhe désol : \b(?:regret\w*|malheureusement|désolée?s?)\b[^.;]{0,160}\b(?:pas|ne|n'|autre\w*|pourvu|négativ\w*|défavorabl\w*)
autre : \b(?:d'autres|un autre|une autre|autres)\b[^.;]{0,20}\b(?:candidat\w*|profils?|personnes?)\b[^.;]{0,80}\b(?:correspond\w*|adéquation|proche\w*|mieux|davantage|retenu\w*|choisi\w*|poursuiv\w*|avanc\w*)
profi candi : \b(?:poursuivre|continuer|avancer)\b[^.;]{0,20}\bavec (?:des|d'autres|un autre|une autre)\b
autre : \b(?:choisi|retenu|poursuivre|avancer|décidé|continuer|privilégi\w*|orient\w*)\b[^.;]{0,60}\b(?:d'autres|un autre|une autre)\b
pourv : \b(?:poste|offre)\b[^.;]{0,60}\b(?:pourvu|attribué|clôturé|fermé|annulé)\w*
corre adéqu : \b(?:ne|n')\b[^.;]{0,20}\b(?:correspond\w*|sont pas|est pas|répond\w*)\b[^.;]{0,60}\b(?:attentes|profil|critères|recherch\w*|besoin\w*|poste)\b
pours : \bne\b[^.;]{0,40}\b(?:poursuivr\w*|donnerons|allons|souhaitons|serons)\b[^.;]{0,30}\bpas\b|\bpas\b[^.;]{0,30}\b(?:poursuivre|aller plus loin)\b
favor posit : \b(?:pas|impossible|ne)\b[^.;]{0,60}\b(?:favorable\w*|positive\w*|positif)\b
négat : \bréponse négative\b
chois reten : \b(?:choisi|retenu)\b[^.;]{0,12}\bun(?:e)? autre (?:personne|profil|candidat\w*)\b
suite : \bsuite favorable\b

[rejected?]
bonne succè souha : \b(?:souhait\w*|bonne continuation|plein succès|bonne chance|plein de réussite)\b[^.;]{0,80}\b(?:recherch\w*|projets?|continuation|avenir|carrière|parcours|succès|réussite)?
conse vivie base : \b(?:conserv\w*|vivier|base de données|garder)\b[^.;]{0,60}
nombr : \b(?:nombreuses|grand nombre|nombre important)\b[^.;]{0,20}\bcandidatures\b
atten : \b(?:étude|examen|analyse) (?:attentive?|approfondie?)\b
avoir : \b(?:malgré|bien que|toutefois|cependant|néanmoins)\b

[applied]
parve : \b(?:cv|dossier|candidature)\b[^.;]{0,60}\bparvenue?\b
reçu accus récep enreg : \b(?:bien reçu|accusons réception|avons reçu|accusé de réception|bien enregistré\w*|confirmons|nous est (?:bien )?parvenue|bien été (?:reçue|transmise|enregistrée|envoyée|prise en compte))\b[^.;?]{0,80}
candi : \bcandidature\b[^.;?]{0,80}\b(?:reçue|envoyée|enregistrée|transmise|prise en compte|parvenue|confirmée)\b
remer merci : \b(?:merci|remercions|remercie)\b[^.;?]{0,60}\b(?:candidature|postulé|avoir postulé|cv|dossier|candidater)\b
étudi exami : \b(?:allons|va|sera|étudier|étudiera|équipe)\b[^.;?]{0,60}\b(?:étudi\w*|examin\w*|analys\w*)\b[^.;?]{0,40}\b(?:candidature|profil|dossier|attention)\b
postu : \bvous avez (?:bien )?postulé\b

[applied?]
repon revie conta : \b(?:reviendrons vers vous|prendrons contact|recontact\w*|contacter\w*|dans les meilleurs délais|tiendrons (?:au courant|informée?))\b
intér : \bintérêt\b

[interview]
passe venir : \b(?:pouvez-vous|pourriez-vous|seriez-vous (?:libre|disponible))\b[^.;]{0,20}\b(?:passer|venir)?\b[^.;]{0,40}\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|à \d+ ?h)
entre rende renco visio échan : \b(?:invit\w*|convi\w*|propos\w*|convoqu\w*|convenir|souhait\w*|ravi\w*|confirm\w*|aimeri\w*|fixer|planifi\w*|report\w*|déplac\w*)\b[^.;?]{0,120}\b(?:entretien\w*|rendez-vous|rencontrer|visio\w*|échang\w*)\b
entre : \bentretien\w*\b[^.;?]{0,100}\b(?:aura lieu|confirm\w*|prévu|fixé|planifié|est programmé|le (?:lun|mar|mer|jeu|ven)\w*|à \d|reporté|déplacé|décalé)
rencon renco : \b(?:aimerions|souhait\w+|serions ravis de|voudrions)\b[^.;?]{0,40}\b(?:vous rencontrer|échanger|faire (?:votre )?connaissance|en savoir plus|discuter)\b
dispo créne : \b(?:disponibilités?|créneaux?|disponible)\b[^.;]{0,80}\b(?:entretien|échange|appel|rencontre|semaine|téléphon\w*|visio\w*|choisir|réserver|indiquer|communiquer)?\b
essai : \b(?:journée d'essai|essai professionnel|mise en situation en cuisine)\b

[interview?]
entre : \bentretien\w*\b

[assessment]
exerc : \b(?:proposons|demandons|invitons|faire|réaliser)\b[^.;]{0,30}\bexercice\b
test : \b(?:test (?:en ligne|technique|de personnalité|d'aptitude|de langue|psychotechnique)|tests? à réaliser|évaluation en ligne|exercice technique|étude de cas|cas pratique|entretien vidéo différé|mise en situation)\b
évalu exerc cas étude : \b(?:évaluation (?:en ligne|technique)|exercice (?:technique|pratique)|étude de cas|cas pratique|entretien vidéo différé)\b
test exerc évalu quest : \b(?:réaliser|compléter|passer|effectuer|remplir)\b[^.;?]{0,60}\b(?:test|exercice|évaluation|questionnaire)\b
test : \btest (?:technique|de personnalité|d['’]aptitude)\b

[offer]
offre propo embau poste contr : \b(?:plaisir|heureu\w*|ravi\w*|enchanté\w*)\b[^.;?]{0,60}\b(?:offrir|proposer|faire|confirmer|adresser)\b[^.;?]{0,80}\b(?:poste|embauche|offre|contrat|recrutement)\b
embau promes : \b(?:promesse d'embauche|offre d'embauche|proposition d'embauche|lettre d'engagement|contrat de travail|proposition de contrat)\b
bienv félic : \b(?:bienvenue (?:dans l'équipe|parmi nous|chez)|félicitations)\b[^.;?]{0,80}\b(?:équipe|retenu\w*|poste|embauch\w*|rejoin\w*|nous)\b
reten : \bcandidature (?:a été|est) (?:retenue|acceptée)\b
salai : \b(?:salaire|rémunération) (?:brut\w*|annuel\w*|mensuel\w*)\b
prome : \bpromesse d['’]embauche\b

[withdrawn]
retir retra : \b(?:retir\w*|retrait)\b[^.;?]{0,40}\b(?:candidature|dossier)\b|\bcandidature\b[^.;?]{0,40}\b(?:retirée|retrait)\b
deman : \b(?:à|suite à) votre demande\b[^.;?]{0,60}\b(?:candidature|dossier)\b
désis : \bdésist\w*\b
désis : \bvotre désistement\b

[update]
annul : \b(?:annul\w+)\b[^.;?]{0,40}\b(?:entretien|rendez-vous)\b|\b(?:entretien|rendez-vous)\b[^.;?]{0,100}\bannul\w+
présé : \bprésélectionnée?\b
pourr trans fourn : \b(?:pourriez|pouvez|merci de|veuillez)\b[^.;]{0,40}\b(?:parvenir|transmettre|fournir|envoyer|adresser|nous faire)\b[^.;]{0,60}\b(?:copie|diplôme|justificatif\w*|pièces?|documents?|attestation\w*|références?)\b
cours étude exam exame : \b(?:en cours (?:d'étude|d'examen|de traitement|d'analyse)|toujours à l'étude|encore en cours)\b
délai retar long : \b(?:retard\w*|plus longtemps|délais? (?:plus|supplémentaires?)|prolong\w*|prend plus de temps)\b
patie : \b(?:patience|patienter)\b
statu état : \b(?:statut|état d'avancement|avancement)\b[^.;?]{0,40}\b(?:candidature|changé|évolué|mis à jour)\b
pièce docum manqu : \b(?:pièces?|documents?|justificatifs?|références)\b[^.;?]{0,60}\b(?:manquant\w*|fournir|transmettre|envoyer|complémentaires?)\b
consu : \bcandidature (?:a été|est) (?:consultée|vue|transmise au|transférée)\b
annul : \b(?:entretien|rendez-vous)\b[^.;?]{0,50}\bannul\w*
étude cours : \b(?:toujours )?en cours d['’]étude\b

[job]
candi postu : \b(?:candidatures?|candidats?|postuler|postulé)\b
poste recru resso embau : \b(?:poste|recrut\w*|ressources humaines|embauche|rh)\b
cv : \bcv\b

[nudge]
compl final incom broui termi inach envoy : \b(?:compléte\w*|finalise\w*|terminer|incomplète|brouillon|inachevée|n'est pas (?:encore )?(?:terminée|envoyée))\b[^.;?]{0,60}\bcandidature\b|\bcandidature\b[^.;?]{0,60}\b(?:incomplète|finaliser|terminer|brouillon|inachevée|pas (?:encore )?(?:terminée|envoyée|finalisée))\b
code mot activ : \b(?:code de (?:vérification|confirmation|sécurité)|mot de passe|activez|confirmez votre (?:adresse|compte|e-mail|email)|espace candidat|compte (?:a été|est) créé)\b

[alert]
offre emplo alert : \b(?:nouvelles offres|offres d'emploi|alerte emploi|offres? pour vous|correspond\w* à (?:votre|vos) (?:recherche|critères|profil)|postulez|recommandé\w* pour vous)\b

[cold]
profi : \b(?:votre|ton) profil\b[^.;]{0,20}\bsur (?:linkedin|indeed|hellowork|un réseau)\b
profi : \b(?:votre profil|votre parcours)\b[^.;?]{0,60}\b(?:attention|linkedin|intéress\w*|correspond\w*)\b
clien : \b(?:notre client|mon client|pour le compte d|cabinet|à l'écoute|opportunité)\b

[other]
crédi assur logem bours forma inscr : \b(?:crédit|prêt|assurance|logement|bourse|formation|inscription|université|master|licence|école|visa|dossier de location|caf|subvention|concours)\b

[mass]
promo soldes solde réduc remis offre livra profi : \b(?:promo\w*|soldes?|réduction\w*|remise|code promo|offre spéciale|livraison offerte|profitez|\d+ ?%)\b
comma colis livra expéd : \b(?:commande|colis|livraison|livré\w*|expédié\w*|suivi|retour)\b
factu paiem compt virem prélè : \b(?:facture\w*|paiement|virement|prélèvement|relevé|solde|abonnement|montant)\b
newsl : \b(?:newsletter|lettre d'information|actualités|lire la suite|en savoir plus)\b
conne sécur : \b(?:nouvelle connexion|sécurité|appareil)\b
résér billet vol : \b(?:réservation|billet\w*|vol|hôtel|voyage|train)\b
gagne sonda enquê : \b(?:gagne\w*|concours|tirage|enquête|sondage|avis)\b
"""
