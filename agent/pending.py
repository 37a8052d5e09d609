"""Which button of a waiting question a person means by "yes", "the second" or a part of its label; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix
from sqlalchemy import Connection

from agent.offline.references import ORDINALS
from storage import actions
from tools.result import Call
from tools.sheets import corrections

YES = frozenset(
    "yes yep yeah yup yh ya yea yess yesss yas y sure ok okay okey k kk confirm confirmed definitely "
    "absolutely correct right "
    "certainly affirmative indeed aye alright fine sí si claro vale dale venga adelante perfecto correcto "
    "hazlo ja jo jawohl klar "
    "gerne genau natürlich selbstverständlich sicher passt mach oui ouais ouaip carrément vas-y vasy voilà "
    "exact 👍 ✅ 👌 🙏".split()
)
YES_PHRASES = re.compile(
    r"\b(?:do it|go ahead|go for it|go on|of course|sounds good|please do|that's right|thats right|"
    r"make it so|por supuesto|de acuerdo|"
    r"claro que sí|mach das|mach es|mach mal|tu das|in ordnung|auf jeden fall|d'accord|bien sûr|bien sur|"
    r"vas y|allez-y|allez y|"
    r"c'est ça|pourquoi pas|why not|be my guest)\b",
    re.I,
)
NO = frozenset(
    "no nope nah naw n nay don't dont not cancel stop nevermind neither none negative nein ne nee nö "
    "lieber abbrechen non nan "
    "jamais ninguno ninguna tampoco keins keine aucun aucune cancela annule 👎 ❌".split()
)
NO_PHRASES = re.compile(
    r"\b(?:never mind|forget (?:it|that|about it)|leave (?:it|them|that)|keep (?:it|them|that)|not now|"
    r"do not|no thanks|no thank you|"
    r"none of (?:them|these|those)|neither of (?:them|these|those)|mejor no|déjalo|dejalo|olvídalo|"
    r"ninguno de|lieber nicht|lass (?:es|das|mal)|"
    r"vergiss es|laisse tomber|laisse|pas maintenant|surtout pas|keine? davon)\b",
    re.I,
)
POLITE = frozenset(
    "yes please pls plz do it that them this go ahead add log create track save put in delete remove all "
    "everything of course i'm im "
    "sure thanks thank thx you the one too now for me would be great mate cheers lovely ok okay right just "
    "then so well hmm oh um ah "
    "bro man dude jobbot definitely really hinzufügen bitte danke mal das es sie doch ruhig añade añádela "
    "añadir agrégala crea por "
    "favor gracias lo la los las eso s'il te plaît plait merci ajoute le les supprime efface lösch lösche "
    "alles ja sí si oui no non "
    "nein i wait sorry want to actually we can could did mean is was it's its kindly ahead confirm thing "
    "job application".split()
)
FRAME = frozenset(
    "the one ones a an it it's its was is i i'd i'm im meant mean for of my at that this role job jobs "
    "position application please pls "
    "thanks where would be obviously clearly just only actually sorry as they they're want wanted me to "
    "with in on oh um so well think "
    "i'll go and has have had from option number button choose pick chose picked let's let us talking "
    "about refer referring der die das "
    "den dem als stelle meine meinte ich bitte für el la lo los las de del como puesto oferta por favor "
    "era es quiero quise decir le les "
    "un une du poste celui celle c'est l'offre je veux pour mit bei en chez them him her those these".split()
)
NTH = re.compile(
    r"(?:(?:(?:the|option|number|el|la|der|die|das|le|it's|its|i mean|i meant|choose|pick|take|nummer|"
    r"número|numéro)\b|no\.|nr\.|#)\s*)*"
    r"(?P<word>[\w']+)\.?(?:\s+(?:one|option|application|role|job|listed|please|pls|thanks|bitte|por favor|"
    r"opción|de ellas))*[\s.!]*",
    re.I,
)
WORD = re.compile(r"[^\W_][\w'’-]*|[👍✅👌🙏👎❌]")
NOT = re.compile(r"\b(?:not|isn't|not the|nicht|no|pas)\s+(?:the|die|der|das|el|la|le)?\s*(?P<what>[^,.;]+)", re.I)
DROPPED = re.compile(r"(?:scratch|drop|ignore|strike) (?:that|it|this)[\s.!]*", re.I)
STRETCHED = re.compile(r"y+e+s+|y+e+a+h*|ok+(?:ay)?|s+ure|y+u+p+|y+e+p+|si+|ja+|oui+")
MAX_WORDS = 11
# A first button that begins so is what a bare "yes" means, whatever stands beside it.
AFFIRMING = ("yes", "import ")


@dataclass(frozen=True)
class Option:
    """A button of a card that waits for an answer."""

    id: str
    label: str
    does: bool
    call: Call | None = None


def options(db: Connection, user_id: int, conversation_id: int) -> tuple[Option, ...]:
    """The buttons of the question that waits in a conversation."""
    found = actions.open_question(db, user_id, conversation_id)
    return tuple(_option(a) for a in found)


def _option(action: actions.Action) -> Option:
    """One that only ends a question counts as a "no", though it clears up behind it."""
    first = Call.model_validate(action.calls[0]) if action.calls else None
    return Option(action.id, action.label, first is not None and not first.args.get("cancel"), first)


def correction(text: str, options: Sequence[Option]) -> Call | None:
    """The call of a waiting question about a table, with what these words say against its reading; None for none."""
    # The last button leaves all as it is: what the others would decide was not said.
    table = options[-1].call if options else None
    if table is None or not table.args.get("file") or not corrections.is_one(text):
        return None
    kept = {key: value for key, value in table.args.items() if key not in ("cancel", "pick")}
    return table.model_copy(update={"args": {**kept, "change": text}, "confirmed": False, "said_at": None})


def chosen(text: str, options: Sequence[Option]) -> Option | None:
    """The one option that these words choose, or None: then they are a message like any other."""
    said = " ".join(text.replace("’", "'").split())
    if not options or not said or len(said.split()) > MAX_WORDS or "?" in said:
        return None
    doing = [option for option in options if option.does]
    left = [option for option in options if not option.does and option.label.casefold() == said.strip(" .!").casefold()]
    if left:
        return left[0]
    if says_no(said) or DROPPED.fullmatch(said):
        return next((option for option in options if not option.does), None)
    if doing and says_yes(said, doing[0].label):
        return doing[0] if len(doing) == 1 or doing[0].label.casefold().startswith(AFFIRMING) else None
    return _nth(said, doing) or _by_label(said, doing)


def says_no(said: str) -> bool:
    """Whether the words say no and nothing else."""
    left = NO_PHRASES.sub(" no ", said)
    words = [w.casefold() for w in WORD.findall(left)]
    return any(w in NO for w in words) and all(w in NO or w in POLITE for w in words)


def says_yes(said: str, label: str = "") -> bool:
    """Whether the words begin with yes and hold nothing else than polite ones and those of the button's label."""
    words = [w.casefold() for w in WORD.findall(YES_PHRASES.sub(" yes ", said))]
    own = set(re.findall(r"[\w']+", label.casefold()))
    first = next((w for w in words if w not in ("oh", "um", "hmm", "well", "ah", "please", "pls", "so")), "")
    said_so = first in YES or STRETCHED.fullmatch(first) is not None
    return said_so and all(w in YES or w in POLITE or w in own or w == first for w in words)


def _nth(said: str, doing: Sequence[Option]) -> Option | None:
    match = NTH.fullmatch(said)
    word = match.group("word").casefold() if match else ""
    number = int(word) if word.isdigit() and len(word) < 3 else ORDINALS.get(word, NUMBERS.get(word, 0))
    if number == -1:
        return doing[-1] if len(doing) > 1 else None
    return doing[number - 1] if 0 < number <= len(doing) else None


NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "dos": 2,
    "tres": 3,
    "zwei": 2,
    "drei": 3,
    "deux": 2,
    "trois": 3,
    "top": 1,
    "bottom": -1,
}


def _by_label(said: str, doing: Sequence[Option]) -> Option | None:
    """The only option whose label holds all the words said, but for small ones; "not the cook one" rules one out."""
    denied = [m.group("what") for m in NOT.finditer(said)]
    left = [o for o in doing if not any(_holds(o, _words(what)) for what in denied)]
    words = _words(NOT.sub(" ", said))
    if not words:
        return left[0] if denied and len(left) == 1 and len(doing) == 2 else None
    hits = [o for o in left if _holds(o, words)]
    return hits[0] if len(hits) == 1 else None


def _words(said: str) -> list[str]:
    return [w for w in re.findall(r"[\w']+", said.casefold()) if w not in FRAME]


def _holds(option: Option, words: Sequence[str]) -> bool:
    label = re.findall(r"[\w']+", option.label.casefold())
    return bool(words) and all(_in(word, label) for word in words)


def _in(word: str, label: list[str]) -> bool:
    return any(
        w == word or (len(word) > 3 and (w.startswith(word) or fuzz.ratio(w, word) >= 80 or _akin(w, word)))
        for w in label
    )


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: "picker" and "picking"."""
    shared = Prefix.similarity(one, other)
    return shared >= 4 and max(len(one), len(other)) - shared <= 3
