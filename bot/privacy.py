"""What leaves the machine, in words for the person; light, so that it can be said before anything is loaded."""

from __future__ import annotations

from agent.model import ModelConfig

NOTHING = "Nothing you type leaves this machine."


def words(model: ModelConfig | None) -> str:
    """What goes to which language model, and how to stop it; with none, that nothing goes anywhere."""
    if model is None:
        return NOTHING
    return (
        f"What my own rules do not surely read goes to the language model {model.name} at {model.host}: your message, "
        "a mail that you paste, the names of some of your applications, the last few messages; notes and files do not, "
        "unless a question is about them. Say “stay offline” and nothing leaves this machine."
    )
