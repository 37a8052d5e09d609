"""English phrases of what comes late or between: offers, withdrawals, updates; form as in `english.py`."""

LATE = r"""
[offer]
love like want : \b(?:love|like|want|thrilled|happy) for you to join\b
contr agree : \b(?:contract|agreement)\b[^.;]{0,60}\b(?:sign|hours|shift|first day|an hour)\b
want : \bwants? you (?:as|to be) (?:our|the|a)\b
offer confi exten : \b(?:pleased|delighted|happy|excited|thrilled|glad|pleasure|honou?red|like|love|want)\b[^.;?]{0,40}\b(?:to|in)\b[^.;?]{0,25}\b(?:offer(?:ing)?|extend(?:ing)?|make|making|present(?:ing)?|confirm)\b[^.;?]{0,40}\b(?:you|an? (?:\w+ )?offer|position|role|job|employment|offer)\b
offer : \b(?:your|the|an?|formal|written|attached|enclosed|official|verbal|our|this)\b[^.;?]{0,15}\b(?:offer letter|job offer|employment offer|offer of employment|employment contract|offer package|contract of employment|letter of offer|conditional offer|offer of a place)\b
offer : \boffer (?:letter|of employment|details|package|expires|documents|is valid|is attached|stands)\b
offer : \b(?:we|i)\b[^.;?]{0,20}\b(?:are|am|'re|'m|would like to|have decided to|want to|can)\b[^.;?]{0,10}\b(?:offer(?:ing)?) you\b
congr : \bcongratulations\b[^.;?]{0,80}\b(?:offer|selected for the (?:position|role|job)|you got the|hired|welcome to the team|been chosen for the|join(?:ing)? (?:us|our|the team))\b
welco : \bwelcome (?:to the team|aboard|on board|to the family)\b
start : \b(?:start(?:ing)? date|first day|start work|onboarding)\b[^.;?]{0,60}\b(?:will be|is|of|on|confirm|agreed|january|february|march|april|may|june|july|august|september|october|november|december|salary)\b
salar compe : \b(?:starting|base|annual|gross|monthly|hourly) (?:salary|pay|compensation|wage|rate)\b[^.;?]{0,40}\b(?:of|will be|is|:)\b
sign accep : \b(?:sign|signed|accept|countersign|return)\b[^.;?]{0,40}\b(?:the |your |this |our )?(?:offer|contract|offer letter|agreement)\b
got : \byou(?:'ve| have)? got the (?:job|position|role)\b
contr agree : \b(?:contract|employment agreement)\b[^.;?]{0,20}\b(?:is |are )?(?:attached|enclosed|ready|below)\b
job : \bthe job is yours\b
offer : \b(?:conditional|unconditional|formal|verbal) (?:job )?offer\b
like want : (?:\bwould|\b\w+'d|\bwant) ?(?:like )?you to (?:join|start|come and work|work with|be part)\b
yours : \b(?:job|position|role|post)(?:'s| is) yours\b
offer : \b(?:review|respond to|sign|accept|view)\b[^.;]{0,20}\byour (?:job )?offer\b(?! to)
offer : \byour offer (?:for|is ready|as)\b
offer : \b(?:the|a|our|your) written offer\b|\bfollowing offer of employment\b
take : \btake up the post\b
exten : \b(?:we|i)\b[^.;?]{0,12}\bextending\b[^.;?]{0,12}\boffer\b
agree : \b(?:engagement|employment) agreement\b[^.;?]{0,40}\b(?:sign|signed|review|attached)

[offer?]
offer : \b(?:job|our|your|the|an|formal) offer\b
congr : \bcongratulations\b
pleas delig : \b(?:pleased|delighted|thrilled) to\b

[withdrawn]
accep taken chose : \b(?:telling|letting|informing) us\b[^.;]{0,40}\byou(?:'ve| have) (?:accepted|taken|chosen) another\b
pulli pull dropp bowin steppi : \b(?:telling|letting|informing) us\b[^.;]{0,40}\b(?:pull(?:ing)?|dropp?(?:ing)?|bow(?:ing)?|step(?:ping)?) out\b
withd : \b(?:your|the|have|has|been|you|successfully|'ve|was|were)\b[^.;?]{0,60}\bwithdr(?:awn|ew|awal|awing)\b
withd : \bwithdr(?:awn?|ew|awal|awing)\b[^.;?]{0,50}\b(?:your|my|application|candidacy|from|consideration|process|yourself|confirm\w*)\b
withd : \b(?:i|we)\b[^.;?]{0,60}\bwithdraw\b
remov : \b(?:removed|remove)\b[^.;?]{0,20}\b(?:you|your application|me|my application|your candidacy)\b[^.;?]{0,40}\bfrom (?:consideration|the (?:process|pool|running))\b
reque : \b(?:at|per|as per|following|upon|by) your (?:own )?request\b[^.;?]{0,60}\b(?:application|candidacy|process|profile|consideration)\b
cance : \byou(?:'ve| have)? (?:cancell?ed|retracted|recalled) your (?:application|candidacy)\b
sorry under respe : \b(?:sorry|understand|respect|appreciate|thank you|thanks|sad|noted)\b[^.;?]{0,50}\b(?:your decision|letting us know|you(?:'ve| have)? decided|you are no longer|you're no longer|you have chosen)\b[^.;?]{0,60}\b(?:withdraw|not to (?:continue|proceed|pursue)|no longer|not to move|other opportunit|another (?:offer|opportunity|position)|interested)\b
no : \byou(?:'re| are) no longer interested\b
off out : \b(?:taken|took|take)\b[^.;]{0,10}\b(?:your name|you)\b[^.;]{0,5}\b(?:off (?:the|our) list|out of the running)\b
withd : \bwithdrawn from consideration\b

[update]
backg finge : \b(?:start|begin|run|initiate|complete)\b[^.;]{0,30}\b(?:background check|fingerprint\w*)\b
inter : \binterviews (?:will|are going to|start|begin|are planned|have not)\b
activ stays remai : \b(?:application|candidacy)\b[^.;]{0,12}\b(?:stays|remains) (?:active|open|on file for this)\b
sign appro : \b(?:has|have|needs?) to (?:sign (?:it )?off|approve)\b
feedb : \bfeedback\b[^.;]{0,30}\b(?:is|has come|came) in\b
missi : ^(?:re: )?(?:documents?|papers?|information) missing\b
missi miss scan : \b(?:still|are|is)\b[^.;]{0,12}\bmiss(?:ing)?\b[^.;]{0,30}\b(?:scan|copy|documents?|passport|certificates?|proof|form|licen[cs]e)\b
looke : \blooked at your (?:application|resume|cv|profile)\b(?! and)
refer check : \b(?:references?|checks?)\b[^.;]{0,25}\b(?:came back|are back|are in|have come|arrived)\b
closi deadl : \b(?:closing date|deadline)\b[^.;]{0,25}\b(?:moved|extended|changed|pushed)\b
poste loop : \b(?:keep|keeping) you (?:posted|updated|in the loop|informed)\b
decis : \bdecision\b[^.;]{0,60}\b(?:takes?|needs?|comes?)\b[^.;]{0,25}\b(?:another|longer|more|next|later)\b
asses test resul submi assig : \b(?:received|reviewing|review|evaluating|evaluat\w+|thank you for (?:completing|submitting|taking)|thanks for (?:completing|submitting|taking))\b[^.;?]{0,40}\b(?:your|the)\b[^.;?]{0,25}\b(?:assessment|test|results?|assignment|exercise|challenge|references|documents)\b
asses evalu selec : \b(?:assessments?|evaluations?|selection|screening|shortlisting) (?:of (?:the |all |your )?(?:applications?|candidates?|applicants?|profiles?|documents)|phase|stage|process|period|committee)\b
under revie consi proce progr short evalu pendi : \b(?:still|currently|remains?|is|now|being|continu\w+|are)\b[^.;?]{0,25}\b(?:under review|in review|being (?:reviewed|considered|evaluated|processed)|in (?:process|progress)|reviewing|under consideration|with the hiring|shortlisting|evaluating|pending)\b
updat : \b(?:update|updates|updating|status|heads[- ]up)\b[^.;?]{0,20}\b(?:on|regarding|about|to|of|for)\b[^.;?]{0,25}\b(?:your|the)\b[^.;?]{0,25}\b(?:application|candidacy|status|process|timeline|recruitment|hiring|interview)\b
delay longe exten : \b(?:delay\w*|longer than|extended|postponed|taking (?:a (?:bit|little|while)|some|more|longer)|pushed back|behind schedule|running late|slower)\b[^.;?]{0,80}\b(?:process|decision|review|application|timeline|hiring|expected|anticipated|position|role|recruitment|selection|usual|planned|time|soon)\b
appli recru hirin decis proce selec timel : \b(?:process|decision|review|timeline|recruitment|selection|hiring|application)\b[^.;?]{0,60}\b(?:delay\w*|longer than|extended|postponed|taking longer|paused|on hold|resumes\b|will resume)\b
viewe : \byour (?:application|resume|cv|profile)\b[^.;]{0,80}\b(?:was|has been) (?:viewed|opened|downloaded|read|forwarded|passed|shared)\b
statu : \b(?:status|stage)\b[^.;?]{0,50}\b(?:has )?(?:changed|updated|moved|been updated|is now|to:?)\b
refer backg : \b(?:reference check|references|background check|right to work|drug (?:test|screen)|proof of|criminal record|dbs check|work authori[sz]ation|copies? of|certificates?|licen[cs]e|transcripts?)\b[^.;?]{0,110}\b(?:provide|send|upload|submit|contact|complete|need|require\w*|form|initiat\w*|names|proceed|missing|still)\b
refer docum certi trans copy copie proof backg : \b(?:provide|send|upload|submit|need|require|missing|share)\b[^.;?]{0,60}\b(?:references|referees|background check|documents?|certificates?|transcripts?|copy of your|proof of)\b
patie : \b(?:appreciate|thank you for|thanks for|ask for)\b[^.;?]{0,20}\b(?:your )?patience\b
not : \b(?:haven't|have not|not yet|yet to)\b[^.;?]{0,25}\b(?:made a|reached a|finali[sz]ed|decid\w+|forgotten)\b
decis : \b(?:make|making|reach|have|expect|hope|aim|anticipate)\b[^.;?]{0,25}\b(?:a |our |the |final )?decision\b[^.;?]{0,40}\b(?:by|next week|this week|within|soon|end of|shortly|in the (?:next|coming))\b
still : \bstill (?:interested|reviewing|waiting|interviewing|in the running|considering|on our radar|working)\b
reope : \b(?:position|role|posting|vacancy)\b[^.;?]{0,30}\b(?:reopened|re-opened|re-posted|updated)\b
hold : \bon hold\b
short forwa passe refer recom longl : \b(?:you have been|your application has been|you've been|been) (?:shortlisted|short-listed|forwarded|passed|referred|recommended|longlisted)\b
cance calle : \b(?:interview|call|meeting|appointment)\b[^.;?]{0,100}\b(?:cancell?ed|called off)\b
cance call : \b(?:cancel\w*|call off)\b[^.;?]{0,40}\b(?:interview|call|meeting|appointment)\b
viewe opene downl read : \b(?:opened|viewed|downloaded|read) your (?:application|resume|cv)\b
slip : \b(?:decision|answer|start)\b[^.;]{0,60}\bslips?\b
pictu runni consi : \bstill (?:very much )?(?:in the (?:picture|running|mix)|being considered|under consideration)\b
refer : \b(?:couldn't|could not|unable to|can't) (?:reach|contact|get hold of)\b[^.;]{0,25}\b(?:references?|referees?)\b
call calle : \bcall(?:ed|ing)? off\b[^.;]{0,40}\b(?:interview|call|meeting|appointment)\b
check : \b(?:background|reference|dbs|disclosure|criminal record)\b[^.;]{0,40}\bchecks?\b[^.;]{0,40}\b(?:has|have|is|are|was) (?:been )?(?:started|begun|initiated|pending|under way)\b
stand : \byour application (?:still )?stands\b
infor detai : \b(?:need|require|request|share|provide|send)\w*\b[^.;]{0,25}\b(?:additional|further|more|missing|some more|a bit more|a little more)\b[^.;]{0,15}\b(?:information|details?|documents?)\b[^.;]{0,60}\b(?:application|proceed|continue|about|process|candidacy|your)\b
infor : ^(?:re: |fwd: )?(?:additional|further|more|missing) information (?:is )?(?:needed|required|requested)\b
remin consi : \b(?:in order )?for your application to be (?:considered|processed|complete)\b[^.;]{0,60}\b(?:need|must|please|complete|have) to\b
clari respo answe : \b(?:responses?|answers?|results?)\b[^.;]{0,40}\b(?:have|has) been received\b[^.;]{0,60}\b(?:considered|reviewed|evaluated)\b
compl : \byou(?:'ve| have) (?:successfully )?(?:completed|finished|submitted)\b[^.;]{0,40}\b(?:assessments?|tests?|interview|challenge|assignment)\b
activ : \bstill an? (?:active )?(?:candidate|applicant)\b
delib : \bin (?:the )?(?:deliberation|screening|shortlisting) (?:stage|phase|process)\b
moved stage : \bapplication\b[^.;]{0,20}\b(?:has )?(?:been )?moved to\b[^.;]{0,40}\bstage\b
check follo : \b(?:just |quick )?(?:checking in|following up)\b[^.;]{0,30}\b(?:our|your) (?:conversation|interview|call|meeting|chat|application)\b
next : \bshould have (?:next steps|news|an answer|more)\b[^.;]{0,60}\b(?:soon|shortly|week|days)\b
reach updat : \b(?:reach out|write|get in touch|wanted to)\b[^.;]{0,25}\b(?:with|share|give you) an? (?:quick |short |brief )?update on\b
viewe : \b(?:has )?viewed your application\b|\bapplication was viewed by\b

"""
