"""A terminal whose cursor can be moved: keys, history, completion, pasted text, and words above the prompt."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.completion import Completer
from prompt_toolkit.filters import Condition, completion_is_selected
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory, History
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.shortcuts import CompleteStyle

from bot.console.screen import AGAIN, ended_by_ctrl_c
from bot.render.lines import Look

NARROWEST = 20
MENU = 6  # lines kept free below a command that is being typed


class Keyboard:
    """A screen (see there). `plain`: no menu opens by itself, completions are listed below the line."""

    alive = True
    secret = False

    def __init__(self, history: History, offers: Completer, *, plain: bool, colour: bool) -> None:
        self.plain, self.colour, self.moving = plain, colour, not plain
        self.session: PromptSession[str] = PromptSession(
            history=history,
            completer=offers,
            complete_while_typing=Condition(lambda: not plain and self._is_command()),
            complete_style=CompleteStyle.READLINE_LIKE if plain else CompleteStyle.COLUMN,
            reserve_space_for_menu=MENU,
            multiline=True,
            prompt_continuation=_margin,
            key_bindings=_keys(Condition(self._is_command)),
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
        )
        # A password is drawn as stars, and no history has it.
        self.hidden: PromptSession[str] = PromptSession(history=DummyHistory(), is_password=True)

    @property
    def look(self) -> Look:
        """The window as it is now."""
        return Look(max(NARROWEST, self.session.output.get_size().columns), self.colour, self.plain, opener())

    async def ask(self, prompt: str, shown: Callable[[], None] | None = None) -> str | None:
        """What is typed. Ctrl-C clears the line, on an empty one twice it ends, as Ctrl-D does."""
        warned = False
        while True:
            try:
                session = self.hidden if self.secret else self.session
                with _once_shown(session.app, shown):
                    return await session.prompt_async(FormattedText([("bold" if self.colour else "", prompt)]))
            except EOFError:
                return None
            except KeyboardInterrupt:
                empty = not self.session.default_buffer.text
                if empty and warned:
                    return None
                warned = True
                if empty:
                    self.write(f"{AGAIN}\n")

    async def above(self, text: str) -> None:
        """Show lines above the prompt, which stays as it was with what is typed on it."""
        if self.session.app.is_running:
            await run_in_terminal(lambda: self.write(text))
        else:
            self.write(text)

    def write(self, text: str) -> None:
        """Show words where the cursor is."""
        print(text, end="", flush=True)

    @contextmanager
    def busy(self, task: asyncio.Task[str]) -> Iterator[None]:
        """Ctrl-C ends the turn; what is typed meanwhile is not seen, and stands on the next prompt."""
        with ended_by_ctrl_c(task), _unseen():
            yield

    def _is_command(self) -> bool:
        text = self.session.default_buffer.text
        return text.startswith("/") and not any(c.isspace() for c in text)


def _margin(width: int, line: int, wrapped: int) -> str:
    """Lines of a text stand below its first; what only does not fit goes on at the edge."""
    return "" if wrapped else " " * width


@contextmanager
def _unseen() -> Iterator[None]:
    """The terminal does not show what is typed."""
    before = None
    with suppress(OSError, ValueError, termios.error):
        before = termios.tcgetattr(sys.stdin.fileno())
        quiet = [*before]
        quiet[3] = before[3] & ~termios.ECHO
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, quiet)
    try:
        yield
    finally:
        if before is not None:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)


@contextmanager
def _once_shown(app: Application[str], shown: Callable[[], None] | None) -> Iterator[None]:
    """Calls a function after the first drawing of a prompt."""

    def drawn(_: Application[str]) -> None:
        app.after_render -= drawn
        if shown is not None:
            shown()

    app.after_render += drawn
    try:
        yield
    finally:
        app.after_render -= drawn


def _keys(is_command: Condition) -> KeyBindings:
    """Tab takes the first that fits, and the next. Enter sends, Alt-Enter begins a new line."""
    keys = KeyBindings()

    @keys.add("tab")
    def complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(select_first=True)

    @keys.add("enter")
    def send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("enter", filter=completion_is_selected & is_command)
    def take(event: KeyPressEvent) -> None:
        # A command that was chosen from the menu mostly wants more words behind it.
        event.current_buffer.complete_state = None

    return keys


@cache
def opener() -> str:
    """The command by which this system opens a file in a window; empty where there is none, as in a bare console."""
    if sys.platform == "darwin":
        return "open"
    windows = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return "xdg-open" if windows and shutil.which("xdg-open") else ""
