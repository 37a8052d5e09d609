"""The fonts of a report: one that is always there, and those of this machine for the scripts that it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

FAMILY = "dejavu"
STYLES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
# Where systems keep fonts, and which of them have letters that DejaVu lacks, the plainest first.
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts")
FURTHER = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "ipag.ttf", "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf", "NotoSansTamil-Regular.ttf", "NotoSansThai-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf", "NotoSansGujarati-Regular.ttf", "NotoSansGurmukhi-Regular.ttf",
    "NotoSansTelugu-Regular.ttf", "NotoSansKannada-Regular.ttf", "NotoSansMalayalam-Regular.ttf",
    "NotoSansSinhala-Regular.ttf", "NotoSansKhmer-Regular.ttf", "NotoSansMyanmar-Regular.ttf",
    "NotoSansLao-Regular.ttf", "NotoSerifTibetan-Regular.ttf", "Arial Unicode.ttf", "PingFang.ttc", "msyh.ttc",
    "malgun.ttf", "Nirmala.ttf", "Nirmala.ttc", "leelawui.ttf",
)  # fmt: skip
# Letters that change their form by their neighbours, or run from the right, begin here (Hebrew).
JOINED = 0x0590
MISSING = "□"


class Letters:
    """Puts fonts into a report as its texts need them; `lacking` when a letter had to become a box."""

    def __init__(self, pdf: FPDF) -> None:
        self.pdf = pdf
        for style, name in STYLES.items():
            pdf.add_font(FAMILY, style, _always() / name)
        self._known = self._has(FAMILY)
        self._further: Iterator[Path] | None = None
        self._idle: dict[str, set[int]] = {}
        self.lacking = False

    def fitted(self, text: str) -> str:
        """The text with letters that can be drawn: pictographs that no font has are left out, others are boxes.

        A letter of another width or form (＝) gives way to the usual one (=) where only that can be drawn.

        Nobody's name is left out whole: one of pictographs alone is boxes.
        """
        text = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))
        while lacking := {c for c in text if ord(c) not in self._known and _letter(c)}:
            if not self._added(lacking):
                break
        drawn = " ".join("".join(self._drawn(c) for c in text).split())
        if drawn or not text.strip():
            return drawn
        self.lacking = True
        return MISSING * sum(unicodedata.category(c) == "So" for c in text) or MISSING

    def shape(self, texts: Iterable[str]) -> None:
        """Join letters and run them from the right where one of the texts asks for it; it takes time."""
        self.pdf.set_text_shaping(any(ord(c) >= JOINED and _letter(c) for text in texts for c in text))

    def _has(self, family: str) -> set[int]:
        font = self.pdf.fonts[family]
        assert isinstance(font, TTFFont)
        return set(font.cmap)

    def _drawn(self, letter: str) -> str:
        if ord(letter) in self._known:
            return letter
        plain = unicodedata.normalize("NFKC", letter)
        if plain != letter and self._known.issuperset(map(ord, plain)):
            return plain
        self.lacking = self.lacking or _letter(letter)
        return MISSING if _letter(letter) else ""

    def _added(self, lacking: set[str]) -> bool:
        """Have the next font of this machine drawn with that has one of these letters; whether there was one."""
        wanted = {ord(letter) for letter in lacking}
        family = next((name for name, has in self._read() if wanted & has), None)
        if family is None:
            return False
        self._known |= self._idle.pop(family)
        self.pdf.set_fallback_fonts([*self.pdf._fallback_font_ids, family], exact_match=False)
        return True

    def _read(self) -> Iterator[tuple[str, set[int]]]:
        """The further fonts and their letters: those that were read and not needed yet, then the others."""
        yield from tuple(self._idle.items())
        if self._further is None:
            self._further = _installed()
        for path in self._further:
            family = path.stem.casefold().replace(" ", "")
            self.pdf.add_font(family, "", path)
            self._idle[family] = self._has(family)
            yield family, self._idle[family]


def _letter(character: str) -> bool:
    """Whether it belongs to a word, and no pictograph or mark of form."""
    return unicodedata.category(character)[0] in "LMNPS" and unicodedata.category(character) not in (
        "So",
        "Mn",
        "Me",
        "Sk",
    )


def _always() -> Path:
    """Where the font lies that comes with the library of the pictures."""
    found = find_spec("matplotlib")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"


def _installed() -> Iterator[Path]:
    """The further fonts of this machine, in their order."""
    lying = {path.name: path for folder in FOLDERS for path in Path(folder).rglob("*.[to]t[fc]")}
    return iter([lying[name] for name in FURTHER if name in lying])
