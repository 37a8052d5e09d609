"""Which applications a wish is about: known names, what is pointed at, a job title, else a name nobody has heard of."""

from __future__ import annotations

import re

from agent.offline import references
from agent.offline.clause import Clause
from agent.offline.slots import tidy

# Words around a name in a wish ("could you star … for me", "put … into the archive"); inside a name they stay.
AROUND = frozenset(
    "please pls plz kindly can could would will you and also then so ok okay hey just now i i'd like want "
    "wanna to let's let me for my mine "
    "the a an this that these those as of from off out on in into at back again away down up with it its "
    "one ones too thanks thank application "
    "applications app apps job jobs role roles position entry record card company thing stuff all "
    "completely permanently entirely altogether "
    "forever anymore any more list lists tracker board database everything star starred stars unstar "
    "favourite favorite favourites favorites fave faves fav "
    "unfavourite unfavorite archive archived archives unarchive restore bring get put move send add make "
    "mark set take remove delete drop erase "
    "wipe scrap bin trash rid kill shelve pin unpin pinned mate do don't need no longer not instead "
    "actually cheers gone "
    "bitte kannst du die der das den dem mein meine meinen meine bei von vom aus zu zum als in ins im "
    "archiv archivier archiviere archivieren favorit favoriten favorisiere "
    "markier markiere stelle bewerbung bewerbungen lösch lösche löschen entfern entferne nimm hol hole "
    "setz setze weg raus wieder stern "
    "por favor puedes el la los las un una de del a al en como mi mis favorita favorito favoritas "
    "favoritos archiva archivar archivo desarchiva solicitud "
    "candidatura oferta borra borrar elimina eliminar quita quitar saca marca marcar pon poner destaca le "
    "les une du des chez dans comme ma mon mes "
    "favori favoris favorite archives archive archiver désarchive candidature offre supprime supprimer "
    "efface enlève retire retirer mets mettre marque sors s'il te plaît".split()
)


def meant(clause: Clause) -> list[dict[str, str]]:
    """Arguments that name each application meant; [{}] where nothing is."""
    if clause.slots.known and clause.sweeps:
        meant = {m.value for m in clause.of("company")}
        return [{"company": f"#{known.id}"} for known in clause.briefing.applications if known.company in meant]
    if clause.slots.known:
        return [fitting(clause, target) for target in narrowed(clause, clause.targets())]
    if clause.refs:
        return [{"company": f"#{i}"} for i in clause.refs]
    names = [name for part in re.split(r"\s*(?:,|&|;)\s*|\s+(?:and|und|y|et)\s+", clause.text) if (name := bare(part))]
    if names:
        return [target for name in names for target in _by_name(clause, name)]
    return clause.implied() or [{}]


def bare(words: str) -> str:
    """The words without those that may stand around a name."""
    parts = [part for part in re.sub(r"[.!?\"“”()]+(?=\s|$)|^\W+", " ", words).split()]
    while parts and parts[0].casefold().strip(".,!?'") in AROUND:
        parts.pop(0)
    while parts and parts[-1].casefold().strip(".,!?'") in AROUND:
        parts.pop()
    return " ".join(parts)


def _by_name(clause: Clause, name: str) -> list[dict[str, str]]:
    hits = references.described_by(name, list(clause.briefing.applications))
    if len(hits) == 1:
        return [{"company": f"#{hits[0].id}"}]
    return [{"title": name}] if hits else [{"company": tidy(name)}]


def fitting(clause: Clause, target: dict[str, str]) -> dict[str, str]:
    """A target whose title only says which one if the person has that one; other words are no title."""
    title = target.get("title")
    pool = [known for known in clause.briefing.applications if known.company == target.get("company")]
    if not title or not pool or references.described_by(title, pool):
        return target
    return {"company": target["company"]}


def narrowed(clause: Clause, targets: list[dict[str, str]]) -> list[dict[str, str]]:
    """The targets, each of several jobs at one company by the word of its title that stands in the clause."""
    return [_narrow(clause, target) for target in targets]


def _narrow(clause: Clause, target: dict[str, str]) -> dict[str, str]:
    pool = [known for known in clause.briefing.applications if known.company == target.get("company")]
    if len(pool) < 2:
        return target
    said = set(re.findall(r"[^\W\d_]{3,}", clause.text.casefold()))
    titles = [set(re.findall(r"[^\W\d_]{3,}", (known.title or "").casefold())) for known in pool]
    shared = set.intersection(*titles)
    hits = [known for known, words in zip(pool, titles, strict=True) if (words - shared) & said]
    return {"company": f"#{hits[0].id}"} if len(hits) == 1 else target
