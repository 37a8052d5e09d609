"""The assistant pane: the greeting of a new thread, four things to say first, and the thread's title."""

from __future__ import annotations

from contextlib import suppress

from bot.slack.reading import Heard
from bot.slack.sending import TROUBLE, Sender
from tools.turn import Answer

GREETING = "Hello! I keep your job search. Tell me what happened, in your own words, or ask."
PROMPTS = (
    ("Note an application", "applied to Stripe as backend engineer yesterday"),
    ("What is still open?", "what's still open?"),
    ("What comes next?", "what is coming up?"),
    ("How is it going?", "how am I doing this month?"),
)
TITLE = 60
MOST_NAMED = 10_000


class Pane:
    """Greets in new threads, and gives each thread its title once."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self._named: set[str] = set()

    async def greet(self, heard: Heard) -> None:
        """Say hello in a new thread. Raises one of TROUBLE."""
        await self.sender.answers(heard.channel, (Answer(text=GREETING),), heard.thread)

    async def prompt(self, heard: Heard) -> None:
        """Offer four things to say in a new thread."""
        prompts = [{"title": title, "message": message} for title, message in PROMPTS]
        # Only an ornament: where it cannot be set, the greeting has said what to do.
        with suppress(*TROUBLE):
            await self.sender.client.assistant_threads_setSuggestedPrompts(
                channel_id=heard.channel, thread_ts=heard.thread, prompts=prompts
            )

    async def name(self, heard: Heard) -> None:
        """Give a thread of the person's own chat its first words as its title."""
        line = " ".join(heard.text.split())
        place = f"{heard.channel}:{heard.thread}"
        if not heard.private or not heard.thread or line[:1] in ("", "/") or heard.forwarded or place in self._named:
            return
        if len(self._named) >= MOST_NAMED:
            self._named.clear()
        self._named.add(place)
        title = line if len(line) <= TITLE else f"{line[:TITLE]}…"
        with suppress(*TROUBLE):
            await self.sender.client.assistant_threads_setTitle(
                channel_id=heard.channel, thread_ts=heard.thread, title=title
            )
