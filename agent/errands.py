"""Does what tools ask for outside of their transactions, each kind by whoever can; knows no tool."""

from __future__ import annotations

import asyncio

from agent.bridge import Bridge
from agent.thinking import Mind, Thinking, Visitor
from storage.usage import Usage
from tools.asking import Ask, Brought, Make, Outside, Visit
from tools.making import Makers
from tools.result import Refusal


class Errands:
    """A language model and a reader of links, where there are such; and processes that make files.

    `url`: the database that a file may be made of.
    """

    def __init__(self, url: str, mind: Mind | None = None, visitor: Visitor | None = None) -> None:
        self.mind = mind
        self.visitor = visitor
        self.makers = Makers(url)
        # Files are made beside the database's threads, and never more than so many at once.
        self._waiting = Bridge(workers=2)

    async def brought(self, ask: Ask, thinking: Thinking, usage: Usage) -> Brought:
        """What comes back; None where nobody can be asked. What a model costs is added to `usage`."""
        request = ask.request
        if isinstance(request, Outside):
            return await asyncio.to_thread(_fetched, request)
        if isinstance(request, Make):
            return await self._waiting.run(self.makers.make, request)
        if isinstance(request, Visit):
            return None if self.visitor is None or thinking.stays_here else await self.visitor.visit(request)
        return None if self.mind is None else await self.mind.write(request, thinking, usage)

    def close(self) -> None:
        """End what is being made, and the threads that wait for it."""
        self.makers.close()
        self._waiting.close()

    async def leave(self) -> None:
        """Give back what is held open, on the loop that used it."""
        self.makers.close()
        for held in (self.mind, self.visitor):
            if held is not None:
                await held.leave()


def _fetched(request: Outside) -> object:
    """What the work gives, or the refusal that it ends with."""
    try:
        return request.work()
    except Refusal as refusal:
        return refusal
