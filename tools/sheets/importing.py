"""A table's way in: kept, gone through, asked about, corrected, and at last imported; nothing is written before."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from storage import bulk
from tools.added import Known, new_application
from tools.context import Context
from tools.receipts import counted
from tools.result import Proposed, Receipt, Refusal, Result, Said
from tools.sheets import corrections, kept, question, reading
from tools.sheets.entry import Manner
from tools.sheets.plan import Plan
from tools.sheets.reading import Table
from tools.sheets.survey import LeftOut, entries, survey

AT_ONCE = 500


def begin(ctx: Context, path: Path) -> Result:
    """The question about a file that has just come. Raises Refusal."""
    reading.find(path)  # what is no table is not even kept
    token, copy = kept.keep(ctx, path)
    try:
        return asked(ctx, Plan(token), copy)
    except Refusal:
        kept.drop(ctx)
        raise


def go_on(ctx: Context, plan: Plan, change: str | None, pick: str | None) -> Result:
    """The next step with a file that waits: the import where it was confirmed, else the question as it is now."""
    copy = kept.find(ctx, plan.file)
    if ctx.confirmed:
        return _import(ctx, plan, copy)
    if change:
        try:
            plan = corrections.applied(change, plan, plan.fields(reading.find(copy, plan.sheet)))
        except Refusal as refusal:
            return asked(ctx, plan, copy, refusal.text)
    return asked(ctx, plan, copy, pick=pick)


def cancel(ctx: Context) -> Result:
    """Nothing is imported, and the copy is gone."""
    kept.drop(ctx)
    return Said(text="All right, nothing was imported, and I deleted the file.")


def asked(ctx: Context, plan: Plan, copy: Path, lead: str = "", pick: str | None = None) -> Proposed | Said:
    """The question as it stands. Raises Refusal."""
    table = _table(copy, plan)
    found = survey(table, plan, ctx.now, Known(ctx).is_new, ctx.progress)
    if pick and pick.isdecimal() and int(pick[:4]) < len(table.fields):
        return question.which_field(found, plan, int(pick[:4]))
    if pick:
        return question.which_column(found, plan)
    if "company" not in table.fields:
        return question.which_company(found, plan, copy.name, lead)
    if found.readable and not found.new and not plan.columns:
        kept.drop(ctx)
        words = question.left_out_words(found.left_out)
        there = f"All {found.readable} applications" if found.readable > 1 else "The one application"
        return Said(text="\n".join([f"{there} in {copy.name} {'are' if found.readable > 1 else 'is'} there already. "
                                    "Nothing was imported.", *words]))  # fmt: skip
    return question.ask(found, plan, copy.name, ctx.today, lead)


def _table(copy: Path, plan: Plan) -> Table:
    return plan.fields(reading.find(copy, plan.sheet))


def _import(ctx: Context, plan: Plan, copy: Path) -> Result:
    table, left_out = _table(copy, plan), LeftOut()
    manner = Manner(table.named, table.fields, ctx.now, plan.dates, plan.words, ctx.progress)
    known, added, skipped = Known(ctx), 0, 0
    parts = entries(table, manner, left_out)
    while some := list(islice(parts, AT_ONCE)):
        new = [part for part in some if known.is_new(part)]
        bulk.add_all(ctx.journal, [new_application(part, ctx.user, ctx.now) for part in new], ctx.now)
        ctx.journal.spill(ctx.now)
        added, skipped = added + len(new), skipped + len(some) - len(new)
    kept.drop(ctx)
    there = f" {skipped:,} {'was' if skipped == 1 else 'were'} there already and skipped." if skipped else ""
    words = question.left_out_words(left_out)
    return Receipt(text="\n".join([f"Imported {counted(added)} from {copy.name}.{there}", *words]))
