"""Private copies of tables that wait for an answer: one a person, deleted when answered; knows no table."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from tools.context import Context
from tools.result import Refusal

FOLDER = "waiting"
GONE = "That file is no longer here: it was imported, cancelled, or another one came. Send it again with /import."


def keep(ctx: Context, path: Path) -> tuple[str, Path]:
    """Copy a file for nobody else to read, in the place of an earlier one; its token and where it lies."""
    if ctx.folder is None:
        raise Refusal("I cannot keep files here.")
    token = secrets.token_urlsafe(12)
    home = _home(ctx)
    try:
        shutil.rmtree(home, ignore_errors=True)
        place = home / token
        place.mkdir(mode=0o700, parents=True)
        copy = place / (_name(path) or "table")
        with path.open("rb") as source, open(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as to:
            shutil.copyfileobj(source, to)
    except OSError as error:
        raise Refusal(f"I cannot read {path.name}: {error.strerror}. Nothing was imported.") from None
    return token, copy


def find(ctx: Context, token: str) -> Path:
    """The copy of a token of this person. Raises Refusal when it is gone."""
    place = _home(ctx) / token if ctx.folder is not None else None
    found = next(iter(place.iterdir()), None) if place is not None and place.is_dir() else None
    if found is None:
        raise Refusal(GONE)
    return found


def drop(ctx: Context) -> None:
    """Delete what waits."""
    if ctx.folder is not None:
        shutil.rmtree(_home(ctx), ignore_errors=True)


def sweep(folder: Path, before: float) -> None:
    """Delete what nobody has answered since an instant (seconds since 1970)."""
    for home in folder.glob(f"user-*/{FOLDER}"):
        with suppress(OSError):
            if home.stat().st_mtime < before:
                shutil.rmtree(home)


def _home(ctx: Context) -> Path:
    assert ctx.folder is not None
    return ctx.folder / f"user-{ctx.user.id}" / FOLDER


def _name(path: Path) -> str:
    return "".join(c if c.isprintable() and c not in '/\\:*?"<>|' else " " for c in path.name).strip(" .")[-80:]
