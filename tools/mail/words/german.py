"""German phrases by what they say of an application; in the form of the English ones."""

SIGNS = r"""
[rejected]
abges : \bauswahlverfahren\b[^.;]{0,30}\babgeschlossen\b
beset : \b(?:konnte|wurde|ist)\b[^.;]{0,60}\bbesetzt\b
leide : \bleider\b[^.;]{0,160}\b(?:nicht|keine?n?|kein|absag\w*|mitteilen|ander\w*|besetzt|vergeben|abzusag\w*|absehen)\b
absag abges : \b(?:absag\w*|abgesagt|abzusagen)\b
ander mitbe : \b(?:für|zugunsten|zu gunsten|mit|bei|auf)\b[^.;]{0,30}\b(?:ein\w*|den|die|der)? ?(?:ander\w*|mitbewerb\w*|weiteren? bewerb\w*)\b ?(?:bewerb\w*|kandidat\w*|person\w*|profil\w*|fachkr\w*)?[^.;]{0,60}\b(?:entsch\w+|gefallen|besetz\w*|den vorzug|gegeben|weiter|fort\w*|konzentr\w*|ausgewählt|gefunden)\b
entsc : \bentsch(?:ieden|eidung)\b[^.;]{0,80}\b(?:ander\w*|mitbewerb\w*|gegen|nicht|abzusehen)\b
ander mitbe : \b(?:ander\w+|weitere\w*) (?:bewerb\w*|kandidat\w*|profile?|mitbewerb\w*)\b[^.;]{0,80}\b(?:besser|mehr|eher|näher|passend\w*|überzeug\w*|entspr\w*|entsch\w*|vorzug|weiter)\b
berüc : \bnicht\b[^.;]{0,40}\bberücksichtig\w*|\bberücksichtig\w*[^.;]{0,30}\bnicht\b
engere auswa engee enger wahl : \bnicht\b[^.;]{0,40}\b(?:engere?n? (?:aus)?wahl|nächste runde|auswahl|weiteren verfahren)\b
beset verge : \b(?:stelle|position|vakanz|ausbildungsplatz|posten|platz|sie)\b[^.;]{0,60}\b(?:bereits|anderweitig|inzwischen|mittlerweile|zwischenzeitlich|intern|schon|nun)\b[^.;]{0,30}\b(?:besetzt|vergeben|gefunden|zurückgezogen|geschlossen)\w*
ander : \banderweitig\b
nicht : \bnicht\b[^.;]{0,60}\b(?:weiter\w*verfolg\w*|weiter verfolgen|fortsetzen|fortführen|fortzusetzen|fortzuführen|anbieten|entsprechen|zusagen|einladen|weiterführen|weitergehen|zum zug|infrage|in frage|in betracht|gelungen|realisier\w*|voran\w*|überzeug\w*)\b
absehe abzus abseh : \b(?:abzusehen|absehen)\b
wertu wertu werturt : \bkeine?\w*\b[^.;]{0,20}\b(?:be|ab)?wert(?:ung|urteil)\w*\b
passe übere besse : \b(?:besser|passender|eher|genauer|mehr|noch)\b[^.;]{0,50}\b(?:entsprech\w*|passen\w*|übereinstimm\w*|deck\w*|profil|anforderung\w*|qualifi\w*)\b[^.;]{0,60}\b(?:ander\w*|bewerb\w*|kandidat\w*|entsch\w*)\b
keine : \bkeine?n?\b[^.;]{0,30}\b(?:positive\w*|bessere\w*|günstigere\w*|erfreuliche\w*|zusage|angebot|stelle anbieten|möglichkeit|geeignete)\b
bedau : \bbedauern\b[^.;]{0,80}
zurüc : \b(?:bewerbungs?unterlagen|unterlagen)\b[^.;]{0,60}\b(?:zurück|gelöscht|vernichtet|löschen)\b
abges beend : \b(?:bewerbungsprozess|verfahren|bewerbung|prozess)\b[^.;]{0,50}\b(?:beend\w*|abgeschlossen|abzuschließen|nicht weiter)\b
diesm diese derze aktue momen heute : \b(?:diesmal|in diesem fall|dieses mal|aktuell|momentan|derzeit|heute)\b[^.;]{0,40}\bnicht\b
andere : \banderen (?:weg|kandidat\w*|bewerb\w*|profil\w*)\b
beset : \banderweitig besetzt\b
entsc : \bentschieden\b[^.;]{0,60}\b(?:deren|dessen|näher|besser|andere\w*)\b
enger : \bnicht in die engere\b
berüc : \bnicht\b[^.;]{0,40}\bberücksichtigen\b

[rejected?]
weite alles erfol wünsc : \b(?:wünschen|alles gute|viel erfolg|viel glück)\b[^.;]{0,100}\b(?:weg|zukunft|suche|lebensweg|werdegang|beruflich\w*|bewerbung\w*|stellensuche|jobsuche)\b
viel vielz hohe große zahlr viele : \b(?:vielzahl|hohe anzahl|große\w* (?:anzahl|zahl|interesse|resonanz)|zahlreiche\w*|viele)\b[^.;]{0,30}\b(?:bewerb\w*|zuschrift\w*|qualifiz\w*|interess\w*)
leich schwe gefal : \b(?:nicht leicht|schwer|schwierig)\b[^.;]{0,40}\b(?:gefallen|gemacht|entscheidung|wahl)\b
pool zukün künft : \b(?:pool|künftig\w*|zukünftig\w*|spätere\w*)\b
dennoc trotz : \b(?:dennoch|trotzdem|gleichwohl|obwohl)\b
enttä : \benttäusch\w*
sorgf : \bsorgfältig\w*\b[^.;]{0,30}\b(?:prüfung|prüf\w*|abwägung|durchsicht)\b

[applied]
vorli liegt lieg : \b(?:unterlagen|bewerbung|mappe|lebenslauf)\b[^.;]{0,50}\b(?:liegt|liegen)\b[^.;]{0,20}\b(?:uns|vor)\b
einge erhal : \b(?:bewerbung\w*|unterlagen|lebenslauf)\b[^.;?]{0,80}\b(?:eingegangen|erhalten|angekommen|eingetroffen|übermittelt|empfangen|bekommen|gesendet|versendet|verschickt|registriert)\b
erhal einga : \b(?:erhalten|haben|bestätig\w*|eingang)\b[^.;?]{0,60}\b(?:bewerbung\w*|unterlagen)\b[^.;?]{0,30}\b(?:erhalten|bestätig\w*|vorliegen|eingegangen)?
einga : \beingang(?:sbestätigung)?\b[^.;]{0,40}\b(?:ihrer|deiner|bewerbung\w*|unterlagen)?
bewer : \b(?:danke|dank|danken|freuen|freut|bedanken)\b[^.;?]{0,60}\b(?:bewerbung\w*|bewerben|beworben|unterlagen)\b
bewer : \b(?:du hast dich|sie haben sich|ihre bewerbung (?:wurde|ist)|deine bewerbung (?:wurde|ist))\b[^.;?]{0,60}\b(?:beworben|gesendet|übermittelt|eingegangen|erfolgreich|versendet)\b
prüfe sicht : \b(?:werden|wird)\b[^.;?]{0,60}\b(?:unterlagen|bewerbung|profil|angaben|sie)\b[^.;?]{0,40}\b(?:prüfen|sichten|geprüft|gesichtet|durchsehen|ansehen|bearbeiten|bearbeitet|anschauen)\b
einge angek : \b(?:unterlagen|bewerbung|lebenslauf)\b[^.;]{0,30}\b(?:eingetroffen|angekommen|bekommen|übermittelt)\b

[applied?]
melde hören rückm verbi kommen : \b(?:melden uns|hören (?:sie |du )?(?:von )?uns|in verbindung|kommen auf (?:sie|dich) zu|rückmeldung)\b
inter : \b(?:interesse an|ihr interesse|dein interesse)\b
gedul : \b(?:geduld|etwas zeit|einige zeit|ein wenig)\b

[interview]
vorbe : \b(?:vorbei(?:zu)?(?:schauen|kommen)|schauen sie\b[^.;]{0,30}\bvorbei)\b
gespr vorst kenne telef inter termi : \b(?:laden|einladen|einzuladen|einladung|eingeladen|lade)\b[^.;?]{0,120}\b(?:gespräch\w*|vorstellungsgespräch\w*|kennenlern\w*|telefon\w*|interview\w*|termin|probearbeit\w*|probetag|austausch|video\w*|kennen)\b
gespr vorst kenne inter : \b(?:gespräch\w*|vorstellungsgespräch\w*|kennenlern\w*|\w*interview\w*|bewerbungsgespräch\w*)\b[^.;?]{0,100}\b(?:einladen|einzuladen|einladung|eingeladen|bestätig\w*|findet|stattfinden|vereinbar\w*|am (?:mon|diens|mitt|donners|frei|sams)\w*|termin\w*|verschoben|verschieben|führen)\b
zeit hätte : \b(?:hätten|haben|hättest|hast)\b (?:sie|du)\b[^.;]{0,90}\bzeit\b
gespr vorst kenne erstg : \bzu (?:einem|unserem|dem)\b[^.;]{0,30}\w*gespräch\w*\b
kenne sprec telef treff unter austa : \b(?:möchten|würden|wollen|gerne|gern)\b[^.;?]{0,50}\b(?:sie|dich|mit ihnen|mit dir)\b[^.;?]{0,50}\b(?:kennenlernen|kennen lernen|kennenzulernen|sprechen|telefonieren|treffen|unterhalten|austauschen)\b
termi : \btermin\w*\b[^.;?]{0,60}\b(?:gespräch\w*|interview\w*|passt|bestätig\w*|vorschl\w*|wählen|auswählen|buchen|vereinbar\w*|aussuchen|zeit|verschoben)\b
wann zeit : \b(?:wann|welche\w*)\b[^.;]{0,50}\b(?:passt|passen|zeit|verfügbar|termin\w*|erreichen|telefon\w*)\b
probe hospi schnu : \b(?:probearbeit\w*|probetag\w*|hospitation\w*|schnuppertag\w*|probeschicht)\b
kenne : \b(?:sie|dich)\b[^.;]{0,60}\b(?:persönlich )?kennenlernen\b
sprec : \bwürden (?:wir )?gerne? mit (?:dir|ihnen) sprechen\b

[interview?]
gespr inter vorst kenne bewer telef : \b(?:\w*gespräch\w*|\w*interview\w*)\b

[assessment]
test asses aufga probe eignu einst falls testa sprac : \b(?:online-?test\w*|eignungstest\w*|assessment\w*|einstellungstest\w*|coding-?challenge\w*|probeaufgabe\w*|fallstudie\w*|arbeitsprobe\w*|testaufgabe\w*|online-?assessment\w*|sprachtest\w*)\b
onlin eignu einst codin probe falls arbei testa sprac zeitv : \b(?:online-?test\w*|eignungstest\w*|einstellungstest\w*|coding[- ]?(?:challenge|test|aufgabe)\w*|probeaufgabe\w*|fallstudie\w*|arbeitsprobe\w*|testaufgabe\w*|sprachtest\w*|zeitversetzt\w* (?:video)?interview\w*)\b
test aufga frage : \b(?:bearbeiten|absolvieren|durchführen|lösen|ausfüllen|durchzuführen|zu bearbeiten|teilzunehmen)\b[^.;?]{0,60}\b(?:test\w*|aufgabe\w*|fragebogen|challenge)\b
test aufga frage : \b(?:test\w*|aufgabe\w*|fragebogen|challenge)\b[^.;?]{0,80}\b(?:bearbeiten|absolvieren|durchführen|lösen|ausfüllen|durchzuführen|abschließen|link|frist|einreichen|zurücksenden)\b
eignu onlin : \b(?:online-)?eignungstest\b|\bonline-test\b

[offer]
einst : \bmöchten\b[^.;]{0,40}\beinstellen\b
anbie angeb joban unter : \b(?:freuen|freue|können|möchten|gerne|gern)\b[^.;?]{0,60}\b(?:stelle|position|arbeitsvertrag|vertrag|angebot|arbeitsplatz|ausbildungsplatz|job|ihnen|dir)\b[^.;?]{0,80}\b(?:anbieten|anzubieten|angebot|unterbreiten|übersenden|zusenden|zukommen|machen zu können)\b
zusag : \b(?:zusage|zusagen zu können)\b
arbei vertr joban stell anste ausbi : \b(?:arbeitsvertrag\w*|vertragsangebot\w*|jobangebot\w*|stellenangebot für sie|vertragsunterlagen|vertragsentwurf|anstellungsvertrag\w*|ausbildungsvertrag\w*)\b
herzl willk glück : \b(?:herzlichen glückwunsch|willkommen (?:im|an bord|in unserem|bei))\b[^.;]{0,80}\b(?:team|stelle|position|entschieden|zusage|bord|ausgewählt|job)\b
für : \b(?:für sie|für dich) entschieden\b
einst jahre brutt stund monat arbei erste : \b(?:einstellen|einzustellen|eingestellt|arbeitsbeginn|eintrittsdatum|erster arbeitstag|jahresgehalt|bruttogehalt|monatsgehalt|stundenlohn)\b[^.;]{0,60}
stell posit : \b(?:stelle|position)\b[^.;]{0,50}\b(?:anbieten|anzubieten)\b
biete : \bbieten wir ihnen\b[^.;]{0,60}\b(?:anstellung|stelle|position)\b
zusag : \bzusage\b

[withdrawn]
zurüc : \b(?:bewerbung|kandidatur)\b[^.;?]{0,60}\b(?:zurückgezogen|zurückziehen|zurückzuziehen|zurückgenommen|rückzug|zurückzogen)\b
rückz : \b(?:rückzug|rücknahme)\b[^.;?]{0,40}\b(?:bewerbung|kandidatur)?\b
wunsc : \b(?:auf ihren wunsch|auf deinen wunsch|wie gewünscht)\b[^.;?]{0,60}\b(?:bewerbung|verfahren|daten|prozess)\b
zurüc : \b(?:ziehe|möchte)\b[^.;?]{0,40}\bbewerbung\b[^.;?]{0,30}\bzurück\w*
zurüc : \b(?:du hast|sie haben)\b[^.;]{0,60}\bzurückgezogen\b

[update]
nachr : \b(?:unterlagen|\w*zeugnis\w*|nachweis\w*|dokument\w*|referenz\w*|kopie|führerschein)\b[^.;?]{0,50}\bnach(?:reichen|zureichen|senden|zusenden)\b
verzö dauer länge : \b(?:verzöger\w*|dauert|länger|etwas mehr zeit|noch etwas)\b[^.;]{0,80}
noch bearb prüfu : \b(?:noch|derzeit|aktuell|weiterhin|momentan)\b[^.;?]{0,40}\b(?:in bearbeitung|in prüfung|in der auswahl|geprüft|im auswahlverfahren|nicht abgeschlossen|keine entscheidung|sichten)\b
gedul : \b(?:um (?:etwas |noch )?geduld|geduld)\b
zwisc : \bzwischen(?:stand|bescheid|nachricht|information)\b
statu : \bstatus\b[^.;?]{0,40}\b(?:bewerbung|geändert|aktualisiert)\b
nachr fehle unter : \b(?:fehlen|fehlt|nachreichen|nachzureichen|benötigen|bitten)\b[^.;?]{0,80}\b(?:unterlagen|zeugnis\w*|nachweis\w*|dokument\w*|führungszeugnis|referenz\w*)\b
weite : \b(?:weitergeleitet|weitergegeben|angesehen)\b
termi gespr vorst inter : \b(?:\w*gespräch|interview|\w*termin)\b[^.;?]{0,60}\b(?:abgesagt|entfällt|ab(?:zu)?sagen|ausfallen|fällt aus)\b
läuft geduld geduld : \b(?:auswahlverfahren|verfahren|prüfung)\b[^.;]{0,50}\bläuft noch\b|\b(?:noch )?um (?:etwas )?geduld\b

[job]
vorst : \bvorstellungsgespräch\w*
bewer : \bbewerb\w*
stell posit vakan ausbi : \b(?:stelle|position|stellenausschreibung|vakanz|ausbildungsplatz)\b
perso recru karri : \b(?:personal\w*|recruit\w*|karriere\w*|hr|talent)\b
leben : \blebenslauf\b

[nudge]
unvol absch forts nicht : \b(?:unvollständig\w*|abschließen|fortsetzen|entwurf|noch nicht (?:abgeschickt|abgeschlossen|gesendet)|nicht abgeschlossen)\b[^.;?]{0,60}\bbewerbung\b|\bbewerbung\b[^.;?]{0,80}\b(?:unvollständig\w*|abzuschließen|abschließen|fortsetzen|entwurf|noch nicht (?:abgeschickt|abgeschlossen|gesendet)|nicht abgeschlossen|vervollständig\w*)\b
bestä verif code passw : \b(?:bestätigungscode|verifizier\w*|aktivier\w*|passwort|zugangsdaten|einmalcode|benutzerkonto|bewerberkonto|bewerberprofil)\b

[alert]
neue stell jobs : \b(?:neue (?:jobs|stellen\w*)|jobs? für (?:sie|dich)|job-?alert|jobsuche|suchauftrag|jobempfehlung\w*|passende (?:jobs|stellen\w*)|jetzt bewerben|stellenangebote)\b
verno : \b(?:vernetzen|bewerbertag|karrieremesse|jobmesse|talentpool|tag der offenen)\b

[cold]
profi : \b(?:ihr|ihre[sm]?|dein|deine[sm]?) (?:\w+ )?profils?\b[^.;]{0,20}\b(?:auf|bei|in) (?:linkedin|xing|stepstone|indeed|einem netzwerk)\b
profi aufme gesto : \b(?:auf (?:ihr|dein) profil|profil (?:aufmerksam|gesehen|gestoßen)|aufmerksam geworden|wechselwillig|offen für|unser mandant|mein mandant|im auftrag unseres|unseren kunden|spannende\w* (?:position|vakanz|herausforderung))\b

[other]
vermi miete besic : \b(?:vermieter\w*|mieter\w*|besichtigung\w*)\b
kredi versi wohnu antra miete studi stipe kurs : \b(?:kredit\w*|versicherung\w*|wohnung\w*|antrag\w*|mietbewerbung|studienplatz\w*|studium|stipendium|kurs\w*|seminar|bafög|visum|kita|weiterbildung|immatrikul\w*|hochschule|darlehen)\b

[mass]
rabat angeb sale gutsc jetzt versa spare schnä proze : \b(?:rabatt\w*|sale|gutschein\w*|angebote|aktion|jetzt shoppen|jetzt kaufen|versandkostenfrei|sparen|schnäppchen|prozent)\b
beste liefe paket versa sendu : \b(?:bestell\w*|liefer\w*|paket\w*|versand\w*|sendung\w*|zustell\w*|retoure)\b
rechn zahlu überw konto abrec : \b(?:rechnung\w*|zahlung\w*|überweis\w*|konto\w*|abrechnung\w*|mahnung|lastschrift|betrag|iban)\b
newsl monat wöche mehr : \b(?:newsletter|wöchentlich|monatsrückblick|blog|mehr erfahren|weiterlesen)\b
anmel siche : \b(?:anmeldung|sicherheits\w*|neues gerät|zugriff)\b
gewin umfra : \b(?:gewinn\w*|verlosung|lotterie|umfrage|preisausschreiben)\b
termi ticke buchu reise arzt : \b(?:ticket\w*|buchung\w*|reise\w*|flug\w*|hotel|arzt\w*|reservierung)\b
anfra kunde : \b(?:anfrage|kunden?service|kundin\w*|support|geschäftszeiten|kontaktvorschl\w*|netzwerk)\b
"""
