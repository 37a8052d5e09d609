"""English phrases by what they say of an application; a line: the beginnings of words that must occur, then a pattern.

They are looked for in single sentences in lower case with straight quotes. A heading with a question mark is a hint only.
"""

from tools.mail.words.english_else import ELSE
from tools.mail.words.english_late import LATE

SIGNS = (
    r"""
[rejected]
addin hirin takin : \b(?:won't|will not|not) be (?:adding|taking on|hiring|recruiting)\b
consi : \bno longer under consideration\b
name forwa : \byour name (?:was|has) not (?:been )?(?:put forward|on|included|among)\b
offer : \b(?:made|extended|given) (?:an|the) offer to (?:another|a different|the other|someone|somebody)\b
pulle axed scrap : \b(?:role|position|job|opening|post|vacancy)\b[^.;]{0,20}\b(?:was|has been|got) (?:pulled|axed|scrapped|dropped)\b
neare close : \b(?:another|other) (?:applicant|candidate|person)s?'?s?\b[^.;]{0,40}\b(?:nearer|closer|ahead)\b
settl : \b(?:settled|decided|landed) on (?:someone|somebody|another|people|a candidate|others|one of)\b
fille : \bwe(?:'ve| have)? (?:just )?filled\b[^.;]{0,12}\b(?:the|this|that|our|it)\b[^.;]{0,40}(?:\b(?:job|role|position|post|vacancy|spot)\b|$)
forwa ahead furth : (?:\bnot\b|n't\b|\bunable\b|\bcannot\b|\bno longer\b|\bnever\b|\bagainst\b)[^.;]{0,45}\b(?:mov|proceed|progress|continu|advanc|tak|go|bring|carry|push)\w*[^.;]{0,60}\b(?:forward|ahead|further)\b
proce progr conti advan pursu consi : (?:\bnot to\b|\bto not\b|\bagainst\b|\bwill not\b|\bwon't\b|\bunable to\b|\bcannot\b|\bcan't\b|\bwould not\b|\bnot be\b|\bare not\b|\baren't\b|\bnot able to\b|\bnot in a position to\b|\bhave not\b|\bno longer\b)(?: be)?(?: able to)? ?(?:further )?(?:proceed|progress|continu|advanc|pursu|consider|under consid)\w*
decid decis chose elect opted deter : \b(?:decided|chosen|chose|elected|opted|determined|decision)\b[^.;]{0,30}\b(?:not to|to not|against)\b
gone going peopl somebo someb : \b(?:gone|going|go|went|moved|moving|proceeding|decided to go)\b (?:ahead |forward |on )?with (?:people|somebody|someone|others|colleagues|drivers|nurses|those|an external|one of|applicants|the other)\b
candi appli someo indiv other diffe anoth stron : \b(?:mov\w+|proceed\w*|go|going|gone|went|progress\w*|continu\w*|advanc\w*|work\w*|push\w*|hir\w+)\b[^.;]{0,30}\bwith (?:an?other|other|others|different|a different|more|candidates|applicants|someone|those|individuals|a candidate|an applicant|an internal|internal|the other|a few|a small)\b
pursu : \bpursu\w+ (?:other|another|different|a different|candidates|applicants|those|more|the other|alternative)\b
selec chose choos hired offer appoi : \b(?:select\w*|chose\w*|choos\w*|hired?|appointed|offered|accepted|picked|opted for|favou?red|given|extended)\b[^.;]{0,45}\b(?:another|a different|an internal|other|someone else|a stronger|a fellow) ?(?:candidate|applicant|person|individual|finalist)?
candi appli : \b(?:other|another|different) (?:\w+ ){0,3}(?:candidate|applicant|individual|profile|finalist)s?\b[^.;]{0,60}\b(?:closely|closer|better|stronger|suited|match\w*|fit\w*|aligned?|experience|qualifi\w+|meets?|selected|chosen|offered|accepted)\b
candi appli : \b(?:candidate|applicant|individual|profile|other)s?\b[^.;]{0,40}\b(?:whose|who)\b[^.;]{0,80}\b(?:closely|closer|better|stronger|more (?:aligned|suited|relevant|suitable|in line)|best)\b
fille close cance withd remov taken elimi no : \b(?:position|role|job|vacancy|opening|requisition|posting|opportunity|spots?|places?|it|internship|shifts?)\b[^.;]{0,50}\b(?:has|have|is|was|been|are|were|being)\b[^.;]{0,25}\b(?:filled|closed|cancell?ed|eliminated|no longer (?:available|open|accepting|active)|withdrawn|taken|removed)\b
hold : \b(?:put|putting|placed|placing|is|been)\b[^.;]{0,40}\b(?:position|role|job|search|hiring|opening|vacancy|requisition)\b[^.;]{0,15}\bon hold\b[^.;]{0,60}\b(?:indefinitely|re-?evaluat|reassess|until further)\w*
fille : \b(?:we have|we've|have now|has now)\b[^.;]{0,20}\bfilled\b
selec chose succe short retai appoi : (?:\bnot\b|n't\b)(?: (?:been|be|have been|get|was|were))?(?: \w+)?(?: \w+)? (?:selected|chosen|successful|shortlisted|short-listed|retained|appointed|picked|accepted)\b
exten offer : \b(?:won't|will not|not|unable to)\b[^.;]{0,20}\b(?:be )?(?:extend\w*|mak\w+)\b[^.;]{0,15}\boffer\b
decan favou prefe vote : \b(?:in favou?r of|preference (?:to|for)) (?:another|other|a different|someone)\b
unsuc : \bunsuccessful\b
fit match right align : (?:\bnot\b|n't\b)[^.;]{0,30}\b(?:fit|match|aligned?|suitable|the right)\b[^.;]{0,50}(?:\b(?:for|with|at|to|this|our|the|time|we|role|position|now|moment)\b|$)
regre : \b(?:we|i|it is with|with|sincerely|deeply)\b[^.;]{0,20}\bregret\w*\b
regre : \bregret(?:fully)?\b[^.;]{0,20}\b(?:inform|advise|tell|say|let|notify)\b
unfor sadly afrai sorry : (?!.{0,200}\b(?:reply to|respond to|answer|individual(?:ly)?|by phone|be undone|feedback|inconvenience)\b)\b(?:unfortunately|sadly|afraid|sorry)\b[^.;]{0,140}(?:\bnot\b|n't\b|\bunable\b|\bno longer\b|\bother (?:candidate|applicant)|\banother\b|\bfilled\b|\bclosed\b|\bdeclin|\bcannot\b|\bunsuccessful|\breject|\bpass(?:ed)? on\b|\bon hold\b)
unabl able posit : \b(?:unable|not able|not in a position) to\b[^.;]{0,20}\b(?:offer|progress|proceed|move|consider|accept|take|extend|place|provide you with|invite|match|hire|shortlist|continue|give)\b
consi : \bno longer\b[^.;]{0,20}\b(?:consider\w*|in the running|pursu\w+)
offer invit inter hirin takin : \b(?:not|won't|n't) (?:be )?(?:going to )?(?:offer\w*|extend\w*|invit\w*|interview\w*|hir\w+|tak\w+) (?:you|an offer|your)\b
skill profi exper backg quali requi needs : \b(?:skills?|profile|experience|background|qualifications?|cv|r[eé]sum[eé]|application)\b[^.;]{0,40}(?:\bnot\b|n't\b)[^.;]{0,25}\b(?:match|meet|align|fit|correspond|satisfy|suit)\w*
direc : \b(?:different|another|other) direction\b
reject decli : \b(?:your (?:application|candidacy|candidature|profile)|you)\b[^.;]{0,40}\b(?:has|have|was|were|been|is)\b[^.;]{0,20}\b(?:rejected|declined|turned down|not approved|disqualified)\b
reject decli : \b(?:have|had) to\b[^.;]{0,20}\b(?:decline|reject|turn down|pass on)\b[^.;]{0,20}\byour\b
pass : \b(?:decided|going|have|need) to pass\b(?! on (?:this|the|your) (?:message|details|cv|resume))
cut : \b(?:didn't|did not|not) make (?:it|the cut|the shortlist|it through|it to)
hirin hire freez pause : \b(?:hiring freeze|freez\w+ (?:all )?hiring|pausing (?:all )?(?:hiring|recruitment)|paused? (?:the )?(?:hiring|search|recruitment)|stopped hiring|not hiring|will not be (?:filling|hiring))\b
close : \b(?:clos(?:e|ed|ing))\b[^.;]{0,15}\b(?:your|the) (?:application|candidacy|file|candidature)\b
thoug while altho despi : \b(?:although|while|though|despite|whilst|even though|as much as)\b[^.;]{0,160}\b(?:not (?:be )?(?:selected|chosen|moving|proceeding|progressing|able|successful|continuing|the right)|other candidates|another candidate|didn't|has been filled|no longer)\b
end : \b(?:end|concluded?|conclusion|ended|ends|the road)\b[^.;]{0,25}\b(?:of )?(?:your|our|the) (?:application|process|candidacy|journey)\b[^.;]{0,40}\b(?:with us|here|at this|for this|today)\b
offer : \bno (?:offer|vacanc|position|opening|place|role)\w*\b[^.;]{0,40}\b(?:for you|at this time|to offer|suitable|available|match)\b
stron compe appli numbe : \b(?:very |extremely |particularly |unusually )?(?:strong|competitive|high|large|overwhelming)\b[^.;]{0,80}\b(?:on this occasion|this time|have not|not been|were not|will not|we cannot)\b
occas : \bnot\b[^.;]{0,60}\bon this occasion\b
again : \b(?:won't|will not|not) be (?:a )?(?:next step|further)\b
other anoth someo someb : \b(?:gone|going|went|go)\b[^.;]{0,10}\bwith\b[^.;]{0,15}\b(?:someone|somebody|another|other|the other)\b
given gave offer award : \b(?:gave|given|awarded)\b[^.;]{0,30}\b(?:job|role|position|post|spot|place|seat|shifts?|contract)\b[^.;]{0,15}\bto\b(?! (?:you|apply|join))
hired promo appoi : \b(?:hired|promoted|filled (?:it|the (?:role|job|position|post|vacancy))) (?:internally|from within|from inside|in-house)\b
short list among : (?:\bnot\b|n't\b)[^.;]{0,30}\b(?:(?:on|in|onto) (?:the|our|it|its)\b[^.;]{0,12}\b(?:short ?list|list)|among (?:them|those|the (?:names|people|candidates|applicants)))\b
short : \bshort ?list\b[^.;]{0,80}\bnot\b[^.;]{0,25}\b(?:included|on it|among)
stopp : \bstopping here\b
past beyon : \b(?:did|could|will) ?(?:not|n't) (?:get|move|progress|make it|go|advance|pass)\b[^.;]{0,30}\b(?:past|beyond)\b
withou : \bclosed (?:the|this) (?:search|position|requisition|vacancy)\b[^.;]{0,60}\bwithout\b
calle invit : \b(?:will|can|be|are|were)\b[^.;]{0,12}\bnot\b[^.;]{0,12}\b(?:called|invited|asked) (?:to|for)\b
score : \bothers?\b[^.;]{0,80}\bscored (?:more|higher|better)\b
short level bar stand score mark thres minim : \b(?:fall\w*|fell) short of\b|\bnot (?:reach|meet|met)\w*\b[^.;]{0,20}\b(?:the|our) (?:\w+ )?(?:standard|level|bar|threshold|minimum|score|mark)\b
gone cover taken : \b(?:jobs?|shifts?|hours|places?|spots?)\b[^.;]{0,12}\b(?:are|is) (?:all |now )?(?:gone|covered|taken)\b
any left : \bno (?:\w+ ){0,3}(?:job|work|hours|shifts?|opening)\b[^.;]{0,10}\b(?:any ?more|left|now)\b
picke chose prefe : \b(?:picked|chose|chosen|preferred)\b[^.;]{0,12}\b(?:another|a different|someone|somebody|the other)\b
accep : \b(?:offered to|accepted by)\b[^.;]{0,25}\b(?:someone|somebody|another|a different)\b
selec dispo : \b(?:status|disposition)\b[^.;]{0,40}\bnot selected\b
unabl not : \b(?:unable|not able) to (?:select|choose|shortlist) you\b
final concl : \bfound (?:a|our) finalist\b|\bconclud(?:ed|ing) (?:our|the|this) search\b
accep : \bno longer (?:accepting|considering) (?:\w+ )?(?:candidates|applicants|applications)\b
progr furth furthe : (?:n't|\bnot)\b[^.;]{0,12}\b(?:progressing|going|taking (?:it|your application)) (?:any )?further\b

[rejected?]
luck wish succe best : \b(?:wish|wishing|best of luck|good luck|every success|all the best|best wishes)\b[^.;]{0,70}\b(?:search|endeavou?rs?|future|career|pursuits|job hunt|next (?:step|role|challenge)|finding)\b
file datab recor pool : \b(?:keep|retain|hold|kept|save|store)\w*\b[^.;]{0,40}\b(?:resume|cv|details|application|profile|information|résumé|data)\b[^.;]{0,30}\b(?:on file|in our|database|records|active|talent)\b
futur other again encou : \b(?:encourage|invite|welcome|hope|urge|feel free|please)\b[^.;]{0,40}\b(?:apply|re-?apply|check back|consider us|consider other|keep an eye|watch)\b[^.;]{0,60}\b(?:future|other|again|openings?|roles?|positions?|opportunit\w+|careers?)\b
diffi tough hard : \b(?:difficult|tough|hard|not an easy|not easy|close) (?:decision|choice|call)s?\b
disap news : \b(?:disappoint\w+|not the (?:news|outcome|answer|response|result)|hoped? for better|hard to hear|bad news)\b
compe numbe volum many : \b(?:high|large|great|overwhelming|unprecedented|many|significant|exceptional\w*)\b[^.;]{0,30}\b(?:number|volume|amount|calib\w+|quality|qualified|strong|talented|applications|response)\b
feedb : \b(?:unable|cannot|not able|can't)\b[^.;]{0,30}\b(?:individual|personal|detailed|specific)\w* feedback\b
futur : \b(?:future (?:openings?|opportunit\w+|roles?|positions?|vacanc\w+)|cross paths|stay in touch|stay connected)\b
after caref : \bafter (?:careful|much|thorough|due|thoughtful|close|full|further|a careful|a thorough|long)\b[^.;]{0,40}\b(?:consideration|review|deliberation|evaluation|thought|assessment|discussion)
impre : \b(?:although|while|though|however)\b[^.;]{0,60}\b(?:impress\w+|qualifications|strong|enjoyed|appreciate)\b

[applied]
recei : \b(?:we|i|have|has|team|successfully|been|was|safely|is|now|just|'ve|confirm\w*)\b[^.;?]{0,30}\breceived\b[^.;?]{0,40}\b(?:your|the)\b[^.;?]{0,40}\b(?:application|resume|résumé|cv|submission|candidacy|profile|interest)\b
appli submi resum candi : \b(?:your|the) (?:\w+ ){0,4}(?:application|resume|résumé|cv|submission|candidacy)\b[^.;?]{0,120}\b(?:has|have|was|is|been)\b[^.;?]{0,25}\b(?:received|submitted|sent|arrived|recorded|registered|delivered|entered|complete|completed|forwarded|with us|safely)\b
apply appli submi sendi : \b(?:thank you|thanks|thank-you|many thanks|we appreciate you|glad you|great that you|appreciate you)\b[^.;?]{0,45}\b(?:applying|applied|application|submitting|your application|sending (?:us )?your|submission)\b
confi : \b(?:confirm\w*|acknowledg\w*)\b[^.;?]{0,40}\b(?:receipt|received|submission|application)\b
appli : \byour application (?:was|has been|is) (?:sent|submitted|received|complete|in|on its way)\b
appli : \b(?:application|submission) (?:received|submitted|confirmation|confirmed|complete|acknowledge?ment|sent|successful)\b
revie look looki read evalu asses consi : \b(?:we|team|recruiters?|someone|manager|department|staff|it|will|be|being|application|person)\b[^.;?]{0,45}\b(?:will|to|shall|going to|(?:are|is) (?:now|currently)?)\b ?[^.;?]{0,25}\b(?:(?<!under )review(?:ed|ing)?|look\w* (?:at|over|through)|evaluat\w+|assess(?:ed|ing)?|consider(?:ed|ing)?|read)\b[^.;?]{0,50}\b(?:application|resume|résumé|cv|submission|qualifications|credentials|profile|background|information|experience|it|details)\b
succe : \b(?:you have|you've|you)\b[^.;?]{0,20}\bsuccessfully (?:applied|submitted|completed your application|sent)\b
appli : ^you(?:'ve| have)? (?:just )?applied (?:to|for|at)\b
appli : \byou recently applied\b[^.;]{0,80}\b(?:received|review|touch|thank)
got recei : \b(?:got|have) your (?:cv|resume|application|papers|details)\b(?![^.;]{0,30}\b(?:viewed|online)\b)
reach lande arriv : \b(?:application|form|cv|resume|papers|documents)\b[^.;]{0,20}\b(?:has |have )?(?:reached|arrived|landed)\b
compl submi : \bcompleted your submission\b
ackno : \backnowledge with thanks\b

[applied?]
touch conta reach hear back : \b(?:we|you|recruiter|team|someone)\b[^.;?]{0,30}\b(?:will|'ll|may|shall)\b[^.;?]{0,35}\b(?:in touch|contact you|reach out|hear from|be contacted|get back)\b
inter : \b(?:thank you|thanks) (?:again )?(?:so much |very much )?for (?:your|the|showing|expressing|taking)\b[^.;?]{0,40}\binterest\b
match meet quali suita selec short fit inter align : \bif\b[^.;?]{0,70}\b(?:match|meet|fit|qualif\w+|suitable|selected|shortlisted|interest\w*|align)\b
statu check track : \b(?:check|track|view|follow|monitor|see)\b[^.;?]{0,30}\b(?:status|progress)\b[^.;?]{0,30}\b(?:application|submission|candidacy|account|portal)?
delig thril pleas excit glad happy honou honor : \b(?:delighted|thrilled|pleased|excited|glad|happy|honou?red)\b[^.;?]{0,50}\b(?:consider\w*|interest\w*|join\w*|part of)\b

[interview]
inter : \b(?:like|love|want|pleased|happy) to interview you\b
atten : \battend an interview\b
call chat talk : \bwhen (?:could|can|would) you (?:do|have|make|take|jump on)\b[^.;]{0,40}\b(?:call|chat|talk)\b
fancy comin come : \b(?:fancy|feel like|up for|how about) (?:coming|stopping|popping|dropping|a chat|meeting)\b
panel inter : \byour (?:panel|interview|call)\b[^.;]{0,60}\b(?:is set|is booked|is fixed|is on|takes place)\b
grab pick book spot : \b(?:grab|pick|book|choose) (?:a|your) (?:spot|slot|time)\b
pleas delig happy glad : \b(?:pleased|delighted|happy|glad|like) to (?:see|meet|welcome) you (?:on|at|for|in)\b
stop drop swing pop : \b(?:can|could|would|will) you\b[^.;]{0,10}\b(?:stop|drop|swing|pop)\b[^.;]{0,80}\b(?:talk|chat|interview|meet)\b
free avail : \b(?:are|would|will) you\b[^.;]{0,6}\b(?:be )?(?:free|available)\b[^.;]{0,30}\b(?:call|chat|interview|conversation|talk|meeting)\b
inter conve chat call meet meeti talk zoom teams : \b(?:like|love|happy|pleased|delighted|excited|want\w*|glad|thrilled|keen)\b[^.;?]{0,30}\bto\b[^.;?]{0,20}\b(?:invite|schedule|arrange|set up|organi[sz]e|book|move|meet|interview|have)\b[^.;?]{0,60}\b(?:interview|you|conversation|chat|call|with)\b[^.;?]{0,100}\b(?:interview|conversation|chat|call|meeting|meet|talk|zoom|teams)\b
inter : \b(?:invit\w+|scheduled?|selected|shortlisted|chosen|move\w* (?:on|forward)|advanc\w+|progress\w*|proceed|book\w*|arranged?|confirm\w*)\b[^.;?]{0,60}\b(?:for|to|your|an?|the|with)\b[^.;?]{0,45}\binterview\w*\b
inter : \binterview(?!s\b)\w*\b[^.;?]{0,40}\b(?:scheduled|confirm\w*|is set|booked|arranged|has been set|will take place|will be held|invitation|rescheduled|reminder|moved|details|tomorrow|is on)\b
inter : \b(?:invitation|invite|reminder|confirmation|schedule|availability|details)\b[^.;?]{0,20}\b(?:to|for|of|your|:|-)\b[^.;?]{0,25}\binterview\b
avail times slots free : \b(?:what|share|send|let us know|let me know|provide|please|when|tell|give|reply|confirm)\b[^.;]{0,45}\b(?:availability|available|times? (?:that )?(?:work|suit)s?|time slots?|free)\b[^.;]{0,110}\b(?:call|interview|chat|conversation|speak|meet|talk|week|days|screen\w*|connect|discuss\w*|slots?)\b
sched selec book choos pick : \b(?:schedule|select|book|choose|pick|find)\b[^.;]{0,25}\b(?:a|your|an|the|some)\b[^.;]{0,15}\b(?:time|slot|interview|call|date|appointment|meeting|chat)\b[^.;]{0,100}\b(?:interview|call|link|calendar|below|here|works|conversation|chat|suits?|recruiter|team|calendly|speak|manager)\b
phone video scree initi intro techn onsit final telep zoom secon virtu panel third : \b(?:phone|video|screening|introductory|intro|initial|technical|onsite|on-site|final|first|second|third|virtual|panel|telephone|in-person|zoom|teams)[ -](?:round )?(?:screen\w*|interview|call|conversation|chat|round|meeting)\b[^.;?]{0,80}\b(?:with|on|at|invite|scheduled?|next|would|confirm|book|link|take place|monday|tuesday|wednesday|thursday|friday|tomorrow|minutes?)\b
like love : \b(?:we|i)(?:'d|'ll)?\b[^.;?]{0,12}\b(?:like|love|want\w*)\b[^.;?]{0,8}\bto\b[^.;?]{0,25}\b(?:speak|talk|chat|meet|connect|get to know|learn more|have a (?:quick |short |brief )?(?:call|chat|conversation)|hear|discuss|invite you (?:to|for|in)|start with|bring you in|see you)\b
come : \b(?:can|could|would|will) you\b[^.;]{0,30}\bcome\b[^.;]{0,90}\b(?:meet|interview|talk|chat|office|see|trial|monday|tuesday|wednesday|thursday|friday)\b
got half video : \b(?:got|have|do you have|spare)\b[^.;]{0,20}\b(?:half an hour|\d+ minutes|some time|time|a moment)\b[^.;]{0,40}\b(?:chat|call|talk|meet|speak)\b
come : \b(?:come in|stop by|visit us|drop by|come by)\b[^.;?]{0,60}\b(?:interview|meet|trial|chat|talk|conversation|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b
trial : (?!.{0,200}\b(?:thank|thanks|appreciate|enjoyed|liked)\b)\b(?:trial (?:shift|day)|working interview|work trial|tryout|audition)\b
meet : \blooking forward to (?:meeting|speaking|talking|seeing|chatting|our (?:call|conversation|interview|chat|meeting))\b
join : \b(?:join|dial)\b[^.;]{0,30}\b(?:zoom|google meet|teams|video call|meeting|interview)\b
next secon final third follo last : \b(?:moving|move|advance|advanced|progressed|through|proceed|made it|advancing|selected|invite\w*)\b[^.;?]{0,30}\b(?:to|for) (?:the |our )?(?:next|second|final|third|following|first|last) (?:round|stage|step|phase|interview)
resch : \b(?:reschedul\w+|new time|postpone\w*|moved to|push(?:ed)? back|different time)\b[^.;]{0,60}\b(?:interview|call|conversation|meeting|chat)\b
resch : \b(?:interview|call|conversation|meeting|chat)\b[^.;]{0,60}\b(?:reschedul\w+|new time|postpone\w*|(?:has been |was )?moved to|push(?:ed)? back|different time)\b
short : \byou have been shortlisted for\b
hear : \b(?:like|love) to hear more\b
confi : \byour (?:on-?site|phone|video|virtual) (?:interview|visit)\b[^.;]{0,20}\bconfirmed\b
invit conve chat call : \binvite you (?:to|for)\b[^.;]{0,40}\b(?:conversation|chat|call|meeting|meet|visit|talk)\b

[interview?]
inter : \binterview\w*\b
avail free : \b(?:are you|your) (?:free|available|availability)\b
meet zoom teams calen : \b(?:zoom\.us|meet\.google|teams\.microsoft|calendly|meeting id|dial-in|google meet)\b
impre : \b(?:impressed (?:by|with)|stood out|caught our (?:eye|attention)|liked what we)\b

[assessment]
codil hacke codes testg solve : \b(?:solve|invit\w+|take|complete)\b[^.;]{0,40}\b(?:codility|hackerrank|codesignal|testgorilla|coderbyte)\b
task scene sampl piece : \b(?:like|want|ask|need) you to (?:write|draw|build|design|translate|record|prepare|solve)\b
tests test : \b(?:sit|take|do|complete)\b[^.;]{0,30}\b(?:tests?|exams?)\b[^.;]{0,40}\b(?:for|until|by|before|vacancy|role|position|job)\b
asses : \b(?:complet\w*|invit\w*|take|taking|finish|start|begin|submit|next step|reminder|due|expires?|link|access|asked?|sit|undertake|required?)\b[^.;?]{0,70}\b(?:assessments?|skills? tests?|aptitude tests?|personality tests?|psychometric)\b(?! (?:of|phase|stage|process|period|results?|was|has|is being)\b)
asses : \b(?:online|coding|technical|skills?|written|cognitive|personality|video|behaviou?ral|typing|language|situational|game-based|aptitude)[ -](?:assessments?|tests?|challenges?|evaluations?|exercises?|questionnaires?)\b[^.;?]{0,90}\b(?:complet\w*|invit\w*|link|within|days|hours|deadline|by|below|minutes|next|start|take|expires?|due|submit)\b
codin hacke codil codes testg take- take home : \b(?:coding (?:challenge|test|exercise|task)|hackerrank|codility|codesignal|testgorilla|take[- ]home|home (?:assignment|exercise|task)|technical (?:test|task|exercise|challenge|assignment))\b[^.;?]{0,120}\b(?:complet\w*|invit\w*|link|within|days|hours|deadline|by|below|next|start|take|due|submit\w*|send|role|position|attached|please)\b
invit : \binvit\w+\b[^.;?]{0,60}\b(?:to (?:take|complete|do|sit|start)|for)\b[^.;?]{0,50}\b(?:test|challenge|assessment|exercise|assignment|quiz|task|case study|questionnaire|simulation|hackerrank|codility)\b
take home codin techn writt onlin skill : \b(?:ask\w*|do|complete|have|send|try|next)\b[^.;?]{0,60}\b(?:take-home|coding|technical|written|online|skills?|practical) (?:exercise|test|task|assignment|challenge|assessment)\b
assig task case : \b(?:your|the|an?|this|our)\b[^.;?]{0,20}\b(?:assignment|case study|work sample|test task|sample project|test project)\b[^.;?]{0,100}\b(?:complet\w*|due|submit\w*|within|deadline|by|attached|send|return|days|hours|instructions)\b
test chall asses exerc assig quiz case quest hirev one- video digit : \b(?:complete|take|finish|start|do|return|submit)\b[^.;?]{0,20}\b(?:the|this|your|our|a|an)\b[^.;?]{0,30}\b(?:test|challenge|assessment|exercise|assignment|quiz|case study|questionnaire|hirevue|one-way|pre-recorded|on-demand|video interview|digital interview)\b
video : \b(?:one-way|pre-?recorded|on-?demand|asynchronous|self-recorded)[ -](?:video )?(?:interview|assessment|screening)\b
hirev : \b(?:hirevue|spark hire|willo|sparkhire|pymetrics|plum|predictive index|wonderlic)\b
quest : \b(?:pre-?screening|screening|application) (?:questionnaire|questions)\b[^.;?]{0,70}\b(?:complete|answer|fill|return|within|link)\b
exerc test tests task : (?!.{0,200}\b(?:thank|received|arrived|results?|grade)\b)\b(?:aptitude|proofreading|typing|sql|logic|reasoning|personality|programming|writing|translation|skills) (?:test|exercise|task|challenge|questionnaire)s?\b
take take- : (?!.{0,200}\b(?:thank|received|arrived|results?|grade)\b)\b(?:here's|here is|attached|our|the)\b[^.;]{0,15}\btake-home\b
exerc task : \b(?:ask|like|want)\b[^.;]{0,25}\byou to (?:do|complete|prepare)\b[^.;]{0,25}\b(?:exercise|task|lesson plan|presentation|case)\b
surve asses : \bcomplete\b[^.;]{0,60}\b(?:work style|behaviou?ral|predictive index) (?:survey|assessment|profile)\b

[job]
appli : \b(?:your|the|job|this) (?:job )?(?:application|candidacy|candidature)\b
posit role job vacan requi inter opening openi post posts : \b(?:position|role|vacancy|job opening|opening|requisition|internship|post)\b
hirin recru talen human peopl caree hr : \b(?:hiring (?:team|manager|process|department|decision)|recruit(?:er|ing|ment)(?: team)?|talent (?:acquisition|team)|human resources|hr (?:team|department|manager)|people team|careers team)\b
candi appli final : \b(?:candidates?|applicants?|finalists?)\b
resum cv : \b(?:resume|résumé|cv|curriculum)\b

compe salar offer : \b(?:compensation package|base salary|offer letter|employment contract|employment agreement|notice period)\b
"""
    + LATE
    + ELSE
)
