"""What stands around a mail's own words: lines before quotations and forwards, headers within text, fine print."""

from __future__ import annotations

import re

from tools.mail.words import any_of

# The line before a quoted mail: "On Mon, 3 Nov 2026 at 10:00, Jane Roe <jane@x.example> wrote:".
WROTE = any_of(r"""
^(?:On|Am|Le|El|Em|Op|Il)\b.{4,250}\b(?:wrote|schrieb|a écrit|écrit|escribió|escreveu|schreef|ha scritto)\b.{0,80}:?\s*$
^.{3,120}\b(?:wrote|schrieb|a écrit|escribió|escreveu)\s*:\s*$
""")
ORIGINAL = any_of(r"""
^[\s>*_]*-{2,}\s*(?:Original Message|Original Appointment|Reply message)\b
^[\s>*_]*-{2,}\s*(?:Ursprüngliche Nachricht|Originalnachricht|Message d'origine|Mensaje original|Mensagem original)\b
^_{20,}\s*$
""")
FORWARD = any_of(r"""
^[\s>*_]*-{2,}\s*(?:Forwarded message|Forwarded by|Weitergeleitete Nachricht|Message transféré)
^[\s>*_]*-{2,}\s*(?:Mensaje reenviado|Mensagem encaminhada)
^Begin forwarded message:
^Anfang der weitergeleiteten
^Début du message (?:réexpédié|transféré)
^Inicio del mensaje reenviado
""")
_NAMES = (
    "From|Von|De|Sent|Gesendet|Envoyé|Enviado|Enviado el|Enviada em|Date|Datum|Fecha|Data|To|An|À|Para|Cc|"
    "Subject|Betreff|Objet|Asunto|Assunto"
)
HEADER = re.compile(rf"^[\s>*]*\**({_NAMES})\**\s*:\**\s*(.*)$", re.IGNORECASE)
SUBJECTS = ("subject", "betreff", "objet", "asunto", "assunto")
SENDERS = ("from", "von", "de")
DATES = ("sent", "gesendet", "envoyé", "enviado", "enviado el", "enviada em", "date", "datum", "fecha", "data")
# From here on a mail is about mail: why it came, how to stop it, who may read it.
FOOTER = any_of(r"""
\bunsubscribe\b
\bopt[- ]out\b
manage (?:your )?(?:email |notification )?preferences
email preferences
privacy (?:policy|notice|statement)\b.{0,60}$
^(?:©|\(c\)|copyright)
all rights reserved
this (?:e-?mail|message) (?:was|has been) sent (?:to|from|by|on behalf)
you(?:'re|’re| are) receiving this
(?:confidential|intended (?:only|solely) for)\b.{0,200}\b(?:recipient|addressee|individual)
view (?:this email )?in (?:your )?browser
^(?:powered by|sent (?:from my|via)|get outlook for)\b
equal[- ](?:employment[- ])?opportunity employer
newsletter abbestellen
abmelden\b.{0,40}$
im browser (?:ansehen|öffnen|anzeigen)
^impressum\b
datenschutz(?:erklärung|hinweise)\b.{0,40}$
von meinem \w+ gesendet
gesendet mit
se désabonner
se désinscrire
politique de confidentialité
darse de baja
cancelar (?:la )?suscripción
política de privacidad
aviso legal
cancelar (?:a )?inscrição
descadastr
""")
# Lines that say only that nobody reads an answer.
NO_NEWS = any_of(r"""
(?:do not|don['’]t|can ?not|not) reply (?:directly )?to this
no[- ]?reply (?:e-?mail|address)
replies to this (?:e-?mail|message|address)
(?:mailbox|inbox|address) (?:is|are) (?:not|un)\s?monitored
nicht auf diese (?:e-?mail|nachricht)
ne pas répondre
no responda? a este
não responda a este
""")
