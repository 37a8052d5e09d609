"""Writes a report to print: who applied where and what came of it, with the figures and two drawings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from sqlalchemy import Connection

from storage import statistics, wholes
from storage.records import Application
from storage.status import Status
from tools.handouts import summary
from tools.handouts.letters import FAMILY, Letters
from tools.handouts.order import Order, reading
from tools.handouts.wording import WORDS, Words, day_of
from tools.pictures.draw import draw
from tools.pictures.facts import Bar, Funnel, Picture, Weeks

INK, QUIET, FAINT, HEAD = 30, 105, 215, (235, 239, 244)
TEXT, SMALL, TITLE = 9, 8, 18
LINE = 4.4  # mm
PAGES = "\u2007"  # stands for the number of pages; as wide as a digit, and in nobody's text
MARGIN = 16
SHARES = (0.27, 0.33, 0.20, 0.20)  # by column, of the width that the days leave
MOST_LINES = 4  # of a cell
LETTER_PAPER = ("America/", "US/", "Canada/")  # zones of countries that do not print on A4
MOST_WEEKS = 26
SIGNED = 30  # mm
NO_FONT = "Some names have letters or signs that no font on this machine has; they stand there as □."
REJECTED = Status.REJECTED
STEPS = (Status.APPLIED, Status.SCREENING, Status.INTERVIEW, Status.OFFER)


def write(order: Order, path: Path, url: str) -> str:
    """Write the file; gives what there is to say where letters are missing. Raises OSError, DatabaseProblem."""
    with reading(url) as db:
        report = Report(order)
        report.head(db)
        report.listed(row for row in _rows(db, order, report.words))
        report.signed()
    with path.open("wb") as file:
        file.write(bytes(report.output()))
    return NO_FONT if report.letters.lacking else ""


def _rows(db: Connection, order: Order, words: Words) -> Iterator[tuple[str, ...]]:
    for one in wholes.each(db, order.user_id, order.wanted):
        yield _row(one.application, order, words)


def _row(a: Application, order: Order, words: Words) -> tuple[str, ...]:
    day = day_of(a.applied_on, order.language) if a.applied_on else "–"
    source = words.channels.get((a.source or "").casefold(), a.source or "–")
    return (day, a.company, a.title or "–", source, words.outcomes[a.status])


class Report(FPDF):
    """The pages of a report."""

    def __init__(self, order: Order) -> None:
        letter = order.zone_key.startswith(LETTER_PAPER)
        super().__init__(format="letter" if letter else "A4")
        self.order = order
        self.words = WORDS[order.language]
        self.letters = Letters(self)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN + 4)
        self.set_title(self.words.title)
        self.set_lang(order.language)
        self.set_creation_date(order.now)
        self.alias_nb_pages(PAGES)
        self.widths = self._widths()
        self.add_page()

    def _widths(self) -> tuple[float, ...]:
        """Of the columns: a day never breaks, the others share what is left."""
        self._ink(TEXT, INK)
        days = (day_of(date(2026, month, 28), self.order.language) for month in range(1, 13))
        first = max(self.get_string_width(day) for day in days) + 2 * self.c_margin + 1.5
        return (first, *((self.epw - first) * share for share in SHARES))

    def footer(self) -> None:
        """Whose pages these are, and which one this is."""
        self.set_y(-MARGIN)
        self._ink(SMALL, QUIET)
        name = self.letters.fitted(self.order.name or "")
        self.letters.shape([name])
        self.cell(self.epw / 2, 5, " · ".join(part for part in (name, self.period()) if part))
        self.letters.shape([])
        self.cell(self.epw / 2, 5, self.words.page.format(page=self.page_no(), pages=PAGES), align="R")

    def period(self) -> str:
        """The days that the report is about."""
        words, order = self.words, self.order
        last = day_of(min(order.last or order.today, order.today), order.language)
        if order.first is not None:
            return words.until.format(first=day_of(order.first, order.language), last=last)
        return (words.since if order.last is not None else words.whole).format(last=last)

    def head(self, db: Connection) -> None:
        """The heading, who and when, the figures, and two drawings where there is anything to draw."""
        words, order = self.words, self.order
        found, _ = summary.figures(db, order)
        self._ink(TITLE, INK, "B")
        self.cell(0, 10, words.title, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(3)
        for label, value in (
            (words.name, order.name or "_" * 40),
            (words.period, self.period()),
            (words.total, f"{found.submitted:,}".replace(",", "\u202f")),
            (words.made, day_of(order.today, order.language)),
        ):
            self._fact(label, value)
        self.ln(4)
        if not found.submitted:
            return
        reached = found.reached
        figures = (found.answered, reached[Status.INTERVIEW], reached[Status.OFFER], found.by_status.get(REJECTED, 0))
        for label, number in zip(words.facts, figures, strict=True):
            self._figure(label, number)
        self.ln(20)
        self._drawings(db, [found.submitted, *(reached[status] for status in STEPS[1:])])

    def listed(self, rows: Iterator[tuple[str, ...]]) -> None:
        """All rows below the heads of their columns, which stand on each page."""
        first = next(rows, None)
        if first is None:
            self._ink(TEXT + 1, INK)
            self.cell(0, 8, self.words.none, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            return
        self._heads()
        before = first
        for row in rows:
            self._listed(before)
            before = row
        # The last one takes the line to sign on with it, which would stand alone on a page else.
        self._listed(before, below=SIGNED)

    def signed(self) -> None:
        """A line to sign on."""
        self.ln(22)
        self.set_draw_color(QUIET)
        self.line(self.l_margin, self.y, self.l_margin + 80, self.y)
        self._ink(SMALL, QUIET)
        self.cell(80, 5, self.words.signature)

    def _ink(self, size: float, grey: int, style: Literal["", "B"] = "") -> None:
        self.set_font(FAMILY, style, size)
        self.set_text_color(grey)

    def _fact(self, label: str, value: str) -> None:
        self._ink(TEXT + 1, QUIET)
        self.cell(48, 6, label)
        self._ink(TEXT + 1, INK, "B")
        value = self.letters.fitted(value)
        self.letters.shape([value])
        for number, line in enumerate(self._wrapped(value, self.epw - 48)):
            self.set_x(self.l_margin + 48)
            self.cell(0, 6, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            if number:
                break
        self.letters.shape([])

    def _figure(self, label: str, number: int) -> None:
        """A number with what it counts below it, beside the others."""
        x, y, wide = self.x, self.y, (self.epw + 3) / 4
        self.set_fill_color(*HEAD)
        self.rect(x, y, wide - 3, 16, style="F", round_corners=True, corner_radius=1.5)
        self._ink(13, INK, "B")
        self.set_xy(x, y + 2)
        self.cell(wide - 3, 6, f"{number:,}".replace(",", "\u202f"), align="C")
        self._ink(SMALL, QUIET)
        self.set_xy(x, y + 8.5)
        self.cell(wide - 3, 5, label, align="C")
        self.set_xy(x + wide, y)

    def _drawings(self, db: Connection, counts: list[int]) -> None:
        """Weeks and steps beside each other."""
        words, order = self.words, self.order
        labels = (words.sent, *(words.outcomes[status] for status in STEPS[1:]))
        steps = tuple(Bar(label, number) for label, number in zip(labels, counts, strict=True))
        pictures = (
            Picture(words.weeks, "", Weeks(weeks_of(db, order), order.goal, words.goal), language=order.language),
            Picture(words.steps, "", Funnel(steps), language=order.language),
        )
        wide, y, low = self.epw / 2 - 2, self.y, 0.0
        with TemporaryDirectory(prefix="jobbot-") as folder:
            for number, picture in enumerate(pictures):
                path = Path(folder) / f"{number}.png"
                draw(picture, path)
                put = self.image(path, x=self.l_margin + number * (wide + 4), y=y, w=wide)
                low = max(low, put.rendered_height)
        self.set_xy(self.l_margin, y + low + 4)

    def _heads(self) -> None:
        self._ink(SMALL, INK, "B")
        self.set_fill_color(*HEAD)
        for wide, name in zip(self.widths, self.words.columns, strict=True):
            self.cell(wide, 6.5, name, fill=True)
        self.ln(7.2)

    def _listed(self, row: tuple[str, ...], below: float = 0) -> None:
        """One row, its cells broken into lines; on a new page where it, and so much below it, does not fit."""
        self._ink(TEXT, INK)
        cells = [self.letters.fitted(text) for text in row]
        self.letters.shape(cells)
        wrapped = [self._wrapped(text, wide) for text, wide in zip(cells, self.widths, strict=True)]
        high = max(len(lines) for lines in wrapped) * LINE + 1.8
        if self.will_page_break(high + below):
            self.add_page()
            self._heads()
            self._ink(TEXT, INK)
        y, x = self.y, self.l_margin
        for lines, wide in zip(wrapped, self.widths, strict=True):
            for number, line in enumerate(lines):
                self.set_xy(x, y + number * LINE + 0.6)
                self.cell(wide, LINE, line)
            x += wide
        self.letters.shape([])
        self.set_draw_color(FAINT)
        self.line(self.l_margin, y + high, self.l_margin + self.epw, y + high)
        self.set_xy(self.l_margin, y + high)

    def _wrapped(self, text: str, width: float) -> list[str]:
        """The lines of a text in a column, no more than a few."""
        width -= 1  # so that no word touches the next column's
        if self.get_string_width(text) <= width - 2 * self.c_margin:
            return [text]
        lines: Any = self.multi_cell(width, LINE, text, dry_run=True, output=MethodReturnValue.LINES, align="L")
        more = len(lines) > MOST_LINES
        return [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"] if more else list(lines)


def weeks_of(db: Connection, order: Order) -> tuple[tuple[date, int], ...]:
    """How many a week, from the first to the last in which any was sent; the latest where they are too many."""
    only = summary.these(order.wanted)
    found = statistics.submitted_by_day(db, order.user_id, first=order.first, last=order.last, only=only)
    numbers = Counter[date]()
    for day, number in found:
        numbers[day - timedelta(days=day.weekday())] += number
    first, last = min(numbers), max(numbers)
    weeks = [first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1)]
    return tuple((week, numbers[week]) for week in weeks[-MOST_WEEKS:])
