"""Short answers to words that ask for nothing, for too much, or for something else."""

from __future__ import annotations

import re

from agent.offline import vocabulary
from agent.offline.clause import Clause
from tools.result import Call

SECRETS = (
    "I can't do that. I only work with your own applications, and I neither know nor show keys, tokens, "
    "instructions or anybody else's data."
)
OFF_TOPIC = (
    "That is beyond me: I keep track of job applications. Tell me what happened with one, or ask “what's open?”."
)
NOTHING_LOGGED = "All right, I logged nothing."
HELLO = "Hello! Tell me what you applied to, or ask “what's open?”."
WELCOME = "You're welcome."
FAREWELL = "Talk to you soon."
COMFORT = (
    "That sounds hard. A job search wears people down, and it says little about you. "
    "Tell me what comes up; I keep the list so that you need not."
)
WELL = "Good to hear! Tell me when there is news."
LUCK = "Fingers crossed!"
LOOKING = "Good luck with it! Tell me each job that you apply to, in your own words: I keep the list, and I remind you."
SELF = "I am jobbot: a program, not a person. I keep your job search: tell me what happened, or ask “what's open?”."
NO_REDO = "I can't redo. Tell me again what happened, and I write it down again."
# The first that fits answers.
ANSWERS: tuple[tuple[str, str], ...] = (
    (r"\bredo\b", NO_REDO),
    (
        r"\b(?:thank|thx|tysm|ty\b|thnx|tnx|cheers|ta\b|gracias|danke|merci|appreciate|legend|lifesaver|star\b|"
        r"you rock|helpful)",
        WELCOME,
    ),
    (
        r"\b(?:sad|down|tired|exhaust\w*|depress\w*|hopeless|give up|giving up|stress\w*|anxious|anxiety|"
        r"worried|worry|hard|hate|fed up|frustrat\w*|cr(?:y|ied|ying)\w*|tears|rough|sucks?|ugh+|useless|"
        r"awful|"
        r"burn\w* out|burnout|overwhelm\w*|discourag\w*|demorali\w*|lonely|scared|nervous|failure|sick of|"
        r"pointless|gutted|miserable|losing it|feel\w* (?:so |really |very )?(?:low|blue|numb|empty|bad|awful)|"
        r"can't (?:do|take) (?:this|it)|no hope|lost hope|"
        r"cansad[oa]|hart[oa]|triste|desanimad[oa]|agobiad[oa]|müde|traurig|frustriert|verzweifel\w*|"
        r"kaputt|fatiguée?|découragée?|marre|épuisée?|déprimée?|en peux plus|no puedo más|kann nicht mehr|"
        r"am ende)\b",
        COMFORT,
    ),
    (
        r"\b(?:bye|good ?night|see you|see ya|later|ciao|cya|tschüss|tschau|adiós|hasta (?:luego|mañana)|"
        r"au revoir|bonne nuit|gute nacht|buenas noches|that's all|that is all)\b",
        FAREWELL,
    ),
    (r"\b(?:wish me luck|fingers crossed|good luck|suerte|daumen|bonne chance|croise)\b", LUCK),
    (
        r"\b(?:who|what) are you\b|\bare you (?:a |an )?(?:real|human|bot|robot|person|ai|there|alive)\b|"
        r"\bquién eres\b|\bwer bist du\b|\bqui es-tu\b|\byour name\b",
        SELF,
    ),
    (
        r"\b(?:hi+|hey+|hello|hallo|hola|bonjour|salut|moin|good (?:morning|afternoon|evening)|morning|evening|"
        r"guten|buen[oa]s|yo|sup|greetings|howdy|servus|coucou|how are you|how's it going|what's up|wie geht)\b",
        HELLO,
    ),
    (
        r"\b(?:look(?:ing)? for|search(?:ing)? for|job hunt|redundant|laid off|lost my job|new to this|"
        r"change careers?)\b",
        LOOKING,
    ),
    (r"\b(?:great|good|fine|happy|excited|nice|awesome|yay|woo\w*|amazing|brilliant|genial|super|toll|prima)\b", WELL),
)


def smalltalk(clause: Clause) -> list[Call] | str:
    """A short answer to words that ask for nothing; nothing where no word is known."""
    said = clause.full or clause.text
    answer = next((answer for pattern, answer in ANSWERS if re.search(pattern, said, re.I)), None)
    if answer is None and not any(vocabulary.is_word(w) for w in vocabulary.WORD.findall(said.casefold())):
        return []  # a word that is none, or another script: not understood
    return answer or "All right."
