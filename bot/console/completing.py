"""What the Tab key offers: commands behind a slash, and the person's companies anywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

MOST = 20
MOST_WORDS = 5


class Offers(Completer):
    """`commands` are names with what they do; both lists are filled in when the parts behind the prompt are there."""

    def __init__(self) -> None:
        self.commands: Sequence[tuple[str, str]] = ()
        self.companies: Sequence[str] = ()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The completions of what stands before the cursor."""
        before = document.text_before_cursor
        if before.startswith("/") and not any(c.isspace() for c in before):
            return self._commands(before)
        return self._companies(before)

    def _commands(self, before: str) -> Iterator[Completion]:
        for name, words in self.commands:
            if name.startswith(before.casefold()):
                yield Completion(name, -len(before), display_meta=words)

    def _companies(self, before: str) -> Iterator[Completion]:
        """Companies that begin with the last words, of the most words that any begins with."""
        line = before.rpartition("\n")[2]
        starts = [n for n in range(len(line)) if not line[n].isspace() and (n == 0 or not line[n - 1].isalnum())]
        for start in starts[-MOST_WORDS:]:
            said = line[start:].casefold()
            found = [name for name in self.companies if name.casefold().startswith(said)]
            if found:
                yield from (Completion(name, start - len(line)) for name in found[:MOST])
                return
