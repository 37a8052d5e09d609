"""Portuguese phrases by what they say of an application; in the form of the English ones."""

SIGNS = r"""
[rejected]
segui : \bsegu(?:imos|iremos|ir)\b[^.;]{0,20}\bcom (?:outr\w+ )?candidat\w+\b
selec escol aprov : \bnão\b[^.;]{0,40}\b(?:selecionad\w*|escolhid\w*|aprovad\w*)\b
infel lamen : \b(?:infelizmente|lament\w*)\b[^.;]{0,160}\b(?:não|outr\w+|preenchid\w*|encerrad\w*|ocupad\w*)\b
conti avanç segui pross dar : \bnão\b[^.;]{0,60}\b(?:continuar\w*|avançar\w*|seguir\w*|prosseguir\w*|avançou|seguirá|daremos|dar (?:seguimento|continuidade)|prosseguimento)\b
optam decid : \b(?:optamos|decidimos|optámos)\b[^.;]{0,20}\bpor (?:seguir|outr\w+|continuar|avançar)\b
outro outra outros outras : \b(?:outr[oa]s?)\b[^.;]{0,20}\b(?:candidat\w*|perfi\w*|pessoa\w*|profissiona\w*)\b
preen encer fecha : \b(?:vaga|posição|processo|oportunidade)\b[^.;]{0,60}\b(?:preenchid\w*|encerrad\w*|fechad\w*|cancelad\w*)\b
atend corre encai : \bnão\b[^.;]{0,40}\b(?:atende\w*|corresponde\w*|encaixa\w*|se enquadra\w*)\b
desca : \b(?:descartad\w*|desclassificad\w*)\b
possí : \bnão (?:será|foi|é) possível\b[^.;]{0,60}
segui : \bseguir\w* com outr[oa]s?\b
optam : \boptamos por outr[oa]s?\b

[rejected?]
sorte suces desej : \b(?:desej\w*|boa sorte|sucesso)\b[^.;]{0,80}\b(?:busca|futuro|carreira|profission\w*|sorte|sucesso)\b
banco talen : \b(?:banco de (?:talentos|dados|currículos)|manteremos)\b
futur próxi : \b(?:futur[oa]s|próxim[oa]s) (?:processos|vagas|oportunidades)\b
apesa : \b(?:apesar|embora|no entanto|contudo)\b

[applied]
chego : \b(?:candidatura|currículo|cv)\b[^.;]{0,60}\bchegou\b
receb : \b(?:recebemos|recebid\w+|confirmamos (?:o )?recebimento|acusamos a receção)\b[^.;?]{0,60}\b(?:candidatura|inscrição|currículo|cv|aplicação)\b
candi inscr : \b(?:candidatura|inscrição|aplicação)\b[^.;?]{0,80}\b(?:recebid\w*|enviad\w*|registrad\w*|registad\w*|com sucesso|confirmad\w*|realizad\w*)\b
obrig agrad : \b(?:obrigad\w*|agradecemos)\b[^.;?]{0,60}\b(?:candidatar\w*|candidatura|inscrever\w*|inscrição|se candidatar|enviar\w*|envio)\b
anali avali : \b(?:analisar\w*|avaliar\w*|análise|avaliad\w*|analisad\w*)\b[^.;?]{0,60}\b(?:candidatura|perfil|currículo|cv|informações|inscrição|equipe|equipa)\b
candi : \bvocê se candidatou\b

[applied?]
conta retor : \b(?:entraremos em contato|entraremos em contacto|retornar\w*|contactar\w*|daremos notícias)\b
inter : \binteresse\b

[interview]
vir pode : \b(?:pode|poderia|consegue) vir\b
entre reuni conve video chama bate : \b(?:convid\w*|agend\w*|marc\w*|gostar\w*|confirm\w*|remarc\w*|reagend\w*|convite)\b[^.;?]{0,120}\b(?:entrevista\w*|reunião|conversa|videochamada|bate-papo|chamada)\b
entre : \bentrevista\w*\b[^.;?]{0,100}\b(?:agendada|confirmad\w*|marcad\w*|será|acontecerá|na (?:seg|ter|qua|qui|sex)\w*|às|remarcada|convid\w*)\b
conhe conve : \b(?:gostaríamos|queremos|adoraríamos|gostaria)\b[^.;?]{0,40}\b(?:conhecer|conversar|falar|entrevistar|bater um papo)\b
dispo horár : \b(?:disponibilidade|horários?)\b[^.;]{0,80}\b(?:entrevista|conversa|semana|reunião|chamada|inform\w*|envi\w*)\b
teste : \b(?:dia|turno) (?:de teste|experimental)\b
etapa : \bpassou para a etapa de entrevista\b
agend : \bagende (?:o|a|seu|sua)\b

[interview?]
entre : \bentrevista\w*\b

[assessment]
teste avali desaf : \b(?:teste (?:técnico|online|on-line|prático|de (?:lógica|perfil|inglês|conhecimentos))|avaliação (?:online|técnica|comportamental)|desafio técnico|case técnico|estudo de caso|entrevista gravada|assessment)\b
teste avali desaf quest : \b(?:realizar|completar|fazer|preencher|responder|concluir)\b[^.;?]{0,60}\b(?:teste|avaliação|questionário|desafio)\b
teste : \b(?:responda|responder|faça|realize|complete)\b[^.;]{0,20}\bteste\b

[offer]
ofert propo ofere : \b(?:prazer|felizes|satisfação|alegria|content\w*|temos o gosto|gostaríamos)\b[^.;?]{0,60}\b(?:oferecer\w*|oferta|proposta|informar que você foi (?:aprovad\w*|selecionad\w*)|fazer)\b[^.;?]{0,80}
propo carta contr ofert : \b(?:carta[- ](?:oferta|proposta)|proposta (?:de (?:trabalho|emprego|contratação)|salarial|formal)|oferta de (?:emprego|trabalho)|contrato de trabalho)\b
parab bem-v bem : \b(?:parabéns|bem-vind\w*)\b[^.;?]{0,100}\b(?:aprovad\w*|selecionad\w*|vaga|equipe|equipa|time|contratad\w*)\b
aprov selec : \bvocê foi (?:aprovad\w*|selecionad\w*|escolhid\w*) para (?:a vaga|o cargo|a posição)\b
salár admis : \b(?:salário|admissão|remuneração)\b[^.;?]{0,40}\b(?:será|bruto|mensal|no dia|de)\b
propo : \bcarta[- ]proposta\b
aprov : \bfoi aprovad[oa] para a vaga\b

[withdrawn]
retir desis cance : \b(?:retir\w*|desist\w*|cancel\w*)\b[^.;?]{0,40}\b(?:candidatura|processo|inscrição)\b|\bcandidatura\b[^.;?]{0,40}\b(?:retirad\w*|cancelad\w*)
pedid : \b(?:a seu pedido|conforme (?:solicitado|seu pedido|sua solicitação))\b

[update]
cance desma : \b(?:cancel\w*|desmarc\w*)\b[^.;?]{0,40}\b(?:entrevista|reunião)\b|\b(?:entrevista|reunião)\b[^.;?]{0,100}\b(?:cancelad|desmarcad)\w*
envia copia cópia docum certi : \b(?:poderia|pode|precisamos|falta)\b[^.;]{0,40}\b(?:enviar\w*|mandar\w*|anexar)?\b[^.;]{0,40}\b(?:cópia|documento\w*|certificado|referências)\b
análi andam : \b(?:em análise|em andamento|ainda (?:não|estamos)|continua\w* (?:ativ\w*|em))\b
demor atras : \b(?:demor\w*|atras\w*|mais tempo|prorrogad\w*|estendid\w*)\b
pacie : \bpaciência\b
statu estad : \b(?:status|estado)\b[^.;?]{0,40}\b(?:candidatura|mudou|atualizado|alterado)\b
docum refer : \b(?:documentos?|documentação|referências|certificados?|comprovante)\b[^.;?]{0,60}\b(?:enviar|faltando|precisamos|pendente\w*|anexar)\b|\b(?:enviar|envie|precisamos|falta\w*)\b[^.;?]{0,60}\b(?:documentos?|documentação|referências|certificados?)\b
visua : \b(?:visualizou|visualizad\w*|foi vista)\b
cance : \b(?:entrevista|reunião)\b[^.;?]{0,50}\b(?:cancelad\w*|desmarcad\w*)
andam : \bcontinua em andamento\b

[job]
candi : \b(?:candidatur\w*|candidat\w*)\b
vaga vagas cargo : \b(?:vagas?|cargo)\b
recru selet human : \b(?:processo seletivo|recrutamento|recursos humanos|rh|processo de seleção)\b
currí cv : \b(?:currículo|cv)\b

[nudge]
compl final incom rascu : \b(?:complet\w*|finaliz\w*|conclu\w*|incomplet\w*|rascunho)\b[^.;?]{0,60}\b(?:candidatura|inscrição)\b|\b(?:candidatura|inscrição)\b[^.;?]{0,60}\b(?:incompleta|rascunho|não foi (?:concluída|finalizada))\b
códig senha ative conta verif confi : \b(?:código de (?:verificação|confirmação)|senha|ative sua|confirme (?:seu|sua|o seu) (?:e-?mail|conta)|verifique seu|conta (?:foi )?criada)\b

[alert]
vagas ofert alert : \b(?:novas vagas|vagas (?:para você|recomendadas|que combinam|de emprego)|alerta de (?:vagas|emprego)|candidate-se|ofertas de emprego)\b

[cold]
perfi : \b(?:seu|teu) perfil\b[^.;]{0,20}\b(?:no|na|em) (?:linkedin|indeed|rede)\b
perfi : \b(?:seu perfil|o seu perfil|sua experiência)\b[^.;?]{0,60}\b(?:linkedin|interessante|chamou|atenção)\b
clien : \b(?:nosso cliente|cliente nosso|oportunidade)\b

[other]
crédi segur empré bolsa curso matrí alugu visto : \b(?:crédito|seguro|empréstimo|bolsa\w*|curso\w*|matrícula|aluguel|visto|universidade|mestrado|financiamento|cartão|vestibular)\b

[mass]
desco promo ofert : \b(?:desconto\w*|promoção|promoções|cupom|frete grátis|compre|\d+ ?%)\b
pedid encom entre : \b(?:pedido|encomenda|entrega|entregue|rastreio|rastreamento|devolução)\b
fatur pagam conta trans bolet : \b(?:fatura\w*|pagamento\w*|conta|transferência|saldo|boleto|assinatura|valor)\b
newsl : \b(?:newsletter|boletim|leia mais|saiba mais|notícias|blog)\b
login segur : \b(?:login|segurança|dispositivo|acesso)\b
reser voo hotel passa : \b(?:reserva|voo|hotel|passagem|viagem)\b
pesqu sorte prêmi ganha ganhe ganho loter : \b(?:pesquisa|sorteio|prêmio|ganh\w*|loteria)\b
"""
