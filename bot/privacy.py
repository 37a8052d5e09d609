"""What leaves the machine, in words for the person; light, so that it can be said before anything is loaded."""

from __future__ import annotations

from agent.model import ModelConfig

NOTHING = "Nothing you type leaves this machine."
LINKS = "Links to jobs are opened: I read the posting, and look once a day whether it is still there."


def words(model: ModelConfig | None, through: str = "", *, online: bool = False) -> str:
    """What goes to which language model, and how to stop it; with none, that nothing goes anywhere.

    `through`: the chat services that messages pass through on their way here; `online`: links to jobs are opened.
    """
    links = f" {LINKS}" if online else ""
    if model is None:
        passing = f"What you type passes through {through} to this bot's own machine, and goes nowhere else."
        return (passing if through else NOTHING) + links
    way = f"What you type passes through {through} to this bot's own machine. " if through else ""
    here = "the bot's" if through else "this"
    return (
        f"{way}What my own rules do not surely read goes to the language model {model.name} at {model.host}: your "
        "message, a mail that you paste, the names of some of your applications, your hours and goal, the last "
        "few messages; notes and files do not, unless "
        f"a question is about them.{links} Say “stay offline” and nothing leaves {here} machine."
    )
