"""The question before a table is imported: what each column was taken for, three rows of it, and the buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tools.portable import ApplicationPart
from tools.receipts import counted
from tools.result import Button, Call, Proposed, Table
from tools.sheets import dates
from tools.sheets.columns import LABELS
from tools.sheets.plan import Plan
from tools.sheets.survey import LeftOut, Survey
from tools.words import clipped, day_words, joined, pay_words

MOST_COLUMNS = 15
MOST_BUTTONS = 12
CHOICES = (
    "company",
    "title",
    "status",
    "applied_on",
    "location",
    "salary",
    "url",
    "source",
    "deadline_on",
    "note",
    "nothing",
)
USUAL = ("title", "status", "applied_on", "location", "source", "deadline_on", "tags")
WRONG = "Something wrong? Say for example: column “{}” is the {}."


class Question(Proposed):
    """A question with words below its table."""

    after: str = ""


def ask(found: Survey, plan: Plan, file: str, today: date, lead: str = "") -> Question:
    """What would come of a table, and whether to do it."""
    lines = [lead, _head(found, file), *_columns(found), *_days(found), *_statuses(found)]
    lines += [*found.table.source.remarks, *left_out_words(found.left_out)]
    there = found.readable - found.new
    if there:
        lines.append(f"{counted(there)} {'is' if there == 1 else 'are'} there already and will be skipped.")
    rows = tuple(_row(number, part, today) for number, part in enumerate(found.samples, 1))
    return Question(
        text="\n".join(line for line in lines if line),
        table=Table(columns=("#", "Company", "Role", "Status", "Applied", "More"), rows=rows) if rows else None,
        after=_hint(found),
        buttons=(*_imports(found, plan), *_ways(plan)),
    )


def which_column(found: Survey, plan: Plan) -> Question:
    """Which column shall be changed."""
    table = found.table
    places = [place for place, field in enumerate(table.fields) if table.headers[place].strip() or field != "nothing"]
    buttons = [
        Button(label=clipped(f"{table.named[p]}: {LABELS[table.fields[p]]}", 40), calls=(_call(plan, pick=str(p)),))
        for p in places[:MOST_BUTTONS]
    ]
    more = f" There are {len(places)} columns; name the others in words." if len(places) > MOST_BUTTONS else ""
    return Question(
        text=f"Which column is wrong?{more}", buttons=(*buttons, Button(label="None, go back", calls=(_call(plan),)))
    )


def which_field(found: Survey, plan: Plan, place: int) -> Question:
    """What a column holds."""
    buttons = [Button(label=LABELS[f].capitalize(), calls=(_call(plan.with_column(place, f)),)) for f in CHOICES]
    name = found.table.named[place]
    return Question(text=f"What is “{name}”?", buttons=(*buttons, Button(label="Go back", calls=(_call(plan),))))


def which_company(found: Survey, plan: Plan, file: str, lead: str = "") -> Question:
    """The one thing that must be known."""
    table = found.table
    text = f"I cannot tell which column of {file} is the company. Which one is it?"
    buttons = [
        Button(label=clipped(table.named[place], 40), calls=(_call(plan.with_column(place, "company")),))
        for place, field in enumerate(table.fields)
        if field != "nothing"
    ]
    text = "\n".join(part for part in (lead, text) if part)
    return Question(text=text, buttons=(*buttons[:MOST_BUTTONS], _cancel(plan)))


def left_out_words(left_out: LeftOut) -> list[str]:
    """Which rows cannot be read, and why."""
    if not left_out.number:
        return []
    one = left_out.number == 1
    rest = left_out.number - len(left_out.named)
    more = f"; and {rest} more" if rest else ""
    return [f"{counted(left_out.number, 'row')} cannot be read and {'is' if one else 'are'} left out: "
            f"{'; '.join(left_out.named)}{more}."]  # fmt: skip


def _call(plan: Plan, *, confirmed: bool = False, **more: str | bool) -> Call:
    return Call(name="import", args={**plan.args(), **more}, confirmed=confirmed)


def _cancel(plan: Plan) -> Button:
    return Button(label="Cancel", calls=(_call(plan, cancel=True),))


def _ways(plan: Plan) -> tuple[Button, ...]:
    return Button(label="Change a column", calls=(_call(plan, pick="columns"),)), _cancel(plan)


def _imports(found: Survey, plan: Plan) -> tuple[Button, ...]:
    if not found.new:
        return ()
    if not found.doubtful_day:
        decided = replace(plan, dates=found.order or plan.dates)
        label = f"Import {counted(found.new)}"
        return (Button(label=label, calls=(_call(decided, confirmed=True),)),)
    orders: tuple[dates.Order, ...] = ("day", "month")
    return tuple(
        Button(
            label=f"{order.capitalize()} first ({_read_as(found, order)}): import {found.new}",
            calls=(_call(replace(plan, dates=order), confirmed=True),),
        )
        for order in orders
    )


def _read_as(found: Survey, order: dates.Order) -> str:
    match = dates.NUMBERS.match(found.doubtful_day)
    assert match is not None
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if order == "day" else (second, first)
    return f"{day} {date(2000, month, 1):%b}"


def _head(found: Survey, file: str) -> str:
    table = found.table
    sheet = f", sheet “{clipped(table.source.name, 40)}”" if len(table.sheets) > 1 else ""
    where = (
        f"the columns' names are in row {table.top}"
        if table.top > 1
        else ""
        if table.top
        else "it has no names of columns"
    )
    rest = f" ({where})" if where else ""
    return f"{clipped(file, 60)}{sheet}: {counted(found.new)} to add{rest}. Nothing is imported yet."


def _columns(found: Survey) -> list[str]:
    table = found.table
    taken = [
        f"{name} → {LABELS[field]}"
        for name, field in zip(table.named, table.fields, strict=True)
        if field not in ("note", "nothing")
    ]
    notes = [name for name, field in zip(table.named, table.fields, strict=True) if field == "note"]
    left = [table.named[p] for p, f in enumerate(table.fields) if f == "nothing" and table.headers[p].strip()]
    lines = ["Columns: " + ", ".join(taken[:MOST_COLUMNS]) + "."]
    if notes:
        more = f" and {len(notes) - MOST_COLUMNS} more" if len(notes) > MOST_COLUMNS else ""
        lines.append(f"Kept as notes: {', '.join(notes[:MOST_COLUMNS])}{more}.")
    if left:
        lines.append(f"Left out: {', '.join(left[:MOST_COLUMNS])}.")
    return lines


def _days(found: Survey) -> list[str]:
    if found.doubtful_day:
        return [f"I cannot tell whether {found.doubtful_day} is {_read_as(found, 'day')} or "
                f"{_read_as(found, 'month')}: please choose below. The rows here show the day first."]  # fmt: skip
    if not found.order_from or found.order is None:
        return []
    return [f"Days are read with the {found.order} first, {found.order_from}."]


def _statuses(found: Survey) -> list[str]:
    plain = [(said, meant) for said, meant in found.statuses if said.casefold() != meant]
    lines = ["Statuses: " + ", ".join(f"{said} → {meant}" for said, meant in plain) + "."] if plain else []
    if found.unknown:
        words = joined([f"“{word}”" for word in list(found.unknown)[:5]])
        number = sum(found.unknown.values())
        one = next(iter(found.unknown))
        lines.append(
            f"I do not know the status {words} ({counted(number, 'row')}): taken as applied, and kept as a note. "
            f"Or say: “{one}” means interview."
        )
    return lines


def _row(number: int, part: ApplicationPart, today: date) -> tuple[str, ...]:
    pay = pay_words(part.salary_min, part.salary_max, part.salary_currency, part.salary_period)
    notes = "; ".join(note.text for note in part.notes)
    more = (
        part.location, part.work_mode, pay, part.source and f"via {part.source}", part.url and clipped(part.url, 40),
        part.deadline_on and f"deadline {day_words(part.deadline_on, today)}",
        notes and f"note: {clipped(notes, 40)}",
    )  # fmt: skip
    applied = f"applied {day_words(part.applied_on, today)}" if part.applied_on else "–"
    return (
        str(number), clipped(part.company, 40), clipped(part.title or "–", 40), str(part.status), applied,
        ", ".join(str(one) for one in more if one) or "–",
    )  # fmt: skip


def _hint(found: Survey) -> str:
    names, fields = found.table.named, found.table.fields
    place = next((p for p, f in enumerate(fields) if f == "note"), len(fields) - 1)
    missing = next((f for f in USUAL if f not in fields), "note")
    return WRONG.format(names[place], LABELS[missing])
