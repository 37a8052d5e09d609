"""What leaves the machine, in words for the person; light, so that it can be said before anything is loaded."""

from __future__ import annotations

from agent.model import ModelConfig

NOTHING = "Nothing you type leaves this machine."


def words(model: ModelConfig | None, through: str = "") -> str:
    """What goes to which language model, and how to stop it; with none, that nothing goes anywhere.

    `through`: the chat services that messages pass through on their way here.
    """
    if model is None:
        passing = f"What you type passes through {through} to this bot's own machine, and goes nowhere else."
        return passing if through else NOTHING
    way = f"What you type passes through {through} to this bot's own machine. " if through else ""
    here = "the bot's" if through else "this"
    return (
        f"{way}What my own rules do not surely read goes to the language model {model.name} at {model.host}: your "
        "message, a mail that you paste, the names of some of your applications, the last few messages; notes and "
        f"files do not, unless a question is about them. Say “stay offline” and nothing leaves {here} machine."
    )
