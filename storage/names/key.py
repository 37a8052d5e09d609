"""Turns a company's name into the key under which it is compared; knows nothing of any list of names."""

import re
import unicodedata
from functools import lru_cache

# Legal forms that end a name, as they stand once dots and slashes are gone ("S.A. de C.V." is "sa de cv").
# Chosen from cleanco 2.3's table (github.com/psolin/cleanco, itself from Wikipedia's "Types of business entity"),
# without those that are also everyday words or initials ("et", "da", "nl", "pp", "vat"). cleanco itself is not used:
# it makes "Co-op" empty, leaves "(UK" behind and takes 80 microseconds a name.
_ONE_WORD = """
inc incorporated llc lllp llp lp ltd limited plc pllc corp corporation co company unlimited ultd
gmbh mbh ggmbh ag kg kgaa ohg ug ev eg se gbr sa sas sasu sarl eurl snc scs sca sl slu sau srl spa sapa ltda lda eireli
nv bv bvba sprl cv vof vzw cvba ab hb kb as asa aps ivs oy oyj abp ehf hf doo dd dooel ad ood eood sj sro kft zrt nyrt
bt uab sia ooo oao zao pao pjsc jsc ojsc pty pte pvt bhd kk gk tbk pcl na
"""
_MORE_WORDS = """
sa de cv|s de rl de cv|sapi de cv|sab de cv|s de rl|sp z oo|spolka z oo|sp k|sp j|spol s ro|ug haftungsbeschrankt
private limited|private ltd|pvt ltd|pte ltd|pty ltd|pty limited|sdn bhd|co ltd|gmbh and co kg|gmbh and co kgaa
"""
_ENDINGS = frozenset(
    tuple(form.split()) for form in [*_ONE_WORD.split(), *_MORE_WORDS.strip().replace("\n", "|").split("|")]
)
_LONGEST = max(map(len, _ENDINGS))
_EAST = re.compile("株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사")
# Letters that no Unicode decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_ACCENTS = re.compile("[\u0300-\u036f]")
_INITIALS = re.compile(r"(?<!\w)(\w)[./]\s?(?=\w(?:[./]|\W|$))")  # "A.P. Moller", "A/S", "S. A."
_DOT_COM = re.compile(r"(?<=\w\w)\.com(?!\w)")
_SHORT_AND = re.compile(r"(?<!\w)(\w{1,2}) ?& ?(\w)(?!\w)|(?<!\w)(\w) (?:and|[+]) (\w)(?!\w)")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_BREAK = re.compile(r"[\W_]+")


@lru_cache(maxsize=32_768)
def company_key(name: str) -> str:
    """The words of a company's name that count, in lower case, joined by single spaces.

    Gone are accents, punctuation, ".com", a leading "The" and legal forms at the end ("Inc", "GmbH & Co. KG"), as long
    as something remains: a name with any visible character has a key that is not empty. "&" becomes "and" between
    words and vanishes between initials ("AT&T": "att", "M & S": "ms").
    """
    folded = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    folded = unicodedata.normalize("NFC", _ACCENTS.sub("", folded))
    words = _words(_EAST.sub(" ", folded)) or _words(folded)
    if not words:
        return " ".join((folded.strip() or name.casefold()).split())
    # "Enel SpA" is an S.p.A., "Harbour Day Spa" is a bath.
    keep_spa = words[-1] == "spa" and name.rstrip().endswith(" Spa")
    if not keep_spa:
        words = _without_endings(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _words(folded: str) -> list[str]:
    """The words of a folded name, initials put together."""
    folded = _DOT_COM.sub("", _APOSTROPHE.sub("", folded))
    folded = _INITIALS.sub(r"\1", folded)
    folded = _SHORT_AND.sub(lambda found: "".join(filter(None, found.groups())), folded)
    return _BREAK.sub(" ", folded.replace("&", " and ").replace("+", " plus ")).split()


def _without_endings(words: list[str]) -> list[str]:
    """The same words without the legal forms at the end; at least one word stays."""
    left = len(words)
    while True:
        for size in range(min(_LONGEST, left - 1), 0, -1):
            if tuple(words[left - size : left]) in _ENDINGS:
                left -= size
                break
        else:
            break
        if left > 1 and words[left - 1] == "and":
            left -= 1
    return words[:left]
