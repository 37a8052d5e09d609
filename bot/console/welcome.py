"""What the chat says first: the whole welcome to somebody new, a line to somebody who has been here."""

from __future__ import annotations

from agent.model import ModelConfig
from bot import privacy

ABOUT = "Jobbot keeps your job search. Tell me what happened, in your own words."
ENDS = "/help shows more. /quit or Ctrl-D ends."
EXAMPLES = (
    "applied to Stripe for backend engineer yesterday",
    "Acme wants to talk Tuesday at 3",
    "what's still open?",
)
ZONE = "Time zone"
ASKED = "First your time zone, for interviews and reminders: press Enter to take {zone}, or type your city."
SETTLED = "Your time zone is {zone}. If you are somewhere else, say “I'm in” and your city."
NEXT = f"Now tell me of a job you applied to. Type, for example:\n  {EXAMPLES[0]}\n{ENDS}"
STOPPED = "Stopped. Nothing was changed."


def for_a_pipe(model: ModelConfig | None, online: bool) -> str:
    """The welcome at the head of a transcript."""
    examples = "\n".join(f"  {example}" for example in EXAMPLES)
    return f"{ABOUT[:-1]}:\n{examples}\n{ENDS} {privacy.words(model, online=online)}"


def for_somebody_new(model: ModelConfig | None, zone: str, online: bool) -> str:
    """What this is, what leaves the machine, and the one question."""
    return f"{ABOUT}\n{privacy.words(model, online=online)}\n\n{ASKED.format(zone=zone)}"


def again(model: ModelConfig | None) -> str:
    """For somebody who knows it; where a language model may be asked, that is said each time."""
    asked = (
        f"\nThe language model {model.name} at {model.host} may be asked; /start says what it is told." if model else ""
    )
    return f"Welcome back to Jobbot. {ENDS}{asked}"
