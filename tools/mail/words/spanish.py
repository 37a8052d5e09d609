"""Spanish phrases by what they say of an application; in the form of the English ones."""

SIGNS = r"""
[rejected]
queda : \bnos hemos quedado con\b
selec elegi escog : \bno\b[^.;]{0,40}\b(?:seleccionad\w*|elegid\w*|escogid\w*)\b
lamen desaf desgr sentim : \b(?:lament\w*|desafortunadamente|desgraciadamente|sentimos|infortunadamente)\b[^.;]{0,160}\b(?:no|otr\w+|cubiert\w*|descartad\w*|cerrad\w*|ocupad\w*)\b
conti avanz segui prose : \bno\b[^.;]{0,60}\b(?:continuar\w*|avanzar\w*|seguir\w*|proseguir\w*|continúa|avanza|continuas)\b
otro otra otros otras : \b(?:otr[oa]s?)\b[^.;]{0,20}\b(?:candidat\w*|perfil\w*|persona\w*|postulant\w*|aspirant\w*)\b
cubie cerra ocupa : \b(?:vacante|puesto|plaza|posición|proceso|oferta)\b[^.;]{0,60}\b(?:cubiert\w*|cerrad\w*|ocupad\w*|cancelad\w*|adjudicad\w*)\b
encaj ajust cumpl corre : \bno\b[^.;]{0,40}\b(?:encaja\w*|ajusta\w*|cumple\w*|corresponde\w*|coincide\w*)\b
desca : \bdescart\w+\b
ofrec : \bno (?:podemos|podremos|es posible|hemos podido)\b[^.;]{0,40}
decan optad elegi : \b(?:decantado|optado|elegido)\b[^.;]{0,30}\b(?:otr[oa]|por)\b
final : \bfinalizad\w*\b[^.;]{0,40}\b(?:tu|su)\b[^.;]{0,20}\b(?:participación|candidatura|proceso)\b
desca : \bdescarta\w*\b[^.;]{0,20}\b(?:tu|su|del|candidatura)\b
optad : \boptado por\b[^.;]{0,12}\b(?:otr[oa]s?)\b

[rejected?]
suert éxito desea : \b(?:dese\w*|suerte|éxito\w*)\b[^.;]{0,80}\b(?:búsqueda|futuro|carrera|profesional\w*|suerte|éxito\w*)\b
base guard conse : \b(?:base de datos|guardar\w*|conservar\w*|tendremos en cuenta|en cuenta para)\b
futur : \b(?:futur[oa]s|próxim[oa]s) (?:procesos|vacantes|oportunidades|ofertas)\b
gran eleva alto : \b(?:gran|elevado|alto) (?:número|cantidad|volumen)\b
tras : \b(?:tras|después de) (?:una )?(?:revis\w*|valor\w*|analiz\w*|evalu\w*|cuidados\w*)

[applied]
regis : \b(?:hemos|ha quedado|queda) registrad\w*\b[^.;]{0,30}\b(?:candidatura|solicitud|inscripción)\b
recib : \b(?:hemos recibido|recibimos|recibid\w+|ha llegado|confirmamos (?:la )?recepción|acusamos recibo)\b[^.;?]{0,60}\b(?:candidatura|solicitud|currículum|cv|postulación|inscripción|aplicación|información)\b
candi solic postu inscr : \b(?:candidatura|solicitud|postulación|inscripción|aplicación)\b[^.;?]{0,80}\b(?:recibid\w*|enviad\w*|registrad\w*|con éxito|correctamente|confirmad\w*)\b
graci agrad : \b(?:gracias|agradecemos)\b[^.;?]{0,60}\b(?:postular\w*|candidatura|solicitud|aplicar|inscribir\w*|postulación|enviar\w*|envío|tu cv|su cv)\b
revis : \b(?:revisar\w*|evaluar\w*|analizar\w*|estudiar\w*|valorar\w*)\b[^.;?]{0,60}\b(?:tu|su|candidatura|perfil|solicitud|cv|información|postulación)\b
aplic inscr postu : \b(?:has|ha|te has|se ha) (?:aplicado|inscrito|postulado)\b
inscr : \bte has inscrito\b

[applied?]
conta comun : \b(?:contactar\w*|pondremos en contacto|comunicar\w*|noticias nuestras)\b
inter : \binterés\b

[interview]
verte vernos : \b(?:gustaría|queremos|encantaría)\b[^.;]{0,12}\b(?:verte|verle|vernos)\b
entre reuni video llama conve charl : \b(?:invit\w*|agend\w*|program\w*|coordin\w*|convoc\w*|gustaría|encantar\w*|confirm\w*|citar\w*|cita|conocer\w*|reprogram\w*|cambi\w*)\b[^.;?]{0,120}\b(?:entrevista\w*|reunión|videollamada|llamada|conversación|charla)\b
entre : \bentrevista\w*\b[^.;?]{0,100}\b(?:programada|confirmad\w*|agendad\w*|será|tendrá lugar|el (?:lun|mar|mié|jue|vie)\w*|a las|reprogramada|cambi\w*|invit\w*)\b
entre : \b(?:queremos|quisiéramos|nos gustaría)\b[^.;?]{0,20}\bentrevistar\w*
conoc habla : \b(?:nos gustaría|nos encantaría|queremos|quisiéramos|me gustaría)\b[^.;?]{0,40}\b(?:conocert\w*|conocerl\w*|hablar|charlar|conversar|entrevistart\w*|entrevistarl\w*|reunirnos)\b
dispo horar : \b(?:disponibilidad|horarios?)\b[^.;]{0,80}\b(?:entrevista|llamada|semana|reunión|videollamada|hablar|indic\w*|envi\w*)\b
prueba prueb : \b(?:día|turno|jornada) de prueba\b
conoc : \bqueremos conocerte\b

[interview?]
entre : \bentrevista\w*\b

[assessment]
prueb : \b(?:hagas|haga|realices|realizar|completes|completar|hacer)\b[^.;]{0,20}\b(?:una|la|esta) prueba\b
prueb test evalu : \b(?:prueba (?:técnica|online|en línea|de (?:nivel|conocimientos|idiomas|aptitud))|test (?:online|en línea|psicotécnico|técnico|de)|evaluación (?:online|en línea|técnica)|caso práctico|reto técnico|entrevista (?:en vídeo )?(?:diferida|grabada)|prueba psicotécnica|assessment)\b
prueb test evalu cuest : \b(?:realizar|completar|hacer|rellenar|resolver)\b[^.;?]{0,60}\b(?:prueba|test|evaluación|cuestionario|ejercicio)\b
prueb : \b(?:realizar|completar?|hacer) (?:una|la|esta) prueba\b

[offer]
ofert ofrec : \b(?:complace|encantad\w*|placer|alegra|content\w*|felices|nos gustaría|queremos|satisfacción)\b[^.;?]{0,60}\b(?:ofrecer\w*|oferta|propuesta|comunicarte que has sido seleccionad\w*|hacerte)\b[^.;?]{0,80}
ofert contr carta : \b(?:carta (?:de )?oferta|oferta (?:laboral|de empleo|formal|económica|de trabajo)|contrato (?:de trabajo|laboral)|propuesta (?:económica|de contrato))\b
felic enhor bienv : \b(?:felicidades|felicitaciones|enhorabuena|bienvenid\w*)\b[^.;?]{0,100}\b(?:seleccionad\w*|equipo|puesto|contratad\w*|elegid\w*)\b
has selec : \b(?:has|ha) sido (?:seleccionad\w*|elegid\w*)\b[^.;?]{0,30}\b(?:para (?:el puesto|ocupar|incorporar\w*|la posición)|como)\b
incor salar : \b(?:incorporación|salario|sueldo)\b[^.;?]{0,40}\b(?:será|bruto|anual|mensual|el día|de)\b
selec : \bhas sido seleccionad[oa] para (?:el|la|cubrir)\b
propu : \bpropuesta de contrato\b

[withdrawn]
retir : \bretir\w*\b[^.;?]{0,40}\b(?:candidatura|postulación|solicitud)\b|\b(?:candidatura|postulación|solicitud)\b[^.;?]{0,40}\bretirad\w*
petic solic : \b(?:a petición tuya|según (?:tu|su|lo) (?:solicitud|petición|solicitado)|tal como (?:solicitaste|pediste|solicitó))\b
renun desis : \b(?:renuncia\w*|desist\w*)\b[^.;?]{0,40}\b(?:proceso|candidatura)\b
cance : \bhas (?:cancelado|retirado) tu (?:inscripción|candidatura)\b

[update]
cance desma anula : \b(?:cancel\w*|desmarc\w*|anul\w*)\b[^.;?]{0,40}\b(?:entrevista|reunión|cita)\b|\b(?:entrevista|reunión|cita)\b[^.;?]{0,100}\b(?:cancelad|anulad|suspendid)\w*
envia apor adjun : \b(?:podrías?|puedes|puede|necesitamos|falta)\b[^.;]{0,40}\b(?:enviar\w*|aport\w*|adjunt\w*|facilitar\w*)?\b[^.;]{0,40}\b(?:copia|título|documento\w*|certificad\w*|referencias)\b
revis proce : \b(?:en revisión|en proceso|sigue (?:abierto|en curso|activ\w*)|seguimos (?:revisando|evaluando|con)|aún (?:no|estamos)|todavía (?:no|estamos))\b
demor retra tarda : \b(?:demora\w*|retras\w*|tardando|más tiempo|prolong\w*|ampliad\w*)\b
pacie : \bpaciencia\b
estad : \bestado\b[^.;?]{0,40}\b(?:candidatura|postulación|solicitud|cambiado|actualizado)\b
docum refer : \b(?:documentos?|documentación|referencias|certificados?|título)\b[^.;?]{0,60}\b(?:enviar|aportar|falta\w*|necesit\w*|adjunt\w*|pendiente\w*)\b|\b(?:enviar|aportar|falta\w*|necesit\w*)\b[^.;?]{0,60}\b(?:documentos?|documentación|referencias|certificados?)\b
leído visto : \b(?:ha (?:leído|visto|visualizado)|cv (?:leído|visto))\b
cance : \b(?:entrevista|reunión)\b[^.;?]{0,50}\bcancel\w*
leído visto : \bha (?:leído|visto|abierto|descargado) tu (?:cv|currículum)\b

[job]
candi postu : \b(?:candidatur\w*|candidat\w*|postul\w*)\b
puest vacan : \b(?:puesto|vacante|oferta de empleo)\b
selec recur reclu rrhh : \b(?:proceso de selección|recursos humanos|reclutamiento|rrhh|selección)\b
currí curri cv : \b(?:currículum|cv)\b

[nudge]
compl termi incom borra : \b(?:complet\w*|termin\w*|incomplet\w*|borrador|finaliz\w*|sin terminar)\b[^.;?]{0,60}\b(?:candidatura|solicitud|postulación|inscripción)\b|\b(?:candidatura|solicitud|postulación)\b[^.;?]{0,60}\b(?:incompleta|sin terminar|borrador|a medias)\b
códig contr activ verif : \b(?:código de (?:verificación|confirmación)|contraseña|activa tu|confirma tu (?:correo|cuenta|email)|verifica tu|cuenta (?:ha sido|fue) creada)\b

[alert]
ofert emple alert : \b(?:nuevas ofertas|ofertas de (?:empleo|trabajo)|alerta de empleo|empleos? (?:para ti|recomendad\w*|que te)|inscríbete|postúlate|aplica ahora|vacantes para ti)\b

[cold]
perfi : \btu perfil\b[^.;]{0,20}\ben (?:linkedin|infojobs|indeed|la red)\b
perfi : \b(?:tu perfil|su perfil|tu experiencia)\b[^.;?]{0,60}\b(?:linkedin|interesante|encaja|llamó|atención)\b
clien : \b(?:nuestro cliente|cliente final|importante empresa|oportunidad)\b

[other]
crédi segur prést beca curso matrí alqui visad : \b(?:crédito|seguro|préstamo|beca\w*|curso\w*|matrícula|alquiler|visado|universidad|máster|subvención|hipoteca|tarjeta)\b

[mass]
descu cupón envío ofert rebaj promo : \b(?:descuento\w*|rebajas?|promoción|promociones|cupón|envío gratis|compra ahora|\d+ ?%)\b
pedid paque envío entre : \b(?:pedido|paquete|envío|entregad\w*|seguimiento|devolución)\b
factu pago cuent trans : \b(?:factura\w*|pago\w*|cuenta|transferencia|saldo|recibo|suscripción|importe)\b
bolet newsl : \b(?:boletín|newsletter|leer más|noticias|blog)\b
inici segur : \b(?:inicio de sesión|seguridad|dispositivo)\b
reser vuelo hotel billet : \b(?:reserva|vuelo|hotel|billete\w*|viaje)\b
encue sorte premi gana : \b(?:encuesta|sorteo|premio|gana\w*|lotería)\b
"""
