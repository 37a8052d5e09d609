"""Short answers to what somebody new asks about using the program itself; knows no application and changes nothing."""

from __future__ import annotations

from tools.context import Context

LANGUAGES = (
    "I read English, Spanish, German and French, as people write them. My answers are in English, with short words."
)
TEXTS: dict[str, str] = {
    "mistakes": (
        "Just tell me what is right, for example “no, it was Monday”, “the interview at Lidl is at 3, not 2” or “the "
        "name is Oak House”. Or say “undo” (or press Undo): that takes back your last message. Say it again for the "
        "one before."
    ),
    "leaving": (
        "Everything you told me is kept, so you can stop at any time and come back whenever you like; “what's open?” "
        "shows where you stand. In a terminal type /quit or press Ctrl-D; in Telegram or Slack just stop writing."
    ),
    "window": (
        "In Telegram and Slack no: reminders come by themselves. In a terminal they come while it is open; what was "
        "due while it was closed comes when you open it again. To get them on your phone, whoever set this up can "
        "start `jobbot run` with Telegram or Slack."
    ),
    "deleting": (
        "Say “delete Lidl” for one application, or “delete everything” for all of them. I ask before I delete, and "
        "“undo” brings them back."
    ),
    "language": LANGUAGES,
    "français": f"Je lis le français, mais je réponds en anglais. {LANGUAGES}",
    "español": f"Leo español, pero respondo en inglés. {LANGUAGES}",
    "deutsch": f"Ich lese Deutsch, aber ich antworte auf Englisch. {LANGUAGES}",
    "adding": (
        "Just write what you did: “applied to Lidl for cashier yesterday”. For a job that you only want to keep: “save "
        "the cook job at Ibis, closes 30 November”. News the same way: “interview at Lidl Tuesday at 3”, “Ibis said "
        "no”."
    ),
}
PRIVACY = "privacy"
TOPICS = (*TEXTS, PRIVACY)
KEPT = "Nobody else who writes to me sees your applications. “delete everything” removes them."


def answer(ctx: Context, topic: str) -> str | None:
    """The answer on one topic; None for a word that is none of them."""
    if topic == PRIVACY:
        return f"{ctx.privacy} {KEPT}".strip()
    return TEXTS.get(topic)
