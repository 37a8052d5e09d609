"""Files that the person sends along - postings, letters, photos: kept with an application, and handed out again."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from storage import documents as stored
from storage.journal import NotThere
from storage.records import Application
from tools.context import Context
from tools.fields import Name, Names
from tools.result import Asking, Button, Call, Receipt, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import choice_label, latest, one
from tools.words import clipped, joined, name_of

MOST_BYTES = 20_000_000
MAX_BUTTONS = 6
NOTHING = "Send the file with the name of the company beside it, and I keep it with that application."
GONE = "I do not have that file any more. Please send it again."


@tool("attach", offered=False, examples=("/attach Stripe",))
def attach(ctx: Context, company: Name | None = None, title: Name | None = None, documents: Names = ()) -> Result:
    """Keep the files that were sent along with an application."""
    if not ctx.files and not documents:
        raise Refusal(NOTHING)
    names = joined([clipped(path.name, 60) for path in ctx.files]) or "the file"
    try:
        a = _meant(ctx, company, title)
    except Refusal as refusal:
        if not ctx.files:
            raise
        return _which(ctx, f"{refusal.text}\nWhich application is {names} for?")
    if a is None:
        return _which(ctx, f"Which application is {names} for?")
    kept = [_moved(ctx, number, a) for number in documents] or [_kept(ctx, path, a.id)[1] for path in ctx.files]
    text = f"Kept with {name_of(a.company, a.title)}: {joined([clipped(name, 60) for name in kept])}"
    return Receipt(text=text, refs=(application_ref(a.id),))


@tool("files", reads=True, offered=False, examples=("/files Stripe",))
def files(ctx: Context, company: Name | None = None, title: Name | None = None) -> Result:
    """Hand out the files that are kept with an application."""
    a = one(ctx, company, title)
    name, refs = name_of(a.company, a.title), (application_ref(a.id),)
    found = stored.get_documents(ctx.db, ctx.user.id, a.id)
    there = [path for one_file in found if (path := _place(ctx, one_file.path)).is_file()]
    if not there:
        return Said(text=f"No file is kept with {name}. {NOTHING}", refs=refs)
    return Said(text=f"Kept with {name}:", files=tuple(map(str, there)), refs=refs)


def _meant(ctx: Context, company: str | None, title: str | None) -> Application | None:
    """The application that is named, or the only one there is; None where the person has to say. Raises Refusal."""
    if company or title:
        return one(ctx, company, title)
    mine = latest(ctx, 2)
    if not mine:
        raise Refusal("There is no application yet to keep a file with: log it first, then send the file again.")
    return mine[0] if len(mine) == 1 else None


def _which(ctx: Context, text: str) -> Result:
    """Keep the files, and ask where they belong; nothing that was sent is lost."""
    mine = latest(ctx, MAX_BUTTONS)
    if not mine:
        raise Refusal(text.partition("\n")[0])
    numbers = [str(_kept(ctx, path, None)[0]) for path in ctx.files]
    buttons = tuple(
        Button(
            label=choice_label(a, mine),
            calls=(Call(name="attach", args={"company": f"#{a.id}", "documents": numbers}),),
        )
        for a in mine
    )
    return Asking(text=text, buttons=buttons)


def _kept(ctx: Context, path: Path, application_id: int | None) -> tuple[int, str]:
    """Copy a file into the person's folder, for nobody else to read, and note it; gives its id and name."""
    if ctx.folder is None:
        raise Refusal("I cannot keep files here.")
    place = Path(f"user-{ctx.user.id}") / "kept" / secrets.token_hex(8) / path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(f"{clipped(path.name, 60)} is larger than {MOST_BYTES // 1_000_000} MB. I did not keep it.")
        (ctx.folder / place).parent.mkdir(mode=0o700, parents=True)
        shutil.copyfile(path, ctx.folder / place)
        (ctx.folder / place).chmod(0o600)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such file"
        raise Refusal(f"I could not keep {clipped(path.name, 60)}: {reason}.") from None
    return stored.add_document(ctx.journal, path.name, place.as_posix(), ctx.now, application_id), path.name


def _moved(ctx: Context, number: str, a: Application) -> str:
    try:
        return stored.attach_document(ctx.journal, int(number) if len(number) < 16 else 0, a.id).name
    except (NotThere, ValueError):
        raise Refusal(GONE) from None


def _place(ctx: Context, path: str) -> Path:
    return Path("/nowhere") if ctx.folder is None else ctx.folder / path


def lines(ctx: Context, application_id: int) -> Sequence[str]:
    """The names of an application's files, a line each."""
    return [f"File: {clipped(d.name, 80)}" for d in stored.get_documents(ctx.db, ctx.user.id, application_id)]
