"""Which files a person names: paths as typed, quoted, escaped or dropped on the terminal, apart from the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

# A quoted piece, or one in which spaces are escaped.
PIECE = re.compile(r"""'[^'\n]+'|"[^"\n]+"|(?:\\.|[^\s'"\\])(?:\\.|[^\s\\])*""")
PATH = re.compile(r"~?/|\.\.?/|file:/", re.IGNORECASE)
COMMAND = re.compile(r"/\w+")
LONGEST = 300  # characters; what is longer is no name that somebody mistyped
IMPORT = re.compile(
    r"(?:please )?(?:/?import|load|read|bring in|open)(?: (?:this|it|from|the file|my file|file))?:?", re.I
)


@dataclass(frozen=True)
class Parted:
    """What was typed: the words, the files among them, and the path that should be a file and is none, if any."""

    words: str
    files: tuple[Path, ...] = ()
    missing: str = ""


def parted(text: str, folder: Path) -> Parted:
    """Take the files out of what was typed; a relative path counts from `folder`."""
    whole = _file(text.strip(), folder)
    if whole is not None:
        return Parted("", (whole,))
    pieces = [piece for piece in PIECE.finditer(text) if _is_path(piece.group(), text)]
    found = [(piece, _file(piece.group(), folder)) for piece in pieces]
    files = tuple(path for _, path in found if path is not None)
    words = text
    for piece, path in reversed(found):
        if path is not None:
            words = words[: piece.start()] + words[piece.end() :]
    words = words.strip()
    lost = next((piece.group() for piece, path in found if path is None and len(piece.group()) <= LONGEST), "")
    if files and not lost:
        # Whoever names a file wants it read: no more words are needed for that.
        return Parted("" if IMPORT.fullmatch(words) else words, files)
    rest = IMPORT.fullmatch(text.replace(lost, "", 1).strip()) if lost else None
    return Parted(text, (), lost if lost and (rest or lost == text.strip()) else "")


def _is_path(piece: str, text: str) -> bool:
    """Whether a piece is written as a path; a bare name is one behind "import"."""
    bare = piece.strip("'\"")
    if piece == text.strip() and COMMAND.fullmatch(piece):
        return False
    if COMMAND.fullmatch(piece) and text.startswith(piece):
        return False
    return PATH.match(bare) is not None or ("." in bare[1:-1] and IMPORT.match(text.strip()) is not None)


def _file(piece: str, folder: Path) -> Path | None:
    """The file that a piece of text names, however it is written; None where there is none."""
    if "\n" in piece or not piece or len(piece) > 4096 or COMMAND.fullmatch(piece):
        return None
    quoted = piece[0] == piece[-1] and piece[0] in "'\"" and len(piece) > 2
    bare = piece[1:-1] if quoted else piece
    names = [bare, re.sub(r"\\(.)", r"\1", bare)]
    if bare.casefold().startswith("file:"):
        names = [unquote(urlsplit(bare).path)]
    for name in names:
        try:
            path = folder / Path(name).expanduser()
            if path.is_file():
                return path
        except (OSError, ValueError, RuntimeError):
            # Too long, with a NUL, or the home of nobody: no file has that name.
            continue
    return None
