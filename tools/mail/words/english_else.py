"""English phrases by which other mails are told from news of an application; form as in `english.py`."""

ELSE = r"""
[nudge]
incom finis compl conti unfin draft left almos start : \b(?:incomplete|unfinished|finish|complete|continue|resume|almost|draft|left off|not (?:yet )?(?:submitted|complete\w*|finished)|haven't (?:finished|completed|submitted)|started|saved|abandon\w*|pick up where)\b[^.;?]{0,50}\b(?:your|an?|the|this|job)?\b[^.;?]{0,20}\bapplications?\b
appli : \bapplications?\b[^.;?]{0,60}\b(?:incomplete|unfinished|not (?:yet )?(?:been )?(?:submitted|complete\w*|finished)|saved as (?:a )?draft|is waiting|almost (?:done|complete|finished)|remains? (?:open|incomplete)|expire\w*|one step)\b
step : \bone (?:more|last|final) step\b
verif code passc passw : \b(?:verification code|one-time|passcode|confirm your (?:email|identity|account|address)|verify your (?:email|account|identity|address)|activate your account|reset your password|set your password|security code|log ?in code|create (?:a|your) password)\b
accou : \b(?:account|profile) (?:has been|was|is)\b[^.;?]{0,15}\b(?:created|activated|set up|registered|verified|updated|complete|ready)\b

[alert]
appli : \b(?:apply now|apply today|apply here|easy apply|quick apply|apply →|click to apply|apply by|apply before|view job|view jobs|see (?:all )?jobs|view details)\b
match : \b(?:jobs?|positions?|roles?|opportunit\w+)\b[^.;?]{0,40}\b(?:match\w*|for you|recommended|you may (?:be interested|like)|you might (?:be interested|like)|based on your|near you|in your area|suited to|tailored)\b
job : \b(?:job alerts?|new jobs?|jobs? (?:like|similar|posted|near|for)|saved search|recommended jobs?|job recommendations?|more jobs|top jobs|daily digest|weekly digest|actively (?:recruiting|hiring)|urgently hiring|hiring near)\b
commu : \b(?:talent (?:community|network|pool)|join our (?:talent|team)|we(?:'re| are) (?:now |currently |actively )?hiring|open (?:positions|roles|house|day)|career fair|job fair|hiring event|webinar|info session|information session|meet our team|know someone|refer a friend)\b

[cold]
found : \bfound (?:a|an|this|another) (?:\w+ ){0,2}(?:job|role|position|opportunity|opening)\b
profi : \byour (?:linkedin |xing |indeed )profile\b|\byour profile on (?:linkedin|xing|github|indeed)\b
came reach profi : \b(?:came across|found|saw|noticed|reviewed|looking at|viewed|impressed by|stumbled (?:up)?on|reaching out|reach out|contacting you|writing to you)\b[^.;]{0,60}\b(?:your (?:profile|resume|cv|background|experience|linkedin|github|work|portfolio)|because|about (?:an?|our|this) (?:\w+ ){0,3}(?:opportunity|role|position|opening)|to see if|regarding an? (?:\w+ )?(?:opportunity|opening)|from)\b
inter open : \b(?:if (?:you(?:'re| are)? )?interested|would you be (?:interested|open)|are you (?:interested|open|looking)|open to (?:a|an|new|exploring|discussing|hearing)|let me know if (?:you(?:'re|'d)|this|you would|interested)|interested\?|worth a (?:chat|conversation)|would love to connect|keen to (?:hear|explore))\b
updat : \b(?:send|share|forward|email|reply with)\b[^.;]{0,25}\b(?:your|an|the|latest|updated)\b[^.;]{0,15}\b(?:resume|cv|profile)\b
clien : \b(?:our client|my client|one of our clients|on behalf of (?:our|a) client|direct client|immediate (?:need|requirement|opening)|urgent (?:requirement|need|opening)|hot requirement|c2c|corp[- ]to[- ]corp|w2|bill rate)\b

[other]
finan stude : \b(?:financial|student|state|legal) aid\b
claim appea compl : \byour (?:claim|appeal|complaint|pull request|submission to the (?:journal|conference|festival))\b|\bapplication for compensation\b
card : \b(?:card|account) (?:was|is|has been) approved\b|\byour application (?:for \w+ \w+ )?(?:was|is|has been) approved\b
place cours : \boffer you a place on\b
apply appli : \b(?:applying|applied|apply|application) for (?:the|an?|this|our) (?:\w+ )?(?:flat|house|room|home|property|studio|cottage|puppy|dog|cat|kitten|allotment|place)\b(?! (?:manager|cleaner|assistant|coordinator|team|attendant|keeper|sitter|walker))
cours progr : \b(?:enrol\w*|tuition|semester|admission\w*|(?<!due )(?<!of )course|bootcamp|masterclass|certificate program|degree|scholarship|campus|class(?:es)?|workshop|training program|curriculum|learners?|lessons?)\b(?! (?:\w+ ){0,2}(?:manager|executive|director|specialist|coordinator|assistant|clerk|representative|supervisor|lead|officer|associate|handler|planner|analyst|agent|broker|adviser|advisor|consultant|underwriter|teacher|administrator|engineer|developer|accountant|controller|worker|position|role|job|vacancy|team)s?\b)
loan credi insur morta grant visa lease renta mutua pass : \b(?:loan|credit card|insurance|mortgage|grant|visa|lease|rental|tenancy|apartment|overdraft|policy|claim|membership|passport|permit|planning permission|benefits?|mutual fund|citizenship|patent|warranty|adoption|trademark)\b[^.;?]{0,40}\bapplications?\b
landl tenan letti mortg schol loan msc bsc semes flat : \b(?:landlords?|tenan(?:t|ts|cy)|lettings?|mortgages?|scholarships?|loans?|[mb]sc(?= (?:in|program\w*|degree|course|student))|semesters?|flat (?:\d+|viewing))\b
loan credi insur morta grant visa lease renta apply appli : \b(?:applications?|apply|applying) (?:for|to)\b[^.;?]{0,30}\b(?:loan|credit|insurance|mortgage|grant|(?:an?|your|the|student|work|tourist|travel|entry) visa|lease|rental|tenancy|apartment|overdraft|policy|membership|passport|permit|benefits?|citizenship|account|card|funding|housing|school|university|college|scholarship|msc|bsc|mba|phd|master|bachelor|degree|programme of study)\b(?! (?:\w+ ){0,2}(?:manager|executive|director|specialist|coordinator|assistant|clerk|representative|supervisor|lead|officer|associate|handler|planner|analyst|agent|broker|adviser|advisor|consultant|underwriter|teacher|administrator|engineer|developer|accountant|controller|worker|position|role|job|vacancy|team)s?\b)

[mass]
sale disco off : \b(?:\d+ ?% off|discount|sale|coupon|promo(?:tion)?|deal|free shipping|limited time|shop now|order now|buy now|save (?:up to|\d)|voucher|gift card|early bird|special offer|exclusive offer)\b
order packa deliv shipp track : \b(?:your order|order (?:number|#|confirmation|total)|package|delivered|shipped|shipment|tracking (?:number|id)|out for delivery|parcel|courier|return label|refund)\b
invoi payme bill state trans : \b(?:invoice|payment|billing|statement|transaction|balance|amount due|autopay|direct debit|receipt|subscription|renew\w*|charged|card ending)\b
sign devic secur passw : \b(?:sign[- ]?in|new device|security alert|suspicious|two-factor|password|logged in|unusual activity|unauthorized)\b
newsl digest weekl : \b(?:newsletter|weekly|digest|this week in|read more|learn more|latest (?:news|posts|articles)|blog|podcast|subscribe\w*|recap|roundup)\b
view conne follo endor : \b(?:viewed your profile|profile views|appeared in \d+ search|connection requests?|wants to connect|people you may know|new followers?|endorsed you|congratulate|anniversary|reacted to|commented on|grow your network|invitation to connect|accepted your invitation)\b
surve win prize : \b(?:survey|win (?:a|an|the)|prize|lottery|giveaway|sweepstake|raffle|feedback on your (?:experience|purchase|visit|stay)|rate your|review your (?:order|purchase|stay|visit))\b
event ticke reser fligh hotel : \b(?:ticket|reservation|booking|flight|hotel|check-in|itinerary|boarding|restaurant|appointment with (?:dr|your)|concert|movie)\b
terms polic : \b(?:terms of (?:service|use)|privacy policy|policy update|updated our|service (?:update|notice|disruption)|maintenance|outage)\b
resum salar inter career : \b(?:resume (?:tips|review|builder|template)|salary (?:survey|calculator|report|guide)|interview (?:tips|prep\w*|questions|course|guide)|career (?:advice|tips|coach\w*)|mock interview|crack|ace your|land (?:your|a)|premium|boost your|upgrade to|free trial)\b
"""
