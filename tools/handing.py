"""Tables and reports for a person to take away: asked for here, written by a process of its own, and handed over."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator

from storage.filters import Filter, count
from tools import spans
from tools.asking import Ask, Make
from tools.context import Context
from tools.fields import PLAIN
from tools.handouts.order import Language, Order
from tools.result import Call, Refusal, Result, Said, Wanted
from tools.when import DateRange

FORMS = {"csv": "csv", "xlsx": "xlsx", "excel": "xlsx", "spreadsheet": "xlsx", "pdf": "pdf"}
LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "german": "de", "deutsch": "de", "allemand": "de",
    "french": "fr", "französisch": "fr", "français": "fr", "francais": "fr",
}  # fmt: skip
MOST_PRINTED = 5000  # rows of a report: some two hundred pages
TOO_MANY = "A record to print holds at most {most:,} applications; these are {number:,}. Say a shorter period, or xlsx."
NO_FILE = "I could not make that file: perhaps the disk is full. Try again, or take /export json."
KINDS = {
    "csv": "A table of {what}, for Excel or any other spreadsheet. /export json keeps the history too.",
    "xlsx": "An Excel file: {what}, the companies, and the figures.",
    "pdf": "A PDF record to print: {what}.",
}
NO_NAME = (
    "Your name is left open in it. What is your name? Send it to me, and I make the file again with it; or fill it in "
    "by hand."
)


def _language(value: Any) -> str:
    said = str(value).strip().casefold()
    found = LANGUAGES.get(said, said)
    if found not in get_args(Language):
        raise ValueError(f"I write reports in English, German or French, not in “{said[:30]}”.")
    return found


def _form(value: Any) -> str:
    said = str(value).strip().casefold()
    if said not in FORMS:
        raise ValueError(f"I hand out a list as {', '.join(dict.fromkeys(FORMS.values()))}, not as “{said[:30]}”.")
    return FORMS[said]


ReportLanguage = Annotated[Language, BeforeValidator(_language), PLAIN]
Form = Annotated[Literal["csv", "xlsx", "pdf"], BeforeValidator(_form), PLAIN]


def number_of(ctx: Context, wanted: Filter) -> int:
    """How many applications a file would hold."""
    return count(ctx.db, ctx.user.id, wanted)


def asked(
    ctx: Context,
    form: Form,
    wanted: Filter,
    what: str,
    period: DateRange | None = None,
    language: Language = "en",
) -> Result:
    """Have a file made of the applications that match, `what` in words, and hand it over.

    Raises Refusal where a record would be too long.
    """
    number = number_of(ctx, wanted)
    if form == "pdf" and number > MOST_PRINTED:
        raise Refusal(TOO_MANY.format(most=MOST_PRINTED, number=number))
    first, last = spans.ends(period)
    settings = ctx.user.settings
    order = Order(
        ctx.user.id, settings.timezone, ctx.now, wanted, first, last, settings.name, settings.weekly_goal, language
    )
    path = ctx.keep_file(f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}", form, "")
    unnamed = form == "pdf" and not settings.name

    def then(_: Context, made: str | None) -> Result:
        if made is None:
            return Said(text=NO_FILE)
        lines = [KINDS[form].format(what=what), made, NO_NAME if unnamed else ""]
        wanted = Wanted(call=Call(name="settings"), param="name") if unnamed else None
        return Said(text="\n".join(line for line in lines if line), files=(str(path),), wanted=wanted)

    return Ask(request=Make(form, order, path), then=then)
